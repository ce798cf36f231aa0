using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Scenarios;

/// <summary>A policy whose amount has a range.</summary>
internal sealed record RangedPolicy : Policy
{
    [Key("amount-keur", "Amount.", Unit = "k€", Min = 0, Max = 1000, Source = "ASSUMPTION of a test")]
    [French("Montant.")]
    public Quantity AmountKeur { get; init; } = new() { Value = 50, Low = 20, High = 90 };

    [Key("places", "Places.", Unit = "GPs")]
    public int Places { get; init; } = 5;

    public override void Act(in YearView year, bool[] where, List<Act> acts)
    {
    }
}
