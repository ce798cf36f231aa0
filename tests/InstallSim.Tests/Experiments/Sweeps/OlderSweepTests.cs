using InstallSim.Experiments.Sweeps;
using InstallSim.Outputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Sweeps;

public sealed class OlderSweepTests
{
    /// <summary>A build before pages were written left none.</summary>
    [Test]
    public void A_finished_sweep_without_its_page_gets_it_and_keeps_its_points()
    {
        using var region = new MadeUpRegion();
        (string plan, string folder) = (SweepPlanFile.Write(region), region.Beside("pageless"));
        string page = Path.Combine(folder, SweepFolder.PageFile), table = Path.Combine(folder, SweepTables.PointsFile);
        SweepPlanFile.Run(region, plan, "pageless");
        (string written, string points) = (File.ReadAllText(page), File.ReadAllText(table));
        MadeFrom from = FileList.Read(folder).From;
        File.Delete(page);
        FileList.Write(folder, from);
        CommandLine.Outcome resumed = CommandLine.Run("sweep", plan, "--out", folder, "--resume", "--quiet");
        Assert.That((resumed.Code, resumed.Error), Is.EqualTo((0,
            $"{folder}: its 7 points are kept; sweep.html, the page of what is read out of them, is written\n")));
        Assert.That((File.ReadAllText(page), File.ReadAllText(table)), Is.EqualTo((written, points)));
        Assert.That(CommandLine.Run("sweep", plan, "--out", folder, "--resume", "--quiet").Error, Is.Empty);
    }
}
