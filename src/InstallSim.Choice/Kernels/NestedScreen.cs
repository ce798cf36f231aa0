using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Upper bounds of V + ε of one situation over <see cref="NestedBlocks"/> in single precision, as far as they are asked for: of every
/// stretch of blocks from the ranges of its rows, then of the blocks, the groups of blocks and the groups whose own term is drawn that
/// can still win. Where nobody is like another, V of a block is bounded by its highest V of the mean person and the ranges of rows times
/// what coefficients are apart: V ≤ max V̄ + Σ max (β − β̄)·x. What a bound does not exclude is worked out in double precision by
/// <see cref="NestedMaximiser"/>; no result depends on how close bounds are.
/// </summary>
/// <remarks>
/// Rounding: with u = 2⁻²⁴ a sum of n products in single precision is off by less than 1.01·(n + 2)·u·Σ|β·x| (n fused multiply-adds, and
/// each factor rounded once); adding the terms of forms, of the mean person and ε rounds a few times more. The slack,
/// (n + 8)·2u·(Σ|β|·max|x| + 128) and the <see cref="FloatScreen.Error"/> of ε (|ε| &lt; 128), is in every bound; about the mean,
/// 2·Σ(|β̄| + |β − β̄|)·max|x| instead of Σ|β|·max|x|. Where single precision cannot hold the numbers it is infinite: nothing is excluded.
/// </remarks>
internal abstract partial class NestedScreen(NestedBlocks blocks, GroupRows? rows)
{
    /// <summary>Candidates drawn at a time.</summary>
    public const int Batch = 16;

    private protected const int Size = NestedBlocks.BlockSize;

    // Stretches whose blocks are bounded first.
    private const int First = 4;

    private readonly bool _areMany = NestedErrors.AreMany(blocks.Groups);
    private readonly uint[] _index = new uint[Batch], _c0 = new uint[Batch], _c1 = new uint[Batch], _c2 = new uint[Batch];
    private readonly float[] _candidateSmallest = new float[Batch], _candidateBound = new float[Batch];
    private readonly int[] _found = new int[(blocks.Blocks + Batch) * Size], _stretches = new int[NestedBlocks.StrideOf(blocks.Stretches)];
    private readonly int[] _pieces = [.. Enumerable.Range(0, blocks.Stretches)], _leaders = new int[blocks.Stride];
    private readonly int[] _leaderOf = new int[blocks.Blocks];
    private readonly float[] _leaderBounds = new float[blocks.Stride];
    private float _add;
    private int _led;

    private protected NestedBlocks Columns { get; } = blocks;

    private protected AnchorRows Rows { get; } = rows is null || rows.Groups == blocks.Groups
        ? new AnchorRows(rows, blocks.Stride * Size)
        : throw new ArgumentException($"rows of {rows.Groups} groups for blocks of {blocks.Groups}", nameof(rows));

    /// <summary>Of all blocks, or of those of the stretches looked into where they are many.</summary>
    private protected BlockBounds OfBlocks { get; } = new(blocks.Groups, Size, 0);

    /// <summary>Of stretches, where blocks are many; no bound of those whose blocks have been bounded.</summary>
    private protected BlockBounds OfStretches { get; } =
        new(blocks.Groups, Size * NestedBlocks.StretchSize, NestedErrors.StretchDraws);

    private protected float[] MostOf { get; } = new float[blocks.Stride * Size];

    private protected FloatCoefficients Beta { get; } = new(blocks, rows);

    /// <summary>A screen in the form given.</summary>
    public static NestedScreen In(VectorForm form, NestedBlocks blocks, GroupRows? rows) => form switch
    {
        VectorForm.Bits512 => new NestedScreen<Vector512<float>, Floats16, Vector512<ulong>, Words8>(blocks, rows),
        VectorForm.Bits256 => new NestedScreen<Vector256<float>, Floats8, Vector256<ulong>, Words4>(blocks, rows),
        _ => new NestedScreen<float, Floats1, ulong, Words1>(blocks, rows),
    };

    /// <summary>Draws the terms of all blocks and bounds V + ε in each, or of all stretches and in each where blocks are many.</summary>
    public void Begin(in NestedSituation situation)
    {
        (_shared, Mean) = (Columns.Alike.Find(situation), null);
        double slack = Slack(situation);
        _add = (float)((situation.NestScale * Columns.LogForms) + slack);
        BlockBounds first = _areMany ? OfStretches : OfBlocks;
        DrawLeaders(situation.Errors, first, 0, first.Stride, 0, _add);
        FillBounds(first, _pieces.AsSpan(0, first.Stride / NestedBlocks.StretchSize));
        if (_areMany)
        {
            OfBlocks.Bound.AsSpan().Fill(float.NegativeInfinity);
        }
    }

    /// <summary>The smallest exponential of block b and its place, as <see cref="NestedErrors.Block"/> has them.</summary>
    /// <param name="block">One that has been looked into.</param>
    public (double Smallest, int Place) Leader(int block) => _areMany
        ? NestedErrors.Leader(OfStretches.Leader(block / NestedBlocks.StretchSize), block, OfBlocks.WordsOf(block), Columns.SizeOf(block))
        : OfBlocks.Leader(block);

    /// <summary>
    /// Blocks of high bounds, the highest among them, in the stretches of the highest where they are many, which are not named again for
    /// this situation.
    /// </summary>
    /// <param name="situation">Whose.</param>
    /// <param name="threshold">What bounds must exceed.</param>
    /// <param name="high">Filled, room for <see cref="Batch"/>.</param>
    /// <returns>Their number.</returns>
    public int TakeHigh(in NestedSituation situation, float threshold, Span<int> high)
    {
        if (_areMany)
        {
            int many = 0;
            while (many < First && Take(OfStretches.Bound, Columns.Stretches, threshold) is { At: >= 0 and int stretch })
            {
                _stretches[many++] = stretch;
            }

            BoundBlocks(situation, _stretches.AsSpan(0, many));
        }

        return TakeHigh(OfBlocks.Bound, threshold, high);
    }

    /// <summary>The blocks whose bounds exceed the threshold.</summary>
    /// <param name="situation">Whose.</param>
    /// <param name="threshold">What bounds must exceed.</param>
    /// <param name="live">Filled, room for as many as there are blocks, in whole vectors.</param>
    /// <returns>Their number.</returns>
    public int FindLive(in NestedSituation situation, float threshold, Span<int> live)
    {
        if (_areMany)
        {
            int many = FindAbove(OfStretches.Bound, Columns.Stretches, threshold, _stretches);
            BoundBlocks(situation, _stretches.AsSpan(0, many));
        }

        return FindAbove(OfBlocks.Bound, Columns.Blocks, threshold, live);
    }

    /// <summary>Works out V of each group's best form in the blocks named, without slack.</summary>
    /// <param name="situation">Whose.</param>
    /// <param name="threshold">What bounds must exceed.</param>
    /// <param name="live">The blocks; on return first those where the bound of a group with the block's highest ε does.</param>
    /// <returns>How many these are.</returns>
    public int FillBlocks(in NestedSituation situation, float threshold, Span<int> live)
    {
        Rows.Make(situation, live);
        return _shared is { } shared ? FillMost(situation, shared, threshold, live) : FillMost(situation, threshold, live);
    }

    /// <summary>
    /// Of the groups last asked for that lead blocks, the one of the highest bound, which is not named again.
    /// </summary>
    /// <returns>The group and the bound; −1 when none exceeds the threshold.</returns>
    public (int Group, float Bound) TakeLeader(float threshold)
    {
        var (at, bound) = Take(_leaderBounds.AsSpan(0, NestedBlocks.StrideOf(_led)), _led, threshold);
        if (at < 0)
        {
            return (-1, threshold);
        }

        MostOf[_leaders[at]] = float.NegativeInfinity;
        return (_leaders[at], bound);
    }

    /// <summary>The groups of filled blocks whose bounds exceed the threshold before their own terms are drawn.</summary>
    /// <returns>Their number.</returns>
    public int FindGroups(ReadOnlySpan<int> live, float threshold) => FindGroups(live, threshold, _found);

    /// <summary>Draws the terms of some of the groups found, in blocks whose leaders have been found.</summary>
    /// <param name="situation">Whose.</param>
    /// <param name="from">The first.</param>
    /// <param name="count">How many, at most <see cref="Batch"/>.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="bound">The bounds of V + ε of each.</param>
    public void DrawGroups(in NestedSituation situation, int from, int count, out ReadOnlySpan<int> groups, out ReadOnlySpan<float> bound)
    {
        groups = _found.AsSpan(from, count);
        float[] smallest = OfBlocks.Smallest, most = MostOf;
        for (int i = 0; i < count; i++)
        {
            int group = groups[i];
            _index[i] = NestedErrors.GroupIndex(group);
            _candidateSmallest[i] = smallest[group / Size];
            _candidateBound[i] = most[group];
        }

        Draw(situation.Errors, _index, _c0, _c1, _c2);
        Others(_c0, _candidateSmallest, _add, _candidateBound);
        for (int i = 0; i < count; i++)
        {
            int group = groups[i], block = group / Size;
            _candidateBound[i] = group == _leaderOf[block] ? most[group] + OfBlocks.Errors[block] : _candidateBound[i];
        }

        bound = _candidateBound.AsSpan(0, count);
    }

    /// <summary>Draws the terms of the blocks of some stretches, given theirs, and bounds V + ε in each.</summary>
    private void BoundBlocks(in NestedSituation situation, ReadOnlySpan<int> stretches)
    {
        foreach (int stretch in stretches)
        {
            int from = stretch * NestedBlocks.StretchSize, first = OfStretches.LeaderOf(stretch) / Size;
            DrawLeaders(situation.Errors, OfBlocks, from, from + NestedBlocks.StretchSize, OfStretches.Smallest[stretch], _add);
            (OfBlocks.Smallest[first], OfBlocks.Errors[first]) = (OfStretches.Smallest[stretch], OfStretches.Errors[stretch]);
        }

        FillBounds(OfBlocks, stretches);
    }

    /// <summary>Bounds V + ε of the groups that lead blocks, which have been filled.</summary>
    public void FindLeaders(ReadOnlySpan<int> live)
    {
        _led = live.Length;
        for (int i = 0; i < live.Length; i++)
        {
            int block = live[i], leader = LeaderOf(block);
            (_leaders[i], _leaderOf[block]) = (leader, leader);
            _leaderBounds[i] = MostOf[leader] + OfBlocks.Errors[block];
        }

        _leaderBounds.AsSpan(_led, NestedBlocks.StrideOf(_led) - _led).Fill(float.NegativeInfinity);
    }

    /// <summary>The group of the highest ε of a block.</summary>
    private int LeaderOf(int block)
    {
        int first = _areMany ? OfStretches.LeaderOf(block / NestedBlocks.StretchSize) : -Size;
        return first / Size == block ? first : OfBlocks.LeaderOf(block);
    }

    /// <summary>Takes away the highest bound: where it is, −1 if it does not exceed the threshold.</summary>
    /// <param name="bounds">A whole number of vectors.</param>
    /// <param name="count">How many of them stand for something.</param>
    /// <param name="threshold">What it must exceed.</param>
    private (int At, float Bound) Take(Span<float> bounds, int count, float threshold)
    {
        float largest = Largest(bounds);
        int at = largest <= threshold ? -1
            : MemoryMarshal.Cast<float, int>(bounds[..count]).IndexOf(BitConverter.SingleToInt32Bits(largest)); // by bits: in vectors
        if (at >= 0)
        {
            bounds[at] = float.NegativeInfinity;
        }

        return (at, largest);
    }

    private protected abstract int TakeHigh(Span<float> bounds, float threshold, Span<int> high);

    private protected abstract int FindAbove(ReadOnlySpan<float> bound, int count, float threshold, Span<int> found);

    private protected abstract int FindGroups(ReadOnlySpan<int> live, float threshold, Span<int> found);

    private protected abstract float Largest(ReadOnlySpan<float> values);

    private protected abstract void Draw(in DrawKey key, ReadOnlySpan<uint> indices, Span<uint> w0, Span<uint> w1, Span<uint> w2);

    /// <summary>Draws blocks or stretches: their smallest exponentials, each more than the least, and highest ε.</summary>
    private protected abstract void DrawLeaders(in DrawKey key, BlockBounds bounds, int from, int to, float least, float add);

    private protected abstract void Others(ReadOnlySpan<uint> words, ReadOnlySpan<float> smallest, float add, Span<float> v);

    /// <summary>Bounds V + ε from the ranges of rows, or of what is shared and the ranges of anchors.</summary>
    /// <param name="bounds">Of blocks or of stretches.</param>
    /// <param name="pieces">Which, each piece <see cref="NestedBlocks.StretchSize"/> of them.</param>
    private void FillBounds(BlockBounds bounds, ReadOnlySpan<int> pieces)
    {
        if (_shared is { } shared)
        {
            FillBounds(shared, bounds, pieces);
        }
        else
        {
            FillBoundsOfRows(bounds, pieces);
        }
    }

    private protected abstract void FillBoundsOfRows(BlockBounds bounds, ReadOnlySpan<int> pieces);

    private protected abstract void FillBounds(SharedUtility shared, BlockBounds bounds, ReadOnlySpan<int> pieces);

    private protected abstract int FillMost(in NestedSituation situation, float threshold, Span<int> live);

    private protected abstract int FillMost(in NestedSituation situation, SharedUtility shared, float threshold, Span<int> live);

    /// <summary>Works out what persons of the coefficients of the situation share.</summary>
    public abstract void Fill(in NestedSituation situation, SharedUtility shared);
}
