using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>What a study says and most probably does not mean, told before anything is estimated.</summary>
internal static class StudyHints
{
    private const double Clear = 1.96;

    /// <summary>All of it, each where the study says it.</summary>
    public static IEnumerable<InputWarning> Of(StudySource source, StudyChoices choices) =>
        OfOptOut(source, choices).Concat(OfNests(source, choices)).Concat(OfSigns(source, choices))
            .Concat(MissingCodes.Of(source, choices.Sample));

    /// <summary>A column of nests in which no two alternatives are together: nothing is nested.</summary>
    private static IEnumerable<InputWarning> OfNests(StudySource source, StudyChoices choices)
    {
        if (source.Study.Model.NestsBy is { } name && NestsByColumn.In(source, choices, new InputErrors()).Nests.Count == 0)
        {
            yield return new InputWarning(source.Binder.PlaceOf(source.Study.Model, "nests-by"),
                $"column '{name}' puts no two alternatives into one nest: the model is the logit without nests");
        }
    }

    /// <summary>
    /// An opt-out without a constant: its utility is then 0 whatever people think of it, and other coefficients take the blame.
    /// </summary>
    private static IEnumerable<InputWarning> OfOptOut(StudySource source, StudyChoices choices)
    {
        Study study = source.Study;
        if (study.Design?.OptOut is { } name && !StudyFormulas.AreIn(study)
            && choices.Alternatives.ToList().IndexOf(name) is var code and >= 0 && !IsSpanned(study, choices, code))
        {
            yield return new InputWarning(source.Binder.PlaceOf(study.Design, "opt-out"),
                $"the opt-out '{name}' has no constant of its own: its utility is what its variables make it, mostly 0, and the other "
                    + $"coefficients are bent to fit how often it is chosen; '- {{ name: {name}, constant: true, alternatives: "
                    + $"[{name}] }}' under utility gives it one");
        }
    }

    /// <summary>
    /// Whether the variables, beside error components, make the mark of an alternative up within choice sets: the residual of its
    /// regression on them is nothing.
    /// </summary>
    private static bool IsSpanned(Study study, StudyChoices choices, int code)
    {
        string[] names = [.. StudyReader.Parameters(study, choices.Alternatives).Select(p => p.Name)
            .Where(n => !(study.Model.Random.GetValueOrDefault(n)?.ErrorComponent ?? false) && !study.Estimation.Fixed.ContainsKey(n))];
        double[] mark = [.. Enumerable.Range(0, choices.Data.Rows).Select(r => choices.Data.Alternative(r) == code ? 1.0 : 0)];
        double[][] columns = [.. names.Select(n => choices.Data.Column(n).ToArray()), mark];
        return WithinSets.Residual(choices.Data, columns) < 1e-9;
    }

    /// <summary>Coefficients held to one sign by their distribution where the plain logit finds the other.</summary>
    private static IEnumerable<InputWarning> OfSigns(StudySource source, StudyChoices choices)
    {
        ModelSettings model = source.Study.Model;
        (string Name, RandomSettings Said)[] signed = [.. model.Random
            .Where(r => !r.Value.ErrorComponent
                && r.Value.Distribution is Distribution.Lognormal or Distribution.TruncatedNormal or Distribution.CensoredNormal)
            .Select(r => (r.Key, r.Value))];
        if (signed.Length == 0)
        {
            yield break;
        }

        string[] names = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)
            .Where(n => !(model.Random.GetValueOrDefault(n)?.ErrorComponent ?? false))];
        EstimationResult logit = MaximumLikelihood.Estimate(new MultinomialLogit(names), choices.Data);
        double[] error = logit.StandardErrors(CovarianceKind.Hessian);
        foreach ((string name, RandomSettings said) in signed)
        {
            int k = logit.IndexOf(name);
            double value = Turned(source.Study, logit, name), z = logit.Estimates[k] / error[k];
            bool isNegative = said.Sign == "negative";
            if (Math.Abs(z) >= Clear && (isNegative ? value > 0 : value < 0))
            {
                string kind = InputType.Kebab(said.Distribution.ToString()), sign = isNegative ? "positive" : "negative";
                yield return new InputWarning(source.Binder.PlaceOf(said), isNegative
                    ? $"'{name}' is {kind} below 0, and the data want it above (logit {value:0.####}, |z| = {Math.Abs(z):0.0}): say 'sign: "
                        + $"{sign}'"
                    : (InputMessage)($"'{name}' is {kind} above 0, and the data want it below (logit {value:0.####}, |z| = "
                        + $"{Math.Abs(z):0.0}): say '{name}: {{ distribution: {kind}, sign: {sign} }}'"));
            }
        }
    }

    /// <summary>The coefficient as the model means it: in willingness-to-pay space the others are in units of the numeraire.</summary>
    private static double Turned(Study study, EstimationResult logit, string name)
    {
        string? numeraire = study.Model.Numeraire;
        bool isIncome = numeraire == study.Save.Income
            || (study.WillingnessToPay is { Income: true } pay && pay.Denominator == numeraire);
        return numeraire is null || numeraire == name || study.Model.InUtils.Contains(name) || !logit.Parameters.Contains(numeraire)
            ? logit[name]
            : (isIncome ? 1 : -1) * logit[name] / logit[numeraire];
    }
}
