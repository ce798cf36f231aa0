namespace InstallSim.Choice.Estimation;

/// <summary>How to maximise and what to hold fixed.</summary>
public sealed record EstimationOptions
{
    /// <summary>Parameters held at a value instead of estimated.</summary>
    public IReadOnlyDictionary<string, double> Fixed { get; init; } = new Dictionary<string, double>();

    /// <summary>Values to start from, in place of the model's own for the parameters named.</summary>
    public IReadOnlyDictionary<string, double> Start { get; init; } = new Dictionary<string, double>();

    /// <summary>Most iterations, ≥ 1.</summary>
    public int MostIterations { get; init; } = 300;

    /// <summary>
    /// Done when the log-likelihood can rise by less than this, by its quadratic model (½·g′·H⁻¹·g, free of the variables'
    /// scales); 1e-10 puts estimates within 1.4e-5 standard errors of the maximum.
    /// </summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Most threads; 0: one a processor. It does not change the result.</summary>
    public int Threads { get; init; }

    /// <summary>Called after each iteration with its number and the log-likelihood.</summary>
    public Action<int, double>? Progress { get; init; }

    /// <summary>Asks to stop; the result then says that it did not converge.</summary>
    public CancellationToken Cancellation { get; init; }
}
