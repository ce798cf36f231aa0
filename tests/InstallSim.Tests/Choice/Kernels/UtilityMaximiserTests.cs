using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class UtilityMaximiserTests
{
    private const int Columns = 5, Anchors = 3;

    [Test]
    public void Choosing_lazily_equals_comparing_every_alternative([Values(4, 60, 64, 68, 316, 1000)] int alternatives, [Range(1, 5)] int seed)
    {
        var world = new World(alternatives, (uint)seed);
        var maximiser = new UtilityMaximiser(world.Blocks, world.Rows);
        for (uint agent = 0; agent < 200; agent++)
        {
            Assert.That(maximiser.Choose(world.Situation(agent)), Is.EqualTo(Plain(world, maximiser, agent)));
        }
    }

    [Test]
    public void A_closed_alternative_is_chosen_only_by_who_is_there()
    {
        var world = new World(64, 1);
        for (int j = 0; j < 64; j++)
        {
            world.Blocks.Close(j);
        }

        var maximiser = new UtilityMaximiser(world.Blocks, world.Rows);
        ChoiceSituation there = new() { Errors = world.Errors(7), Coefficients = world.Beta, Current = 5 };
        ChoiceSituation newcomer = new() { Errors = world.Errors(7), Coefficients = world.Beta, Current = -1 };
        Assert.That(maximiser.Choose(there), Is.EqualTo(5));
        Assert.That(maximiser.Choose(newcomer), Is.EqualTo(-1));
    }

    [Test]
    public void Raising_one_utility_moves_agents_only_towards_it()
    {
        var before = new World(316, 3);
        var after = new World(316, 3);
        after.Raise(column: 0, alternative: 100, by: 2);
        var first = new UtilityMaximiser(before.Blocks, before.Rows);
        var second = new UtilityMaximiser(after.Blocks, after.Rows);
        int moved = 0;
        for (uint agent = 0; agent < 3000; agent++)
        {
            int old = first.Choose(before.Situation(agent, beta: [1, 0, 0, 0, 0])), now = second.Choose(after.Situation(agent, beta: [1, 0, 0, 0, 0]));
            Assert.That(now, Is.EqualTo(old).Or.EqualTo(100));
            moved += now == old ? 0 : 1;
        }

        Assert.That(moved, Is.Positive);
    }

    [Test]
    public void Choice_frequencies_are_logit_probabilities()
    {
        var world = new World(128, 11);
        var maximiser = new UtilityMaximiser(world.Blocks, world.Rows);
        var weight = new double[128];
        ChoiceSituation any = world.Plain(0);
        for (int j = 0; j < 128; j++)
        {
            weight[j] = world.Blocks.IsOpen(j) ? Math.Exp(maximiser.SystematicUtility(any, j)) : 0;
        }

        const int agents = 200_000;
        var count = new int[128];
        for (uint agent = 0; agent < agents; agent++)
        {
            count[maximiser.Choose(world.Plain(agent))]++;
        }

        double total = weight.Sum(), chi2 = 0;
        int cells = 0;
        for (int j = 0; j < 128; j++)
        {
            double expected = agents * weight[j] / total;
            if (expected > 5)
            {
                chi2 += (count[j] - expected) * (count[j] - expected) / expected;
                cells++;
            }
        }

        double p = 1 - MathNet.Numerics.Distributions.ChiSquared.CDF(cells - 1, chi2);
        Assert.That(p, Is.GreaterThan(1e-4), $"χ² = {chi2:0.0} over {cells} cells");
    }

    /// <summary>The textbook: V + ε of every alternative, one by one, then the largest.</summary>
    private static int Plain(World world, UtilityMaximiser maximiser, uint agent)
    {
        ChoiceSituation s = world.Situation(agent);
        int alternatives = world.Blocks.Alternatives, chosen = -1;
        double best = double.NegativeInfinity;
        for (int j = 0; j < alternatives + s.OptOuts.Length; j++)
        {
            bool isOptOut = j >= alternatives, isCurrent = j == s.Current;
            bool isOffered = isOptOut || isCurrent || (world.Blocks.IsOpen(j) && s.Considered.Uniform(j / 4) < s.Consideration[j / 4]);
            double v = isOptOut ? s.OptOuts[j - alternatives] : maximiser.SystematicUtility(s, j) + (isCurrent ? s.StayBonus : 0);
            double error = isOptOut ? NamedErrors.OptOut(s.Errors, j - alternatives) : NamedErrors.Term(s.Errors, j, alternatives);
            if (isOffered && v + error > best)
            {
                (best, chosen) = (v + error, j);
            }
        }

        return chosen;
    }

    /// <summary>Random columns, rows, closed alternatives and people, all from one seed.</summary>
    private sealed class World
    {
        private readonly uint _seed;
        private readonly double[][] _columns;
        private readonly double[] _consideration;

        public World(int alternatives, uint seed)
        {
            _seed = seed;
            Blocks = new AlternativeBlocks(alternatives, Columns);
            Rows = new GroupRows(Anchors, alternatives / 4);
            DrawKey x = Key(1, 0);
            _columns = [.. Enumerable.Range(0, Columns).Select(k => Enumerable.Range(0, alternatives).Select(j => 3 * x.Uniform((k * alternatives) + j)).ToArray())];
            for (int k = 0; k < Columns; k++)
            {
                Blocks.SetColumn(k, _columns[k]);
            }

            for (int a = 0; a < Anchors; a++)
            {
                Rows.SetRow(a, Enumerable.Range(0, alternatives / 4).Select(g => 4 * Key(2, (uint)a).Uniform(g)).ToArray());
            }

            Blocks.SetOpen(Enumerable.Range(0, alternatives).Select(j => Key(3, 0).Uniform(j) < 0.8 ? 0 : double.NegativeInfinity).ToArray());
            _consideration = [.. Enumerable.Range(0, alternatives / 4).Select(g => Key(4, 0).Uniform(g))];
            Beta = [0.5, -0.3, 0.8, -0.1, 0.2];
        }

        public AlternativeBlocks Blocks { get; }

        public GroupRows Rows { get; }

        public double[] Beta { get; }

        public DrawKey Errors(uint agent) => Key(5, agent);

        public void Raise(int column, int alternative, double by)
        {
            _columns[column][alternative] += by;
            Blocks.SetColumn(column, _columns[column]);
        }

        public ChoiceSituation Plain(uint agent) => new() { Errors = Errors(agent), Coefficients = Beta, Current = -1, FirstCoefficient = -0.4, FirstAnchor = 1 };

        public ChoiceSituation Situation(uint agent, double[]? beta = null) => new()
        {
            Errors = Errors(agent),
            Coefficients = beta ?? [.. Beta.Select((b, k) => b + Key(6, agent).Uniform(k) - 0.5)],
            FirstCoefficient = -1.4,
            SecondCoefficient = -0.6,
            FirstAnchor = (int)(agent % Anchors),
            SecondAnchor = (int)(agent / 3 % Anchors),
            OptOuts = [3.0, double.NegativeInfinity],
            Current = agent % 5 == 0 ? (int)(agent % Blocks.Alternatives) : -1,
            StayBonus = 1,
            Consideration = _consideration,
            Considered = Key(7, agent),
        };

        private DrawKey Key(ushort purpose, uint agent) => new(_seed, 0, purpose, 0, agent);
    }
}
