using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Probabilities of latent classes in one pass, P = Σ P(q)·Pq, and expected shares with their derivatives, ∂P/∂θ of a class
/// P(q)·∂Pq/∂θ and of its membership P(q)·(1[c = q] − P(c))·z·Pq; none where a class has no formula of its own.
/// </summary>
/// <param name="data">Choice sets.</param>
/// <param name="classes">The classes.</param>
/// <param name="places">Places in θ of the parameters of each class.</param>
/// <param name="membership">Who belongs to which.</param>
/// <param name="theta">θ, shape [K].</param>
internal sealed class ClassShares(
    ChoiceData data, IReadOnlyList<Likelihood> classes, int[][] places, Membership membership, double[] theta)
{
    private readonly double[][] _tastes =
        [.. Enumerable.Range(0, data.Situations).Select(n => membership.Of(theta, data.Person(n)))];

    /// <summary>P of each row.</summary>
    public double[]? Probabilities()
    {
        if (Within() is not { } within)
        {
            return null;
        }

        var probability = new double[data.Rows];
        EachRow((n, row) =>
        {
            for (int q = 0; q < within.Length; q++)
            {
                probability[row] += _tastes[n][q] * within[q][row];
            }
        });
        return probability;
    }

    /// <summary>Shares and slopes.</summary>
    /// <param name="weight">Weight of each situation.</param>
    public ShareSlopes? Shares(Func<int, double> weight)
    {
        ShareSlopes[] parts =
            [.. classes.Select((c, q) => c.Shares(Part(q), n => weight(n) * _tastes[n][q])).OfType<ShareSlopes>()];
        if (parts.Length < classes.Count || Within() is not { } within)
        {
            return null;
        }

        int codes = parts[0].Shares.Length;
        var sum = ShareSlopes.Zero(codes, theta.Length);
        for (int q = 0; q < parts.Length; q++)
        {
            for (int code = 0; code < codes; code++)
            {
                sum.Shares[code] += parts[q].Shares[code];
                for (int k = 0; k < places[q].Length; k++)
                {
                    sum.Slopes[(places[q][k] * codes) + code] += parts[q].Slopes[(k * codes) + code];
                }
            }
        }

        EachRow((n, row) => AddMembership(n, row, weight(n), within, sum));
        return sum;
    }

    private void AddMembership(int n, int row, double weight, double[][] within, ShareSlopes sum)
    {
        double[] tastes = _tastes[n];
        double mean = tastes.Index().Sum(q => q.Item * within[q.Index][row]);
        for (int c = 1; c < tastes.Length; c++)
        {
            double slope = weight * tastes[c] * (within[c][row] - mean);
            for (int m = 0; m < membership.Variables.Length; m++)
            {
                sum.Slopes[(membership.Place(c, m) * sum.Shares.Length) + data.Alternative(row)] +=
                    slope * membership.Variables[m][data.Person(n)];
            }
        }
    }

    private double[][]? Within()
    {
        double[][] within = [.. classes.Select((c, q) => c.Probabilities(Part(q))).OfType<double[]>()];
        return within.Length == 0 || within.Length < classes.Count ? null : within;
    }

    private double[] Part(int q) => [.. places[q].Select(i => theta[i])];

    private void EachRow(Action<int, int> work)
    {
        for (int n = 0; n < data.Situations; n++)
        {
            for (int row = data.Start(n); row < data.Start(n + 1); row++)
            {
                work(n, row);
            }
        }
    }
}
