namespace InstallSim.Choice.Models;

/// <summary>How a coefficient varies over people; c = mean + spread·z, z the draw.</summary>
public enum Distribution
{
    /// <summary>β = c, z standard normal.</summary>
    Normal,

    /// <summary>β = ±exp(c), z standard normal: one sign, its sign given.</summary>
    Lognormal,

    /// <summary>Normal cut off at 0 and scaled up: only one sign, none at 0.</summary>
    TruncatedNormal,

    /// <summary>β = max(0, c), or min(0, c), z standard normal: a part of the people has exactly 0.</summary>
    CensoredNormal,

    /// <summary>β = c, z uniform on (−1, 1).</summary>
    Uniform,

    /// <summary>β = c, z triangular on (−1, 1), peak at 0.</summary>
    Triangular,

    /// <summary>β = mean·(1 + z), z triangular on (−1, 1): between 0 and twice the mean, no parameter of spread.</summary>
    ZeroBoundedTriangular,

    /// <summary>Johnson's S_B: β = lower + (upper − lower)/(1 + exp(−c)), z standard normal.</summary>
    JohnsonSb,
}

/// <summary>A coefficient that varies over people.</summary>
/// <param name="Variable">Variable that it multiplies.</param>
/// <param name="Distribution">How it varies.</param>
public sealed record RandomCoefficient(string Variable, Distribution Distribution = Distribution.Normal)
{
    /// <summary>Spread below which a truncated normal is taken to have this one: without any it is no distribution.</summary>
    public const double LeastSpread = 1e-12;

    /// <summary>+1 or −1: the sign of a lognormal, truncated or censored coefficient.</summary>
    public int Sign { get; init; } = 1;

    /// <summary>Lower end of Johnson's S_B.</summary>
    public double Lower { get; init; }

    /// <summary>Upper end of Johnson's S_B.</summary>
    public double Upper { get; init; } = 1;

    /// <summary>An error component: mean 0 and no parameter for it.</summary>
    public bool IsErrorComponent { get; init; }

    /// <summary>
    /// Variables of the person that the mean depends on, the same on all rows of a unit: c = mean + Σ γₘ·zₘ + spread·draw, of a
    /// zero-bounded triangular (mean + Σ γₘ·zₘ)·(1 + draw). The parameters γ are <c>x.z</c>, after the mean <c>x</c>, which is that of
    /// people with z = 0.
    /// </summary>
    public IReadOnlyList<string> MeanBy { get; init; } = [];

    /// <summary>
    /// Variables of the person that the spread depends on, the same on all rows of a unit: spread·exp(Σ δₘ·zₘ), of correlated
    /// coefficients the whole row of the Cholesky factor (Greene and Hensher 2007). The parameters δ are <c>sd-by.x.z</c>; the spread is
    /// that of people with z = 0. For <see cref="GeneralMixedLogit"/>.
    /// </summary>
    public IReadOnlyList<string> SpreadBy { get; init; } = [];

    /// <summary>Whether two coefficients are described alike, whatever lists hold the names.</summary>
    internal bool IsLike(RandomCoefficient other) => this with { MeanBy = other.MeanBy, SpreadBy = other.SpreadBy } == other
        && MeanBy.SequenceEqual(other.MeanBy) && SpreadBy.SequenceEqual(other.SpreadBy);
}
