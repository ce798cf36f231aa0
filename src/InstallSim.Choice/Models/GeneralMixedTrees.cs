using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>The trees of nests over the alternatives of each choice set; equal ones are one.</summary>
internal sealed class GeneralMixedTrees
{
    private readonly List<int> _parent = [-1], _lambda = [-1];
    private readonly Dictionary<int, int> _branchOf = [];
    private readonly NestShape[] _shapes = [];

    /// <param name="nests">Nests; none: a logit.</param>
    /// <param name="parameters">Names of the model's parameters.</param>
    /// <param name="data">Choices.</param>
    public GeneralMixedTrees(IReadOnlyList<Nest> nests, IReadOnlyList<string> parameters, ChoiceData data)
    {
        Add(nests, 0, [.. parameters]);
        if (nests.Count == 0)
        {
            return;
        }

        var known = new Dictionary<string, NestShape>();
        _shapes = new NestShape[data.Situations];
        for (int n = 0; n < _shapes.Length; n++)
        {
            int start = data.Start(n), chosen = data.Chosen(n);
            int[] rows = [.. Enumerable.Range(start, data.Alternatives(n)).Where(r => r != start + chosen).Append(start + chosen)
                .Select(r => _branchOf.GetValueOrDefault(data.Alternative(r)))];
            string key = string.Join(',', rows);
            if (!known.TryGetValue(key, out NestShape? shape))
            {
                known[key] = shape = Shape(rows);
            }

            _shapes[n] = shape;
        }
    }

    /// <summary>Branches, the root's included; 0 for a logit.</summary>
    public int Branches => _shapes.Length == 0 ? 0 : _parent.Count;

    /// <summary>Place in θ of each branch's dissimilarity; −1: 1.</summary>
    public IReadOnlyList<int> Parameters => _lambda;

    /// <summary>The trees of some situations.</summary>
    public ReadOnlySpan<NestShape> Of(int first, int count) => _shapes.Length == 0 ? [] : _shapes.AsSpan(first, count);

    private void Add(IEnumerable<Nest> nests, int above, List<string> parameters)
    {
        foreach (var nest in nests)
        {
            int branch = _parent.Count;
            _parent.Add(above);
            _lambda.Add(parameters.IndexOf(nest.Parameter));
            foreach (int alternative in nest.Alternatives)
            {
                _branchOf[alternative] = branch;
            }

            Add(nest.Branches, branch, parameters);
        }
    }

    private NestShape Shape(int[] branchOfNode)
    {
        var children = new List<int>[_parent.Count];
        for (int branch = _parent.Count - 1; branch >= 0; branch--)
        {
            int own = branch;
            children[branch] =
            [
                .. Enumerable.Range(0, branchOfNode.Length).Where(node => branchOfNode[node] == own),
                .. Enumerable.Range(branch + 1, _parent.Count - branch - 1).Where(b => _parent[b] == own && children[b].Count > 0)
                    .Select(b => branchOfNode.Length + b),
            ];
        }

        var path = new List<int>();
        for (int branch = branchOfNode[^1]; branch >= 0; branch = _parent[branch])
        {
            path.Add(branch);
        }

        return new NestShape([.. children.Select(c => c.ToArray())], [.. path]);
    }
}
