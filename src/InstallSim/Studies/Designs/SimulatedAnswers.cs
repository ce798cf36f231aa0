using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>
/// Whether the answers of a study are a computer's, and what is then said wherever its numbers stand: they show a method, not what people
/// want.
/// </summary>
internal static class SimulatedAnswers
{
    /// <summary>Largest table of answers that is compared with those of <c>respond</c>, bytes; ASSUMPTION.</summary>
    private const long LargestCompared = 64 << 20;

    /// <summary>What is said of them, in French as <see cref="StudyWords"/> has it.</summary>
    public const string Note = "The answers are simulated: nobody was asked; this shows a method, not what people want.";

    /// <summary>The same beside a row of a table for programs.</summary>
    public const string Remark = "Simulated answers: nobody was asked";

    /// <summary>Whether the study calls its choices simulated, or they are those that <c>respond</c> makes of it.</summary>
    public static bool Are(StudySource source) => source.Study.Reporting.Choices == ChoiceOrigin.Simulated || AreOwn(source);

    /// <summary>
    /// Whether the answers are, but for ends of lines, those that <c>respond</c> makes, for as many people, of the study or of one that it
    /// extends, whose utility may be another.
    /// </summary>
    public static bool AreOwn(StudySource source)
    {
        StudyData data = source.Study.Data;
        if (source.Study.Respondents is null || data.FileSaid is not { } file || data.Layout != DataLayout.Long
            || new FileInfo(file) is not { Exists: true, Length: <= LargestCompared })
        {
            return false;
        }

        string answers = File.ReadAllText(file).ReplaceLineEndings("\n");
        return People(answers) is { } people && (AreOf(() => source, answers, people) || source.Document.Files
            .Where(path => Path.GetFullPath(path) != Path.GetFullPath(source.Path))
            .Any(path => AreOf(() => StudyReader.Read(path), answers, people)));
    }

    private static bool AreOf(Func<StudySource> study, string answers, int people)
    {
        try
        {
            return answers == Respondents.Text(study(), people);
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>
    /// How many people there are if <c>respond</c> made the rows, which numbers them from 1 and gives each as many; null where it did not.
    /// </summary>
    private static int? People(ReadOnlySpan<char> answers)
    {
        int rows = answers.Count('\n') - 1;
        ReadOnlySpan<char> last = answers.TrimEnd('\n');
        last = last[(last.LastIndexOf('\n') + 1)..];
        int comma = last.IndexOf(',');
        return comma > 0 && int.TryParse(last[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out int people)
            && people > 0 && people <= rows && rows % people == 0 ? people : null;
    }
}
