using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>Choosing lazily beside evaluating everything, whatever comes together, in all forms and by several threads.</summary>
public sealed class NestedRandomTests
{
    private const int Rounds = 4;

    [TestCase(1, 30, 20)]
    [TestCase(16, 30, 10)]
    [TestCase(17, 30, 10)]
    [TestCase(79, 20, 10)]
    [TestCase(256, 10, 5)]
    [TestCase(257, 20, 5)]
    [TestCase(289, 20, 5)]
    [TestCase(600, 10, 3)]
    [TestCase(4096, 4, 1)]
    [TestCase(4097, 4, 2)]
    [TestCase(5000, 4, 1)]
    public void Whatever_comes_together_the_best_of_all_is_chosen(int groups, int persons, int worlds)
    {
        int chosen = 0;
        for (int seed = 0; seed < worlds; seed++)
        {
            var world = new NestedRandomWorld(groups, 1 + ((groups + seed) % 5), groups + seed);
            NestedMaximiser[] maximisers =
                [.. VectorForms.All.Select(form => new NestedMaximiser(world.Blocks, world.Rows) { Form = form })];
            for (int round = 0; round < Rounds; round++)
            {
                Change(world, round);
                NestedRandomWorld.Person[] some = [.. Enumerable.Range(0, persons).Select(_ => world.Next())];
                (int Chosen, double Best)[] expected = [.. some.Select(world.Textbook)];
                AssertThreads(world, some, expected);
                for (int i = 0; i < persons; i++)
                {
                    AssertAll(maximisers, some[i], expected[i], $"world {seed}, round {round}, person {i}");
                    AssertAtFloor(maximisers, some[i], expected[i]);
                    AssertWhateverIsLikely(world, maximisers, some[i], expected[i]);
                }

                chosen += expected.Count(e => e.Chosen >= 0);
                CloseChosen(world, maximisers, some[0], expected[0].Chosen);
            }
        }

        Assert.That(chosen, Is.GreaterThan(persons * worlds * Rounds / 8), "somebody chooses something");
    }

    [TestCase(-2)]
    [TestCase(40)]
    public void No_alternative_but_those_there_are_is_likely(int likely)
    {
        var world = new NestedRandomWorld(20, 2, 1);
        NestedRandomWorld.Person person = world.Next() with { Likely = likely };
        Assert.Throws<ArgumentException>(() => new NestedMaximiser(world.Blocks, world.Rows).Choose(person.Situation));
    }

    private static void Change(NestedRandomWorld world, int round)
    {
        if (round == 1 && world.Blocks.GroupColumns > 0)
        {
            world.SetGroupColumn(0);
        }
        else if (round == 3)
        {
            world.Reshape();
        }

        world.SetTastes();
        world.Meet(round == 2 ? SharedUtilities.Most + 150 : 0);
    }

    /// <summary>Whose floor is the best is content with it; whose floor is the next number below it is not.</summary>
    private static void AssertAtFloor(NestedMaximiser[] maximisers, NestedRandomWorld.Person person, (int Chosen, double Best) expected)
    {
        if (expected.Chosen >= 0 && double.IsFinite(expected.Best))
        {
            AssertAll(maximisers, person with { Floor = Math.BitDecrement(expected.Best) }, expected, "the floor just below the best");
            AssertAll(maximisers, person with { Floor = expected.Best }, (-1, expected.Best), "the floor as high as the best");
        }
    }

    /// <summary>What is said to be likely, right or wrong, open, considered and near or not, changes nothing.</summary>
    private static void AssertWhateverIsLikely(
        NestedRandomWorld world, NestedMaximiser[] maximisers, NestedRandomWorld.Person person, (int Chosen, double Best) expected)
    {
        int some = (int)(person.Agent * 31 % (uint)world.Blocks.Alternatives), own = person.Own * world.Blocks.Forms;
        foreach (int likely in new[] { -1, some, expected.Chosen, Math.Max(-1, own) })
        {
            AssertAll(maximisers, person with { Likely = likely }, expected, $"{likely} is likely");
        }
    }

    private static void CloseChosen(NestedRandomWorld world, NestedMaximiser[] maximisers, NestedRandomWorld.Person person, int chosen)
    {
        if (chosen >= 0 && chosen / world.Blocks.Forms != person.Own)
        {
            world.Close(chosen);
            AssertAll(maximisers, person, world.Textbook(person), "what was chosen is closed");
        }
    }

    private static void AssertAll(
        NestedMaximiser[] maximisers, NestedRandomWorld.Person person, (int Chosen, double Best) expected, string what)
    {
        for (int i = 0; i < maximisers.Length; i++)
        {
            (int, double) found = (maximisers[i].Choose(person.Situation), maximisers[i].Best);
            if (found != expected && !found.Equals(expected)) // a floor that is no number is the best of nothing
            {
                Assert.Fail($"form {i}, {what}: {found} instead of {expected}");
            }
        }
    }

    private static void AssertThreads(
        NestedRandomWorld world, NestedRandomWorld.Person[] persons, (int Chosen, double Best)[] expected)
    {
        VectorForm[] forms = [.. VectorForms.All];
        var found = new (int Chosen, double Best)[persons.Length];
        Parallel.For(0, 3, new ParallelOptions { MaxDegreeOfParallelism = 3 }, thread =>
        {
            var maximiser = new NestedMaximiser(world.Blocks, world.Rows) { Form = forms[thread % forms.Length] };
            for (int i = thread; i < persons.Length; i += 3)
            {
                found[i] = (maximiser.Choose(persons[i].Situation), maximiser.Best);
            }
        });
        Assert.That(found, Is.EqualTo(expected), "in threads");
    }
}
