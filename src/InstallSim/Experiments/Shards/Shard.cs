using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Shards;

/// <summary>A part of the pieces of work (points, replications): those at positions i − 1, i − 1 + n, i − 1 + 2n …</summary>
/// <param name="Number">i, from 1.</param>
/// <param name="Of">n.</param>
public sealed record Shard(int Number, int Of)
{
    /// <summary>Most shards.</summary>
    public const int Most = 100_000;

    /// <summary>Reads <c>i/n</c>.</summary>
    /// <exception cref="InputException">It is not so written, or i is not from 1 to n.</exception>
    public static Shard Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length == 2 && Whole(parts[0], out int number) && Whole(parts[1], out int of)
            && number >= 1 && number <= of && of <= Most)
        {
            return new Shard(number, of);
        }

        throw new InputException(new Place("--shard"), new Words(
            $"'{text}' is no shard; i/n is expected, i from 1 to n, such as 2/3 for the second of three (n is at most {Most})",
            $"«\u00a0{text}\u00a0» n’est pas une part\u00a0; i/n est attendu, i de 1 à n, comme 2/3 pour la deuxième de trois (n au plus "
                + $"{Most})"));

        static bool Whole(string part, out int value) =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The positions of its pieces among all.</summary>
    public int[] Positions(int pieces) =>
        Number > pieces ? [] : [.. Enumerable.Range(0, ((pieces - Number) / Of) + 1).Select(k => Number - 1 + (k * Of))];

    /// <summary>As it was written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
