using MathNet.Numerics.Distributions;

namespace InstallSim.Experiments.Discovery;

/// <summary>
/// The patient rule induction method: peels a box off the space, thin slices at a time, towards a high share of points of interest, and
/// pastes back what was peeled too much. Friedman and Fisher (1999), "Bump hunting in high-dimensional data"; for scenarios Bryant and
/// Lempert (2010), "Thinking inside the box".
/// </summary>
/// <param name="points">Values of the numbers, shape [N][K].</param>
/// <param name="isCase">Whether a point is of interest, shape [N].</param>
/// <param name="peel">Share of a box's points that one step takes off, α.</param>
/// <param name="mass">Least share of all points in a box.</param>
public sealed class Prim(IReadOnlyList<double[]> points, bool[] isCase, double peel, double mass)
{
    private readonly int _numbers = points.Count == 0 ? 0 : points[0].Length;
    private readonly int _cases = isCase.Count(c => c);

    /// <summary>
    /// All boxes on the way, from the whole space on. A step cuts, of all ends of all numbers, the slice whose removal leaves the highest
    /// density; of equals the one that leaves more points, then the first. A slice is α of the box's points, more where values are equal.
    /// </summary>
    public IReadOnlyList<PrimBox> Peel()
    {
        var path = new List<PrimBox>
        {
            Box([.. Enumerable.Repeat(double.NegativeInfinity, _numbers)], [.. Enumerable.Repeat(double.PositiveInfinity, _numbers)]),
        };
        int least = Math.Max(1, (int)Math.Ceiling(mass * points.Count));
        while (_cases > 0 && path[^1].Density < 1 && Slices(path[^1]).Where(b => b.Points >= least && b.Points < path[^1].Points)
            .OrderByDescending(b => b.Density).ThenByDescending(b => b.Points).FirstOrDefault() is { } next)
        {
            path.Add(next);
        }

        return path;
    }

    /// <summary>
    /// A box grown again while that raises its density: at each step the end of a restricted number goes out by α of the box's points.
    /// </summary>
    public PrimBox Paste(PrimBox box)
    {
        while (Pasted(box).Where(b => b.Points > box.Points && b.Density >= box.Density && b.Cases > box.Cases)
            .OrderByDescending(b => b.Density).ThenByDescending(b => b.Points).FirstOrDefault() is { } next)
        {
            box = next;
        }

        return Loosened(box);
    }

    /// <summary>A box without the ends that leave no point out.</summary>
    private PrimBox Loosened(PrimBox box)
    {
        for (int k = 0; k < _numbers; k++)
        {
            PrimBox open = Box([.. box.Low.Select((v, i) => i == k ? double.NegativeInfinity : v)], box.High);
            box = open.Points == box.Points ? open : box;
            open = Box(box.Low, [.. box.High.Select((v, i) => i == k ? double.PositiveInfinity : v)]);
            box = open.Points == box.Points ? open : box;
        }

        return box;
    }

    /// <summary>
    /// The box of a path that is taken: with a density wanted, that of most coverage that has it, else the densest; without, that nearest
    /// to coverage 1 and density 1, which is ASSUMPTION: how to weigh the two is the reader's choice (Bryant and Lempert 2010).
    /// </summary>
    public static PrimBox Choose(IReadOnlyList<PrimBox> path, double? density) => density is { } wanted
        ? path.Where(b => b.Density >= wanted).MaxBy(b => b.Coverage) ?? path.MaxBy(b => b.Density)!
        : path.MinBy(b => ((1 - b.Coverage) * (1 - b.Coverage)) + ((1 - b.Density) * (1 - b.Density)))!;

    /// <summary>
    /// Quasi p-value of a restriction (Bryant and Lempert 2010): with H of the box's T points of interest, and a share p of the points of
    /// the box without this restriction, the probability of H or more of T by chance, P(B(T, p) ≥ H). Quasi, for the box was sought with
    /// the same points. 1 where the number is not restricted.
    /// </summary>
    public double QuasiP(PrimBox box, int number)
    {
        if (!box.Restricts(number) || box.Cases == 0)
        {
            return 1;
        }

        PrimBox free = Box(
            [.. box.Low.Select((v, k) => k == number ? double.NegativeInfinity : v)],
            [.. box.High.Select((v, k) => k == number ? double.PositiveInfinity : v)]);
        return free.Density >= 1 ? 1 : 1 - Binomial.CDF(free.Density, box.Points, box.Cases - 1);
    }

    private PrimBox Box(double[] low, double[] high)
    {
        var box = new PrimBox(low, high, 0, 0, points.Count, _cases);
        (int inside, int cases) = (0, 0);
        for (int n = 0; n < points.Count; n++)
        {
            if (box.Holds(points[n]))
            {
                inside++;
                cases += isCase[n] ? 1 : 0;
            }
        }

        return box with { Points = inside, Cases = cases };
    }

    private IEnumerable<PrimBox> Slices(PrimBox box)
    {
        for (int k = 0; k < _numbers; k++)
        {
            double[] values = [.. points.Where(box.Holds).Select(p => p[k]).Order()];
            int slice = Math.Max(1, (int)(peel * values.Length));
            // The new ends are values that stay; of equal values all go or none.
            double low = values.FirstOrDefault(v => v > values[slice - 1], double.NaN),
                high = values.LastOrDefault(v => v < values[^slice], double.NaN);
            if (!double.IsNaN(low))
            {
                yield return Box([.. box.Low.Select((v, i) => i == k ? low : v)], box.High);
            }

            if (!double.IsNaN(high))
            {
                yield return Box(box.Low, [.. box.High.Select((v, i) => i == k ? high : v)]);
            }
        }
    }

    private IEnumerable<PrimBox> Pasted(PrimBox box)
    {
        int slice = Math.Max(1, (int)(peel * box.Points));
        for (int k = 0; k < _numbers; k++)
        {
            (double[] low, double[] high) = ([.. box.Low], [.. box.High]);
            (low[k], high[k]) = (double.NegativeInfinity, double.PositiveInfinity);
            var free = new PrimBox(low, high, 0, 0, 1, 1);
            double[] values = [.. points.Where(free.Holds).Select(p => p[k]).Order()];
            double[] below = [.. values.Where(v => v < box.Low[k])], above = [.. values.Where(v => v > box.High[k])];
            if (below.Length > 0)
            {
                yield return Box([.. box.Low.Select((v, i) => i == k ? below[Math.Max(0, below.Length - slice)] : v)], box.High);
            }

            if (above.Length > 0)
            {
                yield return Box(box.Low, [.. box.High.Select((v, i) => i == k ? above[Math.Min(slice, above.Length) - 1] : v)]);
            }
        }
    }
}
