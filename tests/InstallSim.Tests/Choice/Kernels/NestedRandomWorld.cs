using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>
/// Any columns, rows, closed alternatives and people, also out of the ordinary, and what evaluating every alternative says of them: V from
/// the numbers that columns and rows were filled with.
/// </summary>
internal sealed class NestedRandomWorld
{
    private static readonly double[] Odd =
        [0, -0.0, 1e-320, 1e-46, -1e-46, 1e-38, 1e8, 1e16, 1e17, -1e20, 1e31, 1e200, double.MaxValue, double.NaN, double.PositiveInfinity];

    private readonly Random _random;
    private readonly uint _seed;
    private readonly double[][] _rows;
    private readonly bool[] _open;
    private double[][] _group = [], _form = [];
    private double[] _centre = [];
    private double[][] _kinds = [];
    private double _odd, _spread;
    private uint _agents;

    public NestedRandomWorld(int groups, int forms, int seed)
    {
        (_random, _seed) = (new Random(seed), (uint)seed);
        Blocks = new NestedBlocks(groups, forms, 0, 0);
        _open = [.. Enumerable.Repeat(true, groups * forms)];
        double size = Pick(1, 4, 1e4, 1e-20), loose = Pick(0, 1);
        double[][] rows = [.. Enumerable.Range(0, 3).Select(_ => Numbers(groups, size))];
        GroupRangeFill bound = (a, part, from, lowest, highest) =>
        {
            for (int i = 0; i < lowest.Length; i++)
            {
                double[] values = rows[a][((from + i) * part)..Math.Min(groups, (from + i + 1) * part)];
                (lowest[i], highest[i]) = (values.Min() - (loose * size), values.Max() + (loose * size));
            }
        };
        Rows = new GroupRows(3, groups, (a, from, values) => rows[a].AsSpan(from, values.Length).CopyTo(values),
            _random.Next(2) == 0 ? 0 : GroupRows.MostKept, _random.Next(2) == 0 ? bound : null).WithConstant(-1.5);
        _rows = [.. rows, [.. Enumerable.Repeat(-1.5, groups)]];
        Reshape();
    }

    public NestedBlocks Blocks { get; }

    public GroupRows Rows { get; }

    /// <summary>Another shape, other columns, other alternatives open.</summary>
    public void Reshape()
    {
        Blocks.Reshape(_random.Next(5), _random.Next(4));
        _group = new double[Blocks.GroupColumns][];
        _form = [.. Enumerable.Range(0, Blocks.FormColumns).Select(_ => new double[Blocks.Alternatives])]; // some stay zero
        for (int k = 0; k < _group.Length; k++)
        {
            SetGroupColumn(k);
        }

        for (int k = 0; k < _form.Length - 1; k++)
        {
            _form[k] = [.. Numbers(Blocks.Alternatives, Pick(1, 3, 1e-3)).Select((x, j) => k == 0 ? j % Blocks.Forms : x)];
            Blocks.SetFormColumn(k, _form[k]);
        }

        double share = Pick(0, 0.02, 0.5, 1, 1);
        bool isByStretch = _random.Next(4) == 0;
        for (int j = 0; j < _open.Length; j++)
        {
            _open[j] = isByStretch ? j / Blocks.Forms / 256 % 3 != 0 : _random.NextDouble() < share;
        }

        Blocks.SetOpen(_open);
    }

    /// <summary>Another column of groups, of −∞ in some of them for a third of the columns.</summary>
    public void SetGroupColumn(int k)
    {
        double size = _random.Next(8) == 0 ? Pick(1e-45, 1e20, 1e31) : Pick(1, 3, 10, 1e4), forsaken = Pick(0, 0, 0, 0, 0.02, 0.4, 1);
        bool isWhole = _random.Next(3) == 0;
        _group[k] = [.. Numbers(Blocks.Groups, size).Select((x, g) =>
            (isWhole ? g / 16 % 7 / 7.0 : _random.NextDouble()) < forsaken ? double.NegativeInfinity : isWhole ? size * (g % 3) : x)];
        Blocks.SetGroupColumn(k, _group[k]);
    }

    /// <summary>Other tastes from here on: a few kinds of persons, or each person of his own about a centre, some of them odd.</summary>
    public void SetTastes()
    {
        int columns = Blocks.GroupColumns + Blocks.FormColumns;
        (_spread, _odd) = (Pick(0, 0.1, 0.5), Pick(0, 0, 0.02, 0.3));
        _centre = [.. Enumerable.Range(0, columns).Select(_ => Pick(0.3, 1, 1, -0.5))];
        if (columns > 0 && _random.Next(2) == 0)
        {
            _centre[_random.Next(columns)] = Pick(0, -0.0, 1e-46, 1e-60, 1e5);
        }

        _kinds = _random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Taste())];
    }

    /// <summary>So many persons who differ are seen before anybody chooses.</summary>
    public void Meet(int persons)
    {
        for (int i = 0; i < persons; i++)
        {
            NestedSituation situation = new Person(Taste(), Blocks.GroupColumns, 0, 0).Situation;
            Blocks.Alike.Find(situation);
            Blocks.Alike.Means?.Near(situation, Blocks.Version);
        }
    }

    public Person Next()
    {
        double[] taste = _kinds.Length > 0 ? _kinds[_random.Next(_kinds.Length)] : Taste();
        int groups = Blocks.Groups, own = _random.Next(4) == 0 ? _random.Next(groups) : -1;
        return new Person(taste, Blocks.GroupColumns, _seed, _agents++)
        {
            Anchors = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => (_random.Next(20) > 0 ? Normal() : Pick(Odd), _random.Next(4)))],
            Scale = Pick(1, 0.999999, 0.5, 0.2, 0.05),
            Consideration = _random.Next(6) switch
            {
                0 => new double[groups],
                1 => [.. Enumerable.Repeat(1.0, groups)],
                2 => [.. Enumerable.Range(0, groups).Select(_ => _random.NextDouble())],
                _ => [],
            },
            Floor = _random.Next(3) > 0 ? double.NegativeInfinity
                : Pick(double.NaN, double.PositiveInfinity, float.MaxValue, -float.MaxValue, 1e300, -1e300, -0.0, 1e-50, 4, 8),
            Own = own,
            OwnAdjustment = [.. Enumerable.Range(0, Blocks.Forms).Select(_ =>
                _random.Next(3) == 0 ? Pick(double.NegativeInfinity, double.PositiveInfinity, double.NaN, 1e300, 9) : Normal())],
        };
    }

    public void Close(int alternative)
    {
        _open[alternative] = false;
        Blocks.Close(alternative);
    }

    /// <summary>V + ε of every alternative, one by one; of equals the first group's, there the one that leads, else the first.</summary>
    public (int Chosen, double Best) Textbook(Person person)
    {
        NestedSituation s = person.Situation;
        int forms = Blocks.Forms;
        var (chosen, best) = (-1, s.Floor);
        for (int g = 0; g < Blocks.Groups; g++)
        {
            if (g != s.OwnGroup && !s.Consideration.IsEmpty && s.Considered.Uniform(g) >= s.Consideration[g])
            {
                continue;
            }

            var (smallest, place) = NestedErrors.Block(s.Errors, g / NestedBlocks.BlockSize, Blocks.Groups);
            int leader = NestedErrors.Group(s.Errors, g, forms, smallest, place).Leader;
            foreach (int f in Enumerable.Range(0, forms).OrderBy(f => f != leader))
            {
                if (g == s.OwnGroup || _open[(g * forms) + f])
                {
                    double v = Utility(person, g, f) + (g == s.OwnGroup ? s.OwnAdjustment[f] : 0);
                    double utility = v + NestedErrors.Term(s.Errors, g, f, Blocks.Groups, forms, s.NestScale);
                    (chosen, best) = utility > best ? ((g * forms) + f, utility) : (chosen, best);
                }
            }
        }

        return (chosen, best);
    }

    private double Utility(Person person, int group, int form)
    {
        double v = 0;
        for (int k = 0; k < _group.Length; k++)
        {
            v = Math.FusedMultiplyAdd(person.Taste[k], _group[k][group], v);
        }

        foreach (var (coefficient, anchor) in person.Anchors)
        {
            v = Math.FusedMultiplyAdd(coefficient, _rows[anchor][group], v);
        }

        for (int k = 0; k < _form.Length; k++)
        {
            v = Math.FusedMultiplyAdd(person.Taste[_group.Length + k], _form[k][(group * Blocks.Forms) + form], v);
        }

        return v;
    }

    private double[] Taste() =>
        [.. _centre.Select(c => _random.NextDouble() < _odd ? Pick(Odd) : Math.Abs(c) < 1e-30 ? c : c + (_spread * _random.NextDouble()))];

    private double Pick(params ReadOnlySpan<double> of) => of[_random.Next(of.Length)];

    private double[] Numbers(int count, double size) => [.. Enumerable.Range(0, count).Select(_ => size * Normal())];

    private double Normal() => NormalQuantileKernel.Quantile((_random.NextDouble() + 1e-12) / (1 + 2e-12));

    /// <summary>Somebody who chooses; a situation of his is made where it is asked for.</summary>
    internal sealed record Person(double[] Taste, int GroupColumns, uint Seed, uint Agent)
    {
        public (double Coefficient, int Anchor)[] Anchors { get; init; } = [];

        public double[] Consideration { get; init; } = [];

        public double[] OwnAdjustment { get; init; } = [];

        public double Floor { get; init; } = double.NegativeInfinity;

        public double Scale { get; init; } = 1;

        public int Own { get; init; } = -1;

        public int? Likely { get; init; }

        public NestedSituation Situation => new()
        {
            Errors = new DrawKey(Seed, 0, 6, 0, Agent),
            Considered = new DrawKey(Seed, 0, 8, 0, Agent),
            GroupCoefficients = Taste.AsSpan(0, GroupColumns),
            FormCoefficients = Taste.AsSpan(GroupColumns),
            Anchors = Anchors,
            NestScale = Scale,
            Consideration = Consideration,
            Floor = Floor,
            OwnGroup = Own,
            Likely = Likely,
            OwnAdjustment = OwnAdjustment,
        };
    }
}
