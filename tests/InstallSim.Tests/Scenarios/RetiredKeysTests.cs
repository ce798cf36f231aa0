using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Scenarios;

/// <summary>
/// A file written for an older version still runs, and says what takes the place of each key that plays no part any more.
/// </summary>
public sealed class RetiredKeysTests
{
    private const string Physicians = "physicians:\n";

    [TestCase("physicians", "locum-constant", "1", "'leaving-locum-share'")]
    [TestCase("physicians", "salaried-constant", "-1", "'salaried-share'")]
    [TestCase("physicians", "elsewhere-constant", "{ value: 2, source: test }", "'elsewhere-share-born-here'")]
    [TestCase("physicians", "reconsider-early", "0.2", "'spell-hazard'")]
    [TestCase("physicians", "reconsider-later", "0.05", "'spell-hazard'")]
    [TestCase("physicians", "fte-woman", "0.92", "'working-time'")]
    [TestCase("physicians", "fte-man", "1.04", "'working-time'")]
    [TestCase("practices", "vacancy-age", "62", "'vacancy-horizon-years'")]
    [TestCase("practices", "unreplaced-weight", "0.5", "'unfilled-fade'")]
    [TestCase("preferences", "uncertainty", "estimates", "'uncertainty' beside 'preferences'")]
    public void A_retired_key_is_passed_over_with_a_word_at_its_place(string section, string key, string value, string instead)
    {
        using var region = new MadeUpRegion();
        string path = With(region, section, $"  {key}: {value}\n");
        int line = 1 + Array.FindIndex(File.ReadAllLines(path), l => l.TrimStart().StartsWith(key + ":", StringComparison.Ordinal));
        CommandLine.Outcome outcome = CommandLine.Run("validate", path);
        Assert.That(outcome.Code, Is.Zero, outcome.Error);
        Assert.That(MadeUpRegion.Told(outcome).Single(),
            Does.StartWith($"{path}({line},3): warning: '{section}.{key}' plays no part any more: ").And.Contain(instead));
        Assert.That(CommandLine.Done("validate", path, "--resolved"), Does.Not.Contain(key + ":"));
    }

    [Test]
    public void What_takes_the_place_of_a_retired_key_is_a_key()
    {
        using var region = new MadeUpRegion();
        string path = With(region, "practices", "  vacancy-age: 62\n");
        With(region, "physicians", "  locum-constant: 1\n  reconsider-early: 0.2\n");
        CommandLine.Outcome outcome = CommandLine.Run("validate", path);
        string schema = CommandLine.Done("schema");
        string[] named = [.. MadeUpRegion.Told(outcome)
            .SelectMany(line => line.Split("any more: ")[1].Split('\'').Where((_, k) => k % 2 == 1)).Distinct()];
        Assert.That(named, Has.Length.GreaterThan(4));
        Assert.That(named.Where(key => !schema.Contains($"\"{key}\":", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_scenario_with_retired_keys_gives_what_it_gives_without_them()
    {
        using var region = new MadeUpRegion();
        string without = region.Beside("without");
        CommandLine.Done("compare", region.Folder, "--out", without, "--quiet");
        With(region, "physicians", "  locum-constant: 5\n  reconsider-early: 1\n");
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out);
        Assert.That(outcome.Code, Is.Zero, outcome.Error);
        Assert.That(MadeUpRegion.Told(outcome).Count(line => line.Contains("warning: ", StringComparison.Ordinal)), Is.EqualTo(2),
            "once, though two scenarios extend it");
        ResultsFiles.AssertSame(region.Out, without);
    }

    [Test]
    public void A_key_that_was_never_one_is_refused_still()
    {
        using var region = new MadeUpRegion();
        With(region, "physicians", "  locum-constants: 1\n  locum-constant: 1\n");
        RefusalAssert.Refused(region, "baseline.yaml(16,3): error: unknown key 'locum-constants'");
    }

    /// <summary>Puts lines under a section of the baseline, and gives the file.</summary>
    private static string With(MadeUpRegion region, string section, string lines)
    {
        string head = section == "physicians" ? Physicians : section + ":\n";
        if (section == "practices")
        {
            region.Replace("baseline.yaml", Physicians, head + lines + Physicians);
        }
        else
        {
            region.Replace("baseline.yaml", head, head + lines);
        }

        return region.PathOf("baseline.yaml");
    }
}
