using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class TelemedicineBoothTests
{
    [Test]
    public void A_booth_offers_what_its_consultations_are_of_a_physician_s()
    {
        var booth = new TelemedicineBooth { Type = "telemedicine-booth", From = PolicyRuns.FirstYear, Where = PolicyExamples.NotUrban };
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario()), run = TestRegion.Run(TestRegion.Scenario(booth));
        int booths = TestRegion.Territories().Area.Count(a => a != AreaType.Urban);
        Assert.That(TestRegion.Value(run, 1, "capacity"),
            Is.EqualTo(TestRegion.Value(baseline, 1, "capacity") + (booths * 180 / 5400.0)).Within(1e-9));
        Assert.That(PolicyRuns.Differences(baseline, run, 2026), Is.Empty);
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(15.0 * booths));
    }
}
