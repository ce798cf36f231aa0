using System.Text;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>What was read out of a sweep, as people read it on a terminal.</summary>
public static class DiscoveryText
{
    /// <summary>Significant digits of numbers.</summary>
    private const int Digits = 4;

    private const int ShownOfFront = 10;

    /// <summary>Boxes with their ranges, and the points of fronts.</summary>
    public static string Write(Findings findings, ReportText text)
    {
        var said = new StringBuilder();
        foreach (BoxFinding box in findings.Boxes)
        {
            Write(said, findings.Table, box, text);
        }

        foreach (FrontFinding front in findings.Fronts)
        {
            Write(said, findings.Table, front, text);
        }

        return said.ToString();
    }

    private static void Write(StringBuilder said, PointTable table, BoxFinding found, ReportText text)
    {
        PrimBox box = found.Box;
        var context = new DiscoveryContext(found, null, text, table.Captions);
        string label = context.Label(found.Outcome), limit = context.Limit(found), scenario = table.Captions.Called(found.Scenario, text);
        said.AppendLine(text.Say(
            $"{scenario}: {label}, {limit} at {box.AllCases} of {box.AllPoints} points",
            $"{scenario}\u00a0: {label}, {limit} en {PointCount.French(box.AllCases)} sur {box.AllPoints}"));
        if (box.AllCases == 0 || box.Restricted == 0)
        {
            said.AppendLine(box.AllCases == 0
                ? text.Say("  no point is of interest: no box", "  aucun point n’intéresse\u00a0: pas de boîte")
                : text.Say("  no range holds them more densely than all points do",
                    "  aucune plage ne les contient plus densément que l’ensemble"));
            return;
        }

        said.AppendLine(text.Say(
            $"  box: it holds {text.Percent(box.Coverage)} of them (coverage); {text.Percent(box.Density)} of its points are such "
                + $"(density); it is {text.Percent(box.Mass)} of all points (mass)",
            $"  boîte\u00a0: elle en contient {text.Percent(box.Coverage)} (couverture)\u00a0; {text.Percent(box.Density)} de ses points "
                + $"en sont (densité)\u00a0; elle fait {text.Percent(box.Mass)} de tous les points (masse)"));
        string[] names = [.. table.Numbers.Select(n => table.Captions.Called(n.Name, text))];
        int width = Enumerable.Range(0, names.Length).Where(box.Restricts).Max(k => names[k].Length);
        for (int k = 0; k < table.Numbers.Count; k++)
        {
            if (box.Restricts(k))
            {
                string p = found.QuasiP[k] < 0.001 ? "< " + text.Number(0.001, 3) : text.Number(found.QuasiP[k], 3);
                double last = double.IsInfinity(box.High[k]) ? box.Low[k] : box.High[k];
                string range = table.Captions.With(table.Numbers[k].Name, Range(box.Low[k], box.High[k], text), last, text);
                said.AppendLine($"    {names[k].PadRight(width)}  {range}  (quasi-p {p})");
            }
        }
    }

    private static void Write(StringBuilder said, PointTable table, FrontFinding found, ReportText text)
    {
        var context = new DiscoveryContext(null, found, text, table.Captions);
        FrontPoint[] front = [.. found.Points.Where(p => p.Standing == Standing.Front).OrderBy(p => p.Cost.Mean)];
        int open = found.Points.Count(p => p.Standing == Standing.NotTold), beaten = found.Points.Count - front.Length - open;
        (string effect, string cost, string on) =
            (context.Label(found.Effect), context.Label(found.Cost), OnFront(found, front.Length, text));
        said.AppendLine(text.Say(
            $"{effect} against {cost}: {on} on the front, where no other gives more for less; {open} off it perhaps by chance, {beaten} "
                + "beyond chance",
            $"{effect} contre {cost}\u00a0: {on} sur le front, où aucun autre ne donne plus pour moins\u00a0; {open} en dehors, peut-être "
                + $"par hasard, {beaten} au-delà du hasard"));
        foreach (string line in Lines(context, table, found, front))
        {
            said.AppendLine($"    {line}");
        }

        if (front.Length + (found.Baseline is null ? 0 : 1) - ShownOfFront is > 0 and int more)
        {
            said.AppendLine(text.Say($"    and {more} more: {DiscoveryTables.ParetoFile}",
                $"    et {more} de plus\u00a0: {DiscoveryTables.ParetoFile}"));
        }
    }

    /// <summary>The first points of the front and the baseline in the order of their costs, numbers of a column written alike.</summary>
    private static IEnumerable<string> Lines(DiscoveryContext context, PointTable table, FrontFinding found, FrontPoint[] front)
    {
        ReportText text = context.Text;
        FrontPoint?[] shown = [.. front.Append(null).Where(p => p is not null || found.Baseline is not null)
            .OrderBy(p => p?.Cost.Mean ?? 0).ThenBy(p => p is not null).Take(ShownOfFront)];
        IReadOnlyList<string> effects = context.Amounts(found.Effect, [.. shown.Select(p => p?.Effect.Mean ?? 0)]),
            costs = context.Amounts(found.Cost, [.. shown.Select(p => p?.Cost.Mean ?? 0)]);
        int[] decimals = [.. Enumerable.Range(0, table.Numbers.Count)
            .Select(k => Decimals(shown.OfType<FrontPoint>().Select(p => p.Row.Numbers[k])))];
        foreach ((int k, FrontPoint? point) in shown.Index())
        {
            string called = point is null ? context.Baseline(found.Baseline!) + Behind(found.Baseline!.Standing, text) : Called(point);
            yield return $"{effects[k].PadLeft(effects.Max(e => e.Length))}  {costs[k].PadLeft(costs.Max(c => c.Length))}  {called}";
        }

        string Called(FrontPoint point)
        {
            string numbers = string.Join(text.Semicolon, table.Numbers.Select(n => n.Name).Zip(point.Row.Numbers, decimals)
                .Where(n => !double.IsNaN(n.Second)).Select(n => $"{table.Captions.Called(n.First, text)} = "
                    + table.Captions.With(n.First, text.Number(n.Second, n.Third), n.Second, text)));
            return table.Captions.Called(point.Row.Scenario, text) + (numbers.Length == 0 ? "" : text.Colon + numbers);
        }
    }

    /// <summary>That the baseline is not on the front, in brackets; empty where it is.</summary>
    private static string Behind(Standing standing, ReportText text) => standing switch
    {
        Standing.Front => "",
        Standing.NotTold => text.Say(" (off the front perhaps by chance)", " (en dehors du front, peut-être par hasard)"),
        _ => text.Say(" (off the front beyond chance)", " (en dehors du front, au-delà du hasard)"),
    };

    /// <summary>What stands on the front: points of the sweep, of which the baseline is none, and the baseline.</summary>
    private static string OnFront(FrontFinding found, int points, ReportText text) => found.Baseline?.Standing != Standing.Front
        ? PointCount.Of(points)
        : points == 0
        ? text.Say("the baseline alone", "la référence seule")
        : text.Say($"the baseline and {PointCount.Of(points)}", $"la référence et {PointCount.Of(points)}");

    private static string Range(double low, double high, ReportText text) => double.IsInfinity(low)
        ? $"≤ {Number(high, text)}"
        : double.IsInfinity(high) ? $"≥ {Number(low, text)}"
        : text.Say($"{Number(low, text)} to {Number(high, text)}", $"{Number(low, text)} à {Number(high, text)}");

    /// <summary>A number of four significant digits, whole ones without decimals.</summary>
    private static string Number(double value, ReportText text) => text.Number(value, Decimals([value]));

    private static int Decimals(IEnumerable<double> column) => column.Where(double.IsFinite).ToArray() is var known
        && known.All(value => value == Math.Round(value)) ? 0 : ReportText.DecimalsTogether(known, Digits);
}
