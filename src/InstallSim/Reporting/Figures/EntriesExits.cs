using InstallSim.Charts;

namespace InstallSim.Reporting.Figures;

/// <summary>Entries and exits by kind of territory: bars up and down, the balance as a line.</summary>
internal sealed class EntriesExits : IResultFigure
{
    private static readonly string[] Areas = ["rural", "periurban", "urban"];

    public string Id => "entries-exits";

    public (string English, string French) ShortName => ("Arrivals and departures", "Arrivées et départs");

    public (string English, string French) Shows => (
        "Entries and exits of GPs by year and kind of territory, with their balance; the reader chooses the policy.",
        "Arrivées et départs de généralistes par an et par type de territoire, avec leur solde\u00a0; on choisit la mesure.");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool Applies(FigureContext context) =>
        context.Results.Years.Count > 1 && Areas.All(a => IsRecorded(context, "stock-" + a) && IsRecorded(context, "installations-" + a));

    private static bool IsRecorded(FigureContext context, string indicator) => context.Results.Indicators.Any(i => i.Name == indicator);

    private static string Title(FigureContext context)
    {
        bool isAlone = IsAlone(context);
        string Without(string area) => isAlone ? "" : $" ({Balance(context, context.Results.Reference.Name, area)})";
        var parts = Areas.Select(
            a => $"{Label(context, a).ToLowerFirst()}\u00a0{Balance(context, context.Scenario.Name, a)}{Without(a)}").ToList();
        string with = isAlone ? context.WithoutNewPolicy
            : context.Say($" with {context.Quoted(context.Scenario)} (without)", $" avec {context.Quoted(context.Scenario)} (sans)");
        return context.Say($"Entries less exits of GPs, {context.FirstYear}–{context.LastYear}{with}: {string.Join(", ", parts)}",
            $"Entrées moins sorties de généralistes, {context.FirstYear}–{context.LastYear}{with}\u00a0: {string.Join(", ", parts)}");
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"GPs a year, {context.MeanOfReplications}. Exits: retirements, departures and moves away less moves in (installations less "
            + $"the change in stock). Each panel has its own scale",
        $"Médecins généralistes par an, {context.MeanOfReplications}. Sorties\u00a0: retraites, cessations et départs nets des "
            + $"arrivées par changement de lieu (installations moins variation du stock). Chaque panneau a son échelle");

    private static string Description(FigureContext context) =>
        context.Say("Bars by year. Over all years: ", "Barres par année. Sur toutes les années\u00a0: ")
        + context.Join(Areas.Select(a => $"{Label(context, a)}, {Sums(context, a)}")) + ".";

    public Chart Draw(FigureContext context)
    {
        KeyItem[] key =
        [
            new(context.Say("installations", "installations"), Palette.Good, Sign.Box) { Opacity = 0.75 },
            new(context.Say("exits", "sorties"), Palette.Bad, Sign.Box) { Opacity = 0.75 },
            new(context.Say("balance", "solde"), Palette.Ink, Sign.Line),
        ];
        KeyItem without = new(context.Say("balance without new policy", "solde sans nouvelle mesure"), Palette.Ink, Sign.Dashed);
        return new Chart(Title(context), Subtitle(context), Description(context), context.Width, [.. Areas.Select(a => Panel(context, a))])
        {
            Columns = context.IsNarrow ? 1 : Areas.Length,
            Key = Keys.Of(context.Width - 8, IsAlone(context) ? key : [.. key, without]),
        };
    }

    private static Panel Panel(FigureContext context, string area)
    {
        var flows = Known(context, context.Scenario.Name, area);
        var without = Known(context, context.Results.Reference.Name, area);
        var values = flows.Concat(without).SelectMany(f => (double[])[f.Entries, -f.Exits, f.Balance]);
        var y = Axis.Around(values.Prepend(0), 5, context.Text.Tick) with { HasGrid = true };
        int[] middle = context.LastYear - context.FirstYear > 5 ? [(context.FirstYear + context.LastYear) / 2] : [];
        int[] written = [context.FirstYear + 1, .. middle, context.LastYear];
        var x = new Axis(context.FirstYear + 0.4, context.LastYear + 0.6)
        {
            Ticks = Axis.Years(context.FirstYear, context.LastYear, written).Ticks,
        };
        return new Panel(x, y, context.IsNarrow ? 140 : 210,
        [
            Mark.Of(flows.SelectMany(f => (Box[])[Bar(f, f.Entries, 0, Palette.Good), Bar(f, 0, -f.Exits, Palette.Bad)])),
            Mark.One(new Segment(0, x.From, x.To, Palette.Ink) { Thickness = 0.8 }),
            .. IsAlone(context) ? [] : (Mark[])[Mark.One(Course(without) with { IsDashed = true, Thickness = 1.2 })],
            Mark.One(Course(flows)),
            Mark.Of(flows.Where(_ => flows.Count == 1).Select(f => new Dot(f.Year, f.Balance, Palette.Ink) { Diameter = 7 })),
        ])
        {
            Heading = new Heading(Label(context, area)) { Notes = [Sums(context, area)] },
        };

        Box Bar(Flow f, double top, double bottom, string colour) =>
            new(f.Year - 0.43, f.Year + 0.43, bottom, top, colour) { Opacity = 0.75, Tip = Tip(context, f) };

        static Line Course(IEnumerable<Flow> flows) =>
            new([.. flows.Select(f => new Point(f.Year, f.Balance))], Palette.Ink) { Thickness = 2 };
    }

    private static string Tip(FigureContext context, Flow flow) => context.Tip(
        (context.Say("Year", "Année"), $"{flow.Year}"),
        (context.Say("Entries", "Entrées"), context.Text.Number(flow.Entries, 1)),
        (context.Say("Exits", "Sorties"), context.Text.Number(flow.Exits, 1)),
        (context.Say("Balance", "Solde"), context.Text.WithSign(flow.Balance, 1)));

    private static bool IsAlone(FigureContext context) => context.Scenario.Name == context.Results.Reference.Name;

    /// <summary>All that came and went.</summary>
    private static string Sums(FigureContext context, string area)
    {
        var flows = Flows(context, context.Scenario.Name, area);
        string entries = context.Text.WithSign(flows.Sum(f => f.Entries), 0), exits = context.Text.WithSign(-flows.Sum(f => f.Exits), 0);
        return context.Say($"{entries} installations, {exits} exits", $"{entries} installations, {exits} sorties");
    }

    /// <summary>What the stock gains over all years, with its sign.</summary>
    private static string Balance(FigureContext context, string scenario, string area)
    {
        double sum = Flows(context, scenario, area).Sum(f => f.Balance);
        return context.Text.WithSign(sum, Math.Abs(sum) < 9.95 ? 1 : 0);
    }

    /// <summary>The years for which both are known.</summary>
    private static List<Flow> Known(FigureContext context, string scenario, string area) =>
        [.. Flows(context, scenario, area).Where(f => double.IsFinite(f.Exits))];

    private static List<Flow> Flows(FigureContext context, string scenario, string area)
    {
        double Mean(string indicator, int year) => context.Results.Spread(scenario, $"{indicator}-{area}", year).Mean;
        return [.. context.Results.Years.Skip(1)
            .Select(year => new Flow(year, Mean("installations", year), Mean("stock", year) - Mean("stock", year - 1)))];
    }

    private sealed record Flow(int Year, double Entries, double Balance)
    {
        public double Exits => Entries - Balance;
    }

    private static string Label(FigureContext context, string area) => area switch
    {
        "rural" => context.Say("Rural", "Rural"),
        "periurban" => context.Say("Periurban", "Périurbain"),
        _ => context.Say("Urban", "Urbain"),
    };
}
