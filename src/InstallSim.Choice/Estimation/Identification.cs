namespace InstallSim.Choice.Estimation;

/// <summary>
/// Finds parameters that the data cannot tell: directions along which the log-likelihood is flat at the maximum. A direction
/// flat at the start too is a matter of the variables (no variation within choice sets, collinear); one that became flat ran
/// off to infinity (perfect prediction, a coefficient forced to one sign that wants the other). Where it began says little of that: a
/// start may lie where curvatures are far larger, or have run off already. So the log-likelihood about the maximum decides.
/// </summary>
internal sealed class Identification
{
    private const double FlatEigenvalue = 1e-9, Doubtful = 1e-5, NoScore = 1e-7, FlatCurvature = 1e-8, Share = 1e-3, LargePart = 0.1;
    private const double VanishingScore = 1e-5; // Σ s² over −∂²LL/∂θ²: about 1 at a maximum, by the equality of information
    private readonly IReadOnlyList<string> _names;
    private readonly List<Unidentified> _found = [];
    private readonly bool _isAtMaximum;
    private readonly double[] _outerProduct;
    private readonly Surroundings _about;

    /// <param name="names">Names of the parameters estimated.</param>
    /// <param name="curvature">Minus the Hessian at the maximum, flat [K, K].</param>
    /// <param name="startCurvature">Outer product of the scores at the start, flat [K, K].</param>
    /// <param name="moved">By how much the maximisation moved each parameter.</param>
    /// <param name="outerProduct">
    /// Outer product of the scores at the maximum, over the mean weight of a situation, flat [K, K].
    /// </param>
    /// <param name="about">The log-likelihood about the maximum.</param>
    /// <param name="isAtMaximum">
    /// Whether the maximisation ended; where it did not, a flat direction says only that the way is still long.
    /// </param>
    public Identification(IReadOnlyList<string> names, double[] curvature, double[] startCurvature, double[] moved, double[] outerProduct,
        Surroundings about, bool isAtMaximum)
    {
        (_names, _isAtMaximum, _outerProduct, _about) = (names, isAtMaximum, outerProduct, about);
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
    /// at the start, and those whose scores vanished, of everybody, while the log-likelihood does not fall beyond them.
    /// </summary>
    private void CheckAlone(double[] curvature, double[] start, double[] moved)
    {
        int k = _names.Count;
        double Run(int i) => Math.Abs(moved[i]) * Math.Sqrt(Math.Max(start[i * k + i], 0));
        int[] ran = [.. Enumerable.Range(0, k)
            .Where(i => !IsFlat[i] && start[i * k + i] > 0 && curvature[i * k + i] <= FlatCurvature * start[i * k + i]
                && !(_isAtMaximum && _about.IsRound(i)))];
        int[] vanished = [.. Enumerable.Range(0, k).Where(i => !IsFlat[i] && _isAtMaximum && curvature[i * k + i] > 0
            && _outerProduct[i * k + i] <= VanishingScore * curvature[i * k + i] && !_about.IsRound(i))];
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
            else if (vanished.Contains(i) && _about.IsOpen(i))
            {
                Flat([i], Unidentified.Unbounded);
            }
            else
            {
                IsFlat[i] |= ran.Contains(i);
            }
        }

        bool hasRun = _isAtMaximum && (ran.Length > 0 || _found.Exists(found => found.Reason == Unidentified.Unbounded));
        for (int i = 0; i < k && hasRun; i++)
        {
            IsFlat[i] |= !_about.IsRound(i); // what spreads a coefficient that ran off, say
        }
    }

    private void CheckTogether(int[] rest, double[] curvature, double[] start)
    {
        var eigen = new SymmetricEigen(Scaled(rest, curvature));
        double[] values = eigen.Values;
        double largest = values[^1];
        ConditionNumber = ConditionNumber > 1 || values[0] <= 0 ? double.PositiveInfinity : largest / values[0];
        for (int e = 0; e < rest.Length; e++)
        {
            if (values[e] > FlatEigenvalue * largest
                && !(values[e] <= Doubtful * largest && HasNoScore(rest, curvature, Column(eigen.Vectors, e))))
            {
                continue;
            }

            int[] parts = [.. Enumerable.Range(0, rest.Length).Where(i => Math.Abs(eigen.Vectors[i, e]) > Share).Select(i => rest[i])];
            bool always = parts.Length > 1 && new SymmetricEigen(Scaled(parts, start)).Values[0] <= FlatEigenvalue * parts.Length;
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
    private bool HasNoScore(int[] rest, double[] curvature, double[] direction)
    {
        double[,] outer = Scaled(rest, _outerProduct, curvature);
        double along = 0, largest = double.NegativeInfinity;
        for (int i = 0; i < direction.Length; i++)
        {
            largest = Math.Max(largest, outer[i, i]);
            for (int j = 0; j < direction.Length; j++)
            {
                along += direction[i] * outer[i, j] * direction[j];
            }
        }

        return along <= NoScore * largest;
    }

    private static double[] Column(double[,] matrix, int column) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => matrix[i, column])];

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
    private double[,] Scaled(int[] which, double[] matrix, double[]? scale = null)
    {
        int k = _names.Count;
        double Root(int i) => Math.Sqrt(Math.Max(Math.Abs((scale ?? matrix)[i * k + i]), 1e-300));
        var scaled = new double[which.Length, which.Length];
        for (int a = 0; a < which.Length; a++)
        {
            for (int b = 0; b < which.Length; b++)
            {
                scaled[a, b] = matrix[(which[a] * k) + which[b]] / (Root(which[a]) * Root(which[b]));
            }
        }

        return scaled;
    }
}
