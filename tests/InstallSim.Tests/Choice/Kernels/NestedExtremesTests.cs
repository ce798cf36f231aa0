using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>What bounds may get wrong: numbers of groups about whole blocks and stretches, what is closed, no numbers.</summary>
public sealed class NestedExtremesTests
{
    /// <summary>A thread that finds V worked out by another has rounded no coefficient itself: the slack is for all of them.</summary>
    [Test]
    public void Who_finds_what_another_thread_worked_out_excludes_no_winner([Values(16, 64, 200)] int columns)
    {
        const double large = 1 << 20, lost = 0.06; // lost · 1 is less than half of what single precision tells apart at 2²⁰
        var blocks = new NestedBlocks(1, 1, columns, 0);
        for (int k = 0; k < columns; k++)
        {
            blocks.SetGroupColumn(k, [k == 0 ? large : lost]);
        }

        double[] ones = [.. Enumerable.Repeat(1.0, columns)];
        foreach (VectorForm form in VectorForms.All)
        {
            var first = new NestedMaximiser(blocks) { Form = form };
            for (uint agent = 0; agent < 20; agent++)
            {
                _ = first.Choose(Of(agent, double.NegativeInfinity));
            }

            for (uint agent = 0; agent < 20; agent++)
            {
                NestedSituation open = Of(agent, double.NegativeInfinity);
                double best = first.SystematicUtility(open, 0) + NestedErrors.Term(open.Errors, 0, 0, 1, 1, 1);
                var second = new NestedMaximiser(blocks) { Form = form };
                Assert.That(second.Choose(Of(agent, best - 1e-6)), Is.Zero, $"{form}, agent {agent}");
            }
        }

        NestedSituation Of(uint agent, double floor) => new()
        {
            Errors = new(1, 0, 6, 0, agent),
            GroupCoefficients = ones,
            NestScale = 1,
            Floor = floor,
        };
    }

    [Test]
    public void Choosing_among_many_groups_is_exact_about_whole_blocks_and_stretches(
        [Values(4095, 4096, 4097, 4111, 4112, 4113, 4352, 4353)] int groups, [Values(1, 2)] int forms)
    {
        var world = new NestedWorld(groups, forms, (uint)groups);
        AssertTextbook(world, agent => world.Situation(agent, 0.3), 8, "as it is");
        world.Blocks.SetOpen(Open(world, g => g / 256 % 3 == 1 && g % 5 == 0));
        AssertTextbook(world, agent => world.Situation(agent, 0.3), 8, "two of three stretches closed");
        world.Blocks.SetOpen(Open(world, g => g == groups - 1));
        AssertTextbook(world, agent => world.Situation(agent, 1), 8, "only the last group open");
        world.Blocks.SetOpen(Open(world, _ => false));
        AssertTextbook(world, agent => world.Situation(agent, 1), 8, "nothing open");
    }

    [Test]
    public void Choosing_is_exact_whatever_the_floor_and_the_coefficients(
        [Values(30, 300, 4097)] int groups, [Values(0, -0.0, 1e-320, 0.4, 1e12, double.NaN)] double first,
        [Values(double.NaN, double.PositiveInfinity, double.MaxValue, -double.MaxValue, double.NegativeInfinity, -0.0, 9)] double floor,
        [Values] bool isForsaken)
    {
        var world = new NestedWorld(groups, 2, 5);
        if (isForsaken)
        {
            _ = world.Forsake();
        }

        AssertTextbook(world, agent => With(world, agent, first, floor, agent % 4 == 3 ? groups - 1 : -1), 8, "");
    }

    [Test]
    public void The_best_of_all_groups_is_what_is_chosen([Values(4096, 4097, 4353)] int groups)
    {
        var world = new NestedWorld(groups, 2, 7);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        var (best, alternative) = (new double[groups], new int[groups]);
        for (uint agent = 0; agent < 10; agent++)
        {
            NestedSituation s = With(world, agent, 0.4, double.NegativeInfinity, -1);
            maximiser.FillBest(s, best, alternative);
            int at = Array.IndexOf(best, best.Max());
            Assert.That((maximiser.Choose(s), maximiser.Best), Is.EqualTo((alternative[at], best[at])));
        }
    }

    private static bool[] Open(NestedWorld world, Func<int, bool> isOpen) =>
        [.. Enumerable.Range(0, world.Blocks.Alternatives).Select(j => isOpen(j / world.Blocks.Forms))];

    private static NestedSituation With(NestedWorld world, uint agent, double first, double floor, int own)
    {
        NestedSituation one = world.Situation(agent, 0.3);
        return new()
        {
            Errors = one.Errors,
            GroupCoefficients = (double[])[first, .. one.GroupCoefficients[1..]],
            FormCoefficients = one.FormCoefficients,
            Anchors = one.Anchors,
            NestScale = one.NestScale,
            Consideration = one.Consideration,
            Considered = one.Considered,
            Floor = floor,
            OwnGroup = own,
            OwnAdjustment = one.OwnAdjustment,
        };
    }

    private delegate NestedSituation Person(uint agent);

    private static void AssertTextbook(NestedWorld world, Person person, int agents, string what)
    {
        foreach (VectorForm form in VectorForms.All)
        {
            var maximiser = new NestedMaximiser(world.Blocks, world.Rows) { Form = form };
            for (uint agent = 0; agent < agents; agent++)
            {
                NestedSituation s = person(agent);
                Assert.That((maximiser.Choose(s), maximiser.Best), Is.EqualTo(world.Textbook(maximiser, s)),
                    $"{form}, agent {agent}, {what}");
            }
        }
    }
}
