using InstallSim.Experiments;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Experiments;

public sealed class ReplicationStoreTests
{
    [Test]
    public void What_is_kept_is_read_again()
    {
        using var folder = new TemporaryFolder();
        ScenarioResult kept = HandReplications.Result(
            [("stock", [1, double.NaN, 3.5])], [(3, 7)], covered: [3, 35], costs: [new(1, ActKind.SecondPlace, 2031, -0.25)]) with
        {
            Moves = [new Move("policy", 4, 2027, uint.MaxValue, "locum", "", "T003", "solo", "")],
            Aid = new AidCount(4, 3, 2, 1),
        };
        var store = new ReplicationStore(Path.Combine(folder.Path, "store"), "this", resume: true);
        store.Save(new ReplicationResult(4, [kept, HandReplications.Result()]));
        ScenarioResult read = new ReplicationStore(Path.Combine(folder.Path, "store"), "this", resume: true).TryLoad(4)!.Scenarios[0];
        Assert.Multiple(() =>
        {
            Assert.That(read.Values, Is.EqualTo(kept.Values));
            Assert.That(read.ByTerritory, Is.EqualTo(kept.ByTerritory));
            Assert.That(read.Covered, Is.EqualTo(kept.Covered));
            Assert.That(read.Costs, Is.EqualTo(kept.Costs));
            Assert.That(read.Moves, Is.EqualTo(kept.Moves));
            Assert.That(read.Aid, Is.EqualTo(kept.Aid));
        });
    }

    [Test]
    public void A_store_of_another_format_is_not_read()
    {
        using var region = new MadeUpRegion();
        LoadedExperiment loaded = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        string store = region.Beside("store"), mark = Path.Combine(store, "fingerprint.txt"),
            first = Path.Combine(store, "replication-00000.bin");
        ExperimentRunner.Replicate(loaded, store, resume: false, _ => { }, CancellationToken.None);
        string fingerprint = File.ReadAllText(mark);
        Assert.That(fingerprint, Does.StartWith($"format {ReplicationStore.Format}\n"));
        File.WriteAllText(mark, fingerprint[(fingerprint.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        File.WriteAllText(first, "of an older shape");
        ExperimentRunner.Replicate(loaded, store, resume: true, _ => { }, CancellationToken.None);
        Assert.That(File.ReadAllText(mark), Is.EqualTo(fingerprint));
        Assert.That(new FileInfo(first).Length, Is.GreaterThan(1000), "run again");
    }
}
