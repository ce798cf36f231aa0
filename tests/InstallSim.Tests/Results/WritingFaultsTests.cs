using InstallSim.Experiments;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Results;

/// <summary>Tables and report are written at the same time: the fault of either comes out as it was, and nothing is left.</summary>
public sealed class WritingFaultsTests
{
    [Test]
    public void A_fault_of_tables_or_report_comes_out_as_it_was_and_leaves_nothing([Values] bool isOfTables)
    {
        using var region = new MadeUpRegion();
        LoadedExperiment loaded = ExperimentReader.Read([region.Folder], "baseline", ["replications=2"], 1);
        string target = region.Beside("out");
        RunResults results = ExperimentRunner.Run(loaded, target, RunWatch.None);
        ExperimentRunner.Forget(target);
        string temporary;
        using (AtomicFolder folder = AtomicFolder.Create(target))
        {
            temporary = folder.Path;
            if (isOfTables)
            {
                _ = Directory.CreateDirectory(Path.Combine(temporary, ResultTables.Observations.File)); // where a table would be
            }

            Assert.That(() => ResultsFolder.Write(results, folder, (_, hash, _) =>
            {
                Assert.That(hash(), Is.Not.Empty);
                throw new InvalidOperationException("of the report");
            }, 2), isOfTables ? Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>()
                : Throws.InvalidOperationException);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Directory.Exists(temporary), Is.False);
            Assert.That(Directory.Exists(target), Is.False);
        });
    }
}
