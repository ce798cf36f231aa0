namespace InstallSim.Inputs;

/// <summary>What stands between the whole part and the fraction of a number.</summary>
public enum DecimalMark
{
    /// <summary>A point.</summary>
    Point,

    /// <summary>A comma, as in French.</summary>
    Comma,
}

/// <summary>
/// How a table of a user's is written: the same keys wherever a file of YAML names one. What is not said is found in the file and told.
/// </summary>
public abstract record TableFormat
{
    [Key("separator", "What stands between values: a word, or the character itself; when not said, found in the first lines and told.",
        Allowed = ["comma", "semicolon", "tab", ",", ";"])]
    public string? Separator { get; init; }

    [Key("decimal", "What numbers have before their fraction, 1.5 or 1,5; when not said, found in the numbers and told.")]
    public DecimalMark? DecimalMark { get; init; }

    [Key("encoding", "Encoding of the text; when not said, utf-8, and windows-1252 where the file can be nothing else, with a warning.",
        Allowed = ["utf-8", "windows-1252"])]
    public string? Encoding { get; init; }

    [Key("sheet", "Of a workbook (.xlsx): the sheet to read; the first when not said.")]
    public string? Sheet { get; init; }

    /// <summary>Texts that stand for no value, besides an empty cell, <c>NA</c>, <c>#N/A</c> and <c>#N/D</c>.</summary>
    public abstract IReadOnlyList<string> Marks { get; }

    /// <summary>Whether a user can say it: with keys beside the name of the table.</summary>
    public virtual bool HasKeys => true;

    /// <summary>The character that <see cref="Separator"/> means; null when it is not said.</summary>
    public char? SeparatorCharacter => Separator switch
    {
        null => null,
        "semicolon" or ";" => ';',
        "tab" => '\t',
        _ => ',',
    };
}

/// <summary>A format whose marks of missing values are a key.</summary>
public abstract record MarkedTableFormat : TableFormat
{
    [Key("missing", "Texts that stand for no value, such as [s, nd]; empty cells, NA and #N/A always do.")]
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The texts of the key <c>missing</c>.</summary>
    public override IReadOnlyList<string> Marks => Missing;
}

/// <summary>A format of which nothing is said.</summary>
public sealed record FoundFormat : TableFormat
{
    /// <summary>None but those of every table.</summary>
    public override IReadOnlyList<string> Marks => [];

    /// <summary>The table is named without any key.</summary>
    public override bool HasKeys => false;
}
