using InstallSim.Charts;

namespace InstallSim.Reporting.Figures;

/// <summary>Ages of the stock over time: a bar an age group without new policy, and one below it with the chosen policy.</summary>
internal sealed class Ages : IResultFigure
{
    private const double RowHeight = 36;

    private static readonly string[] Bands = ["age-65-plus", "age-55-64", "age-45-54", "age-35-44", "age-under-35"];

    public string Id => "ages";

    public (string English, string French) ShortName => ("Ages", "Âges");

    public (string English, string French) Shows => (
        "GPs by age at the start, midway and at the last year, with and without a policy; the reader chooses the policy.",
        "Généralistes par âge au départ, à mi-parcours et la dernière année, avec et sans mesure\u00a0; on choisit la mesure.");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool Applies(FigureContext context) => Bands.All(b => context.Results.Indicators.Any(i => i.Name == b));

    private static string Title(FigureContext context)
    {
        string then = context.Text.Percent(Older(context, context.FirstYear)), now = context.Text.Percent(Older(context, context.LastYear));
        return context.FirstYear == context.LastYear
            ? context.Say(
                $"{then} of GPs are 55 or older in {context.FirstYear}",
                $"{then} des généralistes ont 55 ans ou plus en {context.FirstYear}")
            : context.Say($"GPs aged 55 or over: {then} of the stock in {context.FirstYear}, {now} in {context.LastYear}",
                $"Les 55 ans ou plus\u00a0: {then} des généralistes en {context.FirstYear}, {now} en {context.LastYear}")
                + context.WithoutNewPolicy;
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"GPs in practice by age, {context.MeanOfReplications}",
        $"Médecins généralistes installés par âge, {context.MeanOfReplications}");

    private static string Description(FigureContext context)
    {
        string Band(string band, int year) =>
            $"{Label(context, band)} {context.Text.Number(Mean(context, context.Results.Reference.Name, band, year), 0)}";
        return string.Join(
            ". ", Shown(context).Select(y => $"{y}{context.Say(": ", "\u00a0: ")}{string.Join(", ", Bands.Select(b => Band(b, y)))}"))
            + ".";
    }

    public Chart Draw(FigureContext context)
    {
        var years = Shown(context);
        string reference = context.Results.Reference.Name, policy = context.Scenario.Name;
        var all = context.Results.Manifest.Scenarios.SelectMany(s => years.SelectMany(y => Bands.Select(b => Mean(context, s.Name, b, y))));
        double most = all.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        KeyItem[] key =
        [
            new(context.BaselineLabel, Palette.Rule, Sign.Box),
            new(context.Scenario.ShownTitle(context.Text), context.Colour(policy), Sign.Box),
        ];
        return new Chart(Title(context), Subtitle(context), Description(context), context.Width,
            [.. years.Select((y, i) => Panel(context, y, most, isNamed: context.IsNarrow || i == 0))])
        {
            Columns = context.IsNarrow ? 1 : years.Count,
            Key = policy == reference ? null : Keys.Of(context.Width - 8, key),
        };
    }

    private static Panel Panel(FigureContext context, int year, double most, bool isNamed)
    {
        const double NumberRoom = 44;
        string reference = context.Results.Reference.Name, policy = context.Scenario.Name;
        var without = Bands.Select(b => Mean(context, reference, b, year)).ToList();
        var with = Bands.Select(b => Mean(context, policy, b, year)).ToList();
        // Before the policy does anything one bar says it all.
        bool isOne = without.SequenceEqual(with);
        var names = Axis.Names([.. Bands.Select(b => Label(context, b))], room: 80);
        var bars = isOne ? [.. Bars(without, -0.33, 0.33, Palette.Rule)]
            : Bars(without, -0.4, -0.01, Palette.Rule).Concat(Bars(with, 0.01, 0.4, context.Colour(policy))).ToList();
        return new Panel(Axis.Hidden(0, most), isNamed ? names : names with { Ticks = [] }, Bands.Length * RowHeight,
        [
            Mark.Of(bars),
            Mark.Of(bars.Select(b => new Label(b.Right, (b.Top + b.Bottom) / 2, context.Text.Number(b.Right, 0))
            {
                Anchor = Anchor.Start,
                Dx = 5,
            })),
        ])
        {
            Heading = new Heading($"{year}"),
            RoomRight = NumberRoom,
        };

        IEnumerable<Box> Bars(List<double> values, double top, double bottom, string colour) => values.Index()
            .Where(v => double.IsFinite(v.Item))
            .Select(v => new Box(0, v.Item, v.Index + bottom, v.Index + top, colour) { Tip = Tip(v.Index) });

        string Tip(int band) => context.Tip(
            (context.Say("Age", "Âge"), Label(context, Bands[band])),
            (context.BaselineLabel, context.Text.Number(without[band], 0)),
            (context.Scenario.ShownTitle(context.Text), context.Text.Number(with[band], 0)));
    }

    private static double Mean(FigureContext context, string scenario, string band, int year) =>
        context.Results.Spread(scenario, band, year).Mean;

    private static double Older(FigureContext context, int year)
    {
        double Number(string band) => Mean(context, context.Results.Reference.Name, band, year);
        return Bands.Take(2).Sum(Number) / Bands.Sum(Number);
    }

    private static List<int> Shown(FigureContext context) =>
        [.. new[] { context.FirstYear, (context.FirstYear + context.LastYear) / 2, context.LastYear }.Distinct()];

    private static string Label(FigureContext context, string band) => band switch
    {
        "age-under-35" => context.Say("under 35", "< 35 ans"),
        "age-35-44" => "35–44",
        "age-45-54" => "45–54",
        "age-55-64" => "55–64",
        _ => context.Say("65 or over", "65 ans et +"),
    };
}
