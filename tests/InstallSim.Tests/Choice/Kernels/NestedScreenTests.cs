using System.Runtime.Intrinsics;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>What single precision bounds is bounded, in every form, and closely.</summary>
public sealed class NestedScreenTests
{
    [Test]
    public void Nothing_exceeds_its_bound([Values(1, 4)] int forms, [Values(1e-3, 1, 1e3, 1e5, 1e12, 1e40)] double times)
    {
        var world = new NestedWorld(250, forms, 6);
        var plain = new NestedMaximiser(world.Blocks, world.Rows);
        foreach (VectorForm form in VectorForms.All)
        {
            var screen = NestedScreen.In(form, world.Blocks, world.Rows);
            for (uint agent = 0; agent < 8; agent++)
            {
                AssertBounds(screen, world, plain, world.Times(agent, 0.3, times), $"{form}, agent {agent}");
            }
        }
    }

    [Test]
    public void Nothing_exceeds_the_bound_of_its_stretch([Values(1, 1e5, 1e40)] double times)
    {
        var world = new NestedWorld(4200, 2, 6, rowsKept: 0);
        var plain = new NestedMaximiser(world.Blocks, world.Rows);
        foreach (VectorForm form in VectorForms.All)
        {
            AssertBounds(NestedScreen.In(form, world.Blocks, world.Rows), world, plain, world.Times(1, 0.3, times), $"{form}");
        }
    }

    [Test]
    public void Nothing_exceeds_its_bound_about_the_mean(
        [Values(270, 4200)] int groups, [Values(1, 4)] int forms, [Values(1e-3, 1, 1e3, 1e12, 1e40)] double times)
    {
        var world = new NestedWorld(groups, forms, 6);
        var plain = new NestedMaximiser(world.Blocks, world.Rows);
        for (uint agent = 1000; agent < 1000 + SharedUtilities.Most; agent++)
        {
            world.Blocks.Alike.Find(world.Times(agent, 0.3, times));
        }

        double[] mean = [.. world.Blocks.Alike.Means!.Overall.Coefficients.Select(BitConverter.UInt64BitsToDouble)];
        int columns = world.Blocks.GroupColumns;
        foreach (VectorForm form in VectorForms.All)
        {
            var screen = NestedScreen.In(form, world.Blocks, world.Rows);
            for (uint agent = 0; agent < 4; agent++)
            {
                NestedSituation own = world.Times(agent, 0.3, times);
                AssertBounds(screen, world, plain, own, $"{form}, agent {agent}");
                NestedSituation average = own with
                {
                    GroupCoefficients = mean.AsSpan(0, columns),
                    FormCoefficients = mean.AsSpan(columns),
                    Anchors = [],
                };
                AssertBounds(screen, world, plain, average, $"{form}, agent {agent}, of the mean"); // bounds of V are its highest V
            }
        }
    }

    [Test]
    public void Bounds_are_close_where_single_precision_is()
    {
        var world = new NestedWorld(250, 1, 6);
        var plain = new NestedMaximiser(world.Blocks, world.Rows);
        NestedSituation situation = world.Situation(1, 0.3);
        var screen = NestedScreen.In(VectorForms.Widest, world.Blocks, world.Rows);
        screen.Begin(situation);
        int[] all = [.. Enumerable.Range(0, world.Blocks.Blocks)];
        screen.FillBlocks(situation, float.MinValue, all);
        screen.FindLeaders(all);
        int count = screen.FindGroups(all, float.MinValue);
        Assert.That(count, Is.EqualTo(Enumerable.Range(0, 250).Count(world.Blocks.IsOpen)));
        for (int from = 0; from < count; from += NestedScreen.Batch)
        {
            screen.DrawGroups(situation, from, count, out ReadOnlySpan<int> groups, out ReadOnlySpan<float> bound);
            for (int i = 0; i < groups.Length; i++)
            {
                double utility = Utility(world, plain, situation, groups[i], 0);

                // Twice the slack of 6 coefficients whose products add up to 22 at the most.
                double slack = (14 * 150 / (double)(1 << 23)) + FloatScreen.Error;
                Assert.That(bound[i] - utility, Is.InRange(0, 2 * slack), $"group {groups[i]}");
            }
        }
    }

    [Test]
    public void Every_group_found_is_a_group_when_nothing_can_be_bounded()
    {
        var world = new NestedWorld(21, 2, 6);
        foreach (VectorForm form in VectorForms.All)
        {
            var screen = NestedScreen.In(form, world.Blocks, world.Rows);
            NestedSituation situation = world.Times(1, 0.3, 1e200);
            screen.Begin(situation);
            var live = new int[world.Blocks.Stride];
            Assert.That(screen.FindLive(situation, 1e30f, live), Is.EqualTo(2));
            Assert.That(screen.FillBlocks(situation, 1e30f, live.AsSpan(0, 2)), Is.EqualTo(2));
            Assert.That(screen.FindGroups(live.AsSpan(0, 2), 1e30f), Is.EqualTo(21));
        }
    }

    [Test]
    public void Terms_in_single_precision_are_never_too_small_and_agree_in_all_forms()
    {
        DrawKey key = new(4, 0, 1, 2025, 3);
        uint[] edges = [0, 1, 2, 3, 255, 0x3FFFFFFF, 0x40000000, 0xBFFFFFFE, 0xBFFFFFFF, 0xC0000000, 0xFFFFFF00, 0xFFFFFFFE, uint.MaxValue];
        uint[] words = [.. edges, .. Enumerable.Range(0, 32768 - edges.Length).Select(i => key.Words(i / 4 * 4).W0 >> (i % 4 * 9))];
        float[] one = new float[words.Length], smallest = new float[words.Length], highest = new float[words.Length];
        Array.Fill(one, 1);
        FloatScreen.Leaders<float, Floats1>(words, one, 0, 0, smallest, highest);
        for (int i = 0; i < words.Length; i++)
        {
            double least = LeastExponential(words[i]);
            Assert.That(highest[i] + FloatScreen.Error, Is.GreaterThanOrEqualTo(-Math.Log(least)), $"word {words[i]:x8}");
            if (words[i] is > 1 << 20 and < 0xFFFF0000)
            {
                Assert.That(highest[i], Is.EqualTo(-Math.Log(least)).Within(FloatScreen.Error), $"word {words[i]:x8}");
            }
        }

        foreach (VectorForm form in VectorForms.All)
        {
            float[] same = new float[words.Length], alike = new float[words.Length];
            switch (form)
            {
                case VectorForm.Bits512:
                    FloatScreen.Leaders<Vector512<float>, Floats16>(words, one, 0, 0, same, alike);
                    break;
                case VectorForm.Bits256:
                    FloatScreen.Leaders<Vector256<float>, Floats8>(words, one, 0, 0, same, alike);
                    break;
                default:
                    FloatScreen.Leaders<float, Floats1>(words, one, 0, 0, same, alike);
                    break;
            }

            Assert.That(same, Is.EqualTo(smallest));
            Assert.That(alike, Is.EqualTo(highest));
        }
    }

    /// <summary>−ln u of the word's upper 31 bits, all other bits as if set; at least that of the largest u, 1 − 2⁻⁵⁴.</summary>
    private static double LeastExponential(uint word)
    {
        double toOne = (0x7FFFFFFF - (word >> 1)) / 2147483648.0;
        return Math.Max(toOne < 1e-4 ? toOne + (toOne * toOne / 2) : -Math.Log(1 - toOne), 1.0 / (1L << 54));
    }

    private static void AssertBounds(
        NestedScreen screen, NestedWorld world, NestedMaximiser plain, in NestedSituation situation, string of)
    {
        const int size = NestedBlocks.BlockSize;
        var live = new int[world.Blocks.Stride];
        screen.Begin(situation);
        int[] all = [.. Enumerable.Range(0, world.Blocks.Blocks)];
        for (int g = 0; g < world.Blocks.Groups; g += 7)
        {
            double utility = double.NegativeInfinity;
            for (int f = 0; f < world.Blocks.Forms; f++)
            {
                utility = Math.Max(utility, Utility(world, plain, situation, g, f));
            }

            if (!double.IsNegativeInfinity(utility))
            {
                float below = MathF.BitDecrement((float)MathF.BitDecrement((float)utility));
                Assert.That(live[..screen.FindLive(situation, below, live)], Has.Member(g / size), $"block of {g}, {of}");
                int[] left = [.. all];
                Assert.That(left[..screen.FillBlocks(situation, below, left)], Has.Member(g / size), $"block of {g} filled, {of}");
                screen.FindLeaders([g / size]);
                int count = screen.FindGroups([g / size], below);
                screen.DrawGroups(situation, 0, count, out ReadOnlySpan<int> groups, out ReadOnlySpan<float> bound);
                int at = groups.IndexOf(g);
                Assert.That(at, Is.GreaterThanOrEqualTo(0), $"group {g}, {of}");
                Assert.That(bound[at] <= below, Is.False, $"bound of {g}, {of}");
            }
        }
    }

    /// <summary>V + ε of an alternative that is open, else −∞.</summary>
    private static double Utility(NestedWorld world, NestedMaximiser plain, in NestedSituation s, int group, int form)
    {
        int j = (group * world.Blocks.Forms) + form;
        return world.Blocks.IsOpen(j)
            ? plain.SystematicUtility(s, j) + NestedErrors.Term(s.Errors, group, form, world.Blocks.Groups, world.Blocks.Forms, s.NestScale)
            : double.NegativeInfinity;
    }
}
