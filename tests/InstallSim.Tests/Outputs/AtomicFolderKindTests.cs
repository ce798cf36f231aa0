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

        Assert.That(() => AtomicFolder.CreateOf(target, true, "manifest.json", target + Path.DirectorySeparatorChar),
            Throws.TypeOf<InputException>().With.Message.Contains("is read, and would be replaced"), "not even by force");
        Assert.That(() => AtomicFolder.CreateOf(target, false, "sweep.json"),
            Throws.TypeOf<InputException>().With.Message.Contains("another kind (it has no sweep.json)"));
        AtomicFolder.CreateOf(target, false, "manifest.json", Path.Combine(parent.Path, "other")).Dispose();
        AtomicFolder.CreateOf(target, true, "sweep.json").Dispose();
        Assert.That(File.ReadAllText(Path.Combine(target, "manifest.json")), Is.EqualTo("old"));
    }
}
