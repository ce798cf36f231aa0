using InstallSim.Charts.Files;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Discovery;

/// <summary>What was read out of a sweep as one HTML file that opens with no server and no network.</summary>
internal static class DiscoveryPage
{
    // Points of a front that are shown.
    private const int Most = 50;

    /// <summary>The page.</summary>
    /// <param name="findings">What was read out.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="folder">Where these are.</param>
    /// <param name="text">The language.</param>
    public static string Write(Findings findings, DiscoveryFigures figures, string folder, ReportText text)
    {
        PointTable table = findings.Table;
        string title = text.Say("Where among many points is what is wanted", "Où, parmi bien des points, est ce qui est voulu");
        return FilePage.Page(title, text, Html.Of($"""
            <h1>{title}</h1>
            <p>{Sample(table, text)}</p>
            {Html.Join(findings.Boxes.Zip(figures.Boxes, (box, figure) => Box(new(box, null, text, table.Captions), table)
                + FilePage.Figures(figure, folder, text)))}
            {Html.Join(findings.Fronts.Zip(figures.Fronts, (front, figure) => Front(new(null, front, text, table.Captions), table)
                + FilePage.Figures(figure, folder, text)))}
            <h2>{text.Say("Ranges of the numbers", "Plages des nombres")}</h2>
            {Ranges(table, text)}
            """));
    }

    private static string Sample(PointTable table, ReportText text)
    {
        int points = table.Rows.Select(r => r.Point).Distinct().Count(), replications = table.Rows.Max(r => r.Outcomes.Max(o => o.Length));
        string s = replications == 1 ? "" : "s", said = replications == 1
            ? text.Say("is what its one replication gave, which does not tell chance from effect",
                "est le résultat de son unique réplication, qui ne distingue pas l’effet du hasard")
            : text.Say("is the mean of its replications, which differ by chance alone",
                "est la moyenne de ses réplications, que seul le hasard sépare");
        return text.Say(
            $"All numbers of the table at the end vary together, over {PointCount.Of(points)}; each scenario was run at each, "
                + $"{replications} replication{s}. What is said of a point {said}.",
            $"Tous les nombres du dernier tableau varient ensemble, sur {PointCount.French(points)}\u00a0; chaque scénario a été "
                + $"calculé en chacun, {replications} réplication{s}. Ce qui est dit d’un point {said}.");
    }

    private static Markup Box(DiscoveryContext context, PointTable table)
    {
        ReportText text = context.Text;
        string[][] ranges = [.. DiscoveryText.Ranges(context, table)];
        return Html.Of($"<h2>{DiscoveryText.Title(context)}</h2>\n")
            + Html.Of($"<p>{Sentence(DiscoveryText.Cases(context))} {Sentence(DiscoveryText.Found(context))}</p>\n")
            + (ranges.Length == 0 ? default : FilePage.Table(
                [text.Say("Number", "Nombre"), text.Say("Range", "Plage"), text.Say("quasi-p", "quasi-p")], ranges)
                + FilePage.Note(text.Say(
                    "Quasi-p: the probability that as many of the box’s points are of interest by chance, without this range. The box was "
                        + "sought with the same points: a hint to leave a range out, no test.",
                    "Quasi-p\u00a0: la probabilité qu’autant de points de la boîte intéressent par hasard, sans cette plage. La boîte a "
                        + "été cherchée avec les mêmes points\u00a0: un indice pour ôter une plage, non un test.")));
    }

    private static Markup Front(DiscoveryContext context, PointTable table)
    {
        (FrontFinding found, ReportText text) = (context.Front!, context.Text);
        FrontPoint?[] front = DiscoveryText.OnFront(found), shown = [.. front.Take(Most)];
        int[] numbers = [.. Enumerable.Range(0, table.Numbers.Count)
            .Where(k => shown.Any(p => double.IsFinite(p?.Row.Numbers[k] ?? double.NaN)))];
        string[] ofEffect = Intervals(context, found.Effect, [.. shown.Select(p => p?.Effect)]),
            ofCost = Intervals(context, found.Cost, [.. shown.Select(p => p?.Cost)]),
            interval = ofEffect.Concat(ofCost).All(i => i.Length == 0) ? [] : [text.Say("95 % interval", "intervalle à 95\u00a0%")];
        IReadOnlyList<string?>[] columns =
        [
            [.. shown.Select(point => DiscoveryText.Called(context, point))],
            context.Amounts(found.Effect, [.. shown.Select(p => p?.Effect.Mean ?? 0)], isUnitAbove: true),
            .. interval.Select(_ => ofEffect),
            context.Amounts(found.Cost, [.. shown.Select(p => p?.Cost.Mean ?? 0)], isUnitAbove: true),
            .. interval.Select(_ => ofCost),
            .. numbers.Select(k => DiscoveryText.Values(context, table, k, shown)),
        ];
        return Html.Of($"<h2>{DiscoveryText.Title(context)}</h2>\n<p>{Sentence(DiscoveryText.Standings(context))}</p>\n")
            + FilePage.Table(
                [
                    text.Say("On the front", "Sur le front"), context.Head(text.Say("Effect", "Effet"), found.Effect), .. interval,
                    context.Head(text.Say("Cost", "Coût"), found.Cost), .. interval,
                    .. numbers.Select(k => table.Captions.Called(table.Numbers[k].Name, text)),
                ],
                Enumerable.Range(0, shown.Length).Select(row => columns.Select(column => column[row] ?? "").ToArray()))
            + FilePage.Note((front.Length > Most ? Sentence(DiscoveryText.More(front.Length - Most, text)) + " " : "")
                + (interval.Length == 0 ? ""
                    : text.Say("Intervals are over replications. ", "Les intervalles portent sur les réplications. "))
                + text.Say(
                "The best of many points looks better than it is: run them again with more replications before choosing.",
                "Le meilleur de bien des points paraît meilleur qu’il n’est\u00a0: les recalculer avec plus de réplications avant de "
                    + "choisir."));
    }

    /// <summary>Intervals below one another; nothing of the baseline, and where replications are one or equal.</summary>
    private static string[] Intervals(DiscoveryContext context, OutcomeColumn outcome, Interval?[] column)
    {
        IReadOnlyList<string> ends =
            context.Amounts(outcome, [.. column.SelectMany(i => (double[])[End(i?.Lower), End(i?.Upper)])], isUnitAbove: true);
        return [.. column.Select((i, k) => i is { StandardError: > 0 }
            ? context.Text.Say($"{ends[2 * k]} to {ends[(2 * k) + 1]}", $"de {ends[2 * k]} à {ends[(2 * k) + 1]}") : "")];

        static double End(double? end) => end is { } known && double.IsFinite(known) ? known : 0;
    }

    private static Markup Ranges(PointTable table, ReportText text) => FilePage.Table(
        [
            text.Say("Number", "Nombre"), text.Say("Key", "Clé"), text.Say("Unit", "Unité"), text.Say("Low", "Bas"),
            text.Say("High", "Haut"),
        ],
        table.Numbers.Select(n => (string[])
            [
                table.Captions.Called(n.Name, text), n.Name, table.Captions.Unit(n.Name, text), DiscoveryText.Number(n.Low, text),
                DiscoveryText.Number(n.High, text),
            ]), words: 3);

    private static string Sentence(string said) => char.ToUpperInvariant(said[0]) + said[1..] + ".";
}
