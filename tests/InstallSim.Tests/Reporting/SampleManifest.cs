using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Tests.Reporting;

/// <summary>The manifest of made-up results.</summary>
internal static class SampleManifest
{
    /// <summary>A manifest for these scenarios.</summary>
    public static Manifest Make(IReadOnlyList<SamplePolicy> scenarios, int first, int last, int replications, bool compared) => new()
    {
        Version = "0.1.0",
        Name = "sample-region",
        Baseline = compared ? "baseline" : null,
        Scenarios = [.. scenarios.Select(s => new ScenarioInfo(
            s.Name, s.Title, "Made-up results that show what a report looks like.",
            s.Name == "baseline" ? [] : [$"{s.Name}, 2027–2034, where accessibility is below 2.5"],
            $"name: {s.Name}\ntitle: {s.Title}\nextends: baseline.yaml\n"))],
        FirstYear = first,
        LastYear = last,
        Replications = replications,
        ReplicationsAsked = replications,
        Seed = 42,
        AccessibilityMetric = "APL",
        AccessibilityUnit = "consultations/inhabitant/year",
        UnderDenseBelow = 2.5,
        Territories =
        [
            new("population", Knowledge.Real, "INSEE reference populations, @etalab/decoupage-administratif 6.0.0", "2023",
                "Licence Ouverte 2.0", "inhabitants"),
            new("physicians", Knowledge.Estimated, "Département totals spread by population", "2024", "Licence Ouverte 2.0", "GPs"),
            new("schools", Knowledge.Proxy, "Size of the main town", "2023", "Licence Ouverte 2.0", "0–1"),
            new("deprivation", Knowledge.Assumption, "The same everywhere", "", "", "0–1"),
            new("shapes", Knowledge.Proxy, "Cells of made-up points", "", "CC BY 4.0", "") { Attribution = "Made-up points (CC BY 4.0)" },
        ],
        Settings =
        [
            new("preferences.income", "0.015", "per k€/year", 0.006, 0.03, "ASSUMPTION, between Scott et al. (2013) and Falcettoni (2018)"),
            new("preferences.distance-birth", "1.4", "utils", 1, 1.8, "Fitted to Insee (2024)"),
            new("policies.grant.horizon", "10", "years", null, null, "ASSUMPTION"),
        ],
        Files = [new("scenarios/sample/baseline.yaml", "3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed")],
        ResultHash = "89e6c98d92887913cadf06b2adb97f26cde4849b89e6c98d92887913cadf06b2",
        Seconds = 12.4,
        Machine = "made up",
    };
}
