using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Calibration;

/// <summary>What a wave found.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Simulated">Points that it simulated.</param>
/// <param name="Points">Points its surfaces were fitted to: its own and earlier ones not ruled out.</param>
/// <param name="Share">Share of the space that is left after it.</param>
/// <param name="Found">How many of the points tried that is.</param>
/// <param name="Candidates">Points tried.</param>
/// <param name="Errors">Cross-validated error of the surface of each target (root mean square); NaN for a target left out.</param>
/// <param name="Spreads">Standard deviation of each moment over the points.</param>
public sealed record WaveResult(
    int Number, int Simulated, int Points, double Share, int Found, int Candidates, double[] Errors, double[] Spreads);

/// <summary>A target before and after.</summary>
/// <param name="Target">The target.</param>
/// <param name="Before">The moment at the scenario's own values.</param>
/// <param name="After">The moment at the estimate.</param>
/// <param name="Chance">Standard error of the simulated moment.</param>
/// <param name="IsMoved">Whether any number moves it.</param>
public sealed record FitRow(Target Target, double Before, double After, double Chance, bool IsMoved)
{
    /// <summary>Standard deviation that a miss is measured in: of the target, the model's form and chance together.</summary>
    public double Deviation => Math.Sqrt(Target.Variance(Chance * Chance));

    /// <summary>Miss of the scenario's own values, in standard deviations.</summary>
    public double MissBefore => Target.Miss(Before) / Deviation;

    /// <summary>Miss of the estimate, in standard deviations.</summary>
    public double MissAfter => Target.Miss(After) / Deviation;

    /// <summary>What the scenario's own values add to the sum of squared misses, weight·miss².</summary>
    public double SquareBefore => Target.Weight * MissBefore * MissBefore;

    /// <summary>The same of the estimate.</summary>
    public double SquareAfter => Target.Weight * MissAfter * MissAfter;
}

/// <summary>A number before and after.</summary>
/// <param name="Number">The number.</param>
/// <param name="Estimate">Its estimate; its own value where no target is moved by it.</param>
/// <param name="StandardError">Standard error; NaN where it has none.</param>
/// <param name="PlausibleLow">Lowest value not ruled out.</param>
/// <param name="PlausibleHigh">Highest value not ruled out.</param>
/// <param name="Held">Why it has no standard error.</param>
public sealed record NumberRow(
    CalibratedNumber Number, double Estimate, double StandardError, double PlausibleLow, double PlausibleHigh, Holding Held);

/// <summary>What a calibration found.</summary>
/// <param name="Loaded">What was asked.</param>
/// <param name="Waves">The waves.</param>
/// <param name="Fit">The targets.</param>
/// <param name="Numbers">The numbers.</param>
/// <param name="Covariance">Covariance of the estimates in their units, shape [p, p]; 0 for held ones.</param>
/// <param name="Plausible">Points not ruled out, in the numbers' units, shape [n][p].</param>
/// <param name="Implausibility">The largest implausibility at each that is not set aside, by the last wave.</param>
/// <param name="Evaluations">Runs of the scenario.</param>
/// <param name="HasConverged">Whether the fit ended for want of a better point; true without a fit.</param>
/// <param name="Warnings">What a reader must know.</param>
public sealed record CalibrationResult(
    LoadedCalibration Loaded, IReadOnlyList<WaveResult> Waves, IReadOnlyList<FitRow> Fit, IReadOnlyList<NumberRow> Numbers,
    double[,] Covariance, double[][] Plausible, double[] Implausibility, long Evaluations, bool HasConverged,
    IReadOnlyList<Words> Warnings)
{
    /// <summary>What the numbers and the scenario are called.</summary>
    public IReadOnlyList<Caption> Captions { get; } = Experiments.Points.Captions.Of(Loaded.Experiment,
        [.. Numbers.Select(n => n.Number.Path)]);

    /// <summary>Σ weight·miss²/variance of the scenario's own values.</summary>
    public double SumBefore => Fit.Sum(row => row.SquareBefore);

    /// <summary>The same of the estimate.</summary>
    public double SumAfter => Fit.Sum(row => row.SquareAfter);

    /// <summary>Whether the estimate fits worse than the scenario's own values, which then lie outside what was searched.</summary>
    public bool IsWorse => SumAfter > SumBefore;
}
