namespace InstallSim.Indicators;

/// <summary>Which way an indicator is good for people.</summary>
public enum Better : byte
{
    /// <summary>Neither.</summary>
    Neutral,
    /// <summary>More is better.</summary>
    Higher,
    /// <summary>Less is better.</summary>
    Lower,
}
