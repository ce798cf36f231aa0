using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Values go up the tree; derivatives come down it: a(node) = ∂ln P/∂v(node) starts from the steps to the choice and passes to the
/// children as a(branch)·P(child), and to the branch's own λ as a(branch)·(v(branch) − Σ P(child)·v(child))/λ. Unscaled,
/// a(branch)·λ·P(child) and a(branch)·v(branch)/λ.
/// </summary>
internal sealed class NestedLikelihood : Likelihood
{
    private const double LeastLambda = 1e-3;
    private readonly ChoiceData _data;
    private readonly Lazy<double[]> _start;
    private readonly Lazy<IReadOnlyList<Undetermined>> _undetermined;
    private readonly bool _isUnscaled;
    private readonly int[] _column;
    private readonly int[] _parent, _lambda; // of each branch; branch 0 is the root, parents come before children
    private readonly int[] _branchOf; // of each row

    public NestedLikelihood(NestedLogit model, ChoiceData data, Lazy<double[]> start)
        : base(model.Parameters, data.Situations)
    {
        (_data, _start, _isUnscaled) = (data, start, model.IsUnscaled);
        _column = [.. model.Variables.Select(data.IndexOf)];
        List<int> parent = [-1], lambda = [-1];
        var branchOf = new Dictionary<int, int>();
        Add(model.Nests, 0, parent, lambda, branchOf);
        (_parent, _lambda) = ([.. parent], [.. lambda]);
        _branchOf = [.. Enumerable.Range(0, data.Rows).Select(row => branchOf.GetValueOrDefault(data.Alternative(row)))];
        _undetermined = new(() => model.IsUnscaled ? [] : NestIdentification.Of(data, NestedLogit.Flatten(model.Nests).Select(Members)));
    }

    public override bool HasHessian => false;

    public override double[] Start => _start.Value;

    public override IReadOnlyList<Undetermined> Undetermined => _undetermined.Value;

    /// <summary>Dissimilarities that ran to the end of their range.</summary>
    public override IReadOnlyList<Unidentified> Doubts(double[] theta) =>
        [.. _lambda.Where(l => l >= 0 && theta[l] < LeastLambda).Distinct().Select(l => new Unidentified([Parameters[l]],
            "it goes to 0, the end of its range: within the nest the best alternative is certain, and coefficients shrink with it"))];

    public override int PersonOf(int unit) => _data.Person(unit);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        if (_lambda.Any(l => l >= 0 && !(theta[l] > 0)))
        {
            sum.Add(first, double.NaN, new double[theta.Length]);
            return;
        }

        var tree = new Nodes(_parent.Length, theta.Length);
        for (int n = first; n < first + count; n++)
        {
            double weight = _data.Weight(n) * sum.Factor(n);
            double logP = Situation(theta, n, tree);
            if (sum.WantsGradient)
            {
                Score(theta, n, weight, tree);
            }

            sum.Add(n, weight * logP, tree.Score);
        }
    }

    /// <summary>A nest's parameter and members: its alternatives, and each branch below as one.</summary>
    internal static (string Parameter, IReadOnlyList<IReadOnlySet<int>> Members) Members(Nest nest) => (nest.Parameter,
    [
        .. nest.Alternatives.Select(j => (HashSet<int>)[j]),
        .. nest.Branches.Select(branch => NestedLogit.Flatten([branch]).SelectMany(n => n.Alternatives).ToHashSet()),
    ]);

    private void Add(IEnumerable<Nest> nests, int above, List<int> parent, List<int> lambda, Dictionary<int, int> branchOf)
    {
        foreach (var nest in nests)
        {
            int branch = parent.Count;
            parent.Add(above);
            lambda.Add(Parameters.ToList().IndexOf(nest.Parameter));
            foreach (int alternative in nest.Alternatives)
            {
                branchOf[alternative] = branch;
            }

            Add(nest.Branches, branch, parent, lambda, branchOf);
        }
    }

    /// <inheritdoc/>
    public override double[] Probabilities(double[] theta) => Tree(theta).At(theta, _column);

    internal override ShareSlopes Shares(double[] theta, Func<int, double> weight) =>
        new NestedShares(_data, Tree(theta), _column, _branchOf, _parent, _lambda, theta.Length).At(theta, weight);

    private NestedProbabilities Tree(double[] theta) => new(_data, _branchOf, _parent, branch => Lambda(theta, branch), _isUnscaled);

    /// <summary>ln P of the choice; leaves values, probabilities within branches and the first adjoints in the tree.</summary>
    private double Situation(double[] theta, int n, Nodes tree)
    {
        Values(theta, n, tree);
        int size = _data.Alternatives(n);
        Array.Clear(tree.Score);
        double logP = 0;
        for (int node = _data.Chosen(n); node != size;)
        {
            int branch = tree.Above[node], above = size + branch;
            double lambda = Lambda(theta, branch), inside = _isUnscaled ? 1 : lambda;
            double step = tree.Value[node] / inside - tree.Value[above] / lambda;
            logP += step;
            tree.Adjoint[node] += 1 / inside;
            tree.Adjoint[above] -= 1 / lambda;
            if (_lambda[branch] >= 0)
            {
                tree.Score[_lambda[branch]] += _isUnscaled ? tree.Value[above] / (lambda * lambda) : -step / lambda;
            }

            node = above;
        }

        return logP;
    }

    /// <summary>Values of all nodes, and probabilities within their branches.</summary>
    private void Values(double[] theta, int n, Nodes tree)
    {
        int start = _data.Start(n), size = _data.Alternatives(n);
        tree.Begin(size);
        var value = tree.Value.AsSpan(0, size);
        for (int i = 0; i < _column.Length; i++)
        {
            ColumnKernel.AddScaled(theta[i], _data.Column(_column[i]).Slice(start, size), value);
        }

        for (int j = 0; j < size; j++)
        {
            tree.Hang(j, _branchOf[start + j]);
        }

        for (int branch = _parent.Length - 1; branch >= 0; branch--)
        {
            Gather(Lambda(theta, branch), size + branch, branch, tree);
            if (branch > 0)
            {
                tree.Hang(size + branch, _parent[branch]);
            }
        }
    }

    private double Lambda(double[] theta, int branch) => _lambda[branch] < 0 ? 1 : theta[_lambda[branch]];

    /// <summary>Value of a branch, λ·ln Σ exp(v/λ) over its children (unscaled λ·ln Σ exp v), and their probabilities within it.</summary>
    private void Gather(double lambda, int at, int branch, Nodes tree)
    {
        double inside = _isUnscaled ? 1 : lambda, largest = double.NegativeInfinity, sum = 0;
        Span<double> room = tree.Room;
        int count = 0;
        for (int node = tree.FirstChild[branch]; node >= 0; node = tree.Next[node])
        {
            room[count] = tree.Value[node];
            largest = Math.Max(largest, room[count++]);
        }

        tree.Value[at] = double.NegativeInfinity;
        if (double.IsNegativeInfinity(largest))
        {
            return;
        }

        room = room[..count];
        for (int i = 0; i < count; i++)
        {
            room[i] = (room[i] - largest) / inside;
        }

        Elementary.Exp(room, room);
        for (int i = 0; i < count; i++)
        {
            sum += room[i];
        }

        for (int node = tree.FirstChild[branch], i = 0; node >= 0; node = tree.Next[node], i++)
        {
            tree.Share[node] = room[i] / sum;
        }

        tree.Value[at] = largest * lambda / inside + lambda * Elementary.Log(sum);
    }

    private void Score(double[] theta, int n, double weight, Nodes tree)
    {
        int size = _data.Alternatives(n);
        for (int branch = 0; branch < _parent.Length; branch++)
        {
            double adjoint = tree.Adjoint[size + branch], lambda = Lambda(theta, branch), inside = _isUnscaled ? 1 : lambda, mean = 0;
            for (int node = tree.FirstChild[branch]; node >= 0; node = tree.Next[node])
            {
                if (tree.Share[node] == 0)
                {
                    continue;
                }

                tree.Adjoint[node] += adjoint * tree.Share[node] * lambda / inside;
                mean += tree.Share[node] * tree.Value[node];
            }

            if (_lambda[branch] >= 0 && tree.FirstChild[branch] >= 0 && adjoint != 0)
            {
                tree.Score[_lambda[branch]] += adjoint * (tree.Value[size + branch] - (_isUnscaled ? 0 : mean)) / lambda;
            }
        }

        for (int i = 0; i < _column.Length; i++)
        {
            tree.Score[i] = ColumnKernel.Dot(tree.Adjoint.AsSpan(0, size), _data.Column(_column[i]).Slice(_data.Start(n), size));
        }

        for (int k = 0; k < theta.Length; k++)
        {
            tree.Score[k] *= weight;
        }
    }

    /// <summary>Working arrays: nodes are the alternatives, then the branches, the root first.</summary>
    private sealed class Nodes(int branches, int parameters)
    {
        public double[] Value = [], Share = [], Adjoint = [], Room = [];
        public int[] Above = [], Next = [];

        /// <summary>First of a branch's children, the others following by <see cref="Next"/>; −1: none in this set.</summary>
        public int[] FirstChild { get; } = new int[branches];

        public double[] Score { get; } = new double[parameters];

        public void Begin(int size)
        {
            int nodes = size + branches;
            if (Value.Length < nodes)
            {
                (Value, Share, Adjoint, Room) = (new double[nodes], new double[nodes], new double[nodes], new double[nodes]);
                (Above, Next) = (new int[nodes], new int[nodes]);
            }

            Value.AsSpan(0, nodes).Clear();
            Share.AsSpan(0, nodes).Clear();
            Adjoint.AsSpan(0, nodes).Clear();
            Array.Fill(FirstChild, -1);
        }

        public void Hang(int node, int branch) => (Above[node], Next[node], FirstChild[branch]) = (branch, FirstChild[branch], node);
    }
}
