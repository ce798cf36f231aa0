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
        foreach (var group in rows.Where(r => r.Year == manifest.LastYear && Shown.Contains(r.Indicator))
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
    }

    private static string Called(Manifest manifest, string scenario, ReportText text) =>
        manifest.Scenarios.FirstOrDefault(s => s.Name == scenario)?.ShownTitle(text) ?? scenario;

    private static IEnumerable<string> Lines(FolderDifference[] rows, ReportText text)
    {
        (Indicator Indicator, FolderDifference Row)[] known = [.. rows.Select(r => (IndicatorCatalog.Find(r.Indicator)!, r))
            .Where(r => double.IsFinite(r.r.Interval.Mean))];
        int width = known.Length == 0 ? 0 : known.Max(k => text.Label(k.Indicator).Length);
        foreach ((Indicator indicator, FolderDifference row) in known)
        {
            Func<double, string> shown = row.Of == DifferenceOf.Level
                ? value => text.Value(indicator, value)
                : value => text.Difference(indicator, value);
            string interval = row.Interval.IsTied ? text.InAllReplications()
                : double.IsNaN(row.Interval.Lower) ? text.NotDetermined()
                : text.Interval(indicator, row.Interval.Lower, row.Interval.Upper);
            yield return $"  {text.Label(indicator).PadRight(width)}  {shown(row.A)} → {shown(row.B)}  "
                + $"{text.Difference(indicator, row.Interval.Mean)} [{interval}]";
        }
    }
}
