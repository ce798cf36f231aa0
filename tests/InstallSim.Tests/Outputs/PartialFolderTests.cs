using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Outputs;

/// <summary>Folders beside results, under names that the program keeps for itself.</summary>
public sealed class PartialFolderTests
{
    [TestCase("partial", false)]
    [TestCase("partial", true)]
    [TestCase("adding", true)]
    [TestCase("replacing", true)]
    public void A_folder_of_somebody_s_under_such_a_name_is_never_removed(string name, bool force)
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run"), beside = AtomicFolder.Beside(target, name);
        string thesis = parent.Write(Path.GetFileName(beside) + "/thesis.txt", "mine");
        InputException refused = Assert.Throws<InputException>(() => AtomicFolder.Create(target, force))!;
        Assert.That(refused.Message, Does.Contain(beside).And.Contain("that this program did not make"));
        Assert.That(refused.Errors[0].French, Does.Contain("que ce programme n’a pas fait"));
        Assert.That(File.ReadAllText(thesis), Is.EqualTo("mine"));
        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.EqualTo((string[])[beside]));
    }

    [Test]
    public void What_a_killed_run_left_is_removed()
    {
        using var parent = new TemporaryFolder();
        string target = Path.Combine(parent.Path, "run");
        string[] left;
        using (AtomicFolder killed = AtomicFolder.Create(target))
        {
            File.WriteAllText(Path.Combine(killed.Path, "half.csv"), "1");
            left = [.. Directory.GetFileSystemEntries(parent.Path).Where(path => !path.EndsWith("-lock", StringComparison.Ordinal))];
            foreach (string path in left)
            {
                Directory.CreateDirectory(parent.Path + "-kept");
                string to = Path.Combine(parent.Path + "-kept", Path.GetFileName(path));
                Directory.Move(path, to);
            }
        }

        foreach (string path in left)
        {
            Directory.Move(Path.Combine(parent.Path + "-kept", Path.GetFileName(path)), path);
        }

        Directory.Delete(parent.Path + "-kept");
        Assert.That(left, Has.Length.EqualTo(2));
        using (AtomicFolder.Create(target))
        {
            Assert.That(File.Exists(Path.Combine(AtomicFolder.Beside(target, "partial"), "half.csv")), Is.False);
        }

        Assert.That(Directory.GetFileSystemEntries(parent.Path), Is.Empty);
    }
}
