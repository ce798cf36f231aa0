using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Points;

public sealed class PointRunnerTests
{
    private const string Group = "preferences.coefficients.group-practice";
    private const string Plan = $"numbers: [{Group}]\noutcomes: [stock, {{ indicator: stock, scenario: baseline, of: level }}]";
    private static readonly double[][] Points = [[10], [22], [46]];

    [Test]
    public void A_point_gives_what_a_run_with_its_values_gives()
    {
        using var region = new MadeUpRegion();
        double[][][] values = Run(region, PlanFile.Read(region, Plan), RunWatch.None);
        LoadedExperiment alone = ExperimentReader.Read(
            [region.Folder], "baseline", ["replications=2", "uncertainty=none", $"{Group}.value=46"], 1);
        LoadedPlan<PlainPlan> plan = PlanFile.Read(region, Plan);
        ReplicationResult[] run = alone.Experiment.Run(_ => null, _ => { }, CancellationToken.None).Results;
        Assert.That(values[2], Is.EqualTo(run.Select(plan.Read)));
        Assert.That(values[0], Is.Not.EqualTo(values[2]), "the number does something");
        Assert.That(Directory.Exists(ExperimentRunner.StoreOf(region.Out)), Is.False);
    }

    [Test]
    public void Threads_and_a_stop_change_nothing()
    {
        using var region = new MadeUpRegion();
        double[][][] whole = Run(region, PlanFile.Read(region, Plan), RunWatch.None);
        using var stop = new CancellationTokenSource();
        var ran = new List<int>();
        LoadedPlan<PlainPlan> plan = PlanFile.Read(region, Plan);
        Assert.That(
            () => Run(region, plan, RunWatch.None with { Progress = _ => stop.Cancel(), Stop = stop.Token }),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => Run(region, plan, RunWatch.None), Throws.TypeOf<InputException>().With.Message.Contains(
            "holds 1 finished point of this run; --resume goes on, --force"));
        double[][][] resumed = Run(region, PlanFile.Read(region, Plan, threads: 3),
            RunWatch.None with { Leftovers = new Leftovers(Resume: true, Force: false) });
        Assert.That(resumed, Is.EqualTo(whole));
    }

    private static double[][][] Run(MadeUpRegion region, LoadedPlan<PlainPlan> plan, RunWatch watch)
    {
        double[][][] values = PointRunner.Run(plan.Loaded,
            new PointPlan("points", [.. plan.Numbers.Select(n => n.Name)], Points, [.. plan.Outcomes.Select(o => o.Name)], plan.Read),
            region.Out, watch);
        PointRunner.Forget(region.Out);
        return values;
    }
}
