using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

public sealed class AtomicFolderTests
{
    [Test]
    public void A_folder_appears_only_when_committed_with_a_list_of_its_files()
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
        Assert.That(File.ReadAllLines(Path.Combine(target, FileList.Name))[1..],
            Is.EqualTo(new[] { "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.csv" }));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(parent.Path, "out")), Is.EqualTo((string[])[target]));
    }

    [Test]
    public void A_failure_leaves_former_results_as_they_were()
    {
        using var parent = new TemporaryFolder();
        string target = Written(parent, "run", ("manifest.json", "old"));
        using (AtomicFolder folder = AtomicFolder.Create(target))
        {
            File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "half");
        }

        Assert.That(Directory.GetFileSystemEntries(parent.Path), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("old"));
    }

    [Test]
    public void Former_results_are_replaced_whole()
    {
        using var parent = new TemporaryFolder();
        string target = Written(parent, "run", ("manifest.json", "old"), ("figures/old.json", "old"));
        Written(parent, "run/", ("manifest.json", "new"));
        Assert.That(FileList.Entries(target), Is.EqualTo((string[])[FileList.Name, "manifest.json"]));
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("new"));
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Has.Length.EqualTo(1));
    }

    /// <summary>Notes beside results, an edited report, a folder that merely has a manifest, an empty folder, a link.</summary>
    [TestCase("notes.md")]
    [TestCase("manifest.json")]
    [TestCase("drafts/paper.tex")]
    [TestCase("empty/")]
    [TestCase("link@")]
    public void What_the_program_did_not_write_is_neither_replaced_nor_removed(string name)
    {
        using var parent = new TemporaryFolder();
        string target = Written(parent, "run", ("manifest.json", "old"));
        string path = Path.Combine(target, name.TrimEnd('@', '/'));
        Put(path, name);
        var refused = Assert.Throws<InputException>(() => AtomicFolder.Create(target));
        Assert.That(refused!.Message, Is.EqualTo($"{target}: error: holds what this program did not write, or what was changed: "
            + $"{name.TrimEnd('@', '/')}; name another folder, or --force replaces the program's own files and keeps the others"));
        Assert.That(Path.Exists(path));
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.EqualTo((string[])[target]));

        using (AtomicFolder folder = AtomicFolder.Create(target, force: true))
        {
            File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "new");
            folder.Commit();
        }

        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("new"));
        Assert.That(Path.Exists(path), "others stay");
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.EqualTo((string[])[target]));
    }

    /// <summary>A list that somebody wrote, or to which somebody added a line, makes nothing the program's own.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void A_list_of_somebody_else_proves_nothing(bool appends)
    {
        using var parent = new TemporaryFolder();
        string target = appends ? Written(parent, "run", ("manifest.json", "old")) : Path.Combine(parent.Path, "run");
        string notes = parent.Write("run/notes.md", "mine"), list = Path.Combine(target, FileList.Name);
        File.AppendAllText(list, $"{FileHash.Of(notes)}  notes.md\n");
        string before = File.ReadAllText(list);
        Assert.That(() => AtomicFolder.Create(target), Throws.TypeOf<InputException>());
        Assert.That(() => Add(target, "report.html", "one"), Throws.TypeOf<InputException>().With.Message.Contains(FileList.Name));
        Assert.That((File.ReadAllText(notes), File.ReadAllText(list)), Is.EqualTo(("mine", before)));
    }

    [Test]
    public void Force_takes_no_name_that_is_somebody_s()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        parent.Write("run/manifest.json", "mine");
        parent.Write("run/figures", "mine too");
        using AtomicFolder folder = AtomicFolder.Create(target, force: true);
        File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), "new");
        Directory.CreateDirectory(Path.Combine(folder.Path, "figures"));
        File.WriteAllText(Path.Combine(folder.Path, "figures", "a.svg"), "new");
        Assert.That(folder.Commit, Throws.TypeOf<InputException>().With.Message.Contains("names that it needs: figures, manifest.json;"));
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("mine"));
        Assert.That(FileList.Entries(target), Is.EqualTo(new[] { "figures", "manifest.json" }));
    }

    [Test]
    public void Nothing_is_written_through_a_link_or_over_a_folder()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "site"), picture = parent.Write("pictures/map.png", "mine");
        parent.Write("site/brief.pdf/notes.txt", "mine");
        Directory.CreateSymbolicLink(Path.Combine(target, "figures"), Path.GetDirectoryName(picture)!);
        foreach (string file in new[] { "figures/map.png", "brief.pdf" })
        {
            Assert.That(() => Add(target, file, "new", force: true), Throws.TypeOf<InputException>(), file);
        }

        Assert.That(File.ReadAllText(picture), Is.EqualTo("mine"));
        Assert.That(FileList.Entries(target), Is.EqualTo(new[] { "brief.pdf/notes.txt", "figures" }), "nothing is listed either");
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Has.Length.EqualTo(2), "nothing is pending");
    }

    [Test]
    public void Former_results_that_stand_aside_are_never_given_up_for_something_else()
    {
        using var parent = new TemporaryFolder();
        string target = Written(parent, "run", ("manifest.json", "old")), aside = AtomicFolder.Beside(target, "old");
        Directory.Move(target, aside);
        parent.Write("run/notes.txt", "mine");
        Assert.That(() => AtomicFolder.Create(target, force: true), Throws.TypeOf<InputException>().With.Message.Contains(aside));
        Assert.That(File.ReadAllText(Path.Combine(aside, "manifest.json")), Is.EqualTo("old"));
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
    public void A_link_is_followed_and_stays_a_link()
    {
        using var parent = new TemporaryFolder();
        string target = Written(parent, "real", ("manifest.json", "old")), link = Path.Combine(parent.Path, "link");
        Directory.CreateSymbolicLink(link, target);
        Written(parent, "link", ("manifest.json", "new"));
        Assert.That(new DirectoryInfo(link).LinkTarget, Is.EqualTo(target));
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("new"));
        Directory.Delete(target, recursive: true);
        Assert.That(() => AtomicFolder.Create(link), Throws.TypeOf<InputException>().With.Message.Contains("is a link to nothing"));
    }

    [Test]
    public void A_mounted_disk_is_refused_before_any_work()
    {
        DriveInfo[] drives = [.. DriveInfo.GetDrives().Where(d => d.RootDirectory.FullName.Length > 1 && Directory.Exists(d.Name))];
        Assume.That(drives, Is.Not.Empty);
        Assert.That(() => AtomicFolder.Create(drives[0].Name),
            Throws.TypeOf<InputException>().With.Message.Contains("is where a disk is mounted"));
    }

    [Test]
    public void Two_runs_cannot_write_one_folder_at_once()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        using (AtomicFolder one = AtomicFolder.Create(target))
        {
            Assert.That(() => AtomicFolder.Create(target), Throws.TypeOf<InputException>().With.Message.EqualTo(
                $"{target}: error: another run is writing it (process {Environment.ProcessId}); "
                    + "wait for its end, or name another folder"));
        }

        AtomicFolder.Create(target).Dispose();
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.Empty);
    }

    [Test]
    public void What_a_killed_run_left_is_put_right()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run"), aside = AtomicFolder.Beside(target, "old");
        Written(parent, "run", ("manifest.json", "old"));
        parent.Write(".run.installsim-partial/half.csv", "half");
        parent.Write(".run.installsim-mark", "");
        Directory.Move(target, aside);
        AtomicFolder.Create(target).Dispose();
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("old"), "killed between two renames");
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.EqualTo((string[])[target]));

        Directory.Move(target, aside);
        File.WriteAllText(Path.Combine(aside, "notes.md"), "mine");
        Written(parent, "elsewhere", ("manifest.json", "new"));
        Directory.Move(Path.Combine(parent.Path, "elsewhere"), target);
        AtomicFolder.Create(target, force: true).Dispose();
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("new"), "killed after them");
        Assert.That(File.ReadAllText(Path.Combine(target, "notes.md")), Is.EqualTo("mine"));
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.EqualTo((string[])[target]));
    }

    [Test]
    public void Files_are_added_to_a_folder_of_others_but_not_over_theirs()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "site");
        parent.Write("site/index.html", "mine");
        Add(target, "report.html", "one");
        Add(target, "report.html", "two");
        Assert.That(File.ReadAllText(Path.Combine(target, "report.html")), Is.EqualTo("two"));
        File.AppendAllText(Path.Combine(target, "report.html"), "edited");
        foreach (string file in (string[])["report.html", "index.html"])
        {
            Assert.That(() => Add(target, file, "three"), Throws.TypeOf<InputException>().With.Message.Contains($"{file}; name another"));
        }

        Assert.That(File.ReadAllText(Path.Combine(target, "index.html")), Is.EqualTo("mine"));
        Add(target, "index.html", "four", force: true);
        Assert.That(File.ReadAllText(Path.Combine(target, "index.html")), Is.EqualTo("four"));
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.EqualTo((string[])[target]));
    }

    [Test]
    public void A_file_is_replaced_whole_and_a_link_stays_a_link()
    {
        using var parent = new TemporaryFolder();
        string path = parent.Write("a.yaml", "old"), link = Path.Combine(parent.Path, "link.yaml");
        File.CreateSymbolicLink(link, path);
        AtomicFile.Write(path, "new");
        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
        AtomicFile.Write(link, "newer");
        Assert.That((File.ReadAllText(path), new FileInfo(link).LinkTarget), Is.EqualTo(("newer", path)));
        Assert.That(Directory.GetFiles(parent.Path), Is.EquivalentTo((string[])[path, link]));
    }

    private static string Written(TemporaryFolder parent, string name, params (string File, string Text)[] files)
    {
        string target = Path.Combine(parent.Path, name);
        using AtomicFolder folder = AtomicFolder.Create(target);
        foreach ((string file, string text) in files)
        {
            string path = Path.Combine(folder.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        folder.Commit();
        return target;
    }

    private static void Add(string target, string file, string text, bool force = false)
    {
        using AtomicFolder folder = AtomicFolder.Add(target, force);
        string path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        folder.Commit();
    }

    private static void Put(string path, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (name.EndsWith('/'))
        {
            Directory.CreateDirectory(path);
        }
        else if (name.EndsWith('@'))
        {
            File.CreateSymbolicLink(path, "/etc/hostname");
        }
        else
        {
            File.WriteAllText(path, "mine");
        }
    }
}
