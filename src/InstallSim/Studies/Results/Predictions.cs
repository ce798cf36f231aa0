using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>A predicted probability with its interval.</summary>
/// <param name="Situation">What the table calls the choice set.</param>
/// <param name="Alternative">Alternative.</param>
/// <param name="Probability">Probability that it is chosen, with a 95 % interval by the delta method on the logit scale.</param>
public sealed record PredictedChoice(string Situation, string Alternative, Interval Probability);

/// <summary>Predicts the choices of new sets by the estimates of a study.</summary>
public static class Predictions
{
    /// <summary>The probability of every available alternative of the sets that the study names; empty when it names none.</summary>
    /// <exception cref="InputException">The table is wrong; all of it is told.</exception>
    public static IReadOnlyList<PredictedChoice> Of(StudyResult study)
    {
        StudySource source = study.Source;
        if (source.Study.Predict is not { } file)
        {
            return [];
        }

        var (sets, rows, persons) = ChoiceSets.Read(
            source, file, source.Binder.PlaceOf(source.Study, "predict"), study.Choices.Alternatives);
        ChoiceData data = OfPeople(study, sets, persons);
        var prediction = new Prediction(study.Estimates, data);
        return [.. Enumerable.Range(0, data.Rows).Select(r =>
        {
            ChoiceRow row = rows.Rows[data.SourceRow(r)];
            return new PredictedChoice(rows.Situations[row.Situation], rows.Alternatives[row.Alternative], prediction.OfRow(r));
        })];
    }

    /// <summary>
    /// The sets with the draws that the estimation had for the person of each; people whom it did not have come after them, and where the
    /// table names nobody, each set is a person of its own.
    /// </summary>
    private static ChoiceData OfPeople(StudyResult study, ChoiceData sets, string[]? persons)
    {
        if (persons is null || !Prediction.IsByPerson(study.Estimates.Model))
        {
            return sets;
        }

        var known = study.Choices.Sample.Persons.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        return sets.DrawnAs([.. Enumerable.Range(0, sets.Situations).Select(n =>
        {
            string whose = persons[sets.SourceRow(sets.Start(n))];
            return known.TryGetValue(whose, out int unit) ? unit : known[whose] = known.Count;
        })]);
    }
}
