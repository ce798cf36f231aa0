using InstallSim.Accessibility;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>Territories and a metric to measure there, all read and checked.</summary>
/// <param name="Path">The file that was named.</param>
/// <param name="Name">Name of the table, without its ending.</param>
/// <param name="Territories">The territories.</param>
/// <param name="Times">Travel times up to the metric's catchment.</param>
/// <param name="Metric">The metric.</param>
/// <param name="FtePerPhysician">Working time of a physician, full-time equivalents.</param>
/// <param name="Line">Accessibility below which a territory is under-dense; null where nobody says.</param>
/// <param name="Warnings">What is allowed but may not be meant.</param>
public sealed record AccessSource(
    string Path, string Name, TerritorySource Territories, TravelTimes Times, AccessibilityMetric Metric, double FtePerPhysician,
    double? Line, IReadOnlyList<InputWarning> Warnings)
{
    /// <summary>The metric that is measured when none is named.</summary>
    public const string DefaultMetric = "apl";

    private const string MetricOption = "--metric";

    /// <summary>Reads and checks all; nothing is measured or written.</summary>
    /// <param name="path">A <c>territories.yaml</c>, or a table whose columns have the names of the variables.</param>
    /// <param name="metric">Name of a metric, or its keys as YAML, such as <c>{ type: raam, travel-minutes: 30 }</c>.</param>
    /// <param name="ftePerPhysician">Working time of a physician, full-time equivalents.</param>
    /// <param name="line">The under-dense line in the unit of the metric; that of the scenarios for APL when null.</param>
    /// <exception cref="InputException">Something is wrong; all of it is said.</exception>
    public static AccessSource Read(string path, string metric, double ftePerPhysician, double? line)
    {
        var errors = new InputErrors();
        AccessibilityMetric? chosen = ReadMetric(metric, errors);
        bool isYaml = System.IO.Path.GetExtension(path) is ".yaml" or ".yml";
        TerritorySource? territories = isYaml ? TerritoryReader.Read(path, errors) : TerritoryReader.ReadTable(path, errors);
        errors.ThrowIfAny();
        TravelTimes? times = territories!.TravelTimes(chosen!.CatchmentMinutes, errors);
        errors.ThrowIfAny();
        if (Catchments.Islands(times!, chosen) is { } islands)
        {
            errors.Warn(new InputWarning(new Place(path), islands, IsNote: true) { IsLimit = true });
        }

        double? preset = chosen is LocalPotentialAccessibility ? new ZoningSettings().UnderDenseBelow : null;
        return new AccessSource(path, NameOf(path, isYaml), territories, times!, chosen, ftePerPhysician, line ?? preset, errors.Warnings);
    }

    private static string NameOf(string path, bool isYaml)
    {
        string full = System.IO.Path.GetFullPath(path), name = System.IO.Path.GetFileName(full).Split('.')[0];
        return isYaml && name == "territories" ? System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(full)!) : name;
    }

    private static AccessibilityMetric? ReadMetric(string text, InputErrors errors)
    {
        var place = new Place(MetricOption);
        if (YamlFile.ReadValue(text, place, errors) is not { } node)
        {
            return null;
        }

        YamlNode keys = node is YamlScalar ? new YamlMapping([new YamlEntry(Binder.TypeKey, place, node)], place) : node;
        var binder = new Binder(errors, ScenarioReader.Catalogs);
        if (binder.Bind<AccessibilityMetric>(keys) is not { } metric)
        {
            return null;
        }

        foreach ((string key, InputMessage message) in metric.Faults())
        {
            errors.Add(binder.PlaceOf(metric, key), message);
        }

        if (metric is LocalPotentialAccessibility { AgeLimit: not null })
        {
            errors.Add(binder.PlaceOf(metric, "age-limit"), new Words(
                "'age-limit' needs the age of each physician, which a table of territories does not say; leave it out",
                "«\u00a0age-limit\u00a0» demande l’âge de chaque médecin, qu’un tableau de territoires ne dit pas\u00a0; l’ôter"));
        }

        return metric;
    }
}
