using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// The part of V that all persons of the same coefficients share, whatever their anchors, in single precision: kept from the use on that
/// pays for working it out in every block. Persons are told alike by their coefficients alone, bit for bit. Where nobody is like another,
/// V of their mean is kept: whoever is near to it in all coefficients has V near to it. One for all threads.
/// </summary>
internal sealed class SharedUtilities(NestedBlocks blocks)
{
    // Working V out in all blocks costs what about eight persons spare, fewer where blocks are few.
    private const int Worth = 8;

    // Where tastes are drawn nobody is like another: then no more are kept, and when nobody in a row of Strangers was like one of them
    // they are not looked for any more.
    internal const int Most = 512;
    private const int Strangers = 8 * Most;

    private readonly ConcurrentDictionary<ulong, SharedUtility> _known = [];
    private volatile int _count;
    private int _strangers; // counted by all threads without care: no result depends on it
    private volatile MeanPersons? _means;

    /// <summary>Means of the first <see cref="Most"/> persons who differ; null while they, or blocks, are few.</summary>
    public MeanPersons? Means => _means;

    /// <summary>
    /// What this person shares with others, to be worked out first where it is of another <see cref="NestedBlocks.Version"/>; null when
    /// nothing is kept for the coefficients.
    /// </summary>
    public SharedUtility? Find(in NestedSituation situation)
    {
        if (_strangers > Strangers)
        {
            return null;
        }

        ReadOnlySpan<ulong> group = MemoryMarshal.Cast<double, ulong>(situation.GroupCoefficients);
        ReadOnlySpan<ulong> form = MemoryMarshal.Cast<double, ulong>(situation.FormCoefficients);
        ulong hash = Hash(Hash(14695981039346656037, group), form);
        if (!_known.TryGetValue(hash, out SharedUtility? shared))
        {
            _strangers++;
            if (_count < Most && _known.TryAdd(hash, new SharedUtility([.. group, .. form]))
                && Interlocked.Increment(ref _count) == Most && blocks.Blocks > NestedScreen.Batch)
            {
                _means = new MeanPersons(blocks, [.. _known.Values.Select(known => known.Coefficients)]);
            }

            return null;
        }

        if (shared.Coefficients.Length != group.Length + form.Length
            || !shared.Coefficients.AsSpan(0, group.Length).SequenceEqual(group)
            || !shared.Coefficients.AsSpan(group.Length).SequenceEqual(form))
        {
            return null;
        }

        _strangers = 0;
        return shared.IsWorth(blocks.Version, Math.Min(Worth, blocks.Blocks / Worth)) ? shared : null;
    }

    /// <summary>Adds up values times odd numbers, each its own, so that no product waits for another.</summary>
    private static ulong Hash(ulong hash, ReadOnlySpan<ulong> values)
    {
        ulong times = 0x9E3779B97F4A7C15;
        foreach (ulong value in values)
        {
            hash += (value ^ (value >> 32)) * times;
            times += 0x3C6EF372FE94F82A;
        }

        return hash ^ (hash >> 29);
    }
}

/// <summary>V of each group's best open form without the anchors, in single precision.</summary>
/// <param name="Coefficients">Bits of β of the group columns, then of the form columns.</param>
internal sealed record SharedUtility(ulong[] Coefficients)
{
    private readonly Lock _lock = new();
    private volatile int _version = -1;
    private int _counted, _uses;

    /// <summary><see cref="NestedBlocks.Version"/> that it was worked out for; −1 before.</summary>
    public int Version => _version;

    /// <summary>Σ |β|·max|x|.</summary>
    public double Size { get; set; }

    /// <summary>V, shape [stride, <see cref="NestedBlocks.BlockSize"/>]; an alternative closed since still counts.</summary>
    public float[] Utility { get; set; } = [];

    /// <summary>The highest of each block, shape [stride].</summary>
    public float[] Highest { get; set; } = [];

    /// <summary>The highest of each stretch of blocks, shape [<see cref="NestedBlocks.StrideOf"/> stretches].</summary>
    public float[] HighestOfStretches { get; set; } = [];

    /// <summary>Whether it is of a version, or so many have asked for it.</summary>
    public bool IsWorth(int version, int uses) => _version == version || Count(version) >= uses;

    private int Count(int version)
    {
        lock (_lock)
        {
            (_counted, _uses) = (version, version == _counted ? _uses + 1 : 1);
            return _uses;
        }
    }

    /// <summary>Has it worked out for a version, by one of the threads that need it.</summary>
    public void Renew(int version, in NestedSituation situation, NestedScreen by)
    {
        if (_version == version)
        {
            return;
        }

        lock (_lock)
        {
            if (_version != version)
            {
                by.Fill(situation, this);
                _version = version;
            }
        }
    }
}
