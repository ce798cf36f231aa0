using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

internal sealed class WeightStepTests
{
    private static readonly Func<WeightStep[], AccessibilityMetric>[] MetricsWithSteps =
    [
        steps => new EnhancedTwoStepFloatingCatchment { Steps = steps },
        steps => new ThreeStepFloatingCatchment { Steps = steps },
        steps => new LocalPotentialAccessibility { Steps = steps },
    ];

    [Test]
    public void Limits_must_rise([ValueSource(nameof(MetricsWithSteps))] Func<WeightStep[], AccessibilityMetric> make) =>
        Assert.That(make([new(10, 1), new(10, 0.5), new(7.5, 0.1)]).Faults().Select(f => (f.Key, f.Message.English)), Is.EqualTo(new[]
        {
            ("steps", "minutes must rise from step to step; 10 follows 10"),
            ("steps", "minutes must rise from step to step; 7.5 follows 10"),
        }));

    [Test]
    public void There_must_be_a_step([ValueSource(nameof(MetricsWithSteps))] Func<WeightStep[], AccessibilityMetric> make) =>
        Assert.That(make([]).Faults().Select(f => (f.Key, f.Message.English)),
            Is.EqualTo(new[] { ("steps", "at least one step is needed") }));

    [Test]
    public void The_last_limit_is_the_catchment([ValueSource(nameof(MetricsWithSteps))] Func<WeightStep[], AccessibilityMetric> make) =>
        Assert.That(make([new(10, 1), new(25, 0.5)]).CatchmentMinutes, Is.EqualTo(25));
}
