using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>What a reader must know of ratios to a price or an income.</summary>
internal static class PayWarnings
{
    /// <summary>All of it; empty when the study asks for none.</summary>
    public static IEnumerable<InputMessage> Of(StudyResult study)
    {
        IEnumerable<InputMessage> ofSpace = OfSpace(study).Concat(Numeraires(study.Estimates.Model).SelectMany(of =>
            OfDenominator(study.Estimates, of.Parameter, of.IsIncome, isSpace: true)));
        if (study.Study.WillingnessToPay is not { } pay)
        {
            return ofSpace;
        }

        return ofSpace.Concat(OfKind(study, pay)).Concat(OfFormula(study, pay)).Concat(OfSlopes(study, pay))
            .Concat(Denominators(study).SelectMany(name => OfDenominator(study.Estimates, name, pay.Income, isSpace: false)));
    }

    /// <summary>Whether coefficients are what people pay themselves, so that a study that asks for it needs no table.</summary>
    internal static bool IsItself(StudyResult study) => study.Study.WillingnessToPay is { } pay
        && study.Estimates.Unidentified.All(found => !found.Parameters.Contains(pay.Denominator))
        && (MixedTastes.Of(study.Estimates.Model) is { Numeraire: not null }
            || study.Estimates.Model is LatentClass { Classes: [{ Numeraire: not null }, ..] });

    /// <summary>Why there is no table, or what its numbers are instead of means.</summary>
    private static IEnumerable<InputMessage> OfKind(StudyResult study, WillingnessToPaySettings pay)
    {
        string price = pay.Denominator;
        if (study.WillingnessToPay.Count == 0 && !IsItself(study))
        {
            yield return WhyNone(study, price);
        }
        else if (WillingnessToPayRows.Untold(study.Source, study.Estimates, study.Choices) is { Count: > 0 } untold)
        {
            yield return $"no willingness to pay of or in {string.Join(", ", untold)}: the data do not tell these coefficients";
        }

        if (study.WillingnessToPay.Any(row => row.Kind == WorthKind.Median) && ByPerson(study, price) is { } by)
        {
            yield return $"the mean of the coefficient of '{price}' depends on {string.Join(", ", by.MeanBy)}: medians over people are "
                + $"shown, as ratios to it may have no mean";
        }

        if (study.WillingnessToPay.Any(row => row.Kind == WorthKind.Median)
            && RandomShape.Of(study.Estimates).FirstOrDefault(s => s.Coefficient.Variable == price) is { } shape)
        {
            if (shape.Coefficient.Distribution == Distribution.CensoredNormal)
            {
                yield return OfCensored(price, 100 * (1 - shape.OwnShare));
                yield break;
            }

            double wrong = 100 * (pay.Income ? 1 - shape.PositiveShare : shape.PositiveShare);
            yield return $"the coefficient of '{price}' is {InputType.Kebab(shape.Coefficient.Distribution.ToString())} and not clear of 0 "
                + $"({wrong:0.#} % of people have the other sign): ratios to it have no mean and no variance, and medians over people are "
                + $"shown; 'model: {{ numeraire: {price} }}' estimates what people pay directly, a lognormal price has means";
        }
    }

    /// <summary>A price that a part of the people does not heed at all: they would pay without end.</summary>
    private static Words OfCensored(string price, double none) => new(
        $"the coefficient of '{price}' is censored-normal, and 0 for {none:0.#} % of people, whose ratios to it are infinite: there is no "
            + $"mean and no variance, and medians over people are shown; 'model: {{ numeraire: {price} }}' estimates what people pay "
            + "directly, a lognormal price has means",
        $"le coefficient de «\u00a0{price}\u00a0» est censored-normal, et vaut 0 pour {none:0.#}\u00a0% des personnes, dont les rapports à "
            + "celui-ci sont infinis\u00a0: il n’y a ni moyenne ni variance, et ce sont des médianes entre personnes qui sont "
            + $"montrées\u00a0; «\u00a0model: {{ numeraire: {price} }}\u00a0» estime directement ce que l’on paie, un prix lognormal a des "
            + "moyennes");

    /// <summary>Where the utility is a formula, the slope in the price may differ between rows, in sign too.</summary>
    private static IEnumerable<InputMessage> OfFormula(StudyResult study, WillingnessToPaySettings pay)
    {
        if (study.Estimates.Model is not FormulaLogit model || study.WillingnessToPay.Count == 0)
        {
            yield break;
        }

        var first = new FormulaPay(model, study.Choices.Data, study.WillingnessToPay[0].Variable, pay.Denominator);
        double weak = 100 * first.WeakShare(study.Estimates);
        if (weak > 0)
        {
            double clear = StudentT.Quantile(0.95, study.Estimates.Degrees);
            yield return (InputMessage)($"in {weak:0.#} % of the rows the slope of the utility in '{pay.Denominator}' is not clear of 0 "
                + $"(|z| under {clear:0.00}): means over the rows of ratios to it may be anything; look at the part of the formula that "
                + $"those rows use");
        }

        double rising = first.Range(study.Estimates.Estimates).RisingShare, wrong = 100 * (pay.Income ? 1 - rising : rising);
        if (wrong > 0)
        {
            yield return pay.Income
                ? (InputMessage)($"in {wrong:0.#} % of the rows the utility does not rise with '{pay.Denominator}': what is worth in "
                    + $"it has the wrong sign there")
                : $"in {wrong:0.#} % of the rows the utility rises with '{pay.Denominator}': willingness to pay has the wrong sign there";
        }
    }

    /// <summary>Coefficients in units of a price that is in another variable too.</summary>
    private static IEnumerable<InputMessage> OfSpace(StudyResult study)
    {
        if (MixedTastes.Of(study.Estimates.Model) is { Numeraire: { } price }
            && MoneySlopes.Of(study.Source, study.Choices, price) is { } slopes)
        {
            yield return $"'{price}' is in {string.Join(", ", slopes.Others)} too: coefficients are in units of its own coefficient alone, "
                + $"which is not what a unit of it is worth; leave 'numeraire' out";
        }
    }

    /// <summary>Where a price is in several variables, the slope of the utility in it may differ between rows, in sign too.</summary>
    private static IEnumerable<InputMessage> OfSlopes(StudyResult study, WillingnessToPaySettings pay)
    {
        foreach (WillingnessToPayRow row in study.WillingnessToPay.Where(row => row.Slope is not null).DistinctBy(row => row.By))
        {
            double weak = 100 * row.Slope!.WeakShare(study.Estimates), rising = row.Slope.Range(study.Estimates.Estimates).RisingShare;
            if (weak > 0)
            {
                yield return (InputMessage)($"in {weak:0.#} % of the rows the slope of the utility in '{row.By}' is not clear of 0 "
                    + $"(|z| under 1.96): means over the rows of ratios to it may be anything");
            }

            double wrong = 100 * (pay.Income ? 1 - rising : rising);
            if (wrong > 0)
            {
                yield return pay.Income
                    ? (InputMessage)($"in {wrong:0.#} % of the rows the utility does not rise with '{row.By}': what is worth in "
                        + $"it has the wrong sign there")
                    : $"in {wrong:0.#} % of the rows the utility rises with '{row.By}': willingness to pay has the wrong sign there";
            }
        }
    }

    private static RandomCoefficient? ByPerson(StudyResult study, string price) =>
        MixedTastes.Of(study.Estimates.Model)?.Random.FirstOrDefault(r => r.Variable == price && r.MeanBy.Count > 0);

    private static InputMessage WhyNone(StudyResult study, string price)
    {
        IChoiceModel model = study.Estimates.Model;
        if (study.Estimates.Unidentified.Any(found => found.Parameters.Contains(price)))
        {
            return $"no willingness to pay: the data do not tell the coefficient of '{price}'";
        }

        if (MoneySlopes.Of(study.Source, study.Choices, price) is { } slopes && model is not RandomRegret && !slopes.AreSame(model))
        {
            return $"no willingness to pay: '{price}' is in {string.Join(", ", slopes.Others)} too, and one of their coefficients varies "
                + $"over people or is bent, so that ratios to the slope of the utility in it may have no mean; let them be the same "
                + $"for all";
        }

        if (model is GeneralMixedLogit general && GeneralPay.WhyNone(general, price) is { } reason)
        {
            return reason;
        }

        if (model is ScaledLogit { BoxCox: var bent } && bent.Contains(price))
        {
            return $"no willingness to pay: '{price}' is bent by an exponent, so that a unit of it is worth more or less by its value";
        }

        if (model is FormulaLogit)
        {
            return $"no willingness to pay: in some row the utility does not depend on '{price}', or no other column stands beside it";
        }

        if (model is RandomRegret)
        {
            return "no willingness to pay: with regret, what a unit is worth depends on the other alternatives";
        }

        if (model is LatentClass)
        {
            return $"no willingness to pay: the coefficient of '{price}' varies over the people of a class; fix it, or estimate classes "
                + $"without 'random'";
        }

        return $"no willingness to pay: no other coefficient is estimated than that of '{price}'";
    }

    /// <summary>The coefficients in whose units a model has the others, and whether they are an income's.</summary>
    private static IEnumerable<(string Parameter, bool IsIncome)> Numeraires(IChoiceModel model) => model switch
    {
        LatentClass { Classes: [{ Numeraire: { } price } first, ..] } classes when first.Random.All(r => r.Variable != price) =>
            Enumerable.Range(0, classes.Classes.Count).Select(q => WillingnessToPayRows.Parameter(classes, price, q)).Distinct()
                .Where(classes.Parameters.Contains).Select(name => (name, first.NumeraireIsIncome)),
        _ => MixedTastes.Of(model) is { Numeraire: { } price } space ? [(price, space.NumeraireIsIncome)] : [],
    };

    /// <summary>The coefficients that others are divided by.</summary>
    private static IEnumerable<string> Denominators(StudyResult study) => study.Estimates.Model is FormulaLogit ? []
        : study.WillingnessToPay.Where(row => row.Kind != WorthKind.Median && row.Slope is null).Select(row => row.By).Distinct();

    private static IEnumerable<InputMessage> OfDenominator(EstimationResult result, string name, bool isIncome, bool isSpace)
    {
        int k = result.IndexOf(name);
        RandomCoefficient? varies = MixedTastes.Of(result.Model)?.Random.FirstOrDefault(r => r.Variable == name);
        bool isSigned = varies?.Distribution is Distribution.Lognormal or Distribution.TruncatedNormal or Distribution.CensoredNormal
            or Distribution.JohnsonSb;
        RandomShape? shape = RandomShape.Of(result).FirstOrDefault(s => s.Coefficient == varies);
        if (varies?.MeanBy.Count > 0 || (isSigned && shape is null))
        {
            yield break;
        }

        double value = isSigned ? shape!.Quantile(0.5) : result.Estimates[k];
        double z = isSigned || result.IsFixed[k] ? double.PositiveInfinity : Math.Abs(value) / result.StandardErrors()[k];
        if (isIncome ? value < 0 : value > 0)
        {
            yield return isIncome
                ? $"the coefficient of '{name}' is {value:0.####}: an income that people dislike; what follows from it has the wrong sign"
                : (InputMessage)($"the coefficient of '{name}' is {value:0.####}: a price that people like; what follows from it has the "
                    + $"wrong sign ('income: true' is for an income)");
        }

        double clear = StudentT.Quantile(0.95, result.Degrees);
        if (z < clear)
        {
            yield return isSpace ? InUnitsOf(name, z, clear)
                : $"the coefficient of '{name}' is weak (|z| = {z:0.00}, under {clear:0.00}): ratios to it have no bounds at 95 %, "
                    + $"and the delta and Krinsky–Robb intervals do not hold; use Fieller's";
        }
    }

    private static Words InUnitsOf(string name, double z, double clear)
    {
        string size = z.ToString("0.00", CultureInfo.InvariantCulture), least = clear.ToString("0.00", CultureInfo.InvariantCulture);
        return new(
            $"the coefficient of '{name}' is weak (|z| = {size}, under {least}): coefficients in units of it have no bounds at 95 %, and "
                + "their standard errors and stars do not hold; leave 'numeraire' out and use Fieller's intervals of "
                + "'willingness-to-pay'",
            $"le coefficient de «\u00a0{name}\u00a0» est faible (|z| = {size}, sous {least})\u00a0: les coefficients en unités de celui-ci "
                + "n’ont pas de bornes à 95\u00a0%, et leurs erreurs types et étoiles ne valent pas\u00a0; retirer "
                + "«\u00a0numeraire\u00a0» et prendre les intervalles de Fieller de «\u00a0willingness-to-pay\u00a0»");
    }
}
