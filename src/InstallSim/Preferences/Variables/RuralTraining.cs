using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>A rural territory, for a physician trained in rural practices.</summary>
internal sealed class RuralTraining : RuralVariable
{
    public override string Name => "rural-training";

    public override string Definition => "A rural territory, for a physician trained in rural practices.";

    public override string French => "Territoire rural, pour un médecin formé dans des cabinets ruraux.";

    protected override bool HasTrait(TerritoryTable territories, PhysicianTable physicians, int physician) =>
        physicians.RuralTraining[physician];
}
