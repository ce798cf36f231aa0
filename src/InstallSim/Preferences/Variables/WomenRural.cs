using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a woman.</summary>
internal sealed class WomenRural : RuralVariable
{
    public override string Name => "women-rural";

    public override string Definition => "A rural territory, for a woman.";

    public override string French => "Territoire rural, pour une femme.";

    protected override bool HasTrait(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.IsWoman[physician];
}
