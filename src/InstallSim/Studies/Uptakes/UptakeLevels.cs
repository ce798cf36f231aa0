using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>What <c>uptake:</c> says of jobs, packages and what stands beside them, checked against the data.</summary>
internal sealed class UptakeLevels
{
    private readonly StudySource _source;
    private readonly UptakeSettings _settings;
    private readonly StudyChoices _choices;
    private readonly InputErrors _errors;
    private readonly string[] _needed;
    private readonly List<Words> _warnings = [];

    public UptakeLevels(StudySource source, StudyChoices choices, UptakeSettings settings, InputErrors errors)
    {
        (_source, _settings, _choices, _errors) = (source, settings, choices, errors);
        _needed = UtilityColumns.Of(source, choices);
        CheckNames();
        Check(settings.Base, source.Binder.PlaceOf(settings, "base"));
        foreach (PackageSettings package in settings.Packages)
        {
            Check(package.Set, source.Binder.PlaceOf(package, "set"));
        }

        Job = settings.Alternative ?? choices.Alternatives[0];
        CheckAlternative(Job, source.Binder.PlaceOf(settings, "alternative"));
        Against = IsWide ? [] : [.. OthersSaid()];
        string[] said = [.. settings.Base.Keys, .. settings.Packages.SelectMany(p => p.Set.Keys),
            .. settings.Against.SelectMany(a => a.Set.Keys), .. settings.Income is { } income ? [income] : Array.Empty<string>(),
            .. settings.Map is { } map ? [map.Column] : Array.Empty<string>()];
        Own = [.. _needed.Where(name => !said.Contains(name))];
        foreach (string name in _needed.Where(name => said.Contains(name) && !settings.Base.ContainsKey(name)))
        {
            errors.Add(source.Binder.PlaceOf(settings, "base"), new Words(
                $"the base lacks '{name}', which is said elsewhere under 'uptake'",
                $"la base ne dit pas «\u00a0{name}\u00a0», dit ailleurs sous «\u00a0uptake\u00a0»"));
        }

        CheckMap();
    }

    /// <summary>Levels far outside the values of the data, each once.</summary>
    public IReadOnlyList<Words> Warnings => [.. _warnings.Distinct()];

    /// <summary>What the data call the job.</summary>
    public string Job { get; }

    /// <summary>Alternatives beside the job and their levels (long tables).</summary>
    public IReadOnlyList<(string Alternative, IReadOnlyDictionary<string, string> Levels)> Against { get; }

    /// <summary>Columns of the utility that are taken from the people.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>Whether a row of the data holds all alternatives.</summary>
    public bool IsWide => _source.Study.Data is { Layout: DataLayout.Wide, Responses: null };

    /// <summary>The base with the changes of packages, one after the other; what a package holds besides comes first.</summary>
    public Dictionary<string, string> Levels(params IEnumerable<string> packages)
    {
        var levels = new Dictionary<string, string>(_settings.Base, StringComparer.Ordinal);
        foreach (string name in packages)
        {
            Add(name);
        }

        return levels;

        void Add(string name)
        {
            PackageSettings package = _settings.Packages.First(p => p.Name == name);
            foreach (string other in package.With)
            {
                Add(other);
            }

            foreach ((string column, string level) in package.Set)
            {
                levels[column] = level;
            }
        }
    }

    /// <summary>A package's name and the names of all that it holds.</summary>
    public HashSet<string> Holds(string name) =>
        [name, .. _settings.Packages.First(p => p.Name == name).With.SelectMany(Holds)];

    private IEnumerable<(string, IReadOnlyDictionary<string, string>)> OthersSaid()
    {
        if (_settings.Against.Count == 0 && _choices.Alternatives.FirstOrDefault(a => a != Job) is { } next)
        {
            yield return (next, _settings.Base);
        }

        foreach (AgainstSettings other in _settings.Against)
        {
            CheckAlternative(other.Alternative, _source.Binder.PlaceOf(other, "alternative"));
            if (_settings.Against.Count(o => o.Alternative == other.Alternative) > 1 || other.Alternative == Job)
            {
                _errors.Add(_source.Binder.PlaceOf(other, "alternative"), new Words(
                    $"the alternative '{other.Alternative}' stands in the set twice; the job is '{Job}'",
                    $"l’alternative «\u00a0{other.Alternative}\u00a0» est deux fois dans l’ensemble\u00a0; le poste est "
                        + $"«\u00a0{Job}\u00a0»"));
            }

            Check(other.Set, _source.Binder.PlaceOf(other, "set"));
            yield return (other.Alternative, _source.Binder.IsWritten(other, "set")
                ? _settings.Base.Concat(other.Set).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value)
                : OfData(other));
        }
    }

    /// <summary>The levels of an alternative that is the same in every choice, such as an opt-out.</summary>
    private Dictionary<string, string> OfData(AgainstSettings other)
    {
        ChoiceSample sample = _choices.Sample;
        int code = _choices.Alternatives.ToList().IndexOf(other.Alternative);
        int[] rows = [.. sample.Used.Select(r => sample.Rows.Rows[r]).Where(r => r.Alternative == code).Select(r => r.Source)];
        var levels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string column in _settings.Base.Keys.Where(c => rows.Length > 0 && _needed.Contains(c)))
        {
            string[] found = [.. rows.Select(row => sample.Columns.Text(row, column)).Distinct().Take(2)];
            levels[column] = found[0];
            if (found.Length > 1)
            {
                _errors.Add(_source.Binder.PlaceOf(other), new Words(
                    $"'{other.Alternative}' has no one level of '{column}' in the data; say its levels under 'set'",
                    $"«\u00a0{other.Alternative}\u00a0» n’a pas un seul niveau de «\u00a0{column}\u00a0» dans les données\u00a0; dire ses "
                        + "niveaux sous «\u00a0set\u00a0»"));
            }
        }

        return levels;
    }

    private void Check(IReadOnlyDictionary<string, string> levels, Place place)
    {
        foreach ((string column, string level) in levels)
        {
            Place at = _source.Binder.IsWritten(levels, column) ? _source.Binder.PlaceOf(levels, column) : place;
            if (!_needed.Contains(column))
            {
                InputMessage hint = DidYouMean.Hint(column, _needed);
                string known = string.Join(", ", _needed);
                _errors.Add(at, new Words(
                    $"'{column}' is no column that the utility is made of{hint.English}; columns: {known}",
                    $"«\u00a0{column}\u00a0» n’est pas une colonne dont l’utilité dépend{hint.French}\u00a0; colonnes\u00a0: {known}"));
                continue;
            }

            CheckLevel(column, level, at);
        }
    }

    private void CheckLevel(string column, string level, Place at)
    {
        ChoiceSample sample = _choices.Sample;
        string[] found = [.. sample.Used.Select(r => sample.Columns.Text(sample.Rows.Rows[r].Source, column)).Distinct()
            .Where(text => !sample.Columns.IsMissing(text)).Order(StringComparer.Ordinal)];
        bool isNumber = InputScalars.TryNumber(level, out _, out _);
        bool mustBeThere = UtilityColumns.IsSorted(column, _source) || !isNumber;
        if (mustBeThere && !found.Any(text => sample.Columns.Same(text, level)))
        {
            InputMessage hint = DidYouMean.Hint(level, found);
            string known = string.Join(", ", found.Take(20)) + (found.Length > 20 ? ", …" : "");
            _errors.Add(at, new Words(
                $"no row of the data has '{level}' in column '{column}'{hint.English}; its values: {known}",
                $"aucune ligne des données n’a «\u00a0{level}\u00a0» dans la colonne «\u00a0{column}\u00a0»{hint.French}\u00a0; ses "
                    + $"valeurs\u00a0: {known}"));
        }
        else if (!mustBeThere)
        {
            WarnIfFar(column, level, found, at);
        }
    }

    /// <summary>Warns of a number outside the values of the data widened by half their range: most often one in another unit.</summary>
    private void WarnIfFar(string column, string level, string[] found, Place at)
    {
        double[] values = [.. found.Select(text => _choices.Sample.Columns.Table.TryNumber(text, out double value, out _)
            || InputScalars.TryNumber(text, out value, out _) ? value : double.NaN).Where(double.IsFinite)];
        if (values.Length < 2 || !InputScalars.TryNumber(level, out double said, out _))
        {
            return;
        }

        double least = values.Min(), most = values.Max(), half = (most - least) / 2;
        if (said < least - half || said > most + half)
        {
            string range = $"{InputScalars.Plain(least)} to {InputScalars.Plain(most)}";
            string rangeFr = $"{InputScalars.Plain(least)} à {InputScalars.Plain(most)}";
            _warnings.Add(new Words(
                $"{at}: '{column}' is {level}, far from its values in the data, {range}; is it in the same unit?",
                $"{at.French}\u00a0: «\u00a0{column}\u00a0» vaut {level}, loin de ses valeurs dans les données, {rangeFr}\u00a0; est-ce "
                    + "la même unité\u00a0?"));
        }
    }

    private void CheckAlternative(string name, Place place)
    {
        if (!_choices.Alternatives.Contains(name))
        {
            InputMessage hint = DidYouMean.Hint(name, _choices.Alternatives);
            string known = string.Join(", ", _choices.Alternatives);
            _errors.Add(place, new Words(
                $"there is no alternative '{name}'{hint.English}; alternatives: {known}",
                $"il n’y a pas d’alternative «\u00a0{name}\u00a0»{hint.French}\u00a0; alternatives\u00a0: {known}"));
        }
    }

    private void CheckNames()
    {
        string[] names = [.. _settings.Packages.Select(p => p.Name)];
        for (int i = 0; i < names.Length; i++)
        {
            PackageSettings package = _settings.Packages[i];
            if (names.Take(i).Contains(names[i]))
            {
                _errors.Add(_source.Binder.PlaceOf(package, "name"), new Words(
                    $"the package '{names[i]}' is named twice", $"le paquet «\u00a0{names[i]}\u00a0» est nommé deux fois"));
            }

            foreach (string other in package.With.Where(other => !names.Take(i).Contains(other)))
            {
                _errors.Add(_source.Binder.PlaceOf(package, "with"), Unknown(other, [.. names.Take(i)]));
            }
        }

        for (int i = 0; i < _settings.Improvements.Count; i++)
        {
            if (!names.Contains(_settings.Improvements[i]))
            {
                _errors.Add(_source.Binder.PlaceOf(_settings, "improvements", i), Unknown(_settings.Improvements[i], names));
            }
        }

        if (IsWide && _settings.Against.Count > 0)
        {
            _errors.Add(_source.Binder.PlaceOf(_settings, "against"), new Words(
                "a wide table holds all alternatives in a row, so that 'base' says the levels of all; leave 'against' out",
                "un tableau large contient toutes les alternatives dans une ligne, et «\u00a0base\u00a0» dit les niveaux de toutes\u00a0; "
                    + "retirer «\u00a0against\u00a0»"));
        }
    }

    private static Words Unknown(string name, string[] names)
    {
        InputMessage hint = DidYouMean.Hint(name, names);
        string known = string.Join(", ", names);
        return new Words(
            $"'{name}' is no package that stands before{hint.English}; packages: {known}",
            $"«\u00a0{name}\u00a0» n’est pas un paquet qui précède{hint.French}\u00a0; paquets\u00a0: {known}");
    }

    private void CheckMap()
    {
        if (_settings.Income is { } income && _settings.Base.TryGetValue(income, out string? level)
            && !InputScalars.TryNumber(level, out _, out _))
        {
            _errors.Add(_source.Binder.PlaceOf(_settings, "income"), new Words(
                $"the income, '{income}', is '{level}' in the base; it must be a number to be changed",
                $"le revenu, «\u00a0{income}\u00a0», vaut «\u00a0{level}\u00a0» dans la base\u00a0; il faut un nombre pour le changer"));
        }

        if (_settings.Income is { } name && !_settings.Base.ContainsKey(name))
        {
            Check(new Dictionary<string, string> { [name] = "0" }, _source.Binder.PlaceOf(_settings, "income"));
        }

        if (_settings.Map is not { } map)
        {
            return;
        }

        if (_settings.Income is null)
        {
            _errors.Add(_source.Binder.PlaceOf(map), new Words(
                "a map needs 'income', the column that it spreads over", "une carte demande «\u00a0income\u00a0», la colonne de son axe"));
        }

        if (map.Income.Count == 0 || map.Levels.Count == 0)
        {
            _errors.Add(_source.Binder.PlaceOf(map), new Words("a map needs incomes and levels", "une carte demande revenus et niveaux"));
        }

        foreach (string at in map.Levels)
        {
            Check(new Dictionary<string, string> { [map.Column] = at }, _source.Binder.PlaceOf(map, "levels"));
        }
    }

    /// <summary>A level as the table writes it, which may have a decimal comma.</summary>
    public string Written(string level) =>
        _choices.Sample.Columns.Table.Decimal == DecimalMark.Comma && InputScalars.TryNumber(level, out double number, out _)
            ? number.ToString("R", CultureInfo.InvariantCulture).Replace('.', ',')
            : level;
}
