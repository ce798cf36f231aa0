using InstallSim.Choice.Analysis;
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

        var (data, rows) = ChoiceSets.Read(source, file, source.Binder.PlaceOf(source.Study, "predict"), study.Choices.Alternatives);
        var prediction = new Prediction(study.Estimates, data);
        return [.. Enumerable.Range(0, data.Rows).Select(r =>
        {
            ChoiceRow row = rows.Rows[data.SourceRow(r)];
            return new PredictedChoice(rows.Situations[row.Situation], rows.Alternatives[row.Alternative], prediction.OfRow(r));
        })];
    }
}
