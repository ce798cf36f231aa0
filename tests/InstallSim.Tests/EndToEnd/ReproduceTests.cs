using InstallSim.Experiments;
using InstallSim.Results;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Results can be made again, and it is said when they cannot.</summary>
public sealed class ReproduceTests
{
    [Test]
    public void The_same_inputs_give_the_same_tables()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet", "--seed", "9", "--set", "physicians.women-share=0.6",
            "--territories", region.PathOf("territories.yaml"), "--sensitivity", "preferences.coefficients.group-practice");
        foreach (string path in (string[])[region.Out, Path.Combine(region.Out, "manifest.json")])
        {
            string said = CommandLine.Done("reproduce", path);
            Assert.That(said, Does.Contain("sensitivity.csv: the same\n").And.EndWith(
                $"Reproduced: 7 tables are the same. Hash of the results: {ResultsFiles.HashOf(region.Out)}\n"));
        }
    }

    [Test]
    public void What_another_program_made_is_told_by_table_and_line()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("run", region.PathOf("baseline.yaml"), "--out", region.Out, "--quiet");
        RunResults results = ResultsFolder.Read(region.Out);
        results = results with
        {
            Manifest = results.Manifest with { Program = new ProgramInfo("0.0.9+abc", [new ModuleInfo("InstallSim", "12")]) },
            Observations = [results.Observations[0] with { Value = 1e9 }, .. results.Observations.Skip(1)],
        };
        string other = region.Beside("other");
        Outputs.Folders.Write(results, other);
        CommandLine.Outcome outcome = CommandLine.Run("reproduce", other);
        Assert.That(outcome.Code, Is.EqualTo(1));
        Assert.That(outcome.Error, Does.Contain("Made by another program: 0.0.9+abc (InstallSim 12); this is 0."));
        Assert.That(outcome.Output, Does.Contain("observations.csv: differs in 1 of ").And.Contain(
            "first in line 2: 'baseline,0,2025,stock,1000000000' then, ").And.Contain("territories.csv: the same").And.Contain(
            "Not reproduced: 1 of 6 tables differ."));
    }

    [Test]
    public void Inputs_that_changed_or_went_are_refused_all_at_once()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        File.AppendAllText(region.PathOf("territories.csv"), "\n");
        File.Delete(region.PathOf("grant.yaml"));
        CommandLine.Outcome outcome = CommandLine.Run("reproduce", region.Out);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("grant.yaml: error: is missing: the results were made from it").And.Contain(
            "territories.csv: error: is not the file that the results were made from: its SHA-256 is ").And.Contain("2 errors"));
    }

    [Test]
    public void Two_builds_never_stand_in_one_table()
    {
        using var region = new MadeUpRegion();
        string store = region.Out + ".unfinished", identity = Path.Combine(store, "identity.txt");
        Directory.CreateDirectory(store);
        var loaded = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        string said = RunIdentity.Of(loaded).Text.Replace("module InstallSim.Choice: ", "module InstallSim.Choice: 0");
        File.WriteAllText(identity, said);
        File.WriteAllText(Path.Combine(store, "replication-00000.bin"), "of another build");
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out, "--resume");
        Assert.That((outcome.Code, Directory.Exists(region.Out)), Is.EqualTo((2, false)));
        Assert.That(outcome.Error, Does.Contain("of another run: the build of InstallSim.Choice (0"));
    }
}
