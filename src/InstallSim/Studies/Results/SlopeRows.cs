using System.Globalization;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// The willingness to pay where a price is in several variables of a sum: for every variable that is not made of the price, the mean over
/// rows of ratios of slopes, which is the ratio where it is the same in all rows.
/// </summary>
internal static class SlopeRows
{
    /// <summary>All of them; empty where a coefficient of the price varies over people.</summary>
    /// <param name="study">The study.</param>
    /// <param name="slopes">The slopes in the price.</param>
    /// <param name="price">The price's variable.</param>
    /// <param name="result">Estimates.</param>
    public static IEnumerable<WillingnessToPayRow> Of(Study study, MoneySlopes slopes, string price, EstimationResult result) =>
        Parts(result.Model).Where(part => slopes.AreSame(part.Model) && part.Variables.Contains(price)).SelectMany(part =>
            Lines(study, [.. part.Variables.Where(v => v != price && !slopes.Others.Contains(v))])
                .Where(line => line.Of.All(v => result.Parameters.Contains(part.Parameter(v))
                    && !result.IsFixed[result.IndexOf(part.Parameter(v))]))
                .Select(line => Row(line, part, slopes, price, result)).OfType<WillingnessToPayRow>())
            .DistinctBy(row => (row.Name, row.By));

    /// <summary>The model, or each class, with the variables whose parameters are the mean of their coefficients.</summary>
    private static IEnumerable<Part> Parts(IChoiceModel model) => model switch
    {
        LatentClass classes => classes.Classes.Select((one, q) => new Part(one, [.. WillingnessToPayRows.Means(one)],
            v => WillingnessToPayRows.Parameter(classes, v, q), string.Create(CultureInfo.InvariantCulture, $"class{q + 1}."))),
        MixedLogit mixed => [new Part(mixed, [.. WillingnessToPayRows.Means(mixed)], v => v, "")],
        GeneralMixedLogit general => [new Part(general, [.. WillingnessToPayRows.Means(general.Tastes)], v => v, "")],
        NestedLogit nested => [new Part(nested, nested.Variables, v => v, "")],
        CrossNestedLogit crossed => [new Part(crossed, crossed.Variables, v => v, "")],
        ScaledLogit scaled => [new Part(scaled, [.. scaled.Variables.Except(scaled.BoxCox)], v => v, "")],
        MultinomialLogit logit => [new Part(logit, logit.Parameters, v => v, "")],
        _ => [],
    };

    /// <summary>
    /// Variables, and before the levels of one coded by effects the level without a parameter, minus the sum of the others.
    /// </summary>
    private static IEnumerable<(string Name, string[] Of)> Lines(Study study, string[] variables)
    {
        foreach (string variable in variables)
        {
            foreach (UtilityTerm term in study.Coded.Where(t => t.Coding == LevelCoding.Effects && t.Levels.Count > 1
                && variable == $"{t.Name}.{t.Levels[1]}"))
            {
                string[] others = [.. term.Levels.Skip(1).Select(level => $"{term.Name}.{level}")];
                if (others.All(variables.Contains))
                {
                    yield return ($"{term.Name}.{term.Levels[0]}", others);
                }
            }

            yield return (variable, [variable]);
        }
    }

    private static WillingnessToPayRow? Row(
        (string Name, string[] Of) line, Part part, MoneySlopes slopes, string price, EstimationResult result)
    {
        if (slopes.Pay(line.Of, v => result.IndexOf(part.Parameter(v))) is not { } pay
            || pay.Delta(result) is not { Estimate: var estimate } delta || !double.IsFinite(estimate))
        {
            return null;
        }

        var (least, most, _) = pay.Range(result.Estimates);
        bool isShared = line.Of.All(v => part.Parameter(v) == v) && part.Parameter(price) == price;
        return new(isShared ? line.Name : part.Prefix + line.Name, estimate, delta.StandardError, 0, 0)
        {
            Kind = most - least <= 1e-9 * Math.Abs(estimate) && AreSameForAll(part.Model, line.Of) ? WorthKind.Ratio : WorthKind.Mean,
            By = part.Parameter(price),
            Slope = pay,
            Delta = delta,
            KrinskyRobb = double.IsFinite(delta.StandardError) ? WillingnessToPayRows.Simulated(result, estimate, pay.Mean) : null,
            Bootstrap = result.Bootstrap is { } samples ? WillingnessToPayRows.Percentiles(estimate, samples.Percentiles(pay.Mean)) : null,
        };
    }

    /// <summary>Whether the coefficients of variables are the same for all people.</summary>
    private static bool AreSameForAll(IChoiceModel model, string[] variables) => model switch
    {
        MixedLogit mixed => mixed.Random.All(r => !variables.Contains(r.Variable)),
        GeneralMixedLogit general => general.RandomScale is null && AreSameForAll(general.Tastes, variables),
        _ => true,
    };

    /// <summary>A model, or a class of it.</summary>
    private sealed record Part(IChoiceModel Model, IReadOnlyList<string> Variables, Func<string, string> Parameter, string Prefix);
}
