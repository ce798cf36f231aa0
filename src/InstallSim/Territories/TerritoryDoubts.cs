using InstallSim.Inputs;

namespace InstallSim.Territories;

/// <summary>
/// Warns of rows that a table may well hold but that are hardly meant: sums among the rows, coordinates that are swapped or 0, codes that a
/// spreadsheet has shortened, counts in another unit. All limits are assumptions (docs/territories.md).
/// </summary>
/// <param name="columns">The columns of the table.</param>
/// <param name="numbers">Its numbers by variable, in the order of the rows.</param>
/// <param name="errors">Receives the warnings.</param>
internal sealed class TerritoryDoubts(TerritoryColumns columns, IReadOnlyDictionary<string, double[]> numbers, InputErrors errors)
{
    /// <summary>ASSUMPTION: fewer or more general practitioners for 100,000 inhabitants than any country of the OECD has.</summary>
    public const double LeastDensity = 20, MostDensity = 400;

    /// <summary>ASSUMPTION: a row whose inhabitants are those of all others, but for this share, is their sum.</summary>
    public const double SumTolerance = 0.005;

    private static readonly string[] Sums =
        ["total", "ensemble", "france", "france entière", "france métropolitaine", "sum", "somme", "all"];

    /// <summary>Notes all doubts about a table that is right otherwise.</summary>
    /// <param name="codes">Codes of the rows.</param>
    /// <param name="names">Names of the rows.</param>
    /// <param name="departements">Départements of the rows.</param>
    public void Check(string[] codes, string[] names, string[] departements)
    {
        CheckSums(names, numbers[TerritoryVariables.Population]);
        CheckPlaces(numbers[TerritoryVariables.Latitude], numbers[TerritoryVariables.Longitude]);
        CheckCodes(codes);
        bool hasTwo = departements.Any(code => code.Length == 2);
        Rows(TerritoryVariables.Departement, row => departements[row] is [>= '1' and <= '9']
                && (hasTwo || IsFrance(numbers[TerritoryVariables.Latitude][row], numbers[TerritoryVariables.Longitude][row])),
            departements, "one digit where codes of départements have two: a leading zero was lost");
        CheckDensity(numbers[TerritoryVariables.Population], numbers[TerritoryVariables.Physicians]);
    }

    private void CheckSums(string[] names, double[] people)
    {
        double total = people.Sum();
        for (int row = 0; row < names.Length; row++)
        {
            bool isNamed = Sums.Contains(names[row].Trim().ToLowerInvariant())
                || names[row].TrimStart().StartsWith("total ", StringComparison.OrdinalIgnoreCase);
            bool isSum = people.Length > 3 && people[row] > 0 && Math.Abs((total - (2 * people[row])) / people[row]) < SumTolerance;
            if (isNamed || isSum)
            {
                errors.Warn(new InputWarning(columns.PlaceOf(TerritoryVariables.Population, row),
                    $"the row '{names[row]}' looks like the sum of others ({InputScalars.Plain(people[row])} inhabitants, "
                        + $"{InputScalars.Said(total - people[row])} in all other rows): take it out if it is no territory"));
            }
        }
    }

    private void CheckPlaces(double[] latitude, double[] longitude)
    {
        string[] found = [.. latitude.Zip(longitude, (lat, lon) => $"{InputScalars.Plain(lat)}, {InputScalars.Plain(lon)}")];
        Rows(TerritoryVariables.Latitude, row => latitude[row] == 0 && longitude[row] == 0, found, "both coordinates are 0");
        Rows(TerritoryVariables.Latitude, row => !IsFrance(latitude[row], longitude[row]) && IsFrance(longitude[row], latitude[row]), found,
            "latitude and longitude are swapped");
    }

    private static bool IsFrance(double lat, double lon) => lat is > 41 and < 51.5 && lon is > -5.5 and < 10;

    private void CheckCodes(string[] codes)
    {
        Rows(TerritoryVariables.Code, row => IsShortened(codes[row]), codes,
            "numbers that a spreadsheet has shortened: format the column as text before the table is saved");
        int longest = codes.Max(code => code.Length);
        if (longest is 4 or 5 or 9 && codes.All(IsOfFrance))
        {
            bool isShort = longest == 4;
            bool IsCut(string code) => isShort || (code.Length < longest && !(longest == 9 && code.Length == 5));
            Rows(TerritoryVariables.Code, row => IsCut(codes[row]), codes, longest == 9
                ? (InputMessage)"fewer than the 9 digits that codes of EPCI have: leading zeros were lost"
                : "fewer than the 5 characters that codes of communes have: a leading zero was lost");
        }

        static bool IsOfFrance(string code) => char.IsAsciiDigit(code[0]) && code.Skip(2).All(char.IsAsciiDigit)
            && (code.Length < 2 || char.IsAsciiDigit(code[1]) || code[1] is 'A' or 'B');

        static bool IsShortened(string code) => code.IndexOf("E+", StringComparison.OrdinalIgnoreCase) is var at and > 0
            && code[..at].All(c => char.IsAsciiDigit(c) || c is '.' or ',') && code[(at + 2)..].All(char.IsAsciiDigit);
    }

    private void CheckDensity(double[] people, double[] physicians)
    {
        double density = physicians.Sum() / people.Sum() * 1e5;
        if (density is < LeastDensity or > MostDensity)
        {
            errors.Warn(new InputWarning(columns.PlaceOf(TerritoryVariables.Physicians, 0),
                $"the table has {density:0.#} general practitioners for 100,000 inhabitants, where {LeastDensity} to {MostDensity} are "
                    + $"plausible: are inhabitants and physicians counted in ones?"));
        }
    }

    /// <summary>One warning for all rows of a kind.</summary>
    private void Rows(string key, Func<int, bool> isDoubtful, string[] found, InputMessage what)
    {
        int[] rows = [.. Enumerable.Range(0, found.Length).Where(isDoubtful)];
        if (rows.Length == 0 || !columns.Has(key))
        {
            return;
        }

        IEnumerable<string> first = rows.Take(RepeatedErrors.Named).Select(row => $"'{found[row]}' ({columns.PlaceOf(key, row).Line})");
        string places = string.Join(", ", first) + (rows.Length > RepeatedErrors.Named ? ", …" : "");
        errors.Warn(new InputWarning(columns.PlaceOf(key, rows[0]),
            $"{columns.Subject(key)}may be wrong in {rows.Length} of {found.Length} rows: {what}; value (line): {places}"));
    }
}
