using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

public sealed class FileListTests
{
    [Test]
    public void An_empty_folder_is_on_no_list()
    {
        using var folder = new TemporaryFolder();
        string target = Path.Combine(folder.Path, "results");
        using (var results = AtomicFolder.Create(target))
        {
            Directory.CreateDirectory(Path.Combine(results.Path, "figures"));
            File.WriteAllText(Path.Combine(results.Path, "a.csv"), "a\n");
            results.Commit();
        }

        Assert.That(FileList.Read(target).Paths, Is.EqualTo((string[])["a.csv"]));
    }
}
