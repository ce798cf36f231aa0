using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Shards;

/// <summary>Keeps a shard from taking the place of another's work: that is refused unless asked for.</summary>
public static partial class ShardGuard
{
    /// <summary>Refuses a folder that holds, finished or not, other pieces than are asked for.</summary>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="there">The shard that it holds finished, <c>i/n</c>, or null.</param>
    /// <param name="isSame">Whether that is of the same run.</param>
    /// <param name="asked">The shard asked for; null for the whole.</param>
    /// <param name="positions">The pieces asked for.</param>
    /// <exception cref="InputException">It does.</exception>
    public static void Check(string folder, string? there, bool isSame, Shard? asked, IReadOnlyCollection<int> positions)
    {
        string now = asked?.ToString() ?? "1/1";
        if (there is not null && (there != now || !isSame))
        {
            Words of = isSame ? new Words("", "") : new Words(" of another run", " d’un autre calcul");
            throw new InputException(new Place(folder), new Words(
                $"holds shard {there}{of.English}; this is shard {now}: name another --out, or --force replaces it",
                $"contient la part {there}{of.French}\u00a0; ceci est la part {now}\u00a0: nommer un autre --out, ou --force la remplace"));
        }

        string store = ExperimentRunner.StoreOf(folder);
        var wanted = positions.ToHashSet();
        int others = StoreFolder.IdentityOf(store) is null ? 0 : Directory.GetFiles(store)
            .Select(file => Piece().Match(Path.GetFileName(file)))
            .Count(name => name.Success && !wanted.Contains(int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture)));
        if (others > 0)
        {
            throw new InputException(new Place(store), new Words(
                $"holds {others} finished pieces that shard {now} does not ask for, those of another shard; name another --out, or --force "
                    + "throws them away",
                $"contient {others} morceaux terminés que la part {now} ne demande pas, ceux d’une autre part\u00a0; nommer un autre "
                    + "--out, ou --force les jette"));
        }
    }

    [GeneratedRegex(@"^(?:replication|point)-(\d{5,7})\.bin$", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
