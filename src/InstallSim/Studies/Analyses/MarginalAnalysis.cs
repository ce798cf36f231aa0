using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>
/// By how much choice probabilities change on average when a variable of 0 and 1 goes from 0 to 1 for one alternative after the other.
/// </summary>
internal static class MarginalAnalysis
{
    /// <summary>Notes variables that there are not, and those of other values than 0 and 1.</summary>
    public static void Check(StudySource source, StudyChoices choices, InputErrors errors)
    {
        string[] terms = [.. StudyFormulas.AllTerms(source.Study).Select(t => t.Name)];
        foreach ((int i, string name) in source.Study.MarginalEffects.Index())
        {
            Place place = source.Binder.PlaceOf(source.Study, "marginal-effects", i);
            if (StudyFormulas.AllTerms(source.Study).FirstOrDefault(t => t.Name == name) is not { } term)
            {
                errors.Add(place,
                    $"'{name}' is no variable of the utility{DidYouMean.Hint(name, terms)}; variables: {string.Join(", ", terms)}");
            }
            else if (term.Constant)
            {
                errors.Add(place, $"'{term.Name}' is a constant, which does not change");
            }
            else if (source.Study.Derived.Any(d => d.Name == term.Column && d.Recipe == Recipe.Effects))
            {
                errors.Add(place,
                    $"'{term.Name}' is coded by effects: its reference level is not at 0, so that 0 to 1 is no change of level; for "
                        + $"marginal effects say 'coding: dummies'");
            }
            else if (!ElasticityAnalysis.Changes(term, source, choices).All(change => ElasticityAnalysis.IsMark(choices.Sample, change)))
            {
                errors.Add(place, $"'{term.Name}' has other values than 0 and 1; 'elasticities' are for quantities");
            }
        }
    }

    /// <summary>All effects that a study asks for.</summary>
    public static ResultTable Run(StudySource source, StudyChoices choices, EstimationResult result)
    {
        var rows = new List<object[]>();
        foreach (string name in source.Study.MarginalEffects)
        {
            UtilityTerm term = StudyFormulas.AllTerms(source.Study).First(t => t.Name == name);
            foreach (ColumnOf change in ElasticityAnalysis.Changes(term, source, choices))
            {
                rows.AddRange(Rows(name, change, source, choices, result));
            }
        }

        return new ResultTable("marginal-effects", "mean change of probabilities when a variable goes from 0 to 1",
            [
                new("variable", "variable"), new("of", "of"), new("share_of", "probability of"), new("kind", ""), new("effect", "effect"),
                new("std_error", "std. error"), new("lower_95", "lower 95 %"), new("upper_95", "upper 95 %"),
            ],
            rows,
            [
                "Mean, by weight, of the probability with 1 less that with 0, all else as in the data, but that other dummies of the same "
                    + "column are 0: against the base level; over the choice situations that offer both alternatives. 0.05 is five points.",
                ElasticityAnalysis.Intervals(result, false),
                .. rows.Any(row => row[3] is "the person's") ? [ElasticityAnalysis.OfPersons] : Array.Empty<string>(),
            ]);
    }

    private static IEnumerable<object[]> Rows(
        string name, ColumnOf change, StudySource source, StudyChoices choices, EstimationResult result)
    {
        string[] others = [.. Others(source.Study, change.Column)];
        ChoiceData At(double value) => ElasticityAnalysis.Sets(source, choices.Sample, change,
            [(change.Column, new(0, value)), .. others.Select(other => (other, new ColumnMove(0, 0)))]);
        int[] codes = [.. Enumerable.Range(0, choices.Alternatives.Count)
            .Where(code => Enumerable.Range(0, choices.Data.Rows).Any(row => choices.Data.Alternative(row) == code))];
        foreach ((int code, Interval e) in MarginalEffect.Between(
            result, At(0), At(1), codes, change.Alternative < 0 ? null : change.Alternative))
        {
            (string of, string kind) = ElasticityAnalysis.Words(change, code, choices);
            yield return [name, of, choices.Alternatives[code], kind, e.Estimate, e.StandardError, e.Lower, e.Upper];
        }
    }

    /// <summary>The other dummies of the column that a dummy is made of.</summary>
    private static IEnumerable<string> Others(Study study, string column) =>
        study.Derived.FirstOrDefault(d => d.Name == column && d.Recipe == Recipe.Dummy) is not { } own ? []
            : study.Derived.Where(d => d.Recipe == Recipe.Dummy && d.Name != column && d.Of.SequenceEqual(own.Of)).Select(d => d.Name);
}
