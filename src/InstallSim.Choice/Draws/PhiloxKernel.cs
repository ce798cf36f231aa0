using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InstallSim.Choice.Draws;

/// <summary>Many blocks of <see cref="Philox"/> at a time, under one key: the same words, faster.</summary>
internal static class PhiloxKernel
{
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9, WeylB = 0xBB67AE85;

    /// <summary>Words 0 to 2 of the blocks that a family of draws has at some indices.</summary>
    /// <param name="key">Name of the family.</param>
    /// <param name="indices">Which blocks; a whole number of vectors of them.</param>
    /// <param name="w0">Word 0 of each, filled, as long.</param>
    /// <param name="w1">Word 1.</param>
    /// <param name="w2">Word 2.</param>
    public static void Fill<T, TW>(in DrawKey key, ReadOnlySpan<uint> indices, Span<uint> w0, Span<uint> w1, Span<uint> w2)
        where T : struct
        where TW : struct, IWordLanes<T>
    {
        if (indices.Length % TW.Count != 0 || w0.Length != indices.Length || w1.Length != indices.Length || w2.Length != indices.Length)
        {
            throw new ArgumentException(
                $"{indices.Length} indices for {w0.Length}, {w1.Length} and {w2.Length} words: as many, a multiple of {TW.Count}",
                nameof(indices));
        }

        ref uint index = ref MemoryMarshal.GetReference(indices);
        ref uint word0 = ref MemoryMarshal.GetReference(w0);
        ref uint word1 = ref MemoryMarshal.GetReference(w1);
        ref uint word2 = ref MemoryMarshal.GetReference(w2);
        T agent = TW.Broadcast(key.Agent), year = TW.Broadcast(key.Year), none = TW.Broadcast(0);
        for (int i = 0, last = indices.Length - TW.Count; i <= last; i += 2 * TW.Count)
        {
            int j = Math.Min(i + TW.Count, last);
            var one = new Counters<T> { X0 = TW.Load(ref Unsafe.Add(ref index, i)), X1 = agent, X2 = year, X3 = none };
            var other = new Counters<T> { X0 = TW.Load(ref Unsafe.Add(ref index, j)), X1 = agent, X2 = year, X3 = none };
            Encrypt<T, TW>(key, ref one, ref other);
            TW.Store(one.X0, ref Unsafe.Add(ref word0, i));
            TW.Store(one.X1, ref Unsafe.Add(ref word1, i));
            TW.Store(one.X2, ref Unsafe.Add(ref word2, i));
            TW.Store(other.X0, ref Unsafe.Add(ref word0, j));
            TW.Store(other.X1, ref Unsafe.Add(ref word1, j));
            TW.Store(other.X2, ref Unsafe.Add(ref word2, j));
        }
    }

    /// <summary>The four words of one block of the families of many agents.</summary>
    /// <param name="key">Name of the families; its own agent plays no part.</param>
    /// <param name="index">Which block.</param>
    /// <param name="agents">The agents; a whole number of vectors of them.</param>
    /// <param name="words">Filled word by word: word w of agent i is words[w·n + i], n agents.</param>
    public static void FillAgents<T, TW>(in DrawKey key, uint index, ReadOnlySpan<uint> agents, Span<uint> words)
        where T : struct
        where TW : struct, IWordLanes<T>
    {
        if (agents.Length % TW.Count != 0 || words.Length != 4 * agents.Length)
        {
            throw new ArgumentException(
                $"{agents.Length} agents for {words.Length} words: four times as many, a multiple of {TW.Count}", nameof(agents));
        }

        ref uint agent = ref MemoryMarshal.GetReference(agents);
        ref uint word = ref MemoryMarshal.GetReference(words);
        T block = TW.Broadcast(index), year = TW.Broadcast(key.Year), none = TW.Broadcast(0);
        for (int i = 0, last = agents.Length - TW.Count; i <= last; i += 2 * TW.Count)
        {
            int j = Math.Min(i + TW.Count, last);
            var one = new Counters<T> { X0 = block, X1 = TW.Load(ref Unsafe.Add(ref agent, i)), X2 = year, X3 = none };
            var other = new Counters<T> { X0 = block, X1 = TW.Load(ref Unsafe.Add(ref agent, j)), X2 = year, X3 = none };
            Encrypt<T, TW>(key, ref one, ref other);
            Store(one, ref Unsafe.Add(ref word, i), agents.Length);
            Store(other, ref Unsafe.Add(ref word, j), agents.Length);
        }

        static void Store(in Counters<T> words, ref uint to, int stride)
        {
            TW.Store(words.X0, ref to);
            TW.Store(words.X1, ref Unsafe.Add(ref to, stride));
            TW.Store(words.X2, ref Unsafe.Add(ref to, 2 * stride));
            TW.Store(words.X3, ref Unsafe.Add(ref to, 3 * stride));
        }
    }

    /// <summary>Words 0 and 2 of some blocks, each of an agent of its own.</summary>
    /// <param name="key">Name of the families; its own agent plays no part.</param>
    /// <param name="agents">The agents; a whole number of vectors of them.</param>
    /// <param name="indices">The block of each, as many.</param>
    /// <param name="w0">Word 0 of each, filled, as long.</param>
    /// <param name="w2">Word 2.</param>
    public static void FillPairs<T, TW>(
        in DrawKey key, ReadOnlySpan<uint> agents, ReadOnlySpan<uint> indices, Span<uint> w0, Span<uint> w2)
        where T : struct
        where TW : struct, IWordLanes<T>
    {
        if (agents.Length % TW.Count != 0 || indices.Length != agents.Length || w0.Length != agents.Length || w2.Length != agents.Length)
        {
            throw new ArgumentException(
                $"{agents.Length} agents, {indices.Length} indices, {w0.Length} and {w2.Length} words: as many, a multiple of {TW.Count}",
                nameof(agents));
        }

        ref uint agent = ref MemoryMarshal.GetReference(agents);
        ref uint index = ref MemoryMarshal.GetReference(indices);
        T year = TW.Broadcast(key.Year), none = TW.Broadcast(0);
        for (int i = 0, last = agents.Length - TW.Count; i <= last; i += 2 * TW.Count)
        {
            int j = Math.Min(i + TW.Count, last);
            var one = new Counters<T>
            {
                X0 = TW.Load(ref Unsafe.Add(ref index, i)),
                X1 = TW.Load(ref Unsafe.Add(ref agent, i)),
                X2 = year,
                X3 = none,
            };
            var other = new Counters<T>
            {
                X0 = TW.Load(ref Unsafe.Add(ref index, j)),
                X1 = TW.Load(ref Unsafe.Add(ref agent, j)),
                X2 = year,
                X3 = none,
            };
            Encrypt<T, TW>(key, ref one, ref other);
            TW.Store(one.X0, ref Unsafe.Add(ref MemoryMarshal.GetReference(w0), i));
            TW.Store(one.X2, ref Unsafe.Add(ref MemoryMarshal.GetReference(w2), i));
            TW.Store(other.X0, ref Unsafe.Add(ref MemoryMarshal.GetReference(w0), j));
            TW.Store(other.X2, ref Unsafe.Add(ref MemoryMarshal.GetReference(w2), j));
        }
    }

    /// <summary>Ten rounds on two vectors of counters at a time, so that a product of one does not wait for the other's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Encrypt<T, TW>(in DrawKey key, ref Counters<T> one, ref Counters<T> other)
        where T : struct
        where TW : struct, IWordLanes<T>
    {
        T key0 = TW.Broadcast(key.Seed), key1 = TW.Broadcast(((uint)key.Replication << 16) | key.Purpose);
        T a = TW.Broadcast(MultiplierA), b = TW.Broadcast(MultiplierB), weylA = TW.Broadcast(WeylA), weylB = TW.Broadcast(WeylB);
        T x0 = one.X0, x1 = one.X1, x2 = one.X2, x3 = one.X3, y0 = other.X0, y1 = other.X1, y2 = other.X2, y3 = other.X3;
        for (int round = 0; round < 10; round++)
        {
            T xA = TW.Multiply(x0, a), xB = TW.Multiply(x2, b), yA = TW.Multiply(y0, a), yB = TW.Multiply(y2, b);
            x0 = TW.Xor(TW.Xor(TW.Upper(xB), x1), key0);
            y0 = TW.Xor(TW.Xor(TW.Upper(yB), y1), key0);
            x2 = TW.Xor(TW.Xor(TW.Upper(xA), x3), key1);
            y2 = TW.Xor(TW.Xor(TW.Upper(yA), y3), key1);
            (x1, x3, y1, y3) = (xB, xA, yB, yA);
            (key0, key1) = (TW.Add(key0, weylA), TW.Add(key1, weylB));
        }

        one = new Counters<T> { X0 = x0, X1 = x1, X2 = x2, X3 = x3 };
        other = new Counters<T> { X0 = y0, X1 = y1, X2 = y2, X3 = y3 };
    }

    /// <summary>The words of some counters, before and after.</summary>
    private struct Counters<T>
        where T : struct
    {
        public T X0, X1, X2, X3;
    }
}
