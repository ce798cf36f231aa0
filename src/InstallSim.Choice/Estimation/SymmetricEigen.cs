namespace InstallSim.Choice.Estimation;

/// <summary>
/// Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations, row by row until nothing is left beside the diagonal (Golub
/// and Van Loan 2013, section 8.5): small eigenvalues of scaled matrices come out to high relative accuracy.
/// </summary>
internal sealed class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Decomposes.</summary>
    /// <param name="matrix">Symmetric, shape [K, K].</param>
    public SymmetricEigen(double[,] matrix)
    {
        int k = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var v = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            v[i, i] = 1;
        }

        for (int sweep = 0; sweep < MostSweeps && Sweep(a, v, k); sweep++)
        {
        }

        int[] order = [.. Enumerable.Range(0, k).OrderBy(i => a[i, i])];
        Values = [.. order.Select(i => a[i, i])];
        Vectors = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            for (int e = 0; e < k; e++)
            {
                Vectors[i, e] = v[i, order[e]];
            }
        }
    }

    /// <summary>Eigenvalues, smallest first, shape [K].</summary>
    public double[] Values { get; }

    /// <summary>Eigenvectors of length 1 as columns, in the order of the values, shape [K, K].</summary>
    public double[,] Vectors { get; }

    /// <summary>Rotates every pair once; false: there was nothing left to rotate.</summary>
    private static bool Sweep(double[,] a, double[,] v, int k)
    {
        bool rotated = false;
        for (int p = 0; p < k - 1; p++)
        {
            for (int q = p + 1; q < k; q++)
            {
                double off = a[p, q];
                if (Math.Abs(off) > 1e-16 * Math.Sqrt(Math.Abs(a[p, p])) * Math.Sqrt(Math.Abs(a[q, q])) && Math.Abs(off) > 1e-300)
                {
                    Rotate(a, v, k, p, q);
                    rotated = true;
                }
            }
        }

        return rotated;
    }

    private static void Rotate(double[,] a, double[,] v, int k, int p, int q)
    {
        double theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        double t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1), s = t * c, off = a[p, q];
        (a[p, p], a[q, q]) = (a[p, p] - (t * off), a[q, q] + (t * off));
        (a[p, q], a[q, p]) = (0, 0);
        for (int i = 0; i < k; i++)
        {
            if (i != p && i != q)
            {
                (double ip, double iq) = (a[i, p], a[i, q]);
                a[i, p] = a[p, i] = (c * ip) - (s * iq);
                a[i, q] = a[q, i] = (s * ip) + (c * iq);
            }

            (double vp, double vq) = (v[i, p], v[i, q]);
            (v[i, p], v[i, q]) = ((c * vp) - (s * vq), (s * vp) + (c * vq));
        }
    }
}
