using System.Text.RegularExpressions;
using InstallSim.Charts;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Influence;

/// <summary>What a figure of a sensitivity analysis is drawn from and for.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Text">The language.</param>
/// <param name="Width">Width of the whole figure, pixels.</param>
internal sealed partial record SensitivityFigureContext(SensitivityResult Result, ReportText Text, int Width = 760)
{
    /// <summary>The figures of each outcome.</summary>
    public static IReadOnlyList<IFigure<SensitivityFigureContext>> FiguresOf(LoadedPlan<SensitivitySettings> plan) =>
        [.. plan.Outcomes.SelectMany((_, y) => (IFigure<SensitivityFigureContext>[])
            [new IndexBars(y), new EffectPlane(y), new StrongestScatter(y)])];

    /// <summary>Columns of which all is less are written as powers of ten.</summary>
    private const double Least = 1e-3;

    /// <summary>Share of chance above which indices tell more of it than of the numbers.</summary>
    private const double MuchChance = 0.5;

    /// <summary>Whether an outcome is another at other points.</summary>
    public bool Differs(int outcome) => Result.Ranked(outcome).Any(r => r.Value is not (0 or double.NaN));

    /// <summary>Whether most of what differs between points is chance.</summary>
    public bool IsMostlyChance(int outcome) => Result.ChanceShares[outcome] > MuchChance;

    /// <summary>Whether no more than half of it is, which one replication does not tell.</summary>
    public bool IsToldFromChance(int outcome) => Result.ChanceShares[outcome] <= MuchChance;

    /// <summary>Whether there is no room for names beside a panel.</summary>
    public bool IsNarrow => Width < 520;

    /// <summary>The text in the language, signs on the line of their numbers.</summary>
    public string Say(string english, string french) => BeforeSign().Replace(Text.Say(english, french), "\u00a0");

    /// <summary>What people call a number: its label where the scenarios have one, its key beside it where another has that too.</summary>
    public string Called(string number) => Result.Captions.Called(number, Text);

    /// <summary>Unit of an outcome in the language.</summary>
    public string Unit(PlanOutcome outcome)
    {
        string unit = outcome.Indicator.Unit == "accessibility"
            ? Result.Plan.Loaded.Experiment.Scenarios[0].Scenario.Accessibility.Unit : outcome.Indicator.Unit;
        return Say(unit, Units.French(unit));
    }

    /// <summary>What people call an outcome.</summary>
    public string Called(PlanOutcome outcome)
    {
        string unit = Unit(outcome) is { Length: > 0 } said ? $" ({said})" : "", scenario = Called(outcome.Scenario);
        string what = Say(outcome.Indicator.English, outcome.Indicator.French) + unit;
        string year = FormattableString.Invariant($"{outcome.Year}");
        return outcome.Of == OutcomeOf.Difference
            ? Say($"{what}, {year}, difference from the baseline: {scenario}", $"{what}, {year}, écart à la référence\u00a0: {scenario}")
            : $"{what}, {year}{Say(":", "\u00a0:")} {scenario}";
    }

    /// <summary>A number of three significant digits.</summary>
    public string Brief(double value) => value == 0 ? "0" : Text.Digits(PaperNumber.Brief(value));

    /// <summary>An index with its interval.</summary>
    public string Words(IndexRow row) => double.IsNaN(row.Low)
        ? $"{Called(row.Number)} {Brief(row.Value)}"
        : $"{Called(row.Number)} {WithInterval(row)}";

    /// <summary>An index and its interval in brackets.</summary>
    public string WithInterval(IndexRow row) => Written(row, Brief);

    /// <summary>Indices of a column with their intervals, where they have any: all with three digits of the largest.</summary>
    public IReadOnlyList<string> Column(IReadOnlyList<IndexRow> rows)
    {
        double[] values = [.. rows.Select(r => r.Value)];
        int decimals = ReportText.DecimalsTogether(values);
        Func<double, string> write = values.Any(v => Math.Abs(v) >= Least) ? value => Text.Number(value, decimals) : Brief;
        return [.. rows.Select(row => double.IsNaN(row.Low) ? write(row.Value) : Written(row, write))];
    }

    private string Written(IndexRow row, Func<double, string> write) =>
        $"{write(row.Value)} [{write(row.Low)} {Say("to", "à")} {write(row.High)}]";

    /// <summary>Points, replications, and what of the differences is chance.</summary>
    public string Sample(int outcome)
    {
        int points = Result.Outcomes.Length, replications = Result.Plan.Loaded.Experiment.Replications;
        string s = replications == 1 ? "" : "s",
            runs = Say($"{points} points × {replications} replication{s}", $"{points} points × {replications} réplication{s}");
        double share = Result.ChanceShares[outcome];
        return double.IsNaN(share)
            ? runs + (replications > 1 ? "" : Say(", which does not tell chance from effect", ", qui ne dit pas ce qui tient au hasard"))
            : runs + Say($"; {Text.Percent(share)} of the variance between points is chance",
                $"\u00a0; {Text.Percent(share)} de la variance entre points sont dus au hasard");
    }

    [GeneratedRegex(" (?=[%;:])")]
    private static partial Regex BeforeSign();
}
