using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// The columns of an export with the answers: numbered as the tasks of the design are, <c>task1</c> to <c>task48</c>, or by place in the
/// person's block, <c>task1</c> to <c>task8</c>, which needs a column with the block unless there is one only.
/// </summary>
internal sealed class TaskColumns
{
    private readonly Dictionary<string, int> _columns;
    private readonly bool _byPlace;

    private TaskColumns(Dictionary<string, int> columns, bool byPlace) => (_columns, _byPlace) = (columns, byPlace);

    /// <summary>How the answers in these columns are written.</summary>
    public AnswerReading Reading(CsvTable export, int firstRow, AskedDesign design) =>
        new(design.Blocks[0].Tasks[0], [.. Answers(export, firstRow, _columns.Values)]);

    /// <summary>Whether columns are numbered by place in the person's block, and so shared by all blocks.</summary>
    public bool AreShared => _byPlace;

    /// <summary>Tasks of a block in order, each with the column of its answer.</summary>
    public IReadOnlyList<(DesignTask Task, int Column)> Of(IReadOnlyList<DesignTask> tasks) =>
        [.. tasks.Select((task, i) => (task, _columns.GetValueOrDefault(_byPlace ? Number(i + 1) : task.Id, -1)))
            .Where(t => t.Item2 >= 0)];

    /// <summary>Finds the columns; null, with an error, when there are none or several sets.</summary>
    /// <param name="source">The study.</param>
    /// <param name="export">The export.</param>
    /// <param name="header">What its columns are called.</param>
    /// <param name="design">The design.</param>
    /// <param name="how">Whether the export has a column with the block; and where errors go.</param>
    public static TaskColumns? Of(
        StudySource source, CsvTable export, ExportHeader header, AskedDesign design, (bool HasBlock, InputErrors Errors) how)
    {
        (bool hasBlock, InputErrors errors) = how;
        StudyData data = source.Study.Data;
        string[] tasks = [.. design.Blocks.SelectMany(b => b.Tasks).Select(t => t.Id)];
        string[] places = [.. Enumerable.Range(1, design.Blocks.Max(b => b.Tasks.Count)).Select(Number)];
        bool mayBePlaces = hasBlock || design.Blocks.Count == 1;
        string[] patterns = data.AnswerColumns is { } said ? [said] : [.. header.Names.SelectMany(Patterns).Distinct()];
        var found = patterns.Select(pattern => (Pattern: pattern, Tasks: Columns(header, pattern, tasks),
            Places: mayBePlaces ? Columns(header, pattern, places) : [])).ToArray();
        var whole = found.Where(f => f.Tasks.Count == tasks.Length || (mayBePlaces && f.Places.Count == places.Length)).ToArray();
        if (whole.Length > 1)
        {
            // Times and pages are numbered as tasks are; what is mostly answers is meant.
            whole = [.. whole.Where(f => AreAnswers(export, header.FirstRow, design, f.Tasks.Count == tasks.Length ? f.Tasks : f.Places))];
        }

        if (whole is [var one])
        {
            if (data.AnswerColumns is null)
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(data, "responses"),
                    $"answers are read from the columns {one.Pattern}; 'answers: \"{one.Pattern}\"' says so for good", IsNote: true));
            }

            bool byTask = one.Tasks.Count == tasks.Length;
            TellUnread(export, header, design, (one.Pattern, byTask ? one.Tasks : one.Places), errors);
            return new TaskColumns(byTask ? one.Tasks : one.Places, !byTask);
        }

        Refuse(source, header, (tasks, places, mayBePlaces), [.. whole.Select(f => f.Pattern)], errors);
        return null;
    }

    /// <summary>Warns of columns that are numbered on, hold answers and are not read: a task or a column may be missing.</summary>
    private static void TellUnread(CsvTable export, ExportHeader header, AskedDesign design,
        (string Pattern, Dictionary<string, int> Columns) read, InputErrors errors)
    {
        int most = header.Names.Count;
        string[] numbers = [.. Enumerable.Range(1, design.Blocks.Sum(b => b.Tasks.Count) + most).Select(Number)];
        int[] unread = [.. Columns(header, read.Pattern, numbers).Values.Except(read.Columns.Values).Order()
            .Where(c => AreAnswers(export, header.FirstRow, design, new() { [""] = c }))];
        if (unread.Length > 0)
        {
            string names = string.Join(", ", unread.Take(5).Select(c => header.Names[c])) + (unread.Length > 5 ? ", …" : "");
            errors.Warn(new InputWarning(export.PlaceOf(0, unread[0]) with { Line = 1 },
                $"answers are read from {read.Columns.Count} columns {read.Pattern}; those of {names} are not read"));
        }
    }

    private static bool AreAnswers(CsvTable export, int firstRow, AskedDesign design, Dictionary<string, int> columns)
    {
        DesignTask any = design.Blocks[0].Tasks[0];
        string[] found = [.. Answers(export, firstRow, columns.Values)];
        var reading = new AnswerReading(any, found);
        return found.Count(text => reading.Place(any, text) >= 0) * 2 > found.Length;
    }

    private static IEnumerable<string> Answers(CsvTable export, int firstRow, IEnumerable<int> columns) => columns
        .SelectMany(c => Enumerable.Range(firstRow, export.Rows - firstRow).Select(row => export.Cell(row, c).Trim().ToString()))
        .Where(text => !export.IsMissing(text));

    private static void Refuse(StudySource source, ExportHeader header, (string[] Tasks, string[] Places, bool MayBePlaces) asked,
        string[] several, InputErrors errors)
    {
        StudyData data = source.Study.Data;
        string columns = string.Join(", ", header.Names.Take(40)) + (header.Names.Count > 40 ? ", …" : "");
        Place at = source.Binder.PlaceOf(data, data.AnswerColumns is null ? "responses" : "answers");
        if (several.Length > 1)
        {
            errors.Add(at, $"the answers may be in the columns {string.Join(", ", several)}; say which: 'answers: \"{several[0]}\"'");
            return;
        }

        string[] numbers = asked.MayBePlaces ? asked.Places : asked.Tasks;
        string pattern = data.AnswerColumns ?? "task*";
        string missing = string.Join(", ", numbers.Select(n => pattern.Replace("*", n, StringComparison.Ordinal))
            .Where(name => !header.Names.Contains(name)).Take(5));
        errors.Add(at, data.AnswerColumns is null
            ? $"no columns of {data.Responses} are numbered as the {asked.Tasks.Length} tasks of the design are; name them, as in "
                + $"'answers: \"task*\"'; columns: {columns}"
            : (InputMessage)$"columns of answers are missing: {missing}; columns: {columns}");
        if (!asked.MayBePlaces)
        {
            errors.Add(at,
                "the design has blocks: number the answers as its tasks are, or name the column with the person's block by 'block'");
        }
    }

    /// <summary>The names that a heading with numbers may follow: a star in place of each number.</summary>
    private static IEnumerable<string> Patterns(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiDigit(name[i]) && (i == 0 || !char.IsAsciiDigit(name[i - 1])))
            {
                int end = i;
                while (end < name.Length && char.IsAsciiDigit(name[end]))
                {
                    end++;
                }

                yield return name[..i] + "*" + name[end..];
            }
        }
    }

    /// <summary>The column of each number of a pattern; zeros may stand before a number.</summary>
    private static Dictionary<string, int> Columns(ExportHeader header, string pattern, string[] numbers)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        (string before, string after) = (pattern[..star], pattern[(star + 1)..]);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int c = 0; c < header.Names.Count; c++)
        {
            string name = header.Names[c];
            if (name.Length > before.Length + after.Length && name.StartsWith(before, StringComparison.Ordinal)
                && name.EndsWith(after, StringComparison.Ordinal))
            {
                string between = name[before.Length..^after.Length], number = between.TrimStart('0');
                string? of = numbers.FirstOrDefault(n => n == between) ?? numbers.FirstOrDefault(n => n == number);
                if (of is not null)
                {
                    columns.TryAdd(of, c);
                }
            }
        }

        return columns;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
