using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Validation;

/// <summary>What a forecast starts from and is compared with; row i is territory i of the prepared scenario.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Loaded">The scenario and its files.</param>
/// <param name="Prepared">The scenario with the observed start in the place of the table's physicians.</param>
/// <param name="Start">Physicians counted at the start, as the model starts from them; NaN where not observed, shape [I].</param>
/// <param name="End">Physicians counted at the end; NaN where not observed, shape [I].</param>
/// <param name="End60Plus">Of them, 60 or over; NaN where not observed, shape [I].</param>
/// <param name="Factor">What the counts of the start were multiplied by; 1 where they are taken as they are.</param>
/// <param name="Files">The table.</param>
public sealed record BacktestSource(
    BacktestSettings Settings, LoadedExperiment Loaded, PreparedScenario Prepared, double[] Start, double[] End, double[] End60Plus,
    double Factor, IReadOnlyList<SourceFile> Files)
{
    /// <summary>The territories.</summary>
    public TerritoryTable Table => Prepared.Territories;

    /// <summary>Territories that are compared: both counts are there.</summary>
    public int[] Compared { get; } =
        [.. Enumerable.Range(0, Start.Length).Where(i => double.IsFinite(Start[i]) && double.IsFinite(End[i]))];
}

/// <summary>Reads the scenario and the observed counts of a forecast.</summary>
internal static class BacktestReader
{
    /// <summary>Fewest territories that scores are worth anything of.</summary>
    private const int Fewest = 3;

    private const double Most = 1e6;

    /// <summary>Reads both; null where one is refused, which is noted.</summary>
    public static BacktestSource? Read(BacktestSettings settings, Binder binder, int threads, InputErrors errors)
    {
        int before = errors.All.Count;
        if (settings.Years is { From: > 0, Count: 1 })
        {
            errors.Add(binder.PlaceOf(settings, "years"), "the last year comes after the first: nothing is forecast within a year");
        }

        LoadedExperiment? loaded = settings.Years.From == 0 ? null : Load(settings, binder, threads, errors);
        CsvTable? csv = settings.Table.Length == 0 ? null
            : CsvTable.Read(settings.Table, settings, errors, binder.PlaceOf(settings, "table"));
        if (csv is null || settings.Start.Column.Length == 0 || settings.End.Column.Length == 0)
        {
            return null;
        }

        CsvColumn codes = csv.Column(settings.Code, binder.PlaceOf(settings, "code"));
        string[] code = codes.UniqueTexts();
        double[] start = Counts(settings.Start), end = Counts(settings.End);
        double[] old = settings.End60Plus is { } aged ? Counts(aged) : [.. code.Select(_ => double.NaN)];
        if (errors.All.Count > before || loaded is null)
        {
            return null;
        }

        TerritoryTable table = loaded.Experiment.Scenarios[0].Territories;
        Dictionary<string, int> rows = code.Index().ToDictionary(row => row.Item, row => row.Index);
        double[] Placed(double[] counts) => [.. table.Code.Select(c => rows.TryGetValue(c, out int row) ? counts[row] : double.NaN)];
        (double[] from, double[] to, double[] elderly) = (Placed(start), Placed(end), Placed(old));
        int both = from.Zip(to).Count(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second));
        if (both < Fewest)
        {
            errors.Add(binder.PlaceOf(settings, "code"),
                $"{both} of {table.Count} territories have both counts, at least {Fewest} are needed: are the codes of column "
                    + $"'{settings.Code}' those of the territories, such as '{table.Code[0]}'?");
            return null;
        }

        double factor = Factor(settings, from, to);
        return new BacktestSource(settings, loaded, Prepare(loaded.Experiment.Scenarios[0], from, factor, settings),
            [.. from.Select(count => count * factor)], to, elderly, factor, [SourceFile.Of(settings.Table)]);

        double[] Counts(ObservedColumn column) =>
            csv.Column(column.Column, binder.PlaceOf(column, "column")).Numbers(0, Most, allowMissing: true);
    }

    /// <summary>
    /// Reads the scenario in the years of the forecast; null where it is refused. Policies that start after them are told once, at the
    /// years of the file, with the way out.
    /// </summary>
    private static LoadedExperiment? Load(BacktestSettings settings, Binder binder, int threads, InputErrors errors)
    {
        string years = $"years={settings.Years}";
        string[] overrides = [years, .. settings.Set];
        var found = new InputErrors();
        LoadedExperiment? loaded = ValidationReader.Load(
            settings.Scenario, settings.Territories, overrides, settings.Replications, threads, found);
        ScenarioSource? source = loaded is null && File.Exists(settings.Scenario)
            ? ScenarioReader.Read(settings.Scenario, new InputErrors(), overrides)
            : null;
        (int From, Place Place)[] late = source is null ? [] : ScenarioReader.Late(source);
        (Place place, Place set) = (binder.PlaceOf(settings, "years"), YamlOverride.PlaceOf(years));
        if (late.Length > 0)
        {
            (int from, int to, int until) = (late.Min(p => p.From), late.Max(p => p.From), settings.Years.Until);
            string file = Path.GetFileName(settings.Scenario);
            errors.Add(place, new Words(
                $"the forecast ends in {until}, before policies of {file} start: {late.Length} of them, from {from} to {to}; name a "
                    + $"scenario of what was in force then, such as one that extends {file} with 'policies!: []' (docs/results.md)",
                $"la prévision finit en {until}, avant que commencent des mesures de {file}\u00a0: {late.Length}, de {from} à {to}\u00a0; "
                    + $"nommer un scénario de ce qui était alors en vigueur, par exemple un qui étend {file} avec "
                    + "«\u00a0policies!: []\u00a0» (docs/results.md)"));
        }

        errors.Add(found.All.Where(e => late.Length == 0 || (e.Place != set && !late.Any(p => p.Place == e.Place)))
            .Select(e => e.Place == set ? e with { Place = place } : e));
        return loaded;
    }

    /// <summary>What makes the two counts differ by the change of one definition, over the territories that have both.</summary>
    private static double Factor(BacktestSettings settings, double[] from, double[] to)
    {
        if (settings.NationalChange is not { } change)
        {
            return 1;
        }

        var both = from.Zip(to).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)).ToArray();
        return both.Sum(pair => pair.Second) / (1 + change.Value) / both.Sum(pair => pair.First);
    }

    /// <summary>The scenario with what was counted; a territory that was not keeps the physicians of its table.</summary>
    private static PreparedScenario Prepare(PreparedScenario prepared, double[] from, double factor, BacktestSettings settings)
    {
        TerritoryTable table = prepared.Territories;
        var provenance = new Provenance("physicians", Knowledge.Real, settings.Start.Source, $"{settings.Years.From}", "", "GPs");
        TerritoryTable counted = table with
        {
            Physicians = [.. from.Zip(table.Physicians, (count, own) => double.IsFinite(count) ? count * factor : own)],
            Provenance = [.. table.Provenance.Select(row => row.Variable == provenance.Variable ? provenance : row)],
        };
        return new PreparedScenario(prepared.Scenario, counted, prepared.TravelTimes, prepared.Distances, prepared.TrainingPlaces);
    }
}
