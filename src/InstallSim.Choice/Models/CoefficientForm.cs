using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>β as a function of c, the sum of mean and spread, where it is not c itself.</summary>
internal static class CoefficientForm
{
    /// <summary>
    /// β and its derivatives in c. The kink of a censored normal at 0 has the second derivative δ(c), which no draw meets; in the mean over
    /// draws a kernel of first moment 0 on the side where β is 0 takes its place, one spread wide, 6·(1 − u)·(1 − 2u), u = |c|/spread.
    /// Without it standard errors are too large.
    /// </summary>
    public static void Apply(RandomCoefficient random, Span<double> c, Span<double> slope, Span<double> curve, double spread)
    {
        if (random.Distribution == Distribution.Lognormal)
        {
            Elementary.Exp(c, c);
        }

        for (int r = 0; r < c.Length; r++)
        {
            switch (random.Distribution)
            {
                case Distribution.Lognormal:
                    (c[r], slope[r], curve[r]) = (random.Sign * c[r], random.Sign * c[r], random.Sign * c[r]);
                    break;
                case Distribution.CensoredNormal:
                    slope[r] = random.Sign * c[r] > 0 ? 1 : 0;
                    double u = slope[r] == 0 ? Math.Abs(c[r]) / spread : 1;
                    curve[r] = u < 1 ? random.Sign * 6 * (1 - u) * (1 - (2 * u)) / spread : 0;
                    c[r] = slope[r] > 0 ? c[r] : random.Sign * 0.0; // the 0 of its side, so that what is divided by it has its sign
                    break;
                case Distribution.JohnsonSb:
                    double p = 1 / (1 + Elementary.Exp(-c[r])), width = random.Upper - random.Lower;
                    (c[r], slope[r]) = (random.Lower + width * p, width * p * (1 - p));
                    curve[r] = slope[r] * (1 - 2 * p);
                    break;
                default:
                    throw new InvalidOperationException($"{random.Distribution} is not made from c alone");
            }
        }
    }
}
