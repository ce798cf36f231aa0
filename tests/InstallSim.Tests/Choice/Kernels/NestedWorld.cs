using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>Random columns, rows, closed alternatives and people for the nested kernel, all from one seed.</summary>
internal sealed class NestedWorld
{
    public const int GroupColumns = 3, FormColumns = 2, Anchors = 5;

    private readonly uint _seed;
    private readonly double[][] _formColumns;
    private readonly double[] _consideration;

    public NestedWorld(int groups, int forms, uint seed, double open = 0.7, int rowsKept = GroupRows.MostKept, double loose = double.NaN)
    {
        _seed = seed;
        Blocks = new NestedBlocks(groups, forms, GroupColumns, FormColumns);
        double[][] rows = [.. Enumerable.Range(0, Anchors - 1).Select(a => Numbers(groups, 4, a, 4))];
        GroupRangeFill bound = (a, size, from, lowest, highest) => Bound(rows[a][(from * size)..], size, loose, lowest, highest);
        Rows = new GroupRows(rows.Length, groups, (a, from, values) => rows[a].AsSpan(from, values.Length).CopyTo(values), rowsKept,
            double.IsNaN(loose) ? null : bound).WithConstant(1.7);
        for (int k = 0; k < GroupColumns; k++)
        {
            Blocks.SetGroupColumn(k, Numbers(groups, 1, k, 3));
        }

        _formColumns = [.. Enumerable.Range(0, FormColumns).Select(k => Numbers(groups * forms, 2, k, 2))];
        Blocks.SetFormColumn(0, _formColumns[0]);
        Blocks.SetOpen([.. Numbers(groups * forms, 3, 0, 1).Select(u => u < open)]);
        Blocks.SetFormColumn(1, _formColumns[1]);
        _consideration = Numbers(groups, 5, 0, 1);
    }

    private static void Bound(double[] row, int size, double loose, Span<double> lowest, Span<double> highest)
    {
        foreach ((int b, double[] values) in row.Chunk(size).Take(lowest.Length).Index())
        {
            (lowest[b], highest[b]) = (values.Min() - loose, values.Max() + loose);
        }
    }

    public NestedBlocks Blocks { get; }

    /// <summary>Makes every third group one of −∞ in group column 0, and says which are not.</summary>
    public bool[] Forsake()
    {
        bool[] isLeft = [.. Enumerable.Range(0, Blocks.Groups).Select(g => g % 3 != 1)];
        Blocks.SetGroupColumn(0, [.. isLeft.Select((l, g) => l ? Blocks.GroupValue(0, g) : double.NegativeInfinity)]);
        return isLeft;
    }

    public GroupRows Rows { get; }

    /// <summary>Everybody alike but for the errors.</summary>
    public NestedSituation Plain(uint agent, double scale) => new()
    {
        Errors = Key(6, agent),
        GroupCoefficients = [0.5, -0.3, 0.2],
        FormCoefficients = [0.4, -0.3],
        NestScale = scale,
    };

    /// <summary>Own coefficients, none to three anchors, a consideration set, and for some a floor and an own group.</summary>
    public NestedSituation Situation(uint agent, double scale)
    {
        DrawKey taste = Key(7, agent);
        var forms = Enumerable.Range(0, Blocks.Forms);
        var anchors = new (double, int)[agent % 4];
        for (int i = 0; i < anchors.Length; i++)
        {
            anchors[i] = (taste.Uniform(20 + i) - 0.7, (int)((agent + i) % Anchors));
        }

        return new()
        {
            Errors = Key(6, agent),
            GroupCoefficients = (double[])[.. Enumerable.Range(0, GroupColumns).Select(k => taste.Uniform(k) - 0.5)],
            FormCoefficients = (double[])[.. Enumerable.Range(10, FormColumns).Select(k => taste.Uniform(k) - 0.5)],
            Anchors = anchors,
            NestScale = scale,
            Consideration = agent % 3 == 0 ? [] : _consideration,
            Considered = Key(8, agent),
            Floor = agent % 5 == 0 ? 6 * taste.Uniform(30) : double.NegativeInfinity,
            OwnGroup = agent % 7 == 0 ? (int)(taste.Uniform(31) * Blocks.Groups) : -1,
            OwnAdjustment = (double[])[.. forms.Select(f => f == agent % 5 ? double.NegativeInfinity : 2 * taste.Uniform(40 + f))],
        };
    }

    /// <summary>The same, all coefficients and what being there adds so many times as large.</summary>
    public NestedSituation Times(uint agent, double scale, double times)
    {
        NestedSituation one = Situation(agent, scale);
        return new()
        {
            Errors = one.Errors,
            GroupCoefficients = (double[])[.. one.GroupCoefficients.ToArray().Select(b => times * b)],
            FormCoefficients = (double[])[.. one.FormCoefficients.ToArray().Select(b => times * b)],
            Anchors = ((double Coefficient, int Anchor)[])[.. one.Anchors.ToArray().Select(a => (times * a.Coefficient, a.Anchor))],
            NestScale = scale,
            Consideration = one.Consideration,
            Considered = one.Considered,
            Floor = times * one.Floor,
            OwnGroup = one.OwnGroup,
            OwnAdjustment = one.OwnAdjustment,
        };
    }

    /// <summary>Raises form column 0 of the alternatives named by a draw, in about the share given of all.</summary>
    public bool[] Improve(double share, double by)
    {
        bool[] improved = [.. Numbers(Blocks.Alternatives, 9, 0, 1).Select(u => u < share)];
        Blocks.SetFormColumn(0, [.. _formColumns[0].Select((x, j) => improved[j] ? x + by : x)]);
        return improved;
    }

    /// <summary>The textbook: V + ε of every alternative, one by one, then the largest.</summary>
    public (int Chosen, double Best) Textbook(NestedMaximiser maximiser, in NestedSituation s)
    {
        (int chosen, double best) = (-1, s.Floor);
        for (int j = 0; j < Blocks.Alternatives; j++)
        {
            var (group, form) = Math.DivRem(j, Blocks.Forms);
            double v = maximiser.SystematicUtility(s, j);
            if (group == s.OwnGroup)
            {
                v += s.OwnAdjustment[form];
            }
            else if (!Blocks.IsOpen(j) || (!s.Consideration.IsEmpty && s.Considered.Uniform(group) >= s.Consideration[group]))
            {
                continue;
            }

            double utility = v + NestedErrors.Term(s.Errors, group, form, Blocks.Groups, Blocks.Forms, s.NestScale);
            (chosen, best) = utility > best ? (j, utility) : (chosen, best);
        }

        return (chosen, best);
    }

    /// <summary>Nested logit: P[g,f] = e^(V[g,f]/τ)/Σ e^(V[g,·]/τ) · e^(τ·I[g])/Σ e^(τ·I), I[g] = ln Σ e^(V[g,·]/τ).</summary>
    public static double[] Probabilities(NestedBlocks blocks, ReadOnlySpan<double> v, double scale)
    {
        var p = new double[blocks.Alternatives];
        for (int g = 0; g < blocks.Groups; g++)
        {
            double sum = 0;
            for (int j = g * blocks.Forms; j < (g + 1) * blocks.Forms; j++)
            {
                p[j] = blocks.IsOpen(j) ? Math.Exp(v[j] / scale) : 0;
                sum += p[j];
            }

            for (int j = g * blocks.Forms; j < (g + 1) * blocks.Forms; j++)
            {
                p[j] *= sum == 0 ? 0 : Math.Pow(sum, scale - 1);
            }
        }

        double total = p.Sum();
        return [.. p.Select(x => x / total)];
    }

    private double[] Numbers(int count, ushort purpose, int row, double scale)
    {
        DrawKey key = Key(purpose, (uint)row);
        return [.. Enumerable.Range(0, count).Select(i => scale * key.Uniform(i))];
    }

    private DrawKey Key(ushort purpose, uint agent) => new(_seed, 0, purpose, 0, agent);
}
