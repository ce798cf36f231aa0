using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>A one-off grant for a first installation (<c>aide à l'installation</c>), weighed by the physician as an annuity.</summary>
public sealed record InstallationGrant : Policy
{
    /// <summary>Amount, k€.</summary>
    [Key("amount-keur", "Amount paid once.", Required = true, Unit = "k€", Min = 0, Max = 1000)]
    public double AmountKeur { get; init; }

    /// <inheritdoc/>
    public override void AddIncome(in YearView year, ReadOnlySpan<bool> where, Chooser chooser, Span<double> income)
    {
        if (chooser == Chooser.Newcomer)
        {
            TerritoryIncome.Add(where, Annuity.OfGrant(AmountKeur), income);
        }
    }

    /// <inheritdoc/>
    public override Contract? Sign(int year, in Installation installation) => installation.IsFirst && AmountKeur > 0
        ? new Contract(installation.Physician, AlternativeTable.Territory(installation.Alternative), year, year, AmountKeur)
        : null;
}
