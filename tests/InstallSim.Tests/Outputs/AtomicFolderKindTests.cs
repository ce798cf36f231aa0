using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

public sealed class AtomicFolderKindTests
{
    [Test]
    public void Neither_what_is_read_nor_results_of_another_kind_are_replaced()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        using (AtomicFolder folder = AtomicFolder.Create(target))
        {
            File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "old");
            folder.Commit();
        }

        Assert.That(() => AtomicFolder.CreateOf(target, true, "manifest.json", [target + Path.DirectorySeparatorChar]),
            Throws.TypeOf<InputException>().With.Message.Contains("is read, and would be replaced"), "not even by force");
        string around = Path.Combine(parent.Path, "around"), link = Path.Combine(around, "link");
        Directory.CreateDirectory(around);
        Directory.CreateSymbolicLink(link, Path.Combine("..", "..", Path.GetFileName(parent.Path)));
        string linked = Path.Combine(link, "around", "link", "run");
        Assert.That(() => AtomicFolder.CreateOf(linked, true, "manifest.json", [target]),
            Throws.TypeOf<InputException>().With.Message.Contains($"{linked}: error: is read, and would be replaced"));
        Assert.That(() => AtomicFolder.CreateOf(Path.Combine(target, "in"), true, "manifest.json", [], linked),
            Throws.TypeOf<InputException>().With.Message.Contains($"is in {linked}, which is read"));
        Assert.That(() => AtomicFolder.CreateOf(target, false, "sweep.json", []),
            Throws.TypeOf<InputException>().With.Message.Contains("another kind (it has no sweep.json)"));
        string listed = Path.Combine(target, "manifest.json"), somebodys = Path.Combine(target, "mine.yaml");
        Assert.That(() => AtomicFolder.CreateOf(target, true, "manifest.json", [], Path.GetRelativePath(".", listed)),
            Throws.TypeOf<InputException>().With.Message.Contains("is read, and would be replaced"), "a file that goes with the folder");
        string toIt = Path.Combine(parent.Path, "link.json");
        File.CreateSymbolicLink(toIt, listed);
        Assert.That(() => AtomicFolder.CreateOf(target, true, "manifest.json", [], toIt),
            Throws.TypeOf<InputException>().With.Message.Contains("is read, and would be replaced"), "whatever links lead there");
        File.WriteAllText(somebodys, "");
        AtomicFolder.CreateOf(target, true, "manifest.json", [somebodys]).Dispose();
        File.Delete(somebodys);
        AtomicFolder.CreateOf(target, false, "manifest.json", [Path.Combine(parent.Path, "other")]).Dispose();
        AtomicFolder.CreateOf(target, true, "sweep.json", []).Dispose();
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("old"));
    }

    [Test]
    public void Results_of_other_sources_are_kept_and_those_of_more_beside_the_same_are_not()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        Write("a.yaml", "b.yaml");
        Assert.That(File.ReadAllLines(Path.Combine(target, FileList.Name))[1..3],
            Is.EqualTo((string[])["# Made from: ../a.yaml", "# Made from: ../b.yaml"]));
        Assert.Multiple(() =>
        {
            Assert.That(() => Write("b.yaml", "a.yaml"), Refused("a.yaml, ", "b.yaml, "), "another first");
            Assert.That(() => Write("a.yaml"), Refused("a.yaml, ", "a.yaml;"), "one is lost");
            Assert.That(() => Write("a.yaml", "c.yaml"), Refused("a.yaml, ", "a.yaml, "));
        });
        Write("a.yaml", "c.yaml", "b.yaml");
        using (AtomicFolder more = AtomicFolder.Add(target))
        {
            File.WriteAllText(Path.Combine(more.Path, "added.txt"), "");
            more.Commit();
        }

        Assert.That(() => Write("c.yaml"), Refused("a.yaml, ", "c.yaml;"), "what is added changes no source");
        AtomicFolder.CreateOf(target, true, "m.json", [In("c.yaml")]).Dispose();
        string moved = Path.Combine(parent.Path, "moved");
        Directory.Move(target, moved);
        AtomicFolder.CreateOf(moved, false, "m.json", [In("a.yaml"), In("b.yaml"), In("c.yaml")]).Dispose();

        string In(string name) => Path.Combine(parent.Path, name);

        void Write(params string[] sources)
        {
            using AtomicFolder folder = AtomicFolder.CreateOf(target, false, "m.json", [.. sources.Select(In)]);
            File.WriteAllText(Path.Combine(folder.Path, "m.json"), "");
            folder.Commit();
        }

        static NUnit.Framework.Constraints.IResolveConstraint Refused(string there, string here) => Throws.TypeOf<InputException>()
            .With.Message.Match($"holds results of .*{there}.*not of .*{here}.*name another --out, or --force replaces them");
    }
}
