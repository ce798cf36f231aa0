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
        OutsideAlternatives.Of(source, choices.Data, choices.Alternatives).Concat(OfNests(source, choices)).Concat(OfSigns(source, choices))
            .Concat(OfEuros(source, choices)).Concat(MissingCodes.Of(source, choices.Sample));

    /// <summary>
    /// An income told in k€ a year of which no value could be one: above 1,000. What a design knows of its column is told with its levels.
    /// </summary>
    private static IEnumerable<InputWarning> OfEuros(StudySource source, StudyChoices choices)
    {
        Study study = source.Study;
        if (study.WillingnessToPay is not { Income: true } pay || !pay.Unit.Contains("k€", StringComparison.Ordinal)
            || study.Utility.FirstOrDefault(t => t.Name == pay.Denominator) is not { } term
            || (study.Design?.Attributes.Any(a => a.Name == (term.Column ?? term.Name)) ?? false)
            || !choices.Data.Names.Contains(term.Name))
        {
            yield break;
        }

        double most = choices.Data.Column(term.Name).ToArray().Max();
        if (most > 1000)
        {
            yield return new InputWarning(source.Binder.PlaceOf(pay, "unit"),
                $"'{term.Name}' goes up to {most:0.###} and its unit is {pay.Unit}: if these are euros, 'divide-by: 1000' on the variable "
                    + $"under utility makes them k€");
        }
    }

    /// <summary>A column of nests in which no two alternatives are together: nothing is nested.</summary>
    private static IEnumerable<InputWarning> OfNests(StudySource source, StudyChoices choices)
    {
        if (source.Study.Model.NestsBy is { } name && NestsByColumn.In(source, choices, new InputErrors()).Nests.Count == 0)
        {
            yield return new InputWarning(source.Binder.PlaceOf(source.Study.Model, "nests-by"),
                $"column '{name}' puts no two alternatives into one nest: the model is the logit without nests");
        }
    }

    /// <summary>Coefficients held to one sign by their distribution where the plain logit finds the other.</summary>
    private static IEnumerable<InputWarning> OfSigns(StudySource source, StudyChoices choices)
    {
        ModelSettings model = source.Study.Model;
        (string Name, RandomSettings Said)[] signed = [.. model.Random
            .Where(r => !r.Value.ErrorComponent && IsSigned(r.Value))
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
            bool isBetween = said.Distribution == Distribution.JohnsonSb;
            bool isNegative = isBetween ? said.Upper <= 0 : said.Sign == "negative";
            if (Math.Abs(z) >= Clear && (isNegative ? value > 0 : value < 0))
            {
                if (isBetween)
                {
                    yield return OnOtherSide(source, name, said, value, z);
                    continue;
                }

                string kind = InputType.Kebab(said.Distribution.ToString()), sign = isNegative ? "positive" : "negative";
                yield return new InputWarning(source.Binder.PlaceOf(said), isNegative
                    ? $"'{name}' is {kind} below 0, and the data want it above (logit {value:0.####}, |z| = {Math.Abs(z):0.0}): say 'sign: "
                        + $"{sign}'"
                    : (InputMessage)($"'{name}' is {kind} above 0, and the data want it below (logit {value:0.####}, |z| = "
                        + $"{Math.Abs(z):0.0}): say '{name}: {{ distribution: {kind}, sign: {sign} }}'"));
            }
        }
    }

    private static bool IsSigned(RandomSettings said) => said.Distribution switch
    {
        Distribution.Lognormal or Distribution.TruncatedNormal or Distribution.CensoredNormal => true,
        Distribution.JohnsonSb => said.Lower >= 0 || said.Upper <= 0,
        _ => false,
    };

    /// <summary>The ends that the data want are mirrored ones.</summary>
    private static InputWarning OnOtherSide(StudySource source, string name, RandomSettings said, double value, double z)
    {
        string found = $"logit {value:0.####}, |z| = {Math.Abs(z):0.0}",
            instead = $"lower: {0.0 - said.Upper}, upper: {0.0 - said.Lower}";
        bool isBelow = value < 0;
        return new InputWarning(source.Binder.PlaceOf(said), new Words(
            $"'{name}' is johnson-sb from {said.Lower} to {said.Upper}, and the data want it {(isBelow ? "below" : "above")} ({found}): "
                + $"say '{instead}', or ends further out",
            $"«\u00a0{name}\u00a0» est johnson-sb de {said.Lower} à {said.Upper}, et les données le veulent "
                + $"{(isBelow ? "au-dessous" : "au-dessus")} ({found})\u00a0: écrire «\u00a0{instead}\u00a0», ou des bornes plus loin"));
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
