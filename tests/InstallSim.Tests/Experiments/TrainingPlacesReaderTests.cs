using InstallSim.Experiments;
using InstallSim.Simulation.State;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

/// <summary>Where graduates are trained: results do not depend on the order of the rows of the table.</summary>
public sealed class TrainingPlacesReaderTests
{
    [Test]
    public void The_order_of_the_rows_plays_no_part()
    {
        using var region = new MadeUpRegion();
        string[] rows = ["T00,North,3", "T05,East,2", "T07,South,1"];
        TrainingPlaces asWritten = Read(region, rows), reversed = Read(region, [.. rows.Reverse()]);
        Assert.That(reversed.Territory, Is.EqualTo(asWritten.Territory));
        Assert.That(reversed.Weight, Is.EqualTo(asWritten.Weight).And.EqualTo(new[] { 3.0, 2, 1 }));
    }

    private static TrainingPlaces Read(MadeUpRegion region, string[] rows)
    {
        region.Write("places.csv", string.Join('\n', ["territory,name,weight", .. rows]) + "\n");
        return ExperimentReader.Read([region.PathOf("baseline.yaml")], null, [], 1).Experiment.Scenarios[0].TrainingPlaces;
    }
}
