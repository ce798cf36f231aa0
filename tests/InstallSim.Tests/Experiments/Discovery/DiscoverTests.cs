using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Experiments.Discovery;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Experiments.Discovery;

/// <summary>What is read out of a table of points.</summary>
public sealed class DiscoverTests
{
    private static readonly PlanNumber[] Numbers =
    [
        new("amount", 1, 0, 40) { Scenarios = ["grant"] }, new("places", 1, 0, 40) { Scenarios = ["centres"] },
    ];

    /// <summary>Both numbers would make the same box; the second is another scenario's.</summary>
    [Test]
    public void Numbers_that_a_scenario_has_not_make_no_box_and_are_not_shown()
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference), cost = new("policy-cost-cumulative", 2045, OutcomeOf.Difference);
        PointRow[] rows = [.. Enumerable.Range(0, 40).SelectMany(p => (PointRow[])
        [
            new(p, "grant", [p, p], [[p / 10, p / 10], [p, p + 1]]),
            new(p, "centres", [p, p], [[p / 10, p / 10], [p, p + 1]]),
        ])];
        var settings = new DiscoverSettings
        {
            Boxes = [new BoxSettings { Outcome = "stock", Above = 2.5 }],
            Fronts = [new FrontSettings { Effect = "stock" }],
        };
        Findings findings = Discover.Of(new PointTable(Numbers, [effect, cost], rows)
        {
            Captions =
            [
                new Caption("places", "Places in each centre", "Places par maison", "GPs"), new Caption("grant", "A grant", "Une aide"),
            ],
        }, settings);
        Assert.Multiple(() =>
        {
            Assert.That(findings.Boxes.Select(b => (b.Scenario, b.Box.Restricts(0), b.Box.Restricts(1))),
                Is.EqualTo(new[] { ("grant", true, false), ("centres", false, true) }));
            Assert.That(DiscoveryText.Write(findings, ReportText.English),
                Does.Match("    [0-9.]+\u00a0GPs +€\\d+\\.\\dk  A grant: amount = \\d+\n")
                    .And.Match("centres: Places in each centre = \\d+\u00a0GPs\n").And.Contain("above 2.5\u00a0GPs"));
            Assert.That(DiscoveryText.Write(findings, ReportText.French),
                Does.Match("Une aide\u00a0: amount = \\d+\n").And.Contain("au-dessus de 2,5\u00a0médecins généralistes"));
        });
    }

    [Test]
    public void One_is_followed_by_a_unit_in_the_singular()
    {
        var stock = new OutcomeColumn("stock", 2045, OutcomeOf.Level);
        var cost = new OutcomeColumn("policy-cost-cumulative", 2045, OutcomeOf.Level);
        PointRow[] rows = [new PointRow(0, "grant", [1], [[1], [7]]), new PointRow(1, "grant", [2], [[1.5], [8]])];
        Findings findings = Discover.Of(new PointTable([new PlanNumber("amount", 1, 0, 2)], [stock, cost], rows),
            new DiscoverSettings { Fronts = [new FrontSettings { Effect = "stock" }] });
        Assert.That(DiscoveryText.Write(findings, ReportText.French),
            Does.Contain(" 1,00\u00a0médecin généraliste  ").And.Contain(" 1,50\u00a0médecin généraliste  "));
        Assert.That(DiscoveryText.Write(findings, ReportText.English), Does.Contain(" 1.00\u00a0GP  ").And.Contain(" 1.50\u00a0GPs  "));
    }

    /// <summary>A grid over a lever of another scenario repeats each simulation of this one.</summary>
    [Test]
    public void Copies_of_a_simulation_are_no_further_evidence([Values(1, 5)] int copies)
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference), cost = new("policy-cost-cumulative", 2045, OutcomeOf.Difference);
        PointRow[] rows = [.. Enumerable.Range(0, 5 * copies)
            .Select(p => new PointRow(p, "grant", [50 * (p / copies), p % copies], [[p / copies], [p / copies * 10]]))];
        var settings = new DiscoverSettings
        {
            Boxes = [new BoxSettings { Outcome = "stock", Above = 2.5 }],
            Fronts = [new FrontSettings { Effect = "stock" }],
        };
        Findings findings = Discover.Of(new PointTable(Numbers, [effect, cost], rows), settings);
        BoxFinding box = findings.Boxes.Single();
        Assert.Multiple(() =>
        {
            Assert.That((box.Box.Points, box.Box.AllPoints), Is.EqualTo((2, 5)));
            Assert.That(box.QuasiP[0], Is.EqualTo(0.16).Within(1e-12), "B(2, 2/5) ≥ 2");
            Assert.That(findings.Fronts.Single().Points, Has.Count.EqualTo(5));
        });
    }

    [Test]
    public void Where_no_point_is_of_interest_that_is_said_and_no_figure_drawn([Values(99, 2.5)] double above)
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference);
        PointRow[] rows = [.. Enumerable.Range(0, 5).Select(p => new PointRow(p, "grant", [p, p], [[p]]))];
        Findings findings = Discover.Of(new PointTable(Numbers, [effect], rows),
            new DiscoverSettings { Boxes = [new BoxSettings { Outcome = "stock", Above = above }] });
        using var folder = new TemporaryFolder();
        string figures = Path.Combine(folder.Path, "figures");
        DiscoveryFigures.Write(findings, figures, ReportText.English);
        bool isNone = above > 4;
        Assert.That(DiscoveryText.Write(findings, ReportText.English).Contains("no point is of interest: no box"), Is.EqualTo(isNone));
        Assert.That(DiscoveryText.Write(findings, ReportText.French).Contains("en 0 point sur 5"), Is.EqualTo(isNone));
        Assert.That(File.Exists(Path.Combine(figures, "peeling-1.svg")), Is.Not.EqualTo(isNone));
    }

    /// <summary>The baseline's lever moves differences from it; the level of a scenario without it is one simulation.</summary>
    [TestCase(OutcomeOf.Level, 1, ExpectedResult = "without:NaN")]
    [TestCase(OutcomeOf.Difference, 3, ExpectedResult = "without:0 without:1 without:2")]
    public string A_lever_of_the_baseline_alone_tells_no_levels_of_another_scenario_apart(OutcomeOf of, int points)
    {
        OutcomeColumn effect = new("stock", 2045, of), cost = new("policy-cost-cumulative", 2045, of);
        PointRow[] rows = [.. Enumerable.Range(0, 3).Select(p => new PointRow(p, "without", [p], [[5], [7]]))];
        var settings = new DiscoverSettings
        {
            Boxes = [new BoxSettings { Outcome = "stock", Above = 2.5 }],
            Fronts = [new FrontSettings { Effect = "stock" }],
        };
        var lever = new PlanNumber("amount", 1, 0, 2) { Scenarios = ["in force"], IsOfBaseline = true };
        Findings findings = Discover.Of(new PointTable([lever], [effect, cost], rows), settings);
        Assert.That(findings.Boxes.Single().Box.AllPoints, Is.EqualTo(points));
        Assert.That(DiscoveryText.Write(findings, ReportText.French), of == OutcomeOf.Level
            ? Does.EndWith("  without\n")
            : Does.Contain("  without\u00a0: amount = 2\n"));
        return string.Join(' ', findings.Fronts.Single().Points.Select(p => $"{p.Row.Scenario}:{p.Row.Numbers[0]}"));
    }

    /// <summary>The cheapest point gains less than nothing, which would cost nothing.</summary>
    [Test]
    public void Nothing_added_is_on_the_front_by_name_and_is_no_point_of_the_sweep()
    {
        FrontFinding front = FrontOf([(10, -2), (20, 3), (30, 3)]).Fronts.Single();
        Assert.That(front.Baseline, Is.EqualTo(new BaselinePoint("in force", Standing.Front)));
        Assert.That(front.Points.Select(p => p.Standing), Is.EqualTo(new[] { Standing.NotTold, Standing.Front, Standing.NotTold }));
        Findings findings = FrontOf([(10, -2), (20, 3), (30, 3)]);
        Assert.Multiple(() =>
        {
            Assert.That(DiscoveryText.Write(findings, ReportText.English),
                Does.Contain(": the baseline and 1 point on the front")
                    .And.Contain("    0\u00a0GPs   €0k  baseline: As it is\n    3\u00a0GPs  €20k  grant: amount = 1\n"));
            Assert.That(DiscoveryText.Write(findings, ReportText.French),
                Does.Contain("la référence et 1 point sur le front").And.Contain("  référence\u00a0: Tel quel\n"));
            Assert.That(FigureOf(findings),
                Does.Contain("The baseline and 1 of 3 points cannot be bettered").And.Contain("baseline: As it is"));
            Assert.That(TableOf(findings).Select(row => row.Split(',')[4..]), Is.EqualTo(new[]
            {
                new[] { "in force", "", "", "0", "", "", "0", "", "", "front" },
                ["grant", "0", "0", "10", "", "", "-2", "", "", "not-told"],
                ["grant", "1", "1", "20", "", "", "3", "", "", "front"],
                ["grant", "2", "2", "30", "", "", "3", "", "", "not-told"],
            }));
        });
    }

    [TestCase("-5;2", "2\u00a0GPs  −€5k  grant: amount = 0\n    0\u00a0GPs   €0k  baseline: As it is (off the front perhaps by chance)",
        "1 of 1 points cannot be bettered", TestName = "A saving that gains leaves the baseline behind")]
    [TestCase("5;-2", ": the baseline alone on the front, ", "None of 1 points costs less or does more than the baseline",
        TestName = "Where nothing gains the baseline is alone")]
    [TestCase("-5;-2", "−2\u00a0GPs  −€5k  grant: amount = 0\n     0\u00a0GPs   €0k  baseline: As it is\n",
        "The baseline and 1 of 1 points",
        TestName = "A saving that loses stands before the baseline")]
    public void Where_the_baseline_stands(string point, string said, string drawn)
    {
        string[] costAndEffect = point.Split(';');
        Findings findings = FrontOf([(int.Parse(costAndEffect[0]), int.Parse(costAndEffect[1]))]);
        Assert.That(DiscoveryText.Write(findings, ReportText.English), Does.Contain(said));
        Assert.That(FigureOf(findings), Does.Contain(drawn));
    }

    /// <summary>The second replication says 4 of the effect, and the same of the cost.</summary>
    [Test]
    public void A_page_says_each_read_out_with_its_figure_and_how_sure_each_point_is()
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference), cost = new("policy-cost-cumulative", 2045, OutcomeOf.Difference);
        PointTable table = new([new PlanNumber("amount", 1, 0, 9)], [effect, cost],
            [new PointRow(0, "grant <1>", [5], [[2, 4], [900, 900]]), new PointRow(1, "grant <1>", [1], [[0, 0], [1000, 1000]])]);
        Findings findings = Discover.Of(table, new DiscoverSettings
        {
            Boxes = [new BoxSettings { Outcome = "stock", Above = 1 }, new BoxSettings { Outcome = "stock", Above = 99 }],
            Fronts = [new FrontSettings { Effect = "stock" }],
        });
        using var folder = new TemporaryFolder();
        string Page(ReportText text) =>
            DiscoveryPage.Write(findings, DiscoveryFigures.Write(findings, folder.Path, text), folder.Path, text);
        string page = Page(ReportText.English);
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain("over 2 points; each scenario was run at each, 2 replications.")
                .And.Contain("<p>At 1 of 2 points. Box: it holds 100%")
                .And.Contain("<p>At 0 of 2 points. No point is of interest: no box.</p>")
                .And.Contain("grant &lt;1&gt;").And.Not.Contain("<1>")
                .And.Contain("<td>3</td><td>−9.7 to 15.7</td><td>€900k</td><td></td><td>5</td>"));
            Assert.That(page.Split("<img ").Length - 1, Is.EqualTo(2), "the box of interest and the front");
            Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.EquivalentTo(new[]
            {
                "cost-effect-front-1.svg", "cost-effect-front-1.vl.json", "peeling-1.svg", "peeling-1.vl.json",
            }));
            Assert.That(Page(ReportText.French), Does.Contain("<td>de −9,7 &#224; 15,7</td>")
                .And.Contain("<p>En 0 point sur 2. Aucun point"));
        });
    }

    [Test]
    public void A_page_of_one_replication_speaks_of_no_intervals()
    {
        Findings findings = FrontOf([(10, 2)]);
        using var folder = new TemporaryFolder();
        string page = DiscoveryPage.Write(
            findings, DiscoveryFigures.Write(findings, folder.Path, ReportText.English), folder.Path, ReportText.English);
        Assert.That(page, Does.Contain("over 1 point; each scenario was run at each, 1 replication.").And.Not.Contain("95 % interval")
            .And.Not.Contain("Intervals are over").And.Contain("The best of many points looks better than it is")
            .And.Contain("What is said of a point is what its one replication gave, which does not tell chance from effect.")
            .And.Not.Contain("mean of its replications").And.Not.Contain("beyond chance"));
        Assert.That(FigureOf(findings), Does.Contain("One replication. Large: the front").And.Not.Contain("beyond chance"));
        Assert.That(DiscoveryText.Write(findings, ReportText.French), Does.Contain("0 en dehors, qu’une réplication ne distingue pas du "
            + "hasard"));
    }

    /// <summary>Two replications that agree tell no third, and two that differ make of what costs money no saving.</summary>
    [Test]
    public void A_table_has_no_interval_of_what_few_replications_agree_in_and_no_saving_that_none_has()
    {
        OutcomeColumn effect = new("stock", 2045, OutcomeOf.Difference), cost = new("policy-cost-cumulative", 2045, OutcomeOf.Difference);
        PointTable table = new([new PlanNumber("amount", 1, 0, 9)], [effect, cost],
            [new PointRow(0, "grant", [5], [[0, 0], [100, 900]]), new PointRow(1, "grant", [1], [[7, 7], [-100, -900]]),
                new PointRow(2, "grant", [2], [[1, 3], [-1, 1]])]);
        string[][] rows = [.. TableOf(Discover.Of(table, new DiscoverSettings { Fronts = [new FrontSettings { Effect = "stock" }] }))
            .Skip(1).Select(row => row.Split(',')[7..13])];
        Assert.That(rows[0], Is.EqualTo(new[] { "500", "0", rows[0][2], "0", "", "" }));
        Assert.That(rows[0][2], Does.StartWith("5582.4818"), "500 + 12.706·400");
        Assert.That(rows[1][2..], Is.EqualTo(new[] { "0", "7", "", "" }));
        Assert.That(rows[2].Where(cell => cell is "" or "0"), Is.EqualTo(new[] { "0" }), "the mean cost");
    }

    [Test]
    public void Of_very_many_points_off_the_front_some_are_drawn_and_all_of_the_front()
    {
        Findings findings = FrontOf([(1, 1), .. Enumerable.Range(0, 4500).Select(k => (5 + k, 1 - (k / 4500.0))), (9, 2)]);
        var context = new DiscoveryContext(null, findings.Fronts[0], ReportText.English, findings.Table.Captions);
        Chart chart = new CostEffectFront(1).Draw(context);
        Dot[] dots = [.. chart.Panels.SelectMany(p => p.Marks).OfType<Mark<Dot>>().SelectMany(m => m.Rows)];
        Assert.That(dots, Has.Length.EqualTo(1500 + 2 + 1), "two points and the baseline on the front");
        Assert.That(chart.Subtitle, Does.EndWith("; of points off the front one in 3 is drawn"));
    }

    [Test]
    public void Levels_have_no_baseline_of_nothing()
    {
        Findings findings = FrontOf([(10, 2)], OutcomeOf.Level);
        Assert.That(findings.Fronts.Single().Baseline, Is.Null);
        Assert.That(DiscoveryText.Write(findings, ReportText.English), Does.Contain(": 1 point on the front"));
        Assert.That(TableOf(findings), Has.Length.EqualTo(1));
    }

    [Test]
    public void Numbers_of_a_column_have_as_many_decimals_as_each_other() => Assert.That(
        DiscoveryText.Write(FrontOf([(900, 2), (16_200, 6.5)]), ReportText.French),
        Does.EndWith("      0,00\u00a0médecin généraliste   0,0\u00a0M€  référence\u00a0: Tel quel\n"
            + "    2,00\u00a0médecins généralistes   0,9\u00a0M€  grant\u00a0: amount = 0\n"
            + "    6,50\u00a0médecins généralistes  16,2\u00a0M€  grant\u00a0: amount = 1\n"));

    private static Findings FrontOf(IReadOnlyList<(int Cost, double Effect)> points, OutcomeOf of = OutcomeOf.Difference) => Discover.Of(
        new PointTable([new PlanNumber("amount", 1, 0, 9)],
            [new OutcomeColumn("stock", 2045, of), new OutcomeColumn("policy-cost-cumulative", 2045, of)],
            [.. points.Select((p, k) => new PointRow(k, "grant", [k], [[p.Effect], [p.Cost]]))])
        {
            Baseline = "in force",
            Captions = [new Caption("in force", "As it is", "Tel quel")],
        },
        new DiscoverSettings { Fronts = [new FrontSettings { Effect = "stock" }] });

    private static string FigureOf(Findings findings)
    {
        using var folder = new TemporaryFolder();
        var context = new DiscoveryContext(null, findings.Fronts[0], ReportText.English, findings.Table.Captions);
        FigureFiles.Write([new CostEffectFront(1)], context, folder.Path, "vega");
        return File.ReadAllText(Path.Combine(folder.Path, "cost-effect-front-1.vl.json"));
    }

    private static string[] TableOf(Findings findings)
    {
        using var folder = new TemporaryFolder();
        DiscoveryTables.Write(findings, folder.Path);
        return [.. File.ReadLines(Path.Combine(folder.Path, "pareto.csv")).Skip(1)];
    }
}
