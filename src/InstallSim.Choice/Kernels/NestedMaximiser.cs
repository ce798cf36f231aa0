namespace InstallSim.Choice.Kernels;

/// <summary>
/// Chooses argmax over j = g·F + f of V[j] + ε[j], V[j] = Σ βG[k]·xG[k,g] + Σ a[i]·row[i][g] + Σ βF[k]·xF[k,j], ε of
/// <see cref="NestedErrors"/>, exactly but lazily: bounds in single precision exclude what cannot win (<see cref="NestedScreen"/>), V and
/// ε are worked out in double precision where they do not; of groups of equal V + ε the first is chosen, of its equal forms the one that
/// leads it, else the first. One instance a thread: it owns the scratch.
/// </summary>
/// <param name="blocks">Columns of the alternatives.</param>
/// <param name="rows">Rows that anchors refer to; null when no situation has an anchor.</param>
public sealed class NestedMaximiser(NestedBlocks blocks, GroupRows? rows = null)
{
    private const int Size = NestedBlocks.BlockSize;

    // Groups that lead their blocks which are compared in the order of their bounds.
    private const int Sorted = 8;

    // A leader whose V + ε is so near to its bound is as good as the others' bounds are at most.
    private const double Near = 1e-3;

    private readonly NestedSums _sums = new(blocks, rows);
    private readonly int[] _live = new int[NestedScreen.Batch + blocks.Stride]; // where a floor is no number the first are named twice
    private readonly double[] _v = new double[blocks.Forms];
    private readonly NestedScreen _screen = NestedScreen.In(VectorForms.Widest, blocks, rows);
    private int _chosen, _likely; // alternative, group

    // What a bound must exceed for V + ε to exceed the best: the next float below it.
    private float _threshold;

    /// <summary>V + ε of the alternative chosen last; the situation's floor when it was −1.</summary>
    public double Best { get; private set; }

    /// <summary>How many numbers are worked on at a time.</summary>
    internal VectorForm Form
    {
        init => (_screen, _sums) = (NestedScreen.In(value, blocks, rows), new NestedSums(blocks, rows) { Form = value });
    }

    /// <summary>The alternative chosen, j = g·F + f, or −1 when none exceeds the floor.</summary>
    /// <exception cref="ArgumentException">
    /// A span has another length than the blocks ask for, τ is not in (0, 1], or the likely alternative is none of theirs.
    /// </exception>
    public int Choose(in NestedSituation situation)
    {
        Check(situation);
        (Best, _chosen, _likely, _threshold) = (situation.Floor, -1, -1, MathF.BitDecrement((float)situation.Floor));
        _screen.Begin(situation);
        if (situation.OwnGroup >= 0)
        {
            CompareOwn(situation);
        }

        // The best leads one of the blocks of high bounds as a rule: most other blocks are then passed over, if there are many.
        int first = 0;
        if (situation.Likely is { } likely)
        {
            CompareLikely(situation, likely);
        }
        else if (blocks.Blocks > NestedScreen.Batch)
        {
            first = CompareLeaders(situation, _live.AsSpan(0, _screen.TakeHigh(situation, _threshold, _live)));
        }

        int rest = _screen.FindLive(situation, _threshold, _live.AsSpan(first));
        rest = CompareLeaders(situation, _live.AsSpan(first, rest));
        CompareGroups(situation, _live.AsSpan(0, first + rest));
        return _chosen;
    }

    /// <summary>V[j] of alternative j as if it were open, without what being there adds, utils.</summary>
    public double SystematicUtility(in NestedSituation situation, int alternative)
    {
        var (group, form) = Math.DivRem(alternative, blocks.Forms);
        return AddForm(situation, group, form, Common(situation, group));
    }

    /// <summary>
    /// V of all alternatives, utils, shape [F, G], −∞ where not open; equal to <see cref="SystematicUtility"/> bit for bit.
    /// </summary>
    /// <param name="situation">Whose; what is considered, the floor and the own group play no part.</param>
    /// <param name="v">Filled, form by form: v[f·G + g].</param>
    /// <exception cref="ArgumentException">A span has another length than the blocks ask for.</exception>
    public void FillSystematic(in NestedSituation situation, Span<double> v)
    {
        Check(situation);
        ArgumentOutOfRangeException.ThrowIfNotEqual(v.Length, blocks.Alternatives, nameof(v));
        for (int b = 0; b < blocks.Blocks; b++)
        {
            _sums.Fill(situation, b);
            for (int f = 0; f < blocks.Forms; f++)
            {
                _sums.V.Slice(f * Size, blocks.SizeOf(b)).CopyTo(v[((f * blocks.Groups) + (b * Size))..]);
            }
        }
    }

    /// <summary>The best V + ε of each group considered, whatever the floor and the own group.</summary>
    /// <param name="situation">Whose.</param>
    /// <param name="best">Filled, shape [G]: −∞ where nothing is open, or the group is not considered.</param>
    /// <param name="alternative">Filled, shape [G]: the alternative that has it, j = g·F + f, −1 for none.</param>
    /// <exception cref="ArgumentException">A span has another length than the blocks ask for.</exception>
    public void FillBest(in NestedSituation situation, Span<double> best, Span<int> alternative)
    {
        Check(situation);
        ArgumentOutOfRangeException.ThrowIfNotEqual(best.Length, blocks.Groups, nameof(best));
        ArgumentOutOfRangeException.ThrowIfNotEqual(alternative.Length, blocks.Groups, nameof(alternative));
        (double Smallest, int Place) leader = default;
        for (int g = 0; g < blocks.Groups; g++)
        {
            int block = g / Size;
            if (g % Size == 0)
            {
                _sums.Fill(situation, block);
                leader = NestedErrors.Block(situation.Errors, block, blocks.Groups);
            }

            (Best, _chosen) = (double.NegativeInfinity, -1);
            if (g != situation.OwnGroup && IsConsidered(situation, g))
            {
                Compare(situation, g, leader, _sums.V[(g % Size)..], Size);
            }

            (best[g], alternative[g]) = (Best, _chosen);
        }
    }

    private void Check(in NestedSituation situation)
    {
        if (situation.Fault(blocks) is { } fault)
        {
            throw new ArgumentException(fault, nameof(situation));
        }
    }

    /// <summary>
    /// Whether a group's V + ε is above the best; of equals the group that comes first is, in whatever order bounds have them compared.
    /// </summary>
    private bool IsAbove(double utility, int group) => utility > Best || (utility == Best && _chosen >= (group + 1) * blocks.Forms);

    private void Offer(double utility, int group, int form)
    {
        if (IsAbove(utility, group))
        {
            Best = utility;
            _threshold = MathF.BitDecrement((float)utility);
            _chosen = (group * blocks.Forms) + form;
        }
    }

    private static bool IsConsidered(in NestedSituation situation, int group) =>
        situation.Consideration.IsEmpty || situation.Considered.Uniform(group) < situation.Consideration[group];

    /// <summary>Offers the own group, whatever is open or considered, each form with what being there adds.</summary>
    private void CompareOwn(in NestedSituation situation)
    {
        int group = situation.OwnGroup;
        FillForms(situation, group);
        for (int f = 0; f < blocks.Forms; f++)
        {
            _v[f] += situation.OwnAdjustment[f];
        }

        Compare(situation, group, NestedErrors.Block(situation.Errors, group / Size, blocks.Groups), _v, 1);
    }

    /// <summary>Offers the group of the alternative that likely wins, which is not looked at again.</summary>
    private void CompareLikely(in NestedSituation situation, int alternative)
    {
        if (alternative >= 0)
        {
            int group = alternative / blocks.Forms;
            CompareOpen(situation, group, NestedErrors.Block(situation.Errors, group / Size, blocks.Groups));
            _likely = group;
        }
    }

    /// <summary>V that all forms of a group have, utils.</summary>
    private double Common(in NestedSituation situation, int group)
    {
        var (block, at) = Math.DivRem(group, Size);
        ReadOnlySpan<double> x = blocks.GroupPart(block);
        double v = 0;
        foreach (double coefficient in situation.GroupCoefficients)
        {
            v = Math.FusedMultiplyAdd(coefficient, x[at], v);
            at += Size;
        }

        foreach (var (coefficient, anchor) in situation.Anchors)
        {
            v = Math.FusedMultiplyAdd(coefficient, rows!.Value(anchor, group), v);
        }

        return v;
    }

    private double AddForm(in NestedSituation situation, int group, int form, double v)
    {
        var (block, at) = Math.DivRem(group, Size);
        ReadOnlySpan<double> x = blocks.FormPart(block);
        at += ((form * (blocks.FormColumns + 1)) + 1) * Size;
        foreach (double coefficient in situation.FormCoefficients)
        {
            v = Math.FusedMultiplyAdd(coefficient, x[at], v);
            at += Size;
        }

        return v;
    }

    /// <summary>V of a group's forms, open or not.</summary>
    private void FillForms(in NestedSituation situation, int group)
    {
        double common = Common(situation, group);
        for (int f = 0; f < blocks.Forms; f++)
        {
            _v[f] = AddForm(situation, group, f, common);
        }
    }

    /// <summary>Looks into blocks at the groups that lead them, whose ε is known, from the highest bound on.</summary>
    /// <returns>How many of the blocks, named first then, have groups that can still win.</returns>
    private int CompareLeaders(in NestedSituation situation, Span<int> live)
    {
        int left = _screen.FillBlocks(situation, _threshold, live);
        _screen.FindLeaders(live[..left]);
        for (int i = 0; i < Sorted; i++)
        {
            var (leader, bound) = _screen.TakeLeader(_threshold);
            if (leader < 0)
            {
                break;
            }

            CompareOpen(situation, leader, _screen.Leader(leader / Size));
            if (Best > bound - Near)
            {
                break;
            }
        }

        return left;
    }

    /// <summary>Looks at all groups that can still win of blocks that have been looked into.</summary>
    private void CompareGroups(in NestedSituation situation, ReadOnlySpan<int> live)
    {
        int count = _screen.FindGroups(live, _threshold);
        for (int from = 0; from < count; from += NestedScreen.Batch)
        {
            _screen.DrawGroups(situation, from, count, out ReadOnlySpan<int> groups, out ReadOnlySpan<float> bound);
            for (int i = 0; i < groups.Length; i++)
            {
                if (!(bound[i] <= _threshold))
                {
                    CompareOpen(situation, groups[i], _screen.Leader(groups[i] / Size));
                }
            }
        }
    }

    /// <summary>Offers the open forms of a group that is considered and not the own one.</summary>
    private void CompareOpen(in NestedSituation situation, int group, (double Smallest, int Place) block)
    {
        if (group == situation.OwnGroup || group == _likely || !IsConsidered(situation, group))
        {
            return;
        }

        FillForms(situation, group);
        for (int f = 0; f < blocks.Forms; f++)
        {
            _v[f] = blocks.IsOpen((group * blocks.Forms) + f) ? _v[f] : double.NegativeInfinity;
        }

        Compare(situation, group, block, _v, 1);
    }

    /// <summary>Offers the forms of a group, the leading one first; S is worked out only if another can still win.</summary>
    private void Compare(
        in NestedSituation situation, int group, (double Smallest, int Place) block, ReadOnlySpan<double> v, int stride)
    {
        int forms = blocks.Forms;
        var (logExponential, leader) = NestedErrors.Group(situation.Errors, group, forms, block.Smallest, block.Place);
        double highest = NestedErrors.Highest(logExponential, blocks.LogForms, situation.NestScale), logRatio = double.NaN;
        Offer(v[leader * stride] + highest, group, leader);
        for (int f = 0; f < forms; f++)
        {
            if (f != leader && IsAbove(v[f * stride] + highest, group))
            {
                logRatio = double.IsNaN(logRatio)
                    ? blocks.LogForms - NestedErrors.LogTilted(situation.Errors, group, logExponential, situation.NestScale)
                    : logRatio;
                double error = NestedErrors.Behind(situation.Errors, (group * forms) + f, highest, logRatio, situation.NestScale);
                Offer(v[f * stride] + error, group, f);
            }
        }
    }
}
