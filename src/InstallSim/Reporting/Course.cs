using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>A value of a year with the ends of its interval, in the unit of its axis; NaN where there is none.</summary>
internal sealed record YearValue(int Year, double Middle, double Lower, double Upper)
{
    /// <summary>Whether it is a difference that has no interval for it is the same in all of too few replications.</summary>
    public bool IsTied { get; init; }

    /// <summary>Whether it is a difference that is not told from zero.</summary>
    public bool IsUnclear => IsTied || (Lower <= 0 && Upper >= 0);

    public bool HasInterval => double.IsFinite(Lower) && double.IsFinite(Upper);
}

/// <summary>One outcome of one scenario over the years: its levels or its differences from the baseline.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Indicator">The outcome.</param>
/// <param name="IsLevel">Whether these are levels (mean, 5 % and 95 % of replications), not differences (mean and 95 % interval).</param>
/// <param name="Years">The years with a value, rising.</param>
internal sealed record Course(ScenarioInfo Scenario, Indicator Indicator, bool IsLevel, IReadOnlyList<YearValue> Years)
{
    /// <summary>Every finite value as it is drawn.</summary>
    public IEnumerable<double> Values => Years.Select(Drawn).SelectMany(a => (double[])[a.Middle, a.Lower, a.Upper]).Where(double.IsFinite);

    /// <summary>A year as it is drawn: the interval of a difference no further than can be.</summary>
    public YearValue Drawn(YearValue year) => IsLevel ? year : year with { Lower = Drawn(year.Lower), Upper = Drawn(year.Upper) };

    private double Drawn(double end) => Indicator.Drawn(end / Indicator.Scale()) * Indicator.Scale();

    /// <summary>How far from zero differences reach; levels share their scale whatever they reach.</summary>
    public double Reach => IsLevel ? 0 : SharedScale.Reach(Values);

    /// <summary>The levels of a scenario.</summary>
    public static Course Levels(FigureContext context, ScenarioInfo scenario)
    {
        double scale = context.Indicator.Scale();
        return new Course(scenario, context.Indicator, IsLevel: true, [.. context.Results.Years
            .Select(y => (Year: y, Found: context.Results.Spread(scenario.Name, context.Indicator.Name, y)))
            .Where(y => double.IsFinite(y.Found.Mean))
            .Select(y => new YearValue(y.Year, y.Found.Mean * scale, y.Found.Lower * scale, y.Found.Upper * scale))]);
    }

    /// <summary>The paired differences of a policy from the baseline.</summary>
    public static Course Differences(FigureContext context, ScenarioInfo policy)
    {
        double scale = context.Indicator.Scale();
        return new Course(policy, context.Indicator, IsLevel: false, [.. context.Results.Years
            .SelectMany(y => context.Results.Difference(policy.Name, context.Indicator.Name, y) is { } found ? (Comparison[])[found] : [])
            .Where(c => double.IsFinite(c.Difference))
            .Select(c => new YearValue(c.Year, c.Difference * scale, c.Lower * scale, c.Upper * scale) { IsTied = c.IsTied })]);
    }

    /// <summary>The value of a year with its unit; a difference with the digits that its interval allows.</summary>
    public string Write(ReportText text, YearValue year) => Write(text, year, year.Middle);

    /// <summary>The interval of a year, with the same digits; why there is none where all replications agree.</summary>
    public string WriteInterval(ReportText text, YearValue year) => year.IsTied ? text.InAllReplications()
        : $"{Write(text, year, year.Lower, isEnd: true)} {text.Say("to", "à")} {Write(text, year, year.Upper, isEnd: true)}"
            + (IsLevel ? "" : text.Beyond(Indicator, year.Lower / Indicator.Scale(), year.Upper / Indicator.Scale()));

    private string Write(ReportText text, YearValue year, double shown, bool isEnd = false)
    {
        double scale = Indicator.Scale();
        if (IsLevel)
        {
            return text.Value(Indicator, shown / scale);
        }

        int decimals = IndicatorText.DecimalsOf(Indicator, new Comparison(Scenario.Name, "", year.Year, Indicator.Name,
            year.Middle / scale, double.NaN, year.Lower / scale, year.Upper / scale, 0));
        return text.Difference(Indicator, shown / scale, isEnd ? ReportText.DecimalsOfEnd(shown, decimals) : decimals);
    }

    /// <summary>A value at a tick of the axis.</summary>
    public string WriteTick(ReportText text, double value) => (IsLevel || value <= 0 ? "" : "+") + Indicator.Unit switch
    {
        "k€" or "k€/year" when value != 0 => text.MoneyTick(value),
        IndicatorCatalog.Share when IsLevel => text.Tick(value) + text.Say("%", "\u202f%"),
        _ => text.Tick(value),
    };
}
