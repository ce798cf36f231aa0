using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>A task of a design.</summary>
/// <param name="Id">What the design calls it.</param>
/// <param name="Rows">Its rows in the design.</param>
/// <param name="Alternatives">What the design calls its alternatives.</param>
/// <param name="Words">What the questionnaire calls them.</param>
internal sealed record DesignTask(string Id, int[] Rows, string[] Alternatives, AnswerWords Words)
{
    /// <summary>
    /// The place of the alternative that an answer is, blanks and case apart: its name, what the questionnaire prints for it, or its place
    /// as a number from 1, with leading letters as LimeSurvey codes answers (A2, AO02). −1 for what is none of these, or holds more.
    /// </summary>
    public int Place(string answer)
    {
        int[] meant = Meant(answer);
        return meant.Length > 0 ? meant.Length == 1 ? meant[0] : -1 : Numbered(answer);
    }

    /// <summary>The place that an answer is as a number from 1, with leading letters as LimeSurvey codes answers; −1: it is none.</summary>
    public int Numbered(string answer)
    {
        string digits = answer.StartsWith("AO", StringComparison.OrdinalIgnoreCase) ? answer[2..]
            : answer.StartsWith('A') || answer.StartsWith('a') ? answer[1..]
            : answer;
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && InputScalars.TryNumber(digits, out double number, out _)
            && number >= 1 && number <= Rows.Length && number == Math.Floor(number) ? (int)number - 1 : -1;
    }

    /// <summary>
    /// The places of the alternatives that have an answer as their name, or as what the questionnaire prints for them; more than one where
    /// it prints the name of one for another, or one text for two.
    /// </summary>
    public int[] Meant(string answer)
    {
        IReadOnlyList<string> printed = Words.NamesOf(answer);
        string plain = AnswerWords.Plain(answer);
        return [.. Enumerable.Range(0, Alternatives.Length).Where(j => printed.Contains(Alternatives[j])
            || Alternatives[j].Equals(plain, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The place of an alternative as a letter, a for the first; −1 for what is no letter of one.</summary>
    public int Letter(string answer) =>
        answer.Length == 1 && char.ToUpperInvariant(answer[0]) - 'A' is >= 0 and var letter && letter < Rows.Length ? letter : -1;

    /// <summary>The alternative in whose name an answer ends, and what stands before it; −1 when it ends in none.</summary>
    public (int Place, string Before) Ending(string answer)
    {
        string plain = AnswerWords.Plain(answer);
        int ends = Array.FindIndex(Alternatives, a => plain.EndsWith(' ' + a, StringComparison.OrdinalIgnoreCase));
        return ends < 0 ? (-1, "") : (ends, plain[..^(Alternatives[ends].Length + 1)]);
    }
}

/// <summary>A part of a design that a person answers.</summary>
/// <param name="Name">What the design calls it; empty in a design without blocks.</param>
/// <param name="Tasks">Its tasks, in the order of the design.</param>
internal sealed record DesignBlock(string Name, IReadOnlyList<DesignTask> Tasks);

/// <summary>A design as <c>installsim design</c> writes it: block, situation, alternative, and a column an attribute.</summary>
internal sealed class AskedDesign
{
    private AskedDesign(CsvTable table, int block, int[] kept, IReadOnlyList<DesignBlock> blocks) =>
        (Table, BlockColumn, Kept, Blocks) = (table, block, kept, blocks);

    /// <summary>Its table.</summary>
    public CsvTable Table { get; }

    /// <summary>The column of the block; −1 when there is none.</summary>
    public int BlockColumn { get; }

    /// <summary>The columns of attributes.</summary>
    public int[] Kept { get; }

    /// <summary>Its blocks; one where it has none.</summary>
    public IReadOnlyList<DesignBlock> Blocks { get; }

    /// <summary>A block by its name or number, as a table writes it; null when there is none.</summary>
    public DesignBlock? BlockOf(string name, CsvTable of) => Blocks.FirstOrDefault(b => b.Name == name)
        ?? Blocks.FirstOrDefault(b => InputScalars.TryNumber(b.Name, out double own, out _)
            && of.TryNumber(name, out double other, out _) && own == other);

    /// <summary>Reads the design; null, with errors, when columns are missing or tasks have one alternative.</summary>
    public static AskedDesign? Of(StudySource source, CsvTable table, InputErrors errors)
    {
        StudyData data = source.Study.Data;
        int block = table.IndexOf(RespondentSettings.BlockColumn(source.Study)), next = block == 0 ? 1 : 0;
        int situation = data.SituationSaid is { Column: null, Columns.Count: 0 }
            ? next
            : Index(data.Situation!, source.Binder.PlaceOf(data, "situation"));
        int alternative = data.AlternativeSaid is { } said
            ? Index(said, source.Binder.PlaceOf(data, "alternative"))
            : situation + 1;
        if (situation < 0 || alternative < 0)
        {
            return null;
        }

        if (alternative >= table.Columns.Count)
        {
            errors.Add(new Place(table.Path, 1), "the design has no columns for task and alternative, which stand first, after 'block'");
            return null;
        }

        var words = new AnswerWords(source.Study, table.Columns[alternative]);
        DesignTask[] tasks = [.. Enumerable.Range(0, table.Rows).GroupBy(r => Text(r, situation)).Select(g => new DesignTask(g.Key,
            [.. g], [.. g.Select(r => Text(r, alternative))], words))];
        foreach (DesignTask task in tasks.Where(t => t.Rows.Length < 2 || t.Alternatives.Distinct().Count() < t.Rows.Length))
        {
            errors.Add(table.PlaceOf(task.Rows[0], situation),
                $"task {task.Id} of the design has the alternatives {string.Join(", ", task.Alternatives)}; two or more are needed, each "
                    + $"once");
        }

        DesignBlock[] blocks = [.. tasks.GroupBy(t => block < 0 ? "" : Text(t.Rows[0], block)).Select(g => new DesignBlock(g.Key, [.. g]))];
        int[] kept = [.. Enumerable.Range(0, table.Columns.Count).Where(c => c != block && c != situation && c != alternative)];
        return new AskedDesign(table, block, kept, blocks);

        string Text(int row, int column) => table.Cell(row, column).Trim().ToString();

        int Index(string name, Place place)
        {
            int index = table.IndexOf(name);
            if (index < 0)
            {
                errors.Add(place, $"there is no column '{name}' in {table.Path}{DidYouMean.Hint(name, table.Columns)}; columns: "
                    + $"{string.Join(", ", table.Columns.Take(40))}");
            }

            return index;
        }
    }
}
