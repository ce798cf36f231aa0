using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>A part of a slope of a utility that is a sum: a parameter times the slope of its variable in each row.</summary>
/// <param name="Parameter">Place of the parameter in θ.</param>
/// <param name="Slope">Slope of its variable, shape [rows].</param>
public sealed record SlopePart(int Parameter, double[] Slope);

/// <summary>
/// Willingness to pay where the utility is a sum of coefficients times variables and the price is in several of them, as in
/// β₁·price + β₂·price·woman: −(∂V/∂x)/(∂V/∂price) of each row, both sums of coefficients times slopes, and its mean over rows by weight.
/// </summary>
public sealed class SlopePay
{
    private readonly (double[] Up, double[] Down, double Weight)[] _rows; // rows of the same slopes are one
    private readonly int[] _up, _down;

    /// <summary>Prepares the rows.</summary>
    /// <param name="up">Parts of ∂V/∂x.</param>
    /// <param name="down">Parts of ∂V/∂price, one at least.</param>
    /// <param name="weight">Weight of each row, shape [rows].</param>
    public SlopePay(IReadOnlyList<SlopePart> up, IReadOnlyList<SlopePart> down, IReadOnlyList<double> weight)
    {
        (_up, _down) = ([.. up.Select(part => part.Parameter)], [.. down.Select(part => part.Parameter)]);
        _rows = [.. weight.Index().GroupBy(row => string.Join(' ',
                up.Concat(down).Select(part => BitConverter.DoubleToInt64Bits(part.Slope[row.Index]))))
            .Select(same => (up.Select(part => part.Slope[same.First().Index]).ToArray(),
                down.Select(part => part.Slope[same.First().Index]).ToArray(), same.Sum(row => row.Item)))];
    }

    /// <summary>The mean over rows at θ; not finite where V has no slope in the price in some row.</summary>
    /// <param name="theta">θ, shape [K].</param>
    public double Mean(IReadOnlyList<double> theta) =>
        _rows.Sum(row => row.Weight * Ratio(row.Up, row.Down, theta)) / _rows.Sum(row => row.Weight);

    /// <summary>The least and the most of all rows at θ, and the share of rows, by weight, in which V rises with the price.</summary>
    /// <param name="theta">θ, shape [K].</param>
    public (double Least, double Most, double RisingShare) Range(IReadOnlyList<double> theta)
    {
        double[] ratios = [.. _rows.Select(row => Ratio(row.Up, row.Down, theta))];
        return (ratios.Min(), ratios.Max(), Share(row => Dot(_down, row, theta) > 0));
    }

    /// <summary>Share of rows, by weight, in which the slope of V in the price is below 1.96 standard errors.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    public double WeakShare(EstimationResult result) => Share(row =>
    {
        double[] slope = new double[result.Estimates.Count];
        foreach ((int i, int k) in _down.Index())
        {
            slope[k] += row[i];
        }

        return Math.Abs(Dot(_down, row, result.Estimates)) < Interval.Normal(0, Prediction.StandardError(result, slope)).Upper;
    });

    /// <summary>The mean over rows with its interval of 95 % by the delta method.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    public Interval Delta(EstimationResult result)
    {
        double[] slope = new double[result.Estimates.Count];
        double total = _rows.Sum(row => row.Weight);
        foreach ((double[] up, double[] down, double weight) in _rows)
        {
            double money = Dot(_down, down, result.Estimates), ratio = Ratio(up, down, result.Estimates);
            foreach ((int i, int k) in _up.Index())
            {
                slope[k] -= weight / total * up[i] / money;
            }

            foreach ((int i, int k) in _down.Index())
            {
                slope[k] -= weight / total * ratio * down[i] / money;
            }
        }

        return Interval.Normal(Mean(result.Estimates), Prediction.StandardError(result, slope));
    }

    private double Share(Func<double[], bool> isIt) =>
        _rows.Where(row => isIt(row.Down)).Sum(row => row.Weight) / _rows.Sum(row => row.Weight);

    private double Ratio(double[] up, double[] down, IReadOnlyList<double> theta) => -Dot(_up, up, theta) / Dot(_down, down, theta);

    private static double Dot(int[] places, double[] slopes, IReadOnlyList<double> theta) =>
        places.Index().Sum(p => theta[p.Item] * slopes[p.Index]);
}
