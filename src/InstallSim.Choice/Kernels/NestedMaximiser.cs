using System.Numerics;
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

    // So many blocks are looked into in the order of their bounds; the best is then nearly always found, and the others are passed over.
    private const int Sorted = 8;

    private readonly NestedSums _sums = new(blocks, rows);
    private readonly double[] _smallest = new double[blocks.Stride];
    private readonly double[] _highest = new double[blocks.Stride];
    private readonly int[] _place = new int[blocks.Stride];
    private readonly double[] _own = new double[blocks.Forms];
    private int _chosen;

    /// <summary>V + ε of the alternative chosen last; the situation's floor when it was −1.</summary>
    public double Best { get; private set; }

    /// <summary>The alternative chosen, j = g·F + f, or −1 when none exceeds the floor.</summary>
    /// <exception cref="ArgumentException">A span has another length than the blocks ask for, or τ is not in (0, 1].</exception>
    public int Choose(in NestedSituation situation)
    {
        Check(situation);
        (Best, _chosen) = (situation.Floor, -1);
        Bound(situation);
        if (situation.OwnGroup >= 0)
        {
            CompareOwn(situation);
        }

        Span<double> bound = _sums.Bound[..blocks.Blocks];
        int first = IndexOfLargest(bound);
        if (bound[first] > Best)
        {
            _sums.FillCommon(situation, first);
            Search(situation, first);
        }

        bound[first] = double.NegativeInfinity;
        for (int b = 0; b < bound.Length; b++)
        {
            bound[b] = bound[b] > Best
                ? Math.Min(bound[b], _sums.FillCommon(situation, b) + _highest[b])
                : double.NegativeInfinity;
        }

        SearchAll(situation, bound);
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
            _sums.FillCommon(situation, b);
            _sums.FillForms(situation, b);
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
        Bound(situation);
        for (int g = 0; g < blocks.Groups; g++)
        {
            if (g % Size == 0)
            {
                _sums.FillCommon(situation, g / Size);
                _sums.FillForms(situation, g / Size);
            }

            (Best, _chosen) = (double.NegativeInfinity, -1);
            CompareConsidered(situation, g / Size, g % Size);
            (best[g], alternative[g]) = (Best, _chosen);
        }
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

        if (!situation.Consideration.IsEmpty && situation.Consideration.Length != blocks.Groups)
        {
            throw new ArgumentException($"{situation.Consideration.Length} probabilities for {blocks.Groups} groups", nameof(situation));
        }

        if (!(situation.NestScale > 0 && situation.NestScale <= 1))
        {
            throw new ArgumentException($"a nest's scale of {situation.NestScale}: it lies in (0, 1]", nameof(situation));
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

    /// <summary>Bounds of V + ε in every block.</summary>
    private void Bound(in NestedSituation situation)
    {
        _sums.FillBounds(situation);
        NestedErrors.Blocks(situation.Errors, blocks.Groups, _smallest, _place, _highest);
        double most = (situation.NestScale * blocks.LogForms) + Slack;
        Span<double> bound = _sums.Bound;
        for (int b = 0; b < blocks.Blocks; b++)
        {
            _highest[b] += most;
            bound[b] += _highest[b];
        }
    }

    /// <summary>Looks into the blocks whose bound exceeds the best, the highest bounds first.</summary>
    private void SearchAll(in NestedSituation situation, Span<double> bound)
    {
        for (int i = 0; i < Sorted; i++)
        {
            int b = IndexOfLargest(bound);
            if (!(bound[b] > Best))
            {
                return;
            }

            Search(situation, b);
            bound[b] = double.NegativeInfinity;
        }

        for (int b = 0; b < bound.Length; b++)
        {
            if (bound[b] > Best)
            {
                Search(situation, b);
            }
        }
    }

    private static int IndexOfLargest(ReadOnlySpan<double> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
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

    /// <summary>Looks into a block: V of its alternatives, then ε of groups that can still win, the leading one first.</summary>
    private void Search(in NestedSituation situation, int block)
    {
        _sums.FillForms(situation, block);
        ReadOnlySpan<double> most = _sums.Most;
        int place = _place[block];
        if (most[place] + _highest[block] > Best)
        {
            CompareConsidered(situation, block, place);
        }

        for (int g = 0; g < Size; g += Vector256<double>.Count)
        {
            Vector256<double> needed = Vector256.Create(Best - _highest[block]);
            uint candidates = Vector256.GreaterThan(Vector256.Create(most[g..]), needed).ExtractMostSignificantBits();
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

    private void CompareConsidered(in NestedSituation situation, int block, int place)
    {
        int group = (block * Size) + place;
        if (group != situation.OwnGroup
            && (situation.Consideration.IsEmpty || situation.Considered.Uniform(group) < situation.Consideration[group]))
        {
            Compare(situation, group, _sums.V[place..], Size);
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
                double error = NestedErrors.Behind(situation.Errors, alternative, highest, logRatio, situation.NestScale);
                Offer(v[f * stride] + error, alternative);
            }
        }
    }
}
