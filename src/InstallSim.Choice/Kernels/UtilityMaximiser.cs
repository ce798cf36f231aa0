using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Chooses argmax over j of V[j] + ε[j], V[j] = Σ β[k]·x[k,j] + a·row₁[g] + b·row₂[g], exactly but lazily: V and ε are worked out
/// only where the bound of a block says that it can still win. One instance a thread: it owns the scratch.
/// </summary>
public sealed class UtilityMaximiser(AlternativeBlocks blocks, GroupRows rows)
{
    // Rounding of a bound and of the sum that it bounds may differ by some 1e-13: this is far above, and far below any effect.
    private const double Slack = 1e-9;

    // A whole number of vectors, for the draws of the blocks come four at a time.
    private readonly double[] _bound = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _smallest = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _highest = new double[(blocks.Blocks + 3) / 4 * 4];
    private readonly double[] _v = new double[AlternativeBlocks.BlockSize];
    private readonly int[] _place = new int[(blocks.Blocks + 3) / 4 * 4];

    /// <summary>The alternative chosen: j in 0…J−1, J + o for opt-out o, or −1 when nothing is open.</summary>
    public int Choose(in ChoiceSituation situation)
    {
        double best = double.NegativeInfinity;
        int chosen = -1;
        for (int o = 0; o < situation.OptOuts.Length; o++)
        {
            if (!double.IsNegativeInfinity(situation.OptOuts[o]))
            {
                Offer(situation.OptOuts[o] + NamedErrors.OptOut(situation.Errors, o), blocks.Alternatives + o, ref best, ref chosen);
            }
        }

        int current = situation.Current;
        if (current >= 0)
        {
            double error = NamedErrors.Term(situation.Errors, current, blocks.Alternatives);
            Offer(SystematicUtility(situation, current) + situation.StayBonus + error, current, ref best, ref chosen);
        }

        int first = Bound(situation);
        Search(situation, first, ref best, ref chosen);
        for (int b = 0; b < blocks.Blocks; b++)
        {
            if (b != first && _bound[b] > best)
            {
                Search(situation, b, ref best, ref chosen);
            }
        }

        return chosen;
    }

    /// <summary>V[j] of alternative j as if it were open, utils.</summary>
    public double SystematicUtility(in ChoiceSituation situation, int alternative)
    {
        int group = alternative / AlternativeBlocks.GroupSize;
        double v = 0;
        for (int k = 0; k < blocks.Columns; k++)
        {
            v = Math.FusedMultiplyAdd(situation.Coefficients[k], blocks.Value(k, alternative), v);
        }

        v = Math.FusedMultiplyAdd(situation.FirstCoefficient, rows.Row(situation.FirstAnchor)[group], v);
        return Math.FusedMultiplyAdd(situation.SecondCoefficient, rows.Row(situation.SecondAnchor)[group], v);
    }

    private static void Offer(double utility, int alternative, ref double best, ref int chosen)
    {
        if (utility > best)
        {
            best = utility;
            chosen = alternative;
        }
    }

    /// <summary>Fills the bound of V + ε in every block and returns the block with the highest.</summary>
    private int Bound(in ChoiceSituation situation)
    {
        Span<double> bound = _bound.AsSpan(0, blocks.Blocks);
        blocks.Highest.AsSpan(0, bound.Length).CopyTo(bound);
        for (int k = 0; k < blocks.Columns; k++)
        {
            double coefficient = situation.Coefficients[k];
            double[] extreme = coefficient >= 0 ? blocks.Highest : blocks.Lowest;
            AddScaled(coefficient, extreme.AsSpan((k + 1) * bound.Length, bound.Length), bound);
        }

        AddRow(situation.FirstCoefficient, situation.FirstAnchor, bound);
        AddRow(situation.SecondCoefficient, situation.SecondAnchor, bound);
        NamedErrors.Blocks(situation.Errors, blocks.Alternatives, _smallest, _place, _highest);
        int first = 0;
        for (int b = 0; b < bound.Length; b++)
        {
            bound[b] += _highest[b] + Slack;
            first = bound[b] > bound[first] ? b : first;
        }

        return first;
    }

    private void AddRow(double coefficient, int anchor, Span<double> bound) =>
        AddScaled(coefficient, coefficient >= 0 ? rows.Highest(anchor) : rows.Lowest(anchor), bound);

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

    /// <summary>Looks inside a block: V of its 64 alternatives, then ε only where V can still win, the block's largest ε first.</summary>
    private void Search(in ChoiceSituation situation, int block, ref double best, ref int chosen)
    {
        Fill(situation, block);
        int group = _place[block] / AlternativeBlocks.GroupSize, firstGroup = block * AlternativeBlocks.GroupsPerBlock;
        uint leader = 1u << (_place[block] % AlternativeBlocks.GroupSize);
        if (_v[_place[block]] + _highest[block] > best && IsConsidered(situation, firstGroup + group))
        {
            Compare(situation, firstGroup + group, leader, ref best, ref chosen);
        }

        ref double v = ref MemoryMarshal.GetArrayDataReference(_v);
        for (int g = 0; g < AlternativeBlocks.GroupsPerBlock; g++)
        {
            Vector256<double> utility = Vector256.LoadUnsafe(ref v, (nuint)(g * AlternativeBlocks.GroupSize));
            Vector256<double> needed = Vector256.Create(best - (_highest[block] + Slack));
            uint candidates = Vector256.GreaterThan(utility, needed).ExtractMostSignificantBits() & ~(g == group ? leader : 0);
            if (candidates != 0 && IsConsidered(situation, firstGroup + g))
            {
                Compare(situation, firstGroup + g, candidates, ref best, ref chosen);
            }
        }
    }

    /// <summary>V of a block's alternatives into the scratch, four groups at a time so that their sums do not wait for one another.</summary>
    private void Fill(in ChoiceSituation situation, int block)
    {
        const int group = AlternativeBlocks.GroupSize;
        ref double x = ref MemoryMarshal.GetReference(blocks.Block(block));
        ref double beta = ref MemoryMarshal.GetReference(situation.Coefficients), v = ref MemoryMarshal.GetArrayDataReference(_v);
        ReadOnlySpan<double> row1 = rows.InBlock(situation.FirstAnchor, block), row2 = rows.InBlock(situation.SecondAnchor, block);
        Vector256<double> a = Vector256.Create(situation.FirstCoefficient), b = Vector256.Create(situation.SecondCoefficient);
        for (int g = 0; g < AlternativeBlocks.GroupsPerBlock; g += 4)
        {
            ref double column = ref Unsafe.Add(ref x, g * group);
            Vector256<double> v0 = Vector256.LoadUnsafe(ref column), v1 = Vector256.LoadUnsafe(ref column, group);
            Vector256<double> v2 = Vector256.LoadUnsafe(ref column, 2 * group), v3 = Vector256.LoadUnsafe(ref column, 3 * group);
            for (int k = 0; k < situation.Coefficients.Length; k++)
            {
                column = ref Unsafe.Add(ref column, AlternativeBlocks.BlockSize);
                Vector256<double> coefficient = Vector256.Create(Unsafe.Add(ref beta, k));
                v0 = Vector256.FusedMultiplyAdd(coefficient, Vector256.LoadUnsafe(ref column), v0);
                v1 = Vector256.FusedMultiplyAdd(coefficient, Vector256.LoadUnsafe(ref column, group), v1);
                v2 = Vector256.FusedMultiplyAdd(coefficient, Vector256.LoadUnsafe(ref column, 2 * group), v2);
                v3 = Vector256.FusedMultiplyAdd(coefficient, Vector256.LoadUnsafe(ref column, 3 * group), v3);
            }

            ref double target = ref Unsafe.Add(ref v, g * group);
            AddRows(v0, a, row1[g], b, row2[g]).StoreUnsafe(ref target);
            AddRows(v1, a, row1[g + 1], b, row2[g + 1]).StoreUnsafe(ref target, group);
            AddRows(v2, a, row1[g + 2], b, row2[g + 2]).StoreUnsafe(ref target, 2 * group);
            AddRows(v3, a, row1[g + 3], b, row2[g + 3]).StoreUnsafe(ref target, 3 * group);
        }
    }

    private static Vector256<double> AddRows(Vector256<double> v, Vector256<double> a, double row1, Vector256<double> b, double row2) =>
        Vector256.FusedMultiplyAdd(b, Vector256.Create(row2), Vector256.FusedMultiplyAdd(a, Vector256.Create(row1), v));

    private void Compare(in ChoiceSituation situation, int group, uint candidates, ref double best, ref int chosen)
    {
        int block = group / AlternativeBlocks.GroupsPerBlock;
        for (; candidates != 0; candidates &= candidates - 1)
        {
            int alternative = (group * AlternativeBlocks.GroupSize) + BitOperations.TrailingZeroCount(candidates);
            if (alternative != situation.Current)
            {
                double error = NamedErrors.Term(situation.Errors, alternative, _smallest[block], _place[block]);
                Offer(_v[alternative % AlternativeBlocks.BlockSize] + error, alternative, ref best, ref chosen);
            }
        }
    }

    private static bool IsConsidered(in ChoiceSituation situation, int group) =>
        situation.Consideration.IsEmpty || situation.Considered.Uniform(group) < situation.Consideration[group];
}
