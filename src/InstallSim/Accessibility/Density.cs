using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// General practitioners of the territory for 100,000 inhabitants of the territory, headcount. Blind to neighbours and to working time,
/// and 0 where nobody lives; kept because it is the number that people know.
/// </summary>
[Called("Density", "Densité")]
internal sealed record Density : AccessibilityMetric
{
    public override string Unit => "GPs/100,000 inhabitants";

    public override double CatchmentMinutes => 0;

    public override PreparedMetric Prepare(TerritoryTable territories, TravelTimes times)
    {
        ArgumentNullException.ThrowIfNull(territories);
        int[] own = [.. Enumerable.Range(0, territories.Count)];
        int[] rowStart = [.. own, own.Length];
        double[] weight = [.. own.Select(_ => 1.0)];
        return new PreparedCatchment(this, rowStart, own, weight, [.. territories.Population.Select(p => p / 100_000)]);
    }

    protected internal override double Offer(double physicians, double fte) => physicians;

    protected internal override void Offer(in YearView year, Span<double> supply)
    {
        int forms = year.Stock.Length / supply.Length;
        for (int i = 0; i < supply.Length; i++)
        {
            int headcount = 0;
            foreach (int stock in year.Stock.Slice(i * forms, forms))
            {
                headcount += stock;
            }

            supply[i] = headcount;
        }
    }
}
