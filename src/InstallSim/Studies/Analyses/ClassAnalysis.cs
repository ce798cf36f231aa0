using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>Who belongs to which latent class, and what the people of a class are like.</summary>
internal static class ClassAnalysis
{
    /// <summary>Notes profiles without classes, and columns that are none of a person.</summary>
    public static void Check(StudySource source, StudyChoices choices, IChoiceModel model, InputErrors errors)
    {
        IReadOnlyList<string> profiles = source.Study.ClassProfiles;
        if (profiles.Count > 0 && model is not LatentClass)
        {
            errors.Add(source.Binder.PlaceOf(source.Study, "class-profiles"),
                "class profiles need latent classes: 'model: { classes: 2 }'");
            return;
        }

        StudyColumns columns = choices.Sample.Columns;
        for (int i = 0; i < profiles.Count; i++)
        {
            Place place = source.Binder.PlaceOf(source.Study, "class-profiles", i);
            string name = profiles[i];
            if (columns.Has(name) && columns.Numbers(name, place) is { } column)
            {
                CheckColumn(source, choices, (column, place), errors);
                continue;
            }

            string known = string.Join(", ", columns.Names.Take(40)) + (columns.Names.Count() > 40 ? ", …" : "");
            errors.Add(place,
                $"there is no column '{name}' in {columns.Table.Path}{DidYouMean.Hint(name, columns.Names)}; columns: {known}");
        }
    }

    /// <summary>The shares, the profiles that are asked for, and each person's probabilities; none where there are no classes.</summary>
    public static IEnumerable<ResultTable> Tables(StudySource source, StudyChoices choices, EstimationResult result)
    {
        if (result.Model is not LatentClass model)
        {
            yield break;
        }

        var members = new ClassMembership(model, choices.Data, result.Estimates);
        double[] prior = model.Shares(choices.Data, result.Estimates);
        int[] classes = [.. Enumerable.Range(0, members.Classes)];
        yield return new ResultTable("classes", "latent classes",
            [
                new("class", "class"), new("share", "share"), new("share_given_choices", "share, given choices"),
                new("share_assigned", "likeliest class of"), new("certainty", "mean probability of these"),
            ],
            [.. classes.Select(q => (object[])[Name(q), prior[q], members.Share(q), members.Assigned(q), members.Certainty(q)])],
            [
                string.Create(CultureInfo.InvariantCulture,
                    $"Relative entropy {members.Entropy:0.000}: 1 where each person's class is certain, 0 where the choices say nothing of "
                        + $"it."),
            ]);
        if (source.Study.ClassProfiles.Count > 0)
        {
            yield return Profiles(source.Study.ClassProfiles, choices, members);
        }

        yield return new ResultTable("class-membership", "class of each person, given the choices",
            [
                new("person", "person"), .. classes.Select(q => new ResultColumn($"class_{q + 1}", Name(q))),
                new("likeliest", "likeliest class"),
            ],
            [.. members.Probability.Select((h, n) =>
                (object[])[IndividualAnalysis.Name(choices, n), .. h.Select(p => (object)p), members.Likeliest(n) + 1])], [])
        {
            IsLong = true,
        };
    }

    private static ResultTable Profiles(IReadOnlyList<string> names, StudyChoices choices, ClassMembership members)
    {
        int[] classes = [.. Enumerable.Range(0, members.Classes)];
        var rows = new List<object[]>();
        foreach (string name in names)
        {
            double[] values = [.. OfPersons(choices, choices.Sample.Columns.Numbers(name, default)!).Select(found => found[0])];
            double[] means = [.. classes.Select(q => members.Mean(q, values))];
            rows.Add([name, values.Count(double.IsFinite), Overall(choices, values), .. means.Select(mean => (object)mean)]);
        }

        return new ResultTable("class-profiles", "what the people of each class are like, means",
            [
                new("column", "column"), new("people", "people"), new("all", "all people"),
                .. classes.Select(q => new ResultColumn($"class_{q + 1}", Name(q))),
            ],
            rows,
            [
                "Each person counts in each class by the probability of belonging to it, given the choices; people without a value are "
                    + "left out.",
            ]);
    }

    private static double Overall(StudyChoices choices, double[] values)
    {
        double sum = 0, total = 0;
        for (int n = 0; n < values.Length; n++)
        {
            double weight = choices.Data.Weight(choices.Data.FirstSituation(n));
            (sum, total) = double.IsFinite(values[n]) ? (sum + (weight * values[n]), total + weight) : (sum, total);
        }

        return sum / total;
    }

    private static string Name(int q) => string.Create(CultureInfo.InvariantCulture, $"class {q + 1}");

    private static void CheckColumn(StudySource source, StudyChoices choices, (StudyColumn Column, Place Place) said, InputErrors errors)
    {
        if (OfPersons(choices, said.Column).All(values => !double.IsFinite(values[0])))
        {
            errors.Add(said.Place, $"column '{said.Column.Name}' has no numbers; a 'dummy' under 'derived' makes some of texts");
            return;
        }

        ChoiceSample sample = choices.Sample;
        new VariableChecks(source, sample.Columns, sample.Rows, errors).CheckProfile(said.Column, sample);
    }

    /// <summary>The values that a column has on the rows of each person, each once, shape [persons].</summary>
    private static List<double>[] OfPersons(StudyChoices choices, StudyColumn column)
    {
        ChoiceSample sample = choices.Sample;
        List<double>[] found = [.. Enumerable.Range(0, choices.Data.Persons).Select(_ => new List<double>())];
        var places = new Dictionary<int, int>();
        for (int i = 0; i < sample.Used.Length; i++)
        {
            int person = sample.Table.Person is { } persons ? persons[i] : Place(sample.Table.Situation[i]);
            double value = column.Values[sample.Rows.Rows[sample.Used[i]].Source];
            if (person < found.Length && !found[person].Contains(value))
            {
                found[person].Add(value);
            }
        }

        return found;

        int Place(int situation) => places.TryGetValue(situation, out int place) ? place : places[situation] = places.Count;
    }
}
