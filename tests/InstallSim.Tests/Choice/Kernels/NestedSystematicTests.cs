using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class NestedSystematicTests
{
    [Test]
    public void Utilities_filled_at_once_equal_those_of_one_alternative_after_another(
        [Values(1, 4, 5)] int forms, [Values(1, 15, 16, 79)] int groups)
    {
        var world = new NestedWorld(groups, forms, (uint)(forms + groups));
        var v = new double[world.Blocks.Alternatives];
        NestedMaximiser[] maximisers =
            [.. VectorForms.All.Select(form => new NestedMaximiser(world.Blocks, world.Rows) { Form = form })];
        for (uint agent = 0; agent < 24; agent++)
        {
            NestedSituation situation = world.Situation(agent, 0.5);
            NestedMaximiser maximiser = maximisers[agent % maximisers.Length];
            maximiser.FillSystematic(situation, v);
            for (int j = 0; j < v.Length; j++)
            {
                double alone = world.Blocks.IsOpen(j) ? maximiser.SystematicUtility(situation, j) : double.NegativeInfinity;
                Assert.That(v[(j % forms * groups) + (j / forms)], Is.EqualTo(alone));
            }
        }
    }

    [Test]
    public void A_row_for_the_utilities_has_room_for_each_alternative()
    {
        var world = new NestedWorld(20, 4, 1);
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        Assert.That(() => maximiser.FillSystematic(world.Plain(0, 0.5), new double[79]), Throws.InstanceOf<ArgumentException>());
    }
}
