using InstallSim.Accessibility;
using InstallSim.Choice.Draws;
using InstallSim.Tests.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Accessibility;

/// <summary>Territories, times and physicians made by hand, with only what a metric looks at.</summary>
internal sealed class SmallWorld
{
    private readonly int[] _stock;
    private readonly double[] _supply;

    /// <summary>Makes territories with these populations, all reached by themselves only, in no time.</summary>
    public SmallWorld(params double[] population)
    {
        int count = population.Length;
        _stock = new int[4 * count];
        _supply = new double[count];
        Times = new TravelTimes([.. Enumerable.Range(0, count + 1)], [.. Enumerable.Range(0, count)], new double[count]);
        Territories = Tables.Of(population);
    }

    public TerritoryTable Territories { get; set; }

    public TravelTimes Times { get; set; }

    public PhysicianTable Physicians { get; } = new();

    public int Year { get; set; } = 2025;

    /// <summary>Compressed rows from a full table of minutes, where NaN means out of reach.</summary>
    public static TravelTimes Between(double[][] minutes)
    {
        var (start, to, kept) = (new List<int> { 0 }, new List<int>(), new List<double>());
        foreach (double[] row in minutes)
        {
            for (int j = 0; j < row.Length; j++)
            {
                if (!double.IsNaN(row[j]))
                {
                    to.Add(j);
                    kept.Add(row[j]);
                }
            }

            start.Add(to.Count);
        }

        return new TravelTimes([.. start], [.. to], [.. kept]);
    }

    /// <summary>Own time 0, a tenth of the pairs within an hour, a third of the territories without a physician.</summary>
    public static SmallWorld Random(uint seed, int count)
    {
        double Draw(ushort purpose, int row, int index) => new DrawKey(seed, 0, purpose, 0, (uint)row).Uniform(index);
        double Minutes(int i, int j) => i == j ? 0 : Draw(1, i, 2 * j) < 0.1 ? 60 * Draw(1, i, (2 * j) + 1) : double.NaN;
        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];
        double[] population = Column(i => 100 + (50_000 * Draw(2, i, 0)));
        var world = new SmallWorld(population)
        {
            Territories = Tables.Of(population, shareUnder25: Column(i => 0.5 * Draw(4, i, 0)),
                share65Plus: Column(i => 0.5 * Draw(4, i, 1))),
            Times = Between([.. Enumerable.Range(0, count).Select(i => Column(j => Minutes(i, j)))]),
        };
        for (int i = 0; i < count; i++)
        {
            world.Supply(i, Math.Max(0, (30 * Draw(3, i, 0)) - 10));
        }

        return world;
    }

    /// <summary>Installs a physician.</summary>
    public void Install(int territory, double fte = 1, int age = 45, PracticeForm form = PracticeForm.Solo)
    {
        int n = Physicians.Add();
        Physicians.Stage[n] = Stage.Installed;
        Physicians.Territory[n] = territory;
        Physicians.Fte[n] = fte;
        Physicians.BirthYear[n] = (short)(Year - age);
        _stock[(4 * territory) + (int)form]++;
        _supply[territory] += fte;
    }

    /// <summary>Sets the working time of a territory at once, without naming its physicians.</summary>
    public void Supply(int territory, double fte) => _supply[territory] = fte;

    /// <summary>The metric's values in this world.</summary>
    public double[] Measure(AccessibilityMetric metric)
    {
        double[] accessibility = new double[Territories.Count];
        metric.Compute(View(), accessibility);
        return accessibility;
    }

    public YearView View() => new()
    {
        Year = Year,
        Territories = Territories,
        Physicians = Physicians,
        TravelTimes = Times,
        Stock = _stock,
        Places = [],
        Supply = _supply,
        Vacancies = [],
        Accessibility = [],
        Zoning = [],
        Income = [],
        ExtraHours = [],
        ExtraIncome = [],
    };
}
