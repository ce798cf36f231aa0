using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Which settings matter: the outcome at the low and high end of each one's range, widest first.</summary>
internal sealed class Tornado : IResultFigure
{
    public string Id => "tornado";

    public (string English, string French) ShortName => ("Sensitivity", "Sensibilité");

    public (string English, string French) Shows => (
        "The effect of a policy at both ends of each setting’s range; present when settings were varied (compare --sensitivity).",
        "L’effet d’une mesure aux deux bouts de la plage de chaque réglage\u00a0; présent si des réglages ont varié (compare "
            + "--sensitivity).");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool Applies(FigureContext context) =>
        context.Results.Results.Sensitivities.Any(s => double.IsFinite(s.AtLow) && double.IsFinite(s.AtHigh));

    /// <summary>Room for names beside the bars, height of a bar below its name, and room around the name there, pixels.</summary>
    private const double NameRoom = 250, BarHeight = 33.6, NameGap = 8.4;

    private static string Subtitle(FigureContext context, List<Sensitivity> rows)
    {
        string label = rows is [var first, ..] ? context.Text.Label(Indicator(first)) : context.Text.Label(context.Results.Main);
        return context.Say(
            $"{label}, difference from no new policy in {context.LastYear}, with one setting at the low (light) or high (dark) end of its "
            + $"range; line: all at their values{Line(context, rows)}; {context.MeanOfReplications}{Brackets(context, rows)}",
            $"{label}, écart à la situation sans nouvelle mesure en {context.LastYear}, un réglage étant au bas (clair) ou au haut (foncé) "
            + $"de sa plage\u00a0; trait\u00a0: tous à leur valeur{Line(context, rows)}\u00a0; {context.MeanOfReplications}"
                + $"{Brackets(context, rows)}");
    }

    /// <summary>The effect at the line, and why it is not that of the other figures where those draw the numbers.</summary>
    private static string Line(FigureContext context, List<Sensitivity> rows)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var (indicator, reference) = (Indicator(rows[0]), rows[0].Reference);
        string at = context.Text.Difference(indicator, reference, SensitivityText.Decimals(rows));
        if (!context.Results.Manifest.HoldsDoubt
            || context.Results.Difference(context.Scenario.Name, indicator.Name, context.LastYear) is not { } drawn
            || !double.IsFinite(drawn.Difference))
        {
            return $" ({at})";
        }

        string mean = context.Text.Difference(indicator, drawn);
        return context.Say($", none drawn ({at}; the other figures have {mean}, the mean over draws of all numbers)",
            $", sans tirage ({at}\u00a0; les autres figures donnent {mean}, moyenne sur les tirages de tous les nombres)");
    }

    /// <summary>What brackets beside a bar hold; empty where no bar has any.</summary>
    private static string Brackets(FigureContext context, List<Sensitivity> rows) =>
        !rows.Take(SensitivityText.Most).Any(IsOneSided) ? "" : context.Say(
            "; in brackets: the other end, on the same side of the line",
            "\u00a0; entre parenthèses\u00a0: l’autre bout, du même côté du trait");

    /// <summary>Whether both ends lie on the same side of the line.</summary>
    private static bool IsOneSided(Sensitivity r) => (r.AtLow - r.Reference) * (r.AtHigh - r.Reference) > 0 && r.AtLow != r.AtHigh;

    private static string Description(FigureContext context, List<Sensitivity> rows) =>
        context.Say("Bars, widest first: ", "Barres, de la plus large à la plus étroite\u00a0: ") + context.Join(rows.Select(r =>
            $"{context.SettingName(r.Setting)} {context.Text.Difference(Indicator(r), r.AtLow, SensitivityText.Decimals(rows))}, "
            + context.Text.Difference(Indicator(r), r.AtHigh, SensitivityText.Decimals(rows)))) + ".";

    public Chart Draw(FigureContext context)
    {
        var all = SensitivityText.Rows(context, context.Scenario.Name);
        int decimals = SensitivityText.Decimals(all);
        var bars = all.Take(SensitivityText.Most).Select((row, at) => new Bar(row, at, Indicator(row).Scale(), decimals)).ToList();
        string colour = context.Colour(context.Scenario.Name);
        string[] names = [.. bars.Select(b => context.IsNarrow ? Above(context, b) : Beside(context, b))];
        var y = Axis.Names([.. names.Select(name => context.IsNarrow ? "" : name)], room: NameRoom);
        var x = X(context, bars);
        double words = Lettering.LabelLine * names.Select(PanelRoom.Lines).DefaultIfEmpty(1).Max();
        double row = context.IsNarrow ? BarHeight + words + NameGap : words > 3 * Lettering.LabelLine ? 66 : 54;
        if (context.IsNarrow)
        {
            bars = bars.ConvertAll(b => b with { Half = BarHeight / 2 / row });
            y = y with { To = -((BarHeight / 2) + words + NameGap) / row, Ticks = [] };
        }

        var panel = new Panel(x, y, Math.Max(context.IsNarrow ? y.From - y.To : bars.Count, 1) * row,
        [
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(bars.SelectMany(b => Boxes(context, b, colour))),
            Mark.Of(bars.Select(b => new Segment(b.Reference, b.Bottom, b.Top, Palette.Ink) { IsUpright = true, Thickness = 1.5 })),
            Mark.Of(bars.SelectMany(b => Values(context, b))),
            .. context.IsNarrow ? [Mark.Of(bars.Select((b, k) => Name(names[k], b, x.From, row)))] : (Mark[])[],
        ]);
        return new Chart(SensitivityText.Of(context, all), Subtitle(context, all), Description(context, all), context.Width, [panel]);
    }

    /// <summary>A setting's bar in the unit of the axis.</summary>
    private sealed record Bar(Sensitivity Row, int At, double Scale, int Decimals)
    {
        /// <summary>Half of its height, as a part of the row.</summary>
        public double Half { get; init; } = 0.3;

        public double Bottom => At + Half;

        public double Top => At - Half;

        public double Low => Row.AtLow * Scale;

        public double High => Row.AtHigh * Scale;

        public double Reference => Row.Reference * Scale;
    }

    /// <summary>The two parts of a bar, the longer one first, so that both are seen where they lie on the same side.</summary>
    private static IEnumerable<Box> Boxes(FigureContext context, Bar bar, string colour)
    {
        (double Value, string Setting, bool IsHigh)[] ends = [(bar.Low, bar.Row.Low, false), (bar.High, bar.Row.High, true)];
        return ends.OrderByDescending(e => Math.Abs(e.Value - bar.Reference))
            .Select(e => new Box(bar.Reference, e.Value, bar.Bottom, bar.Top, colour)
            {
                Opacity = e.IsHigh ? 0.95 : 0.45,
                Tip = context.Tip(
                    (context.Say("Setting", "Réglage"), bar.Row.Setting),
                    (context.Say("Value", "Valeur"), Written(context, e.Setting)),
                    (context.Say("Effect", "Effet"), Value(context, bar, e.Value))),
            });
    }

    /// <summary>An axis with zero, all bars, and room for the numbers at their ends.</summary>
    private static Axis X(FigureContext context, List<Bar> bars)
    {
        if (bars.Count == 0)
        {
            return Axis.Hidden(-1, 1);
        }

        double[] ends = [0, .. bars.SelectMany(b => (double[])[b.Low, b.High, b.Reference])];
        double label = 8 + bars
            .SelectMany(b => (string[])[Words(context, b, b.Low), Words(context, b, b.High), Value(context, b, b.Reference)])
            .Max(words => Lettering.Width(words, Lettering.LabelSize));
        double width = context.Width - (context.IsNarrow ? 16 : 270), range = ends.Max() > ends.Min() ? ends.Max() - ends.Min() : 1;
        double margin = range * label / (width - (2 * label));
        int count = context.IsNarrow ? 3 : 5;
        return Axis.Numbers(ends.Min() - margin, ends.Max() + margin, count, context.Text.SignedTick) with { HasGrid = true };
    }

    /// <summary>The effect at each end of a bar; both at the farther one, the nearer in brackets, where they share a side.</summary>
    private static IEnumerable<Label> Values(FigureContext context, Bar bar)
    {
        var (low, high) = (bar.Low - bar.Reference, bar.High - bar.Reference);
        double[] ends = low * high > 0 ? [Math.Abs(low) > Math.Abs(high) ? bar.Low : bar.High]
            : bar.Low == bar.High ? [bar.Low] : [bar.Low, bar.High];
        return ends.Select(v => (Value: v, IsLeft: v < bar.Reference || (v == bar.Reference && ends.Any(o => o > bar.Reference))))
            .Select(e => new Label(e.Value, bar.At, Words(context, bar, e.Value), Palette.Muted)
            {
                Anchor = e.IsLeft ? Anchor.End : Anchor.Start,
                Dx = e.IsLeft ? -5 : 5,
                HasHalo = true,
            });
    }

    private static string Words(FigureContext context, Bar bar, double end) => Value(context, bar, end)
        + (IsOneSided(bar.Row) ? $" ({Value(context, bar, end == bar.Low ? bar.High : bar.Low)})" : "");

    private static string Value(FigureContext context, Bar bar, double shown) =>
        context.Text.Difference(Indicator(bar.Row), shown / bar.Scale, bar.Decimals);

    /// <summary>The name with its range below it, on as many lines as it needs.</summary>
    private static string Beside(FigureContext context, Bar bar) => string.Join('\n',
        [.. Lettering.Wrap(context.SettingName(bar.Row.Setting), NameRoom, Lettering.LabelSize), Range(context, bar.Row)]);

    /// <summary>The name on as many lines as it needs, its range behind it or, where there is no room, below it.</summary>
    private static string Above(FigureContext context, Bar bar)
    {
        string range = Range(context, bar.Row);
        double room = context.Width - 12;
        IReadOnlyList<string> lines = Lettering.Wrap(context.SettingName(bar.Row.Setting), room, Lettering.LabelSize);
        string last = $"{lines[^1]}  {range}";
        return string.Join('\n', Lettering.Width(last, Lettering.LabelSize) <= room ? [.. lines.SkipLast(1), last] : [.. lines, range]);
    }

    /// <summary>What stands above a bar.</summary>
    private static Label Name(string name, Bar bar, double from, double row) => new(from, bar.At, name)
    {
        Anchor = Anchor.Start,
        Dy = -((bar.Half * row) + 2 + (PanelRoom.Lines(name) * Lettering.LabelLine / 2)),
        HasHalo = true,
    };

    /// <summary>What a setting is, else its key, with the policy or class that has it.</summary>
    private static string Range(FigureContext context, Sensitivity row) =>
        $"{Written(context, row.Low)} {context.Say("to", "à")} {Written(context, row.High)}";

    /// <summary>A value as the scenario writes it, with the decimal sign of the language.</summary>
    private static string Written(FigureContext context, string value) =>
        (context.Text.IsFrench ? value.Replace('.', ',') : value).Replace('-', '\u2212');

    private static Indicator Indicator(Sensitivity row) => SensitivityText.Indicator(row);
}
