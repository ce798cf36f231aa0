using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>
/// Settings that belong to an area: they follow from its table where nothing says them, and are told where another's are kept.
/// </summary>
internal static class AreaSettings
{
    /// <summary>ASSUMPTION: candidates of an area are up to this many times its part of the country, or as many times fewer.</summary>
    public const double MostOfPart = 3;

    private static readonly string[] Keys =
    [
        "training-places", "graduates-share", "born-here-share", "stock-born-here-share", "trained-here-share-born-here",
        "trained-here-share-born-outside", "elsewhere-share-born-here", "elsewhere-share-born-outside",
    ];

    /// <summary>
    /// The scenario with its share of the country's graduates: as said, else the table's part of the country's people over the share of
    /// candidates born there, for those who settle elsewhere are candidates too (1 for a closed area).
    /// </summary>
    /// <param name="source">The scenario as written.</param>
    /// <param name="table">Its territories, in the order of their codes.</param>
    public static ScenarioSource Follow(ScenarioSource source, TerritoryTable table)
    {
        PhysicianSettings physicians = source.Scenario.Physicians;
        if (physicians is not { GraduatesShare: null, CountryPopulation: { } country })
        {
            return source;
        }

        PhysicianSettings followed = physicians with
        {
            GraduatesShare = Math.Min(1, PartOf(country, physicians, table)),
        };
        Scenario scenario = source.Scenario with { Physicians = followed };
        source.Binder.KeepPlaces(followed, physicians);
        source.Binder.KeepPlaces(scenario, source.Scenario);
        return source with { Scenario = scenario };
    }

    /// <summary>Warns of settings that were said for other territories, and of a share that hardly is that of these.</summary>
    public static void Check(ScenarioSource source, TerritoryTable table, InputErrors errors)
    {
        (Scenario scenario, _, Binder binder) = source;
        PhysicianSettings physicians = scenario.Physicians;
        Place here = binder.PlaceOf(scenario, "territories");
        var kept = Keys.Where(key => binder.IsWritten(physicians, key)).Select(key => (Key: key, binder.PlaceOf(physicians, key).File))
            .Where(said => said.File != here.File && IsOfOthers(said.File, scenario.Territories)).GroupBy(said => said.File);
        foreach (var file in kept)
        {
            errors.Warn(new InputWarning(here,
                $"{string.Join(", ", file.Select(said => said.Key))} under physicians are kept from {file.Key}, which is about other "
                    + $"territories: say them for these"));
        }

        if (physicians is { GraduatesShare: { } share, CountryPopulation: { } country } && binder.IsWritten(physicians, "graduates-share")
            && PartOf(country, physicians, table) is var part && (share > MostOfPart * part || share < part / MostOfPart))
        {
            errors.Warn(new InputWarning(binder.PlaceOf(physicians, "graduates-share"),
                $"graduates-share is {InputScalars.Plain(share)}, and the territories have {part:0.####} of the country's people: more "
                    + $"than {MostOfPart} times more or fewer candidates than their part; without the key the share follows from the "
                    + $"table"));
        }
    }

    /// <summary>Refuses more physicians of the start than have names, for the next would have those of graduates.</summary>
    public static void CheckStock(ScenarioSource source, TerritoryTable table, InputErrors errors)
    {
        double stock = Math.Floor(table.Physicians.Sum() + 0.5);
        if (stock > PhysicianTable.MostOfACohort)
        {
            errors.Add(source.Binder.PlaceOf(source.Scenario, "territories"),
                $"{InputScalars.Plain(stock)} physicians at the start: at most {PhysicianTable.MostOfACohort} can be named");
        }
    }

    private static double PartOf(double country, PhysicianSettings physicians, TerritoryTable table) =>
        table.Population.Sum() / country / physicians.BornHereShare;

    /// <summary>Whether a file says other territories itself, so that its settings are theirs.</summary>
    private static bool IsOfOthers(string file, string territories) => File.Exists(file)
        && YamlFile.Read(file, new InputErrors())?.Find("territories")?.Value is YamlScalar { Text.Length: > 0 } said
        && Path.GetFullPath(said.Text, said.Folder) != territories;
}
