using InstallSim.Charts;
using InstallSim.Experiments.Points;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>What a figure of a read-out is drawn from and for.</summary>
/// <param name="Box">The box, in a figure of one.</param>
/// <param name="Front">The front, in a figure of one.</param>
/// <param name="Text">The language.</param>
/// <param name="Captions">What numbers and scenarios are called.</param>
internal sealed record DiscoveryContext(BoxFinding? Box, FrontFinding? Front, ReportText Text, IReadOnlyList<Caption> Captions)
{
    /// <summary>Width of a figure, pixels.</summary>
    public int Width { get; init; } = 760;

    /// <summary>An outcome as people read it.</summary>
    public string Label(OutcomeColumn outcome)
    {
        Indicator indicator = IndicatorCatalog.Find(outcome.Indicator)!;
        string label = $"{Text.Say(indicator.English, indicator.French)}, {outcome.Year}";
        return outcome.Of == OutcomeOf.Difference
            ? label + Text.Say(", difference from the baseline", ", écart à la référence")
            : label;
    }

    /// <summary>The axis of an outcome: its name and, where ticks do not say it, its unit in brackets.</summary>
    public Axis AxisOf(OutcomeColumn outcome, IEnumerable<double> values)
    {
        bool isMoney = IndicatorCatalog.Find(outcome.Indicator)!.Unit is "k€" or "k€/year";
        return Axis.Around(values, 6, isMoney ? Text.MoneyTick : Text.Tick) with
        {
            Title = !isMoney && Unit(outcome) is { Length: > 0 } unit ? $"{Label(outcome)} ({unit})" : Label(outcome),
        };
    }

    /// <summary>A value of an outcome with its unit, such as <c>12.5 GPs</c> or <c>€16.2m</c>.</summary>
    public string Amount(OutcomeColumn outcome, double value) => IndicatorCatalog.Find(outcome.Indicator)!.Unit switch
    {
        "k€" or "k€/year" => Text.Money(value),
        IndicatorCatalog.Share when outcome.Of == OutcomeOf.Difference => $"{Text.Number(100 * value)}\u00a0{Text.Say("pp", "pt")}",
        IndicatorCatalog.Share => Text.Percent(value),
        "accessibility" or "" => Size(value),
        var unit => $"{Size(value)}\u00a0{Units.Counted(unit, value, Text.IsFrench)}",
    };

    /// <summary>Amounts of an outcome that stand below one another: of one number of decimals, money in one unit.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="column">Its values.</param>
    /// <param name="isUnitAbove">Whether a unit stands above them (<see cref="Head"/>).</param>
    public IReadOnlyList<string> Amounts(OutcomeColumn outcome, IReadOnlyList<double> column, bool isUnitAbove = false)
    {
        string unit = IndicatorCatalog.Find(outcome.Indicator)!.Unit;
        bool isShare = unit == IndicatorCatalog.Share;
        double[] shown = [.. column.Select(value => isShare ? 100 * value : value)];
        int decimals = shown.All(value => value == Math.Round(value)) ? 0 : ReportText.DecimalsTogether(shown);
        return unit is "k€" or "k€/year" ? Text.MoneyTogether(column) : [.. shown.Select(value => unit switch
        {
            IndicatorCatalog.Share when outcome.Of == OutcomeOf.Difference =>
                $"{Text.Number(value, decimals)}\u00a0{Text.Say("pp", "pt")}",
            IndicatorCatalog.Share => Text.Percent(value / 100, decimals),
            "accessibility" or "" => Text.Number(value, decimals),
            _ when isUnitAbove => Text.Number(value, decimals),
            _ => $"{Text.Number(value, decimals)}\u00a0{Units.Counted(unit, value, Text.IsFrench)}",
        })];
    }

    /// <summary>The head of a column of amounts, with a unit that is not that of each.</summary>
    public string Head(string what, OutcomeColumn outcome) =>
        IndicatorCatalog.Find(outcome.Indicator)!.Unit is not ("k€" or "k€/year" or IndicatorCatalog.Share)
            && Unit(outcome) is { Length: > 0 } unit ? $"{what} ({unit})" : what;

    /// <summary>The baseline, as what it is among points: <c>baseline: What is in force today</c>.</summary>
    public string Baseline(BaselinePoint point)
    {
        (string baseline, string called) = (Text.Say("baseline", "référence"), Captions.Called(point.Name, Text));
        return called == baseline ? baseline : baseline + Text.Say(": ", "\u00a0: ") + called;
    }

    /// <summary>The limit from which on an outcome is of interest.</summary>
    public string Limit(BoxFinding found) => found.Settings.Above is { } above
        ? Text.Say($"above {Amount(found.Outcome, above)}", $"au-dessus de {Amount(found.Outcome, above)}")
        : Text.Say($"below {Amount(found.Outcome, found.Settings.Below!.Value)}",
            $"sous {Amount(found.Outcome, found.Settings.Below!.Value)}");

    private string Size(double value) => value == Math.Round(value) ? Text.Number(value, 0) : Text.Number(value);

    private string Unit(OutcomeColumn outcome) => IndicatorCatalog.Find(outcome.Indicator)!.Unit is var unit && unit == "accessibility"
        ? "" : Text.Say(unit, Units.French(unit));
}
