using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Data;
using InstallSim.Studies.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>What a study found.</summary>
/// <param name="Source">The study.</param>
/// <param name="Choices">Its choices.</param>
/// <param name="Model">What the model is called.</param>
/// <param name="Estimates">The estimates.</param>
/// <param name="Stability">Estimates with fewer draws; null when the model has none or the study does not ask.</param>
public sealed record StudyResult(
    StudySource Source, StudyChoices Choices, string Model, EstimationResult Estimates, DrawStability? Stability)
{
    /// <summary>The study.</summary>
    public Study Study => Source.Study;

    /// <summary>Description of the draws; empty when the model has none.</summary>
    public string Draws => Estimates.Model switch
    {
        MixedLogit { Random.Count: > 0 } mixed => mixed.Draws.Description,
        LatentClass { Classes: [{ Random.Count: > 0 } first, ..] } => first.Draws.Description,
        _ => "",
    };

    /// <summary>Willingness to pay; empty when the study does not ask for it.</summary>
    public IReadOnlyList<WillingnessToPayRow> WillingnessToPay { get; } = WillingnessToPayRow.Of(Source.Study, Estimates);

    /// <summary>Log-likelihood of the logit with constants alone; null where it says nothing.</summary>
    public ConstantsOnly? ConstantsOnly { get; init; }

    /// <summary>What the study asks for beyond its estimates.</summary>
    public StudyAnalyses Analyses { get; init; } = StudyAnalyses.None;

    /// <summary>What a reader must know before believing the numbers; empty when all is well.</summary>
    public IReadOnlyList<InputMessage> Warnings { get; } = [.. Warn(Source.Study, Choices, Estimates, Stability)];

    /// <summary>The number of draws where it is below any use; null otherwise.</summary>
    private static int? FewDraws(IChoiceModel model) => model switch
    {
        MixedLogit { Random.Count: > 0, Draws.Count: < 50 and var count } => count,
        LatentClass { Classes: [var first, ..] } => FewDraws(first),
        _ => null,
    };

    private static IEnumerable<InputMessage> Warn(Study study, StudyChoices choices, EstimationResult result, DrawStability? stability)
    {
        foreach (InputWarning told in choices.Told.Where(told => !told.IsNote))
        {
            yield return told.Said;
        }

        if (!result.Converged && result.Unidentified.Count == 0)
        {
            yield return $"the maximum was not reached: {InputMessage.Elsewhere(result.Ending)}";
        }

        foreach (Unidentified found in result.Unidentified)
        {
            yield return $"{string.Join(", ", found.Parameters)}: {InputMessage.Elsewhere(found.Reason)}; no standard error";
        }

        if (choices.Dropped > 0)
        {
            yield return $"{choices.Dropped} choice situations were left out: {choices.Reasons}";
        }

        if (FewDraws(result.Model) is { } count)
        {
            yield return $"{count} draws a person are too few to trust anything above: papers use some hundreds, and more until the "
                + $"numbers stand still";
        }
        else if (result.Converged && stability is { Warning: not null, Fits: [.., var before, var last] })
        {
            yield return $"from {before.Draws} to {last.Draws} draws an estimate moved by {stability.LargestShift:F2} standard errors: "
                + $"use more draws";
        }

        if (study.WillingnessToPay is { } pay && WillingnessToPayRow.Of(study, result).Count == 0)
        {
            yield return result.Model is MixedLogit { Numeraire: not null }
                ? (InputMessage)($"no table of willingness to pay: in this model the coefficients themselves are, in units of "
                    + $"'{pay.Denominator}'")
                : $"no willingness to pay: the coefficient of '{pay.Denominator}' varies over people, and ratios to it have no mean; "
                    + $"'model: {{ numeraire: {pay.Denominator} }}' estimates them directly";
        }

        if (result.Persons < result.Estimated)
        {
            yield return $"{result.Persons} people for {result.Estimated} parameters: standard errors over people mean nothing";
        }
    }
}
