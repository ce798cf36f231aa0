using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>Persons of the same coefficients share part of V: nothing that they choose depends on it.</summary>
public sealed class SharedUtilitiesTests
{
    [Test]
    public void Who_shares_chooses_as_who_does_not([Values(1, 4)] int forms, [Values(9, 1250)] int groups, [Values(1, 1e40)] double times)
    {
        var world = new NestedWorld(groups, forms, 11);
        foreach (VectorForm form in VectorForms.All)
        {
            var shared = new NestedMaximiser(world.Blocks, world.Rows) { Form = form };
            for (uint agent = 0; agent < 60; agent++)
            {
                AssertSame(world, shared, form, agent, times);
            }
        }
    }

    [Test]
    public void Threads_share_what_one_of_them_works_out()
    {
        var world = new NestedWorld(4200, 2, 15);
        int agents = 160;
        int[] expected = new int[agents], chosen = new int[agents];
        for (int agent = 0; agent < agents; agent++)
        {
            NestedSituation situation = Alike(world, (uint)agent, 1);
            expected[agent] = world.Textbook(new NestedMaximiser(world.Blocks, world.Rows), situation).Chosen;
        }

        world.Blocks.SetGroupColumn(2, [.. Enumerable.Range(0, 4200).Select(g => world.Blocks.GroupValue(2, g))]);
        Parallel.For(0, agents, new ParallelOptions { MaxDegreeOfParallelism = 4 }, () => new NestedMaximiser(world.Blocks, world.Rows),
            (agent, _, maximiser) =>
            {
                chosen[agent] = maximiser.Choose(Alike(world, (uint)agent, 1));
                return maximiser;
            }, _ => { });
        Assert.That(chosen, Is.EqualTo(expected));
        SharedUtility? kind = world.Blocks.Alike.Find(Alike(world, 0, 1));
        Assert.That(kind?.Version, Is.EqualTo(world.Blocks.Version));
    }

    [Test]
    public void A_change_of_the_blocks_is_seen_at_the_next_choice([Values] bool isRowMade)
    {
        var world = new NestedWorld(250, 3, 12, rowsKept: isRowMade ? 0 : GroupRows.MostKept);
        var shared = new NestedMaximiser(world.Blocks, world.Rows);
        Action[] changes =
        [
            () => { },
            () => world.Improve(0.4, 3),
            () => world.Blocks.Close(shared.Choose(Alike(world, 3, 1))),
            () => world.Blocks.SetGroupColumn(1, [.. Enumerable.Range(0, 250).Select(g => g % 7 / 2.0)]),
            () => world.Forsake(),
            () => world.Blocks.SetOpen([.. Enumerable.Range(0, world.Blocks.Alternatives).Select(j => j % 5 == 2)]),
        ];
        foreach (Action change in changes)
        {
            change();
            for (uint agent = 0; agent < 60; agent++)
            {
                AssertSame(world, shared, VectorForms.Widest, agent, 1);
            }
        }
    }

    [Test]
    public void What_is_shared_is_kept_from_the_second_person_on_and_worked_out_once()
    {
        var world = new NestedWorld(40, 2, 13);
        var alike = new SharedUtilities(world.Blocks);
        Assert.That(Find(1), Is.Null);
        Assert.That(Find(2), Is.Not.Null);
        Assert.That(IsStale(3));
        Find(3)!.Renew(world.Blocks.Version, world.Plain(3, 0.5), NestedScreen.In(VectorForms.Widest, world.Blocks, world.Rows));
        Assert.That(Find(4), Is.Not.Null);
        Assert.That(IsStale(4), Is.False);
        Assert.That(alike.Find(world.Situation(4, 0.5)), Is.Null, "other coefficients");
        world.Improve(0.5, 1);
        Assert.That(Find(5), Is.Not.Null);
        Assert.That(IsStale(5), "columns changed");

        SharedUtility? Find(uint agent) => alike.Find(world.Plain(agent, 0.5));

        bool IsStale(uint agent) => Find(agent)!.Version != world.Blocks.Version;
    }

    [Test]
    public void Where_everybody_differs_nothing_more_is_kept()
    {
        var world = new NestedWorld(40, 2, 14);
        var alike = new SharedUtilities(world.Blocks);
        for (uint agent = 0; agent < 2000; agent++)
        {
            Assert.That(alike.Find(world.Situation(agent, 0.5)), Is.Null);
        }

        Assert.That(alike.Find(world.Situation(1999, 0.5)), Is.Null, "beyond what is remembered");
    }

    [Test]
    public void Like_persons_are_looked_for_until_a_row_of_strangers_is_too_long()
    {
        var world = new NestedWorld(40, 2, 14);
        var alike = new SharedUtilities(world.Blocks);
        for (uint agent = 0; agent < 4 * SharedUtilities.Most; agent++)
        {
            alike.Find(world.Situation(agent, 0.5));
        }

        for (uint agent = 0; agent < 12 * SharedUtilities.Most; agent++)
        {
            Assert.That(alike.Find(world.Situation(3, 0.5)), Is.Not.Null, "one of the first, with others between");
            alike.Find(world.Situation(10_000 + agent, 0.5));
        }

        for (uint agent = 0; agent < 9 * SharedUtilities.Most; agent++)
        {
            alike.Find(world.Situation(20_000 + agent, 0.5));
        }

        Assert.That(alike.Find(world.Situation(3, 0.5)), Is.Null, "given up");
    }

    [Test]
    public void Bounds_about_the_mean_of_those_who_all_differ_change_no_choice([Values(1, 4)] int forms, [Values(300, 4200)] int groups)
    {
        var world = new NestedWorld(groups, forms, 16);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        foreach (Action change in (Action[])[() => { }, () => world.Improve(0.4, 3), () => world.Forsake()])
        {
            change();
            for (uint agent = 0; agent < SharedUtilities.Most; agent++)
            {
                maximiser.Choose(Chosen(world.Situation(agent, 0.4)));
            }

            Assert.That(world.Blocks.Alike.Means, Is.Not.Null);
            foreach (VectorForm form in VectorForms.All)
            {
                var other = new NestedMaximiser(world.Blocks, world.Rows) { Form = form };
                for (uint agent = 1000; agent < 1020; agent++)
                {
                    foreach (double times in (double[])[1, 30, 1e40])
                    {
                        NestedSituation situation = Chosen(world.Times(agent, 0.4, times));
                        int chosen = other.Choose(situation);
                        Assert.That((chosen, other.Best), Is.EqualTo(world.Textbook(other, situation)), $"{form}, agent {agent}, {times}");
                    }
                }
            }
        }

        Assert.That(world.Blocks.Alike.Means!.Overall.Version, Is.EqualTo(world.Blocks.Version), "used to the end");

        static NestedSituation Chosen(NestedSituation situation) => situation with
        {
            GroupCoefficients = (double[])[Math.Abs(situation.GroupCoefficients[0]), .. situation.GroupCoefficients[1..]],
        };
    }

    [Test]
    public void The_mean_excludes_blocks_that_ranges_of_rows_do_not()
    {
        const int groups = 1600, columns = 8;
        var blocks = new NestedBlocks(groups, 1, columns, 0);
        for (int k = 0; k < columns; k++)
        {
            blocks.SetGroupColumn(k, [.. Enumerable.Range(0, groups).Select(g => Normal(k, g))]);
        }

        NestedScreen screen = NestedScreen.In(VectorForms.Widest, blocks, null);
        int[] live = new int[blocks.Stride];
        double before = Enumerable.Range(0, 400).Average(Live);
        for (int n = 400; n < 600; n++)
        {
            Live(n);
        }

        double after = Enumerable.Range(0, 400).Select(n => 600 + n).Average(Live);
        Assert.That(after, Is.LessThan(0.7 * before));
        blocks.SetGroupColumn(0, [.. Enumerable.Range(0, groups).Select(g => Normal(0, g))]); // what was worked out is not of these columns
        double aboutAll = Enumerable.Range(0, 32).Select(n => 1000 + n).Average(Live);
        Assert.That(Enumerable.Range(0, 400).Select(n => 1200 + n).Average(Live), Is.LessThan(0.9 * aboutAll), "about the mean of some");

        int Live(int n)
        {
            var situation = new NestedSituation
            {
                Errors = new DrawKey(1, 0, 1, 0, (uint)n),
                GroupCoefficients = (double[])[.. Enumerable.Range(0, columns).Select(k => 0.5 + (0.2 * Normal(100 + k, n)))],
                NestScale = 1,
            };
            screen.Begin(situation);
            return screen.FindLive(situation, 9, live);
        }

        static double Normal(int k, int i) => NormalQuantileKernel.Quantile(new DrawKey(3, 0, (ushort)k, 0, 0).Uniform(i));
    }

    [Test]
    public void Other_columns_have_another_mean()
    {
        var world = new NestedWorld(300, 2, 17);
        for (uint agent = 0; agent < SharedUtilities.Most; agent++)
        {
            world.Blocks.Alike.Find(world.Situation(agent, 0.5));
        }

        double[] mean = [.. world.Blocks.Alike.Means!.Overall.Coefficients.Select(BitConverter.UInt64BitsToDouble)];
        Assert.That(mean, Has.All.InRange(-0.06, 0.06), "of numbers spread evenly from −0.5 to 0.5");
        world.Blocks.Reshape(2, 1);
        Assert.That(world.Blocks.Alike.Means, Is.Null);
    }

    private static void AssertSame(NestedWorld world, NestedMaximiser shared, VectorForm form, uint agent, double times)
    {
        NestedSituation situation = Alike(world, agent, times);
        int chosen = shared.Choose(situation);
        Assert.That((chosen, shared.Best), Is.EqualTo(world.Textbook(shared, situation)), $"{form}, agent {agent}");
    }

    /// <summary>One of three kinds of coefficients, with errors, anchors, floor, own place and consideration of the agent's own.</summary>
    private static NestedSituation Alike(NestedWorld world, uint agent, double times)
    {
        NestedSituation own = world.Situation(agent, 0.4), kind = world.Times(agent % 3, 0.4, times);
        double[] coefficients = kind.GroupCoefficients.ToArray();
        coefficients[0] = Math.Abs(coefficients[0]); // of a column that may hold −∞
        return new()
        {
            Errors = own.Errors,
            GroupCoefficients = coefficients,
            FormCoefficients = kind.FormCoefficients,
            Anchors = own.Anchors,
            NestScale = own.NestScale,
            Floor = own.Floor,
            OwnGroup = own.OwnGroup,
            OwnAdjustment = own.OwnAdjustment,
            Consideration = own.Consideration,
            Considered = own.Considered,
        };
    }
}
