using System.Numerics;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>exp and ln in whole numbers of 200 binary digits, and the distance of a double from them in units of its last place.</summary>
internal static class ExactReference
{
    private const int Digits = 200;
    private static readonly BigInteger One = BigInteger.One << Digits;
    private static readonly BigInteger LogTwo = 2 * Artanh(One / 3);

    /// <summary>|computed − exp(x)| in units of the last place of exp(x), x finite.</summary>
    public static double ExpError(double x, double computed)
    {
        var exact = Fixed(x);
        int n = (int)Math.Round(x / Math.Log(2));
        var r = exact - n * LogTwo;
        BigInteger sum = One, term = One;
        for (int k = 1; k < 60; k++)
        {
            term = (term * r >> Digits) / k;
            sum += term;
        }

        return UnitsApart(sum, n, computed);
    }

    /// <summary>|computed − ln(x)| in units of the last place of ln(x), x positive, not 1.</summary>
    public static double LogError(double x, double computed)
    {
        var (mantissa, exponent) = Parts(x);
        int width = (int)mantissa.GetBitLength();
        var m = (mantissa << Digits) >> (width - 1);
        var value = 2 * Artanh(((m - One) << Digits) / (m + One)) + (exponent + width - 1) * LogTwo;
        return UnitsApart(value, 0, computed);
    }

    private static BigInteger Artanh(BigInteger s)
    {
        var square = s * s >> Digits;
        BigInteger sum = 0, power = s;
        for (int k = 1; !power.IsZero && k < 400; k += 2)
        {
            sum += power / k;
            power = power * square >> Digits;
        }

        return sum;
    }

    private static double UnitsApart(BigInteger exact, int exponent, double computed)
    {
        var (mantissa, e) = Parts(computed);
        int shift = e - exponent + Digits;
        var scaled = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        int last = Math.Max((int)BigInteger.Abs(exact).GetBitLength() - 53 + exponent - Digits, -1074);
        return (double)BigInteger.Abs(scaled - exact) / Math.Pow(2, 100) / Math.Pow(2, last - exponent + Digits - 100);
    }

    private static BigInteger Fixed(double x)
    {
        var (mantissa, e) = Parts(x);
        return e + Digits >= 0 ? mantissa << (e + Digits) : mantissa >> -(e + Digits);
    }

    private static (BigInteger Mantissa, int Exponent) Parts(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int e = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger mantissa = e == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(e, 1) - 1075);
    }
}
