using InstallSim.Accessibility;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Accessibility;

public sealed class TheilPartsTests
{
    [Test]
    public void Parts_by_hand()
    {
        // Groups {1, 3} of 1 and 1 people (mean 2) and {4} of 2 (mean 4): mean of all 3, total 12.
        TheilParts parts = TheilParts.Of([1, 3, 4], [1, 1, 2], [0, 0, 1], 2);
        double between = ((4.0 / 12) * Math.Log(2.0 / 3)) + ((8.0 / 12) * Math.Log(4.0 / 3));
        double within = (4.0 / 12) * ((0.25 * Math.Log(0.5)) + (0.75 * Math.Log(1.5)));
        Assert.That(parts.Between, Is.EqualTo(between).Within(1e-15));
        Assert.That(parts.Within, Is.EqualTo(within).Within(1e-15));
    }

    [Test]
    public void Parts_add_up_to_the_whole([Values(1u, 2u, 3u)] uint seed)
    {
        double Draw(int row, int index) => new DrawKey(seed, 0, 1, 0, (uint)row).Uniform(index);
        double[] values = [.. Enumerable.Range(0, 60).Select(k => Math.Max(0, 6 * Draw(k, 0) - 1))];
        double[] people = [.. Enumerable.Range(0, 60).Select(k => Math.Floor(100 * Draw(k, 1)))];
        int[] group = [.. Enumerable.Range(0, 60).Select(k => (int)(5 * Draw(k, 2)))];
        TheilParts parts = TheilParts.Of(values, people, group, 6);
        Assert.That(parts.Between + parts.Within, Is.EqualTo(Inequality.Theil(values, people)).Within(1e-14));
        Assert.That(parts.Between, Is.Positive);
        Assert.That(parts.Within, Is.Positive);
    }

    [Test]
    public void One_group_has_nothing_between_and_a_group_each_nothing_within() => Assert.Multiple(() =>
    {
        Assert.That(TheilParts.Of([1, 3, 5], [1, 2, 3], [0, 0, 0], 1).Between, Is.Zero.Within(1e-15));
        Assert.That(TheilParts.Of([1, 3, 5], [1, 2, 3], [2, 0, 1], 3).Within, Is.Zero);
    });

    [Test]
    public void Nothing_at_all_is_equal_and_nobody_is_unknown() => Assert.Multiple(() =>
    {
        Assert.That(TheilParts.Of([0, 0], [1, 2], [0, 1], 2), Is.EqualTo(new TheilParts(0, 0)));
        Assert.That(TheilParts.Of([1, 2], [0, 0], [0, 1], 2).Between, Is.NaN);
    });

    [Test]
    public void Groups_are_numbered_as_they_appear()
    {
        var group = new int[4];
        Assert.That(TheilParts.Number(["41", "18", "41", "28"], group), Is.EqualTo(3));
        Assert.That(group, Is.EqualTo(new[] { 0, 1, 0, 2 }));
    }

    [Test]
    public void Groups_of_another_length_are_refused() =>
        Assert.That(() => TheilParts.Of([1, 2], [1, 1], [0], 1), Throws.ArgumentException.With.Message.Contains("1 groups for 2"));
}
