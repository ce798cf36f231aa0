using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>What an interval allows to say.</summary>
public enum Verdict
{
    /// <summary>There is no interval: not compared, or one replication only.</summary>
    Unknown,
    /// <summary>The interval holds zero, or replications are too few to tell the value in which they all agree from zero.</summary>
    Unclear,
    /// <summary>The whole interval is above zero.</summary>
    Up,
    /// <summary>The whole interval is below zero.</summary>
    Down,
}

/// <summary>Reads comparisons as sentences may.</summary>
public static class Verdicts
{
    /// <summary>What may be said of the comparison.</summary>
    public static Verdict Of(Comparison? comparison) => comparison switch
    {
        { IsTied: true } => Verdict.Unclear,
        { } c when !double.IsFinite(c.Lower) || !double.IsFinite(c.Upper) => Verdict.Unknown,
        { Lower: > 0 } => Verdict.Up,
        { Upper: < 0 } => Verdict.Down,
        null => Verdict.Unknown,
        _ => Verdict.Unclear,
    };

    /// <summary>Whether the verdict is clear and good for people.</summary>
    public static bool IsGain(Verdict verdict, Indicator indicator) =>
        verdict == (indicator.Better == Better.Lower ? Verdict.Down : Verdict.Up);

    /// <summary>Whether the verdict is clear and bad for people.</summary>
    public static bool IsLoss(Verdict verdict, Indicator indicator) =>
        verdict == (indicator.Better == Better.Lower ? Verdict.Up : Verdict.Down);
}
