using System.Globalization;
using InstallSim.Experiments.Points;

namespace InstallSim.Experiments.Discovery;

/// <summary>An outcome of a sweep as a column of its table.</summary>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="Year">The year.</param>
/// <param name="Of">The difference from the baseline, or the level.</param>
public sealed record OutcomeColumn(string Indicator, int Year, OutcomeOf Of)
{
    /// <summary>Name of the column, such as <c>stock_2045_difference</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture,
        $"{Indicator}_{Year}_{(Of == OutcomeOf.Difference ? "difference" : "level")}");
}

/// <summary>A scenario at a point.</summary>
/// <param name="Point">The point, from 0.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Numbers">Values of the numbers, shape [K].</param>
/// <param name="Outcomes">What came out, shape [Y][replications]; NaN where the scenario has no such outcome.</param>
public sealed record PointRow(int Point, string Scenario, double[] Numbers, double[][] Outcomes)
{
    /// <summary>Mean of an outcome over the replications that have it; NaN where none has.</summary>
    public double Mean(int outcome)
    {
        double[] known = [.. Outcomes[outcome].Where(double.IsFinite)];
        return known.Length == 0 ? double.NaN : known.Sum() / known.Length;
    }
}

/// <summary>What a sweep found, by point and scenario.</summary>
/// <param name="Numbers">The numbers, shape [K].</param>
/// <param name="Outcomes">What was looked at, shape [Y].</param>
/// <param name="Rows">A row a point and scenario.</param>
public sealed record PointTable(IReadOnlyList<PlanNumber> Numbers, IReadOnlyList<OutcomeColumn> Outcomes, IReadOnlyList<PointRow> Rows)
{
    /// <summary>What numbers and scenarios are called; empty in sweeps of older versions.</summary>
    public IReadOnlyList<Caption> Captions { get; init; } = [];

    /// <summary>Name of the scenario from which differences are taken.</summary>
    public string Baseline { get; init; } = "baseline";
}
