using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Studies.Results;

/// <summary>A line of a table of estimates.</summary>
/// <param name="Name">Parameter.</param>
/// <param name="Estimate">Estimate.</param>
/// <param name="StandardError">Standard error; NaN when the data cannot tell it, 0 when fixed.</param>
/// <param name="IsFixed">Whether it was held at its value.</param>
/// <param name="TestedAgainst">The value at which it plays no part, which z and p test: 0; 1 for
/// dissimilarities of nests and Box–Cox exponents.</param>
public sealed record ParameterRow(string Name, double Estimate, double StandardError, bool IsFixed, double TestedAgainst = 0)
{
    /// <summary>What the stars mean.</summary>
    public const string StarsNote = "* p < 0.05, ** p < 0.01, *** p < 0.001 (two-sided, normal)";

    /// <summary>What the stars mean where standard errors are clustered.</summary>
    public const string ClusteredStarsNote = "* p < 0.05, ** p < 0.01, *** p < 0.001 (two-sided, Student's t)";

    /// <summary>What the stars mean of several results, some of which are clustered.</summary>
    public const string MixedStarsNote = "* p < 0.05, ** p < 0.01, *** p < 0.001 (two-sided; Student's t with people less one degrees of "
        + "freedom where standard errors are clustered, else normal)";

    /// <summary>Distance of the estimate from the value tested, by standard error; NaN where there is none.</summary>
    public double Z => IsFixed ? double.NaN : (Estimate - TestedAgainst) / StandardError;

    /// <summary>Two-sided p-value of z.</summary>
    public double P => double.IsFinite(Z) ? StudentT.TwoSided(Z, Degrees) : double.NaN;

    /// <summary>Degrees of freedom of Student's t; ∞: normal.</summary>
    internal double Degrees { get; init; } = double.PositiveInfinity;

    /// <summary>The 95 % interval where it is not symmetric: of resampled people, or of a share.</summary>
    internal (double Lower, double Upper)? Ends { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Lower => IsFixed ? double.NaN : Ends?.Lower ?? Estimate - (Quantile95 * StandardError);

    /// <summary>Upper end of the 95 % interval.</summary>
    public double Upper => IsFixed ? double.NaN : Ends?.Upper ?? Estimate + (Quantile95 * StandardError);

    /// <summary>Stars of the p-value.</summary>
    public string Stars => P switch { < 0.001 => "***", < 0.01 => "**", < 0.05 => "*", _ => "" };

    private double Quantile95 => StudentT.Quantile(0.95, Degrees);

    /// <summary>What the stars of a result mean.</summary>
    public static string StarsNoteOf(EstimationResult result) =>
        double.IsPositiveInfinity(result.Degrees) ? StarsNote : ClusteredStarsNote;

    /// <summary>What the stars of several results mean.</summary>
    public static string StarsNoteOf(IReadOnlyList<EstimationResult> results) =>
        results.All(r => double.IsPositiveInfinity(r.Degrees)) ? StarsNote : MixedStarsNote;

    /// <summary>
    /// The lines of a result, in the order of its parameters; standard deviations without their sign, which no data can tell.
    /// </summary>
    public static IReadOnlyList<ParameterRow> Of(EstimationResult result)
    {
        double[] se = result.StandardErrors();
        var ones = TestedAgainstOne(result.Model).ToHashSet();
        return [.. result.Parameters.Select((name, k) => new ParameterRow(
            name, result.Estimates[k] * Sign(result, k), se[k], result.IsFixed[k], ones.Contains(name) ? 1 : 0)
        {
            Ends = EndsOf(result, k, se[k]),
            Degrees = result.Degrees,
        })];
    }

    /// <summary>Percentiles where people were resampled; of a part of an alternative in a nest, an interval on the logit scale.</summary>
    private static (double Lower, double Upper)? EndsOf(EstimationResult result, int k, double standardError)
    {
        if (result.IsFixed[k] || double.IsNaN(standardError))
        {
            return null;
        }

        if (result is { DefaultCovariance: CovarianceKind.Bootstrap, Bootstrap: { } samples })
        {
            int sign = Sign(result, k);
            return samples.Percentiles(e => sign * e[k]);
        }

        if (result.Model is CrossNestedLogit crossed && crossed.Shares.Contains(result.Parameters[k]))
        {
            var share = Interval.Probability(result.Estimates[k], standardError, degrees: result.Degrees);
            return (share.Lower, share.Upper);
        }

        return null;
    }

    /// <summary>
    /// −1 for a standard deviation that was found below 0, and for all of a column of a Cholesky factor with its diagonal below 0, else 1:
    /// the distribution is the same.
    /// </summary>
    internal static int Sign(EstimationResult result, int parameter)
    {
        string name = result.Parameters[parameter];
        return IsDeviation(result.Model, name)
            ? result.Estimates[parameter] < 0 && !result.IsFixed[parameter] ? -1 : 1
            : ColumnOf(result.Model, name) is { Count: > 0 } column
                && column.All(other => result.Parameters.Contains(other) && !result.IsFixed[result.IndexOf(other)])
                && result[column[0]] < 0 ? -1 : 1;
    }

    /// <summary>The column of the Cholesky factor that a parameter stands in, the diagonal first; empty: it stands in none.</summary>
    private static IReadOnlyList<string> ColumnOf(IChoiceModel model, string name) => model switch
    {
        MixedLogit mixed => mixed.Correlated
            .Select(group => mixed.Random.Select(r => r.Variable).Where(group.Contains).ToArray())
            .SelectMany(group => group.Index().Select(m => group[m.Index..].Select(x => $"chol.{x}.{m.Item}").ToArray()))
            .FirstOrDefault(column => column.Contains(name)) ?? [],
        GeneralMixedLogit general => ColumnOf(general.Tastes, name),
        LatentClass classes when ClassOf(classes, name) is var (one, own, before) =>
            [.. ColumnOf(one, own).Select(other => before + other)],
        _ => [],
    };

    private static (MixedLogit One, string Own, string Before)? ClassOf(LatentClass classes, string name) =>
        classes.Shared.Contains(name) ? (classes.Classes[0], name, "")
        : classes.Classes.Index().Where(c => name.StartsWith($"class{c.Index + 1}.", StringComparison.Ordinal))
            .Select(c => ((MixedLogit, string, string)?)(c.Item, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..],
                $"class{c.Index + 1}."))
            .FirstOrDefault();

    /// <summary>Whether a parameter is a standard deviation or half a width, whose sign changes nothing.</summary>
    private static bool IsDeviation(IChoiceModel model, string name) => model switch
    {
        MixedLogit mixed => mixed.Random.Any(r => name == $"sd.{r.Variable}"),
        FormulaMixedLogit mixed => mixed.Random.Any(r => name == $"sd.{r.Variable}"),
        GeneralMixedLogit general => IsDeviation(general.Tastes, name) || (general.RandomScale is not null && name == "tau"),
        LatentClass classes when ClassOf(classes, name) is var (one, own, _) => IsDeviation(one, own),
        _ => false,
    };

    private static IEnumerable<string> TestedAgainstOne(IChoiceModel model) => model switch
    {
        NestedLogit nested => nested.Parameters.Except(nested.Variables),
        CrossNestedLogit crossed => crossed.Dissimilarities,
        GeneralMixedLogit general => general.Dissimilarities,
        ScaledLogit scaled => scaled.BoxCox.Select(x => "boxcox." + x),
        _ => [],
    };
}
