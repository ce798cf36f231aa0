using System.Globalization;
using InstallSim.Accessibility;
using InstallSim.World;

namespace InstallSim.Tests.Accessibility;

/// <summary>The metrics on the 1,247 real territories of the metropole, beside what DREES publishes for their communes.</summary>
public sealed class FranceAccessibilityTests
{
    [Test]
    public void Apl_between_territories_resembles_the_published_one_between_communes()
    {
        var rows = SharedTable.Read("territories", "france_epci.csv");
        double[] Column(string name, double scale = 1) => [.. rows.Select(row => double.Parse(row[name], CultureInfo.InvariantCulture) * scale)];
        double[] population = Column("population_2023"), published = Column("apl_2023");
        var world = new SmallWorld(population)
        {
            Territories = SmallWorld.Table(population, Column("share_under25_2020", 0.01), Column("share_65plus_2020", 0.01)),
            Times = GreatCircle(Column("lat"), Column("lon"), minutesPerKilometre: 1.3 * 60 / 50, cut: 20),
        };
        double[] physicians = Column("gp_2024");
        for (int i = 0; i < physicians.Length; i++)
        {
            world.Supply(i, physicians[i]);
        }

        double[] apl = world.Measure(new LocalPotentialAccessibility());
        double r = Correlation(apl, published, population);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs {world.Times.To.Length}, r {r:0.000}"));
        Describe("APL here", apl, population);
        Describe("apl_2023", published, population);
        Assert.That(r, Is.GreaterThan(0.5));
    }

    private static void Describe(string name, double[] values, double[] population) =>
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: mean {Inequality.Mean(values, population):0.00}, under 2.5 {Inequality.ShareBelow(values, population, 2.5):0.000}, Gini {Inequality.Gini(values, population):0.000}, tenths {Inequality.TopToBottom(values, population):0.00}, Theil {Inequality.Theil(values, population):0.000}"));

    private static double Correlation(double[] x, double[] y, double[] weight)
    {
        double mx = Inequality.Mean(x, weight), my = Inequality.Mean(y, weight), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    private static TravelTimes GreatCircle(double[] latitude, double[] longitude, double minutesPerKilometre, double cut)
    {
        double Minutes(int i, int j)
        {
            double dLat = Math.Sin(double.DegreesToRadians(latitude[j] - latitude[i]) / 2), dLon = Math.Sin(double.DegreesToRadians(longitude[j] - longitude[i]) / 2);
            double h = (dLat * dLat) + (Math.Cos(double.DegreesToRadians(latitude[i])) * Math.Cos(double.DegreesToRadians(latitude[j])) * dLon * dLon);
            double minutes = 2 * 6371 * Math.Asin(Math.Sqrt(h)) * minutesPerKilometre;
            return minutes <= cut ? minutes : double.NaN;
        }

        return SmallWorld.Between([.. latitude.Select((_, i) => longitude.Select((_, j) => Minutes(i, j)).ToArray())]);
    }
}
