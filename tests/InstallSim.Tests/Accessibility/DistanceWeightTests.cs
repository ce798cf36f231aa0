using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

public sealed class DistanceWeightTests
{
    private static readonly WeightStep[] Rings = [new(10, 1), new(15, 0.3), new(20, 0.1)];

    [TestCase(0, 1), TestCase(10, 1), TestCase(10.0001, 0.3), TestCase(15, 0.3), TestCase(20, 0.1), TestCase(20.0001, 0)]
    public void A_ring_includes_its_limit(double minutes, double weight) =>
        Assert.That(DistanceWeight.Steps(minutes, Rings), Is.EqualTo(weight));

    [TestCase(0, 1), TestCase(30, 1), TestCase(30.0001, 0)]
    public void A_catchment_includes_its_limit(double minutes, double weight) =>
        Assert.That(DistanceWeight.Binary(minutes, 30), Is.EqualTo(weight));

    [TestCase(0, 1), TestCase(10, 0.60653065971263342), TestCase(20, 0.36787944117144233)]
    public void Exponential_decay_starts_at_one(double minutes, double weight) =>
        Assert.That(DistanceWeight.Exponential(minutes, 0.05), Is.EqualTo(weight).Within(1e-15));

    [TestCase(0, 1), TestCase(1, 1), TestCase(2, 0.25), TestCase(10, 0.01)]
    public void Gravity_is_finite_at_no_time(double minutes, double weight) =>
        Assert.That(DistanceWeight.Power(minutes, 2), Is.EqualTo(weight).Within(1e-15));
}
