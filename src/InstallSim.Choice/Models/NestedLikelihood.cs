using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Values and their derivatives go up the tree together: ∂v(branch)/∂θ = Σ P(child)·∂v(child)/∂θ, and in its own λ besides
/// (v(branch) − Σ P(child)·v(child))/λ. Unscaled, λ·Σ P(child)·∂v(child)/∂θ and v(branch)/λ.
/// </summary>
internal sealed class NestedLikelihood : Likelihood
{
    private readonly ChoiceData _data;
    private readonly bool _isUnscaled;
    private readonly int[] _column;
    private readonly int[] _parent, _lambda; // of each branch; branch 0 is the root, parents come before children
    private readonly Dictionary<int, int> _branchOf = [];

    public NestedLikelihood(NestedLogit model, ChoiceData data, double[] start)
        : base(model.Parameters, data.Situations)
    {
        (_data, Start, _isUnscaled) = (data, start, model.IsUnscaled);
        _column = [.. model.Variables.Select(data.IndexOf)];
        List<int> parent = [-1], lambda = [-1];
        Add(model.Nests, 0, parent, lambda);
        (_parent, _lambda) = ([.. parent], [.. lambda]);
    }

    public override bool HasHessian => false;

    public override double[] Start { get; }

    public override int PersonOf(int unit) => _data.Person(unit);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        if (_lambda.Any(l => l >= 0 && !(theta[l] > 0)))
        {
            sum.Add(first, double.NaN, new double[theta.Length]);
            return;
        }

        var tree = new Tree(_parent.Length, theta.Length);
        for (int n = first; n < first + count; n++)
        {
            double weight = _data.Weight(n) * sum.Factor(n);
            double logP = Situation(theta, n, tree);
            for (int k = 0; k < theta.Length; k++)
                tree.Score[k] *= weight;
            sum.Add(n, weight * logP, tree.Score);
        }
    }

    private void Add(IEnumerable<Nest> nests, int above, List<int> parent, List<int> lambda)
    {
        foreach (var nest in nests)
        {
            int branch = parent.Count;
            parent.Add(above);
            lambda.Add(Parameters.ToList().IndexOf(nest.Parameter));
            foreach (int alternative in nest.Alternatives)
                _branchOf[alternative] = branch;
            Add(nest.Branches, branch, parent, lambda);
        }
    }

    private double Situation(double[] theta, int n, Tree tree)
    {
        int start = _data.Start(n), size = _data.Alternatives(n), k = theta.Length;
        tree.Begin(size);
        for (int j = 0; j < size; j++)
        {
            double v = 0;
            for (int i = 0; i < _column.Length; i++)
            {
                double x = _data.Column(_column[i])[start + j];
                tree.Slope[j * k + i] = x;
                v += theta[i] * x;
            }

            tree.Value[j] = v;
            tree.Above[j] = _branchOf.GetValueOrDefault(_data.Alternative(start + j));
        }

        for (int branch = _parent.Length - 1; branch >= 0; branch--)
        {
            tree.Above[size + branch] = _parent[branch];
            Gather(theta, size, branch, tree);
        }

        double logP = 0;
        Array.Clear(tree.Score);
        for (int node = _data.Chosen(n); tree.Above[node] >= 0; node = size + tree.Above[node])
            logP += Descend(theta, node, size + tree.Above[node], _lambda[tree.Above[node]], tree);
        return logP;
    }

    /// <summary>Value and slope of a branch from its children, all of which stand before it or are later branches.</summary>
    private void Gather(double[] theta, int size, int branch, Tree tree)
    {
        int at = size + branch, nodes = size + _parent.Length, k = theta.Length, own = _lambda[branch];
        double lambda = own < 0 ? 1 : theta[own], inside = _isUnscaled ? 1 : lambda, largest = double.NegativeInfinity, sum = 0, mean = 0;
        for (int node = 0; node < nodes; node++)
        {
            if (tree.Above[node] == branch && node != at)
                largest = Math.Max(largest, tree.Value[node]);
        }

        tree.Value[at] = double.NegativeInfinity;
        if (double.IsNegativeInfinity(largest))
            return;
        for (int node = 0; node < nodes; node++)
        {
            if (tree.Above[node] == branch && node != at)
                sum += tree.Share[node] = Elementary.Exp((tree.Value[node] - largest) / inside);
        }

        var slope = tree.Slope.AsSpan(at * k, k);
        for (int node = 0; node < nodes; node++)
        {
            if (tree.Above[node] != branch || node == at || tree.Share[node] == 0)
                continue;
            double p = tree.Share[node] / sum;
            mean += p * tree.Value[node];
            ColumnKernel.AddScaled(p * lambda / inside, tree.Slope.AsSpan(node * k, k), slope);
        }

        tree.Value[at] = largest * lambda / inside + lambda * Elementary.Log(sum);
        if (own >= 0)
            slope[own] += (tree.Value[at] - (_isUnscaled ? 0 : mean)) / lambda;
    }

    /// <summary>One step down: (v(child) − v(branch))/λ, and its derivatives added to the score; unscaled, v(child) − v(branch)/λ.</summary>
    private double Descend(double[] theta, int child, int branch, int own, Tree tree)
    {
        int k = theta.Length;
        double lambda = own < 0 ? 1 : theta[own], inside = _isUnscaled ? 1 : lambda;
        double step = tree.Value[child] / inside - tree.Value[branch] / lambda;
        ColumnKernel.AddScaled(1 / inside, tree.Slope.AsSpan(child * k, k), tree.Score);
        ColumnKernel.AddScaled(-1 / lambda, tree.Slope.AsSpan(branch * k, k), tree.Score);
        if (own >= 0)
            tree.Score[own] -= _isUnscaled ? -tree.Value[branch] / (lambda * lambda) : step / lambda;
        return step;
    }

    /// <summary>Working arrays: nodes are the alternatives, then the branches.</summary>
    private sealed class Tree(int branches, int k)
    {
        public double[] Value = [], Share = [], Slope = [];
        public int[] Above = [];

        public double[] Score { get; } = new double[k];

        public void Begin(int size)
        {
            int nodes = size + branches;
            if (Value.Length < nodes)
                (Value, Share, Slope, Above) = (new double[nodes], new double[nodes], new double[nodes * k], new int[nodes]);
            Slope.AsSpan(0, nodes * k).Clear();
            Above.AsSpan(0, nodes).Fill(-2);
        }
    }
}
