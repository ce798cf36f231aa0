using System.Globalization;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Analyses;

/// <summary>
/// Coefficients of all levels of coded columns, the first level's too: 0 with dummies, minus the sum of the others with effects coding,
/// whose standard error is √(1′·V·1).
/// </summary>
internal static class LevelAnalysis
{
    /// <summary>The table; none where no column is coded, or its coefficients are no part-worths.</summary>
    public static IEnumerable<ResultTable> Tables(Study study, EstimationResult result)
    {
        int classes = (result.Model as LatentClass)?.Classes.Count ?? 0;
        object[][] rows = [.. Enumerable.Range(0, Math.Max(1, classes)).SelectMany(q => study.Coded
            .Where(term => Has(term, result.Model))
            .SelectMany(term => Rows(term, result, classes > 0 ? q : -1)))];
        if (rows.Length == 0)
        {
            yield break;
        }

        string[] heading = classes > 0 ? ["class"] : [];
        yield return new ResultTable("levels", "coefficients of all levels",
            [
                .. heading.Select(name => new ResultColumn(name, name)), new("attribute", "attribute"), new("level", "level"),
                new("coefficient", "coefficient"), new("std_error", "std. error"), new("lower_95", "lower 95 %"),
                new("upper_95", "upper 95 %"),
            ],
            rows,
            ["The first level of each has no parameter. With dummies it is 0 and the others are against it; with effects coding it is "
                + "minus the sum of the others, and all are against their mean. A level that is fixed has no error.",
                .. Numeraire(result.Model) is { } numeraire ? [Unit(numeraire, study)] : Array.Empty<string>()]);
    }

    private static string Unit(string numeraire, Study study) => $"In units of {numeraire}."
        + (study.Model.InUtils.Count == 0 ? "" : $" In utils: {string.Join(", ", study.Model.InUtils)}.");

    /// <summary>The variable in whose units coefficients are; null: in utils.</summary>
    internal static string? Numeraire(IChoiceModel model) => model switch
    {
        LatentClass classes => classes.Classes[0].Numeraire,
        MixedLogit mixed => mixed.Numeraire,
        GeneralMixedLogit general => general.Tastes.Numeraire,
        _ => null,
    };

    /// <summary>Whether the parameters of a column's levels are the means of their coefficients, in utils or units of the numeraire.
    /// </summary>
    public static bool Has(UtilityTerm term, IChoiceModel model) => Others(term).All(name =>
        model is FormulaLogit or FormulaMixedLogit || ImportanceAnalysis.IsMean(model, name));

    private static IEnumerable<string> Others(UtilityTerm term) => term.Levels.Skip(1).Select(level => $"{term.Name}.{level}");

    private static IEnumerable<object[]> Rows(UtilityTerm term, EstimationResult result, int q)
    {
        object[] own = q < 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"class {q + 1}")];
        int[] places = [.. Others(term).Select(name => result.IndexOf(ImportanceAnalysis.Parameter(result.Model, name, q)))];
        double factor = term.Coding == LevelCoding.Effects ? -1 : 0;
        yield return Row(term.Levels[0], factor, places);
        for (int i = 0; i < places.Length; i++)
        {
            yield return Row(term.Levels[i + 1], 1, places[i]);
        }

        object[] Row(string level, double weight, params int[] of)
        {
            double estimate = weight == 0 ? 0 : weight * of.Sum(k => result.Estimates[k]);
            if (weight != 0 && of.All(k => result.IsFixed[k]))
            {
                return [.. own, term.Name, level, estimate, "", "", ""];
            }

            double[,] v = result.Covariance();
            double error = weight == 0 ? 0 : Math.Sqrt(of.Sum(a => of.Sum(b => v[a, b])));
            Interval i = Interval.Normal(estimate, error, degrees: result.Degrees);
            if (weight != 0 && result is { DefaultCovariance: CovarianceKind.Bootstrap, Bootstrap: { } samples })
            {
                (double lower, double upper) = samples.Percentiles(e => weight * of.Sum(k => e[k]));
                i = i with { Lower = lower, Upper = upper };
            }

            return [.. own, term.Name, level, i.Estimate, i.StandardError, i.Lower, i.Upper];
        }
    }
}
