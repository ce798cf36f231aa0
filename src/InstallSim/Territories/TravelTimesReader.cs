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
            using var text = new CsvText(settings.File!);
            var matrix = new Matrix(table, settings, catchment, repeats);
            matrix.Read(text, errors);
            TravelTimes? times = errors.All.Count > before ? null : matrix.Pack();
            repeats.Summarise();
            return errors.All.Count > before ? null : times;
        }
        catch (InputException fault)
        {
            errors.Add(fault.Errors[0].Place, fault.Errors[0].Said);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.Add(new Place(settings.File!), $"cannot be read: {InputMessage.Elsewhere(fault.Message)}");
        }

        return null;
    }

    private sealed class Matrix(TerritoryTable table, TravelTimeSettings settings, double catchment, RepeatedErrors repeats)
    {
        private readonly string _path = settings.File!;
        private readonly Dictionary<string, int> _territories =
            Enumerable.Range(0, table.Count).ToDictionary(i => table.Code[i], StringComparer.Ordinal);
        private readonly List<(int To, double Minutes)>[] _rows = [.. Enumerable.Range(0, table.Count)
            .Select(_ => new List<(int, double)>())];
        private readonly bool[] _isNamed = new bool[table.Count];

        public void Read(CsvText text, InputErrors errors)
        {
            using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = TerritoriesFile.SeparatorOf(settings.Separator).ToString(),
                MaxFieldSize = CsvTable.MaxLine,
                BadDataFound = null,
            });
            if (!parser.Read())
            {
                errors.Add(new Place(_path), "the file is empty; a header line and rows are expected");
                return;
            }

            string[] header = [.. parser.Record!.Select(name => name.Trim())];
            int from = Find(header, settings.From, errors);
            int to = Find(header, settings.To, errors);
            int minutes = Find(header, settings.Minutes, errors);
            while (from >= 0 && to >= 0 && minutes >= 0 && parser.Read())
            {
                if (parser.Count != header.Length)
                {
                    repeats.Add("rows of another length", new Place(_path, parser.RawRow),
                        $"the row has {parser.Count} values, the header {header.Length}");
                }
                else
                {
                    AddPair(parser, from, to, minutes);
                }
            }
        }

        /// <summary>The rows, each territory reaching itself.</summary>
        public TravelTimes Pack()
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                if (!_isNamed[i])
                {
                    repeats.Add("territories without a row", new Place(_path),
                        $"there is no travel time from the territory '{table.Code[i]}'");
                }

                if (!_rows[i].Any(entry => entry.To == i))
                {
                    _rows[i].Add((i, Math.Min(settings.OwnMinutes, catchment)));
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

                    repeats.Add("pairs repeated", new Place(_path),
                        $"the pair from '{table.Code[i]}' to '{table.Code[times.To[k]]}' is there twice");
                }
            }

            return times;
        }

        private void AddPair(CsvParser parser, int from, int to, int minutes)
        {
            if (!InputScalars.TryNumber(parser[minutes], out double time, out InputMessage hint) || time < 0)
            {
                repeats.Add($"in column '{settings.Minutes}'", new Place(_path, parser.RawRow, minutes + 1),
                    $"column '{settings.Minutes}': expected a number of at least 0, found '{parser[minutes]}'{hint}");
            }
            else if (_territories.TryGetValue(parser[from], out int i) && _territories.TryGetValue(parser[to], out int j))
            {
                _isNamed[i] = true;
                if (i == j || time <= catchment)
                {
                    _rows[i].Add((j, Math.Min(time, catchment)));
                }
            }
        }

        private int Find(string[] header, string name, InputErrors errors)
        {
            int index = Array.IndexOf(header, name);
            if (index < 0)
            {
                errors.Add(new Place(_path, 1),
                    $"there is no column '{name}'{DidYouMean.Hint(name, header)}; columns: {string.Join(", ", header.Take(40))}");
            }

            return index;
        }
    }
}
