using InstallSim.Calibration;
using InstallSim.Experiments;
using InstallSim.Experiments.Sweeps;

namespace InstallSim.Tests.EndToEnd;

/// <summary>What was stopped when it was to replace finished results of another run goes on, as it said then.</summary>
public sealed class ResumedOverOthersTests
{
    [Test]
    public void A_run_that_was_to_replace_others_is_gone_on_with()
    {
        using var region = new MadeUpRegion();
        string[] run = ["run", region.PathOf("baseline.yaml"), "--out", region.Out, "--quiet"];
        CommandLine.Done([.. run, "--set", "seed=9"]);
        Stopped(watch => ExperimentRunner.Run(ExperimentReader.Read([region.PathOf("baseline.yaml")], null, [], 1), region.Out, watch));
        AssertGoesOn(region, run);
    }

    [Test]
    public void A_sweep_that_was_to_replace_another_is_gone_on_with()
    {
        using var region = new MadeUpRegion();
        string plan = region.Write("s.yaml", """
            scenarios: [baseline.yaml, grant.yaml]
            numbers: [preferences.coefficients.group-practice]
            outcomes: [stock]
            replications: 1
            years: 2025..2026
            design: { type: sobol, points: 4 }

            """);
        string[] sweep = ["sweep", plan, "--out", region.Out, "--quiet"];
        CommandLine.Done([.. sweep, "--set", "seed=9"]);
        Directory.CreateDirectory(region.Beside("target"));
        Stopped(watch => SweepRunner.Run(LoadedSweep.Read(plan, null, [], 1, yes: false), region.Out, region.Beside("target"), watch));
        AssertGoesOn(region, sweep);
    }

    [Test]
    public void A_calibration_that_was_to_replace_another_is_gone_on_with()
    {
        using var region = new MadeUpRegion();
        string plan = region.Calibration();
        string[] calibrate = ["calibrate", plan, "--out", region.Out, "--quiet"];
        CommandLine.Done([.. calibrate, "--set", "seed=9"]);
        Stopped(watch => CalibrationRunner.Run(
            CalibrationReader.Read(plan, [], 1, isMeant: false), region.Out, _ => { }, part => part(watch)));
        AssertGoesOn(region, calibrate);
    }

    private static void Stopped(Action<RunWatch> run)
    {
        using var stop = new CancellationTokenSource();
        Assert.That(() => run(RunWatch.None with { Stop = stop.Token, Progress = _ => stop.Cancel() }),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static void AssertGoesOn(MadeUpRegion region, string[] command)
    {
        Assert.That(ExperimentRunner.HasKept(region.Out), "something is kept");
        CommandLine.Outcome strange = CommandLine.Run([.. command, "--set", "seed=5", "--resume"]);
        Assert.That(strange.Code, Is.EqualTo(2), "neither what is finished nor what is kept is of this run");
        CommandLine.Outcome resumed = CommandLine.Run([.. command, "--resume"]);
        Assert.That((resumed.Code, ExperimentRunner.HasKept(region.Out)), Is.EqualTo((0, false)), resumed.Error);
        Assert.That(resumed.Error, Does.Contain("replaced at the end").And.Contain("seed (9 there, "));
        Assert.That(CommandLine.Run([.. command, "--resume"]).Code, Is.Zero, "what is finished is now of this run");
    }
}
