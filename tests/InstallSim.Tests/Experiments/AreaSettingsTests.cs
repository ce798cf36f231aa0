using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Experiments;

/// <summary>Settings of one area are never kept silently for another, and a future that is hardly plausible is said aloud.</summary>
public sealed class AreaSettingsTests
{
    private const string Islands = "reach no other";

    private static readonly string Case = Repository.PathOf("scenarios", "centre-val-de-loire");

    [Test]
    public void The_share_of_graduates_follows_from_the_table()
    {
        using var folder = new TemporaryFolder();
        LoadedExperiment loaded = Read(folder, "");
        Assert.That(loaded.Experiment.Scenarios[0].Scenario.Physicians.GraduatesShare, Is.EqualTo(2593237.0 / 66165815));
        Assert.That(loaded.Sources[0].Scenario.Physicians.GraduatesShare, Is.EqualTo(2593237.0 / 66165815), "as the manifest says");
    }

    [Test]
    public void More_physicians_of_the_start_than_can_be_named_are_refused()
    {
        using var region = new MadeUpRegion();
        string[] lines = MadeUpRegion.Table.Split('\n');
        foreach (int row in new[] { 4, 5 })
        {
            string[] values = lines[row].Split(',');
            (values[4], values[5]) = ("6000000", "600000");
            lines[row] = string.Join(',', values);
        }

        region.Write("territories.csv", string.Join('\n', lines));
        RefusalAssert.Refused(region, "baseline.yaml(3,14): error: 12000");
    }

    [Test]
    public void For_the_whole_country_it_is_one()
    {
        LoadedExperiment loaded = ExperimentReader.Read([Repository.PathOf("scenarios", "france", "baseline.yaml")], null, [], 1);
        Assert.That(loaded.Experiment.Scenarios[0].Scenario.Physicians.GraduatesShare, Is.EqualTo(1));
    }

    [Test]
    public void A_share_that_is_said_stays_and_is_told_where_it_is_far_from_the_part_of_the_table()
    {
        using var folder = new TemporaryFolder();
        LoadedExperiment loaded = Read(folder, "  graduates-share: 1\n");
        Assert.That(loaded.Experiment.Scenarios[0].Scenario.Physicians.GraduatesShare, Is.EqualTo(1));
        Assert.That(Told(loaded).Single(w => !w.IsNote).Message,
            Does.StartWith("graduates-share is 1, and the territories have 0.0392 of the country's people: more than 3 times"));
        Assert.That(Told(Read(folder, "  graduates-share: 0.0677\n")), Is.Empty);
    }

    [Test]
    public void Settings_of_another_area_are_told()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Case, "territories.csv"), Path.Combine(folder.Path, "territories.csv"));
        File.Copy(Path.Combine(Case, "contours.json"), Path.Combine(folder.Path, "contours.json"));
        folder.Write("territories.yaml", File.ReadAllText(Path.Combine(Case, "territories.yaml")));
        string parent = Path.Combine(Case, "baseline.yaml");
        string path = folder.Write("mine.yaml", $"extends: {parent}\nname: mine\ntitle: Mine\nterritories: territories.yaml\n");
        IEnumerable<InputWarning> warnings = Told(ExperimentReader.Read([path], null, [], 1));
        string origin = Path.Combine(Case, "nothing-at-all.yaml");
        Assert.That(warnings.Single().ToString(), Is.EqualTo($"{path}(4,14): warning: training-places, graduates-share, born-here-share, "
            + "stock-born-here-share, trained-here-share-born-here, trained-here-share-born-outside, elsewhere-share-born-here, "
            + $"elsewhere-share-born-outside under physicians are kept from {origin}, which is about other territories: say them for "
            + "these"));
        Assert.That(Told(ExperimentReader.Read([Path.Combine(Case, "bundle.yaml")], null, [], 1)), Is.Empty, "the same territories");
    }

    /// <summary>Of Centre-Val de Loire 67 territories of 79 reach no other within the 20 minutes of the APL: no metric's setting to blame.
    /// </summary>
    [Test]
    public void Territories_that_reach_no_other_are_told_once_with_their_number()
    {
        IReadOnlyList<InputWarning> warnings =
            ExperimentReader.Read([Path.Combine(Case, "baseline.yaml"), Path.Combine(Case, "bundle.yaml")], "baseline", [], 1).Warnings;
        Assert.That(warnings.Where(w => w.Message.Contains(Islands)).Select(w => w.Message), Is.EqualTo(new[]
        {
            "67 of 79 territories reach no other within the 20 minutes of the metric: accessibility there is what a territory offers "
                + "its own inhabitants",
        }));
        Assert.That(warnings.Where(w => w.Message.Contains(Islands)).Select(w => (w.IsNote, w.IsForReaders)),
            Is.EqualTo(new[] { (true, true) }));
        Assert.That(ExperimentReader.Read([Path.Combine(Case, "baseline.yaml")], null, ["accessibility={ type: density }"], 1).Warnings
            .Where(w => w.Message.Contains(Islands)), Is.Empty, "a metric without travel");
    }

    /// <summary>What is warned of besides territories that reach no other.</summary>
    private static IEnumerable<InputWarning> Told(LoadedExperiment loaded) => loaded.Warnings.Where(w => !w.Message.Contains(Islands));

    [Test]
    public void A_baseline_that_grows_without_end_is_said_by_validate_console_and_page()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "count: 12", "count: 1200");
        CommandLine.Outcome validated = CommandLine.Run("validate", region.PathOf("baseline.yaml"));
        Assert.That((validated.Code, validated.Error), Is.EqualTo((0, validated.Error)));
        Assert.That(validated.Error,
            Does.Match(@"baseline\.yaml\(\d+,\d+\): warning: implausible baseline: \d+ physicians become \d+ in "));
        Assert.That(CommandLine.Run("validate", region.PathOf("baseline.yaml"), "--strict").Code, Is.EqualTo(2));
        CommandLine.Outcome compared = CommandLine.Run("compare", region.Folder, "--out", region.Out);
        Assert.That(compared.Error, Does.Match("(?m)^warning: implausible baseline: \\d+ physicians become"));
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "report.html")), Does.Contain("Warnings of this run").And
            .Contain("<li>implausible baseline: ").And.Contain("<li>r&#233;f&#233;rence peu plausible"));
        Assert.That(ResultsFolder.Read(region.Out).Manifest.Warnings.Select(w => w.English), Has.Some.StartsWith("implausible baseline"));
    }

    [TestCase(100, 150, 3, 4, 0)]
    [TestCase(100, 161, 3, 4, 1)]
    [TestCase(100, 59, 3, 2, 1)]
    [TestCase(100, 100, 3, 6.1, 1)]
    [TestCase(100, 100, 3, 1.4, 1)]
    [TestCase(100, 201, 3, 219, 3)]
    [TestCase(29, 10, 3, 3, 1)]
    [TestCase(0, 10, 0, 3, 0)]
    public void What_is_hardly_plausible_is_counted(double before, double after, double accessBefore, double accessAfter, int expected) =>
        Assert.That(BaselineCheck.Of(new BaselineCheck.Course(["A"], [1000], 20, [before], [after], [accessBefore], [accessAfter])),
            Has.Count.EqualTo(expected));

    private static LoadedExperiment Read(TemporaryFolder folder, string physicians) => ExperimentReader.Read([folder.Write("mine.yaml", $"""
        extends: {Repository.PathOf("scenarios", "defaults.yaml")}
        name: mine
        title: Mine
        territories: {Path.Combine(Case, "territories.yaml")}
        years: 2025..2030
        physicians:
          training-places: {Path.Combine(Case, "training-places.csv")}

        """ + physicians)], null, [], 1);
}
