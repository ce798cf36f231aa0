using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A yearly payment for some years to whoever settles in a territory concerned (<c>majoration de revenu</c>).</summary>
public sealed record IncomeSupplement : Policy
{
    /// <summary>Payment, k€/year.</summary>
    [Key("keur-per-year", "Payment to each physician who settles.", Required = true, Unit = "k€/year", Min = 0, Max = 500)]
    public double KeurPerYear { get; init; }

    /// <summary>Years that it lasts.</summary>
    [Key("years", "Years that each physician is paid, from the year of settling.", Unit = "years", Min = 1, Max = 50, Source = "COSCOM contracts last 3 years (evidence B4)")]
    public int Years { get; init; } = 3;

    /// <summary>Whether physicians who move in are paid too.</summary>
    [Key("movers", "Whether physicians who move in from another place are paid too, not only first installations.")]
    public bool Movers { get; init; } = true;

    /// <inheritdoc/>
    public override void AddIncome(in YearView year, ReadOnlySpan<bool> where, Chooser chooser, Span<double> income)
    {
        if (chooser == Chooser.Newcomer || Movers)
        {
            TerritoryIncome.Add(where, Annuity.OfSupplement(KeurPerYear, Years), income);
        }
    }

    /// <inheritdoc/>
    public override Contract? Sign(int year, in Installation installation) => (installation.IsFirst || Movers) && KeurPerYear > 0
        ? new Contract(installation.Physician, AlternativeTable.Territory(installation.Alternative), year, year + Years - 1, KeurPerYear)
        : null;
}
