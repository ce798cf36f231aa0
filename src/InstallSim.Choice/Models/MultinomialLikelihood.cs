using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// With d = x − x(chosen) and V = d·θ: ln P(chosen) = −ln(1 + Σ exp V); score −w·d̄, Hessian −w·(Σ P·d·d′ − d̄·d̄′) with d̄ = Σ P·d
/// over the alternatives that were not chosen. A unit is a situation, or all situations of a person.
/// </summary>
internal class MultinomialLikelihood : Likelihood
{
    private const int SituationsOfBlock = 256;
    private readonly ChoiceData _data;
    private readonly bool _panel;
    private readonly MultinomialBlock[] _blocks;
    private readonly int[] _blockOfUnit;
    private readonly FormulaPart? _part;

    /// <exception cref="ArgumentException">A parameter is not a variable; situations of one person have
    /// different weights in a panel.</exception>
    public MultinomialLikelihood(IReadOnlyList<string> parameters, ChoiceData data, bool panel = false, FormulaPart? part = null)
        : base(parameters, panel ? data.Persons : data.Situations)
    {
        (_data, _panel, _part) = (data, panel, part);
        if (panel)
        {
            data.RequireOneWeightPerPerson();
        }

        int[] columns = part?.Columns ?? [.. parameters.Select(data.IndexOf)];
        var ranges = Ranges();
        _blocks = new MultinomialBlock[ranges.Count];
        _blockOfUnit = new int[Units];
        Parallel.For(0, ranges.Count, b =>
        {
            var (first, next) = ranges[b];
            _blocks[b] = new MultinomialBlock(data, columns, [.. Enumerable.Range(first, next - first + 1).Select(FirstSituation)]);
            _blockOfUnit.AsSpan(first, next - first).Fill(b);
        });
        part?.Add(_blocks);
    }

    public override bool IsConcave => _part is null || _part.IsLinear;

    public override double[] Start => new double[Parameters.Count];

    public override int PersonOf(int unit) => _panel ? unit : _data.Person(unit);

    public override double[] Probabilities(double[] theta)
    {
        double[] probability = _part?.Utilities(theta) ?? new double[_data.Rows];
        for (int k = 0; k < theta.Length && _part is null; k++)
        {
            ColumnKernel.AddScaled(theta[k], _data.Column(Parameters[k]), probability);
        }

        for (int n = 0; n < _data.Situations; n++)
        {
            Span<double> set = probability.AsSpan(_data.Start(n), _data.Alternatives(n));
            SoftmaxKernel.Probabilities(set, set);
        }

        return probability;
    }

    internal override ShareSlopes? Shares(double[] theta, Func<int, double> weight)
    {
        if (_part is not null)
        {
            return null;
        }

        int[] root = new int[_data.Rows];
        return new NestedShares(_data, new NestedProbabilities(_data, root, [-1], _ => 1, false),
            [.. Parameters.Select(_data.IndexOf)], root, [-1], [-1], theta.Length).At(theta, weight);
    }

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        var room = new Room();
        for (int unit = first; unit < first + count;)
        {
            var block = _blocks[_blockOfUnit[unit]];
            room.Fit(theta.Length, block);
            _part?.Fill(theta, _blockOfUnit[unit], sum.WantsHessian, room.Moving, room.X);
            Probabilities(theta, block, room);
            for (int u = 0; u + 1 < block.Starts.Length; u++)
            {
                for (int n = block.Starts[u]; n < block.Starts[u + 1]; n++)
                {
                    room.Weight[n - block.First] = _data.Weight(n) * sum.Factor(unit + u);
                }
            }

            AddBlock(unit, block, sum, room);
            unit += block.Starts.Length - 1;
        }
    }

    /// <summary>P of the alternatives that were not chosen, and ln P of the chosen.</summary>
    private void Probabilities(double[] theta, MultinomialBlock block, Room room)
    {
        int count = block.Situations;
        Span<double> v = room.P, largest = room.Largest, sum = room.Sum, logP = room.LogP;
        AddUtilities(theta, block, room);
        largest.Clear();
        for (int m = 0; m < block.Others; m++)
        {
            var row = v.Slice(m * count, count);
            for (int b = 0; b < row.Length; b++)
            {
                largest[b] = Math.Max(largest[b], row[b]);
            }
        }

        for (int b = 0; b < count; b++)
        {
            sum[b] = -largest[b];
        }

        for (int m = 0; m < block.Others; m++)
        {
            ColumnKernel.AddScaled(-1, largest, v.Slice(m * count, count));
        }

        Elementary.Exp(v, v);
        Elementary.Exp(sum, sum);
        for (int m = 0; m < block.Others; m++)
        {
            ColumnKernel.AddScaled(1, v.Slice(m * count, count), sum);
        }

        Elementary.Log(sum, logP);
        for (int b = 0; b < count; b++)
        {
            (logP[b], sum[b]) = (-largest[b] - logP[b], 1 / sum[b]);
        }

        for (int m = 0; m < block.Others; m++)
        {
            ColumnKernel.Multiply(v.Slice(m * count, count), sum, v.Slice(m * count, count));
        }
    }

    /// <summary>V of the alternatives that were not chosen, less that of the chosen.</summary>
    private void AddUtilities(double[] theta, MultinomialBlock block, Room room)
    {
        Span<double> v = room.P;
        if (block.Padding.Length > 0)
        {
            block.Padding.CopyTo(v);
        }
        else
        {
            v.Clear();
        }

        for (int k = 0; k < theta.Length; k++)
        {
            if (block.X[k].Length == v.Length)
            {
                ColumnKernel.AddScaled(theta[k], block.X[k], v);
            }
        }

        if (_part is { IsPlain: false })
        {
            ColumnKernel.AddScaled(1, room.Moving.Offset.AsSpan(0, v.Length), v);
        }
    }

    private void AddBlock(int unit, MultinomialBlock block, UnitSum sum, Room room)
    {
        int k = sum.WantsGradient ? block.X.Length : 0, count = block.Situations;
        for (int i = 0; i < k; i++)
        {
            Span<double> mean = room.Mean[i], score = room.Score[i];
            mean.Clear();
            for (int m = 0; m < block.Others; m++)
            {
                ColumnKernel.AddProduct(room.P.AsSpan(m * count, count), room.X[i].AsSpan(m * count, count), mean);
            }

            for (int b = 0; b < count; b++)
            {
                score[b] = -room.Weight[b] * mean[b];
            }
        }

        if (sum.WantsHessian)
        {
            AddHessian(block, sum.Hessian, room);
        }

        ColumnKernel.Multiply(room.LogP, room.Weight, room.LogP);
        if (_panel)
        {
            AddUp(block, room.LogP);
            for (int i = 0; i < k; i++)
            {
                AddUp(block, room.Score[i]);
            }
        }

        sum.AddColumns(unit, room.LogP.AsSpan(0, block.Starts.Length - 1), room.Score);
    }

    private void AddHessian(MultinomialBlock block, double[] hessian, Room room)
    {
        int k = block.X.Length, count = block.Situations;
        for (int m = 0; m < block.Others; m++)
        {
            ColumnKernel.Multiply(room.P.AsSpan(m * count, count), room.Weight, room.P.AsSpan(m * count, count));
        }

        for (int i = 0; i < k; i++)
        {
            ColumnKernel.Multiply(room.P, room.X[i], room.Weighted);
            for (int j = 0; j <= i; j++)
            {
                hessian[i * k + j] -= ColumnKernel.Dot(room.Weighted, room.X[j]) + ColumnKernel.Dot(room.Score[i], room.Mean[j]);
            }
        }

        _part?.AddBends(room.P, room.Moving, hessian, k);
    }

    /// <summary>Sums over the situations of each unit, in place.</summary>
    private static void AddUp(MultinomialBlock block, double[] values)
    {
        for (int u = 0; u + 1 < block.Starts.Length; u++)
        {
            double total = 0;
            for (int n = block.Starts[u] - block.First; n < block.Starts[u + 1] - block.First; n++)
            {
                total += values[n];
            }

            values[u] = total;
        }
    }

    private int FirstSituation(int unit) => _panel ? _data.FirstSituation(unit) : unit;

    /// <summary>First unit of each block and the end; a block lies in one slot.</summary>
    private List<(int First, int Next)> Ranges()
    {
        var ranges = new List<(int, int)>();
        for (int slot = 0; slot < Slots; slot++)
        {
            for (int first = FirstOfSlot(slot), end = FirstOfSlot(slot + 1), next; first < end; first = next)
            {
                next = first + 1;
                while (next < end && FirstSituation(next + 1) - FirstSituation(first) <= SituationsOfBlock)
                {
                    next++;
                }

                ranges.Add((first, next));
            }
        }

        return ranges;
    }

    /// <summary>Working arrays of one slot.</summary>
    private sealed class Room
    {
        public double[] P = [], Weighted = [], LogP = [], Largest = [], Sum = [], Weight = [];
        public double[][] Mean = [], Score = [], X = [];

        public MovingRoom Moving { get; } = new();

        public void Fit(int k, MultinomialBlock block)
        {
            int count = block.Situations;
            if (P.Length != count * block.Others)
            {
                (P, Weighted) = (new double[count * block.Others], new double[count * block.Others]);
            }

            X = [.. block.X];
            if (LogP.Length == count)
            {
                return;
            }

            (LogP, Largest, Sum, Weight) = (new double[count], new double[count], new double[count], new double[count]);
            (Mean, Score) = (new double[k][], new double[k][]);
            for (int i = 0; i < k; i++)
            {
                (Mean[i], Score[i]) = (new double[count], new double[count]);
            }
        }
    }
}
