using InstallSim.Experiments;

namespace InstallSim.Tests.Experiments;

public sealed class TerritoryColumnTests
{
    [TestCase(new float[0])]
    [TestCase(new[] { 0f, 1, 255, 256, 65_535 }, TestName = "Counts stay what they are")]
    [TestCase(new[] { 0f, 65_536 }, TestName = "A count beyond two bytes stays what it is")]
    [TestCase(new[] { 3f, -1 }, TestName = "A number below 0 stays what it is")]
    [TestCase(new[] { 3f, 2.5f, float.NaN, float.PositiveInfinity, 1e-30f }, TestName = "Numbers of any kind stay what they are")]
    [TestCase(new[] { 3f, -0f }, TestName = "0 below nothing stays what it is")]
    public void Numbers_stay_what_they_are(float[] values)
    {
        var column = new TerritoryColumn(values);
        Assert.That(column.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(values.Select(BitConverter.SingleToInt32Bits)));
        Assert.That(Enumerable.Range(0, column.Count).Select(k => column[k]), Is.EqualTo(values));
    }
}
