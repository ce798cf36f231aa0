using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Results;

/// <summary>What a reader must know before believing the numbers of a study; it goes with every file that holds them.</summary>
internal static class StudyWarnings
{
    /// <summary>People under which clustered standard errors are too small (Cameron and Miller 2015: between 20 and 50).</summary>
    private const int FewClusters = 30;

    /// <summary>ASSUMPTION: a mean weight under which they are shares, not counts.</summary>
    private const double LeastMeanWeight = 0.5;

    /// <summary>All of it; empty when all is well.</summary>
    public static IEnumerable<InputMessage> Of(StudyResult study) => BesidePay(study).Concat(PayWarnings.Of(study));

    /// <summary>What concerns more than willingness to pay.</summary>
    public static IEnumerable<InputMessage> BesidePay(StudyResult study)
    {
        EstimationResult result = study.Estimates;
        return study.Choices.Told.Where(told => !told.IsNote).Select(told => told.Said)
            .Concat(OfMaximum(study, result)).Concat(OfDraws(study, result)).Concat(OfPeople(study, result))
            .Concat(OfNests(result)).Concat(OfScale(result));
    }

    private static IEnumerable<InputMessage> OfBounds(EstimationResult result)
    {
        string[] parts = [.. result.Model is CrossNestedLogit crossed ? result.AtBound.Intersect(crossed.Shares) : []];
        if (parts.Length > 0)
        {
            Words ends = InBoth(t => string.Join(t.Say(", ", "\u00a0; "), parts.Select(p => t.Digits(PaperNumber.Brief(result[p])))));
            yield return $"{string.Join(", ", parts)}: the part ends at {ends}, "
                + $"its bound: fewer nests say as much; not counted in K, AIC and BIC, no standard error and no p-value";
        }

        string[] spreads = [.. result.AtBound.Except(parts)];
        if (spreads.Length > 0)
        {
            ParameterRow[] rows = [.. ParameterRow.Of(result).Where(row => spreads.Contains(row.Name))];
            Words shown = InBoth(t => string.Join(", ", rows.Select(row => $"{row.Name} ({t.Digits(PaperNumber.Text(row.Estimate))})")));
            yield return $"{shown}: the spread is 0, its bound, but for the draws, which are not quite symmetric and move it to what is "
                + $"shown: the data show none, or too little to tell; not counted in K, AIC and BIC, no standard error and no p-value";
        }
    }

    private static Words InBoth(Func<ReportText, string> text) => new(text(ReportText.English), text(ReportText.French));

    private static IEnumerable<InputMessage> OfMaximum(StudyResult study, EstimationResult result)
    {
        if (!result.Converged && result.Unidentified.Count == 0)
        {
            yield return $"the maximum was not reached: {Ending(result)}";
        }

        foreach (Unidentified found in result.Unidentified)
        {
            yield return $"{string.Join(", ", found.Parameters)}: {InputMessage.Elsewhere(found.Reason)}; no standard error";
        }

        foreach (Undetermined held in result.Undetermined)
        {
            yield return $"{held.Parameter} is held at {held.Value} and not counted: {InputMessage.Elsewhere(held.Reason)}";
        }

        foreach (InputMessage bound in OfBounds(result))
        {
            yield return bound;
        }

        if (result.Search is { Tried: > 1, Agreeing: 1 } search)
        {
            yield return $"of {search.Tried} starts one alone ended at this maximum, which may not be the highest: try more starts";
        }

        if (study.Study.Data.Weight is { } weight && result.SumOfWeights < LeastMeanWeight * result.Situations)
        {
            Words sum = InBoth(t => t.Digits(PaperNumber.Text(result.SumOfWeights)));
            yield return new Words(
                $"the weights of '{weight}' add up to {sum.English} over {result.Situations} choice situations: likelihood, tests, BIC and "
                    + "errors by the Hessian count them as so many choices; scale weights to a mean of 1",
                $"les poids de «\u00a0{weight}\u00a0» font {sum.French} en tout pour {result.Situations} situations de choix\u00a0: "
                    + "vraisemblance, tests, BIC et erreurs par la hessienne les comptent comme autant de choix\u00a0; ramener la moyenne "
                    + "des poids à 1");
        }

        if (study.Choices.Dropped > 0)
        {
            yield return study.Choices.Dropped == 1
                ? $"1 choice situation was left out: {study.Choices.Reasons}"
                : (InputMessage)$"{study.Choices.Dropped} choice situations were left out: {study.Choices.Reasons}";
        }
    }

    /// <summary>How a maximisation ended.</summary>
    internal static InputMessage Ending(EstimationResult result) => result.Ending == $"{result.Iterations} iterations were not enough"
        ? $"{result.Iterations} iterations were not enough"
        : InputMessage.Elsewhere(result.Ending);

    private static IEnumerable<InputMessage> OfDraws(StudyResult study, EstimationResult result)
    {
        if (FewDraws(result.Model) is { } count)
        {
            yield return $"{count} draws a person are too few to trust anything above: papers use some hundreds, and more until the "
                + $"numbers stand still";
        }
        else if (result.Converged && study.Stability is { Warning: not null, Moved: { } moved, Fits: [.., var before, var last] })
        {
            yield return $"from {before.Draws} to {last.Draws} draws {moved.Parameter} moved by {moved.Shift:F2} standard errors: "
                + $"use more draws";
        }
    }

    /// <summary>A scale that varies over people who chose once each.</summary>
    private static IEnumerable<InputMessage> OfScale(EstimationResult result)
    {
        if (result.Model is GeneralMixedLogit { RandomScale: not null } general
            && (!general.Tastes.Panel || result.Persons == result.Situations))
        {
            yield return "each choice has a scale of its own: without several choices a person, tau and gamma rest on the form of their "
                + "distributions alone";
        }

        if (result.Model is LatentClass { ScaleClasses: > 1 } && result.Persons == result.Situations)
        {
            yield return "each choice has a class of scale of its own: without several choices a person, classes of scale rest on the form "
                + "of the model alone";
        }
    }

    /// <summary>The number of draws where it is below any use; null otherwise.</summary>
    private static int? FewDraws(IChoiceModel model) => model switch
    {
        MixedLogit or GeneralMixedLogit => MixedTastes.Drawn(model) is { Draws.Count: < 50 and var count } ? count : null,
        FormulaMixedLogit { Draws.Count: < 50 and var count } => count,
        LatentClass { Classes: [var first, ..] } => FewDraws(first),
        _ => null,
    };

    private static IEnumerable<InputMessage> OfPeople(StudyResult study, EstimationResult result)
    {
        if (result.Bootstrap is { } samples && samples.Separated + samples.Unconverged > 0)
        {
            yield return $"{samples.Separated + samples.Unconverged} of {samples.Drawn} bootstrap samples are left out: "
                + $"{samples.Separated} could not tell a coefficient (perfect prediction, or a variable that did not vary), "
                + $"{samples.Unconverged} did not reach their maximum; standard errors and intervals are those of the other "
                + $"{samples.Estimates.Count}, and too small if much is left out";
        }

        bool byPerson = study.Study.Data.Person is not null;
        if (result.Persons < FewClusters && result.DefaultCovariance is CovarianceKind.Clustered or CovarianceKind.Bootstrap)
        {
            yield return byPerson
                ? $"{result.Persons} people are few: under about {FewClusters}, standard errors over people are too small and stars too "
                    + $"many"
                : (InputMessage)($"{result.Persons} choices are few: under about {FewClusters}, standard errors over choices are too small "
                    + $"and stars too many");
        }
    }

    private static IEnumerable<InputMessage> OfNests(EstimationResult result)
    {
        (string[] names, Dictionary<string, string> within) = result.Model switch
        {
            NestedLogit { IsUnscaled: false } nested =>
                (nested.Parameters.Except(nested.Variables).ToArray(), Within(nested.Nests, null).ToDictionary()),
            GeneralMixedLogit general => ([.. general.Dissimilarities], Within(general.Nests, null).ToDictionary()),
            CrossNestedLogit crossed => (crossed.Dissimilarities.ToArray(), new Dictionary<string, string>()),
            _ => ([], []),
        };
        foreach (string name in names)
        {
            double value = result[name], most = within.TryGetValue(name, out string? outer) ? result[outer] : 1;
            if (value <= 0)
            {
                yield return $"{name} is {value:0.####}, not above 0: no maximisation of utility gives such choices";
            }
            else if (value > most)
            {
                yield return outer is null
                    ? $"{name} is {value:0.####}, above 1: not consistent with maximisation of utility for all values of the variables "
                        + $"(Börsch-Supan 1990); look at the nests"
                    : (InputMessage)($"{name} is {value:0.####}, above {outer} of the nest around it: not consistent with maximisation of "
                        + $"utility for all values of the variables (Börsch-Supan 1990); look at the nests");
            }
        }
    }

    /// <summary>The dissimilarity of each nest within another, with that of the other; shared ones are not compared.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Within(IEnumerable<Nest> nests, string? outer) =>
        nests.SelectMany(n => (outer is null || outer == n.Parameter ? [] : (KeyValuePair<string, string>[])[new(n.Parameter, outer)])
            .Concat(Within(n.Branches, n.Parameter))).DistinctBy(pair => pair.Key);
}
