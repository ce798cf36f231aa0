using InstallSim.Indicators;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Indicators;

public sealed class IndicatorCatalogTests
{
    private static readonly Indicator[] All = [.. IndicatorCatalog.Recorded, .. IndicatorCatalog.Compared];

    [Test]
    public void Names_are_unique_and_kebab_case()
    {
        Assert.That(All.Select(i => i.Name), Is.Unique);
        Assert.That(All.Select(i => i.Name), Is.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
    }

    [Test]
    public void Every_indicator_has_a_unit_and_a_label_in_both_languages()
    {
        Assert.That(All.Select(i => i.Unit), Is.All.Not.Empty);
        Assert.That(All.Select(i => i.English), Is.Unique.And.All.Not.Empty);
        Assert.That(All.Select(i => i.French), Is.Unique.And.All.Not.Empty);
    }

    [Test]
    public void Every_recorded_indicator_is_measured_and_no_compared_one()
    {
        Assert.That(IndicatorCatalog.Recorded.Select(i => i.Measure), Is.All.Not.Null);
        Assert.That(IndicatorCatalog.Compared.Select(i => i.Measure), Is.All.Null);
    }

    [Test]
    public void An_indicator_is_found_by_its_name()
    {
        foreach (Indicator indicator in All)
        {
            Assert.That(IndicatorCatalog.Find(indicator.Name), Is.SameAs(indicator));
        }

        Assert.That(IndicatorCatalog.Find("stok"), Is.Null);
    }

    [Test]
    public void Values_fit_their_units()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario());
        for (int year = 0; year < 8; year++)
        {
            foreach (Indicator indicator in IndicatorCatalog.Recorded)
            {
                double value = TestRegion.Value(run, year, indicator.Name);
                bool isCount = indicator.Unit.StartsWith("GPs", StringComparison.Ordinal) || indicator.Unit is "places" or "MSP";
                Assert.That(value, Is.NaN.Or.GreaterThanOrEqualTo(0), indicator.Name);
                Assert.That(!isCount || value == Math.Round(value), Is.True, $"{indicator.Name} is {value}");
                Assert.That(indicator.Unit != IndicatorCatalog.Share || double.IsNaN(value) || value <= 1, Is.True,
                    $"{indicator.Name} is {value}");
            }
        }
    }
}
