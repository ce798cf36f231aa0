namespace InstallSim.Choice.Models;

/// <summary>
/// A branch of a nested logit: alternatives, further branches, or both, with one dissimilarity λ &gt; 0 (the coefficient of the
/// inclusive value; 1: no nesting; consistent with utility maximisation when at most that of the branch above).
/// </summary>
/// <param name="Parameter">Name of λ; branches that give the same name share one.</param>
/// <param name="Alternatives">Codes of the alternatives directly in the branch.</param>
public sealed record Nest(string Parameter, IReadOnlyList<int> Alternatives)
{
    /// <summary>Branches within the branch.</summary>
    public IReadOnlyList<Nest> Branches { get; init; } = [];
}
