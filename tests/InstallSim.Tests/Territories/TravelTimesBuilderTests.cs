using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

public class TravelTimesBuilderTests
{
    private static readonly TravelTimeSettings Settings = new() { OwnMinutes = 4 };

    [Test]
    public void The_sweep_finds_the_pairs_that_comparing_all_finds(
        [Values(1, 5, 20, 45, 600)] double catchment, [Values(1, 2, 40, 300)] int count)
    {
        TerritoryTable table = Tables.Strewn(seed: 7, count);
        TravelTimes found = TravelTimesBuilder.Build(table, Settings, catchment);
        for (int i = 0; i < count; i++)
        {
            var expected = new List<(int, double)>();
            for (int j = 0; j < count; j++)
            {
                double minutes = i == j ? Math.Min(4, catchment) : Minutes(table, i, j);
                if (minutes <= catchment)
                {
                    expected.Add((j, minutes));
                }
            }

            var row = Enumerable.Range(found.RowStart[i], found.RowStart[i + 1] - found.RowStart[i])
                .Select(k => (found.To[k], found.Minutes[k]));
            Assert.That(row, Is.EqualTo(expected), $"row {i}");
        }
    }

    [Test]
    public void The_speed_between_two_kinds_of_territory_is_the_mean_of_theirs()
    {
        TerritoryTable table = Tables.At((47, 2, AreaType.Urban), (47.1, 2, AreaType.Rural));
        double kilometres = Geography.Kilometres(table, 0, 1);
        TravelTimes times = TravelTimesBuilder.Build(table, new TravelTimeSettings(), catchment: 60);
        Assert.That(times.Minutes[1], Is.EqualTo(60 * 1.3 * kilometres / 45).Within(1e-12));
        Assert.That(times.Minutes[2], Is.EqualTo(times.Minutes[1]), "both ways");
    }

    [Test]
    public void A_territory_reaches_itself_even_where_the_catchment_is_shorter()
    {
        TravelTimes times =
            TravelTimesBuilder.Build(Tables.Strewn(seed: 1, count: 3), new TravelTimeSettings { OwnMinutes = 30 }, catchment: 20);
        Assert.That(times.Minutes, Is.EqualTo(new[] { 20.0, 20, 20 }));
    }

    [Test]
    public void No_territory_gives_no_row() =>
        Assert.That(TravelTimesBuilder.Build(Tables.At(), Settings, catchment: 20).Count, Is.Zero);

    [Test]
    public void How_many_pairs_there_will_be_is_told_from_a_sample_and_too_many_are_refused_before_any_is_held()
    {
        TerritoryTable table = Tables.Strewn(seed: 5, count: 12_000);
        table = table with { Area = new AreaType[table.Count] };
        int held = TravelTimesBuilder.Build(table, Settings, catchment: 20).To.Length;
        Assert.That(TravelTimesBuilder.Pairs(table, Settings, catchment: 20), Is.EqualTo(held).Within(10).Percent);
        var errors = new InputErrors();
        var source = new TerritorySource(table, Settings, null, null, [new SourceFile("/made/territories.yaml", "")]);
        Assert.That((source.TravelTimes(20, errors)!.To.Length, errors.All.Count), Is.EqualTo((held, 0)));
        Assert.That(source.TravelTimes(6000, errors), Is.Null);
        Assert.That(errors.All[0].ToString(), Does.StartWith(
            "/made/territories.yaml: error: 12,000 territories make about 144,000,000 pairs within 6000 minutes, more than the "));
    }

    [Test]
    public void As_many_territories_as_France_has_communes_can_be_built()
    {
        TerritoryTable table = Tables.Strewn(seed: 5, count: 34_746);
        TravelTimes times = TravelTimesBuilder.Build(table, Settings, catchment: 20);
        Assert.That(times.To, Has.Length.GreaterThan(34_746 * 5));
    }

    private static double Minutes(TerritoryTable table, int i, int j) =>
        60 * Settings.Detour * Geography.Kilometres(table, i,
            j) / ((Settings.Speed.Of(table.Area[i]) + Settings.Speed.Of(table.Area[j])) / 2);
}
