namespace InstallSim.Tests.EndToEnd;

/// <summary>Checks a refusal: exit code 2, all errors of the files in one go, each at its line, and nothing written.</summary>
internal static class RefusalAssert
{
    /// <summary>Compares the scenarios of a broken region, validates them, and checks what both say.</summary>
    /// <param name="region">The broken region.</param>
    /// <param name="expected">How each line of error begins; files are named from the region's folder.</param>
    public static void Refused(MadeUpRegion region, params string[] expected)
    {
        Refused(region, ["compare", region.Folder, "--out", region.Out], expected);
        Refused(region, ["validate", region.Folder], expected);
    }

    /// <summary>Runs one command on a broken region and checks what it says.</summary>
    public static void Refused(MadeUpRegion region, string[] args, params string[] expected)
    {
        string[] before = Entries(region);
        CommandLine.Outcome outcome = CommandLine.Run(args);
        string[] lines = [.. MadeUpRegion.Told(outcome).Where(line => args[0] != "validate" || !line.Contains(": warning: "))
            .Select(line => line.Replace(region.Folder + Path.DirectorySeparatorChar, "").Replace(region.Folder, "."))];
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(2), outcome.Error);
            Assert.That(lines[..^1], Has.Length.EqualTo(expected.Length), outcome.Error);
            foreach ((string line, string start) in lines.Zip(expected))
            {
                Assert.That(line, Does.StartWith(start));
            }

            Assert.That(outcome.Error, Does.Not.Contain("   at "), "no stack trace");
            Assert.That(outcome.Error, Does.Not.Contain("Exception"));
            Assert.That(outcome.Error, Does.Not.Contain("a fault of the program"));
            Assert.That(Entries(region), Is.EqualTo(before), "nothing is written");
        });
    }

    private static string[] Entries(MadeUpRegion region) =>
        [.. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(region.Folder)!, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)];
}
