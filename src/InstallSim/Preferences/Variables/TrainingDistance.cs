using InstallSim.World;

namespace InstallSim.Preferences.Variables;

/// <summary>Distance d from the university hospital of training, as the crow flies: ln(1 + d / 20 km).</summary>
internal sealed class TrainingDistance : IDistanceVariable
{
    public string Name => "training-distance";

    public string Definition => "Distance d from the university hospital of training, as the crow flies: ln(1 + d / 20 km).";

    public string French => "Distance d au CHU de formation, à vol d’oiseau\u00a0: ln(1 + d / 20 km).";

    public string Unit => "ln(1 + d / 20 km)";

    public CoefficientUnit CoefficientUnit => CoefficientUnit.Utils;

    public int Anchor(PhysicianTable physicians, int physician) => physicians.TrainingTerritory[physician];
}
