using InstallSim.Charts;

namespace InstallSim.Influence;

/// <summary>Morris's plane: how large effects are against how much they differ from place to place.</summary>
internal sealed class EffectPlane(int outcome) : IFigure<SensitivityFigureContext>
{
    private const double LeastHeight = 380;
    private const int Named = 8, MostLines = 5;

    /// <summary>Room of a number at the end of its line, pixels.</summary>
    private const double NumberRoom = 36;

    public string Id => FormattableString.Invariant($"plane-{outcome + 1}");

    public (string English, string French) Shows => ("Size of each number's effect against how much it differs from point to point.",
        "Taille de l’effet de chaque nombre contre sa variation d’un point à l’autre.");

    public bool Applies(SensitivityFigureContext context) =>
        context.Result.Plan.Settings.Method == SensitivityMethod.Morris && context.Differs(outcome)
        && context.Result.Ranked(outcome).All(r => double.IsFinite(r.Value));

    public Chart Draw(SensitivityFigureContext context)
    {
        IReadOnlyList<IndexRow> rows = context.Result.Ranked(outcome);
        Dictionary<string, double> sigma = context.Result.Of(outcome, "sigma").ToDictionary(r => r.Number, r => r.Value);
        int curved = rows.Count(r => sigma[r.Number] > r.Value);
        double x = 1.05 * Math.Max(rows.Max(r => r.Value), 1e-9), y = 1.05 * Math.Max(sigma.Values.Max(), 1e-9);
        double end = Math.Min(x, y);
        string unit = $" ({context.Unit(context.Result.Plan.Outcomes[outcome])})";
        IndexRow[] named = [.. rows.Take(Named)];
        double room = context.IsNarrow ? NumberRoom : 0.35 * context.Width;
        string[] words = [.. named.Select((r, k) => context.IsNarrow ? Number(k) : Beside(context, r, room - EndLabels.TextAt))];
        double height = Math.Max(LeastHeight, words.Length * ((words.Max(PanelRoom.Lines) + 1) * Lettering.LabelLine));
        Axis across = Axis.Numbers(0, x, context.IsNarrow ? 4 : 6, context.Text.Tick) with
        {
            Title = context.Say("μ*, mean size", "μ*, taille moyenne") + unit,
            HasGrid = true,
        };
        Axis down = Axis.Numbers(0, y, 5, context.Text.Tick) with
        {
            Title = context.Say("σ, spread", "σ, dispersion") + unit,
            HasGrid = true,
        };
        var panel = new Panel(across, down, height,
            [
                Mark.One(new Line([new Point(0, 0), new Point(end, end)], Palette.Rule) { IsDashed = true, Thickness = 1.2 }),
                Mark.Of(rows.Select(r => new Dot(r.Value, sigma[r.Number], Palette.Scenarios[0]) { Tip = context.Words(r) })),
                .. EndLabels.Of(named.Select((r, k) => new Label(r.Value, sigma[r.Number], words[k]) { Tip = context.Words(r) }),
                    across, down, context.Width - 70 - room, height),
            ])
        {
            RoomRight = room,
        };
        return new Chart(
            !context.IsToldFromChance(outcome)
                ? context.Say("Size and spread of effects are not told from chance",
                    "Taille et dispersion des effets ne se distinguent pas du hasard")
                : curved == 0
                ? context.Say("The effect of no number turns with the others", "L’effet d’aucun nombre ne s’inverse avec les autres")
                : context.Say($"The effects of {curved} number{(curved == 1 ? "" : "s")} hang on where the others stand",
                    $"L’effet de {curved} nombre{(curved == 1 ? "" : "s")} dépend de la place des autres"),
            $"{context.Called(context.Result.Plan.Outcomes[outcome])}{context.Say("; ", "\u00a0; ")}"
                + context.Say($"above the dashed line effects spread more than they are large; {context.Sample(outcome)}",
                    $"au-dessus des tirets, la dispersion dépasse la taille\u00a0; {context.Sample(outcome)}"),
            context.Say("Points, one a number: ", "Points, un par nombre\u00a0: ") + string.Join(context.Text.Semicolon, rows.Select(r =>
                $"{context.Called(r.Number)} μ* {context.Brief(r.Value)}, σ {context.Brief(sigma[r.Number])}")) + ".",
            context.Width, [panel])
        {
            Key = !context.IsNarrow ? null : Keys.Of(context.Width - (2 * ChartLayout.Margin), [.. named.Select((r, k) =>
                new KeyItem($"{Number(k)}. {context.Called(r.Number)}", Palette.Scenarios[0], Sign.Dot))]),
        };
    }

    /// <summary>What stands at a point where its name has no room.</summary>
    private static string Number(int k) => FormattableString.Invariant($"{k + 1}");

    /// <summary>The name of a point on lines of a width; what is more is in its tip and in the table.</summary>
    private static string Beside(SensitivityFigureContext context, IndexRow row, double width) =>
        string.Join('\n', Lettering.Wrap(context.Called(row.Number), width, Lettering.LabelSize, isBold: true, MostLines));
}
