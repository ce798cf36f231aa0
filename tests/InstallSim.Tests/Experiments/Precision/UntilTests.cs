using InstallSim.Experiments;
using InstallSim.Experiments.Precision;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Precision;

public sealed class UntilTests
{
    private static readonly YearRange Years = new(2025, 2028);

    private const string Goal = "half-width=0.4,indicator=stock";

    [Test]
    public void Until_gives_the_bytes_of_so_many_replications_at_once_and_stops_at_the_first_block_that_does()
    {
        using var region = new MadeUpRegion();
        UntilOutcome until = Run(region, "until", Goal, 90);
        int taken = until.Results.Manifest.Replications;
        Assert.That(taken, Is.InRange(30, 80), "neither the first look nor all, so that the test can tell");
        Assert.That(taken % UntilRunner.Block, Is.Zero);
        RunResults once = ExperimentRunner.Run(Load(region, taken), region.Beside("once"), RunWatch.None);
        Assert.That(HashOf(until.Results, region), Is.EqualTo(HashOf(once, region)));
        Assert.That(until.Results.Manifest.Plan.Overrides, Is.EqualTo(once.Manifest.Plan.Overrides));
        Assert.That(until.Results.Manifest.Scenarios[0].Text, Is.EqualTo(once.Manifest.Scenarios[0].Text));
        Assert.That(until.Results.Manifest.Plan.Until, Is.EqualTo(new[] { Goal }));
        Assert.That(until.Effects.Single().IsReached, Is.True);
        Assert.That((IsKnown(once, taken), IsKnown(once, taken - UntilRunner.Block)), Is.EqualTo((true, false)), "the first that does");
    }

    [Test]
    public void What_is_not_reached_is_told_with_the_replications_it_would_take()
    {
        using var region = new MadeUpRegion();
        string said = CommandLine.Done("compare", region.Folder, "--out", region.Out, "--until", "half-width=0.2", "--replications", "20");
        Assert.That(said, Does.Match(
            @"1 of 1 effects are not known so well, and --replications is the most: about [0-9]+ more replications would do"));
        Assert.That(said, Does.Contain("A grant").And.Contain("wanted ± 0.2").And.Contain("do not shrink"));
        Assert.That(ResultsFolder.ReadManifest(region.Out).Replications, Is.EqualTo(20));
        string french = CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", region.Beside("fr"), "--until",
            "half-width=1%,indicator=stock,year=2027", "--replications", "4", "--lang", "fr", "--set", "uncertainty=none");
        Assert.That(french, Does.Contain("voulu ± 1,00\u00a0% de la moyenne").And.Contain("réplications de plus").And.Contain("2027"));
        Assert.That(french, Does.Not.Contain("ne se resserrent pas"), "without doubt intervals do shrink");
    }

    [Test]
    public void A_stopped_run_goes_on_to_the_same_number_of_replications()
    {
        using var region = new MadeUpRegion();
        UntilOutcome whole = Run(region, "whole", Goal, 60);
        using var stop = new CancellationTokenSource();
        var watch = RunWatch.None with { Stop = stop.Token, Progress = p => StopAt(24, p, stop) };
        Assert.That(() => Run(region, "resumed", Goal, 60, watch: watch), Throws.InstanceOf<OperationCanceledException>());
        UntilOutcome resumed = Run(region, "resumed", Goal, 60, watch: RunWatch.None with { Leftovers = new Leftovers(true, false) });
        Assert.That(HashOf(resumed.Results, region), Is.EqualTo(HashOf(whole.Results, region)));
    }

    [Test]
    public void A_spent_time_begins_no_further_block()
    {
        using var region = new MadeUpRegion();
        UntilOutcome spent = Run(region, "spent", "half-width=0.001", 90, minutes: 1e-9);
        Assert.That((spent.Results.Manifest.Replications, spent.OutOfTime), Is.EqualTo((UntilRunner.First, true)));
    }

    [TestCase("indicator=stock", "does not say half-width=X")]
    [TestCase("half-width=0,5", "half-width is '0'", "'5' is not key=value")]
    [TestCase("half-width=-2", "half-width is '-2'")]
    [TestCase("half-width=2,indicator=stok", "there is no indicator 'stok'; did you mean 'stock'?")]
    [TestCase("half-width=2,year=2040", "year is '2040'; a year from 2025 to 2028")]
    [TestCase("half-width=2,indicator=cost-per-additional-gp,year=2026", "year is '2026'; a year from 2028 to 2028")]
    [TestCase("half-width=2,half-width=3", "'half-width' is said twice")]
    [TestCase("width=2", "unknown key 'width'", "does not say half-width=X")]
    public void A_goal_that_cannot_be_meant_is_refused(string goal, params string[] expected)
    {
        InputException refused = Assert.Throws<InputException>(() => PrecisionGoal.Read([goal], Years, isComparison: true))!;
        Assert.That(refused.Errors, Has.Count.EqualTo(expected.Length));
        foreach (string part in expected)
        {
            Assert.That(refused.Message, Does.Contain(part));
        }
    }

    [Test]
    public void A_run_alone_knows_no_indicator_of_comparisons_and_a_budget_needs_a_goal()
    {
        Assert.That(() => PrecisionGoal.Read(["half-width=2,indicator=deadweight-share"], Years, isComparison: false),
            Throws.TypeOf<InputException>());
        CommandLine.Outcome outcome = CommandLine.Run("compare", "none", "--budget-minutes", "2");
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("--budget-minutes goes with --until"));
    }

    private static LoadedExperiment Load(MadeUpRegion region, int replications) =>
        ExperimentReader.Read([region.Folder], "baseline", [$"replications={replications}"], 1);

    private static UntilOutcome Run(
        MadeUpRegion region, string folder, string goal, int most, double? minutes = null, RunWatch? watch = null) => UntilRunner.Run(
        Load(region, most), PrecisionGoal.Read([goal], Years, isComparison: true), minutes, region.Beside(folder), watch ?? RunWatch.None);

    private static void StopAt(int replications, ExperimentProgress progress, CancellationTokenSource stop)
    {
        if (progress.Finished == replications)
        {
            stop.Cancel();
        }
    }

    private static string HashOf(RunResults results, MadeUpRegion region)
    {
        string folder = Directory.CreateDirectory(region.Beside("tables")).FullName;
        return ResultsFolder.WriteTables(results, folder).ResultHash;
    }

    /// <summary>Whether the effect on all GPs is known to 0.4 from the first replications of results.</summary>
    private static bool IsKnown(RunResults results, int replications)
    {
        ILookup<string, double> stock = results.Observations.Where(o => o.Indicator == "stock" && o.Year == 2028)
            .OrderBy(o => o.Replication).ToLookup(o => o.Scenario, o => o.Value);
        double[] effect = [.. stock["grant"].Zip(stock["baseline"], (a, b) => a - b).Take(replications)];
        return MeanEstimate.Of(effect, inPairs: true).HalfWidth <= 0.4;
    }
}
