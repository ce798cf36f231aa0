namespace InstallSim.Choice.Models;

/// <summary>An alternative's part in a nest.</summary>
/// <param name="Alternative">Code of the alternative.</param>
/// <param name="Share">
/// Name of the parameter α in [0, 1], the part of the alternative that is in the nest; null: what its other nests leave, all of it
/// when there are none. Parts that give the same name share one.
/// </param>
public sealed record NestMember(int Alternative, string? Share = null);

/// <summary>A nest of a cross-nested logit, whose members may be in other nests too.</summary>
/// <param name="Parameter">Name of the dissimilarity λ &gt; 0 (1: no nesting); nests that give the same name share one.</param>
/// <param name="Members">Its alternatives, each with its part.</param>
public sealed record CrossNest(string Parameter, IReadOnlyList<NestMember> Members);
