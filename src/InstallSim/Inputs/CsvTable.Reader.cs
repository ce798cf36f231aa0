using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InstallSim.Inputs;

/// <content>How a table is made of a stream.</content>
public sealed partial class CsvTable
{
    /// <summary>Turns a stream into a table.</summary>
    private sealed class CsvReader(string path, TableReading how, RepeatedErrors repeats)
    {
        private const int ManyNameless = 3;
        private bool _badQuote;
        private int _unnamed;

        public CsvTable? Read(InputErrors errors)
        {
            using var parser = new CsvParser(how.Text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = how.Separator.ToString(),
                IgnoreBlankLines = false,
                MaxFieldSize = MaxLine,
                BadDataFound = _ => _badQuote = true,
            });
            if (!Next(parser))
            {
                errors.Add(Place(), "the file is empty; a header line and rows are expected");
                return null;
            }

            if (Header(parser, errors) is not { } columns)
            {
                return null;
            }

            var table = new CsvTable(path, columns, how, errors);
            int line = parser.RawRow + 1;
            for (; Next(parser); line = parser.RawRow + 1)
            {
                AddRow(table, parser, line);
            }

            if (table.Rows == 0 && !repeats.Any)
            {
                errors.Add(Place(), "the table has a header but no rows");
            }

            return table.Rows == 0 ? null : table;
        }

        private Place Place(int line = 0, int column = 0) => new(path, line == 0 ? 0 : line + how.Before, column, how.Sheet);

        private bool Next(CsvParser parser)
        {
            int line = parser.RawRow + 1;
            try
            {
                return parser.Read();
            }
            catch (Exception fault) when (how.Sheet is not null && TableReading.IsOfSheet(fault))
            {
                throw TableReading.Broken(path);
            }
            catch (MaxFieldSizeException)
            {
                throw new InputException(Place(line), $"a value is longer than {MaxLine} characters: is a quote not closed?");
            }
        }

        private string[]? Header(CsvParser parser, InputErrors errors)
        {
            string[] names = [.. Enumerable.Range(0, parser.Count).Select(i => parser[i].Trim())];
            if (how.IsLenient && Array.FindLastIndex(names, name => name.Length > 0) + 1 is var named and > 1 && named < names.Length)
            {
                _unnamed = names.Length - named;
                names = names[..named];
            }

            if (names.Length == 1
                && ",;\t".FirstOrDefault(other => other != how.Separator && names[0].Contains(other)) is var found and not '\0')
            {
                errors.Add(Place(1, 1),
                    $"expected {TableReading.NameOf(how.Separator)} between values, found {TableReading.NameOf(found)}; "
                        + $"save the file so, or declare its separator");
                return null;
            }

            bool fine = !_badQuote;
            if (_badQuote)
            {
                errors.Add(Place(1),
                    "a quote is wrong in the header: put a name that holds quotes in quotes, and double them inside");
            }

            int nameless = names.Count(name => name.Length == 0);
            if (nameless >= ManyNameless)
            {
                errors.Add(Place(1, Array.IndexOf(names, "") + 1), new Words(
                    $"{nameless} of {names.Length} columns have no name; does a title stand above the header? take it out",
                    $"{nameless} colonnes sur {names.Length} sont sans nom\u00a0; y a-t-il un titre au-dessus de l’en-tête\u00a0? l’ôter"));
                return null;
            }

            for (int i = 0; i < names.Length; i++)
            {
                int first = Array.IndexOf(names, names[i]);
                if (names[i].Length > 0 && first == i)
                {
                    continue;
                }

                errors.Add(Place(1, i + 1), names[i].Length == 0
                    ? i == 0 ? "the column has no name (row names of R? write the file without "
                        + "them, or name the column)" : "the column has no name"
                    : (InputMessage)$"column '{names[i]}' is already there as column {first + 1}");
                fine = false;
            }

            return fine ? names : null;
        }

        private void AddRow(CsvTable table, CsvParser parser, int line)
        {
            int columns = table._columns.Length;
            if ((parser.Count == 1 || how.IsLenient) && IsEmptyFrom(parser, 0))
            {
                return;
            }

            if (table.Rows == MaxRows)
            {
                throw new InputException(Place(line), $"the table has more than {MaxRows} rows; that is more than is read");
            }

            if (parser.Count != columns && !(parser.Count == columns + _unnamed && IsEmptyFrom(parser, columns)))
            {
                InputMessage said = $"the row has {parser.Count} values, the header {columns}";
                repeats.Add("rows of another length", Place(line),
                    columns == 1 && parser.Count > 1 ? $"{said}; does a title stand above the header? take it out"
                    : (InputMessage)$"{said}{OverLines(parser, line)}");
                return;
            }

            for (int i = 0; i < columns; i++)
            {
                _badQuote = false;
                table.AddCell(parser[i]);
                if (_badQuote)
                {
                    repeats.Add("wrong quotes", Place(line, i + 1), BadQuote(parser[i]));
                }
            }

            table._lines.Add(line + how.Before);
        }

        /// <summary>Where the last quote of a row opens and closes that takes further lines into a value; nothing without one.</summary>
        private InputMessage OverLines(CsvParser parser, int line)
        {
            int[] ends = [.. Enumerable.Range(0, parser.Count).Select(i => parser[i].Count(c => c == '\n'))];
            int last = Array.FindLastIndex(ends, lines => lines > 0);
            if (last < 0 || how.Sheet is not null)
            {
                return InputMessage.None;
            }

            int opened = line + how.Before + ends[..last].Sum();
            bool isClosed = parser.RawRecord.Count(c => c == '"') % 2 == 0;
            return isClosed ? $"; a quote opened in line {opened} closes in line {opened + ends[last]}"
                : (InputMessage)$"; a quote opened in line {opened} is never closed";
        }

        private static bool IsEmptyFrom(CsvParser parser, int column)
        {
            for (int i = column; i < parser.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(parser[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static InputMessage BadQuote(string value) => value.Contains('\n')
            ? (InputMessage)"a quote opened here is not closed"
            : "a quote is wrong: put a value that holds quotes in quotes, and double them inside";
    }
}
