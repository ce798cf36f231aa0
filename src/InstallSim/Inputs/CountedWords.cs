namespace InstallSim.Inputs;

/// <summary>What something is called when it is counted.</summary>
/// <param name="One">One of it.</param>
/// <param name="Many">Several, or none.</param>
public sealed record CountedWords(Words One, Words Many)
{
    /// <summary>A count with its noun, such as <c>1 finished point</c>.</summary>
    public Words Of(int count) => new($"{count} {(count == 1 ? One : Many).English}", $"{count} {(count < 2 ? One : Many).French}");
}
