using InstallSim.Results;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Regions at the edge of what is allowed: they run, and every number is one.</summary>
public sealed class ExtremeRegionsTests
{
    [Test]
    public void A_region_without_any_physician_gets_some()
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", MadeUpRegion.Table.Replace(",35,", ",0,").Replace(",3,", ",0,"));
        AssertRuns(region);
        var stock = ResultsFiles.Values(region.Out, "stock");
        Assert.That(stock[("grant", 0, 2025)], Is.Zero);
        Assert.That(stock[("grant", 0, 2028)], Is.Positive);
    }

    [Test]
    public void A_territory_without_people_gets_no_physician()
    {
        using var region = new MadeUpRegion();
        string[] lines = MadeUpRegion.Table.Split('\n');
        string[] values = lines[4].Split(',');
        (values[4], values[5]) = ("0", "0");
        lines[4] = string.Join(',', values);
        region.Write("territories.csv", string.Join('\n', lines));
        AssertRuns(region);
        Assert.That(ResultsFiles.Rows(region.Out, "territories.csv").Where(r => r[2] == "T03" && r[3] == "stock")
            .Select(r => r[4]), Is.All.EqualTo("0"));
    }

    [TestCase]
    [TestCase("physicians.spell-hazard=1", "physicians.participation-elasticity=1")]
    public void All_physicians_in_one_territory_are_a_start(params string[] settings)
    {
        using var region = new MadeUpRegion();
        string[] lines = MadeUpRegion.Table.Replace(",35,", ",0,").Replace(",3,", ",0,").Split('\n');
        lines[6] = lines[6].Replace(",0,", ",100,");
        region.Write("territories.csv", string.Join('\n', lines));
        AssertRuns(region, [.. settings.SelectMany(s => new[] { "--set", s })]);
        string[][] start = [.. ResultsFiles.Rows(region.Out, "territories.csv")
            .Where(r => r[0] == "baseline" && r[1] == "2025" && r[3] == "stock")];
        Assert.That(start.Where(r => r[4] != "0").Select(r => (r[2], r[4])), Is.EqualTo(new[] { ("T05", "100") }));
    }

    [Test]
    public void One_territory_is_a_region()
    {
        using var region = new MadeUpRegion();
        region.Write("territories.csv", string.Join('\n', MadeUpRegion.Table.Split('\n')[..2]) + "\n");
        region.Write("places.csv", "territory,name,weight\nT00,North,3\n");
        AssertRuns(region);
    }

    [TestCase("physicians.leaving-probability=1")]
    [TestCase("physicians.spell-hazard=1", "physicians.moving-cost=0")]
    [TestCase("physicians.spell-hazard=0")]
    [TestCase("physicians.graduates=[{ from: 2010, count: 0, source: none }]")]
    [TestCase("physicians.graduates=[{ from: 2010, count: 0, source: none }]", "physicians.spell-hazard=1",
        "physicians.participation-elasticity=1")]
    [TestCase("physicians.warm-up-years=0")]
    [TestCase("physicians.warm-up-years=30")]
    [TestCase("physicians.born-here-share=0")]
    [TestCase("physicians.leaving-locum-share=0.001")]
    [TestCase("physicians.leaving-locum-share=0.999", "physicians.salaried-share=0.001")]
    [TestCase("physicians.salaried-share=0.999")]
    [TestCase("physicians.elsewhere-share-born-here=0.999", "physicians.elsewhere-share-born-outside=0.999")]
    [TestCase("physicians.participation-elasticity=0")]
    [TestCase("physicians.participation-elasticity=1")]
    [TestCase("preferences.form-scale=0.02")]
    [TestCase("preferences.form-scale=1")]
    [TestCase("preferences.consideration=0.01")]
    [TestCase("preferences.utils-per-keur.value=100")]
    [TestCase("preferences.utils-per-keur.value=-100")]
    [TestCase("years=2025..2026", "replications=1")]
    [TestCase("practices.group-probability=1", "practices.initial-forms=[{from-age: 18, solo: 1, group: 0, msp: 0, source: test}]")]
    [TestCase("zoning.zip-population-share=0", "zoning.zip-zac-population-share=0")]
    [TestCase("income.scarcity-elasticity=2", "income.scarcity-cap=1")]
    [TestCase("accessibility={ type: density }")]
    public void Settings_at_their_edge_run(params string[] settings)
    {
        using var region = new MadeUpRegion();
        AssertRuns(region, [.. settings.SelectMany(s => new[] { "--set", s })]);
    }

    [Test]
    public void A_folder_with_blanks_and_signs_in_its_name_can_be_named()
    {
        using var region = new MadeUpRegion();
        string folder = region.Write("it's [mine]: 50 % #1/territories.yaml", MadeUpRegion.Mapping);
        File.Copy(region.PathOf("territories.csv"), Path.Combine(Path.GetDirectoryName(folder)!, "territories.csv"));
        AssertRuns(region, "--territories", folder);
    }

    [Test]
    public void Quiet_says_nothing()
    {
        using var region = new MadeUpRegion();
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out, "--quiet");
        Assert.That(outcome, Is.EqualTo(new CommandLine.Outcome(0, "", "")));
    }

    [Test]
    public void Progress_and_outcome_are_told_apart()
    {
        using var region = new MadeUpRegion();
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out);
        Assert.That(outcome.ErrorLines[0], Does.Contain(": note: variables of which nobody says how they are known"));
        Assert.That(outcome.ErrorLines[1], Does.EndWith(": note: 12 of 12 territories reach no other within the 20 minutes of the "
            + "metric: accessibility there is what a territory offers its own inhabitants"));
        Assert.That(ResultsFolder.Read(region.Out).Manifest.Warnings.Select(w => w.English),
            Has.One.EndsWith("what a territory offers its own inhabitants"), "a limit that readers are told");
        Assert.That(outcome.ErrorLines[2..], Is.EqualTo(new[] { "1/3 replications", "2/3 replications", "3/3 replications" }));
        Assert.That(outcome.Output, Does.StartWith("2 scenarios × 3 replications, 2025..2028, 12 territories"));
        Assert.That(outcome.Output, Does.Contain("A grant").And.Contain(Path.Combine(region.Out, "report.html")));
    }

    private static void AssertRuns(MadeUpRegion region, params string[] options)
    {
        CommandLine.Done(["compare", region.Folder, "--out", region.Out, "--quiet", .. options]);
        string[] values = [.. ResultsFiles.Rows(region.Out, "observations.csv").Select(r => r[4])];
        Assert.That(values, Has.None.Contains("NaN").And.None.Contains("∞").And.None.Contains("Infinity"));
        Assert.That(CommandLine.Run("report", region.Out).Error, Is.Empty);
    }
}
