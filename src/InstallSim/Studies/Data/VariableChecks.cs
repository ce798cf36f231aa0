using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Checks weights and variables of the rows used, and says what is wrong with them in the words of the data.</summary>
internal sealed class VariableChecks(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
{
    /// <summary>Greatest and smallest number, other than 0, whose squares and sums are numbers.</summary>
    private const double Most = 1e100, Least = 1e-100;

    private readonly StudyData _data = source.Study.Data;

    /// <summary>The weight of each row used, the same within a situation; null when the study names none.</summary>
    public double[]? Weights(int[] used)
    {
        if (_data.Weight is null || columns.Numbers(_data.Weight, source.Binder.PlaceOf(_data, "weight")) is not { } column)
        {
            return null;
        }

        var repeats = new RepeatedErrors(errors);
        var first = new Dictionary<int, double>();
        foreach (ChoiceRow r in used.Select(r => rows.Rows[r]))
        {
            double weight = column.Values[r.Source];
            Place place = columns.Table.PlaceOf(r.Source, Math.Max(column.Index, 0));
            if (!(weight >= 0))
            {
                repeats.Add("no weight", place, double.IsNaN(weight)
                    ? columns.Explain(column, r.Source).Message
                    : (InputMessage)$"column '{_data.Weight}': a weight is at least 0, found {InputScalars.Plain(weight)}");
            }
            else if (weight > Most || (weight > 0 && weight < Least))
            {
                repeats.Add("uncountable weight", place, new Words(
                    $"column '{_data.Weight}': a weight of {InputScalars.Plain(weight)} cannot be counted with; write weights near 1",
                    $"colonne «\u00a0{_data.Weight}\u00a0»\u00a0: un poids de {InputScalars.Plain(weight)} ne peut pas être compté\u00a0; "
                        + "écrire des poids proches de 1"));
            }
            else if (!first.TryAdd(r.Situation, weight) && first[r.Situation] != weight)
            {
                repeats.Add("two weights", place,
                    $"column '{_data.Weight}': {rows.NameOf(r.Situation)} has the weights {InputScalars.Plain(first[r.Situation])} and "
                        + $"{InputScalars.Plain(weight)}; a situation has one");
            }
        }

        repeats.Summarise();
        return [.. used.Select(r => column.Values[rows.Rows[r].Source])];
    }

    /// <summary>Refuses, once a variable, values whose squares and sums no number can hold.</summary>
    public void RefuseUncountable(VariableTable variables, int[] used)
    {
        foreach ((string name, double[] values) in variables.Names.Zip(variables.Values))
        {
            if (Array.FindIndex(used, r => Math.Abs(values[r]) > Most) is var k and >= 0)
            {
                string found = values[used[k]].ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                errors.Add(columns.Table.PlaceOf(rows.Rows[used[k]].Source), new Words(
                    $"'{name}' is {found} here, too large to be counted with; correct it, or write it in another unit",
                    $"«\u00a0{name}\u00a0» vaut {found} ici, trop grand pour être compté\u00a0; le corriger, ou l’écrire dans une autre "
                        + "unité"));
            }
            else if (used.Max(r => Math.Abs(values[r])) is > 0 and < Least and double small)
            {
                string found = InputScalars.Plain(small);
                errors.Add(new Place(columns.Table.Path), new Words(
                    $"'{name}' is {found} at most, too small to be counted with; write it in another unit",
                    $"«\u00a0{name}\u00a0» vaut au plus {found}, trop petit pour être compté\u00a0; l’écrire dans une autre unité"));
            }
        }
    }

    /// <summary>Refuses a single choice and a single person.</summary>
    public void CheckSize(ChoiceData data)
    {
        if (data.Situations == 1 || data.Persons == 1)
        {
            string file = _data.Responses is null ? "file" : "responses";
            errors.Add(source.Binder.PlaceOf(_data, _data.Person is null || data.Situations == 1 ? file : "person"),
                data.Situations == 1
                    ? (InputMessage)"one choice situation only: nothing can be estimated from it"
                    : $"one person only (column '{_data.Person}'): standard errors need at least two, and a study many");
        }
    }

    /// <summary>Refuses a variable that is the same for all alternatives of every situation: it drops out of the choice.</summary>
    public void CheckVariation(VariableTable variables, int[] used)
    {
        int[][] sets = [.. used.Where(r => rows.Rows[r].Available).GroupBy(r => rows.Rows[r].Situation).Select(g => g.ToArray())];
        for (int k = 0; k < variables.Utility; k++)
        {
            double[] x = variables.Values[k];
            if (sets.Any(set => set.Any(r => x[r] != x[set[0]])))
            {
                continue;
            }

            string name = variables.Names[k];
            UtilityTerm? term = source.Study.Utility.FirstOrDefault(t => t.Name == name
                || (t.ByAlternative && name.StartsWith(t.Name + ".", StringComparison.Ordinal)));
            Place place = term is null ? source.Binder.PlaceOf(source.Study, "constants-against") : source.Binder.PlaceOf(term, "name");
            int line = columns.Table.PlaceOf(rows.Rows[sets[0][0]].Source).Line;
            errors.Add(place,
                $"the variable '{name}' does not vary within any choice set of {columns.Table.Path} (it is "
                    + $"{InputScalars.Plain(x[sets[0][0]])} for all alternatives of the first, line {line}), "
                    + $"so that its coefficient cannot be told; a variable of the person needs 'alternatives' or "
                    + $"'by-alternative' that leave one out");
        }
    }

    /// <summary>
    /// Refuses what must stay the same and does not: variables that explain the class or the mean of a coefficient, and weights of a
    /// panel, within a person; variables that explain the scale within a situation; and bent variables that are not positive.
    /// </summary>
    public void CheckConstancy(
        VariableTable variables, int[] used, int[]? person, double[]? weight, IReadOnlyList<string> persons)
    {
        ModelSettings model = source.Study.Model;
        int Situation(int i) => rows.Rows[used[i]].Situation;
        InputMessage Whose(int i) => person is null ? rows.NameOf(Situation(i)) : $"person {persons[person[i]]}";
        foreach (string name in model.Membership.Distinct())
        {
            Same(Column(name, variables, used), used, i => person?[i] ?? Situation(i), name, Whose,
                "what explains the class is the same on all rows of a person");
        }

        foreach (string name in model.Random.Values.SelectMany(random => random.SpreadBy).Distinct())
        {
            Same(Column(name, variables, used), used, i => (model.Panel ? person?[i] : null) ?? Situation(i), name, Whose,
                "what the spread of a coefficient depends on is the same on all rows of a person");
        }

        foreach (string name in model.Random.Values.SelectMany(random => random.MeanBy).Distinct())
        {
            Same(Column(name, variables, used), used, i => (model.Panel ? person?[i] : null) ?? Situation(i), name, Whose,
                "what the mean of a coefficient depends on is the same on all rows of a person");
        }

        foreach (string name in model.Scale.Distinct())
        {
            Same(Column(name, variables, used), used, Situation, name, i => rows.NameOf(Situation(i)),
                "what explains the scale is the same on all rows of a choice situation");
        }

        bool isPanel = model.Panel
            && (model.Random.Count > 0 || model.RandomScale is not null || model.Classes > 1 || model.Numeraire is not null);
        if (weight is not null && person is not null && isPanel)
        {
            Same(weight, used, i => person[i], _data.Weight!, Whose, "a person of a panel has one weight");
        }

        CheckBent(variables, used);
    }

    /// <summary>Refuses a column that is to describe the people of a class and varies within a person.</summary>
    /// <param name="column">The column.</param>
    /// <param name="sample">The rows, and whose they are.</param>
    public void CheckProfile(StudyColumn column, ChoiceSample sample)
    {
        IReadOnlyList<int>? person = sample.Table.Person;
        int Situation(int i) => rows.Rows[sample.Used[i]].Situation;
        Same([.. sample.Used.Select(r => column.Values[rows.Rows[r].Source])], sample.Used, i => person?[i] ?? Situation(i), column.Name,
            i => person is null ? rows.NameOf(Situation(i)) : $"person {sample.Persons[person[i]]}",
            new Words(
                "what the people of a class are like is the same on all rows of a person",
                "ce que sont les personnes d’une classe est le même sur toutes les lignes d’une personne"));
    }

    private static double[] Column(string name, VariableTable variables, int[] used) =>
        variables.Names.ToList().IndexOf(name) is var k and >= 0
            ? [.. used.Select(r => variables.Values[k][r])]
            : new double[used.Length];

    private void Same(
        double[] values, int[] used, Func<int, int> group, string name, Func<int, InputMessage> whose, InputMessage rule)
    {
        var first = new Dictionary<int, int>();
        var seen = new HashSet<int>();
        var repeats = new RepeatedErrors(errors);
        for (int i = 0; i < used.Length; i++)
        {
            ChoiceRow row = rows.Rows[used[i]];
            if (!row.Available || first.TryAdd(group(i), i) || values[first[group(i)]].Equals(values[i]) || !seen.Add(group(i)))
            {
                continue;
            }

            int before = first[group(i)], line = columns.Table.PlaceOf(rows.Rows[used[before]].Source).Line;
            repeats.Add(name, columns.Table.PlaceOf(row.Source, columns.Table.IndexOf(name)),
                $"column '{name}': {whose(i)} has {Said(values[i])} here and {Said(values[before])} in line "
                    + $"{line}; {rule}");
        }

        repeats.Summarise();
    }

    private static Words Said(double value) => double.IsFinite(value)
        ? new Words(InputScalars.Plain(value), InputScalars.Plain(value))
        : new Words("no number", "aucun nombre");

    private void CheckBent(VariableTable variables, int[] used)
    {
        var repeats = new RepeatedErrors(errors);
        foreach (string name in source.Study.Model.BoxCox.Distinct())
        {
            double[] values = Column(name, variables, used);
            for (int i = 0; i < used.Length; i++)
            {
                ChoiceRow row = rows.Rows[used[i]];
                if (row.Available && values[i] <= 0 && variables.Names.Contains(name))
                {
                    repeats.Add(name, columns.Table.PlaceOf(row.Source, columns.Table.IndexOf(name)),
                        $"'{name}' is {InputScalars.Plain(values[i])} in {rows.NameOf(row.Situation)}; a variable under 'box-cox' is "
                            + $"above 0");
                }
            }
        }

        repeats.Summarise();
    }
}
