using System.Globalization;
using InstallSim.Accessibility;
using InstallSim.Territories;
using InstallSim.Tests.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Accessibility;

/// <summary>APL on the 1,247 real territories of the metropole, beside what DREES publishes for their communes.</summary>
public sealed class FranceAccessibilityTests
{
    [TestCase(50, 50, 50), TestCase(30, 45, 60)]
    public void Apl_between_territories_resembles_the_published_one_between_communes(double urban, double periurban, double rural)
    {
        var settings = new TravelTimeSettings { Speed = new SpeedSettings { Urban = urban, Periurban = periurban, Rural = rural } };
        var rows = SharedTable.Read("territories", "france_epci.csv");
        double[] Column(string name, double scale = 1) =>
            [.. rows.Select(row => double.Parse(row[name], CultureInfo.InvariantCulture) * scale)];
        AreaType[] area = [.. rows.Select(row => Enum.Parse<AreaType>(row["area_type"], ignoreCase: true))];
        double[] population = Column("population_2023"), published = Column("apl_2023"), physicians = Column("gp_2024");
        var table = Tables.Of(population, Column("lat"), Column("lon"), area, Column("share_under25_2020", 0.01),
            Column("share_65plus_2020", 0.01));
        var metric = new LocalPotentialAccessibility();
        var world = new SmallWorld(population)
        {
            Territories = table,
            Times = TravelTimesBuilder.Build(table, settings, metric.CatchmentMinutes),
        };
        for (int i = 0; i < physicians.Length; i++)
        {
            world.Supply(i, physicians[i]);
        }

        double[] apl = world.Measure(metric);
        double weighted = Correlation(apl, published, population), plain = Correlation(apl, published, [.. population.Select(_ => 1.0)]);
        Say($"pairs {world.Times.To.Length}, r by population {weighted:0.000}, by territory {plain:0.000}");
        Describe("here", apl, population);
        Describe("apl_2023", published, population);
        Assert.That(weighted, Is.GreaterThan(0.5));
    }

    private static void Describe(string name, double[] x, double[] people)
    {
        (double mean, double gini) = (Inequality.Mean(x, people), Inequality.Gini(x, people));
        (double ratio, double theil) = (Inequality.TopToBottom(x, people), Inequality.Theil(x, people));
        Say($"{name}: mean {mean:0.00}, under 2.5 {Inequality.ShareBelow(x, people, 2.5):0.000}, Gini {gini:0.000}");
        Say($"{name}: top to bottom tenth {ratio:0.00}, Theil {theil:0.000}");
    }

    private static void Say(FormattableString text) => TestContext.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static double Correlation(double[] x, double[] y, double[] weight)
    {
        double mx = Inequality.Mean(x, weight), my = Inequality.Mean(y, weight), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += weight[i] * (x[i] - mx) * (y[i] - my);
            xx += weight[i] * (x[i] - mx) * (x[i] - mx);
            yy += weight[i] * (y[i] - my) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
