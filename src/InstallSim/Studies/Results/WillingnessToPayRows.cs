using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// The willingness to pay for every variable of a study: ratios of coefficients; means over people where coefficients vary and a mean
/// exists; medians where none does.
/// </summary>
internal static class WillingnessToPayRows
{
    private const int Draws = 2000;

    /// <summary>All of them; empty when the study does not ask, or its model has none.</summary>
    public static IReadOnlyList<WillingnessToPayRow> Of(StudySource source, EstimationResult result, StudyChoices choices)
    {
        (Study study, ChoiceData data) = (source.Study, choices.Data);
        if (study.WillingnessToPay is not { } settings)
        {
            return [];
        }

        string price = settings.Denominator;
        if (result.Unidentified.Any(found => found.Parameters.Contains(price)))
        {
            return [];
        }

        if (MoneySlopes.Of(source, choices, price) is { } slopes)
        {
            return [.. SlopeRows.Of(study, slopes, price, result).Select(row => WillingnessToPayRow.Of(row, settings))];
        }

        IEnumerable<WillingnessToPayRow> rows = result.Model switch
        {
            LatentClass classes => OfClasses(classes, price, result),
            MixedLogit { Numeraire: not null } => [],
            MixedLogit mixed when mixed.Variables.Contains(price) => OfPeople(mixed, price, result, data),
            GeneralMixedLogit general => GeneralPay.Applies(general, price) ? OfGeneral(general, price, result, data) : [],
            NestedLogit nested => Ratios(nested.Variables, price, result),
            CrossNestedLogit crossed => Ratios(crossed.Variables, price, result),
            ScaledLogit scaled => Ratios(scaled.Variables.Except(scaled.BoxCox), price, result),
            MultinomialLogit logit => Ratios(logit.Parameters, price, result),
            FormulaLogit formula => OfFormula(formula, price, result, data),
            _ => [],
        };
        HashSet<string> untold = [.. result.Unidentified.SelectMany(found => found.Parameters)];
        rows = rows.Where(row => !untold.Contains(row.Name) && !untold.Contains(row.By));
        return [.. BaseLevelPay.With(study, result, data, [.. rows]).Select(row => WillingnessToPayRow.Of(row, settings))];
    }

    /// <summary>Coefficients that the data do not tell, of which and in which nothing is worth anything.</summary>
    internal static IReadOnlyList<string> Untold(StudySource source, EstimationResult result, StudyChoices choices)
    {
        string[] names = [.. StudyReader.Parameters(source.Study, choices.Alternatives).Select(p => p.Name)];
        IEnumerable<string> all = result.Model is not LatentClass classes ? names
            : Enumerable.Range(0, classes.Classes.Count).SelectMany(q => names.Select(name => Parameter(classes, name, q))).Distinct();
        return [.. all.Where(name => result.Unidentified.Any(found => found.Parameters.Contains(name)))];
    }

    private static IEnumerable<WillingnessToPayRow> Ratios(IEnumerable<string> variables, string price, EstimationResult result)
    {
        string[] names = [.. variables];
        return !names.Contains(price) ? []
            : result.Parameters.Where(p => p != price && names.Contains(p) && !result.IsFixed[result.IndexOf(p)])
                .Select(p => Ratio(p, price, result, WorthKind.Ratio));
    }

    /// <summary>Ratios of derivatives, means over the rows where they differ; those that are no number are left out.</summary>
    private static IEnumerable<WillingnessToPayRow> OfFormula(
        FormulaLogit model, string price, EstimationResult result, ChoiceData data)
    {
        foreach (string name in FormulaPay.Variables(model, data, price))
        {
            var whole = new FormulaPay(model, data, name, price);
            double mean = whole.Mean(result.Estimates);
            var sides = FormulaPay.Sides(model, data, name, price, result.Estimates);
            bool isSame = sides.All(side => Math.Abs(side.Pay.Mean(result.Estimates) - mean) <= 1e-9 * Math.Abs(mean));
            foreach ((string where, FormulaPay pay) in (isSame ? [] : sides).Prepend(("", whole)))
            {
                if (pay.Rows > 0 && pay.Delta(result) is var delta && double.IsFinite(delta.Estimate))
                {
                    yield return OfFormula(where.Length == 0 ? name : $"{name} ({where})", pay, delta, result) with
                    {
                        By = price,
                        Where = where,
                    };
                }
            }
        }
    }

    private static WillingnessToPayRow OfFormula(string name, FormulaPay pay, Interval delta, EstimationResult result)
    {
        var (least, most, _) = pay.Range(result.Estimates);
        return new(name, delta.Estimate, delta.StandardError, 0, 0)
        {
            Kind = most - least <= 1e-9 * Math.Abs(delta.Estimate) ? WorthKind.Ratio : WorthKind.Mean,
            Delta = delta,
            KrinskyRobb = double.IsFinite(delta.StandardError) ? Simulated(result, delta.Estimate, pay.Mean) : null,
            Bootstrap = result.Bootstrap is { } samples
                ? Percentiles(delta.Estimate, samples.Percentiles(pay.Mean))
                : null,
        };
    }

    private static IEnumerable<WillingnessToPayRow> OfClasses(LatentClass classes, string price, EstimationResult result) =>
        Enumerable.Range(0, classes.Classes.Count)
            .Where(q => classes.Classes[q].Numeraire is null && classes.Classes[q].Random.All(r => r.Variable != price))
            .SelectMany(q => Means(classes.Classes[q]).Select(v => (Of: Parameter(classes, v, q), By: Parameter(classes, price, q))))
            .Distinct().Where(r => r.Of != r.By && result.Parameters.Contains(r.By))
            .Select(r => Ratio(r.Of, r.By, result, classes.Classes[0].Random.Count > 0 ? WorthKind.Mean : WorthKind.Ratio));

    internal static string Parameter(LatentClass model, string variable, int q) =>
        model.Shared.Contains(variable) ? variable : $"class{q + 1}.{variable}";

    /// <summary>Variables whose parameter is the mean of their coefficient.</summary>
    internal static IEnumerable<string> Means(MixedLogit mixed) =>
        mixed.Variables.Where(v => mixed.Random.FirstOrDefault(r => r.Variable == v) is not { } random || IsMeanOfCoefficient(random));

    private static bool IsMeanOfCoefficient(RandomCoefficient random) =>
        !random.IsErrorComponent && random.MeanBy.Count == 0
            && random.Distribution is Distribution.Normal or Distribution.Uniform or Distribution.Triangular
                or Distribution.ZeroBoundedTriangular;

    private static IEnumerable<WillingnessToPayRow> OfPeople(MixedLogit mixed, string price, EstimationResult result, ChoiceData data)
    {
        var random = mixed.Random.ToDictionary(r => r.Variable);
        PayDistribution? over = random.Count == 0 ? null : new PayDistribution(result, data, price);
        foreach (string name in result.Parameters.Where(p => p != price && mixed.Variables.Contains(p)))
        {
            if (result.IsFixed[result.IndexOf(name)])
            {
                continue;
            }

            bool varies = random.TryGetValue(name, out RandomCoefficient? own) || random.ContainsKey(price);
            bool isRatio = !random.ContainsKey(price) && (own is null || IsMeanOfCoefficient(own));
            PeoplesPay? people = varies ? over!.Of(name) : null;
            yield return isRatio
                ? Ratio(name, price, result, varies ? WorthKind.Mean : WorthKind.Ratio) with { People = people }
                : over!.Moments.Mean ? Mean(name, price, result, people!, over.MeanFormula(name)) : Median(name, price, people!);
        }
    }

    /// <summary>Of a general mixed logit: as of its tastes where ratios have no scale, else the means that do not depend on it.</summary>
    private static IEnumerable<WillingnessToPayRow> OfGeneral(
        GeneralMixedLogit general, string price, EstimationResult result, ChoiceData data) => GeneralPay.IsOfTastes(general)
            ? OfPeople(price, TasteEstimates.Of(result), data).Where(row => GeneralPay.HasMean(general, row.Name, price))
            : Means(general.Tastes)
                .Where(v => v != price && !result.IsFixed[result.IndexOf(v)] && GeneralPay.HasMean(general, v, price))
                .Select(v => Ratio(v, price, result, GeneralPay.Varies(general, v, price) ? WorthKind.Mean : WorthKind.Ratio));

    private static IEnumerable<WillingnessToPayRow> OfPeople(string price, EstimationResult tastes, ChoiceData data) =>
        OfPeople((MixedLogit)tastes.Model, price, tastes, data);

    /// <summary>A median over people.</summary>
    internal static WillingnessToPayRow Median(string name, string price, PeoplesPay people) =>
        new(name, people.Median.Estimate, people.Median.StandardError, 0, 0)
        {
            Kind = WorthKind.Median,
            By = price,
            Delta = people.Median,
            People = people,
        };

    /// <summary>A mean over people.</summary>
    internal static WillingnessToPayRow Mean(
        string name, string price, EstimationResult result, PeoplesPay people, Func<double[], double>? formula) =>
        new(name, people.Mean.Estimate, people.Mean.StandardError, 0, 0)
        {
            Kind = WorthKind.Mean,
            By = price,
            Delta = people.Mean,
            KrinskyRobb = formula is null ? null : Simulated(result, people.Mean.Estimate, formula),
            Bootstrap = formula is null || result.Bootstrap is not { } samples ? null
                : Percentiles(people.Mean.Estimate, samples.Percentiles(formula)),
            People = people,
        };

    /// <summary>The ratio of two parameters.</summary>
    internal static WillingnessToPayRow Ratio(string name, string price, EstimationResult result, WorthKind kind)
    {
        Interval delta = WillingnessToPay.Delta(result, name, price);
        return new(name, delta.Estimate, delta.StandardError, 0, 0)
        {
            Kind = kind,
            By = price,
            Delta = delta,
            KrinskyRobb = double.IsFinite(delta.StandardError) ? WillingnessToPay.KrinskyRobb(result, name, price) : null,
            Fieller = double.IsFinite(delta.StandardError) ? FiellerSet.Of(result, name, price) : null,
            Bootstrap = result.Bootstrap is null ? null : WillingnessToPay.Bootstrap(result, name, price),
        };
    }

    internal static Interval Percentiles(double estimate, (double Lower, double Upper) ends) =>
        new(estimate, double.NaN, ends.Lower, ends.Upper);

    /// <summary>2.5 and 97.5 % of a number over simulated estimates; null where their covariance allows none.</summary>
    internal static Interval? Simulated(EstimationResult result, double estimate, Func<double[], double> of)
    {
        try
        {
            return Percentiles(estimate, new BootstrapSamples(SimulatedEstimates.Of(result, Draws), 0, 0).Percentiles(of));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
