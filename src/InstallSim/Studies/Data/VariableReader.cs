using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>The variables of a utility over the rows of alternatives.</summary>
/// <param name="Names">Names of the variables.</param>
/// <param name="Values">Values, shape [variables][rows].</param>
/// <param name="Utility">How many of them are of the utility; those of membership and scale, then columns of formulas follow.</param>
/// <param name="Incomplete">Situations in which a value is missing.</param>
internal sealed record VariableTable(IReadOnlyList<string> Names, double[][] Values, int Utility, IReadOnlySet<int> Incomplete);

/// <summary>Fills the variables of a utility; what is wrong goes to the errors.</summary>
internal sealed class VariableReader(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
{
    private readonly RepeatedErrors _repeats = new(errors);
    private readonly HashSet<int> _incomplete = [];

    public VariableTable Read()
    {
        Study study = source.Study;
        if (rows.IsWhole)
        {
            CheckAlternatives(study);
        }

        var names = new List<string>();
        var values = new List<double[]>();
        foreach ((string name, UtilityTerm term, string? alternative) in StudyReader.Parameters(study, rows.Alternatives))
        {
            if (names.Contains(name))
            {
                errors.Add(PlaceOf(term, "name"), $"the coefficient '{name}' is there already");
            }

            names.Add(name);
            values.Add(Fill(term, alternative));
        }

        int utility = names.Count;
        foreach ((string name, object settings, string key) in OfPersonsAlone(names))
        {
            names.Add(name);
            values.Add(Person(name, source.Binder.PlaceOf(settings, key)));
        }

        foreach (UtilityTerm term in FormulaChecks.Known(source, columns, rows.Alternatives, errors)
            .Where(term => !names.Contains(term.Name)))
        {
            names.Add(term.Name);
            values.Add(Fill(term, null));
        }

        _repeats.Summarise();
        return new VariableTable(names, [.. values], utility, _incomplete);
    }

    /// <summary>Those of them that are no variable of the utility too.</summary>
    private (string Name, object Settings, string Key)[] OfPersonsAlone(IEnumerable<string> utility) =>
        [.. OfPersons(source.Study.Model).DistinctBy(of => of.Name).ExceptBy(utility, of => of.Name)];

    /// <summary>Columns of persons and situations that a model asks for, and where.</summary>
    private static IEnumerable<(string Name, object Settings, string Key)> OfPersons(ModelSettings model) =>
        model.Membership.Select(name => (name, (object)model, "membership"))
            .Concat(model.Scale.Select(name => (name, (object)model, "scale")))
            .Concat(model.Random.Values.SelectMany(random => random.MeanBy.Select(name => (name, (object)random, "mean-by"))))
            .Concat(model.Random.Values.SelectMany(random => random.SpreadBy.Select(name => (name, (object)random, "sd-by"))));

    /// <summary>
    /// Says which columns of the utility there are not, where rows cannot be read, and, of columns that concern every row, what in them is
    /// no number.
    /// </summary>
    /// <param name="source">The study.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="errors">Where to.</param>
    /// <param name="kept">Rows whose values are looked at; null: none.</param>
    public static void CheckColumns(StudySource source, StudyColumns columns, InputErrors errors, IReadOnlyList<int>? kept = null)
    {
        bool isForAll = source.Study.Data is { Layout: DataLayout.Long, Available: null };
        var repeats = new RepeatedErrors(errors);
        string[] alternatives = [.. source.Study.Data.Alternatives.Select(a => a.Name)];
        FormulaChecks.Known(source, columns, alternatives, errors);
        foreach (UtilityTerm term in source.Study.Utility)
        {
            if (term.Times is { } times)
            {
                columns.Numbers(times, source.Binder.PlaceOf(term, "times"));
            }

            string name = term.Column ?? term.Name;
            IEnumerable<string> names = term.Constant ? []
                : term.Columns.Count > 0 ? term.Columns.Values
                : !name.Contains('*') ? [name]
                : alternatives.Where(a => term.Alternatives.Count == 0 || term.Alternatives.Contains(a))
                    .Select(a => name.Replace("*", a, StringComparison.Ordinal));
            foreach (string one in names)
            {
                StudyColumn? column = columns.Numbers(one, source.Binder.PlaceOf(term,
                    term.Columns.Count > 0 ? "columns" : term.Column is null ? "name" : "column"));
                foreach (int row in column is { Index: >= 0 } && isForAll && term.Alternatives.Count == 0 ? kept ?? [] : [])
                {
                    if (!double.IsFinite(column!.Values[row]) && columns.Explain(column, row) is { IsMissing: false } why)
                    {
                        repeats.Add(one, why.Place, why.Message);
                    }
                }
            }
        }

        foreach ((string name, object settings, string key) in OfPersons(source.Study.Model))
        {
            columns.Numbers(name, source.Binder.PlaceOf(settings, key));
        }

        repeats.Summarise();
    }

    private Place PlaceOf(UtilityTerm term, string key) => term.IsOfFormula
        ? StudyFormulas.PlaceOf(source, term.Alternatives.Count > 0 ? term.Alternatives[0] : null)
        : source.Binder.PlaceOf(source.Study.Utility.Contains(term) ? term : source.Study, key);

    private void CheckAlternatives(Study study)
    {
        if (study.ConstantsAgainst is { } reference)
        {
            Known(reference, source.Binder.PlaceOf(study, "constants-against"));
        }

        foreach (string name in study.Formulas.Keys)
        {
            Known(name, source.Binder.PlaceOf(study.Formulas, name));
        }

        foreach (UtilityTerm term in study.Utility)
        {
            for (int i = 0; i < term.Alternatives.Count; i++)
            {
                Known(term.Alternatives[i], source.Binder.PlaceOf(term, "alternatives", i));
            }

            foreach (string name in term.Columns.Keys)
            {
                Known(name, source.Binder.PlaceOf(term, "columns"));
            }
        }

        void Known(string name, Place place)
        {
            if (!rows.Alternatives.Contains(name))
            {
                errors.Add(place,
                    $"there is no alternative '{name}'{DidYouMean.Hint(name, rows.Alternatives)}; alternatives: "
                        + $"{string.Join(", ", rows.Alternatives)}");
            }
        }
    }

    /// <summary>The variables that are made of a column which differs from the one before, with their values.</summary>
    /// <param name="before">The columns before they were changed.</param>
    public IEnumerable<(string Name, double[] Values)> Changed(StudyColumns before)
    {
        var old = new VariableReader(source, before, rows, errors);
        foreach ((string name, UtilityTerm term, string? only) in StudyReader.Parameters(source.Study, rows.Alternatives)
            .Concat(StudyFormulas.Terms(source.Study).Select(term => (term.Name, term, (string?)null))))
        {
            if (Times(term) != old.Times(term) || !Columns(term, only).SequenceEqual(old.Columns(term, only)))
            {
                yield return (name, Fill(term, only));
            }
        }

        foreach ((string name, object settings, string key) in OfPersonsAlone(StudyReader.Parameters(source.Study, rows.Alternatives)
            .Select(parameter => parameter.Name)))
        {
            Place place = source.Binder.PlaceOf(settings, key);
            if (columns.Numbers(name, place) != before.Numbers(name, place))
            {
                yield return (name, Person(name, place));
            }
        }

        _repeats.Summarise();
    }

    private StudyColumn? Times(UtilityTerm term) => term.Times is null ? null : columns.Numbers(term.Times, PlaceOf(term, "times"));

    /// <summary>The column of each alternative that a term concerns.</summary>
    private StudyColumn?[] Columns(UtilityTerm term, string? only) =>
    [
        .. rows.Alternatives.Select(alternative =>
            Concerns(term, only, alternative) && !term.Constant ? Column(term, alternative) : null),
    ];

    private double[] Fill(UtilityTerm term, string? only)
    {
        var values = new double[rows.Rows.Count];
        (StudyColumn? times, StudyColumn?[] of) = (Times(term), Columns(term, only));
        bool[] concerned =
            [.. rows.Alternatives.Select((alternative, j) => Concerns(term, only, alternative) && (term.Constant || of[j] is not null))];
        for (int r = 0; r < values.Length; r++)
        {
            ChoiceRow row = rows.Rows[r];
            if (!concerned[row.Alternative] || !row.Available)
            {
                continue;
            }

            double value = term.Constant ? 1 : Value(of[row.Alternative]!, row);
            values[r] = value * (times is null ? 1 : Value(times, row)) / term.DivideBy;
        }

        return values;
    }

    /// <summary>A column of the person or the situation, over all rows.</summary>
    private double[] Person(string name, Place place) =>
        columns.Numbers(name, place) is { } column ? [.. rows.Rows.Select(row => Value(column, row))] : new double[rows.Rows.Count];

    internal static bool Concerns(UtilityTerm term, string? only, string alternative) =>
        only is not null ? alternative == only : term.Alternatives.Count == 0 || term.Alternatives.Contains(alternative);

    private StudyColumn? Column(UtilityTerm term, string alternative)
    {
        if (term.Columns.Count > 0)
        {
            return term.Columns.TryGetValue(alternative, out string? said) ? columns.Numbers(said, PlaceOf(term, "columns")) : null;
        }

        string name = (term.Column ?? term.Name).Replace("*", alternative, StringComparison.Ordinal);
        return columns.Numbers(name, PlaceOf(term, term.Column is null ? "name" : "column"));
    }

    private double Value(StudyColumn column, ChoiceRow row)
    {
        double value = column.Values[row.Source];
        if (double.IsFinite(value))
        {
            return value;
        }

        (Place place, InputMessage message, bool isMissing) = columns.Explain(column, row.Source);
        if (isMissing && rows.HasAnswers && source.Study.Data.Missing == MissingValues.Drop)
        {
            _incomplete.Add(row.Situation);
        }
        else
        {
            _repeats.Add($"{column.Name} {isMissing}", place, isMissing && !rows.HasAnswers
                ? $"column '{column.Name}': the value is missing, and a set without answers cannot be dropped"
                : message);
        }

        return 0;
    }
}
