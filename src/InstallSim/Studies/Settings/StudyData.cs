using System.Diagnostics.CodeAnalysis;
using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>How a table holds choices.</summary>
public enum DataLayout
{
    /// <summary>One row an alternative of a choice situation.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The word that everybody uses for such tables.")]
    Long,

    /// <summary>One row a choice situation.</summary>
    Wide,
}

/// <summary>What to do with values that are missing where they are needed.</summary>
public enum MissingValues
{
    /// <summary>The study is refused.</summary>
    Refuse,

    /// <summary>The choice situation is left out, and how many were is reported.</summary>
    Drop,
}

/// <summary>What to do with choice situations in which nothing is chosen.</summary>
public enum NoChoice
{
    /// <summary>The study is refused.</summary>
    Refuse,

    /// <summary>The choice situation is left out: those who chose an alternative that a filter takes away.</summary>
    Drop,
}

/// <summary>What to do with choice situations that hold no choice.</summary>
public enum FaultySituations
{
    /// <summary>The study is refused.</summary>
    Refuse,

    /// <summary>They are left out, and how many for which reason is told.</summary>
    Drop,
}

/// <summary>What wrote the export of a survey.</summary>
public enum ExportFormat
{
    /// <summary>A table with one header line.</summary>
    Plain,

    /// <summary>LimeSurvey: headings are question codes, alone or before the question.</summary>
    Limesurvey,

    /// <summary>Qualtrics: three header lines, of which the first names the columns.</summary>
    Qualtrics,
}

/// <summary>How best and worst answers of one set are read.</summary>
public enum BestWorstReading
{
    /// <summary>The best, then the worst of the rest.</summary>
    Sequential,

    /// <summary>The pair with the largest difference.</summary>
    MaxDiff,

    /// <summary>The best and, apart, the worst of the whole set.</summary>
    Marginal,
}

/// <summary>Where the choices stand.</summary>
public sealed record StudyData : TableFormat
{
    [Key("file", "Table with a header line: CSV, plain or gzip, or a workbook (.xlsx).", IsPath = true)]
    public string? FileSaid { get; init; }

    /// <summary>The table with the answers.</summary>
    public string File => Responses ?? FileSaid ?? "";

    [Key("layout", "long: one row an alternative; wide: one row a choice situation; not needed with 'responses'.")]
    public DataLayout? LayoutSaid { get; init; }

    /// <summary>How the table holds choices; responses are made long.</summary>
    public DataLayout Layout => LayoutSaid ?? DataLayout.Long;

    [Key("responses",
        "Instead of file: the export of a survey of a design, one row a person and one column a task (LimeSurvey, Qualtrics, any table).",
        IsPath = true)]
    public string? Responses { get; init; }

    [Key("design", "responses: the design that was asked, as 'installsim design' writes it; that of respondents when not said.",
        IsPath = true)]
    public string? Design { get; init; }

    [Key("format", "responses: what wrote the export; when not said, found in it and told.")]
    public ExportFormat? Format { get; init; }

    [Key("answers",
        "responses: columns of the answers; '*' stands for the number of the task, or of its place in the block, as in task*; found and "
        + "told when not said.")]
    public string? AnswerColumns { get; init; }

    [Key("block", "responses: column of the export with the person's block of the design; found when it is called as in the design.")]
    public string? Block { get; init; }

    [Key("situation", "Long: column that tells choice situations apart, or several in a list; where numbers restart for each person, a "
        + "situation is person and number.")]
    public SituationSettings SituationSaid { get; init; } = new();

    /// <summary>The columns that tell choice situations apart; empty when none is said.</summary>
    public IReadOnlyList<string> Situations => SituationSaid switch
    {
        { Columns.Count: > 0 } => SituationSaid.Columns,
        { Column: { } one } => [one],
        _ => Responses is null ? [] : ["situation"],
    };

    /// <summary>The column that tells choice situations apart; of several the last, which names the task.</summary>
    public string? Situation => Situations is [.., var last] ? last : null;

    [Key("person", "Column that tells decision makers apart; without it, each situation is a person of its own.")]
    public string? PersonSaid { get; init; }

    /// <summary>The column that tells decision makers apart.</summary>
    public string? Person => PersonSaid ?? (Responses is null ? null : "person");

    [Key("alternative",
        "Long: column that says which alternative a row is; when not given, the rows of a situation are its alternatives 1, 2, ….")]
    public string? AlternativeSaid { get; init; }

    /// <summary>The column that says which alternative a row is.</summary>
    public string? Alternative => AlternativeSaid ?? (Responses is null ? null : "alternative");

    [Key("alternatives", "The alternatives: their names, or what the data call them; long: those found when not given.")]
    public IReadOnlyList<AlternativeSettings> Alternatives { get; init; } = [];

    [Key("chosen",
        "Long: column with 1 (or true, yes) in the chosen row and 0 elsewhere; wide: column with the chosen alternative, or with '*' one "
        + "column an alternative with 1 or 0, as in chosen_*.")]
    public string? ChosenSaid { get; init; }

    /// <summary>The column of the choice.</summary>
    public string? Chosen => ChosenSaid ?? (Responses is null ? null : "chosen");

    [Key("rank", "Column with the rank, 1 the best, 0 not ranked (wide: one an alternative, as in rank_*); the ranking becomes choices of "
        + "the best of the rest.")]
    public string? Rank { get; init; }

    [Key("ranking", "Wide: columns with the alternative ranked first, second and so on; it becomes choices of the best of the rest.")]
    public IReadOnlyList<string> Ranking { get; init; } = [];

    [Key("best", "Best–worst answers: long: column with 1 in the row called best; wide: column with the best alternative, or best_*.")]
    public string? Best { get; init; }

    [Key("worst", "Best–worst answers: long: column with 1 in the row called worst; wide: column with the worst alternative, or worst_*.")]
    public string? Worst { get; init; }

    [Key("best-worst", "How best and worst answers of one set are read.")]
    public BestWorstReading BestWorst { get; init; }

    [Key("available", "Long: column, of the file or derived, with 0 where the alternative could not be chosen.")]
    public string? Available { get; init; }

    [Key("weight", "Column of the situation's weight, at least 0.")]
    public string? Weight { get; init; }

    [Key("where", "Rows to keep: all conditions must hold.")]
    public IReadOnlyList<RowFilter> Where { get; init; } = [];

    [Key("missing", "Values that are missing: what to do with them, or the texts that stand for them, or both.")]
    public MissingSettings MissingSaid { get; init; } = new();

    /// <summary>What to do with values that are missing where they are needed.</summary>
    public MissingValues Missing => MissingSaid.Do;

    /// <summary>The texts of the key <c>missing</c>.</summary>
    public override IReadOnlyList<string> Marks => MissingSaid.Texts;

    [Key("no-choice",
        "Situations in which nothing is chosen, as when a filter takes the chosen alternative away: refuse the study, or drop them.")]
    public NoChoice NoChoice { get; init; }

    [Key("faulty",
        "Situations that hold no choice: one alternative, none or several chosen, best and worst the same, ties in a ranking: refuse the "
        + "study, or drop them and count each reason.")]
    public FaultySituations Faulty { get; init; }
}

/// <summary>Columns that tell choice situations apart: <c>situation: task</c> or <c>situation: [person, task]</c>.</summary>
[Shorthand("column", List = "columns")]
public sealed record SituationSettings
{
    [Key("column", "The column.")]
    public string? Column { get; init; }

    [Key("columns", "Several columns: a situation is what has the same values in all of them.")]
    public IReadOnlyList<string> Columns { get; init; } = [];
}

/// <summary>
/// Values that are missing: <c>missing: drop</c>, <c>missing: [s, nd]</c>, or <c>missing: { do: drop, texts: [s, nd] }</c>.
/// </summary>
[Shorthand("do", List = "texts")]
public sealed record MissingSettings
{
    [Key("do", "Refuse the study, or drop the choice situation.")]
    public MissingValues Do { get; init; }

    [Key("texts", "Texts that stand for no value, such as [s, nd]; empty cells, NA and #N/A always do.")]
    public IReadOnlyList<string> Texts { get; init; } = [];
}

/// <summary>An alternative.</summary>
[Shorthand("name")]
public sealed record AlternativeSettings
{
    [Key("name", "Its name in results; a '*' in a column's name stands for it.", Required = true)]
    public string Name { get; init; } = "";

    [Key("code", "What the data call it; its name when not given.")]
    public string? Code { get; init; }

    [Key("available", "Wide: column with 0 where it could not be chosen.")]
    public string? Available { get; init; }

    /// <summary>What the data call it.</summary>
    public string CodeOrName => Code ?? Name;
}

/// <summary>Keeps some rows of a table: those for which all that is said holds.</summary>
public sealed record RowFilter
{
    [Key("column", "Column, of the file or derived.", Required = true)]
    public string Column { get; init; } = "";

    [Key("equals", "The value to have; numbers compare as numbers.")]
    public string? Is { get; init; }

    [Key("one-of", "Values, one of which to have.")]
    public IReadOnlyList<string> OneOf { get; init; } = [];

    [Key("none-of", "Values, none of which to have.")]
    public IReadOnlyList<string> NoneOf { get; init; } = [];

    [Key("min", "Smallest number to keep.")]
    public double? Min { get; init; }

    [Key("max", "Largest number to keep.")]
    public double? Max { get; init; }
}
