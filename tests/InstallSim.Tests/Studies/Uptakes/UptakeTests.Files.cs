using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Uptakes;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Uptakes;

public sealed partial class UptakeTests
{
    /// <summary>As results of a run are; whoever changed them for a reason says so.</summary>
    [Test]
    public void Estimates_that_were_changed_are_taken_by_force_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("journeys.csv", Stayers.Csv());
        StudySource source = StudyReader.Read(folder.Write("journeys.yaml", Yaml()));
        string at = Path.Combine(folder.Path, "out"), file = Path.Combine(at, "estimates.json");
        using (AtomicFolder target = AtomicFolder.Create(at))
        {
            StudyFolder.Write(StudyEstimation.Run(source), target);
        }

        string own = folder.Write("copied/estimates.json", File.ReadAllText(file) + "\n");
        File.Copy(own, file, overwrite: true);
        Assert.That(() => StudyUptake.Run(source, file), Throws.TypeOf<InputException>().With.Message.EqualTo(
            $"{file}: error: was changed after it was written; estimate again, or --force takes it as it is"));
        StudyUptake.Run(source, file, force: true);
        StudyUptake.Run(source, own);
    }

    [TestCase("income: [], column: comfort, levels: [0]")]
    [TestCase("income: [1], column: comfort, levels: []")]
    public void A_map_of_nothing_is_refused(string map) =>
        Assert.That(() => Run(Yaml(), Stayers.Csv(), $"uptake.map!={{ {map} }}"),
            Throws.TypeOf<InputException>().With.Message.Contains("a map needs incomes and levels"));
}
