using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Points;

/// <summary>What is refused of a scenario is refused of a point of a plan, before anything is simulated.</summary>
public sealed class PointChecksTests
{
    private const string Cuts = """
        extends: baseline.yaml
        name: cuts
        title: Two cuts of fees
        policies:
          - { type: fee-uplift, name: one, from: 2026, share: -0.3 }
          - { type: fee-uplift, name: two, from: 2026, share: -0.1 }
        """;

    private const string Centres = """
        extends: baseline.yaml
        name: centres
        title: Centres
        policies:
          - { type: msp-opening, name: some, from: 2026, per-year: 1, places: 3, founders: 2 }
        """;

    private const string TwoCuts =
        "numbers: [{ number: policies.one.share, low: -0.5, high: 0 }, { number: policies.two.share, low: -0.5, high: 0 }]";

    private const string Places = "numbers: [{ number: policies.some.places, low: 1, high: 4 }]";

    [TestCase("sweep", Cuts, TwoCuts, "design: { type: grid, levels: 2 }",
        "3 of 4 points are scenarios that would be refused, cuts at policies.one.share -0.5, policies.two.share -0.5 the first: "
        + "-0.5 of fees that are 2.2 times the income is more than all of the income")]
    [TestCase("sweep", Cuts, TwoCuts, "design: { type: grid, values: { policies.one.share: [-0.4, 0], policies.two.share: [-0.4, 0] } }",
        "1 of 4 points are scenarios that would be refused, cuts at policies.one.share -0.4, policies.two.share -0.4 the first: "
        + "one and two together cut 176 % of the income")]
    [TestCase("sensitivity", Cuts, TwoCuts, "method: morris\nsamples: 6",
        "points are scenarios that would be refused, cuts at policies.one.share -0.")]
    [TestCase("sweep", Centres, Places, "design: { type: grid, levels: 4 }",
        "1 of 4 points are scenarios that would be refused, centres at policies.some.places 1 the first: "
        + "2 founders do not fit in 1 places")]
    public void A_point_that_is_no_scenario_refuses_the_plan(string verb, string scenario, string numbers, string design, string expected)
    {
        using var region = new MadeUpRegion();
        File.Delete(region.PathOf("grant.yaml"));
        region.Write("other.yaml", scenario);
        string plan = Plan(region, numbers, design);
        CommandLine.Outcome refused = CommandLine.Run(verb, plan, "--out", region.Out);
        Assert.Multiple(() =>
        {
            Assert.That(refused.Code, Is.EqualTo(2), refused.Output);
            Assert.That(refused.Error, Does.Contain(expected).And.Contain("plan.yaml(4,10)"));
            Assert.That(Path.Exists(region.Out), Is.False);
            Assert.That(Path.Exists(region.Out + ".unfinished"), Is.False);
        });
    }

    [Test]
    public void A_plan_whose_points_are_scenarios_runs()
    {
        using var region = new MadeUpRegion();
        region.Write("other.yaml", Centres);
        string plan = Plan(region, Places.Replace("low: 1", "low: 2"), "design: { type: grid, levels: 4 }");
        CommandLine.Done("sweep", plan, "--out", region.Out, "--quiet");
        Assert.That(ResultsFiles.Rows(region.Out, "points.csv").Select(r => r[3]).Distinct(), Is.EqualTo(new[] { "2", "3", "4" }));
    }

    [TestCase("grid, levels: 2", "a, c", "1 of 4 points are scenarios that would be refused, baseline at preferences.classes.a.share 1, "
        + "preferences.classes.c.share 1 the first: the shares of the classes add up to 2, more than 1")]
    [TestCase("grid, levels: 2", "a, b, c", "1 of 8 points are scenarios that would be refused, baseline at preferences.classes.a.share 0, "
        + "preferences.classes.b.share 0, preferences.classes.c.share 0 the first: the shares of the classes add up to 0, not to 1")]
    public void Shares_of_classes_that_are_no_parts_of_1_refuse_the_plan(string design, string classes, string expected)
    {
        using var region = new MadeUpRegion();
        string plan = PlanOfShares(region, classes, design);
        CommandLine.Outcome refused = CommandLine.Run("sweep", plan, "--out", region.Out);
        Assert.That(refused.Code, Is.EqualTo(2), refused.Output);
        Assert.That(refused.Error, Does.Contain(expected));
    }

    [Test]
    public void Shares_of_all_classes_are_written_as_they_are_simulated()
    {
        using var region = new MadeUpRegion();
        string plan = PlanOfShares(region, "a, b, c", "grid, values: { preferences.classes.a.share: [0.5, 1], "
            + "preferences.classes.b.share: [0.5], preferences.classes.c.share: [1] }");
        CommandLine.Done("sweep", plan, "--out", region.Out, "--quiet");
        Assert.That(ResultsFiles.Rows(region.Out, "points.csv").Select(r => string.Join(' ', r[3..6])).Distinct(),
            Is.EqualTo(new[] { "0.25 0.25 0.5", "0.4 0.2 0.4" }));
    }

    private static string PlanOfShares(MadeUpRegion region, string classes, string design)
    {
        region.Replace("baseline.yaml", "    - { name: all, share: 1, source: test }", """
                - { name: a, share: 0.5, source: test }
                - { name: b, share: 0.25, source: test }
                - { name: c, share: 0.25, source: test, times: { birth-distance: 3 } }
            """);
        string numbers = string.Join(", ",
            classes.Split(", ").Select(c => $"{{ number: preferences.classes.{c}.share, low: 0, high: 1 }}"));
        return Plan(region, $"numbers: [{numbers}]", $"design: {{ type: {design} }}");
    }

    private static string Plan(MadeUpRegion region, string numbers, string design)
    {
        string path = region.Beside("plan.yaml");
        File.WriteAllText(path, $"""
            scenarios: ['{region.Folder}']
            replications: 1
            years: 2025..2027
            {numbers}
            outcomes: [stock]
            {design}
            """);
        return path;
    }
}
