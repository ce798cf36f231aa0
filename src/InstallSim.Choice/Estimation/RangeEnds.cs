namespace InstallSim.Choice.Estimation;

/// <summary>
/// The ends of the ranges that some parameters have, parts between 0 and 1, say. A step that leads beyond an end leads to it; what stands
/// there while the log-likelihood rises outward is held, and the others go on. The search keeps a hair inside, where slopes are defined.
/// </summary>
/// <param name="likelihood">The likelihood.</param>
/// <param name="free">The parameters estimated.</param>
internal sealed class RangeEnds(Likelihood likelihood, FreeParameters free)
{
    private const double Hair = 1e-9;
    private readonly bool[] _hasEnds = [.. free.Members.Select(members => members.Any(k => likelihood.HasEnds(k)))];
    private readonly bool[] _isHeld = new bool[free.Count];

    /// <summary>Whether a parameter estimated is held at an end.</summary>
    public bool IsHeld(int i) => _isHeld[i];

    /// <summary>
    /// Holds what stands at an end with the log-likelihood rising outward and takes its slopes away; lets go of the rest.
    /// </summary>
    public void Hold(double[] theta, double[] gradient)
    {
        for (int i = 0; i < _isHeld.Length; i++)
        {
            if (!_hasEnds[i])
            {
                continue;
            }

            var (lower, upper) = Range(i, theta);
            double at = theta[free.Members[i][0]];
            _isHeld[i] = (at <= lower + (1.5 * Hair) && gradient[i] <= 0) || (at >= upper - (1.5 * Hair) && gradient[i] >= 0);
            gradient[i] = _isHeld[i] ? 0 : gradient[i];
        }
    }

    /// <summary>Takes what is held out of a symmetric matrix: 0, and 1 on the diagonal.</summary>
    public void Clear(double[] matrix)
    {
        int k = _isHeld.Length;
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i] = !_isHeld[i / k] && !_isHeld[i % k] ? matrix[i] : i / k == i % k ? 1 : 0;
        }
    }

    /// <summary>θ + step, and the step shortened to it, none beyond an end.</summary>
    public double[] Moved(double[] theta, double[] step)
    {
        double[] moved = free.Moved(theta, step);
        for (int i = 0; i < _isHeld.Length; i++)
        {
            if (!_hasEnds[i])
            {
                continue;
            }

            var (lower, upper) = Range(i, moved);
            double from = theta[free.Members[i][0]];
            double to = Math.Max(Math.Min(moved[free.Members[i][0]], upper - Hair), lower + Hair);
            step[i] = to - from;
            Array.ForEach(free.Members[i], k => moved[k] = to);
        }

        return moved;
    }

    /// <summary>What is held, by name, at the very end.</summary>
    public IReadOnlyDictionary<string, double> Ends(double[] theta)
    {
        var ends = new Dictionary<string, double>();
        for (int i = 0; i < _isHeld.Length; i++)
        {
            if (_isHeld[i])
            {
                var (lower, upper) = Range(i, theta);
                double at = theta[free.Members[i][0]];
                Array.ForEach(free.Members[i], k => ends[likelihood.Parameters[k]] = at - lower < upper - at ? lower : upper);
            }
        }

        return ends;
    }

    private (double Lower, double Upper) Range(int i, double[] theta)
    {
        (double Lower, double Upper)[] all = [.. free.Members[i].Select(k => likelihood.Range(k, theta))];
        return (all.Max(range => range.Lower), all.Min(range => range.Upper));
    }
}
