namespace InstallSim.Choice.Models;

/// <summary>
/// A scale that varies over people, σ = exp(−τ²/2 + τ·ε), ε standard normal (Fiebig, Keane, Louviere and Wasi 2010): the G-MNL. A
/// coefficient with mean m and deviation η becomes σ·m + (γ + (1 − γ)·σ)·η; one that does not vary, or is not normal, uniform or
/// triangular, σ·β as a whole. −τ²/2 makes E σ = 1 for the normal itself, not over the draws in hand: it then does not depend on them.
/// </summary>
public sealed record RandomScale
{
    /// <summary>Variables whose coefficients are not scaled, such as constants of alternatives.</summary>
    public IReadOnlyList<string> Unscaled { get; init; } = [];

    /// <summary>
    /// γ where it is given: 0, deviations scaled as means are (G-MNL-II), 1, not scaled (G-MNL-I); null: estimated, on the whole line
    /// (Keane and Wasi 2013), for values outside (0, 1) mean something too.
    /// </summary>
    public double? Gamma { get; init; }
}
