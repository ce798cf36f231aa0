using InstallSim.Scenarios;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

public sealed class PhysicianEdgesTests
{
    private static readonly (string Name, Func<PhysicianSettings, PhysicianSettings> Change)[] All =
    [
        ("nobody born here", s => s with { BornHereShare = 0, StockBornHereShare = 0 }),
        ("nobody trained here", s => s with { TrainedHereShareBornHere = 0, TrainedHereShareBornOutside = 0 }),
        ("born outside, trained here", s => s with { BornHereShare = 0, TrainedHereShareBornOutside = 1 }),
        ("gone at 60", s => s with { LastAge = 60 }),
        ("nobody retires before 100", s => s with { LastAge = 100, Retirement = [] }),
        ("all retire at 60", s => s with { Retirement = [new AgeHazard { FromAge = 60, Probability = 1 }] }),
        ("all leave", s => s with { LeavingProbability = 1 }),
        ("nobody leaves", s => s with { LeavingProbability = 0 }),
        ("no graduates", s => s with { Graduates = [new YearCount { From = 2000 }] }),
        ("no graduates in every second year", s => s with
        {
            Graduates = [.. Enumerable.Range(2015, 20).Select(year => new YearCount { From = year, Count = year % 2 == 0 ? 0 : 40 })],
        }),
        ("no warm-up", s => s with { WarmUpYears = 0 }),
        ("all young", s => s with { StockUnder40Share = 1 }),
        ("nobody young", s => s with { StockUnder40Share = 0 }),
        ("half in couples", s => s with { Couples = new CoupleSettings { Share = 0.5 } }),
        ("all in couples of one territory", s => s with { Couples = new CoupleSettings { Share = 1, Minutes = 0 } }),
        ("training without distance", s => s with { TrainingDistanceDecay = 0 }),
        ("training at the nearest", s => s with { TrainingDistanceDecay = 10 }),
    ];

    private static IEnumerable<string> Names => All.Select(edge => edge.Name);

    [TestCaseSource(nameof(Names))]
    public void At_every_edge_physicians_are_neither_lost_nor_made_out_of_nothing(string name)
    {
        RunRecord run = TestRegion.Run(Edge(name));
        for (int year = 1; year < 8; year++)
        {
            double before = TestRegion.Value(run, year - 1, "stock"), after = TestRegion.Value(run, year, "stock");
            double entered = TestRegion.Value(run, year, "installations"), left = TestRegion.Value(run, year, "departures");
            Assert.That(after, Is.EqualTo(before + entered - left));
        }

        Assert.That(run.Values.Where(double.IsInfinity), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void At_every_edge_the_result_is_the_same_twice_and_on_two_threads(string name)
    {
        RunRecord one = TestRegion.Run(Edge(name)), two = TestRegion.Run(Edge(name), threads: 2);
        Assert.That(two.History, Is.EqualTo(one.History));
        Assert.That(two.Values, Is.EqualTo(one.Values));
    }

    private static Scenario Edge(string name)
    {
        Scenario scenario = TestRegion.Scenario();
        return scenario with { Physicians = All.Single(edge => edge.Name == name).Change(scenario.Physicians) };
    }
}
