using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>LL = Σ w·ln P(chosen); score w·(x(chosen) − x̄), Hessian −Σ w·P·(x − x̄)·(x − x̄)′ with x̄ = Σ P·x of the set.</summary>
internal sealed class MultinomialLikelihood : Likelihood
{
    private const int RowsOfBlock = 1024;
    private readonly ChoiceData _data;
    private readonly int[] _column;
    private readonly bool[] _varies;

    public MultinomialLikelihood(IReadOnlyList<string> parameters, ChoiceData data)
        : base(parameters, data.Situations)
    {
        _data = data;
        _column = [.. parameters.Select(data.IndexOf)];
        _varies = [.. _column.Select(Varies)];
    }

    public override bool IsConcave => true;

    public override double[] Start => new double[Parameters.Count];

    public override int PersonOf(int unit) => _data.Person(unit);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        var room = new Room(theta.Length);
        for (int n = first; n < first + count;)
        {
            int next = n + 1;
            while (next < first + count && _data.Start(next + 1) - _data.Start(n) <= RowsOfBlock)
                next++;
            AddBlock(theta, n, next, sum, room);
            n = next;
        }
    }

    private void AddBlock(double[] theta, int first, int next, UnitSum sum, Room room)
    {
        int origin = _data.Start(first), rows = _data.Start(next) - origin, k = theta.Length, count = next - first;
        room.Fit(rows, count);
        var p = room.Probability.AsSpan(0, rows);
        p.Clear();
        for (int i = 0; i < k; i++)
            ColumnKernel.AddScaled(theta[i], _data.Column(_column[i]).Slice(origin, rows), p);
        for (int n = first; n <= next; n++)
            room.Offsets[n - first] = _data.Start(n);
        for (int n = first; n < next; n++)
            (room.Chosen[n - first], room.Weights[n - first]) = (_data.Chosen(n), _data.Weight(n) * sum.Factor(n));
        var logP = room.LogProbability.AsSpan(0, count);
        SoftmaxKernel.ManySets(p, room.Offsets.AsSpan(0, count + 1), room.Chosen.AsSpan(0, count), logP);
        if (sum.WantsGradient)
            Means(first, next, p, room);
        for (int n = first; n < next; n++)
            sum.Add(n, room.Weights[n - first] * logP[n - first], room.Score.AsSpan((n - first) * k, k));
        if (sum.WantsHessian)
            AddHessian(first, next, p, room, sum.Hessian);
    }

    /// <summary>Scores of the block's situations, and x̄ for the Hessian.</summary>
    private void Means(int first, int next, ReadOnlySpan<double> p, Room room)
    {
        int origin = _data.Start(first), k = _column.Length;
        for (int i = 0; i < k; i++)
        {
            var x = _data.Column(_column[i]);
            for (int n = first; n < next; n++)
            {
                int start = _data.Start(n), size = _data.Alternatives(n);
                double mean = _varies[i] ? ColumnKernel.Dot(p.Slice(start - origin, size), x.Slice(start, size)) : x[start];
                room.Mean[(n - first) * k + i] = mean;
                room.Score[(n - first) * k + i] = room.Weights[n - first] * (x[start + _data.Chosen(n)] - mean);
            }
        }
    }

    /// <summary>Whether a variable differs within some set; where it does not, its scores are 0 exactly and not rounding.</summary>
    private bool Varies(int column)
    {
        var x = _data.Column(column);
        for (int n = 0; n < _data.Situations; n++)
        {
            var set = x.Slice(_data.Start(n), _data.Alternatives(n));
            if (set.ContainsAnyExcept(set[0]))
                return true;
        }

        return false;
    }

    private void AddHessian(int first, int next, ReadOnlySpan<double> p, Room room, double[] hessian)
    {
        int origin = _data.Start(first), k = _column.Length, rows = p.Length;
        var weighted = room.Weighted.AsSpan(0, rows);
        for (int i = 0; i < k; i++)
        {
            var x = _data.Column(_column[i]);
            var centred = room.Centred.AsSpan(i * rows, rows);
            for (int n = first; n < next; n++)
            {
                double mean = room.Mean[(n - first) * k + i], weight = room.Weights[n - first];
                for (int r = _data.Start(n) - origin; r < _data.Start(n + 1) - origin; r++)
                {
                    centred[r] = x[origin + r] - mean;
                    weighted[r] = weight * p[r] * centred[r];
                }
            }

            for (int j = 0; j <= i; j++)
                hessian[i * k + j] -= ColumnKernel.Dot(weighted, room.Centred.AsSpan(j * rows, rows));
        }
    }

    /// <summary>Working arrays of one slot.</summary>
    private sealed class Room(int k)
    {
        public double[] Probability = [], LogProbability = [], Score = [], Mean = [], Centred = [], Weighted = [], Weights = [];
        public int[] Offsets = [], Chosen = [];

        public void Fit(int rows, int situations)
        {
            if (Probability.Length < rows)
            {
                (Probability, Weighted) = (new double[rows], new double[rows]);
                Centred = new double[rows * k];
            }

            if (Chosen.Length < situations)
            {
                (Offsets, Chosen, LogProbability) = (new int[situations + 1], new int[situations], new double[situations]);
                (Score, Mean, Weights) = (new double[situations * k], new double[situations * k], new double[situations]);
            }
        }
    }
}
