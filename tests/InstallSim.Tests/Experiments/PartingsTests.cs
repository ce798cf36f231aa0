using InstallSim.Experiments;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Experiments;

public sealed class PartingsTests
{
    private static readonly Parting[] Some =
    [
        new(0, NoPlace.Locum, 12, 2027, -1), new(7, int.MaxValue, int.MinValue, short.MinValue, short.MaxValue),
        new(uint.MaxValue, 40_000, NoPlace.Left, short.MaxValue, 3), new(3, 1, 1, 0, 0),
    ];

    [Test]
    public void All_stay_what_they_are_in_their_order([Range(0, 4)] int count)
    {
        var partings = new Partings(Some[..count]);
        Assert.That(partings.Count, Is.EqualTo(count));
        Assert.That(partings.All(), Is.EqualTo(Some[..count]));
        using var kept = new MemoryStream();
        using var writer = new BinaryWriter(kept);
        partings.Write(writer);
        kept.Position = 0;
        using var reader = new BinaryReader(kept);
        Assert.That(new Partings(reader).All(), Is.EqualTo(Some[..count]));
        Assert.That(kept.Position, Is.EqualTo(kept.Length));
    }
}
