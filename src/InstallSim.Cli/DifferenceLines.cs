using InstallSim.Experiments.Differences;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Cli;

/// <summary>How two results differ at the last year, on the terminal.</summary>
internal static class DifferenceLines
{
    private static readonly string[] Shown =
    [
        "stock", "stock-under-dense", "accessibility-mean", "share-under-threshold", "policy-cost-cumulative",
    ];

    /// <summary>Settings shown on the terminal, at most.</summary>
    private const int MostSettings = 20;

    public static void Write(ResultsPair pair, IReadOnlyList<FolderDifference> rows, TextWriter output, ReportText text)
    {
        Manifest manifest = pair.A.Manifest;
        text = text.Calling(manifest.Specialty);
        string of = pair.HoldsDoubt ? text.Say("one more replication", "une réplication de plus") : text.Say("the mean", "la moyenne"),
            how = pair.IsPaired
                ? text.Say($"paired by replication ({manifest.Replications})", $"appariés par réplication ({manifest.Replications})")
                : text.Say($"not paired ({manifest.Replications} and {pair.B.Manifest.Replications} replications)",
                    $"non appariés ({manifest.Replications} et {pair.B.Manifest.Replications} réplications)");
        output.WriteLine(text.Say(
            $"{pair.B.Folder} − {pair.A.Folder} in {manifest.LastYear}: difference [95 % interval of {of}], {how}",
            $"{pair.B.Folder} − {pair.A.Folder} en {manifest.LastYear}\u00a0: écart [intervalle à 95\u00a0% pour {of}], {how}"));
        WriteSettings(pair.Settings, output, text);
        FolderDifference[] last = [.. rows.Where(r =>
            r.Year == manifest.LastYear && Shown.Contains(r.Indicator) && double.IsFinite(r.Interval.Mean))];
        foreach (var group in last.Where(r => !IsNothing(r))
            .GroupBy(r => (r.ScenarioA, r.ScenarioB, r.Of)))
        {
            string a = Called(manifest, group.Key.ScenarioA, text), b = Called(pair.B.Manifest, group.Key.ScenarioB, text);
            string scenario = a == b ? a : $"{b} − {a}";
            output.WriteLine(group.Key.Of == DifferenceOf.Level
                ? text.Say($"{scenario}:", $"{scenario}\u00a0:")
                : text.Say($"{scenario}, effect beside “{Called(manifest, manifest.Baseline!, text)}”:",
                    $"{scenario}, effet par rapport à «\u00a0{Called(manifest, manifest.Baseline!, text)}\u00a0»\u00a0:"));
            foreach (string line in Lines([.. group], text))
            {
                output.WriteLine(line);
            }
        }

        if (last.Count(IsNothing) is > 0 and int none)
        {
            output.WriteLine(none == last.Length
                ? text.Say($"None of {none} rows differs: all are the same in every replication",
                    $"Aucune des {none} lignes ne diffère\u00a0: toutes sont les mêmes dans chaque réplication")
                : text.Say($"Left out: {none} of {last.Length} rows, the same in every replication",
                    $"Passées sous silence\u00a0: {none} lignes sur {last.Length}, les mêmes dans chaque réplication"));
        }
    }

    /// <summary>Whether a row says that nothing differs in any replication.</summary>
    private static bool IsNothing(FolderDifference row) => row.Interval is { Mean: 0, Lower: 0, Upper: 0 };

    /// <summary>In what the scenarios differ, a line each; the rest is in the description.</summary>
    private static void WriteSettings(IReadOnlyList<ScenarioDifference>? all, TextWriter output, ReportText text)
    {
        if (all is null or [])
        {
            output.WriteLine(all is null
                ? text.Say("Which settings differ is not known: a folder does not hold its scenarios",
                    "On ignore quels réglages diffèrent\u00a0: un dossier ne contient pas ses scénarios")
                : text.Say("No setting of the scenarios differs, and no table of theirs",
                    "Aucun réglage des scénarios ne diffère, ni aucune de leurs tables"));
            return;
        }

        output.WriteLine(text.Say("Settings that differ:", "Réglages qui diffèrent\u00a0:"));
        foreach (ScenarioDifference one in all.Take(MostSettings))
        {
            string where = one.Scenarios.Count == 0 ? "" : $"  ({string.Join(", ", one.Scenarios)})";
            output.WriteLine(one.IsFile
                ? text.Say($"  {one.Key}: other content", $"  {one.Key}\u00a0: autre contenu")
                : $"  {one.Key}  {one.A ?? NotSaid(text)} → {one.B ?? NotSaid(text)}{where}");
        }

        if (all.Count > MostSettings)
        {
            output.WriteLine(text.Say($"  and {all.Count - MostSettings} more, in {FolderComparison.DescriptionFile}",
                $"  et {all.Count - MostSettings} de plus, dans {FolderComparison.DescriptionFile}"));
        }
    }

    private static string NotSaid(ReportText text) => text.Say("not said", "non dit");

    private static string Called(Manifest manifest, string scenario, ReportText text) =>
        manifest.Scenarios.FirstOrDefault(s => s.Name == scenario)?.ShownTitle(text) ?? scenario;

    private static IEnumerable<string> Lines(FolderDifference[] rows, ReportText text)
    {
        (Indicator Indicator, FolderDifference Row)[] known = [.. rows.Select(r => (IndicatorCatalog.Find(r.Indicator)!, r))];
        int width = known.Max(k => text.Label(k.Indicator).Length);
        foreach ((Indicator indicator, FolderDifference row) in known)
        {
            (double mean, double error, double lower, double upper, int count) = row.Interval;
            int decimals = IndicatorText.DecimalsOf(
                indicator, new Comparison("", "", row.Year, row.Indicator, mean, error, lower, upper, count));
            Func<double, string> shown = row.Of == DifferenceOf.Level
                ? value => text.Value(indicator, value)
                : value => text.Difference(indicator, value, decimals);
            string interval = row.Interval.IsTied ? text.InAllReplications()
                : double.IsNaN(lower) ? text.NotDetermined()
                : text.Interval(indicator, lower, upper, decimals) + text.Beyond(indicator, lower, upper);
            yield return $"  {text.Label(indicator).PadRight(width)}  {shown(row.A)} → {shown(row.B)}  "
                + $"{text.Difference(indicator, mean, decimals)} [{interval}]";
        }
    }
}
