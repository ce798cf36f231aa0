using InstallSim.Accessibility;
using InstallSim.World;

namespace InstallSim.Tests.Accessibility;

public sealed class DensityTests
{
    [Test]
    public void Heads_of_all_forms_count_whatever_their_working_time()
    {
        var world = new SmallWorld(2_000, 50_000);
        world.Install(0, fte: 0.5);
        world.Install(0, form: PracticeForm.HealthCentre);
        world.Install(1, form: PracticeForm.Msp);
        Assert.That(world.Measure(new Density()), Is.EqualTo(new double[] { 100, 2 }).Within(1e-12));
    }

    [Test]
    public void Neighbours_do_not_count()
    {
        var world = new SmallWorld(2_000, 50_000) { Times = SmallWorld.Between([[0, 1], [1, 0]]) };
        world.Install(1);
        Assert.That(world.Measure(new Density())[0], Is.Zero);
    }

    [Test]
    public void Where_nobody_lives_it_is_zero()
    {
        var world = new SmallWorld(0, 50_000);
        world.Install(0);
        Assert.That(world.Measure(new Density())[0], Is.Zero);
    }
}
