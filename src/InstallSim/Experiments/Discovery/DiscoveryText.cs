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
        var context = new DiscoveryContext(found, null, text, table.Captions);
        said.AppendLine($"{Title(context)} {Cases(context)}").AppendLine($"  {Found(context)}");
        string[][] ranges = [.. Ranges(context, table)];
        foreach (string[] of in ranges)
        {
            said.AppendLine($"    {of[0].PadRight(ranges.Max(r => r[0].Length))}  {of[1]}  (quasi-p {of[2]})");
        }
    }

    private static void Write(StringBuilder said, PointTable table, FrontFinding found, ReportText text)
    {
        var context = new DiscoveryContext(null, found, text, table.Captions);
        said.AppendLine(Title(context) + text.Colon + Standings(context));
        FrontPoint?[] front = OnFront(found), shown = [.. front.Take(ShownOfFront)];
        foreach (string line in Lines(context, table, shown))
        {
            said.AppendLine($"    {line}");
        }

        if (front.Length - shown.Length is > 0 and int more)
        {
            said.AppendLine($"    {More(more, text)}");
        }
    }

    /// <summary>What a box or a front is of.</summary>
    internal static string Title(DiscoveryContext context)
    {
        ReportText text = context.Text;
        return context.Box is { } box
            ? $"{context.Captions.Called(box.Scenario, text)}{text.Colon}{context.Label(box.Outcome)}, {context.Limit(box)}"
            : $"{context.Label(context.Front!.Effect)} {text.Say("against", "contre")} {context.Label(context.Front.Cost)}";
    }

    /// <summary>At how many points an outcome is of interest.</summary>
    internal static string Cases(DiscoveryContext context)
    {
        PrimBox box = context.Box!.Box;
        return context.Text.Say(
            $"at {box.AllCases} of {box.AllPoints} points", $"en {PointCount.French(box.AllCases)} sur {box.AllPoints}");
    }

    /// <summary>What the box holds, or that there is none.</summary>
    internal static string Found(DiscoveryContext context)
    {
        (PrimBox box, ReportText text) = (context.Box!.Box, context.Text);
        return box.AllCases == 0
            ? text.Say("no point is of interest: no box", "aucun point n’intéresse\u00a0: pas de boîte")
            : box.Restricted == 0
            ? text.Say("no range holds them more densely than all points do", "aucune plage ne les contient plus densément que l’ensemble")
            : text.Say(
                $"box: it holds {text.Percent(box.Coverage)} of them (coverage); {text.Percent(box.Density)} of its points are such "
                    + $"(density); it is {text.Percent(box.Mass)} of all points (mass)",
                $"boîte\u00a0: elle en contient {text.Percent(box.Coverage)} (couverture)\u00a0; {text.Percent(box.Density)} de ses "
                    + $"points en sont (densité)\u00a0; elle fait {text.Percent(box.Mass)} de tous les points (masse)");
    }

    /// <summary>Number, range with its unit and quasi-p of each restriction of a box.</summary>
    internal static IEnumerable<string[]> Ranges(DiscoveryContext context, PointTable table)
    {
        (BoxFinding found, ReportText text) = (context.Box!, context.Text);
        PrimBox box = found.Box;
        return Enumerable.Range(0, table.Numbers.Count).Where(k => box.AllCases > 0 && box.Restricts(k)).Select(k =>
        {
            string p = found.QuasiP[k] < 0.001 ? "< " + text.Number(0.001, 3) : text.Number(found.QuasiP[k], 3);
            double last = double.IsInfinity(box.High[k]) ? box.Low[k] : box.High[k];
            string range = table.Captions.With(table.Numbers[k].Name, Range(box.Low[k], box.High[k], text), last, text);
            return (string[])[table.Captions.Called(table.Numbers[k].Name, text), range, p];
        });
    }

    /// <summary>How many points are on a front, and off it.</summary>
    internal static string Standings(DiscoveryContext context)
    {
        (FrontFinding found, ReportText text) = (context.Front!, context.Text);
        (int open, int beaten) = (found.Count(Standing.NotTold), found.Count(Standing.Dominated));
        string on = HowMany(found, found.Count(Standing.Front), text);
        return found.IsOfOneReplication ? text.Say(
            $"{on} on the front, where no other gives more for less; {open} off it, which one replication does not tell from chance",
            $"{on} sur le front, où aucun autre ne donne plus pour moins\u00a0; {open} en dehors, qu’une réplication ne distingue pas du "
                + "hasard")
            : text.Say(
            $"{on} on the front, where no other gives more for less; {open} off it perhaps by chance, {beaten} beyond chance",
            $"{on} sur le front, où aucun autre ne donne plus pour moins\u00a0; {open} en dehors, peut-être par hasard, {beaten} au-delà "
                + "du hasard");
    }

    /// <summary>The points of a front in the order of their costs, the baseline among them where it has a place, as null.</summary>
    internal static FrontPoint?[] OnFront(FrontFinding found) => [.. found.Points.Where(p => p.Standing == Standing.Front)
        .OrderBy(p => p.Cost.Mean).Append(null).Where(p => p is not null || found.Baseline is not null)
        .OrderBy(p => p?.Cost.Mean ?? 0).ThenBy(p => p is not null)];

    /// <summary>Where those are that are not shown.</summary>
    internal static string More(int more, ReportText text) => text.Say(
        $"and {more} more: {DiscoveryTables.ParetoFile}", $"et {more} de plus\u00a0: {DiscoveryTables.ParetoFile}");

    /// <summary>What stands on a front: a point's scenario, or the baseline and how it stands.</summary>
    internal static string Called(DiscoveryContext context, FrontPoint? point) => point is null
        ? context.Baseline(context.Front!.Baseline!) + Behind(context.Front.Baseline!.Standing, context.Text)
        : context.Captions.Called(point.Row.Scenario, context.Text);

    /// <summary>Values of a number at points that are shown, written alike with their unit; null where a point has none.</summary>
    internal static IReadOnlyList<string?> Values(DiscoveryContext context, PointTable table, int number, FrontPoint?[] shown)
    {
        double[] values = [.. shown.Select(p => p?.Row.Numbers[number] ?? double.NaN)];
        int decimals = Decimals(values);
        return [.. values.Select(value => double.IsNaN(value) ? null
            : table.Captions.With(table.Numbers[number].Name, context.Text.Number(value, decimals), value, context.Text))];
    }

    /// <summary>Effect, cost, scenario and numbers of points.</summary>
    private static IEnumerable<string> Lines(DiscoveryContext context, PointTable table, FrontPoint?[] shown)
    {
        (FrontFinding found, ReportText text) = (context.Front!, context.Text);
        IReadOnlyList<string> effects = context.Amounts(found.Effect, [.. shown.Select(p => p?.Effect.Mean ?? 0)]),
            costs = context.Amounts(found.Cost, [.. shown.Select(p => p?.Cost.Mean ?? 0)]);
        IReadOnlyList<string?>[] values = [.. table.Numbers.Select((_, k) => Values(context, table, k, shown))];
        return shown.Select((point, at) =>
        {
            string numbers = string.Join(text.Semicolon, table.Numbers.Select((n, k) => (n.Name, Value: values[k][at]))
                .Where(n => n.Value is not null).Select(n => $"{table.Captions.Called(n.Name, text)} = {n.Value}"));
            return $"{effects[at].PadLeft(effects.Max(e => e.Length))}  {costs[at].PadLeft(costs.Max(c => c.Length))}  "
                + Called(context, point) + (numbers.Length == 0 ? "" : text.Colon + numbers);
        });
    }

    /// <summary>That the baseline is not on the front, in brackets; empty where it is.</summary>
    private static string Behind(Standing standing, ReportText text) => standing switch
    {
        Standing.Front => "",
        Standing.NotTold => text.Say(" (off the front perhaps by chance)", " (en dehors du front, peut-être par hasard)"),
        _ => text.Say(" (off the front beyond chance)", " (en dehors du front, au-delà du hasard)"),
    };

    /// <summary>What stands on the front: points of the sweep, of which the baseline is none, and the baseline.</summary>
    private static string HowMany(FrontFinding found, int points, ReportText text) => found.Baseline?.Standing != Standing.Front
        ? PointCount.Of(points)
        : points == 0
        ? text.Say("the baseline alone", "la référence seule")
        : text.Say($"the baseline and {PointCount.Of(points)}", $"la référence et {PointCount.Of(points)}");

    private static string Range(double low, double high, ReportText text) => double.IsInfinity(low)
        ? $"≤ {Number(high, text)}"
        : double.IsInfinity(high) ? $"≥ {Number(low, text)}"
        : text.Say($"{Number(low, text)} to {Number(high, text)}", $"{Number(low, text)} à {Number(high, text)}");

    /// <summary>A number of four significant digits, whole ones without decimals.</summary>
    internal static string Number(double value, ReportText text) => text.Number(value, Decimals([value]));

    private static int Decimals(IEnumerable<double> column) => column.Where(double.IsFinite).ToArray() is var known
        && known.All(value => value == Math.Round(value)) ? 0 : ReportText.DecimalsTogether(known, Digits);
}
