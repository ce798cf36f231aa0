using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class AgentDrawsTests
{
    [Test]
    public void Blocks_of_many_agents_at_a_time_are_those_drawn_one_by_one()
    {
        var key = new DrawKey(0xF39CC060, 0xFFFE, 0xABCD, 2025, 7);
        uint[] agents = [0, 1, 2, 15, 1 << 27, uint.MaxValue, 0x7FFFFFFF, 5, 4, 3, 2, 1, 12345, 99, 0xFFFF, 0x80000000];
        foreach (VectorForm form in VectorForms.All)
        {
            var words = new uint[4 * agents.Length];
            AgentDraws.Fill(form, key, 3, agents, words);
            for (int i = 0; i < agents.Length; i++)
            {
                Assert.That((words[i], words[16 + i], words[32 + i], words[48 + i]),
                    Is.EqualTo((key with { Agent = agents[i] }).Words(3)), $"{form} {i}");
            }
        }

        Assert.Throws<ArgumentException>(() => PhiloxKernel.FillAgents<ulong, Words1>(key, 3, agents, new uint[60]));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(64)]
    [TestCase(133)]
    public void Pairs_of_many_agents_are_those_of_each(int count)
    {
        var key = new DrawKey(2025, 3, 17, 2030, 0);
        uint[] agents = [.. Enumerable.Range(0, count).Select(i => 7919u * (uint)i)];
        double[] even = new double[count], odd = new double[count];
        AgentDraws.Pairs(key, agents, 5, even, odd);
        Assert.That(even.Zip(odd), Is.EqualTo(agents.Select(agent => (key with { Agent = agent }).Pair(5))));
        Assert.Throws<ArgumentException>(() => AgentDraws.Pairs(key, agents, 5, even, new double[count + 1]));
    }

    [Test]
    public void Lower_bounds_of_numbers_are_less_than_a_step_of_32_bits_below_them()
    {
        var key = new DrawKey(2025, 3, 17, 2030, 11);
        int[] some = [0, 1, 2, 5, 4, 1 << 20, 7, 7, 34_741, 34_740, (1 << 20) + 1];
        int[] indices = [.. Enumerable.Repeat(some, 12).SelectMany(i => i)];
        uint[] agents = [.. indices.Select((_, i) => i % 3 == 0 ? uint.MaxValue - (uint)i : 5u * (uint)(i / 7))];
        foreach (int count in new[] { 0, 1, 8, 63, 64, 65, indices.Length })
        {
            var atLeast = new double[count];
            AgentDraws.AtLeast(key, agents.AsSpan(0, count), indices.AsSpan(0, count), atLeast);
            Assert.That(atLeast.Select((bound, i) => ((key with { Agent = agents[i] }).Uniform(indices[i]) - bound) * (1L << 32)),
                Is.All.InRange(0.0, 1.0));
        }

        Assert.Throws<ArgumentException>(() => AgentDraws.AtLeast(key, agents, indices, new double[3]));
        Assert.Throws<ArgumentException>(() => PhiloxKernel.FillPairs<ulong, Words1>(key, agents, agents, new uint[3], new uint[3]));
    }

    [Test]
    public void Pairs_of_agents_and_blocks_have_the_words_of_each()
    {
        var key = new DrawKey(0xF39CC060, 0xFFFE, 0xABCD, 2025, 7);
        uint[] agents = [.. Enumerable.Range(0, 24).Select(i => 0x9E3779B9u * (uint)i)], blocks = [.. agents.Select(a => a >> 3)];
        foreach (VectorForm form in VectorForms.All)
        {
            uint[] w0 = new uint[agents.Length], w2 = new uint[agents.Length];
            AgentDraws.FillPairs(form, key, agents, blocks, w0, w2);
            for (int i = 0; i < agents.Length; i++)
            {
                var (a, _, c, _) = (key with { Agent = agents[i] }).Words((int)blocks[i]);
                Assert.That((w0[i], w2[i]), Is.EqualTo((a, c)), $"{form} {i}");
            }
        }
    }
}
