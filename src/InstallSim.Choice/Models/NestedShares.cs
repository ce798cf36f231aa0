using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Expected shares of a nested logit with their derivatives: ∂P = P·∂ln P, where ln P is the sum of ln s(node) = (v(node) − v(branch))/λ
/// on the way up (unscaled v(node) − v(branch)/λ). Derivatives of values go up the tree, ∂v(branch) = Σ s·∂v(node) and for its own λ
/// (v(branch) − Σ s·v(node))/λ, unscaled λ times the sum and v(branch)/λ; those of ln P come down it. A multinomial logit is a tree
/// without branches.
/// </summary>
internal sealed class NestedShares
{
    private readonly ChoiceData _data;
    private readonly NestedProbabilities _tree;
    private readonly int[] _column, _branchOf, _parent, _lambdaOf;
    private readonly bool _isUnscaled;
    private readonly double[] _up, _down, _mean; // ∂v and ∂ln P of each branch [branches, K]; Σ s·v

    /// <summary>Binds θ's dissimilarities.</summary>
    /// <param name="data">Choice sets.</param>
    /// <param name="tree">Probabilities at θ.</param>
    /// <param name="column">Columns of the variables, the first parameters.</param>
    /// <param name="branchOf">Branch of each row; 0: the root.</param>
    /// <param name="parent">Branch above each branch; parents come before children.</param>
    /// <param name="lambdaOf">Parameter of each branch; −1: none.</param>
    /// <param name="parameters">K.</param>
    public NestedShares(
        ChoiceData data, NestedProbabilities tree, int[] column, int[] branchOf, int[] parent, int[] lambdaOf, int parameters)
    {
        (_data, _tree, _column, _branchOf, _parent, _lambdaOf) = (data, tree, column, branchOf, parent, lambdaOf);
        _isUnscaled = tree.IsUnscaled;
        (_up, _down) = (new double[parent.Length * parameters], new double[parent.Length * parameters]);
        _mean = new double[parent.Length];
    }

    /// <summary>Shares and slopes at θ.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="weight">Weight of each situation.</param>
    public ShareSlopes At(double[] theta, Func<int, double> weight)
    {
        int parameters = _up.Length / _parent.Length;
        var found = ShareSlopes.Zero(_data.Codes, parameters);
        double[] utility = _tree.Utilities(theta, _column), probability = [.. utility];
        for (int n = 0; n < _data.Situations; n++)
        {
            int start = _data.Start(n), size = _data.Alternatives(n);
            var branchOf = _branchOf.AsSpan(start, size);
            var p = probability.AsSpan(start, size);
            _tree.Situation(p, branchOf);
            Up(p, utility.AsSpan(start, size), branchOf, start, parameters);
            Down(parameters);
            Add(n, weight(n), p, utility.AsSpan(start, size), branchOf, found);
        }

        return found;
    }

    private void Up(ReadOnlySpan<double> p, ReadOnlySpan<double> utility, ReadOnlySpan<int> branchOf, int start, int parameters)
    {
        Array.Clear(_up);
        Array.Clear(_mean);
        for (int j = 0; j < p.Length; j++)
        {
            int branch = branchOf[j];
            double share = _tree.Share(branch) > 0 ? p[j] / _tree.Share(branch) : 0;
            _mean[branch] += share * utility[j];
            for (int k = 0; k < _column.Length; k++)
            {
                _up[(branch * parameters) + k] += share * _data.Column(_column[k])[start + j];
            }
        }

        for (int branch = _parent.Length - 1; branch >= 0; branch--)
        {
            var own = _up.AsSpan(branch * parameters, parameters);
            double lambda = _tree.Lambda(branch), value = Value(branch);
            for (int k = 0; k < parameters && _isUnscaled; k++)
            {
                own[k] *= lambda;
            }

            if (_lambdaOf[branch] >= 0)
            {
                own[_lambdaOf[branch]] += (value - (_isUnscaled ? 0 : _mean[branch])) / lambda;
            }

            if (branch > 0)
            {
                double share = _tree.ShareWithin(branch, _parent[branch]);
                _mean[_parent[branch]] += share * value;
                for (int k = 0; k < parameters; k++)
                {
                    _up[(_parent[branch] * parameters) + k] += share * own[k];
                }
            }
        }
    }

    /// <summary>Leaves in each branch ∂ln P of itself less what its nodes have in common, ∂v(branch)/λ.</summary>
    private void Down(int parameters)
    {
        Array.Clear(_down);
        for (int branch = 0; branch < _parent.Length; branch++)
        {
            int parent = _parent[branch], lambdaOf = _lambdaOf[branch];
            double lambda = _tree.Lambda(branch), value = Value(branch);
            for (int k = 0; k < parameters; k++)
            {
                double up = _up[(branch * parameters) + k];
                double above = parent < 0 ? 0 : _down[(parent * parameters) + k] + (up / Inside(parent));
                _down[(branch * parameters) + k] = above - (up / lambda);
            }

            if (parent >= 0 && _lambdaOf[parent] >= 0)
            {
                _down[(branch * parameters) + _lambdaOf[parent]] -= OwnLambda(parent, value);
            }

            if (lambdaOf >= 0 && _isUnscaled)
            {
                _down[(branch * parameters) + lambdaOf] += value / (lambda * lambda);
            }
        }
    }

    private void Add(
        int n, double weight, ReadOnlySpan<double> p, ReadOnlySpan<double> utility, ReadOnlySpan<int> branchOf, ShareSlopes found)
    {
        int codes = found.Shares.Length, start = _data.Start(n), parameters = found.Slopes.Length / codes;
        for (int j = 0; j < p.Length; j++)
        {
            int code = _data.Alternative(start + j), branch = branchOf[j];
            double share = weight * p[j];
            found.Shares[code] += share;
            for (int k = 0; k < parameters; k++)
            {
                double own = k < _column.Length ? _data.Column(_column[k])[start + j] / Inside(branch) : 0;
                own -= k == _lambdaOf[branch] ? OwnLambda(branch, utility[j]) : 0;
                found.Slopes[(k * codes) + code] += share * (_down[(branch * parameters) + k] + own);
            }
        }
    }

    private double Inside(int branch) => _isUnscaled ? 1 : _tree.Lambda(branch);

    /// <summary>A branch that no alternative of the set belongs to has no part in anything.</summary>
    private double Value(int branch) => double.IsFinite(_tree.Value(branch)) ? _tree.Value(branch) : 0;

    /// <summary>How far a node's value is from its branch's, as ln s depends on the branch's λ.</summary>
    private double OwnLambda(int branch, double value)
    {
        double lambda = _tree.Lambda(branch);
        return _isUnscaled ? 0 : (value - Value(branch)) / (lambda * lambda);
    }
}
