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
        T firstKey = TW.Broadcast(key.Seed), secondKey = TW.Broadcast(((uint)key.Replication << 16) | key.Purpose);
        T a = TW.Broadcast(MultiplierA), b = TW.Broadcast(MultiplierB), weylA = TW.Broadcast(WeylA), weylB = TW.Broadcast(WeylB);
        for (int i = 0; i < indices.Length; i += TW.Count)
        {
            T x0 = TW.Load(ref Unsafe.Add(ref index, i)), x1 = agent, x2 = year, x3 = none, key0 = firstKey, key1 = secondKey;
            for (int round = 0; round < 10; round++)
            {
                T productA = TW.Multiply(x0, a), productB = TW.Multiply(x2, b);
                x0 = TW.Xor(TW.Xor(TW.Upper(productB), x1), key0);
                x2 = TW.Xor(TW.Xor(TW.Upper(productA), x3), key1);
                (x1, x3) = (productB, productA);
                (key0, key1) = (TW.Add(key0, weylA), TW.Add(key1, weylB));
            }

            TW.Store(x0, ref Unsafe.Add(ref word0, i));
            TW.Store(x1, ref Unsafe.Add(ref word1, i));
            TW.Store(x2, ref Unsafe.Add(ref word2, i));
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
        T firstKey = TW.Broadcast(key.Seed), secondKey = TW.Broadcast(((uint)key.Replication << 16) | key.Purpose);
        T a = TW.Broadcast(MultiplierA), b = TW.Broadcast(MultiplierB), weylA = TW.Broadcast(WeylA), weylB = TW.Broadcast(WeylB);
        for (int i = 0; i < agents.Length; i += TW.Count)
        {
            T x0 = block, x1 = TW.Load(ref Unsafe.Add(ref agent, i)), x2 = year, x3 = none, key0 = firstKey, key1 = secondKey;
            for (int round = 0; round < 10; round++)
            {
                T productA = TW.Multiply(x0, a), productB = TW.Multiply(x2, b);
                x0 = TW.Xor(TW.Xor(TW.Upper(productB), x1), key0);
                x2 = TW.Xor(TW.Xor(TW.Upper(productA), x3), key1);
                (x1, x3) = (productB, productA);
                (key0, key1) = (TW.Add(key0, weylA), TW.Add(key1, weylB));
            }

            TW.Store(x0, ref Unsafe.Add(ref word, i));
            TW.Store(x1, ref Unsafe.Add(ref word, agents.Length + i));
            TW.Store(x2, ref Unsafe.Add(ref word, (2 * agents.Length) + i));
            TW.Store(x3, ref Unsafe.Add(ref word, (3 * agents.Length) + i));
        }
    }
}
