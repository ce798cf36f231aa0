using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>The logit with one constant an alternative and nothing else: what shares alone explain.</summary>
/// <param name="LogLikelihood">Its log-likelihood.</param>
/// <param name="Parameters">Its constants, the alternatives less one.</param>
/// <param name="IsNested">Whether the study has a constant for as many alternatives, so that it can be tested against this one.</param>
public sealed record ConstantsOnly(double LogLikelihood, int Parameters, bool IsNested)
{
    private const int MostAlternatives = 50;

    /// <summary>
    /// Fits it; null where it says nothing: more than 50 alternatives, answers that are not choices of the best, an alternative that is
    /// never chosen, or always where it can be.
    /// </summary>
    internal static ConstantsOnly? Of(Study study, StudyChoices choices)
    {
        ChoiceData data = choices.Data;
        if (choices.Alternatives.Count > MostAlternatives || study.Data.Best is not null || study.Data.Rank is not null
            || study.Data.Ranking.Count > 0)
        {
            return null;
        }

        int[] codes = [.. Enumerable.Range(0, data.Rows).Select(data.Alternative).Distinct().Order()];
        if (codes.Except(Enumerable.Range(0, data.Situations).Select(n => data.Alternative(data.Start(n) + data.Chosen(n)))).Any())
        {
            return null;
        }

        (string Name, double[] Values)[] constants = [.. codes.Skip(1).Select(code =>
            ($"constant {code}", Enumerable.Range(0, data.Rows).Select(row => data.Alternative(row) == code ? 1.0 : 0).ToArray()))];
        EstimationResult fit = MaximumLikelihood.Estimate(new MultinomialLogit([.. constants.Select(c => c.Name)]), data.With(constants));
        int own = StudyReader.Parameters(study, choices.Alternatives).Count(p => p.Term.Constant);
        return fit.Unidentified.Count > 0 ? null : new ConstantsOnly(fit.LogLikelihood, constants.Length, own >= constants.Length);
    }
}
