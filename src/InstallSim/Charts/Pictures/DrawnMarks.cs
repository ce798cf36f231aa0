namespace InstallSim.Charts.Pictures;

/// <summary>What a pen has drawn.</summary>
/// <param name="Marks">How many rows of each kind, by the name of their type: <c>Dot</c>, <c>Line</c> …</param>
/// <param name="Words">Every line of words, in the order drawn; halos are not words.</param>
/// <param name="Places">Where each of the words stands, pixels of the chart.</param>
internal sealed record DrawnMarks(IReadOnlyDictionary<string, int> Marks, IReadOnlyList<string> Words, IReadOnlyList<Area> Places)
{
    /// <summary>Words that reach over the edge of a picture of this size: labels for which their panel asked no room.</summary>
    public IEnumerable<string> Cut(double width, double height) =>
        Words.Where((_, i) => Places[i].X < 0 || Places[i].Y < 0 || Places[i].Right > width || Places[i].Bottom > height);

    /// <summary>Pairs of words of which one lies on the other.</summary>
    public IEnumerable<(string First, string Second)> Touching() =>
        from i in Enumerable.Range(0, Words.Count)
        from j in Enumerable.Range(i + 1, Words.Count - i - 1)
        let a = Places[i]
        let b = Places[j]
        where a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom
        select (Words[i], Words[j]);
}
