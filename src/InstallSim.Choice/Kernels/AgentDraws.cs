using System.Runtime.Intrinsics;
using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>Draws of one purpose and year for many agents, several at a time; the same numbers as one by one.</summary>
public static class AgentDraws
{
    // Agents drawn at a time: whole vectors.
    private const int Chunk = 64;

    /// <summary>What numbers are less than above their lower bounds of <see cref="AtLeast"/>.</summary>
    public const double Step32 = 1.0 / (1L << 32);

    /// <summary>Numbers 2k and 2k + 1 of each agent: <c>(key with { Agent = agents[i] }).Pair(k)</c>.</summary>
    /// <param name="key">Name of the draws; its own agent plays no part.</param>
    /// <param name="agents">Names of the agents, shape [n].</param>
    /// <param name="k">Number of the pair, from 0.</param>
    /// <param name="even">Number 2k of each, filled, shape [n].</param>
    /// <param name="odd">Number 2k + 1 of each, filled, shape [n].</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Pairs(in DrawKey key, ReadOnlySpan<uint> agents, int k, Span<double> even, Span<double> odd)
    {
        if (even.Length != agents.Length || odd.Length != agents.Length)
        {
            throw new ArgumentException($"{even.Length} and {odd.Length} numbers for {agents.Length} agents", nameof(agents));
        }

        Span<uint> names = stackalloc uint[Chunk], words = stackalloc uint[4 * Chunk];
        names.Clear();
        for (int from = 0; from < agents.Length; from += Chunk)
        {
            int count = Math.Min(Chunk, agents.Length - from);
            agents.Slice(from, count).CopyTo(names);
            Fill(VectorForms.Widest, key, (uint)k, names, words);
            for (int i = 0; i < count; i++)
            {
                even[from + i] = DrawKey.ToUniform(words[i], words[Chunk + i]);
                odd[from + i] = DrawKey.ToUniform(words[(2 * Chunk) + i], words[(3 * Chunk) + i]);
            }
        }
    }

    /// <summary>
    /// Lower bounds of numbers, each of an agent: less than 2⁻³² below <c>(key with { Agent = agents[i] }).Uniform(indices[i])</c>.
    /// </summary>
    /// <param name="key">Name of the draws; its own agent plays no part.</param>
    /// <param name="agents">Names of the agents, shape [n].</param>
    /// <param name="indices">Which number of each, shape [n].</param>
    /// <param name="atLeast">Filled, shape [n].</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void AtLeast(in DrawKey key, ReadOnlySpan<uint> agents, ReadOnlySpan<int> indices, Span<double> atLeast)
    {
        if (indices.Length != agents.Length || atLeast.Length != agents.Length)
        {
            throw new ArgumentException(
                $"{atLeast.Length} numbers for {indices.Length} indices of {agents.Length} agents", nameof(atLeast));
        }

        Span<uint> names = stackalloc uint[Chunk], blocks = stackalloc uint[Chunk];
        Span<uint> even = stackalloc uint[Chunk], odd = stackalloc uint[Chunk];
        names.Clear();
        blocks.Clear();
        for (int from = 0; from < agents.Length; from += Chunk)
        {
            int count = Math.Min(Chunk, agents.Length - from);
            agents.Slice(from, count).CopyTo(names);
            for (int i = 0; i < count; i++)
            {
                blocks[i] = (uint)indices[from + i] >> 1;
            }

            FillPairs(VectorForms.Widest, key, names, blocks, even, odd);
            for (int i = 0; i < count; i++)
            {
                atLeast[from + i] = ((indices[from + i] & 1) == 0 ? even[i] : odd[i]) * Step32;
            }
        }
    }

    /// <summary>Words 0 and 2 of a block of each agent, the first words of its two numbers.</summary>
    internal static void FillPairs(
        VectorForm form, in DrawKey key, ReadOnlySpan<uint> agents, ReadOnlySpan<uint> blocks, Span<uint> w0, Span<uint> w2)
    {
        switch (form)
        {
            case VectorForm.Bits512:
                PhiloxKernel.FillPairs<Vector512<ulong>, Words8>(key, agents, blocks, w0, w2);
                break;
            case VectorForm.Bits256:
                PhiloxKernel.FillPairs<Vector256<ulong>, Words4>(key, agents, blocks, w0, w2);
                break;
            default:
                PhiloxKernel.FillPairs<ulong, Words1>(key, agents, blocks, w0, w2);
                break;
        }
    }

    /// <summary>The four words of one block of each agent.</summary>
    internal static void Fill(VectorForm form, in DrawKey key, uint index, ReadOnlySpan<uint> agents, Span<uint> words)
    {
        switch (form)
        {
            case VectorForm.Bits512:
                PhiloxKernel.FillAgents<Vector512<ulong>, Words8>(key, index, agents, words);
                break;
            case VectorForm.Bits256:
                PhiloxKernel.FillAgents<Vector256<ulong>, Words4>(key, index, agents, words);
                break;
            default:
                PhiloxKernel.FillAgents<ulong, Words1>(key, index, agents, words);
                break;
        }
    }
}
