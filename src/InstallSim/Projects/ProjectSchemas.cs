using InstallSim.Calibration;
using InstallSim.Experiments.Sweeps;
using InstallSim.Influence;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Studies.Settings;
using InstallSim.Territories;

namespace InstallSim.Projects;

/// <summary>The JSON Schemas that a project holds for editors.</summary>
internal static class ProjectSchemas
{
    public const string Folder = "schemas", Scenario = "scenario.schema.json", Territories = "territories.schema.json",
        Study = "study.schema.json", Sweep = "sweep.schema.json",
        Calibration = "calibration.schema.json", Sensitivity = "sensitivity.schema.json";

    public static ProjectFile OfScenarios => new($"{Folder}/{Scenario}",
        JsonSchema.Write<Scenario>("InstallSim scenario", ScenarioReader.Catalogs, inherits: true));

    public static ProjectFile OfTerritories => new($"{Folder}/{Territories}",
        TerritoryReader.Schema());

    public static ProjectFile OfSweeps => new($"{Folder}/{Sweep}", JsonSchema.Write<SweepSettings>("InstallSim sweep"));

    public static ProjectFile OfCalibrations => new($"{Folder}/{Calibration}", CalibrationReader.Schema());

    public static ProjectFile OfSensitivity =>
        new($"{Folder}/{Sensitivity}", JsonSchema.Write<SensitivitySettings>("InstallSim sensitivity plan"));

    public static ProjectFile OfStudies => new($"{Folder}/{Study}", JsonSchema.Write<Study>("InstallSim study", inherits: true));
}
