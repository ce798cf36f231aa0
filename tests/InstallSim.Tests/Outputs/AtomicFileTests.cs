using System.IO.Pipes;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Reporting.Trace;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

public sealed class AtomicFileTests
{
    /// <summary>As on a disk that fills up at the last of them.</summary>
    [Test]
    public void Of_several_files_none_changes_unless_all_can_be_written()
    {
        using var folder = new TemporaryFolder();
        string first = folder.Write("a.txt", "old"), inside = Path.Combine(folder.Path, "new", "deeper");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.WriteAll(
        [
            (first, to => to.Write("new"u8)),
            (Path.Combine(inside, "b.txt"), to => to.Write("new"u8)),
            (Path.Combine(inside, "c.txt"), _ => throw new InvalidOperationException("full")),
        ]));
        Assert.That(File.ReadAllText(first), Is.EqualTo("old"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo((string[])[first]), "no part, no folder is left");
        AtomicFile.WriteAll([(first, to => to.Write("new"u8)), (Path.Combine(inside, "b.txt"), to => to.Write("b"u8))]);
        Assert.That((File.ReadAllText(first), File.ReadAllText(Path.Combine(inside, "b.txt"))), Is.EqualTo(("new", "b")));
        Assert.That(Directory.GetFileSystemEntries(inside), Has.Length.EqualTo(1));
    }

    [Test]
    public void What_is_read_is_not_replaced_whatever_links_lead_there()
    {
        using var folder = new TemporaryFolder();
        string read = folder.Write("in/study.yaml", "study"), link = Path.Combine(folder.Path, "link.yaml"),
            around = Path.Combine(folder.Path, "around");
        File.CreateSymbolicLink(link, read);
        Directory.CreateSymbolicLink(around, Path.Combine(folder.Path, "in"));
        foreach (string path in (string[])[read, link, Path.Combine(around, "study.yaml"), Path.GetRelativePath(".", read)])
        {
            Assert.That(() => AtomicFile.RefuseInput(path, [read]), Throws.TypeOf<InputException>().With.Message.EqualTo(
                $"{path}: error: is read, and would be replaced by what is written; name another file"));
        }

        AtomicFile.RefuseInput(Path.Combine(folder.Path, "other.yaml"), [read]);
        AtomicFile.RefuseInput(Path.Combine(folder.Path, "none.yaml"), [Path.Combine(folder.Path, "none.yaml")]);
    }

    [Test]
    [Platform("Linux")]
    public void A_device_or_a_pipe_is_refused_before_anything_is_made()
    {
        using var folder = new TemporaryFolder();
        using var pipe = new AnonymousPipeServerStream(PipeDirection.In);
        string link = Path.Combine(folder.Path, "t.csv"), unnamed = $"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}";
        File.CreateSymbolicLink(link, unnamed);
        foreach (string path in (string[])["/dev/full", unnamed, link])
        {
            string told = $"{path}: error: is a device or a pipe; a file is expected";
            Assert.That(() => AtomicFile.RefuseOther(path, "text", force: true),
                Throws.TypeOf<InputException>().With.Message.EqualTo(told));
            Assert.That(() => AtomicFile.Write(path, "text"), Throws.TypeOf<InputException>().With.Message.EqualTo(told));
            Assert.That(() => AtomicFile.WriteAll([(path, to => to.Write("x"u8))]),
                Throws.TypeOf<InputException>().With.Message.EqualTo(told));
            Assert.That(() => TraceDossier.RefuseOther(path, folder.Path, force: true),
                Throws.TypeOf<InputException>().With.Message.EqualTo(told));
        }
    }

    [Test]
    public void A_place_under_a_file_is_refused_before_anything_is_made()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("notes.md", "mine"), under = Path.Combine(file, "x", "p.yaml");
        Assert.That(() => AtomicFile.RefuseOther(under, "text", force: true), Throws.TypeOf<InputException>().With.Message.EqualTo(
            $"{under}: error: cannot be written: {file} is a file"));
        AtomicFile.RefuseOther(Path.Combine(folder.Path, "new", "p.yaml"), "text", force: false);
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo((string[])[file]));
    }

    [Test]
    public void A_link_to_nothing_holds_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string link = Path.Combine(folder.Path, "link.yaml"), file = Path.Combine(folder.Path, "file.yaml");
        File.CreateSymbolicLink(link, file);
        AtomicFile.WriteIfFree(link, "text", force: false);
        Assert.That((File.ReadAllText(file), new FileInfo(link).LinkTarget), Is.EqualTo(("text", file)));
    }

    /// <summary>A refused command says that nothing was written; neither is the folder around what it would have written.</summary>
    [Test]
    public void Folders_made_for_what_was_then_not_written_go_again()
    {
        using var folder = new TemporaryFolder();
        string target = Path.Combine(folder.Path, "out", "deeper", "run");
        using (AtomicFolder begun = AtomicFolder.Create(target))
        {
            File.WriteAllText(Path.Combine(begun.Path, "a.csv"), "half");
        }

        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.Empty);
        string kept = folder.Write("out/notes.md", "mine");
        using (AtomicFolder.Create(target))
        {
        }

        Assert.That(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "out")), Is.EqualTo((string[])[kept]));
    }
}
