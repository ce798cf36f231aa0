namespace InstallSim.Choice.Estimation;

/// <summary>A parameter that no choice depends on.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Value">The value that it is held at.</param>
/// <param name="Reason">Why the choices do not depend on it, in words.</param>
public sealed record Undetermined(string Parameter, double Value, string Reason)
{
    /// <summary>Parameters beside it: where one of them is fixed or equal to another, this one can be told.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>A parameter to start elsewhere, and where, for choices to depend on this one; null: none is known.</summary>
    public (string Parameter, double Value)? Start { get; init; }

    /// <summary>The reason of a parameter that only conditions have.</summary>
    internal const string Jumps = "it stands in conditions alone, where the utility jumps and has no slope: write numbers for it, one "
        + "after the other, and compare the log-likelihoods";

    /// <summary>The reason of a parameter that choices depend on neither at its start nor beside it.</summary>
    internal const string NoChoice = "no choice depends on it";

    /// <summary>The reason of a parameter whose maximum is at a kink.</summary>
    internal const string AtKink =
        "the log-likelihood has a kink there and falls on both sides, so that there is no slope and no standard error";

    /// <summary>Whether it is to be held under these options.</summary>
    internal bool IsLeftBy(EstimationOptions options) => !options.Binds(Parameter) && !Instead.Any(options.Binds);
}

/// <summary>How a start or a maximum was sought from several points.</summary>
/// <param name="Tried">Points that the search went on from.</param>
/// <param name="Agreeing">How many of them ended at the best log-likelihood, within 0.01; one alone may be a local maximum.</param>
public sealed record StartSearch(int Tried, int Agreeing)
{
    /// <summary>Counts the log-likelihoods, in any order, that agree with the best.</summary>
    public static StartSearch Of(IReadOnlyList<double> logLikelihoods) =>
        new(logLikelihoods.Count, logLikelihoods.Count(value => value >= logLikelihoods.Max() - 0.01));
}
