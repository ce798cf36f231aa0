using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Nests that a column of a long table names, one for each of its texts that more than one alternative has.</summary>
internal static class NestsByColumn
{
    /// <summary>The settings of the model with these nests in place of none; the same settings where no column is named.</summary>
    public static ModelSettings In(StudySource source, StudyChoices choices, InputErrors errors)
    {
        ModelSettings model = source.Study.Model;
        if (model.NestsBy is not { } name)
        {
            return model;
        }

        Place place = source.Binder.PlaceOf(model, "nests-by");
        StudyColumns columns = choices.Sample.Columns;
        if (model.Nests.Count > 0 || source.Study.Data.Layout != DataLayout.Long)
        {
            errors.Add(place, model.Nests.Count > 0
                ? (InputMessage)"nests are named by a column or listed under 'nests', not both"
                : "a wide table has no column of alternatives: list the nests under 'nests'");
            return model;
        }

        if (!columns.Table.Has(name))
        {
            errors.Add(place,
                $"there is no column '{name}' in {columns.Table.Path}{DidYouMean.Hint(name, columns.Table.Columns)}; columns: "
                    + $"{string.Join(", ", columns.Table.Columns.Take(40))}");
            return model;
        }

        if (Nests(choices, name, errors) is not { } nestOf)
        {
            return model;
        }

        var nests = choices.Alternatives.Zip(nestOf).Where(pair => !string.IsNullOrEmpty(pair.Second)).GroupBy(pair => pair.Second!)
            .Where(nest => nest.Count() > 1)
            .Select(nest => new NestSettings { Name = nest.Key, Alternatives = [.. nest.Select(pair => pair.First)] });
        return model with { Nests = [.. nests] };
    }

    /// <summary>The nest of each alternative, empty: none; null, with errors at the rows that differ from most, when it changes.</summary>
    private static string[]? Nests(StudyChoices choices, string name, InputErrors errors)
    {
        StudyColumns columns = choices.Sample.Columns;
        int column = columns.Table.IndexOf(name), before = errors.All.Count;
        var repeats = new RepeatedErrors(errors);
        var nests = new string[choices.Alternatives.Count];
        Array.Fill(nests, "");
        foreach (var rows in choices.Sample.Used.Select(r => choices.Sample.Rows.Rows[r]).GroupBy(row => row.Alternative))
        {
            string alternative = choices.Alternatives[rows.Key];
            (ChoiceRow Row, string Nest)[] found = [.. rows.Select(row => (row, columns.Text(row.Source, name)))
                .Select(r => (r.row, columns.IsMissing(r.Item2) ? "" : r.Item2))];
            string most = nests[rows.Key] = found.GroupBy(r => r.Nest).MaxBy(same => same.Count())!.Key;
            foreach ((ChoiceRow row, string nest) in found.Where(r => r.Nest != most))
            {
                repeats.Add($"nest of {alternative}", columns.Table.PlaceOf(row.Source, column),
                    $"column '{name}': '{alternative}' is in nest '{nest}' here and in '{most}' in most rows; an alternative has one nest");
            }
        }

        repeats.Summarise();
        return errors.All.Count > before ? null : nests;
    }
}
