using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

/// <summary>A year of the made-up region with numbers set by hand, to ask a policy or variable alone.</summary>
internal sealed class HandYear
{
    public TerritoryTable Territories { get; } = TestRegion.Territories();

    public PhysicianTable Physicians { get; } = new();

    public double[] Accessibility { get; } = Filled(36, 3);

    public double[] Supply { get; } = Filled(36, 10);

    public double[] Vacancies { get; } = Filled(36, 1.0 / 36);

    public double[] Income { get; } = Filled(36, 92);

    public double[] ExtraHours { get; } = new double[36];

    public double[] ExtraIncome { get; } = new double[36];

    public Zone[] Zoning { get; } = new Zone[36];

    public int[] Stock { get; } = new int[144];

    public int[] Places { get; } = new int[144];

    public YearView View => new()
    {
        Year = 2030,
        Territories = Territories,
        Physicians = Physicians,
        TravelTimes = null!,
        Stock = Stock,
        Places = Places,
        Supply = Supply,
        Vacancies = Vacancies,
        Accessibility = Accessibility,
        Zoning = Zoning,
        Income = Income,
        ExtraHours = ExtraHours,
        ExtraIncome = ExtraIncome,
    };

    /// <summary>Marks of all territories, or of some.</summary>
    public static bool[] Where(params int[] territories) =>
        [.. Enumerable.Range(0, 36).Select(i => territories.Length == 0 || territories.Contains(i))];

    private static double[] Filled(int count, double value) => [.. Enumerable.Repeat(value, count)];
}
