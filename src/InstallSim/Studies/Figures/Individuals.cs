using System.Text.Json.Nodes;
using InstallSim.Choice.Analysis;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Figures;

/// <summary>What each person wants: posterior means with intervals, people in their order, one panel a coefficient.</summary>
internal sealed class Individuals : IStudyFigure
{
    private const int Most = 300;

    /// <inheritdoc/>
    public string Id => "individuals";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => study.Analyses.Individuals is not null;

    /// <inheritdoc/>
    public string Title(StudyFigureContext context)
    {
        var (name, people) = Coefficients(context).MaxBy(c => c.People.Count(IsClear));
        int clear = StudyFigureContext.Percent(people.Count(IsClear) / (double)people.Length);
        return context.Say(
            FormattableString.Invariant($"Their own choices tell of {clear} % of people whether they want more or less of {name}"),
            FormattableString.Invariant($"Leurs choix disent de {clear} % des personnes si elles veulent plus ou moins de {name}"));
    }

    /// <inheritdoc/>
    public string Subtitle(StudyFigureContext context) => context.Say(
        $"Each person’s coefficient given the person’s choices: mean and 95 % interval, {Unit(context)}, people in order of the mean; grey: zero lies within; {context.Sample}",
        $"Coefficient de chaque personne selon ses choix : moyenne et intervalle à 95 %, {Unit(context)}, personnes rangées par moyenne ; gris : zéro est dans l’intervalle ; {context.Sample}");

    /// <inheritdoc/>
    public string Description(StudyFigureContext context) => context.Say("Intervals, one a person, one panel a coefficient: ", "Intervalles, un par personne, un panneau par coefficient : ") + string.Join("; ", Coefficients(context).Select(c => context.Say(
        FormattableString.Invariant($"{c.Name}, means from {context.Number(c.People.Min(p => p.Estimate))} to {context.Number(c.People.Max(p => p.Estimate))}, {c.People.Count(IsClear)} of {c.People.Length} clear of zero"),
        FormattableString.Invariant($"{c.Name}, moyennes de {context.Number(c.People.Min(p => p.Estimate))} à {context.Number(c.People.Max(p => p.Estimate))}, {c.People.Count(IsClear)} sur {c.People.Length} distincts de zéro")))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(StudyFigureContext context)
    {
        var coefficients = Coefficients(context).ToList();
        int columns = PanelGrid.Columns(context, coefficients.Count);
        double width = PanelGrid.Width(context, columns) - 20;
        return PanelGrid.Draw(columns, coefficients.Select(c => Panel(context, c.Name, c.People, width)));
    }

    private static JsonObject Panel(StudyFigureContext context, string name, Interval[] people, double width)
    {
        // Of very many people every so-manieth is drawn: more would not be seen apart.
        int step = 1 + ((people.Length - 1) / Most);
        var values = people.Index().Where(p => p.Index % step == 0).Select(p => Json.Object($$"""
            {"rank": {{p.Index + 1}}, "mean": {{p.Item.Estimate}}, "lower": {{p.Item.Lower}}, "upper": {{p.Item.Upper}}, "clear": {{IsClear(p.Item)}} }
            """));
        int above = people.Count(p => p.Lower > 0), below = people.Count(p => p.Upper < 0);
        string words = context.Say(
            FormattableString.Invariant($"{above} clearly above zero, {below} below"), FormattableString.Invariant($"{above} nettement au-dessus de zéro, {below} au-dessous"));
        var colour = Json.Object($$"""{"condition": {"test": "datum.clear", "value": {{Palette.Scenarios[0]}} }, "value": {{Palette.Rule}} }""");
        return Json.Object($$"""
            {
              "title": {{PanelGrid.Title(name, words, width)}},
              "width": {{width}}, "height": 150,
              "data": {"values": {{values}} },
              "encoding": {"x": {"field": "rank", "type": "quantitative", "axis": null, "scale": {"nice": false, "zero": false, "padding": 3} } },
              "layer": [
                {"mark": {"type": "rule", "strokeWidth": 1, "opacity": 0.45},
                 "encoding": {"y": {"field": "lower", "type": "quantitative", "axis": {"title": null, "tickCount": 4} }, "y2": {"field": "upper"}, "color": {{colour}} } },
                {"mark": {"type": "point", "filled": true, "size": 9, "opacity": 1}, "encoding": {"y": {"field": "mean", "type": "quantitative"}, "color": {{colour}} } },
                {"data": {"values": [{}]}, "mark": {"type": "rule", "color": {{Palette.Ink}} }, "encoding": {"y": {"datum": 0, "type": "quantitative"}, "x": null} }
              ]
            }
            """);
    }

    private static string Unit(StudyFigureContext context) => context.Study.Analyses.Individuals!.Unit is { } numeraire
        ? context.Say($"units of {numeraire}", $"unités de {numeraire}") : context.Say("utils a unit", "utils par unité");

    private static bool IsClear(Interval person) => person.Lower > 0 || person.Upper < 0;

    private static IEnumerable<(string Name, Interval[] People)> Coefficients(StudyFigureContext context)
    {
        PersonCoefficients all = context.Study.Analyses.Individuals!;
        return all.Variables.Select((name, k) => (name, all.Persons.Select(p => p[k]).OrderBy(i => i.Estimate).ToArray()));
    }
}
