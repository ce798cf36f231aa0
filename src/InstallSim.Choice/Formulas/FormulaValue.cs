using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Formulas;

/// <summary>What the parts of a formula make of numbers.</summary>
internal static class FormulaValue
{
    private const int MostWhole = 64;

    /// <summary>The value of one part.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="order">n of a power.</param>
    /// <param name="a">First argument.</param>
    /// <param name="b">Second argument, where there is one.</param>
    /// <param name="c">Third argument, where there is one.</param>
    public static double Of(FormulaKind kind, int order, double a, double b, double c) => kind switch
    {
        FormulaKind.Add => a + b,
        FormulaKind.Subtract => a - b,
        FormulaKind.Multiply => a * b,
        FormulaKind.Divide => a / b,
        FormulaKind.Power => order == 0 ? Power(a, b) : PowerOfLog(a, b, order),
        FormulaKind.Exp => Elementary.Exp(a),
        FormulaKind.Log => Elementary.Log(a),
        FormulaKind.Sqrt => Math.Sqrt(a),
        FormulaKind.Abs => Math.Abs(a),
        FormulaKind.Min => Math.Min(a, b),
        FormulaKind.Max => Math.Max(a, b),
        FormulaKind.Less => Truth(a, b, a < b),
        FormulaKind.LessOrEqual => Truth(a, b, a <= b),
        FormulaKind.Equal => Truth(a, b, a == b),
        FormulaKind.NotEqual => Truth(a, b, a != b),
        FormulaKind.If => double.IsNaN(a) ? a : a != 0 ? b : c,
        FormulaKind.Side => a > 0 ? b : a < 0 ? c : double.IsNaN(a) ? a : (b + c) / 2,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a leaf has no arguments"),
    };

    private static double Truth(double a, double b, bool isTrue) =>
        double.IsNaN(a) || double.IsNaN(b) ? double.NaN : isTrue ? 1 : 0;

    /// <summary>aᵇ: by products for small whole b, so that a may be below 0; else exp(b·ln a).</summary>
    public static double Power(double a, double b)
    {
        if (Math.Abs(b) <= MostWhole && b == Math.Floor(b))
        {
            double value = Whole(a, (int)Math.Abs(b));
            return b < 0 ? 1 / value : value;
        }

        return a > 0 ? Elementary.Exp(b * Elementary.Log(a)) : a == 0 && b > 0 ? 0 : a == 0 && b < 0 ? double.PositiveInfinity : double.NaN;
    }

    private static double Whole(double a, int n)
    {
        double value = 1;
        for (double square = a; n > 0; n >>= 1, square *= square)
        {
            value *= (n & 1) == 1 ? square : 1;
        }

        return value;
    }

    /// <summary>aᵇ·(ln a)ⁿ, n ≥ 1; its limit 0 at a = 0 where b is above 0.</summary>
    private static double PowerOfLog(double a, double b, int n)
    {
        if (a == 0 && b > 0)
        {
            return 0;
        }

        double log = Elementary.Log(a);
        return Power(a, b) * Whole(log, n);
    }
}
