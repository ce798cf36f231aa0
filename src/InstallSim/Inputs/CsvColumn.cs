namespace InstallSim.Inputs;

/// <summary>
/// A column of a table, to be read as what it should hold. Every value that does not fit becomes an error with line and column.
/// </summary>
public sealed class CsvColumn
{
    private const int MostShared = 65_536;

    private readonly CsvTable _table;
    private readonly string _name;
    private readonly int _index;

    internal CsvColumn(CsvTable table, string name, int index) => (_table, _name, _index) = (table, name, index);

    /// <summary>Whether the table has it.</summary>
    public bool Exists => _index >= 0;

    /// <summary>Position in the header, from 0; −1 when there is none.</summary>
    public int Index => _index;

    /// <summary>The column as finite numbers.</summary>
    /// <param name="min">Smallest allowed, inclusive.</param>
    /// <param name="max">Largest allowed, inclusive.</param>
    /// <param name="allowMissing">Whether an empty value or <c>NA</c> is taken, as NaN.</param>
    /// <returns>A number a row; NaN where missing or refused.</returns>
    public double[] Numbers(double min = double.NegativeInfinity, double max = double.PositiveInfinity, bool allowMissing = false) =>
        Read(double.NaN, allowMissing,
            $"a number{InputScalars.Range(min, max)}", (ReadOnlySpan<char> text, out double value, out InputMessage hint) =>
            _table.TryNumber(text, out value, out hint) && value >= min && value <= max);

    /// <summary>The column as whole numbers.</summary>
    /// <param name="min">Smallest allowed, inclusive.</param>
    /// <param name="max">Largest allowed, inclusive.</param>
    /// <returns>A number a row; 0 where refused.</returns>
    public int[] WholeNumbers(int min = int.MinValue, int max = int.MaxValue) =>
        Read(0, false, $"a whole number{InputScalars.Range(min, max)}", (ReadOnlySpan<char> text, out int value, out InputMessage hint) =>
        {
            hint = "";
            bool isWhole = _table.TryNumber(text, out double number, out _) && number == Math.Floor(number) && !text.ContainsAny(".eE");
            value = isWhole && number >= min && number <= max ? (int)number : 0;
            return isWhole && number >= min && number <= max;
        });

    /// <summary>The column as texts.</summary>
    /// <param name="allowMissing">Whether an empty value is taken.</param>
    /// <returns>A text a row, empty where missing.</returns>
    public string[] Texts(bool allowMissing = false)
    {
        // Names and codes repeat: rows share the strings of the first few that differ, and of the row before.
        var shared = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> found = shared.GetAlternateLookup<ReadOnlySpan<char>>();
        string last = "";
        return Read("", allowMissing, "a text", (ReadOnlySpan<char> text, out string value, out InputMessage hint) =>
        {
            hint = "";
            if (!text.SequenceEqual(last) && !found.TryGetValue(text, out last!))
            {
                last = InputText.Cleaned(text.ToString());
                _ = shared.Count < MostShared && shared.Add(last);
            }

            value = last;
            return value.Length > 0;
        });
    }

    /// <summary>The column as texts of which no two are equal.</summary>
    public string[] UniqueTexts()
    {
        string[] texts = Texts();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var repeats = new RepeatedErrors(_table.Errors);
        for (int row = 0; row < texts.Length; row++)
        {
            if (texts[row].Length > 0 && !first.TryAdd(texts[row], row))
            {
                repeats.Add("repeated", PlaceOf(row),
                    $"column '{_name}': '{texts[row]}' is already on line {PlaceOf(first[texts[row]]).Line}", texts[row]);
            }
        }

        repeats.Summarise();
        return texts;
    }

    /// <summary>The column as one of a few words.</summary>
    /// <param name="words">What each word means.</param>
    /// <returns>A meaning a row; the default of the type where refused.</returns>
    public T[] Choices<T>(IReadOnlyDictionary<string, T> words) where T : struct =>
        Read(default(T), false, $"one of {string.Join(", ", words.Keys)}", (ReadOnlySpan<char> text, out T value, out InputMessage hint) =>
        {
            string word = text.Trim().ToString();
            bool known = words.TryGetValue(word, out value);
            hint = known ? InputMessage.None : DidYouMean.Hint(word, words.Keys);
            return known;
        });

    /// <summary>The column as members of an enumeration, written in kebab-case.</summary>
    /// <returns>A member a row; the first where refused.</returns>
    public T[] Choices<T>() where T : struct, Enum =>
        Choices(Enum.GetValues<T>().ToDictionary(member => InputType.Kebab(member.ToString()), member => member));

    /// <summary>The place of the value in a row.</summary>
    public Place PlaceOf(int row) => _table.PlaceOf(row, _index);

    private delegate bool Reader<T>(ReadOnlySpan<char> text, out T value, out InputMessage hint);

    private T[] Read<T>(T blank, bool allowMissing, InputMessage expected, Reader<T> read)
    {
        var values = new T[_table.Rows];
        Array.Fill(values, blank);
        if (!Exists)
        {
            return values;
        }

        var repeats = new RepeatedErrors(_table.Errors);
        for (int row = 0; row < values.Length; row++)
        {
            ReadOnlySpan<char> text = _table.Cell(row, _index);
            bool missing = text.IsWhiteSpace() || (typeof(T) == typeof(double) && _table.IsMissing(text));
            if (missing && allowMissing)
            {
                continue;
            }

            InputMessage hint = InputMessage.None;
            if (!missing && read(text, out T value, out hint))
            {
                values[row] = value;
            }
            else
            {
                hint = missing && !text.IsWhiteSpace() ? "; this stands for no value, and every row needs one" : hint;
                repeats.Add($"{(missing ? "missing" : "")}{hint}", PlaceOf(row),
                    $"column '{_name}': expected {expected}, found {Found(text)}{hint}", text.ToString());
            }
        }

        repeats.Summarise();
        return values;
    }

    private static InputMessage Found(ReadOnlySpan<char> text) =>
        text.IsEmpty ? "nothing" : text.Length > 60 ? (InputMessage)$"'{text[..60]}…'" : $"'{text}'";
}
