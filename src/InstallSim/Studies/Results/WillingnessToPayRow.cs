using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Outputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>A willingness to pay with its interval.</summary>
/// <param name="Name">Variable.</param>
/// <param name="Estimate">Its value in units of the denominator.</param>
/// <param name="StandardError">Standard error by the delta method; NaN for other methods.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval.</param>
public sealed record WillingnessToPayRow(string Name, double Estimate, double StandardError, double Lower, double Upper)
{
    /// <summary>What the numbers are, for headings, in a language.</summary>
    public static string Title(Study study, ReportText language)
    {
        WillingnessToPaySettings settings = study.WillingnessToPay!;
        string own = settings.ShownUnit(language), of = settings.Denominator;
        string unit = own.Length > 0 ? own : language.Say($"units of {of}", $"unités de {of}");
        return settings.Income
            ? language.Say($"worth in income ({unit})", $"valeur en revenu ({unit})")
            : language.Say($"willingness to pay ({unit})", $"consentement à payer ({unit})");
    }

    /// <summary>The willingness to pay for every variable of a study; empty when it does not ask.</summary>
    public static IReadOnlyList<WillingnessToPayRow> Of(Study study, EstimationResult result)
    {
        if (study.WillingnessToPay is not { } settings)
        {
            return [];
        }

        string denominator = settings.Denominator;
        if (result.Model is LatentClass classes)
        {
            return [.. Enumerable.Range(0, classes.Classes.Count).SelectMany(q => Means(classes.Classes[q])
                .Select(v => (Of: Parameter(classes, v, q), By: Parameter(classes, denominator, q))))
                .Distinct().Where(r => r.Of != r.By && result.Parameters.Contains(r.By)).Select(r => Row(r.Of, r.By, settings, result))];
        }

        HashSet<string> variables = [.. result.Model switch
        {
            MixedLogit mixed => Means(mixed),
            NestedLogit nested => nested.Variables,
            CrossNestedLogit crossed => crossed.Variables,
            ScaledLogit scaled => scaled.Variables.Except(scaled.BoxCox),
            MultinomialLogit logit => logit.Parameters,
            _ => [],
        }];
        if (!variables.Contains(denominator))
        {
            return [];
        }

        return [.. result.Parameters.Where(p => p != denominator && variables.Contains(p) && !result.IsFixed[result.IndexOf(p)])
            .Select(p => Row(p, denominator, settings, result))];
    }

    private static string Parameter(LatentClass model, string variable, int q) =>
        model.Shared.Contains(variable) ? variable : $"class{q + 1}.{variable}";

    /// <summary>Variables whose parameter is the mean of their coefficient.</summary>
    private static IEnumerable<string> Means(MixedLogit mixed) =>
        mixed.Numeraire is not null ? [] : mixed.Variables.Where(v => mixed.Random.All(r => r.Variable != v || IsMeanOfCoefficient(r)));

    private static bool IsMeanOfCoefficient(RandomCoefficient random) =>
        !random.IsErrorComponent
            && random.Distribution is Distribution.Normal or Distribution.Uniform or Distribution.Triangular
                or Distribution.ZeroBoundedTriangular;

    private static WillingnessToPayRow Row(string variable, string denominator, WillingnessToPaySettings settings, EstimationResult result)
    {
        Interval i = settings.Method switch
        {
            WillingnessToPayMethod.KrinskyRobb => WillingnessToPay.KrinskyRobb(result, variable, denominator),
            WillingnessToPayMethod.Fieller => WillingnessToPay.Fieller(result, variable, denominator),
            _ => WillingnessToPay.Delta(result, variable, denominator),
        };
        return settings.Income
            ? new WillingnessToPayRow(variable, -i.Estimate, i.StandardError, -i.Upper, -i.Lower)
            : new WillingnessToPayRow(variable, i.Estimate, i.StandardError, i.Lower, i.Upper);
    }
}
