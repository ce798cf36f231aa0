using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>A spot in a user's file. Line and column start at 1; 0 means the file as a whole.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line; of a workbook, row.</param>
/// <param name="Column">Column: of a text its character, of a table its value.</param>
/// <param name="Sheet">The sheet of a workbook; null for a file of text.</param>
public readonly record struct Place(string File, int Line = 0, int Column = 0, string? Sheet = null)
{
    /// <summary>As <see cref="ToString"/>, in French.</summary>
    public string French => Sheet is null ? ToString() : InSheet("feuille", "ligne", "cellule");

    /// <summary>
    /// The form that editors jump to: <c>file.yaml(12,5)</c>; of a workbook <c>own.xlsx, sheet 'Feuil1', row 7, cell C7</c>.
    /// </summary>
    public override string ToString() =>
        Sheet is not null ? InSheet("sheet", "row", "cell")
        : Line == 0 ? File
        : string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Math.Max(Column, 1)})");

    private string InSheet(string sheet, string row, string cell) => $"{File}, {sheet} '{Sheet}'"
        + (Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {row} {Line}"))
        + (Line == 0 || Column == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {cell} {Letters(Column)}{Line}"));

    /// <summary>A column as spreadsheets name it: 1 is A, 27 is AA.</summary>
    private static string Letters(int column) => column <= 26
        ? ((char)('A' + column - 1)).ToString()
        : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}

/// <summary>One thing wrong with a user's input: where, what was found, what is allowed.</summary>
/// <param name="Place">Where.</param>
/// <param name="Said">What was found, what is allowed.</param>
/// <param name="Count">How many errors it stands for: more than 1 for the line that stands for all of a kind.</param>
public sealed record InputError(Place Place, InputMessage Said, int Count = 1)
{
    /// <summary>
    /// Full path of the file that is wanted, where neither it nor its folder is there, nor one of nearly its name; null for any other
    /// fault.
    /// </summary>
    public string? Missing { get; init; }

    /// <summary>What was found, what is allowed, in English.</summary>
    public string Message => Said.English;

    /// <summary>As <see cref="ToString"/>, in French where the message is known there.</summary>
    public string French => $"{Place.French}\u00a0: erreur\u00a0: {Said.French}";

    /// <summary>The form that editors and people read: <c>file.yaml(12,5): error: message</c>.</summary>
    public override string ToString() => $"{Place}: error: {Message}";
}

/// <summary>Gathers what is wrong, so that a user sees all of it at once.</summary>
public sealed class InputErrors
{
    private readonly List<InputError> _errors = [];
    private readonly List<InputWarning> _warnings = [];

    /// <summary>The errors so far, in the order found.</summary>
    public IReadOnlyList<InputError> All => _errors;

    /// <summary>What is allowed but may not be meant, in the order found; each once.</summary>
    public IReadOnlyList<InputWarning> Warnings => _warnings;

    /// <summary>Notes what is allowed but may not be meant.</summary>
    public void Warn(InputWarning warning)
    {
        if (!_warnings.Contains(warning))
        {
            _warnings.Add(warning);
        }
    }

    /// <summary>Notes one more error, or a line that stands for several.</summary>
    public void Add(Place place, InputMessage message, int count = 1) => _errors.Add(new InputError(place, message, count));

    /// <summary>Notes errors that were found elsewhere, as they are.</summary>
    public void Add(IEnumerable<InputError> found) => _errors.AddRange(found);

    /// <summary>Puts one error where the first of several stands, and takes these away.</summary>
    internal void Replace(IReadOnlyList<InputError> several, InputError one)
    {
        int at = _errors.FindIndex(error => ReferenceEquals(error, several[0]));
        _errors[at] = one;
        _errors.RemoveAll(error => several.Any(other => ReferenceEquals(error, other)));
    }

    /// <summary>Errors in the order of lines and columns, file by file in the order in which these come up.</summary>
    public static IEnumerable<InputError> Sorted(IEnumerable<InputError> errors)
    {
        InputError[] all = [.. errors];
        List<string> files = [.. all.Select(e => e.Place.File).Distinct()];
        return all.OrderBy(e => files.IndexOf(e.Place.File)).ThenBy(e => e.Place.Line).ThenBy(e => e.Place.Column);
    }

    /// <summary>Refuses the input when anything was wrong with it.</summary>
    /// <exception cref="InputException">There is at least one error.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InputException([.. _errors.Distinct()]) { Warnings = [.. _warnings] };
        }
    }
}

/// <summary>The input was refused; nothing was run or written. The command ends with exit code 2.</summary>
public sealed class InputException(IReadOnlyList<InputError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>Refuses the input for one reason.</summary>
    public InputException(Place place, InputMessage message) : this([new InputError(place, message)]) { }

    /// <summary>What was found besides: allowed, but perhaps not meant.</summary>
    public IReadOnlyList<InputWarning> Warnings { get; init; } = [];

    /// <summary>All that is wrong, at least one.</summary>
    public IReadOnlyList<InputError> Errors { get; } = errors;
}
