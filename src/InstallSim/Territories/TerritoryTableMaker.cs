using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>Makes the territory table of columns, defaults and rules, in ordinal order of the codes.</summary>
internal sealed class TerritoryTableMaker(TerritoriesFile file, CsvTable csv, Binder binder, InputErrors errors)
{
    private readonly int _errorsBefore = errors.All.Count;
    private readonly TerritoryColumns _columns = new(file, csv, binder, errors);
    private readonly Dictionary<string, double[]> _numbers = [];
    private Dictionary<string, double[]> _more = [];

    /// <summary>The table, or null when anything in it is wrong.</summary>
    public TerritoryTable? Make()
    {
        string[] codes = _columns.Codes();
        string[] names = _columns.Texts(TerritoryVariables.Name, allowMissing: false);
        string[] departements = _columns.Texts(TerritoryVariables.Departement, allowMissing: true);
        string[] regions = _columns.Texts(TerritoryVariables.Region, allowMissing: true);
        AreaType[]? areas = _columns.Areas();
        foreach (TerritoryVariable variable in TerritoryVariables.Numbers)
        {
            if (_columns.Numbers(variable) is { } values)
            {
                _numbers.Add(variable.Key, values);
            }
        }

        CheckPairs();
        IReadOnlyDictionary<string, double[]> more = MoreColumns.Read(file, csv, binder, errors);
        if (errors.All.Count > _errorsBefore || TerritoryVariables.RequiredKeys.Any(key => !file.Columns.ContainsKey(key)))
        {
            return null;
        }

        new TerritoryDoubts(_columns, _numbers, errors).Check(codes, names, departements);
        IReadOnlyDictionary<string, (int Cells, string Note)> notes = FillEmpty(names);
        int[] order = [.. Enumerable.Range(0, codes.Length).OrderBy(row => codes[row], StringComparer.Ordinal)];
        _more = more.ToDictionary(column => column.Key, column => Sorted(column.Value, order));
        foreach (string key in _numbers.Keys)
        {
            _numbers[key] = Sorted(_numbers[key], order);
        }

        IReadOnlyList<Provenance> provenance = TerritoryProvenance.Of(file, _numbers.ContainsKey, notes);
        areas = AddStandIns(areas is null ? null : Sorted(areas, order));
        return Assemble([Sorted(codes, order), Sorted(names, order), Sorted(departements, order), Sorted(regions, order)], areas,
            provenance);
    }

    /// <summary>Checks that need two variables.</summary>
    private void CheckPairs()
    {
        if (_numbers.GetValueOrDefault(TerritoryVariables.Population) is { } people)
        {
            if (people.All(count => count == 0))
            {
                errors.Add(new Place(csv.Path), "no territory has inhabitants");
            }

            CheckPair(TerritoryVariables.Physicians, (row, physicians) => physicians > people[row], "be at most the inhabitants");
            CheckPair(TerritoryVariables.MainTownPopulation, (row, town) => town > people[row],
                "be at most the inhabitants of the territory");
        }

        if (_numbers.GetValueOrDefault(TerritoryVariables.ShareUnder25) is { } young)
        {
            CheckPair(TerritoryVariables.Share65Plus, (row, old) => young[row] + old > 1 + 1e-9,
                "be at most 1 together with the share under 25");
        }
    }

    private void CheckPair(string key, Func<int, double, bool> isWrong, InputMessage rule)
    {
        var repeats = new RepeatedErrors(errors);
        double[] values = _numbers.GetValueOrDefault(key) ?? [];
        for (int row = 0; row < values.Length; row++)
        {
            if (!isWrong(row, values[row]))
            {
                continue;
            }

            repeats.Add(rule.English, _columns.PlaceOf(key, row),
                $"{_columns.Subject(key)}must {rule}, found {InputScalars.Plain(values[row])}", InputScalars.Plain(values[row]));
        }

        repeats.Summarise();
    }

    /// <summary>
    /// Fills empty cells of optional variables, which is noted, or warned of where a number counts what may be none; a column of nothing
    /// counts as absent.
    /// </summary>
    /// <param name="names">Names of the rows.</param>
    /// <returns>How many cells were filled and with what, by variable.</returns>
    private Dictionary<string, (int Cells, string Note)> FillEmpty(string[] names)
    {
        Dictionary<string, (int Cells, string Note)> notes = [];
        double[] people = _numbers[TerritoryVariables.Population];
        foreach (string key in _numbers.Keys.Where(key => key != TerritoryVariables.ObservedAccessibility).ToArray())
        {
            double[] values = _numbers[key];
            int[] empty = [.. Enumerable.Range(0, values.Length).Where(row => double.IsNaN(values[row]))];
            if (empty.Length == values.Length)
            {
                _numbers.Remove(key);
            }
            else if (empty.Length > 0)
            {
                double fill = MeanOverPeople(values, people);
                WarnOfEmpty(key, empty, names, fill);
                foreach (int row in empty)
                {
                    values[row] = fill;
                }

                notes[key] = (empty.Length, $"{empty.Length} of {values.Length} empty, taken as the mean over people, "
                    + $"{InputScalars.Plain(Math.Round(fill, 4))}");
            }
        }

        return notes;
    }

    private void WarnOfEmpty(string key, int[] empty, string[] names, double fill)
    {
        bool mayBeNone = TerritoryVariables.Counts.Contains(key);
        IEnumerable<string> first = empty.Take(RepeatedErrors.Named).Select(row => $"'{names[row]}' ({_columns.PlaceOf(key, row).Line})");
        string rows = string.Join(", ", first) + (empty.Length > RepeatedErrors.Named ? ", …" : "");
        InputMessage instead = mayBeNone ? "; if an empty cell means none, 'missing: 0' says so" : "; 'missing' says another value";
        errors.Warn(new InputWarning(_columns.PlaceOf(key, empty[0]), $"{_columns.Subject(key)}is empty in {empty.Length} of "
            + $"{names.Length} rows, and taken as the mean over people of the others, {fill:0.####}{instead}; name (line): {rows}",
            IsNote: !mayBeNone));
    }

    private static double MeanOverPeople(double[] values, double[] people)
    {
        double sum = 0, total = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
            {
                continue;
            }

            double weight = Math.Max(people[row], 1);
            sum += weight * values[row];
            total += weight;
        }

        return sum / total;
    }

    /// <summary>Gives each variable that no column gives its default or what its rule makes.</summary>
    /// <returns>The kinds of territory.</returns>
    private AreaType[] AddStandIns(AreaType[]? areas)
    {
        double[] people = _numbers[TerritoryVariables.Population];
        double[]? towns = _numbers.GetValueOrDefault(TerritoryVariables.MainTownPopulation);
        var proxies = new Lazy<TerritoryProxies>(() => new TerritoryProxies(
            _numbers[TerritoryVariables.Latitude], _numbers[TerritoryVariables.Longitude], people, towns ?? people, towns is not null));
        foreach (TerritoryVariable variable in TerritoryVariables.Numbers.Where(variable => !_numbers.ContainsKey(variable.Key)))
        {
            _numbers.Add(variable.Key, variable.HasRule
                ? proxies.Value.ValuesOf(variable.Key)
                : [.. Enumerable.Repeat(variable.Default, people.Length)]);
        }

        return areas ?? proxies.Value.Areas();
    }

    private TerritoryTable Assemble(string[][] texts, AreaType[] areas, IReadOnlyList<Provenance> provenance) => new()
    {
        More = _more,
        Code = texts[0],
        Name = texts[1],
        Departement = texts[2],
        Region = texts[3],
        Area = areas,
        Latitude = _numbers[TerritoryVariables.Latitude],
        Longitude = _numbers[TerritoryVariables.Longitude],
        Population = _numbers[TerritoryVariables.Population],
        ShareUnder25 = _numbers[TerritoryVariables.ShareUnder25],
        Share65Plus = _numbers[TerritoryVariables.Share65Plus],
        Physicians = _numbers[TerritoryVariables.Physicians],
        SharePhysicians60Plus = _numbers[TerritoryVariables.SharePhysicians60Plus],
        MspPlaces = _numbers[TerritoryVariables.MspPlaces],
        HealthCentrePosts = _numbers[TerritoryVariables.HealthCentrePosts],
        MainTownPopulation = _numbers[TerritoryVariables.MainTownPopulation],
        PoorlyEquipped = _numbers[TerritoryVariables.PoorlyEquipped],
        Schools = _numbers[TerritoryVariables.Schools],
        PartnerJobsLimited = _numbers[TerritoryVariables.PartnerJobsLimited],
        Deprivation = _numbers[TerritoryVariables.Deprivation],
        IncomeIndex = _numbers[TerritoryVariables.IncomeIndex],
        ObservedAccessibility = _numbers[TerritoryVariables.ObservedAccessibility],
        HouseholdIncome = _numbers[TerritoryVariables.HouseholdIncome] is var income && income.Any(double.IsNaN) ? null : income,
        Provenance = provenance,
    };

    private static T[] Sorted<T>(T[] values, int[] order) => [.. order.Select(row => values[row])];
}
