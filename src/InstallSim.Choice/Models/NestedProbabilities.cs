using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Probabilities of a nested logit for all rows at once: P of an alternative is the product of its probability within its branch and those
/// of the branches above. Utilities are made of whole columns, exponentials of whole choice sets, sums by branch.
/// </summary>
internal sealed class NestedProbabilities
{
    private readonly ChoiceData _data;
    private readonly int[] _branchOf;
    private readonly int[][] _below; // the branches of each branch
    private readonly double[] _lambda, _inside;
    private readonly double[] _largest, _sum, _log, _value, _part, _rows, _share, _room; // of each branch; the last of its branches

    /// <summary>Binds θ's dissimilarities.</summary>
    /// <param name="data">Choice sets.</param>
    /// <param name="branchOf">Branch of each row; 0: the root.</param>
    /// <param name="parent">Branch above each branch; parents come before children.</param>
    /// <param name="lambda">λ of a branch; 1 for the root.</param>
    /// <param name="isUnscaled">Whether utilities are not divided by λ within the branch.</param>
    public NestedProbabilities(ChoiceData data, int[] branchOf, int[] parent, Func<int, double> lambda, bool isUnscaled)
    {
        (_data, _branchOf, IsUnscaled) = (data, branchOf, isUnscaled);
        int[] branches = [.. Enumerable.Range(0, parent.Length)];
        _below = [.. branches.Select(branch => branches.Where(b => parent[b] == branch).ToArray())];
        _lambda = [.. branches.Select(lambda)];
        _inside = [.. _lambda.Select(l => isUnscaled ? 1 : l)];
        double[] Each() => new double[parent.Length];
        (_largest, _sum, _log, _value, _part, _rows, _share, _room) = (Each(), Each(), Each(), Each(), Each(), Each(), Each(), Each());
    }

    /// <summary>Whether utilities are not divided by λ within the branch.</summary>
    public bool IsUnscaled { get; }

    /// <summary>λ of a branch.</summary>
    public double Lambda(int branch) => _lambda[branch];

    /// <summary>Value of a branch in the choice set last taken; −∞: it has no alternative in it.</summary>
    public double Value(int branch) => _value[branch];

    /// <summary>Probability of a branch in the choice set last taken.</summary>
    public double Share(int branch) => _share[branch];

    /// <summary>Probability of a branch within the one above.</summary>
    public double ShareWithin(int branch, int above) => _part[branch] / _sum[above];

    /// <summary>V of every row, shape [rows].</summary>
    /// <param name="theta">θ.</param>
    /// <param name="column">Columns of the variables, in the order of θ.</param>
    public double[] Utilities(double[] theta, int[] column)
    {
        double[] utility = new double[_data.Rows];
        for (int i = 0; i < column.Length; i++)
        {
            ColumnKernel.AddScaled(theta[i], _data.Column(column[i]), utility);
        }

        return utility;
    }

    /// <summary>P of every row, shape [rows].</summary>
    /// <param name="theta">θ.</param>
    /// <param name="column">Columns of the variables, in the order of θ.</param>
    public double[] At(double[] theta, int[] column)
    {
        double[] probability = Utilities(theta, column);
        for (int n = 0; n < _data.Situations; n++)
        {
            int start = _data.Start(n), size = _data.Alternatives(n);
            Situation(probability.AsSpan(start, size), _branchOf.AsSpan(start, size));
        }

        return probability;
    }

    /// <summary>Turns the utilities of a choice set into probabilities.</summary>
    public void Situation(Span<double> v, ReadOnlySpan<int> branchOf)
    {
        Array.Fill(_largest, double.NegativeInfinity);
        Array.Clear(_sum);
        for (int j = 0; j < v.Length; j++)
        {
            ref double largest = ref _largest[branchOf[j]];
            largest = Math.Max(largest, v[j]);
        }

        for (int j = 0; j < v.Length; j++)
        {
            v[j] = (v[j] - _largest[branchOf[j]]) / _inside[branchOf[j]];
        }

        Elementary.Exp(v, v);
        for (int j = 0; j < v.Length; j++)
        {
            _sum[branchOf[j]] += v[j];
        }

        Elementary.Log(_sum, _log);
        for (int branch = _below.Length - 1; branch >= 0; branch--)
        {
            Up(branch);
        }

        _share[0] = 1;
        for (int branch = 0; branch < _below.Length; branch++)
        {
            double of = _share[branch] / _sum[branch];
            _rows[branch] *= of;
            foreach (int below in _below[branch])
            {
                _share[below] = _part[below] * of;
            }
        }

        for (int j = 0; j < v.Length; j++)
        {
            v[j] *= _rows[branchOf[j]];
        }
    }

    /// <summary>Value of a branch, λ·ln Σ exp(v/λ) over its rows and branches (unscaled λ·ln Σ exp v); −∞ where it has none.</summary>
    private void Up(int branch)
    {
        int[] below = _below[branch];
        double largest = _largest[branch];
        foreach (int b in below)
        {
            largest = Math.Max(largest, _value[b]);
        }

        (_value[branch], _rows[branch]) = (double.NegativeInfinity, 1);
        if (double.IsNegativeInfinity(largest))
        {
            _sum[branch] = 1;
            return;
        }

        double inside = _inside[branch];
        if (below.Length > 0)
        {
            var room = _room.AsSpan(0, below.Length);
            for (int i = 0; i < room.Length; i++)
            {
                room[i] = (_value[below[i]] - largest) / inside;
            }

            Elementary.Exp(room, room);
            _rows[branch] = largest == _largest[branch] ? 1 : Elementary.Exp((_largest[branch] - largest) / inside);
            _sum[branch] *= _rows[branch];
            for (int i = 0; i < room.Length; i++)
            {
                _part[below[i]] = room[i];
                _sum[branch] += room[i];
            }

            _log[branch] = Elementary.Log(_sum[branch]);
        }

        _value[branch] = (largest * _lambda[branch] / inside) + (_lambda[branch] * _log[branch]);
    }
}
