using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Preferences;

/// <summary>
/// The multivariate normal distribution of estimated coefficients: β = value + L·z, L·L′ their covariance, z standard normal. z belongs to
/// the coefficient's name, so that scenarios with the same covariance draw the same values whatever else they say.
/// </summary>
public sealed class CoefficientDistribution
{
    /// <summary>Name of λ, the coefficient of income.</summary>
    public const string Lambda = "utils-per-keur";

    /// <summary>Pivots below this share of their variance are rounding of a value that follows from the others.</summary>
    private const double Rounding = 1e-7;

    private readonly PreferenceSettings _preferences;
    private readonly string[] _names;
    private readonly int[] _place;
    private readonly double[,] _lower;

    private CoefficientDistribution(PreferenceSettings preferences, string[] names, double[,] lower)
    {
        (_preferences, _names, _lower) = (preferences, names, lower);
        _place = [.. names.Select(Place)];
    }

    /// <summary>The distribution that a scenario's covariance describes.</summary>
    /// <param name="preferences">Preferences whose covariance names only known coefficients.</param>
    /// <returns>Null when the matrix is no covariance: a variance is negative or missing, or a correlation above 1.</returns>
    public static CoefficientDistribution? Of(PreferenceSettings preferences)
    {
        string[] names = [.. NamesIn(preferences).OrderBy(Place)];
        int k = names.Length;
        var lower = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = Covariance(preferences, names[i], names[j]);
                for (int m = 0; m < j; m++)
                {
                    sum -= lower[i, m] * lower[j, m];
                }

                double variance = Covariance(preferences, names[i], names[i]),
                    size = Math.Sqrt(variance * Covariance(preferences, names[j], names[j]));
                if (!double.IsFinite(sum) || !(variance >= 0)
                    || (i == j ? sum < -Rounding * variance : lower[j, j] == 0 && Math.Abs(sum) > Math.Sqrt(Rounding) * size))
                {
                    return null;
                }

                lower[i, j] = i == j ? (sum > Rounding * variance ? Math.Sqrt(sum) : 0) : lower[j, j] == 0 ? 0 : sum / lower[j, j];
            }
        }

        return new CoefficientDistribution(preferences, names, lower);
    }

    /// <summary>The names that a covariance speaks of.</summary>
    public static IEnumerable<string> NamesIn(PreferenceSettings preferences) =>
        preferences.Covariance.Keys.Concat(preferences.Covariance.Values.SelectMany(row => row.Keys)).Distinct();

    /// <summary>
    /// Preferences as another sample might have given them. A λ that is not above 0 is drawn again, for it would mean that income repels.
    /// </summary>
    /// <param name="key">Names the random numbers; the agent counts the attempts.</param>
    public PreferenceSettings Draw(in DrawKey key)
    {
        for (uint attempt = 0; ; attempt++)
        {
            double[] shift = Shift(key with { Agent = attempt });
            int lambda = Array.IndexOf(_names, Lambda);
            if (lambda < 0 || _preferences.UtilsPerKeur.Value + shift[lambda] > 0)
            {
                return Shifted(shift);
            }
        }
    }

    private double[] Shift(DrawKey key)
    {
        double[] z = [.. _place.Select(place => NormalQuantileKernel.Quantile(key.Uniform(place)))], shift = new double[z.Length];
        for (int i = 0; i < shift.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                shift[i] += _lower[i, j] * z[j];
            }
        }

        return shift;
    }

    private PreferenceSettings Shifted(double[] shift)
    {
        var coefficients = new Dictionary<string, Coefficient>(_preferences.Coefficients);
        Coefficient lambda = _preferences.UtilsPerKeur;
        for (int k = 0; k < shift.Length; k++)
        {
            if (_names[k] == Lambda)
            {
                lambda = lambda with { Value = lambda.Value + shift[k] };
            }
            else
            {
                coefficients[_names[k]] = coefficients[_names[k]] with { Value = coefficients[_names[k]].Value + shift[k] };
            }
        }

        return _preferences with { UtilsPerKeur = lambda, Coefficients = coefficients };
    }

    /// <summary>A place that is the name's own: λ first, then the variables as the catalog lists them.</summary>
    private static int Place(string name) => name == Lambda ? 0 : 1 + VariableCatalog.All.TakeWhile(v => v.Name != name).Count();

    private static double Covariance(PreferenceSettings preferences, string a, string b) =>
        preferences.Covariance.GetValueOrDefault(a)?.TryGetValue(b, out double value) ?? false ? value
        : preferences.Covariance.GetValueOrDefault(b)?.TryGetValue(a, out value) ?? false ? value
        : a == b ? double.NaN : 0;
}
