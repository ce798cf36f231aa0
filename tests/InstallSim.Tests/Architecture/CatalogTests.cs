using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using InstallSim.Accessibility;
using InstallSim.Charts;
using InstallSim.Studies.Figures;

namespace InstallSim.Tests.Architecture;

/// <summary>
/// What can be named in YAML or shown in a report stands in the catalog of its folder: a class <c>…Catalog</c> whose static
/// <c>All</c> lists types (by name) or ready objects. Nothing is found by scanning when the program runs, so a test scans.
/// </summary>
public sealed class CatalogTests
{
    /// <summary>Where the field keeps adding things. One line for each more; a name that does not exist yet is skipped.</summary>
    private static readonly string[] ExtensionPoints =
    [
        "InstallSim.Accessibility.AccessibilityMetric",
        "InstallSim.Policies.Policy",
        "InstallSim.Preferences.IUtilityVariable",
        "InstallSim.Preferences.UtilityVariable",
        "InstallSim.Reporting.IResultFigure",
    ];

    private static IEnumerable<Type> Points =>
        ExtensionPoints.Select(name => Projects.Simulation.GetType(name)).OfType<Type>().Append(typeof(IFigure<StudyFigureContext>));

    private static IEnumerable<Type> Catalogs => Projects.Simulation.GetTypes()
        .Where(type => type.Name.EndsWith("Catalog", StringComparison.Ordinal) && All(type) is not null);

    [TestCaseSource(nameof(Points))]
    public void Every_class_of_an_extension_point_stands_in_its_catalog(Type point)
    {
        Type[] made = [.. Projects.Simulation.GetTypes()
            .Where(type => !type.IsAbstract && !type.IsInterface && type.IsAssignableTo(point))];
        // A class may serve several entries of a catalog, each with a name of its own, such as one for each form of practice.
        Type[] listed = [.. Catalogs.SelectMany(Listed).Where(type => type.IsAssignableTo(point)).Distinct()];
        Assert.Multiple(() =>
        {
            Assert.That(made, Is.Not.Empty);
            Assert.That(listed, Is.EquivalentTo(made), $"a catalog lists each {point.Name}");
        });
    }

    [TestCaseSource(nameof(Catalogs))]
    public void A_catalog_stands_beside_what_it_lists(Type catalog) =>
        Assert.That(Listed(catalog).Select(type => type.Namespace), Is.All.StartsWith(catalog.Namespace!));

    [TestCaseSource(nameof(Catalogs))]
    public void Names_in_a_catalog_are_kebab_case(Type catalog)
    {
        var names = All(catalog) is IDictionary byName ? byName.Keys.Cast<string>() : [];
        Assert.That(names.Where(name => !Regex.IsMatch(name, "^[a-z0-9]+(-[a-z0-9]+)*$")), Is.Empty);
    }

    [Test]
    public void A_list_of_names_and_types_counts_as_a_catalog() =>
        Assert.That(Listed(typeof(AccessibilityCatalog)), Does.Contain(typeof(Density)));

    private static IEnumerable? All(Type catalog) =>
        catalog.GetProperty("All", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) as IEnumerable;

    /// <summary>The classes that a catalog lists, whether it holds types, objects or functions that make them.</summary>
    private static IEnumerable<Type> Listed(Type catalog) =>
        (All(catalog) is IDictionary byName ? byName.Values : All(catalog)!).Cast<object>().Select(item => item switch
        {
            Type type => type,
            Delegate make => make.Method.ReturnType.IsAbstract ? make.DynamicInvoke()!.GetType() : make.Method.ReturnType,
            _ => item.GetType(),
        });
}
