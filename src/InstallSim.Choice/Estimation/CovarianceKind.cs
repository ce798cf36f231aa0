namespace InstallSim.Choice.Estimation;

/// <summary>How the covariance of estimates is computed. H: minus the Hessian; s: scores.</summary>
public enum CovarianceKind
{
    /// <summary>H⁻¹: right when the model is.</summary>
    Hessian,

    /// <summary>(Σ s·s′)⁻¹, over independent units (Berndt, Hall, Hall and Hausman 1974).</summary>
    OuterProduct,

    /// <summary>H⁻¹·(Σ s·s′)·H⁻¹ over independent units: holds when the model is only nearly right (White 1982).</summary>
    Robust,

    /// <summary>
    /// H⁻¹·(Σ s·s′)·H⁻¹·G/(G − 1) with the scores of each of the G persons summed first: holds when a person's answers are related.
    /// </summary>
    Clustered,

    /// <summary>Covariance over estimates from resampled people.</summary>
    Bootstrap,
}
