using System.Runtime.Intrinsics;

namespace InstallSim.World;

/// <summary>
/// Great-circle distances, on a sphere of 6371.0088 km (mean radius of the IUGG). Sine, cosine and arcsine are made here of IEEE
/// additions, multiplications, divisions and square roots in a fixed order: those of the platform differ in the last bit between
/// machines, and a result must not.
/// </summary>
public static class Geography
{
    /// <summary>Mean radius of the Earth, km.</summary>
    public const double EarthRadius = 6371.0088;

    private const int ArcsineTerms = 14;

    /// <summary>Sine up to which the arcsine is its series.</summary>
    private const double ShortArcsine = 0.2;

    private static readonly double[] SineTerms = TaylorTerms(first: 1);
    private static readonly double[] CosineTerms = TaylorTerms(first: 0);
    private static readonly double[] ArcsineSeries = ArcsineCoefficients();

    /// <summary>Great-circle distance between the centroids of two territories, km.</summary>
    public static double Kilometres(TerritoryTable table, int i, int j) =>
        Kilometres(table.Latitude[i], table.Longitude[i], table.Latitude[j], table.Longitude[j]);

    /// <summary>Great-circle distance between two places given in degrees, km; exact to about 1e-9 km.</summary>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        (double x, double y, double z) = OnUnitSphere(latitude1, longitude1);
        (double u, double v, double w) = OnUnitSphere(latitude2, longitude2);
        return KilometresOfChord(((x - u) * (x - u)) + ((y - v) * (y - v)) + ((z - w) * (z - w)));
    }

    /// <summary>
    /// Great-circle distance of two points of the unit sphere whose squared straight distance is given, km: 2R·asin(√q / 2).
    /// </summary>
    /// <param name="squaredChord">q, 0–4; rounding above 4 is cut.</param>
    internal static double KilometresOfChord(double squaredChord) =>
        2 * EarthRadius * Arcsine(Math.Min(1, Math.Sqrt(squaredChord) / 2));

    /// <summary>The same of two vectors, worked on together so that one need not wait for the other; each the same bits as alone.</summary>
    /// <param name="one">q on entry, km on return.</param>
    /// <param name="two">The same.</param>
    internal static void KilometresOfChords(ref Vector512<double> one, ref Vector512<double> two)
    {
        Vector512<double> half = Vector512.Create(0.5), s = Vector512.Sqrt(one) * half, r = Vector512.Sqrt(two) * half;
        if (Vector512.GreaterThanAny(Vector512.Max(s, r), Vector512.Create(ShortArcsine)))
        {
            (one, two) = (OneByOne(one), OneByOne(two));
            return;
        }

        Vector512<double> x = s * s, y = r * r, sum = Vector512<double>.Zero, other = sum;
        double[] series = ArcsineSeries;
        for (int k = series.Length - 1; k >= 0; k--)
        {
            Vector512<double> term = Vector512.Create(series[k]);
            sum = (sum * x) + term;
            other = (other * y) + term;
        }

        Vector512<double> diameter = Vector512.Create(2 * EarthRadius);
        (one, two) = (diameter * (s * sum), diameter * (r * other));
    }

    private static Vector512<double> OneByOne(Vector512<double> squaredChords)
    {
        Span<double> each = stackalloc double[Vector512<double>.Count];
        squaredChords.CopyTo(each);
        for (int i = 0; i < each.Length; i++)
        {
            each[i] = KilometresOfChord(each[i]);
        }

        return Vector512.Create<double>(each);
    }

    /// <summary>
    /// The squared straight distance, on the unit sphere, of points that a great-circle distance separates: 4·sin²(d / 2R).
    /// </summary>
    internal static double ChordOfKilometres(double kilometres)
    {
        double half = Math.Min(kilometres / (2 * EarthRadius), Math.PI / 2) * (180 / Math.PI);
        return 4 * SineOfDegrees(half) * SineOfDegrees(half);
    }

    /// <summary>A place given in degrees as a point of the unit sphere.</summary>
    internal static (double X, double Y, double Z) OnUnitSphere(double latitude, double longitude)
    {
        double ring = CosineOfDegrees(latitude);
        return (ring * CosineOfDegrees(longitude), ring * SineOfDegrees(longitude), SineOfDegrees(latitude));
    }

    private static double CosineOfDegrees(double degrees) => SineOfDegrees(degrees + 90);

    /// <summary>Sine by its Taylor series on −45..45 degrees, after turning by right angles.</summary>
    private static double SineOfDegrees(double degrees)
    {
        double turns = Math.Round(degrees / 90);
        double x = (degrees - (90 * turns)) * (Math.PI / 180);
        int quadrant = (int)turns & 3;
        double value = (quadrant & 1) == 0 ? x * Sum(SineTerms, x * x) : Sum(CosineTerms, x * x);
        return quadrant >= 2 ? -value : value;
    }

    /// <summary>Arcsine of 0–1: halves the angle until the Taylor series is short, asin(s) = 2·asin(s / √(2 + 2√(1 − s²))).</summary>
    private static double Arcsine(double s)
    {
        double times = 1;
        for (; s > ShortArcsine; times *= 2)
        {
            s /= Math.Sqrt(2 + (2 * Math.Sqrt((1 - s) * (1 + s))));
        }

        return times * s * Sum(ArcsineSeries, s * s);
    }

    /// <summary>Σ terms[k]·x^k, by Horner's rule.</summary>
    private static double Sum(double[] terms, double x)
    {
        double sum = 0;
        for (int k = terms.Length - 1; k >= 0; k--)
        {
            sum = (sum * x) + terms[k];
        }

        return sum;
    }

    /// <summary>(−1)^k / (2k + first)!: cosine of x in powers of x² from 0, sine of x over x from 1.</summary>
    private static double[] TaylorTerms(int first)
    {
        var terms = new double[10];
        terms[0] = 1;
        for (int k = 1; k < terms.Length; k++)
        {
            terms[k] = -terms[k - 1] / ((2 * k + first - 1) * (2 * k + first));
        }

        return terms;
    }

    /// <summary>Coefficients of asin(s) / s in powers of s²: (2k)! / (4^k (k!)² (2k + 1)).</summary>
    private static double[] ArcsineCoefficients()
    {
        var terms = new double[ArcsineTerms];
        double central = 1;
        for (int k = 0; k < terms.Length; k++)
        {
            terms[k] = central / ((2 * k) + 1);
            central *= ((2.0 * k) + 1) / ((2.0 * k) + 2);
        }

        return terms;
    }
}
