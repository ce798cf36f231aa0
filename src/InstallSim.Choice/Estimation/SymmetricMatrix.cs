namespace InstallSim.Choice.Estimation;

/// <summary>Small symmetric matrices as flat arrays, row by row.</summary>
internal static class SymmetricMatrix
{
    /// <summary>Copies the lower triangle over the upper.</summary>
    public static void MirrorLower(double[] a, int k)
    {
        if (a.Length == 0)
        {
            return;
        }

        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < i; j++)
            {
                a[j * k + i] = a[i * k + j];
            }
        }
    }

    /// <summary>L with L·L′ = a; false where a is not positive definite (a pivot under 1e-14 of its diagonal element).</summary>
    public static bool TryCholesky(double[] a, int k, double[] lower)
    {
        Array.Clear(lower);
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i * k + j];
                for (int m = 0; m < j; m++)
                {
                    sum -= lower[i * k + m] * lower[j * k + m];
                }

                if (j < i)
                {
                    lower[i * k + j] = sum / lower[j * k + j];
                }
                else if (sum > 1e-14 * a[i * k + i] && double.IsFinite(sum))
                {
                    lower[i * k + i] = Math.Sqrt(sum);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>x with L·L′·x = b.</summary>
    public static double[] Solve(double[] lower, int k, ReadOnlySpan<double> b)
    {
        var x = b.ToArray();
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < i; j++)
            {
                x[i] -= lower[i * k + j] * x[j];
            }

            x[i] /= lower[i * k + i];
        }

        for (int i = k - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < k; j++)
            {
                x[i] -= lower[j * k + i] * x[j];
            }

            x[i] /= lower[i * k + i];
        }

        return x;
    }

    /// <summary>The inverse of L·L′.</summary>
    public static double[] Inverse(double[] lower, int k)
    {
        var inverse = new double[k * k];
        var unit = new double[k];
        for (int i = 0; i < k; i++)
        {
            unit[i] = 1;
            Solve(lower, k, unit).CopyTo(inverse, i * k);
            unit[i] = 0;
        }

        return inverse;
    }

    /// <summary>a·b·a for symmetric a and b.</summary>
    public static double[] Sandwich(double[] a, double[] b, int k) => Multiply(Multiply(a, b, k), a, k);

    private static double[] Multiply(double[] a, double[] b, int k)
    {
        var c = new double[k * k];
        for (int i = 0; i < k; i++)
        {
            for (int m = 0; m < k; m++)
            {
                for (int j = 0; j < k; j++)
                {
                    c[i * k + j] += a[i * k + m] * b[m * k + j];
                }
            }
        }

        return c;
    }

    /// <summary>Σ aᵢⱼ·xᵢ·xⱼ.</summary>
    public static double Quadratic(double[] a, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                sum += a[i * x.Length + j] * x[i] * x[j];
            }
        }

        return sum;
    }
}
