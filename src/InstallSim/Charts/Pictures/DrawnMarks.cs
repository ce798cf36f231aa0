namespace InstallSim.Charts.Pictures;

/// <summary>What a pen has drawn.</summary>
/// <param name="Marks">How many rows of each kind, by the name of their type: <c>Dot</c>, <c>Line</c> …</param>
/// <param name="Words">Every line of words, in the order drawn; halos are not words.</param>
internal sealed record DrawnMarks(IReadOnlyDictionary<string, int> Marks, IReadOnlyList<string> Words)
{
    /// <summary>Words that reach over the edge of the picture: labels for which their panel asked no room.</summary>
    public IReadOnlyList<string> Cut { get; init; } = [];
}
