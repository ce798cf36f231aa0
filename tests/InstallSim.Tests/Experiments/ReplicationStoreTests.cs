using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Experiments;

[NonParallelizable]
public sealed class ReplicationStoreTests
{
    [Test]
    public void What_is_kept_is_read_again()
    {
        using var folder = new TemporaryFolder();
        ScenarioResult kept = HandReplications.Result(
            [("stock", [1, double.NaN, 3.5])], [(3, 7)], covered: [3, 35], costs: [new(1, ActKind.SecondPlace, 2031, -0.25)]) with
        {
            Moves = new Partings(new(uint.MaxValue, NoPlace.Locum, 12, 2027, -1), new(7, 40_000, NoPlace.Left, 2045, 3)),
            Aid = new AidCount(4, 3, 2, 1),
        };
        string path = Path.Combine(folder.Path, "replication-00004.bin");
        ReplicationFile.Write(path, One, new ReplicationResult(4, [kept, HandReplications.Result()]));
        ScenarioResult read = ReplicationFile.Read(path, One, 4).Scenarios[0];
        Assert.Multiple(() =>
        {
            Assert.That(read.Values, Is.EqualTo(kept.Values));
            Assert.That(read.ByTerritory.Select(c => c.Values()), Is.EqualTo(kept.ByTerritory.Select(c => c.Values())));
            Assert.That(read.Covered, Is.EqualTo(kept.Covered));
            Assert.That(read.Costs, Is.EqualTo(kept.Costs));
            Assert.That(read.Moves.All(), Is.EqualTo(kept.Moves.All()));
            Assert.That(read.Aid, Is.EqualTo(kept.Aid));
        });
    }

    [Test]
    public void A_file_says_for_itself_whose_it_is_and_that_it_is_whole()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "a.bin");
        ReplicationFile.Write(path, One, new ReplicationResult(4, [HandReplications.Result()]));
        byte[] bytes = File.ReadAllBytes(path);
        Assert.That(() => ReplicationFile.Read(path, Other, 4),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("is of another run"));
        Assert.That(() => ReplicationFile.Read(path, One, 5),
            Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("is replication 4"));
        for (int k = 0; k < bytes.Length; k += 7)
        {
            byte[] spoilt = [.. bytes];
            spoilt[k] ^= 1;
            File.WriteAllBytes(path, spoilt);
            Assert.That(() => ReplicationFile.Read(path, One, 4), Throws.TypeOf<InvalidDataException>(), $"byte {k}");
            File.WriteAllBytes(path, bytes[..k]);
            Assert.That(() => ReplicationFile.Read(path, One, 4), Throws.TypeOf<InvalidDataException>(), $"cut at {k}");
        }
    }

    [Test]
    public void A_damaged_file_counts_as_absent_and_is_told()
    {
        using var folder = new TemporaryFolder();
        var told = new List<Words>();
        var store = new ReplicationStore(Path.Combine(folder.Path, "store"), One, 10, Resume, told.Add);
        store.Save(new ReplicationResult(0, [HandReplications.Result()]));
        File.AppendAllText(Path.Combine(folder.Path, "store", "replication-00000.bin"), "more");
        Assert.That((store.TryLoad(0), told.Count), Is.EqualTo(((ReplicationResult?)null, 1)));
        Assert.That(told[0].English, Does.EndWith("replication-00000.bin: is damaged, or no file of this version; it is run again"));
    }

    [Test]
    public void Work_of_another_run_is_refused_with_what_differs_and_stays()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "store");
        new ReplicationStore(path, One, 10, default, _ => { }).Save(new ReplicationResult(0, [HandReplications.Result()]));
        Assert.That(() => new ReplicationStore(path, Other, 10, Resume, _ => { }), Throws.TypeOf<InputException>().With.Message.EqualTo(
            $"{path}: error: holds 1 finished replication of another run: the program (0.1.0+a there, 0.1.0+b here); "
                + "name another --out, or --force begins anew"));
        Assert.That(() => new ReplicationStore(path, One, 10, default, _ => { }), Throws.TypeOf<InputException>().With.Message.EqualTo(
            $"{path}: error: holds 1 finished replication of this run; --resume goes on, --force begins anew"));
        Assert.That(new ReplicationStore(path, One, 10, Resume, _ => { }).TryLoad(0), Is.Not.Null);
        Assert.That(new ReplicationStore(path, Other, 10, new(Resume: true, Force: true), _ => { }).TryLoad(0), Is.Null);
    }

    [Test]
    public void A_folder_of_the_users_with_the_name_of_a_store_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("thesis.unfinished/chapter.txt", "years of work");
        string thesis = Path.Combine(folder.Path, "thesis.unfinished");
        Assert.That(() => new ReplicationStore(thesis, One, 10, new(Resume: true, Force: true), _ => { }), Throws.TypeOf<InputException>());
        StoreFolder.Remove(thesis);
        Assert.That(File.ReadAllText(Path.Combine(thesis, "chapter.txt")), Is.EqualTo("years of work"));
    }

    /// <summary>A killed save left its partial file; a folder of the user's has files named as ours, and a link.</summary>
    [Test]
    public void A_store_knows_its_own_files_from_others()
    {
        using var folder = new TemporaryFolder();
        string store = Path.Combine(folder.Path, "store"), kept = folder.Write("passport.txt", "mine");
        folder.Write("store/.identity.txt.installsim-partial", "half");
        new ReplicationStore(store, One, 10, default, _ => { }).Save(new ReplicationResult(0, [HandReplications.Result()]));
        folder.Write("store/.replication-00001.bin.installsim-partial", "half");
        folder.Write("store/replication-notes.bin", "mine");
        _ = new ReplicationStore(store, One, 10, new Leftovers(Resume: false, Force: true), _ => { });
        Assert.That(Directory.GetFiles(store).Select(Path.GetFileName), Is.EquivalentTo(new[] { "identity.txt", "replication-notes.bin" }));
        StoreFolder.Remove(store);
        Assert.That(Directory.GetFiles(store).Select(Path.GetFileName), Is.EqualTo(new[] { "replication-notes.bin" }));

        folder.Write("mine/identity.txt", "my passport");
        string linked = Path.Combine(folder.Path, "linked");
        Directory.CreateDirectory(linked);
        File.CreateSymbolicLink(Path.Combine(linked, "identity.txt"), kept);
        foreach (string path in new[] { Path.Combine(folder.Path, "mine"), linked })
        {
            Assert.That(() => new ReplicationStore(path, One, 10, new Leftovers(Resume: true, Force: true), _ => { }),
                Throws.TypeOf<InputException>(), path);
        }

        Assert.That(File.ReadAllText(kept), Is.EqualTo("mine"));
    }

    /// <summary>Not on where the program was called, nor on how many replications are asked for, nor on remarks.</summary>
    [Test]
    public void An_identity_depends_on_contents_alone()
    {
        using var region = new MadeUpRegion();
        string Identity(params string[] overrides) =>
            RunIdentity.Of(ExperimentReader.Read([region.Folder], "baseline", overrides, 1)).Hash;
        string before = Identity(), here = Environment.CurrentDirectory;
        Assert.That(Identity("replications=9"), Is.EqualTo(before));
        Assert.That(Identity("seed=8"), Is.Not.EqualTo(before));
        File.AppendAllText(region.PathOf("grant.yaml"), "# a remark\n");
        Assert.That(Identity(), Is.EqualTo(before));
        try
        {
            Environment.CurrentDirectory = region.Folder;
            LoadedExperiment near = ExperimentReader.Read(["baseline.yaml", "grant.yaml"], "baseline", [], 1);
            Assert.That(RunIdentity.Of(near).Hash, Is.EqualTo(before));
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }

        File.AppendAllText(region.PathOf("territories.csv"), "\n");
        Assert.That(Identity(), Is.Not.EqualTo(before));
    }

    [TestCase("seed (7 there, 8 here)", "seed=8")]
    [TestCase("policies.installation-grant.amount-keur of grant (100 there, 101 here)", "grant.yaml",
        "amount-keur: 100", "amount-keur: 101")]
    [TestCase("the content of territories.csv", "territories.csv", "\n", " \n")]
    [TestCase("policies of grant (installation-grant there, second, installation-grant here); policies.second.amount-keur of grant (not "
        + "said there, 1 here); policies.second.from of grant (not said there, 2026 here); policies.second.name of grant (not said there, "
        + "second here); and 2 more", "grant.yaml", "policies:\n",
        "policies:\n  - { type: installation-grant, name: second, from: 2026, amount-keur: 1, where: { accessibility-below: 1 } }\n")]
    [TestCase("scenario grant (only there); scenario other (only here)", "grant.yaml", "name: grant", "name: other")]
    public void What_differs_between_two_runs_is_said_in_the_users_words(string expected, params string[] change)
    {
        using var region = new MadeUpRegion();
        RunIdentity Identity(params string[] overrides) =>
            RunIdentity.Of(ExperimentReader.Read([region.Folder], "baseline", overrides, 1));
        RunIdentity there = Identity();
        if (change.Length == 3)
        {
            region.Replace(change[0], change[1], change[2]);
        }

        RunIdentity here = change.Length == 3 ? Identity() : Identity(change);
        Assert.That(there.DifferenceFrom(here)!.English, Is.EqualTo(expected));
        Assert.That(RunIdentity.Parse(there.Text)!.DifferenceFrom(there), Is.Null);
    }

    private static RunIdentity One { get; } = RunIdentity.Parse("program: 0.1.0+a\nfile territories.csv: 12\n")!;

    private static RunIdentity Other { get; } = RunIdentity.Parse("program: 0.1.0+b\nfile territories.csv: 12\n")!;

    private static Leftovers Resume { get; } = new(Resume: true, Force: false);
}
