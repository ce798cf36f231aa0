using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

public class AtomicFolderTests
{
    [Test]
    public void A_folder_appears_only_when_committed()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "out", "run");
        using (AtomicFolder folder = AtomicFolder.Create(target))
        {
            File.WriteAllText(Path.Combine(folder.Path, "a.csv"), "a");
            Assert.That(Directory.Exists(target), Is.False);
            folder.Commit();
        }

        Assert.That(File.ReadAllText(Path.Combine(target, "a.csv")), Is.EqualTo("a"));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(parent.Path, "out")), Is.EqualTo((string[])[target]));
    }

    [Test]
    public void A_failure_leaves_former_results_as_they_were()
    {
        using var parent = new TemporaryFolder();
        parent.Write("run/manifest.json", "old");
        using (AtomicFolder folder = AtomicFolder.Create(Path.Combine(parent.Path, "run")))
        {
            File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "half");
        }

        Assert.That(Directory.GetFileSystemEntries(parent.Path), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(parent.Path, "run", "manifest.json")), Is.EqualTo("old"));
    }

    [Test]
    public void Former_results_are_replaced_whole()
    {
        using var parent = new TemporaryFolder();
        parent.Write("run/manifest.json", "old");
        parent.Write("run/figures/old.json", "old");
        string target = Path.Combine(parent.Path, "run") + Path.DirectorySeparatorChar;
        using (AtomicFolder folder = AtomicFolder.Create(target))
        {
            File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "new");
            folder.Commit();
        }

        Assert.That(Directory.GetFileSystemEntries(target).Select(Path.GetFileName), Is.EqualTo((string[])["manifest.json"]));
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_folder_of_other_files_is_not_replaced()
    {
        using var parent = new TemporaryFolder();
        parent.Write("thesis.docx", "years of work");
        var refused = Assert.Throws<InputException>(() => AtomicFolder.Create(parent.Path));
        Assert.That(refused!.Message, Is.EqualTo(
            $"{parent.Path}: error: the folder holds other files and no former results (manifest.json); it is not replaced: name another"));
        Assert.That(File.Exists(Path.Combine(parent.Path, "thesis.docx")));
    }

    [Test]
    public void Files_that_come_while_writing_are_not_replaced_either()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        using AtomicFolder folder = AtomicFolder.Create(target);
        parent.Write("run/notes.txt", "mine");
        Assert.That(folder.Commit, Throws.TypeOf<InputException>());
        Assert.That(File.ReadAllText(Path.Combine(target, "notes.txt")), Is.EqualTo("mine"));
    }

    [Test]
    public void A_file_in_the_way_is_named()
    {
        using var parent = new TemporaryFolder();
        string file = parent.Write("run", "x");
        Assert.That(() => AtomicFolder.Create(file),
            Throws.TypeOf<InputException>().With.Message.EqualTo($"{file}: error: is a file; a folder is expected"));
        Assert.That(() => AtomicFolder.Create(Path.Combine(file, "under")),
            Throws.TypeOf<InputException>().With.Message.Contains("cannot be written"));
    }

    [Test]
    public void Two_runs_into_one_folder_do_not_mix()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        using AtomicFolder one = AtomicFolder.Create(target);
        using AtomicFolder two = AtomicFolder.Create(target);
        File.WriteAllText(Path.Combine(one.Path, "manifest.json"), "one");
        File.WriteAllText(Path.Combine(two.Path, "manifest.json"), "two");
        one.Commit();
        two.Commit();
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("two"));
    }

    [Test]
    public void A_file_is_replaced_whole()
    {
        using var parent = new TemporaryFolder();
        string path = parent.Write("a.yaml", "old");
        AtomicFile.Write(path, "new");
        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
        Assert.That(Directory.GetFiles(parent.Path), Is.EqualTo((string[])[path]));
    }
}
