using System.Diagnostics;

namespace InstallSim.Tests.EndToEnd;

/// <summary>
/// Runs that are killed at any instant, or that write one folder at once: nothing is lost, nothing is mixed. In every run a few; 200 (a
/// quarter of an hour) by <c>INSTALLSIM_KILLS=200 dotnet test -c Release --filter "FullyQualifiedName~KillTests"</c>.
/// </summary>
[NonParallelizable]
public sealed class KillTests
{
    [Test]
    public void A_run_that_is_killed_goes_on_and_gives_the_same_bytes() =>
        Kill(int.Parse(Environment.GetEnvironmentVariable("INSTALLSIM_KILLS") ?? "1", null));

    [Test]
    public void Two_runs_into_one_folder_never_mix()
    {
        using var region = new MadeUpRegion();
        string[] whole = [Compare(region, "seven", 7), Compare(region, "eight", 8)];
        string both = region.Beside("both");
        using Started first = Start(region, both, 7, "--force"), second = Start(region, both, 8, "--force");
        (int one, int two) = (first.End().Code, second.End().Code);
        Assert.That((one, two), Is.EqualTo((0, 2)).Or.EqualTo((2, 0)).Or.EqualTo((0, 0)), "refused, or one after the other");
        string winner = one == 0 && two == 0 ? HashOfOne(both, whole)
            : one == 0 ? ResultsFiles.HashOf(whole[0]) : ResultsFiles.HashOf(whole[1]);
        Assert.That(ResultsFiles.HashOf(both), Is.EqualTo(winner));
        CommandLine.Done("report", both);
    }

    /// <summary>
    /// Kills at instants spread over a run by fixed numbers until so many were killed before their end: a run that ended sooner tells how
    /// long one takes now. Former results and notes are there from the start.
    /// </summary>
    private static void Kill(int times)
    {
        using var region = new MadeUpRegion();
        string whole = Compare(region, "whole", 7), target = region.Beside("target");
        TimeSpan usual = TimeSpan.FromMinutes(1);
        var random = new Random(200);
        int tries = 0;
        for (int killed = 0; killed < times; tries++)
        {
            Compare(region, "target", 8);
            File.WriteAllText(Path.Combine(target, "notes.md"), "mine");
            using (Started run = Start(region, target, 7, "--force"))
            {
                var watch = Stopwatch.StartNew();
                bool isEnded = run.Process.WaitForExit(tries == 0 ? usual : random.NextDouble() * usual);
                usual = isEnded ? watch.Elapsed : usual;
                killed += isEnded ? 0 : 1;
                run.Process.Kill();
                run.End();
            }

            using (Started again = Start(region, target, 7, "--resume", "--force"))
            {
                (int code, _, string error) = again.End();
                Assert.That(code, Is.Zero, $"{tries}: {error}");
            }

            ResultsFiles.AssertSame(target, whole);
            Assert.That(File.ReadAllText(Path.Combine(target, "notes.md")), Is.EqualTo("mine"), $"{tries}");
            string[] left = [.. Directory.GetFileSystemEntries(Path.GetDirectoryName(target)!).Select(Path.GetFileName)!
                .Where(name => name!.Contains("target", StringComparison.Ordinal))!];
            Assert.That(left, Is.EqualTo((string[])["target"]), $"{tries}");
            Directory.Delete(target, recursive: true);
        }

        TestContext.Out.WriteLine($"{times} of {tries} killed before their end; nothing lost, nothing mixed");
    }

    private static string HashOfOne(string folder, string[] whole) =>
        whole.Select(ResultsFiles.HashOf).Single(hash => hash == ResultsFiles.HashOf(folder));

    private static Started Start(MadeUpRegion region, string target, int seed, params string[] more) =>
        Started.InstallSim(["compare", region.Folder, "--out", target, "--quiet", "--seed", $"{seed}", .. more]);

    private static string Compare(MadeUpRegion region, string name, int seed)
    {
        string results = region.Beside(name);
        CommandLine.Done("compare", region.Folder, "--out", results, "--quiet", "--seed", $"{seed}");
        return results;
    }
}
