namespace InstallSim.Scenarios;

/// <summary>What replications draw anew beside chance.</summary>
public enum Uncertainty
{
    /// <summary>Every number with a range, and coefficients from the covariance of their estimates where there is one.</summary>
    All,

    /// <summary>Only coefficients from the covariance of their estimates.</summary>
    Estimates,

    /// <summary>Nothing: all replications have the values of the scenario.</summary>
    None,
}
