using InstallSim.Charts;
using InstallSim.Choice.Analysis;
using InstallSim.Studies.Analyses;

namespace InstallSim.Studies.Figures;

/// <summary>What each person wants: posterior means with intervals, people in their order, one panel a coefficient.</summary>
internal sealed class Individuals : IFigure<StudyFigureContext>
{
    private const int Most = 300;

    public string Id => "individuals";

    public (string English, string French) Shows => (
        "What each person wants given the person’s choices: means and 95% intervals, people in their order.",
        "Ce que veut chaque personne\u00a0: coefficients selon ses choix, avec intervalles à 95\u00a0%, un panneau par coefficient.");

    public bool Applies(StudyFigureContext context) => context.Study.Analyses.Individuals is not null;

    private static string Title(StudyFigureContext context)
    {
        var (name, people) = Coefficients(context).MaxBy(c => c.People.Count(IsClear));
        int clear = StudyFigureContext.Percent(people.Count(IsClear) / (double)people.Length);
        return context.Say(
            $"Their own choices tell of {clear} % of people whether they want more or less of {name}",
            $"Leurs choix disent de {clear}\u00a0% des personnes si elles veulent plus ou moins de {name}");
    }

    private static string Subtitle(StudyFigureContext context) => context.Say(
        $"Each person’s coefficient given the person’s choices: mean and 95 % interval, {Unit(context)}, people in order of the mean; "
            + $"grey: zero lies within; {context.Sample}",
        $"Coefficient de chaque personne selon ses choix\u00a0: moyenne et intervalle à 95\u00a0%, {Unit(context)}, personnes rangées par "
            + $"moyenne "
            + $"\u00a0; gris\u00a0: zéro est dans l’intervalle\u00a0; {context.Sample}");

    private static string Description(StudyFigureContext context) =>
        context.Say("Intervals, one a person, one panel a coefficient: ", "Intervalles, un par personne, un panneau par "
            + "coefficient\u00a0: ")
        + context.Join(Coefficients(context).Select(c => context.Say(
        $"{c.Name}, means from {context.Number(c.People.Min(p => p.Estimate))} to {context.Number(c.People.Max(p => p.Estimate))}, "
            + $"{c.People.Count(IsClear)} of {c.People.Length} clear of zero",
        $"{c.Name}, moyennes de {context.Number(c.People.Min(p => p.Estimate))} à {context.Number(c.People.Max(p => p.Estimate))}, "
            + $"{c.People.Count(IsClear)} sur {c.People.Length} distincts de zéro")))
            + ".";

    public Chart Draw(StudyFigureContext context)
    {
        var coefficients = Coefficients(context).ToList();
        return new Chart(
            Title(context), Subtitle(context), Description(context), context.Width,
            [.. coefficients.Select(c => Panel(context, c.Name, c.People))])
        {
            Columns = context.Columns(coefficients.Count),
            ColumnGap = 16,
        };
    }

    private static Panel Panel(StudyFigureContext context, string name, Interval[] people)
    {
        // Of very many people every so-manieth is drawn: more would not be seen apart.
        int step = 1 + ((people.Length - 1) / Most);
        var shown = people.Index().Where(p => p.Index % step == 0).ToList();
        int above = people.Count(p => p.Lower > 0), below = people.Count(p => p.Upper < 0);
        string words = context.Say(
            $"{above} clearly above zero, {below} below", $"{above} au-dessus de zéro de façon établie, {below} au-dessous");
        var x = Axis.Hidden(-3, people.Length + 2);
        var y = Axis.Around([0, .. people.SelectMany(p => (double[])[p.Lower, p.Upper])], 4, context.Text.Tick) with { HasGrid = true };
        return new Panel(x, y, 150,
        [
            Mark.Of(shown.Select(p => new Segment(p.Index, p.Item.Lower, p.Item.Upper, Colour(p.Item))
            {
                IsUpright = true,
                Thickness = 1,
                Opacity = 0.45,
            })),
            Mark.One(new Segment(0, x.From, x.To, Palette.Ink) { Thickness = 1 }),
            Mark.Of(shown.Select(p => new Dot(p.Index, p.Item.Estimate, Colour(p.Item)) { Diameter = 2 })),
        ])
        {
            Heading = new Heading(name) { Notes = [words] },
        };
    }

    private static string Colour(Interval person) => IsClear(person) ? Palette.Scenarios[0] : Palette.Rule;

    private static string Unit(StudyFigureContext context) => context.Study.Analyses.Individuals!.Unit is { } numeraire
        ? context.Say($"units of {context.Named(numeraire)}", $"unités de {context.Named(numeraire)}")
        : context.Say("utils a unit", "utils par unité");

    private static bool IsClear(Interval person) => person.Lower > 0 || person.Upper < 0;

    private static IEnumerable<(string Name, Interval[] People)> Coefficients(StudyFigureContext context)
    {
        PersonCoefficients all = context.Study.Analyses.Individuals!;
        return all.Variables.Select((name, k) => (context.Named(name), all.Persons.Select(p => p[k]).OrderBy(i => i.Estimate).ToArray()));
    }
}
