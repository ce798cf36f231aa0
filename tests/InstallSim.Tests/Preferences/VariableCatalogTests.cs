using InstallSim.Preferences;
using InstallSim.Tests.Policies;

namespace InstallSim.Tests.Preferences;

public sealed class VariableCatalogTests
{
    private static IEnumerable<TestCaseData> Territory =>
        VariableCatalog.Territory.Select(v => new TestCaseData(v).SetArgDisplayNames(v.Name));

    private static IEnumerable<TestCaseData> Form => VariableCatalog.Form.Select(v => new TestCaseData(v).SetArgDisplayNames(v.Name));

    [Test]
    public void Names_are_unique_and_kebab_case()
    {
        string[] names = [.. VariableCatalog.All.Select(v => v.Name)];
        Assert.That(names, Is.Unique);
        Assert.That(names, Is.All.Match("^[a-z]+(-[a-z]+)*$"));
    }

    [Test]
    public void Every_variable_says_what_it_is_and_its_unit() => Assert.Multiple(() =>
    {
        foreach (IUtilityVariable variable in VariableCatalog.All)
        {
            Assert.That(variable.Unit, Is.Not.Empty, variable.Name);
            Assert.That(variable.Definition, Does.EndWith("."), variable.Name);
        }
    });

    [TestCaseSource(nameof(Territory))]
    public void Every_value_of_a_territory_is_finite(ITerritoryVariable variable)
    {
        double[] x = [.. Enumerable.Repeat(double.NaN, 36)];
        variable.Fill(new HandYear().View, x);
        Assert.That(x, Is.All.Matches<double>(double.IsFinite));
    }

    [TestCaseSource(nameof(Territory))]
    public void A_variable_says_whether_it_has_a_weight_of_its_own(ITerritoryVariable variable) => Assert.That(
        variable.HasWeight, Is.EqualTo(variable.GetType().GetMethod(nameof(ITerritoryVariable.Weight)) is not null));

    [TestCaseSource(nameof(Form))]
    public void Every_value_of_a_form_is_finite(IFormVariable variable)
    {
        double[] x = [.. Enumerable.Repeat(double.NaN, 144)];
        variable.Fill(new HandYear().View, x);
        Assert.That(x, Is.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void Birth_comes_before_training_among_the_distances() =>
        Assert.That(VariableCatalog.Distance.Select(v => v.Name), Is.EqualTo(new[] { "birth-distance", "training-distance" }));
}
