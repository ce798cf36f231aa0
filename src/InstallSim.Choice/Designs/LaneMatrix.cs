using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>Small symmetric matrices, one a lane, row by row.</summary>
internal static class LaneMatrix<T, TL>
    where T : struct
    where TL : struct, ILanes<T>
{
    private const double LeastPivot = 1e-14; // of the diagonal element
    private const int MostTogether = 8; // pivots of 1e-30 to 1e30 whose product is a number

    /// <summary>L with L·L′ = a, of its diagonal the inverse.</summary>
    /// <returns>0 in the lanes where a is positive definite, 1 in the others, whose L means nothing.</returns>
    public static T Factor(T[] a, int k, T[] lower)
    {
        T one = TL.Broadcast(1), failed = TL.Broadcast(0);
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < i; j++)
            {
                lower[(i * k) + j] = TL.Multiply(Rest(a, k, lower, i, j), lower[(j * k) + j]);
            }

            T pivot = Rest(a, k, lower, i, i), least = TL.Multiply(TL.Broadcast(LeastPivot), a[(i * k) + i]);
            T isGood = TL.SelectLess(pivot, TL.Broadcast(double.PositiveInfinity), TL.SelectLess(least, pivot, one, TL.Broadcast(0)),
                TL.Broadcast(0));
            failed = TL.Max(failed, TL.Subtract(one, isGood));
            lower[(i * k) + i] = TL.Divide(one, TL.SquareRoot(TL.SelectLess(TL.Broadcast(0), isGood, pivot, one)));
        }

        return failed;
    }

    /// <summary>ln det of the matrix whose <see cref="Factor"/> is given.</summary>
    public static T LogDeterminant(T[] lower, int k)
    {
        T sum = TL.Broadcast(0);
        for (int i = 0; i < k;)
        {
            T product = TL.Broadcast(1);
            for (int end = Math.Min(k, i + MostTogether); i < end; i++)
            {
                product = TL.Multiply(product, lower[(i * k) + i]);
            }

            sum = TL.Add(sum, Elementary.Log<T, TL>(product));
        }

        return TL.Multiply(TL.Broadcast(-2), sum);
    }

    /// <summary>The inverse, of the <see cref="Factor"/>.</summary>
    /// <param name="lower">The factor.</param>
    /// <param name="k">Rows.</param>
    /// <param name="root">Room, whose lower triangle becomes L⁻¹.</param>
    /// <param name="inverse">(L⁻¹)′·L⁻¹, both triangles.</param>
    public static void Invert(T[] lower, int k, T[] root, T[] inverse)
    {
        for (int i = 0; i < k; i++)
        {
            T scale = lower[(i * k) + i];
            root[(i * k) + i] = scale;
            for (int j = 0; j < i; j++)
            {
                T sum = TL.Broadcast(0);
                for (int m = j; m < i; m++)
                {
                    sum = TL.MultiplyAdd(lower[(i * k) + m], root[(m * k) + j], sum);
                }

                root[(i * k) + j] = TL.Multiply(TL.Subtract(TL.Broadcast(0), sum), scale);
            }
        }

        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                T sum = TL.Broadcast(0);
                for (int m = i; m < k; m++)
                {
                    sum = TL.MultiplyAdd(root[(m * k) + i], root[(m * k) + j], sum);
                }

                inverse[(i * k) + j] = inverse[(j * k) + i] = sum;
            }
        }
    }

    private static T Rest(T[] a, int k, T[] lower, int i, int j)
    {
        T sum = TL.Broadcast(0);
        for (int m = 0; m < j; m++)
        {
            sum = TL.MultiplyAdd(lower[(i * k) + m], lower[(j * k) + m], sum);
        }

        return TL.Subtract(a[(i * k) + j], sum);
    }
}
