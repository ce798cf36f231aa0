using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class NestedForsakenTests
{
    [Test]
    public void Groups_where_nobody_goes_are_never_chosen_and_leave_bounds_as_close_as_they_were([Values] bool isWidest)
    {
        var world = new NestedWorld(400, 4, 3);
        bool[] isLeft = world.Forsake();
        var maximiser = new NestedMaximiser(world.Blocks, world.Rows);
        for (uint agent = 0; agent < 210; agent++)
        {
            NestedSituation situation = Weighing(agent);
            Assert.That((maximiser.Choose(situation), maximiser.Best), Is.EqualTo(world.Textbook(maximiser, situation)));
        }

        NestedScreen screen = NestedScreen.In(isWidest ? VectorForms.Widest : VectorForm.Scalar, world.Blocks, world.Rows);
        var live = new int[world.Blocks.Stride];
        for (uint agent = 0; agent < 50; agent++)
        {
            Assert.That(isLeft[maximiser.Choose(world.Plain(agent, 0.2)) / 4], Is.True);
            NestedSituation situation = world.Plain(agent, 0.2);
            screen.Begin(situation);
            int count = screen.FindLive(situation, (float)maximiser.Best, live);
            Assert.That(count, Is.LessThan(live.Length), "blocks that a bound cannot exclude");
        }

        NestedSituation Weighing(uint agent)
        {
            NestedSituation any = world.Situation(agent, 0.2);
            return any.GroupCoefficients[0] > 0 ? any : world.Plain(agent, 0.2);
        }
    }
}
