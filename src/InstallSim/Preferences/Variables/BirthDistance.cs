using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Distance d from the territory of birth, as the crow flies: ln(1 + d / 20 km).</summary>
internal sealed class BirthDistance : IDistanceVariable
{
    public string Name => "birth-distance";

    public string Definition => "Distance d from the territory of birth, as the crow flies: ln(1 + d / 20 km).";

    public string French => "Distance d au territoire de naissance, à vol d’oiseau\u00a0: ln(1 + d / 20 km).";

    public string Unit => "ln(1 + d / 20 km)";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public int Anchor(PhysicianTable physicians, int physician) => physicians.BirthTerritory[physician];
}
