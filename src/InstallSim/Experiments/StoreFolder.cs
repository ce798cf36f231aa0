using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments;

/// <summary>A folder where finished pieces of work are kept: whose it is, what of it is the program's, how it is removed.</summary>
internal static partial class StoreFolder
{
    /// <summary>The file that says whose a store is.</summary>
    public const string IdentityFile = "identity.txt";

    /// <summary>The file that keeps what results are to be called, where a title was said.</summary>
    public const string TitleFile = "title.txt";

    /// <summary>Removes a store and those inside it: the program's own files, and folders that are empty then.</summary>
    public static void Remove(string folder)
    {
        if (IdentityOf(folder) is null)
        {
            return;
        }

        foreach (string inside in Directory.GetDirectories(folder))
        {
            Remove(inside);
        }

        // Its identity last: it says whose the others are.
        foreach (string file in Own(folder).OrderBy(file => Path.GetFileName(file) == IdentityFile))
        {
            File.Delete(file);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>Whose a store is; null where it is none, or a link.</summary>
    public static RunIdentity? IdentityOf(string folder)
    {
        var mark = new FileInfo(Path.Combine(folder, IdentityFile));
        return mark is { Exists: true, LinkTarget: null } && new DirectoryInfo(folder).LinkTarget is null
            ? RunIdentity.Parse(File.ReadAllText(mark.FullName))
            : null;
    }

    /// <summary>Keeps what results are to be called; of none nothing is kept.</summary>
    public static void KeepTitle(string folder, string? title)
    {
        string path = Path.Combine(folder, TitleFile);
        if (title is not null)
        {
            AtomicFile.Write(path, title);
        }
        else
        {
            File.Delete(path);
        }
    }

    /// <summary>What results are to be called; null where nothing is kept.</summary>
    public static string? TitleOf(string folder) =>
        IdentityOf(folder) is not null && new FileInfo(Path.Combine(folder, TitleFile)) is { Exists: true, LinkTarget: null } kept
            ? File.ReadAllText(kept.FullName).Trim()
            : null;

    /// <summary>Whether something is there that a killed save did not leave.</summary>
    public static bool HoldsOthers(string folder) => new DirectoryInfo(folder).LinkTarget is not null
        || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(path => !IsOwnName(Path.GetFileName(path))
            || Path.GetFileName(path) == IdentityFile));

    private static IEnumerable<string> Own(string folder) =>
        Directory.GetFiles(folder).Where(path => IsOwnName(Path.GetFileName(path)) && new FileInfo(path).LinkTarget is null);

    /// <summary>The finished pieces that a store holds, by their numbers.</summary>
    public static int[] Pieces(string folder) => [.. OwnPieces(folder).Select(own => own.Piece)];

    /// <summary>Those of them that were changed or cut.</summary>
    public static int[] Damaged(string folder) => !Directory.Exists(folder) ? []
        : [.. OwnPieces(folder).Where(own => !SealedFile.IsWhole(own.Path)).Select(own => own.Piece)];

    private static IEnumerable<(string Path, int Piece)> OwnPieces(string folder) => Own(folder)
        .Select(path => (Path: path, Piece: OwnName().Match(Path.GetFileName(path)).Groups["piece"]))
        .Where(own => own.Piece.Success)
        .Select(own => (own.Path, int.Parse(own.Piece.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)));

    /// <summary>A store, where it is one, and those inside its folder.</summary>
    public static IEnumerable<string> Stores(string folder) => Directory.Exists(folder)
        ? ((string[])[folder, .. Directory.GetDirectories(folder)]).Where(store => IdentityOf(store) is not null)
        : [];

    /// <summary>What a store holds of another run than is meant, in words; null where it holds none.</summary>
    /// <param name="folder">The store.</param>
    /// <param name="identity">What is meant.</param>
    /// <param name="called">What finished pieces are called.</param>
    public static Words? Others(string folder, RunIdentity identity, CountedWords called)
    {
        if (IdentityOf(folder)?.DifferenceFrom(identity) is not { } difference || Pieces(folder) is not { Length: > 0 and var kept })
        {
            return null;
        }

        Words found = called.Of(kept);
        return new Words($"holds {found.English} of another run: {difference.English}",
            $"contient {found.French} d’un autre calcul\u00a0: {difference.French}");
    }

    private static bool IsOwnName(string name) => OwnName().IsMatch(name);

    [GeneratedRegex(
        @"^((replication|point)-(?<piece>\d{5,7})\.bin|identity\.txt|title\.txt"
            + @"|\.((replication|point)-\d{5,7}\.bin|identity\.txt|title\.txt)\.installsim-partial)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
