using InstallSim.Experiments;
using InstallSim.Inputs;

namespace InstallSim.Calibration;

/// <summary>A calibration with all that was read for it.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Settings">What it says.</param>
/// <param name="Experiment">Its scenario, alone, and its data.</param>
/// <param name="Space">The numbers and their ranges.</param>
/// <param name="Targets">The targets.</param>
/// <param name="Moments">How each target is measured, in the same order.</param>
/// <param name="Document">The file as YAML.</param>
public sealed record LoadedCalibration(
    string Path, CalibrationSettings Settings, LoadedExperiment Experiment, ParameterSpace Space, IReadOnlyList<Target> Targets,
    IReadOnlyList<Moment> Moments, YamlDocument Document)
{
    /// <summary>What its results hang on, a line each: the program, what the file says, the scenario and its data.</summary>
    public required string Identity { get; init; }
}
