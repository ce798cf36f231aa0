using System.Text;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>What was read out of a sweep, as people read it on a terminal.</summary>
public static class DiscoveryText
{
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
        string label = new DiscoveryContext(found, null, text).Label(found.Outcome);
        string limit = found.Settings.Above is { } above
            ? text.Say($"above {Number(above, text)}", $"au-dessus de {Number(above, text)}")
            : text.Say($"below {Number(found.Settings.Below!.Value, text)}", $"sous {Number(found.Settings.Below!.Value, text)}");
        said.AppendLine(text.Say(
            $"{found.Scenario}: {label} {limit} at {box.AllCases} of {box.AllPoints} points",
            $"{found.Scenario}\u00a0: {label} {limit} en {box.AllCases} points sur {box.AllPoints}"));
        if (box.AllCases == 0 || box.Restricted == 0)
        {
            said.AppendLine(box.AllCases == 0
                ? text.Say("  no point is of interest: no box", "  aucun point n’intéresse\u00a0: pas de boîte")
                : text.Say("  no range holds them more densely than all points do",
                    "  aucune plage ne les contient plus densément que l’ensemble"));
            return;
        }

        said.AppendLine(text.Say(
            $"  box: coverage {text.Percent(box.Coverage)}, density {text.Percent(box.Density)}, mass {text.Percent(box.Mass)}",
            $"  boîte\u00a0: couverture {text.Percent(box.Coverage)}, densité {text.Percent(box.Density)}, masse "
                + text.Percent(box.Mass)));
        int width = table.Numbers.Max(n => n.Length);
        for (int k = 0; k < table.Numbers.Count; k++)
        {
            if (box.Restricts(k))
            {
                string p = found.QuasiP[k] < 0.001 ? "< " + text.Number(0.001, 3) : text.Number(found.QuasiP[k], 3);
                said.AppendLine($"    {table.Numbers[k].PadRight(width)}  {Range(box.Low[k], box.High[k], text)}  (quasi-p {p})");
            }
        }
    }

    private static void Write(StringBuilder said, PointTable table, FrontFinding found, ReportText text)
    {
        var context = new DiscoveryContext(null, found, text);
        FrontPoint[] front = [.. found.Points.Where(p => p.Standing == Standing.Front).OrderBy(p => p.Cost.Mean)];
        int open = found.Points.Count(p => p.Standing == Standing.NotTold), beaten = found.Points.Count - front.Length - open;
        said.AppendLine(text.Say(
            $"{context.Label(found.Effect)} against {context.Label(found.Cost)}: {front.Length} points on the front, {open} not told "
                + $"from it, {beaten} dominated beyond chance",
            $"{context.Label(found.Effect)} contre {context.Label(found.Cost)}\u00a0: {front.Length} points sur le front, {open} non "
                + $"distincts, {beaten} dominés au-delà du hasard"));
        foreach (FrontPoint point in front.Take(ShownOfFront))
        {
            string numbers = string.Join(", ", table.Numbers.Zip(point.Row.Numbers).Where(n => !double.IsNaN(n.Second))
                .Select(n => $"{n.First} = {Number(n.Second, text)}"));
            said.AppendLine($"    {Number(point.Effect.Mean, text)}  {Number(point.Cost.Mean, text)}  {point.Row.Scenario}, {numbers}");
        }

        if (front.Length > ShownOfFront)
        {
            said.AppendLine(text.Say($"    and {front.Length - ShownOfFront} more: {DiscoveryTables.ParetoFile}",
                $"    et {front.Length - ShownOfFront} de plus\u00a0: {DiscoveryTables.ParetoFile}"));
        }
    }

    private static string Range(double low, double high, ReportText text) => double.IsInfinity(low)
        ? $"≤ {Number(high, text)}"
        : double.IsInfinity(high) ? $"≥ {Number(low, text)}"
        : $"{Number(low, text)} – {Number(high, text)}";

    private static string Number(double value, ReportText text) => text.Number(
        value, value == Math.Round(value) ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6));
}
