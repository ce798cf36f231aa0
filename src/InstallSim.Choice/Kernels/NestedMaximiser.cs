using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Chooses argmax over j = g·F + f of V[j] + ε[j], V[j] = Σ βG[k]·xG[k,g] + Σ a[i]·row[i][g] + Σ βF[k]·xF[k,j], ε of
/// <see cref="NestedErrors"/>, exactly but lazily: V and ε are worked out only where the bound of a block, then of a group, says that
/// it can still win. One instance a thread: it owns the scratch.
/// </summary>
/// <param name="blocks">Columns of the alternatives.</param>
/// <param name="rows">Rows that anchors refer to; null when no situation has an anchor.</param>
public sealed class NestedMaximiser(NestedBlocks blocks, GroupRows? rows = null)
{
    // Rounding of a bound and of the sum that it bounds may differ by some 1e-13: this is far above, and far below any effect.
    private const double Slack = 1e-9;
    private const int Size = NestedBlocks.BlockSize;

    // A whole number of vectors, for the draws of the blocks come four at a time.
    private readonly double[] _bound = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _form = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _smallest = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _highest = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly int[] _place = new int[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _v = new double[(blocks.Forms + 1) * Size]; // V form by form, then its maximum over the forms
    private readonly double[] _own = new double[blocks.Forms];
    private int _chosen;

    /// <summary>V + ε of the alternative chosen last; the situation's floor when it was −1.</summary>
    public double Best { get; private set; }

    /// <summary>The alternative chosen, j = g·F + f, or −1 when none exceeds the floor.</summary>
    /// <exception cref="ArgumentException">A span of the situation has not the length that the blocks ask for.</exception>
    public int Choose(in NestedSituation situation)
    {
        Check(situation);
        (Best, _chosen) = (situation.Floor, -1);
        int first = Bound(situation);
        if (situation.OwnGroup >= 0)
        {
            CompareOwn(situation);
        }

        if (_bound[first] > Best)
        {
            Search(situation, first);
        }

        for (int b = 0; b < blocks.Blocks; b++)
        {
            if (b != first && _bound[b] > Best)
            {
                Search(situation, b);
            }
        }

        return _chosen;
    }

    /// <summary>V[j] of alternative j as if it were open, without what being there adds, utils.</summary>
    public double SystematicUtility(in NestedSituation situation, int alternative)
    {
        int group = alternative / blocks.Forms;
        double v = 0;
        for (int k = 0; k < situation.GroupCoefficients.Length; k++)
        {
            v = Math.FusedMultiplyAdd(situation.GroupCoefficients[k], blocks.GroupValue(k, group), v);
        }

        foreach (var (coefficient, anchor) in situation.Anchors)
        {
            v = Math.FusedMultiplyAdd(coefficient, rows!.Row(anchor)[group], v);
        }

        for (int k = 0; k < situation.FormCoefficients.Length; k++)
        {
            v = Math.FusedMultiplyAdd(situation.FormCoefficients[k], blocks.FormValue(k, alternative), v);
        }

        return v;
    }

    private void Check(in NestedSituation situation)
    {
        if (situation.GroupCoefficients.Length != blocks.GroupColumns || situation.FormCoefficients.Length != blocks.FormColumns)
        {
            throw new ArgumentException(
                $"{situation.GroupCoefficients.Length} and {situation.FormCoefficients.Length} coefficients for " +
                $"{blocks.GroupColumns} group columns and {blocks.FormColumns} form columns", nameof(situation));
        }

        if (situation.OwnGroup >= 0 && situation.OwnAdjustment.Length != blocks.Forms)
        {
            throw new ArgumentException($"{situation.OwnAdjustment.Length} adjustments for {blocks.Forms} forms", nameof(situation));
        }
    }

    private void Offer(double utility, int alternative)
    {
        if (utility > Best)
        {
            Best = utility;
            _chosen = alternative;
        }
    }

    /// <summary>Fills the bound of V + ε in every block and returns the block with the highest.</summary>
    private int Bound(in NestedSituation situation)
    {
        Span<double> bound = _bound.AsSpan(0, blocks.Blocks), form = _form.AsSpan(0, blocks.Blocks);
        for (int f = 0; f < blocks.Forms; f++)
        {
            Span<double> sum = f == 0 ? bound : form;
            blocks.Highest.AsSpan(blocks.FormRow(f) * bound.Length, bound.Length).CopyTo(sum);
            for (int k = 0; k < situation.FormCoefficients.Length; k++)
            {
                AddExtreme(situation.FormCoefficients[k], blocks.FormRow(f) + 1 + k, sum);
            }

            if (f > 0)
            {
                TakeLarger(form, bound);
            }
        }

        for (int k = 0; k < situation.GroupCoefficients.Length; k++)
        {
            AddExtreme(situation.GroupCoefficients[k], k, bound);
        }

        foreach (var (coefficient, anchor) in situation.Anchors)
        {
            AddScaled(coefficient, coefficient >= 0 ? rows!.Highest(anchor) : rows!.Lowest(anchor), bound);
        }

        NestedErrors.Blocks(situation.Errors, blocks.Groups, _smallest, _place, _highest);
        double most = (situation.NestScale * blocks.LogForms) + Slack;
        int first = 0;
        for (int b = 0; b < bound.Length; b++)
        {
            _highest[b] += most;
            bound[b] += _highest[b];
            first = bound[b] > bound[first] ? b : first;
        }

        return first;
    }

    private void AddExtreme(double coefficient, int row, Span<double> sum) =>
        AddScaled(coefficient, (coefficient >= 0 ? blocks.Highest : blocks.Lowest).AsSpan(row * sum.Length, sum.Length), sum);

    private static void TakeLarger(ReadOnlySpan<double> x, Span<double> largest)
    {
        for (int i = 0; i < largest.Length; i++)
        {
            largest[i] = x[i] > largest[i] ? x[i] : largest[i];
        }
    }

    private static void AddScaled(double coefficient, ReadOnlySpan<double> x, Span<double> sum)
    {
        if (coefficient == 0)
        {
            return;
        }

        ref double from = ref MemoryMarshal.GetReference(x), to = ref MemoryMarshal.GetReference(sum);
        Vector256<double> factor = Vector256.Create(coefficient);
        int i = 0;
        for (; i <= sum.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> before = Vector256.LoadUnsafe(ref to, (nuint)i);
            Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref from, (nuint)i), before).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] = Math.FusedMultiplyAdd(coefficient, x[i], sum[i]);
        }
    }

    /// <summary>Offers the own group, whatever is open or considered, each form with what being there adds.</summary>
    private void CompareOwn(in NestedSituation situation)
    {
        for (int f = 0; f < blocks.Forms; f++)
        {
            _own[f] = SystematicUtility(situation, (situation.OwnGroup * blocks.Forms) + f) + situation.OwnAdjustment[f];
        }

        Compare(situation, situation.OwnGroup, _own, 1);
    }

    /// <summary>Looks inside a block: V of its alternatives, then ε only of groups that can still win, the block's leading group first.</summary>
    private void Search(in NestedSituation situation, int block)
    {
        Fill(situation, block);
        ref double most = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_v), blocks.Forms * Size);
        int place = _place[block];
        if (Unsafe.Add(ref most, place) + _highest[block] > Best)
        {
            CompareConsidered(situation, block, place);
        }

        for (int g = 0; g < Size; g += Vector256<double>.Count)
        {
            Vector256<double> needed = Vector256.Create(Best - _highest[block]);
            uint candidates = Vector256.GreaterThan(Vector256.LoadUnsafe(ref most, (nuint)g), needed).ExtractMostSignificantBits();
            for (; candidates != 0; candidates &= candidates - 1)
            {
                int i = g + BitOperations.TrailingZeroCount(candidates);
                if (i != place)
                {
                    CompareConsidered(situation, block, i);
                }
            }
        }
    }

    /// <summary>V of a block's alternatives into the scratch, form by form, and its maximum over the forms.</summary>
    private void Fill(in NestedSituation situation, int block)
    {
        ref double v = ref MemoryMarshal.GetArrayDataReference(_v);
        ref double most = ref Unsafe.Add(ref v, blocks.Forms * Size);
        for (int g = 0; g < Size; g += Vector256<double>.Count)
        {
            ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(blocks.Block(block)), g);
            Vector256<double> common = Vector256<double>.Zero, largest = Vector256.Create(double.NegativeInfinity);
            foreach (double coefficient in situation.GroupCoefficients)
            {
                common = Vector256.FusedMultiplyAdd(Vector256.Create(coefficient), Vector256.LoadUnsafe(ref x), common);
                x = ref Unsafe.Add(ref x, Size);
            }

            foreach (var (coefficient, anchor) in situation.Anchors)
            {
                Vector256<double> row = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(rows!.InBlock(anchor, block)), (nuint)g);
                common = Vector256.FusedMultiplyAdd(Vector256.Create(coefficient), row, common);
            }

            for (int f = 0; f < blocks.Forms; f++)
            {
                Vector256<double> sum = common + Vector256.LoadUnsafe(ref x);
                x = ref Unsafe.Add(ref x, Size);
                foreach (double coefficient in situation.FormCoefficients)
                {
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(coefficient), Vector256.LoadUnsafe(ref x), sum);
                    x = ref Unsafe.Add(ref x, Size);
                }

                largest = Lanes4.Max(largest, sum);
                sum.StoreUnsafe(ref v, (nuint)((f * Size) + g));
            }

            largest.StoreUnsafe(ref most, (nuint)g);
        }
    }

    private void CompareConsidered(in NestedSituation situation, int block, int place)
    {
        int group = (block * Size) + place;
        if (group != situation.OwnGroup
            && (situation.Consideration.IsEmpty || situation.Considered.Uniform(group) < situation.Consideration[group]))
        {
            Compare(situation, group, _v.AsSpan(place), Size);
        }
    }

    /// <summary>Offers the forms of a group, the leading one first; S is worked out only if another can still win.</summary>
    private void Compare(in NestedSituation situation, int group, ReadOnlySpan<double> v, int stride)
    {
        int block = group / Size, forms = blocks.Forms;
        var (logExponential, leader) = NestedErrors.Group(situation.Errors, group, forms, _smallest[block], _place[block]);
        double highest = NestedErrors.Highest(logExponential, blocks.LogForms, situation.NestScale), logRatio = double.NaN;
        Offer(v[leader * stride] + highest, (group * forms) + leader);
        for (int f = 0; f < forms; f++)
        {
            if (f != leader && v[f * stride] + highest > Best)
            {
                logRatio = double.IsNaN(logRatio)
                    ? blocks.LogForms - NestedErrors.LogTilted(situation.Errors, group, logExponential, situation.NestScale)
                    : logRatio;
                int alternative = (group * forms) + f;
                Offer(v[f * stride] + NestedErrors.Behind(situation.Errors, alternative, highest, logRatio, situation.NestScale), alternative);
            }
        }
    }
}
