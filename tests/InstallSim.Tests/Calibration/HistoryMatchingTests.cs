using InstallSim.Calibration;
using InstallSim.Choice.Draws;
using InstallSim.Inputs;

namespace InstallSim.Tests.Calibration;

/// <summary>Waves on a function of four numbers, the last of which does nothing, with a little chance.</summary>
public sealed class HistoryMatchingTests
{
    private static readonly double[] Truth = [0.35, 0.7, 0.2, 0.5];

    private static readonly Target[] Targets =
        [.. Moments(Truth).Select((m, t) => new Target($"t{t}", m, 0.02, 0.02, 1, TargetLimit.None))];

    [Test]
    public void The_truth_stays_and_most_of_the_space_goes()
    {
        HistoryMatching matching = Match(Targets);
        Assert.Multiple(() =>
        {
            Assert.That(matching.Left.IsIn(Truth), Is.True);
            Assert.That(matching.Left.Share, Is.LessThan(0.05));
            Assert.That(matching.Results.Select(w => w.Share), Is.Ordered.Descending);
            Assert.That(matching.Results[^1].Errors[2], Is.LessThan(matching.Results[0].Errors[2]), "closer looks see better");
        });
    }

    [Test]
    public void All_points_of_what_is_left_nearly_meet_the_targets()
    {
        double[][] points = Match(Targets).Left.Points(200);
        Assert.That(points, Has.Length.EqualTo(200));
        Assert.That(points.Select(x => Moments(x).Zip(Targets, (m, t) => Math.Abs(t.Miss(m))).Max()), Is.All.LessThan(0.2));
    }

    [Test]
    public void A_number_that_moves_nothing_is_named_and_held()
    {
        HistoryMatching matching = Match(Targets);
        Assert.That(matching.Moves, Is.EqualTo(new[] { true, true, true, false }));
        Assert.That(matching.Warnings.Single().English, Is.EqualTo("n3 moves no target beyond chance: held at its value"));
        Assert.That(matching.Left.Points(5).Select(x => x[3]), Is.All.EqualTo(0.25));
    }

    [Test]
    public void A_target_that_nothing_moves_is_named_and_rules_nothing_out()
    {
        HistoryMatching matching = Match([.. Targets, new Target("still", 50, 1, 0, 1, TargetLimit.None)], x => [.. Moments(x), 7]);
        Assert.That(matching.Warnings.Select(w => w.English),
            Does.Contain("no number moves 'still' beyond chance: left out of what is ruled out"));
        Assert.That(matching.Left.IsIn(Truth), Is.True);
    }

    [Test]
    public void When_nothing_moves_anything_that_is_an_error_that_names_the_targets() =>
        Assert.That(() => Match([new Target("still", 50, 1, 0, 1, TargetLimit.None)], _ => [7]),
            Throws.TypeOf<InputException>().With.Message.Contains("no number moves any target beyond chance: still"));

    [Test]
    public void Targets_that_contradict_one_another_leave_nothing_and_are_named()
    {
        Target[] contrary = [Targets[0], Targets[0] with { Name = "contrary", Value = Targets[0].Value + 1 }, Targets[1]];
        HistoryMatching matching = Match(contrary, x => [Moments(x)[0], Moments(x)[0], Moments(x)[1]]);
        Assert.That(matching.Left.Found, Is.Zero);
        Assert.That(matching.Warnings[^1].English,
            Does.StartWith("no point meets all targets; the closest misses").And.Contains("contrary"));
    }

    [Test]
    public void A_target_set_aside_rules_nothing_out_alone()
    {
        Target[] off = [.. Targets, Targets[0] with { Name = "off", Value = 9 }];
        HistoryMatching matching = Match(off, x => [.. Moments(x), Moments(x)[0]], setAside: 1);
        Assert.That(matching.Left.IsIn(Truth), Is.True);
    }

    [Test]
    public void A_limit_rules_out_one_side_alone()
    {
        Target[] limits = [new Target("limit", Moments(Truth)[2], 0.01, 0, 1, TargetLimit.AtMost)];
        HistoryMatching matching = Match(limits, x => [Moments(x)[2]]);
        Assert.That(matching.Left.IsIn([0.1, 0.1, 0.1, 0.25]), Is.True);
        Assert.That(matching.Left.IsIn([0.9, 0.9, 0.9, 0.25]), Is.False);
    }

    internal static double[] Moments(double[] x) =>
        [x[0] + (0.5 * x[1]), (x[1] * x[1]) - (0.6 * x[2]), x[2] + (x[0] * x[1]) + (0.3 * Math.Sin(3 * x[0]))];

    private static HistoryMatching Match(Target[] targets, Func<double[], double[]>? moments = null, int setAside = 0)
    {
        var space = new ParameterSpace([.. Enumerable.Range(0, 4).Select(k => new CalibratedNumber($"n{k}", 0, 1, 0.25))]);
        var settings = new CalibrationSettings { Waves = 3, Points = 40, Candidates = 8000, Seed = 11, SetAside = setAside };
        var matching = new HistoryMatching(settings, targets, space, new Evaluations((_, points) => Simulate(points, moments ?? Moments)));
        matching.Run();
        return matching;
    }

    /// <summary>Two replications, each off by its own small chance, which all points share, and a smaller one of the point.</summary>
    private static double[][][] Simulate(IReadOnlyList<double[]> points, Func<double[], double[]> moments) =>
        [.. points.Select((x, i) => Enumerable.Range(0, 2).Select(r =>
            moments(x).Select((m, t) => m == 7 ? m : m + (0.004 * (r - 0.5)) + (0.002 * Noise(x, r, t))).ToArray()).ToArray())];

    private static double Noise(double[] x, int replication, int target) =>
        new DrawKey(5, (ushort)replication, 0, (ushort)target, (uint)(1e9 * x[0])).Uniform(0) - 0.5;
}
