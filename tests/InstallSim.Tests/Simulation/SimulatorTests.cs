using System.Globalization;
using InstallSim.Experiments;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class SimulatorTests
{
    [Test]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        RunRecord one = TestRegion.Run(TestRegion.Scenario(), threads: 1), two = TestRegion.Run(TestRegion.Scenario(), threads: 2);
        PolicyRuns.AssertSame(one, two);
    }

    /// <summary>So many physicians that second places, columns, indicators and choices all are shared among threads.</summary>
    [Test]
    public void The_result_of_a_country_does_not_depend_on_the_number_of_threads()
    {
        string path = Repository.PathOf("scenarios", "france", "baseline.yaml");
        PreparedScenario prepared = ExperimentReader.Read([path], null, ["years=2025..2028"], 1).Experiment.Scenarios[0];
        RunRecord one = new Simulator(prepared, 0).Run();
        Assert.That(one.Reached.Count(a => a.Kind == ActKind.SecondPlace), Is.GreaterThan(100));
        PolicyRuns.AssertSame(new Simulator(prepared, 0, threads: 4).Run(), one);
    }

    [Test]
    public void The_result_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        RunRecord expected = TestRegion.Run(TestRegion.Scenario());

        // The program runs without culture data, so that fr-FR itself does not exist in it: this has its numbers and dates.
        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        french.NumberFormat.NumberDecimalSeparator = ",";
        french.NumberFormat.NumberGroupSeparator = "\u202F";
        CultureInfo.CurrentCulture = french;
        try
        {
            PolicyRuns.AssertSame(TestRegion.Run(TestRegion.Scenario()), expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Its physicians are not counted among those of under-dense territories either.</summary>
    [Test]
    public void A_territory_without_inhabitants_is_not_under_dense()
    {
        TerritoryTable table = TestRegion.Territories();
        table.Population[5] = 0;
        Scenario scenario = TestRegion.Scenario();
        scenario = scenario with { Zoning = scenario.Zoning with { UnderDenseBelow = 1e9 } };
        RunRecord run = new Simulator(TestRegion.Prepare(scenario, table), 0, 1).Run();
        Assert.That(run.UnderDenseAtStart, Is.EqualTo(Enumerable.Range(0, table.Count).Select(i => i != 5)));
    }

    [Test]
    public void Another_replication_or_seed_gives_another_history()
    {
        RunRecord first = TestRegion.Run(TestRegion.Scenario()), second = TestRegion.Run(TestRegion.Scenario(), replication: 1);
        RunRecord other = TestRegion.Run(TestRegion.Scenario() with { Seed = 8 });
        Assert.Multiple(() =>
        {
            Assert.That(second.History, Is.Not.EqualTo(first.History));
            Assert.That(other.History, Is.Not.EqualTo(first.History));
        });
    }

    [Test]
    public void A_policy_that_changes_nothing_moves_nobody()
    {
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario());
        RunRecord same = TestRegion.Run(TestRegion.Scenario(
            new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 0 },
            new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 0 },
            new MspOpening { Type = "msp-opening", From = 2026, PerYear = 0 },
            new RuralTraining { Type = "rural-training", From = 2026, Share = 0 },
            new BoundScholarship { Type = "bound-scholarship", From = 2026, HoldersPerYear = 0 },
            new RegionalQuota { Type = "regional-quota", From = 2026, EntriesPerYear = int.MaxValue },
            new SecondaryPractice { Type = "secondary-practice", From = 2026, Constant = -1000 },
            new Accompaniment { Type = "accompaniment", From = 2026, ConsiderationTimes = 1, CostKeurPerYear = 0 },
            new SelectiveContracting
            {
                Type = "selective-contracting",
                From = 2026,
                Where = new TerritoryFilter { AccessibilityAtLeast = 1e9 },
            }));
        PolicyRuns.AssertSame(same, baseline);
    }

    [Test]
    public void Physicians_are_neither_lost_nor_made_out_of_nothing()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario());
        for (int year = 1; year < 8; year++)
        {
            double before = TestRegion.Value(run, year - 1, "stock"), after = TestRegion.Value(run, year, "stock");
            double entered = TestRegion.Value(run, year, "installations"), left = TestRegion.Value(run, year, "departures");
            Assert.That(after, Is.EqualTo(before + entered - left));
        }
    }

    [Test]
    public void Stock_by_area_and_by_form_add_up_to_the_stock()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario());
        for (int year = 0; year < 8; year++)
        {
            double Sum(params string[] names) => names.Sum(name => TestRegion.Value(run, year, name));
            double stock = TestRegion.Value(run, year, "stock");
            Assert.Multiple(() =>
            {
                Assert.That(Sum("stock-rural", "stock-periurban", "stock-urban"), Is.EqualTo(stock));
                Assert.That(Sum("stock-solo", "stock-group", "stock-msp", "stock-health-centre"), Is.EqualTo(stock));
                Assert.That(Sum("age-under-35", "age-35-44", "age-45-54", "age-55-64", "age-65-plus"), Is.EqualTo(stock));
            });
        }
    }

    [Test]
    public void Places_of_centres_are_never_overfilled()
    {
        var opening = new MspOpening { Type = "msp-opening", From = 2026, PerYear = 3, Places = 2, Founders = 0 };
        RunRecord run = TestRegion.Run(TestRegion.Scenario(opening));
        for (int year = 0; year < 8; year++)
        {
            Assert.That(TestRegion.Value(run, year, "msp-fill-rate"), Is.LessThanOrEqualTo(1));
        }
    }

    [Test]
    public void The_initial_stock_has_the_table_s_headcount()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        RunRecord run = new Simulator(prepared, 0).Run();
        Assert.That(TestRegion.Value(run, 0, "stock"), Is.EqualTo(Math.Floor(prepared.Territories.Physicians.Sum() + 0.5)));
        for (int i = 0; i < prepared.Territories.Count; i++)
        {
            Assert.That(run.Stock[i], Is.EqualTo(prepared.Territories.Physicians[i]).Within(1));
        }
    }

    [Test]
    public void A_run_that_takes_over_what_the_warm_up_of_another_left_equals_one_that_warms_up_itself()
    {
        var opening = new MspOpening { Type = "msp-opening", From = 2026, PerYear = 3, Places = 2, Founders = 2 };
        PreparedScenario without = TestRegion.Prepare(TestRegion.Scenario()), with = TestRegion.Prepare(TestRegion.Scenario(opening));
        var first = new Simulator(without, 0);
        first.Run();
        PhysicianTable start = first.WarmedUp!.Physicians;
        Assert.That(with.StartsAs(without));
        Assert.That(start.Stage[..start.Count], Has.Some.EqualTo(Stage.Locum).And.Some.EqualTo(Stage.Left));
        RunRecord alone = new Simulator(with, 0).Run();
        for (int again = 0; again < 2; again++)
        {
            RunRecord shared = new Simulator(with, 0, start: first.WarmedUp).Run();
            Assert.That(shared.History, Is.EqualTo(alone.History));
            Assert.That(shared.Values, Is.EqualTo(alone.Values));
            Assert.That(shared.Accessibility, Is.EqualTo(alone.Accessibility));
            Assert.That(shared.UnderDenseAtStart, Is.EqualTo(alone.UnderDenseAtStart));
        }
    }

    [TestCase(0, 1, TestName = "What others of the replication wanted changes nothing")]
    [TestCase(1, 3, TestName = "What others of another replication wanted changes nothing")]
    public void What_others_wanted_changes_nothing(int replicationOfOthers, int threads)
    {
        var opening = new MspOpening { Type = "msp-opening", From = 2026, PerYear = 3, Places = 2, Founders = 2 };
        PreparedScenario without = TestRegion.Prepare(TestRegion.Scenario()), with = TestRegion.Prepare(TestRegion.Scenario(opening));
        RunRecord alone = new Simulator(with, 0).Run(), others = new Simulator(without, replicationOfOthers).Run();
        var likely = new LikelyChoices();
        Assert.That(new Simulator(without, replicationOfOthers) { Likely = likely }.Run().History, Is.EqualTo(others.History));
        int year = with.Scenario.Years.Until;
        int[] wanted = likely.Of(year)!;
        Assert.That(wanted, Has.Some.GreaterThanOrEqualTo(0));
        RunRecord after = new Simulator(with, 0, threads) { Likely = likely }.Run();
        Assert.That(likely.Of(year), Is.SameAs(wanted), "the first are kept");
        Assert.That(after.History, Is.EqualTo(alone.History));
        Assert.That(after.Values, Is.EqualTo(alone.Values));
    }

    [Test]
    public void The_start_that_policies_are_checked_on_is_that_of_a_run_but_for_origins([Values(1, 2)] int threads)
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        RunState seen = Simulator.StartOf(prepared), run = new(prepared, 0) { Year = seen.Year, Threads = new RunThreads(threads) };
        InitialStock.Make(prepared, run);
        int count = run.Physicians.Count;
        Assert.That(seen.Physicians.Count, Is.EqualTo(count));
        Assert.That(seen.Stock, Is.EqualTo(run.Stock));
        Assert.That(seen.Physicians.Fte[..count], Is.EqualTo(run.Physicians.Fte[..count]));
        Assert.That(seen.Physicians.BirthYear[..count], Is.EqualTo(run.Physicians.BirthYear[..count]));
        Assert.That(seen.Physicians.BirthTerritory[..count], Is.All.EqualTo(-1));
        var single = new RunState(prepared, 0) { Year = seen.Year };
        InitialStock.Make(prepared, single);
        Assert.That(run.Physicians.BirthTerritory[..count], Is.EqualTo(single.Physicians.BirthTerritory[..count]).And.Some.GreaterThan(0));
    }

    [Test]
    public void The_stages_of_a_year_are_the_headings_of_the_model_s_description()
    {
        string source = File.ReadAllText(Repository.PathOf("src", "InstallSim", "Simulation", "Simulator.cs"));
        string Body(string method) => source[source.IndexOf($"private void {method}(", StringComparison.Ordinal)..].Split("\n    }")[0];
        string step = Body("BeginYear") + Body("Step");
        string[] stages = [.. System.Text.RegularExpressions.Regex
            .Matches(step, @"^\s+(?:_choices\.)?([A-Z]\w+)\(\);", System.Text.RegularExpressions.RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value)];
        string[] headings = [.. File.ReadAllLines(Repository.PathOf("docs", "model.md"))
            .Where(line => line.StartsWith("#### ", StringComparison.Ordinal)).Select(line => line[5..].Trim())];
        string Words(string stage) => System.Text.RegularExpressions.Regex.Replace(stage, "(?<!^)([A-Z])", " $1").ToLowerInvariant();
        Assert.That(headings.Select(h => h.ToLowerInvariant()), Is.EqualTo(stages.Select(Words)));
    }

    [Test]
    public void A_year_of_a_larger_run_allocates_nothing_for_each_alternative()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        _ = new Simulator(prepared, 0).Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = new Simulator(prepared, 0).Run();
        long run = GC.GetAllocatedBytesForCurrentThread() - before;

        // 8 years × 36 territories × 4 forms × 16 columns of doubles would be 590 kB a year if columns were made anew for each physician.
        Assert.That(run, Is.LessThan(3_000_000));
    }
}
