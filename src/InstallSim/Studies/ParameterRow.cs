using System.Globalization;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using MathNet.Numerics;

namespace InstallSim.Studies;

/// <summary>A line of a table of estimates.</summary>
/// <param name="Name">Parameter.</param>
/// <param name="Estimate">Estimate.</param>
/// <param name="StandardError">Standard error; NaN when the data cannot tell it, 0 when fixed.</param>
/// <param name="IsFixed">Whether it was held at its value.</param>
/// <param name="TestedAgainst">The value at which it plays no part, which z and p test: 0; 1 for dissimilarities of nests and Box–Cox exponents.</param>
public sealed record ParameterRow(string Name, double Estimate, double StandardError, bool IsFixed, double TestedAgainst = 0)
{
    /// <summary>What the stars mean.</summary>
    public const string StarsNote = "* p < 0.05, ** p < 0.01, *** p < 0.001 (two-sided, normal)";

    /// <summary>Distance of the estimate from the value tested, by standard error; NaN where there is none.</summary>
    public double Z => IsFixed ? double.NaN : (Estimate - TestedAgainst) / StandardError;

    /// <summary>Two-sided p-value of z.</summary>
    public double P => double.IsFinite(Z) ? SpecialFunctions.Erfc(Math.Abs(Z) / Math.Sqrt(2)) : double.NaN;

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Lower => IsFixed ? double.NaN : Estimate - (Quantile95 * StandardError);

    /// <summary>Upper end of the 95 % interval.</summary>
    public double Upper => IsFixed ? double.NaN : Estimate + (Quantile95 * StandardError);

    /// <summary>Stars of the p-value.</summary>
    public string Stars => P switch { < 0.001 => "***", < 0.01 => "**", < 0.05 => "*", _ => "" };

    private static double Quantile95 { get; } = NormalQuantileKernel.Quantile(0.975);

    /// <summary>The lines of a result, in the order of its parameters; standard deviations without their sign, which no data can tell.</summary>
    public static IReadOnlyList<ParameterRow> Of(EstimationResult result)
    {
        double[] se = result.StandardErrors();
        var ones = TestedAgainstOne(result.Model).ToHashSet();
        return [.. result.Parameters.Select((name, k) => new ParameterRow(
            name, result.Estimates[k] * Sign(result, k), se[k], result.IsFixed[k], ones.Contains(name) ? 1 : 0))];
    }

    /// <summary>−1 for a standard deviation that was found below 0, else 1.</summary>
    internal static int Sign(EstimationResult result, int parameter) =>
        result.Estimates[parameter] < 0 && !result.IsFixed[parameter] && IsDeviation(result.Model, result.Parameters[parameter]) ? -1 : 1;

    /// <summary>Whether a parameter is a standard deviation or half a width, whose sign changes nothing.</summary>
    private static bool IsDeviation(IChoiceModel model, string name) => model switch
    {
        MixedLogit mixed => mixed.Random.Any(r => name == $"sd.{r.Variable}"),
        LatentClass classes => classes.Classes.Index().Any(c => IsDeviation(c.Item, name) || (name.StartsWith($"class{c.Index + 1}.", StringComparison.Ordinal) && IsDeviation(c.Item, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]))),
        _ => false,
    };

    private static IEnumerable<string> TestedAgainstOne(IChoiceModel model) => model switch
    {
        NestedLogit nested => nested.Parameters.Except(nested.Variables),
        CrossNestedLogit crossed => crossed.Dissimilarities,
        ScaledLogit scaled => scaled.BoxCox.Select(x => "boxcox." + x),
        _ => [],
    };

    /// <summary>A number of four significant digits or more, as papers print it; a dash where there is none.</summary>
    public static string Text(double value)
    {
        if (double.IsNaN(value))
            return "–";
        if (double.IsInfinity(value))
            return value > 0 ? "∞" : "−∞";
        double size = Math.Abs(value);
        if (size is (> 0 and < 1e-4) or >= 1e7)
            return value.ToString("0.000e+00", CultureInfo.InvariantCulture).Replace('-', '−').Replace("e−", "e-", StringComparison.Ordinal);
        int decimals = size >= 100 ? 2 : size >= 1 ? 3 : size >= 0.1 ? 4 : size >= 0.01 ? 5 : 6;
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A number with two decimals, as z is printed; a dash where there is none.</summary>
    public static string Two(double z) => double.IsFinite(z) ? z.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−') : "–";

    /// <summary>A number of three significant digits, for titles.</summary>
    public static string Brief(double value) =>
        double.IsFinite(value) && value != 0 && Math.Abs(value) is >= 1e-4 and < 1e7 ? ((decimal)double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−') : Text(value);

    /// <summary>A p-value, <c>&lt;0.001</c> when smaller.</summary>
    public static string Probability(double p) =>
        double.IsNaN(p) ? "–" : p < 0.001 ? "<0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);
}
