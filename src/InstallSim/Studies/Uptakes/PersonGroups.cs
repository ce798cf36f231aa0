using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>People who are alike in all that the model knows of them.</summary>
/// <param name="Own">Their values of the person's columns, by column.</param>
/// <param name="By">Their values of the columns by which uptake is told apart, by column.</param>
/// <param name="Weight">The sum of their weights.</param>
internal sealed record PersonGroup(IReadOnlyDictionary<string, string> Own, IReadOnlyDictionary<string, string> By, double Weight);

/// <summary>Finds the groups of people in the choices of a study.</summary>
internal sealed class PersonGroups(StudySource source, StudyChoices choices, UptakeSettings settings, InputErrors errors)
{
    private readonly ChoiceSample _sample = choices.Sample;

    /// <summary>The groups, in the order found.</summary>
    /// <param name="own">Columns that are the person's, which must not differ within a person.</param>
    public List<PersonGroup> Find(IReadOnlyList<string> own)
    {
        string[] by = [.. settings.By.Where((name, i) => IsKnown(name, i))];
        var first = new Dictionary<int, int>();
        var differing = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int r, int i) in _sample.Used.Select((r, i) => (r, i)))
        {
            int person = _sample.Table.Person?[i] ?? _sample.Table.Situation[i], row = _sample.Rows.Rows[r].Source;
            if (!first.TryAdd(person, i))
            {
                int before = _sample.Rows.Rows[_sample.Used[first[person]]].Source;
                differing.UnionWith(own.Concat(by).Where(name => Text(row, name) != Text(before, name)));
            }
        }

        Refuse(own, by, differing);
        return [.. first.Values.GroupBy(i => string.Join('\n', own.Concat(by).Select(name => Text(RowOf(i), name)))).Select(g =>
            new PersonGroup(
                own.ToDictionary(name => name, name => Text(RowOf(g.First()), name)),
                by.ToDictionary(name => name, name => Text(RowOf(g.First()), name)),
                g.Sum(i => _sample.Table.Weight?[i] ?? 1)))];
    }

    private int RowOf(int used) => _sample.Rows.Rows[_sample.Used[used]].Source;

    private string Text(int row, string name) => _sample.Columns.Text(row, name);

    private bool IsKnown(string name, int place)
    {
        if (_sample.Columns.Has(name))
        {
            return true;
        }

        string[] names = [.. _sample.Columns.Names];
        string known = string.Join(", ", names);
        InputMessage hint = DidYouMean.Hint(name, names);
        errors.Add(source.Binder.PlaceOf(settings, "by", place), new Words(
            $"there is no column '{name}'{hint.English}; columns: {known}",
            $"il n’y a pas de colonne «\u00a0{name}\u00a0»{hint.French}\u00a0; colonnes\u00a0: {known}"));
        return false;
    }

    private void Refuse(IReadOnlyList<string> own, string[] by, HashSet<string> differing)
    {
        foreach (string name in own.Where(differing.Contains))
        {
            errors.Add(source.Binder.PlaceOf(settings, "base"), new Words(
                $"the base lacks '{name}': the utility is made of it, and it is not the person's, for it differs within a person",
                $"la base ne dit pas «\u00a0{name}\u00a0»\u00a0: l’utilité en dépend, et ce n’est pas une colonne de la personne, car elle "
                    + "varie pour une même personne"));
        }

        foreach (string name in by.Where(differing.Contains))
        {
            errors.Add(source.Binder.PlaceOf(settings, "by", settings.By.ToList().IndexOf(name)), new Words(
                $"'{name}' differs within a person, so that it forms no subgroup of people",
                $"«\u00a0{name}\u00a0» varie pour une même personne et ne forme donc pas de sous-groupe"));
        }
    }
}
