using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class NestedMaximiserTests
{
    [Test]
    public void Choosing_lazily_equals_comparing_every_alternative(
        [Values(1, 2, 4, 5)] int forms, [Values(1, 15, 16, 79, 250)] int groups, [Values(0.05, 0.2, 0.5, 1)] double scale)
    {
        var world = new NestedWorld(groups, forms, (uint)(forms + groups));
        AssertTextbook(world, agent => world.Situation(agent, scale), agents: 210);
    }

    [Test]
    public void Choosing_is_the_same_whether_rows_are_kept_or_made_anew(
        [Values(1, 16, 79, 250)] int groups, [Values(double.NaN, 0, 3)] double loose)
    {
        var world = new NestedWorld(groups, 4, 3, rowsKept: 0, loose: loose);
        AssertTextbook(world, agent => world.Situation(agent, 0.2), agents: 210);
        var kept = new NestedWorld(groups, 4, 3);
        var (made, same) = (new NestedMaximiser(world.Blocks, world.Rows), new NestedMaximiser(kept.Blocks, kept.Rows));
        var (v, w) = (new double[world.Blocks.Alternatives], new double[world.Blocks.Alternatives]);
        for (uint agent = 0; agent < 210; agent++)
        {
            Assert.That((made.Choose(world.Situation(agent, 0.2)), made.Best),
                Is.EqualTo((same.Choose(kept.Situation(agent, 0.2)), same.Best)));
            made.FillSystematic(world.Situation(agent, 0.2), v);
            same.FillSystematic(kept.Situation(agent, 0.2), w);
            Assert.That(v, Is.EqualTo(w));
        }
    }

    [Test]
    public void Choosing_is_exact_where_stretches_are_bounded_before_blocks(
        [Values(4097, 5000)] int groups, [Values(double.NaN, 3)] double loose, [Values(1, 1e15, 1e100)] double times)
    {
        var world = new NestedWorld(groups, 2, 3, rowsKept: 0, loose: loose);
        AssertTextbook(world, agent => world.Times(agent, 0.2, times), agents: 30);
    }

    [Test]
    public void Choosing_is_exact_whatever_the_size_of_utilities(
        [Values(0, 1e-300, 1e-40, 1e3, 1e7, 1e15, 1e29, 1e38, 1e100, 1e300)] double times, [Values(1, 3)] int forms,
        [Values(1, 40)] int groups)
    {
        var world = new NestedWorld(groups, forms, 11);
        AssertTextbook(world, agent => world.Times(agent, 0.5, times), agents: 12);
    }

    [TestCase(1, 1)]
    [TestCase(0.7, 2)]
    [TestCase(0.2, 3)]
    [TestCase(0.02, 4)]
    public void Choice_frequencies_are_nested_logit_probabilities(double scale, int seed)
    {
        var world = new NestedWorld(24, 4, (uint)seed);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        NestedSituation any = world.Plain(0, scale);
        var v = new double[world.Blocks.Alternatives];
        for (int j = 0; j < v.Length; j++)
        {
            v[j] = maximiser.SystematicUtility(any, j);
        }

        double[] p = NestedWorld.Probabilities(world.Blocks, v, scale);
        const int agents = 100_000;
        var count = new int[v.Length];
        for (uint agent = 0; agent < agents; agent++)
        {
            count[maximiser.Choose(world.Plain(agent, scale))]++;
        }

        // What is expected fewer than five times is one cell.
        int[] rare = [.. Enumerable.Range(0, v.Length).Where(j => agents * p[j] <= 5)];
        int[] often = [.. Enumerable.Range(0, v.Length).Except(rare)];
        double expectedRare = agents * rare.Sum(j => p[j]), chi2 = often.Sum(j => Square(count[j] - (agents * p[j])) / (agents * p[j]));
        bool isCell = expectedRare > 5;
        chi2 += isCell ? Square(rare.Sum(j => count[j]) - expectedRare) / expectedRare : 0;
        double tail = 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(often.Length - (isCell ? 0 : 1), chi2);
        Assert.That(often, Has.Length.GreaterThan(20));
        Assert.That(tail, Is.GreaterThan(1e-4), $"χ² = {chi2:0.0} over {often.Length} cells");
    }

    [Test]
    public void Improving_alternatives_moves_nobody_to_another_one([Values(0.05, 0.2, 0.5, 1)] double scale)
    {
        var before = new NestedWorld(100, 4, 8);
        var after = new NestedWorld(100, 4, 8);
        bool[] improved = after.Improve(share: 0.1, by: 1);
        var first = new NestedMaximiser(before.Blocks, before.Rows);
        var second = new NestedMaximiser(after.Blocks, after.Rows);
        int moved = 0;
        for (uint agent = 0; agent < 10_000; agent++)
        {
            int old = first.Choose(before.Plain(agent, scale)), now = second.Choose(after.Plain(agent, scale));
            Assert.That(now == old || improved[now], Is.True, $"agent {agent} went from {old} to {now}");
            moved += now == old ? 0 : 1;
        }

        Assert.That(moved, Is.GreaterThan(50));
    }

    [Test]
    public void Closing_an_alternative_moves_only_who_chose_it_and_opening_it_brings_them_back()
    {
        var world = new NestedWorld(100, 4, 9, open: 1);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        int[] before = Choices();
        int closed = before.GroupBy(j => j).MaxBy(chosen => chosen.Count())!.Key;
        world.Blocks.Close(closed);
        int[] without = Choices();
        bool[] all = new bool[world.Blocks.Alternatives];
        Array.Fill(all, true);
        world.Blocks.SetOpen(all);
        Assert.Multiple(() =>
        {
            Assert.That(world.Blocks.IsOpen(closed), Is.True);
            Assert.That(without, Has.No.Member(closed));
            Assert.That(Enumerable.Range(0, before.Length).Where(n => before[n] != closed && before[n] != without[n]), Is.Empty);
            Assert.That(Choices(), Is.EqualTo(before));
        });

        int[] Choices() => [.. Enumerable.Range(0, 3000).Select(n => maximiser.Choose(world.Plain((uint)n, 0.2)))];
    }

    [Test]
    public void What_opens_after_its_columns_were_set_is_as_good_as_what_was_always_open()
    {
        NestedWorld always = new(100, 4, 9, open: 1), late = new(100, 4, 9, open: 0);
        NestedMaximiser first = new(always.Blocks, always.Rows), second = new(late.Blocks, late.Rows);
        late.Blocks.SetOpen([.. Enumerable.Repeat(true, 400)]);
        for (uint agent = 0; agent < 500; agent++)
        {
            Assert.That(second.Choose(late.Situation(agent, 0.2)), Is.EqualTo(first.Choose(always.Situation(agent, 0.2))));
        }
    }

    [TestCase(0.2)]
    [TestCase(0.5)]
    public void A_duplicate_of_a_lone_form_multiplies_the_odds_of_its_group_by_two_to_the_scale(double scale)
    {
        const int groups = 20, agents = 400_000;
        var blocks = new NestedBlocks(groups, 2, 0, 0);
        bool[] open = [.. Enumerable.Range(0, 2 * groups).Select(j => j % 2 == 0)];
        int before = Chosen(), after;
        open[15] = true;
        after = Chosen();
        double p = 1.0 / groups, factor = Math.Pow(2, scale), expected = factor / (1 + ((factor - 1) * p));

        // All who move move to the group: the rise is binomial.
        Assert.That((double)after / before, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected - 1) / Math.Sqrt(agents * p)));
        Assert.That((double)after / before, scale == 0.2 ? Is.LessThan(1.15) : Is.GreaterThan(1.15));

        int Chosen()
        {
            blocks.SetOpen(open);
            var maximiser = new NestedMaximiser(blocks);
            int count = 0;
            for (uint agent = 0; agent < agents; agent++)
            {
                count += maximiser.Choose(new() { Errors = new DrawKey(3, 0, 1, 0, agent), NestScale = scale }) / 2 == 7 ? 1 : 0;
            }

            return count;
        }
    }

    [Test]
    public void What_is_closed_is_chosen_only_by_who_is_there()
    {
        var world = new NestedWorld(20, 3, 1);
        world.Blocks.SetOpen(new bool[60]);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        double[] beta = [0.5, -0.3, 0.2], formBeta = [0.4, -0.3], stay = [double.NegativeInfinity, 1, double.NegativeInfinity];
        NestedSituation newcomer = new()
        {
            Errors = new DrawKey(1, 0, 1, 0, 0),
            GroupCoefficients = beta,
            FormCoefficients = formBeta,
            NestScale = 0.2,
            Floor = -20,
        };
        NestedSituation there = new()
        {
            Errors = newcomer.Errors,
            GroupCoefficients = beta,
            FormCoefficients = formBeta,
            NestScale = 0.2,
            OwnGroup = 5,
            OwnAdjustment = stay,
        };
        Assert.That(maximiser.Choose(newcomer), Is.EqualTo(-1));
        Assert.That(maximiser.Best, Is.EqualTo(-20));
        Assert.That(maximiser.Choose(there), Is.EqualTo(16));
    }

    [Test]
    public void Choices_depend_neither_on_order_nor_on_earlier_shapes()
    {
        var world = new NestedWorld(100, 4, 2);
        var reshaped = new NestedWorld(100, 4, 2);
        var forwards = new NestedMaximiser(world.Blocks, world.Rows);
        var backwards = new NestedMaximiser(reshaped.Blocks, reshaped.Rows);
        bool[] open = [.. Enumerable.Range(0, 400).Select(reshaped.Blocks.IsOpen)];
        reshaped.Blocks.Reshape(7, 1);
        reshaped.Blocks.Reshape(NestedWorld.GroupColumns, NestedWorld.FormColumns);
        Assert.That(Enumerable.Range(0, 400).Select(reshaped.Blocks.IsOpen), Is.EqualTo(open));
        Copy(world.Blocks, reshaped.Blocks);
        int[] first = [.. Enumerable.Range(0, 500).Select(n => forwards.Choose(world.Situation((uint)n, 0.2)))];
        int[] second = [.. Enumerable.Range(0, 500).Select(n => backwards.Choose(reshaped.Situation((uint)(499 - n), 0.2))).Reverse()];
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Choosing_allocates_nothing()
    {
        var world = new NestedWorld(100, 4, 5);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        NestedSituation situation = world.Situation(7, 0.2);
        maximiser.Choose(situation);

        // The least of three: a collection that another thread asks for counts the rest of this thread's chunk of memory as used.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int n = 0; n < 100; n++)
            {
                maximiser.Choose(situation);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(least, Is.Zero);
    }

    [Test]
    public void A_situation_of_another_shape_is_refused()
    {
        var world = new NestedWorld(20, 4, 5);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        Assert.Multiple(() =>
        {
            Assert.Throws<ArgumentException>(() => maximiser.Choose(new() { Errors = default, NestScale = 0.2 }));
            Assert.Throws<ArgumentException>(() => maximiser.Choose(world.Plain(0, 0)));
            Assert.Throws<ArgumentException>(() => maximiser.Choose(world.Plain(0, 1.1)));
            Assert.Throws<ArgumentException>(() => maximiser.Choose(world.Plain(0, double.NaN)));
            Assert.Throws<ArgumentException>(() => maximiser.Choose(Situation(own: 3, considered: 0)));
            Assert.Throws<ArgumentException>(() => maximiser.Choose(Situation(own: -1, considered: 19)));
            var other = new GroupRows(1, 21, (_, _, values) => values.Clear());
            Assert.Throws<ArgumentException>(() => _ = new NestedMaximiser(world.Blocks, other));
        });

        static NestedSituation Situation(int own, int considered) => new()
        {
            Errors = default,
            GroupCoefficients = new double[3],
            FormCoefficients = new double[2],
            NestScale = 0.2,
            OwnGroup = own,
            Consideration = new double[considered],
        };
    }

    private static void AssertTextbook(NestedWorld world, SituationOf of, uint agents)
    {
        NestedMaximiser[] maximisers =
            [.. VectorForms.All.Select(form => new NestedMaximiser(world.Blocks, world.Rows) { Form = form })];
        for (uint agent = 0; agent < agents; agent++)
        {
            NestedSituation situation = of(agent);
            var (chosen, best) = world.Textbook(maximisers[0], situation);
            foreach (NestedMaximiser maximiser in maximisers)
            {
                Assert.That(maximiser.Choose(situation), Is.EqualTo(chosen), $"agent {agent}");
                Assert.That(maximiser.Best, Is.EqualTo(best), $"agent {agent}");
            }
        }
    }

    private delegate NestedSituation SituationOf(uint agent);

    private static void Copy(NestedBlocks from, NestedBlocks to)
    {
        for (int k = 0; k < from.GroupColumns; k++)
        {
            to.SetGroupColumn(k, [.. Enumerable.Range(0, from.Groups).Select(g => from.GroupValue(k, g))]);
        }

        for (int k = 0; k < from.FormColumns; k++)
        {
            to.SetFormColumn(k, [.. Enumerable.Range(0, from.Alternatives).Select(j => from.FormValue(k, j))]);
        }
    }

    private static double Square(double x) => x * x;
}
