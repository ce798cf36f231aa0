using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Reads a user's travel times, one pair of territories a row, while they stream by: only the pairs within the catchment are kept,
/// so that a matrix of many millions of rows needs no more memory than its near part.
/// </summary>
internal static class TravelTimesReader
{
    /// <summary>
    /// The pairs within the catchment, or null when the file is refused. Rows about territories outside the table are passed over,
    /// but a territory of the table without any row is an error. One without a row to itself gets the own minutes.
    /// </summary>
    public static TravelTimes? Read(TerritoryTable table, TravelTimeSettings settings, double catchment, InputErrors errors)
    {
        int before = errors.All.Count;
        var repeats = new RepeatedErrors(errors);
        try
        {
            using TableReading how = TableReading.Open(settings.File!, settings, errors);
            var matrix = new Matrix(table, settings, catchment, repeats, how);
            matrix.Read(errors);
            TravelTimes? times = errors.All.Count > before ? null : matrix.Pack();
            repeats.Summarise();
            matrix.Tell(errors);
            return errors.All.Count > before ? null : times;
        }
        catch (InputException fault)
        {
            errors.Add(fault.Errors[0].Place, fault.Errors[0].Said);
        }
        catch (Exception fault) when (TableReading.IsOfSheet(fault) && SheetText.IsWorkbook(settings.File!))
        {
            errors.Add(new Place(settings.File!), TableReading.Broken(settings.File!).Errors[0].Said);
        }
        catch (CsvHelperException)
        {
            errors.Add(new Place(settings.File!), $"a value is longer than {CsvTable.MaxLine} characters: is a quote not closed?");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.Add(new Place(settings.File!), $"cannot be read: {InputMessage.Elsewhere(fault.Message)}");
        }

        return null;
    }

    private sealed class Matrix(TerritoryTable table, TravelTimeSettings settings, double reach, RepeatedErrors repeats, TableReading how)
    {
        private readonly string _path = settings.File!;
        private readonly Dictionary<string, int> _territories =
            Enumerable.Range(0, table.Count).ToDictionary(i => table.Code[i], StringComparer.Ordinal);
        private readonly List<(int To, double Minutes)>[] _rows = [.. Enumerable.Range(0, table.Count)
            .Select(_ => new List<(int, double)>())];
        private readonly bool[] _isNamed = new bool[table.Count];
        private readonly HashSet<string> _others = new(StringComparer.Ordinal);
        private int _pairs;
        private int _passedOver;
        private bool _hasComma;

        public void Read(InputErrors errors)
        {
            using var parser = new CsvParser(how.Text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = how.Separator.ToString(),
                MaxFieldSize = CsvTable.MaxLine,
                BadDataFound = null,
            });
            if (!parser.Read())
            {
                errors.Add(PlaceOf(), "the file is empty; a header line and rows are expected");
                return;
            }

            string[] header = [.. parser.Record!.Select(name => name.Trim())];
            int from = Find(header, settings.From, errors);
            int to = Find(header, settings.To, errors);
            int minutes = Find(header, settings.Minutes, errors);
            while (from >= 0 && to >= 0 && minutes >= 0 && parser.Read())
            {
                if (parser.Record!.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                if (parser.Count != header.Length)
                {
                    repeats.Add("rows of another length", PlaceOf(parser.RawRow),
                        $"the row has {parser.Count} values, the header {header.Length}");
                }
                else
                {
                    AddPair(parser, from, to, minutes);
                }
            }
        }

        /// <summary>Tells what was passed over, and how minutes were read.</summary>
        public void Tell(InputErrors errors)
        {
            if (_passedOver > 0)
            {
                errors.Warn(new InputWarning(PlaceOf(),
                    $"{_passedOver} of {_pairs} pairs are passed over: the table of territories lacks their codes, {_others.Count} in all"
                        + $", such as {string.Join(", ", _others.Order(StringComparer.Ordinal).Take(3).Select(code => $"'{code}'"))}",
                    IsNote: true));
            }

            if (_hasComma && how.Decimal is null)
            {
                errors.Warn(new InputWarning(PlaceOf(),
                    $"minutes are read with a decimal comma; 'decimal: comma' says so for good", IsNote: true));
            }
        }

        /// <summary>The rows, each territory reaching itself.</summary>
        public TravelTimes Pack()
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                if (!_isNamed[i])
                {
                    string bare = table.Code[i].TrimStart('0');
                    InputMessage hint = _others.Contains(bare) ? $"; the file has '{bare}': were leading zeros lost?" : InputMessage.None;
                    repeats.Add("territories without a row", PlaceOf(),
                        $"there is no travel time from the territory '{table.Code[i]}'{hint}");
                }

                if (!_rows[i].Any(entry => entry.To == i))
                {
                    _rows[i].Add((i, Math.Min(settings.OwnMinutes, reach)));
                }
            }

            TravelTimes times = TravelTimesBuilder.Pack(_rows);
            for (int i = 0; i < times.Count; i++)
            {
                for (int k = times.RowStart[i] + 1; k < times.RowStart[i + 1]; k++)
                {
                    if (times.To[k] != times.To[k - 1])
                    {
                        continue;
                    }

                    repeats.Add("pairs repeated", PlaceOf(),
                        $"the pair from '{table.Code[i]}' to '{table.Code[times.To[k]]}' is there twice");
                }
            }

            return times;
        }

        private Place PlaceOf(int line = 0, int column = 0) => new(_path, line, column, how.Sheet);

        private void AddPair(CsvParser parser, int from, int to, int minutes)
        {
            _pairs++;
            if (how.Marks.Contains(parser[minutes].Trim()))
            {
                return;
            }

            _hasComma |= parser[minutes].Contains(',');

            if (!TableNumbers.TryRead(parser[minutes], how.Decimal, out double time, out InputMessage hint) || time < 0)
            {
                repeats.Add($"minutes{hint}", PlaceOf(parser.RawRow, minutes + 1),
                    $"column '{settings.Minutes}': expected a number of at least 0, found '{parser[minutes]}'{hint}", parser[minutes]);
            }
            else if (!_territories.TryGetValue(parser[from].Trim(), out int i) | !_territories.TryGetValue(parser[to].Trim(), out int j))
            {
                _passedOver++;
                _others.UnionWith(new[] { parser[from].Trim(), parser[to].Trim() }.Where(code => !_territories.ContainsKey(code)));
            }
            else
            {
                _isNamed[i] = true;
                if (i == j || time <= reach)
                {
                    _rows[i].Add((j, Math.Min(time, reach)));
                }
            }
        }

        private int Find(string[] header, string name, InputErrors errors)
        {
            int index = Array.IndexOf(header, name);
            if (index < 0)
            {
                errors.Add(PlaceOf(1),
                    $"there is no column '{name}'{DidYouMean.Hint(name, header)}; columns: {string.Join(", ", header.Take(40))}");
            }

            return index;
        }
    }
}
