using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Somebody who looks for a first place, as far as it is said.</summary>
/// <param name="Age">Age, years.</param>
/// <param name="IsWoman">Whether a woman.</param>
/// <param name="BirthTerritory">Territory of birth, −1 outside the study.</param>
/// <param name="TrainingTerritory">Territory of training, −1 outside the study.</param>
/// <param name="RuralTraining">Whether trained in rural practices.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Children">Whether there are children at home.</param>
/// <param name="PreferenceClass">Class of preferences; null where it is not said, and drawn by the shares of the classes.</param>
public sealed record Person(
    int Age, bool IsWoman, int BirthTerritory, int TrainingTerritory, bool RuralTraining, Partner Partner, bool Children,
    int? PreferenceClass);
