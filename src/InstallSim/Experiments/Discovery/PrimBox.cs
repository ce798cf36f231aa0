namespace InstallSim.Experiments.Discovery;

/// <summary>A box on the way of <see cref="Prim"/>: every number within a range, ends included.</summary>
/// <param name="Low">Low ends, shape [K]; −∞ where there is none.</param>
/// <param name="High">High ends, shape [K]; +∞ where there is none.</param>
/// <param name="Points">Points in it.</param>
/// <param name="Cases">Points of interest in it.</param>
/// <param name="AllPoints">Points in all.</param>
/// <param name="AllCases">Points of interest in all.</param>
public sealed record PrimBox(double[] Low, double[] High, int Points, int Cases, int AllPoints, int AllCases)
{
    /// <summary>Share of the points of interest that it holds.</summary>
    public double Coverage => AllCases == 0 ? 0 : (double)Cases / AllCases;

    /// <summary>Share of its points that are of interest.</summary>
    public double Density => Points == 0 ? 0 : (double)Cases / Points;

    /// <summary>Share of all points that it holds.</summary>
    public double Mass => (double)Points / AllPoints;

    /// <summary>Whether a number is restricted.</summary>
    public bool Restricts(int k) => !double.IsInfinity(Low[k]) || !double.IsInfinity(High[k]);

    /// <summary>How many numbers are restricted.</summary>
    public int Restricted => Enumerable.Range(0, Low.Length).Count(Restricts);

    /// <summary>Whether a point lies in it.</summary>
    public bool Holds(double[] point)
    {
        for (int k = 0; k < point.Length; k++)
        {
            if (point[k] < Low[k] || point[k] > High[k])
            {
                return false;
            }
        }

        return true;
    }
}
