using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Outputs;

namespace InstallSim.Studies.Results;

/// <summary>The distribution of a random coefficient at the estimates, over people.</summary>
/// <param name="Coefficient">The coefficient.</param>
/// <param name="Location">m, the parameter of its name; 0 for an error component.</param>
/// <param name="Spread">s ≥ 0: the estimated spread, of correlated coefficients the length of their row of the Cholesky factor.</param>
internal sealed record RandomShape(RandomCoefficient Coefficient, double Location, double Spread)
{
    /// <summary>
    /// The distributions of a mixed logit's random coefficients, at the scale of 1, but of those whose mean or spread depends on the
    /// person; empty for other models and where the scale itself varies over people.
    /// </summary>
    public static IReadOnlyList<RandomShape> Of(EstimationResult result) => MixedTastes.Of(result.Model) is not { } mixed ? [] :
        [.. mixed.Random.Where(r => r.MeanBy.Count + r.SpreadBy.Count == 0)
            .Select(r => new RandomShape(r, r.IsErrorComponent ? 0 : result[r.Variable], SpreadOf(result, r)))];

    /// <summary>Value below which a share of people lies.</summary>
    /// <param name="share">In (0, 1).</param>
    public double Quantile(double share)
    {
        double z = NormalQuantileKernel.Quantile(share);
        double triangle = share < 0.5 ? Math.Sqrt(2 * share) - 1 : 1 - Math.Sqrt(2 * (1 - share));
        int sign = Coefficient.Sign;
        switch (Coefficient.Distribution)
        {
            case Distribution.Lognormal:
                return sign * Elementary.Exp(Location + (sign * Spread * z));
            case Distribution.CensoredNormal:
                return sign > 0 ? Math.Max(0, Location + (Spread * z)) : Math.Min(0, Location + (Spread * z));
            case Distribution.Uniform:
                return Location + (Spread * ((2 * share) - 1));
            case Distribution.Triangular:
                return Location + (Spread * triangle);
            case Distribution.ZeroBoundedTriangular:
                return Location * (1 + (Math.Sign(Location) * triangle));
            case Distribution.JohnsonSb:
                return Coefficient.Lower + ((Coefficient.Upper - Coefficient.Lower) / (1 + Elementary.Exp(-(Location + (Spread * z)))));
            case Distribution.TruncatedNormal:
                double spread = Math.Max(Spread, RandomCoefficient.LeastSpread);
                return sign * spread * new TruncatedNormal(-sign * Location / spread).Above(sign > 0 ? 1 - share : share).Excess;
            default:
                return Location + (Spread * z);
        }
    }

    /// <summary>Share of people whose coefficient is above 0, to a thousandth.</summary>
    public double PositiveShare => Enumerable.Range(0, 1000).Count(i => Quantile((i + 0.5) / 1000) > 0) / 1000.0;

    /// <summary>Share of people whose coefficient is not 0, to a thousandth.</summary>
    public double OwnShare => Enumerable.Range(0, 1000).Count(i => Quantile((i + 0.5) / 1000) != 0) / 1000.0;

    /// <summary>
    /// What the estimates of a coefficient that is not normal, uniform or triangular are, z standard
    /// normal, and where it lies; null for the others.
    /// </summary>
    public string? Note
    {
        get
        {
            string name = Coefficient.Variable, m = Coefficient.IsErrorComponent ? "0" : name, value = $"{m} + {Text(Spread)}·z",
                minus = Coefficient.Sign < 0 ? "−" : "";
            string? says = Coefficient.Distribution switch
            {
                Distribution.Lognormal => $"{minus}exp({value})",
                Distribution.TruncatedNormal => $"{value}, cut off at 0",
                Distribution.CensoredNormal => $"{value}, 0 where it would be {(Coefficient.Sign > 0 ? "below" : "above")} 0",
                Distribution.JohnsonSb =>
                    $"{Text(Coefficient.Lower)} + {Text(Coefficient.Upper - Coefficient.Lower)}/(1 + exp(−{name} − {Text(Spread)}·z))",
                Distribution.ZeroBoundedTriangular => $"between 0 and 2·{name}",
                _ => null,
            };
            return says is null ? null
                : $"coefficient of {name}: {says}, z standard normal; median {Text(Quantile(0.5))}, nine people in ten between "
                    + $"{Text(Quantile(0.05))} and {Text(Quantile(0.95))}";
        }
    }

    private static string Text(double value) => PaperNumber.Brief(value);

    private static double SpreadOf(EstimationResult result, RandomCoefficient random)
    {
        double squares = 0;
        for (int k = 0; k < result.Parameters.Count; k++)
        {
            string name = result.Parameters[k];
            if (name == $"sd.{random.Variable}" || name.StartsWith($"chol.{random.Variable}.", StringComparison.Ordinal))
            {
                squares += result.Estimates[k] * result.Estimates[k];
            }
        }

        return Math.Sqrt(squares);
    }
}
