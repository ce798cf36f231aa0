using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a physician born in one.</summary>
internal sealed class RuralOrigin : RuralVariable
{
    public override string Name => "rural-origin";

    public override string Definition => "A rural territory, for a physician born in one.";

    public override string French => "Territoire rural, pour un médecin né en territoire rural.";

    protected override bool HasTrait(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.BirthTerritory[physician] is >= 0 and int birth && territories.Area[birth] == AreaType.Rural;
}
