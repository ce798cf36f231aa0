using System.Collections;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Projects;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Projects;

public sealed class ProjectFolderTests
{
    /// <summary>ENOSPC, as Linux says it.</summary>
    private const int NoRoom = 28;

    [TestCase(NoRoom, true)]
    [TestCase(13, false)]
    [Platform("Linux,MacOsX")]
    public void A_full_disk_is_no_fault_of_the_input_and_leaves_nothing(int code, bool isFull)
    {
        using var folder = new TemporaryFolder();
        var nothing = new Words("", "");
        var template = new ProjectTemplate("demo", nothing, _ => new Filling(code), _ => [], _ => []);
        Assert.That(() => ProjectFolder.Write(template, Path.Combine(folder.Path, "new"), ReportText.For("en")),
            isFull ? Throws.TypeOf<IOException>() : Throws.TypeOf<InputException>().With.Message.Contains("cannot be written: code 13"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.Empty);
    }

    /// <summary>A file, then a disk that fails.</summary>
    private sealed class Filling(int code) : IReadOnlyList<ProjectFile>
    {
        public int Count => 2;

        public ProjectFile this[int index] => throw new IOException($"code {code}", code);

        public IEnumerator<ProjectFile> GetEnumerator()
        {
            yield return new ProjectFile("tables/a.csv", "code\n1\n");
            yield return this[1];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
