using InstallSim.Choice.Data;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>What of a utility given by formulas changes with θ, for the blocks of a <see cref="MultinomialLikelihood"/>.</summary>
internal sealed class FormulaPart
{
    private readonly FormulaTerms _terms;
    private readonly int[] _formulaOf; // of each row
    private readonly ChoiceData _data;
    private readonly Group[] _all;
    private Group[][] _blocks = [];
    private (int Others, int Situations)[] _shape = [];

    /// <param name="terms">Formulas and derivatives.</param>
    /// <param name="data">Choices, without the columns of straight parameters.</param>
    /// <param name="formulaOf">Which formula is that of each row.</param>
    public FormulaPart(FormulaTerms terms, ChoiceData data, int[] formulaOf)
    {
        (_terms, _formulaOf) = (terms, formulaOf);
        int[] straight = [.. Enumerable.Range(0, terms.Parameters.Count).Where(k => terms.IsStraight[k])];
        _data = data;
        int[] rows = [.. Enumerable.Range(0, data.Rows)];
        double[][] columns =
            Outputs(Groups(rows, terms.Straight), new double[terms.Parameters.Count], straight.Length, new MovingRoom());
        string Name(int k) => "∂/∂" + terms.Parameters[k];
        Data = data.With([.. straight.Select((k, i) => (Name(k), columns[i]))]);
        Columns = [.. terms.Parameters.Select((_, k) => terms.IsStraight[k] ? Data.IndexOf(Name(k)) : -1)];
        _all = Groups(rows, terms.Programs);
    }

    /// <summary>The choices with a column for each straight parameter.</summary>
    public ChoiceData Data { get; }

    /// <summary>Place of the column of a straight parameter; −1 of a moving one.</summary>
    public int[] Columns { get; }

    /// <summary>Whether nothing moves.</summary>
    public bool IsLinear => _terms.Moving.Length == 0;

    /// <summary>Whether straight parameters are all there is.</summary>
    public bool IsPlain => IsLinear && Array.TrueForAll(_terms.Programs, program => program.IsZero(0));

    /// <summary>Takes up the blocks, in their order.</summary>
    public void Add(MultinomialBlock[] blocks)
    {
        _blocks = new Group[blocks.Length][];
        _shape = [.. blocks.Select(block => (block.Others, block.Situations))];
        Parallel.For(0, blocks.Length, b => _blocks[b] = [.. Groups(RowsOf(blocks[b]), _terms.Programs)]);
    }

    /// <summary>V of every row at θ.</summary>
    public double[] Utilities(double[] theta)
    {
        double[] v = Outputs(_all, theta, 1, new MovingRoom())[0];
        for (int k = 0; k < theta.Length; k++)
        {
            if (Columns[k] >= 0)
            {
                ColumnKernel.AddScaled(theta[k], Data.Column(Columns[k]), v);
            }
        }

        return v;
    }

    /// <summary>Differences of what moves, alternatives less the chosen, of one block.</summary>
    /// <param name="theta">θ.</param>
    /// <param name="block">Number of the block.</param>
    /// <param name="bends">Whether second derivatives are wanted.</param>
    /// <param name="room">Receives the rest of V and the second derivatives.</param>
    /// <param name="x">Receives the slopes of the moving parameters, shape [K][M, B].</param>
    public void Fill(double[] theta, int block, bool bends, MovingRoom room, double[][] x)
    {
        if (IsPlain)
        {
            return;
        }

        var (others, count) = _shape[block];
        double[][] found = Differences(Outputs(_blocks[block], theta, 1 + _terms.Moving.Length, room), others, count, room);
        room.Offset = found[0];
        for (int i = 0; i < _terms.Moving.Length; i++)
        {
            x[_terms.Moving[i]] = found[1 + i];
        }

        if (!bends || _terms.Pairs.Length == 0)
        {
            return;
        }

        Group[] groups = [.. _blocks[block].Select(g => g with { Program = _terms.Bends[g.Formula], Known = g.Bent.Value })];
        room.Bends = Differences(Outputs(groups, theta, _terms.Pairs.Length, room.OfBends), others, count, room.OfBends);
    }

    /// <summary>Adds −Σ w·P·∂²V, lower triangle.</summary>
    /// <param name="weighted">w·P of the alternatives that were not chosen.</param>
    /// <param name="room">As <see cref="Fill"/> left it.</param>
    /// <param name="hessian">Where to add, flat [K, K].</param>
    /// <param name="k">K.</param>
    public void AddBends(double[] weighted, MovingRoom room, double[] hessian, int k)
    {
        for (int p = 0; p < _terms.Pairs.Length; p++)
        {
            var (a, b) = _terms.Pairs[p];
            hessian[(a * k) + b] -= ColumnKernel.Dot(weighted, room.Bends[p]);
        }
    }

    /// <summary>Rows of the alternatives that were not chosen, then of the chosen, situations side by side; gaps are the chosen.</summary>
    private int[] RowsOf(MultinomialBlock block)
    {
        int count = block.Situations;
        var rows = new int[(block.Others + 1) * count];
        for (int b = 0; b < count; b++)
        {
            int n = block.First + b, row = _data.Start(n), chosen = row + _data.Chosen(n), m = 0;
            for (; row < _data.Start(n + 1); row++)
            {
                if (row != chosen)
                {
                    rows[(m++ * count) + b] = row;
                }
            }

            for (; m <= block.Others; m++)
            {
                rows[(m * count) + b] = chosen;
            }
        }

        return rows;
    }

    private Group[] Groups(int[] rows, FormulaProgram[] programs)
    {
        var groups = new List<Group>();
        for (int f = 0; f < programs.Length; f++)
        {
            int[] at = [.. Enumerable.Range(0, rows.Length).Where(i => _formulaOf[rows[i]] == f)];
            if (at.Length == 0)
            {
                continue;
            }

            int formula = f;
            double[]?[] Known(FormulaProgram program) => program.Known(name =>
            {
                ReadOnlySpan<double> x = _data.Column(name);
                double[] values = new double[at.Length];
                for (int i = 0; i < at.Length; i++)
                {
                    values[i] = x[rows[at[i]]];
                }

                return values;
            }, at.Length);
            groups.Add(new Group(f, at.Length == rows.Length ? null : at, at.Length, programs[f], Known(programs[f]),
                new Lazy<double[]?[]>(() => Known(_terms.Bends[formula]))));
        }

        return [.. groups];
    }

    /// <summary>The first outputs of all groups, shape [outputs][rows].</summary>
    private static double[][] Outputs(Group[] groups, double[] theta, int outputs, MovingRoom room)
    {
        int rows = groups.Sum(g => g.Count);
        double[][] found = room.Found(outputs, rows);
        foreach (Group group in groups)
        {
            FormulaRoom own = room.Of(group.Formula);
            group.Program.Run(theta, group.Known, group.Count, own);
            for (int o = 0; o < outputs; o++)
            {
                ReadOnlySpan<double> values = group.Program.Output(o, own, group.Count);
                if (group.At is null)
                {
                    values.CopyTo(found[o]);
                    continue;
                }

                for (int i = 0; i < values.Length; i++)
                {
                    found[o][group.At[i]] = values[i];
                }
            }
        }

        return found;
    }

    /// <summary>What the rows have more than those of the chosen, shape [outputs][M, B].</summary>
    private static double[][] Differences(double[][] values, int others, int count, MovingRoom room)
    {
        double[][] found = room.Differences(values.Length, others * count);
        for (int o = 0; o < found.Length; o++)
        {
            ReadOnlySpan<double> chosen = values[o].AsSpan(others * count, count);
            values[o].AsSpan(0, others * count).CopyTo(found[o]);
            for (int m = 0; m < others; m++)
            {
                ColumnKernel.AddScaled(-1, chosen, found[o].AsSpan(m * count, count));
            }
        }

        return found;
    }

    /// <summary>Rows with one formula.</summary>
    private sealed record Group(int Formula, int[]? At, int Count, FormulaProgram Program, double[]?[] Known, Lazy<double[]?[]> Bent);
}

/// <summary>Working arrays of <see cref="FormulaPart"/> for one slot.</summary>
internal sealed class MovingRoom
{
    private readonly Dictionary<int, FormulaRoom> _rooms = [];
    private double[][] _found = [], _differences = [];
    private MovingRoom? _ofBends;

    /// <summary>The rest of V, differences from the chosen.</summary>
    public double[] Offset { get; set; } = [];

    /// <summary>Second derivatives, differences from the chosen.</summary>
    public double[][] Bends { get; set; } = [];

    /// <summary>Working arrays of second derivatives.</summary>
    public MovingRoom OfBends => _ofBends ??= new MovingRoom();

    /// <summary>Working arrays of a formula.</summary>
    public FormulaRoom Of(int formula) =>
        _rooms.TryGetValue(formula, out FormulaRoom? room) ? room : _rooms[formula] = new FormulaRoom();

    /// <summary>So many arrays of exactly so many rows.</summary>
    public double[][] Found(int outputs, int rows) => Fit(ref _found, outputs, rows);

    /// <summary>The same for differences.</summary>
    public double[][] Differences(int outputs, int rows) => Fit(ref _differences, outputs, rows);

    private static double[][] Fit(ref double[][] arrays, int outputs, int rows)
    {
        if (arrays.Length != outputs || (outputs > 0 && arrays[0].Length != rows))
        {
            arrays = [.. Enumerable.Range(0, outputs).Select(_ => new double[rows])];
        }

        return arrays;
    }
}
