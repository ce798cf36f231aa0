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

        string?[] nestOf = new string?[choices.Alternatives.Count];
        foreach (ChoiceRow row in choices.Sample.Used.Select(r => choices.Sample.Rows.Rows[r]))
        {
            string text = columns.Text(row.Source, name), nest = columns.IsMissing(text) ? "" : text;
            if ((nestOf[row.Alternative] ??= nest) != nest)
            {
                errors.Add(columns.Table.PlaceOf(row.Source, columns.Table.IndexOf(name)),
                    $"column '{name}': '{choices.Alternatives[row.Alternative]}' is in nest '{nest}' here and in "
                        + $"'{nestOf[row.Alternative]}' before; an alternative has one nest");
                return model;
            }
        }

        var nests = choices.Alternatives.Zip(nestOf).Where(pair => !string.IsNullOrEmpty(pair.Second)).GroupBy(pair => pair.Second!)
            .Where(nest => nest.Count() > 1)
            .Select(nest => new NestSettings { Name = nest.Key, Alternatives = [.. nest.Select(pair => pair.First)] });
        return model with { Nests = [.. nests] };
    }
}
