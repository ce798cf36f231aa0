using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>Why a folder is not replaced, by the names of files that stand in it; what is replaced.</summary>
public static class FolderWords
{
    /// <summary>The line that says what results are replaced.</summary>
    /// <param name="folder">Their folder as the user names it.</param>
    /// <param name="what">What they are.</param>
    public static Words Replaced(string folder, Words what) => new(
        $"{folder}: replaced at the end: {what.English}", $"{folder}\u00a0: remplacé à la fin\u00a0: {what.French}");

    internal static Words Taken(string[] files) => Of(files, names => new Words(
        $"holds files of these names that this program did not write, or that were changed: {names.English}; "
            + "name another folder, or --force replaces them",
        $"contient des fichiers de ces noms que ce programme n’a pas écrits, ou qui ont été modifiés\u00a0: {names.French}\u00a0; "
            + "nommer un autre dossier, ou --force les remplace"));

    internal static Words InTheWay(string[] files) => Of(files, names => new Words(
        $"holds what this program did not write under names that it needs: {names.English}; move it away, or name another folder",
        $"contient, sous des noms dont ce programme a besoin, ce qu’il n’a pas écrit\u00a0: {names.French}\u00a0; le déplacer, ou nommer "
            + "un autre dossier"));

    internal static Words Foreign(string[] files) => Of(files, names => new Words(
        $"holds what this program did not write, or what was changed: {names.English}; "
            + "name another folder, or --force replaces the program's own files and keeps the others",
        $"contient ce que ce programme n’a pas écrit, ou ce qui a été modifié\u00a0: {names.French}\u00a0; "
            + "nommer un autre dossier, ou --force remplace les fichiers du programme et garde les autres"));

    private static Words Of(string[] files, Func<Words, Words> say)
    {
        const int shown = 3;
        (string names, int more) = (string.Join(", ", files.Take(shown)), files.Length - shown);
        return say(more > 0 ? new Words($"{names} and {more} more", $"{names} et {more} de plus") : new Words(names, names));
    }
}
