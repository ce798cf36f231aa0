using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// Willingness to pay for the base level of effects coding, whose coefficient is minus the sum of the others': of ratios of two
/// parameters by that sum and its covariance; where coefficients vary, its mean over people is minus the sum of the others' means, its
/// median that of the people's own sums.
/// </summary>
internal static class BaseLevelPay
{
    /// <summary>The rows, and before the levels of each variable coded by effects that of its base.</summary>
    public static IEnumerable<WillingnessToPayRow> With(
        Study study, EstimationResult result, ChoiceData data, WillingnessToPayRow[] rows)
    {
        foreach (WillingnessToPayRow row in rows)
        {
            if (study.Coded.Where(t => t.Coding == LevelCoding.Effects)
                .SelectMany(t => t.Levels.Skip(1).Select(level => (Term: t, Ending: $"{t.Name}.{level}")))
                .FirstOrDefault(t => row.Name.EndsWith(t.Ending, StringComparison.Ordinal)) is { Term: { } term } found)
            {
                string before = row.Name[..^found.Ending.Length];
                string[] others = [.. term.Levels.Skip(1).Select(level => $"{before}{term.Name}.{level}")];
                string name = $"{before}{term.Name}.{term.Levels[0]}";
                if ((before.Length == 0 || before.EndsWith('.')) && !result.Parameters.Contains(name)
                    && others.All(result.Parameters.Contains) && others.First(o => Array.Exists(rows, r => r.Name == o)) == row.Name
                    && Of(name, others, [.. rows.Where(r => others.Contains(r.Name))], result, data) is { } pay)
                {
                    yield return pay with { MinusSumOf = others };
                }
            }

            yield return row;
        }
    }

    /// <summary>The base; null where one of the others is shown in no money, or some as means and some as medians.</summary>
    private static WillingnessToPayRow? Of(
        string name, string[] others, WillingnessToPayRow[] rows, EstimationResult result, ChoiceData data)
    {
        bool IsHeld(string other) => result.IsFixed[result.IndexOf(other)];
        string price = rows[0].By;
        if (others.Any(other => !IsHeld(other) && Array.TrueForAll(rows, row => row.Name != other)) || !result.Parameters.Contains(price))
        {
            return null;
        }

        bool areRatios = Array.TrueForAll(rows, row => row.Fieller is not null);
        PayDistribution? over = Array.Exists(rows, row => row.People is not null) ? Over(result, data, price) : null;
        PeoplesPay? people = over?.OfSum(others).Turned();
        WorthKind kind = rows.Max(row => row.Kind);
        if (areRatios)
        {
            return WillingnessToPayRows.Ratio(name, price, result.WithSum(name, others, -1), kind) with { People = people };
        }

        return people is null || kind == WorthKind.Ratio ? null
            : kind == WorthKind.Median ? WillingnessToPayRows.Median(name, price, people)
            : WillingnessToPayRows.Mean(name, price, result, people,
                over!.MeanFormulaOfSum(others) is { } sum ? theta => -sum(theta) : null);
    }

    private static PayDistribution? Over(EstimationResult result, ChoiceData data, string price) => result.Model switch
    {
        MixedLogit { Numeraire: null } => new PayDistribution(result, data, price),
        GeneralMixedLogit general when GeneralPay.IsOfTastes(general) => new PayDistribution(TasteEstimates.Of(result), data, price),
        _ => null,
    };
}
