using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

public sealed class RationalAgentAccessTests
{
    private static readonly RationalAgentAccess Metric = new();

    /// <summary>
    /// 3,000 and 1,000 people, a physician each, six minutes apart (0.1 of the mean crowding, ρ = 2,000): 900 go from the first to the
    /// second, until 2,100 / 2,000 = 1,900 / 2,000 + 0.1.
    /// </summary>
    [Test]
    public void Two_territories_by_hand()
    {
        var world = new SmallWorld(3_000, 1_000) { Times = SmallWorld.Between([[0, 6], [6, 0]]) };
        world.Install(0);
        world.Install(1);
        double[] expected = [100_000 / (2_000 * 1.05), 100_000 / (2_000 * 0.95)];
        Assert.That(world.Measure(Metric), Is.EqualTo(expected).Within(1e-5));
    }

    [Test]
    public void Nobody_travels_further_than_it_saves()
    {
        var world = new SmallWorld(3_000, 1_000) { Times = SmallWorld.Between([[0, 60], [60, 0]]) };
        world.Install(0);
        world.Install(1);
        Assert.That(world.Measure(Metric), Is.EqualTo(new[] { 100 / 3.0, 100 }).Within(1e-9), "1.5 here, 0.5 + 1 there");
    }

    [Test]
    public void Who_has_no_physician_at_hand_pays_for_the_way()
    {
        var world = new SmallWorld(1_000, 1_000, 500) { Times = SmallWorld.Between([[0, 30, double.NaN], [30, 0, 61], [9, 61, 0]]) };
        world.Install(0);
        double[] expected = [100_000 / 2_500.0, 100_000 / (2_500 * 1.5), 100_000 / (2_500 * 1.15)];
        Assert.That(world.Measure(Metric), Is.EqualTo(expected).Within(1e-5));
    }

    [Test]
    public void Out_of_reach_is_no_access()
    {
        var world = new SmallWorld(1_000, 1_000) { Times = SmallWorld.Between([[0, 60.5], [60.5, 0]]) };
        Assert.That(world.Measure(Metric), Is.EqualTo(new double[] { 0, 0 }), "no physician anywhere");
        world.Install(0);
        Assert.That(world.Measure(Metric), Is.EqualTo(new double[] { 100, 0 }).Within(1e-9));
    }

    [Test]
    public void Where_travel_hardly_counts_all_have_the_same()
    {
        var world = SmallWorld.Random(4, 30);
        world.Times = SmallWorld.Between([.. Enumerable.Range(0, 30).Select(_ => Enumerable.Repeat(5.0, 30).ToArray())]);
        double mean = 100_000 * world.View().Supply.ToArray().Sum() / world.Territories.Population.Sum();
        Assert.That(world.Measure(new RationalAgentAccess { TravelMinutes = 100_000 }), Is.All.EqualTo(mean).Within(mean * 1e-4));
    }

    /// <summary>Twice the people and twice the physicians: the same crowding everywhere.</summary>
    [Test]
    public void Size_alone_changes_nothing()
    {
        SmallWorld one = SmallWorld.Random(5, 40), two = SmallWorld.Random(5, 40);
        for (int i = 0; i < 40; i++)
        {
            two.Territories.Population[i] *= 2;
            two.Supply(i, 2 * one.View().Supply[i]);
        }

        Assert.That(two.Measure(Metric), Is.EqualTo(one.Measure(Metric)).Within(1e-3));
    }

    /// <summary>The crowding of an equilibrium is unique: whose turn comes first has no part in it.</summary>
    [Test]
    public void Order_of_rows_changes_nothing([Values(1u, 2u)] uint seed)
    {
        SmallWorld world = SmallWorld.Random(seed, 40), turned = SmallWorld.Random(seed, 40);
        double[][] minutes = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Repeat(double.NaN, 40).ToArray())];
        for (int i = 0; i < 40; i++)
        {
            turned.Territories.Population[39 - i] = world.Territories.Population[i];
            turned.Supply(39 - i, world.View().Supply[i]);
            for (int e = world.Times.RowStart[i]; e < world.Times.RowStart[i + 1]; e++)
            {
                minutes[39 - i][39 - world.Times.To[e]] = world.Times.Minutes[e];
            }
        }

        turned.Times = SmallWorld.Between(minutes);
        Assert.That(turned.Measure(Metric).Reverse().ToArray(), Is.EqualTo(world.Measure(Metric)).Within(1e-3));
    }

    [Test]
    public void It_is_what_people_reach_who_leave_the_dearest_place_for_the_cheapest([Values(1u, 2u, 3u)] uint seed)
    {
        SmallWorld world = SmallWorld.Random(seed, 40);
        Assert.That(world.Measure(Metric), Is.EqualTo(Plain(world)).Within(1e-3));
    }

    [Test]
    public void A_chain_of_territories_converges_to_what_evens_out_crowding()
    {
        // Everybody lives at one end; each step costs 0.01 of the mean crowding: crowding falls by just that from place to place.
        const int count = 25;
        double[] people = [.. Enumerable.Range(0, count).Select(i => i == 0 ? 25_000.0 : 0)];
        var world = new SmallWorld(people)
        {
            Times = SmallWorld.Between([.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count)
                .Select(j => i == 0 || i == j ? 0.6 * j : double.NaN).ToArray())]),
        };
        for (int i = 0; i < count; i++)
        {
            world.Install(i);
        }

        // Σ_l (c − 0.01·l) = 25 gives c = 1.12.
        Assert.That(world.Measure(Metric)[0], Is.EqualTo(100 / 1.12).Within(1e-9));
    }

    /// <summary>A twin as Saxon and Snow tell it: people of each territory go from their dearest to the cheapest place.</summary>
    private static double[] Plain(SmallWorld world)
    {
        int count = world.Territories.Count;
        double[] people = world.Territories.Population, supply = world.View().Supply.ToArray(), demand = new double[count];
        double mean = people.Sum() / supply.Sum();
        (int From, int To, double Way)[] ways = [.. Enumerable.Range(0, count).SelectMany(i => Enumerable
            .Range(world.Times.RowStart[i], world.Times.RowStart[i + 1] - world.Times.RowStart[i])
            .Where(e => supply[world.Times.To[e]] > 0).Select(e => (i, world.Times.To[e], world.Times.Minutes[e] / 60)))];
        var gone = new double[ways.Length];
        double Cost(int w) => (demand[ways[w].To] / (mean * supply[ways[w].To])) + ways[w].Way;
        int[][] own = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, ways.Length).Where(w => ways[w].From == i).ToArray())];
        foreach (int[] mine in own.Where(mine => mine.Length > 0))
        {
            gone[mine[0]] = people[ways[mine[0]].From];
            demand[ways[mine[0]].To] += gone[mine[0]];
        }

        for (int round = 0; round < 3_000; round++)
        {
            foreach (int[] mine in own.Where(mine => mine.Length > 1))
            {
                int dear = mine.Where(w => gone[w] > 0).MaxBy(Cost), cheap = mine.MinBy(Cost);
                double slope = (1 / (mean * supply[ways[dear].To])) + (1 / (mean * supply[ways[cheap].To]));
                double moved = dear == cheap ? 0 : Math.Min(gone[dear], (Cost(dear) - Cost(cheap)) / slope);
                (gone[dear], gone[cheap]) = (gone[dear] - moved, gone[cheap] + moved);
                (demand[ways[dear].To], demand[ways[cheap].To]) = (demand[ways[dear].To] - moved, demand[ways[cheap].To] + moved);
            }
        }

        return [.. own.Select(mine => mine.Length == 0 ? 0 : 100_000 / (mean * mine.Min(Cost)))];
    }
}
