using InstallSim.Choice;
using InstallSim.Choice.Analysis;
using InstallSim.Inputs;

namespace InstallSim.Studies;

/// <summary>A predicted probability with its interval.</summary>
/// <param name="Situation">What the table calls the choice set.</param>
/// <param name="Alternative">Alternative.</param>
/// <param name="Probability">Probability that it is chosen, with a 95 % interval by the delta method.</param>
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
            return [];
        var (data, rows) = Read(source, file, source.Binder.PlaceOf(source.Study, "predict"), study.Choices.Alternatives);
        var prediction = new Prediction(study.Estimates, data);
        return [.. Enumerable.Range(0, data.Rows).Select(r =>
        {
            ChoiceRow row = rows.Rows[data.SourceRow(r)];
            return new PredictedChoice(rows.Situations[row.Situation], rows.Alternatives[row.Alternative], prediction.OfRow(r));
        })];
    }

    /// <summary>The choice sets of a table in the layout of the data, without answers.</summary>
    /// <param name="source">The study.</param>
    /// <param name="file">The table.</param>
    /// <param name="saidAt">Where the study names it.</param>
    /// <param name="alternatives">Names of the alternatives, when other data have told them.</param>
    /// <exception cref="InputException">The table is wrong; all of it is told.</exception>
    internal static ChoiceData Sets(StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives) => Read(source, file, saidAt, alternatives).Data;

    private static (ChoiceData Data, ChoiceRows Rows) Read(StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives)
    {
        var errors = new InputErrors();
        var columns = ChoiceReader.Open(source, file, saidAt, errors);
        errors.ThrowIfAny();
        var rows = new ChoiceRowReader(source, columns!, errors).Read([.. Enumerable.Range(0, columns!.Table.Rows)], answers: false, alternatives);
        errors.ThrowIfAny();
        VariableTable variables = new VariableReader(source, columns, rows!, errors).Read();
        foreach (int situation in variables.Incomplete)
            errors.Add(new Place(file), $"choice set {rows!.Situations[situation]}: a value is missing, and a set to predict cannot be dropped");
        errors.ThrowIfAny();
        return (Sets(rows!, variables, columns, file), rows!);
    }

    private static ChoiceData Sets(ChoiceRows rows, VariableTable variables, StudyColumns columns, string file)
    {
        try
        {
            return ChoiceData.Unanswered(new ChoiceTable
            {
                Names = variables.Names,
                Columns = variables.Values,
                Situation = [.. rows.Rows.Select(r => r.Situation)],
                Alternative = [.. rows.Rows.Select(r => r.Alternative)],
                Available = [.. rows.Rows.Select(r => r.Available)],
                Chosen = [],
            });
        }
        catch (ChoiceDataException fault)
        {
            throw new InputException([.. fault.Errors.Select(e => new InputError(e.Row < 0 ? new Place(file) : columns.Table.PlaceOf(rows.Rows[e.Row].Source), e.Message))]);
        }
    }
}
