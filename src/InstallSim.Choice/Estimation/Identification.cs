using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Choice.Estimation;

/// <summary>
/// Finds parameters that the data cannot tell: directions along which the log-likelihood is flat at the maximum. A direction
/// flat at the start too is a matter of the variables (no variation within choice sets, collinear); one that became flat ran
/// off to infinity (perfect prediction, a coefficient forced to one sign that wants the other).
/// </summary>
internal sealed class Identification
{
    private const double FlatEigenvalue = 1e-9, Doubtful = 1e-5, NoScore = 1e-7, FlatCurvature = 1e-8, Share = 1e-3, LargePart = 0.1;
    private readonly IReadOnlyList<string> _names;
    private readonly List<Unidentified> _found = [];
    private readonly bool _isAtMaximum;
    private readonly double[] _outerProduct;

    /// <param name="names">Names of the parameters estimated.</param>
    /// <param name="curvature">Minus the Hessian at the maximum, flat [K, K].</param>
    /// <param name="startCurvature">Outer product of the scores at the start, flat [K, K].</param>
    /// <param name="moved">By how much the maximisation moved each parameter.</param>
    /// <param name="outerProduct">Outer product of the scores at the maximum, flat [K, K].</param>
    /// <param name="isAtMaximum">
    /// Whether the maximisation ended; where it did not, a flat direction says only that the way is still long.
    /// </param>
    public Identification(IReadOnlyList<string> names, double[] curvature, double[] startCurvature, double[] moved, double[] outerProduct,
        bool isAtMaximum)
    {
        (_names, _isAtMaximum, _outerProduct) = (names, isAtMaximum, outerProduct);
        int k = names.Count;
        IsFlat = new bool[k];
        CheckFinite(curvature);
        CheckAlone(curvature, startCurvature, moved);
        int[] rest = [.. Enumerable.Range(0, k).Where(i => !IsFlat[i])];
        ConditionNumber = rest.Length < k ? double.PositiveInfinity : 1;
        if (rest.Length > 0)
        {
            CheckTogether(rest, curvature, startCurvature);
        }
    }

    /// <summary>Largest by smallest eigenvalue of the curvature, scaled to unit diagonal.</summary>
    public double ConditionNumber { get; private set; }

    /// <summary>Which parameters take part in a flat direction.</summary>
    public bool[] IsFlat { get; }

    /// <summary>How many directions are flat: by so many the parameters that the data tell are fewer.</summary>
    public int FlatDirections => _found.Count;

    /// <summary>The findings.</summary>
    public IReadOnlyList<Unidentified> Found => _found;

    /// <summary>At the end of a range that a distribution allows, second derivatives may be none.</summary>
    private void CheckFinite(double[] curvature)
    {
        int k = _names.Count;
        bool IsDefined(int i) => double.IsFinite(curvature[(i * k) + i]);
        for (int i = 0; i < k; i++)
        {
            if (!IsDefined(i) || Enumerable.Range(0, k).Any(j => IsDefined(j) && !double.IsFinite(curvature[(i * k) + j])))
            {
                Flat([i], "the log-likelihood has no second derivative by it at the estimates");
            }
        }
    }

    /// <summary>
    /// Where prediction is perfect all curvatures vanish; those parameters are to blame that ran far on the scale of their curvature
    /// at the start.
    /// </summary>
    private void CheckAlone(double[] curvature, double[] start, double[] moved)
    {
        int k = _names.Count;
        double Run(int i) => Math.Abs(moved[i]) * Math.Sqrt(Math.Max(start[i * k + i], 0));
        int[] ran = [.. Enumerable.Range(0, k)
            .Where(i => !IsFlat[i] && start[i * k + i] > 0 && curvature[i * k + i] <= FlatCurvature * start[i * k + i])];
        double farthest = ran.Length == 0 ? 0 : ran.Max(Run);
        for (int i = 0; i < k; i++)
        {
            if (IsFlat[i])
            {
                continue;
            }

            if (start[i * k + i] == 0 && Math.Abs(curvature[i * k + i]) <= 1e-300)
            {
                Flat([i], "its variable does not vary within any choice set");
            }
            else if (_isAtMaximum && ran.Contains(i) && Run(i) >= LargePart * farthest)
            {
                Flat([i], Unidentified.Unbounded);
            }
            else
            {
                IsFlat[i] |= ran.Contains(i);
            }
        }
    }

    private void CheckTogether(int[] rest, double[] curvature, double[] start)
    {
        var (values, vectors) = Eigen(Scaled(rest, curvature));
        double largest = values.Max();
        ConditionNumber = ConditionNumber > 1 || values.Min() <= 0 ? double.PositiveInfinity : largest / values.Min();
        for (int e = 0; e < rest.Length; e++)
        {
            if (values[e] > FlatEigenvalue * largest
                && !(values[e] <= Doubtful * largest && HasNoScore(rest, curvature, vectors.Column(e))))
            {
                continue;
            }

            int[] parts = [.. Enumerable.Range(0, rest.Length).Where(i => Math.Abs(vectors[i, e]) > Share).Select(i => rest[i])];
            bool always = parts.Length > 1 && Eigen(Scaled(parts, start)).Values.Min() <= FlatEigenvalue * parts.Length;
            if (always || _isAtMaximum)
            {
                Flat(parts, always ? "their variables are collinear within choice sets" : Unidentified.Apart);
            }
            else
            {
                Array.ForEach(parts, i => IsFlat[i] = true);
            }
        }
    }

    /// <summary>
    /// Whether nobody's score has a part along a direction: then the likelihood of everybody is the same along it, however near the
    /// search came to the maximum and whatever second differences leave of a curvature.
    /// </summary>
    private bool HasNoScore(int[] rest, double[] curvature, Vector<double> direction)
    {
        Matrix<double> outer = Scaled(rest, _outerProduct, curvature);
        return direction * outer * direction <= NoScore * outer.Diagonal().Maximum();
    }

    private void Flat(int[] parts, string reason)
    {
        foreach (int i in parts)
        {
            IsFlat[i] = true;
        }

        _found.Add(new Unidentified([.. parts.Select(i => _names[i])], reason));
    }

    /// <summary>
    /// The part of a matrix that belongs to some parameters, on the scale of the diagonal of another, or of its own: then that is 1.
    /// </summary>
    private Matrix<double> Scaled(int[] which, double[] matrix, double[]? scale = null)
    {
        int k = _names.Count;
        double Root(int i) => Math.Sqrt(Math.Max(Math.Abs((scale ?? matrix)[i * k + i]), 1e-300));
        return Matrix<double>.Build.Dense(which.Length, which.Length, (a, b) =>
            matrix[which[a] * k + which[b]] / (Root(which[a]) * Root(which[b])));
    }

    private static (double[] Values, Matrix<double> Vectors) Eigen(Matrix<double> matrix)
    {
        var evd = matrix.Evd(Symmetricity.Symmetric);
        return ([.. evd.EigenValues.Select(v => v.Real)], evd.EigenVectors);
    }
}
