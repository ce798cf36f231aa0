namespace InstallSim.Projects;

/// <summary>
/// A region that ships, as a folder that needs no other: scenarios, territories, and under <c>model</c> what all regions share.
/// </summary>
internal static class RegionProject
{
    /// <summary>Where <c>scenarios/defaults.yaml</c> stands in a project; a folder is compared whole, and this is no scenario.</summary>
    public const string Defaults = "model/defaults.yaml";

    private const string TerritoriesYaml = "territories.yaml";

    /// <summary>The files of a region.</summary>
    /// <param name="region">Folder of <c>scenarios/</c>.</param>
    public static IReadOnlyList<ProjectFile> Files(string region) =>
    [
        .. ShippedFiles.Of(region).Select(path => File(region, path[(region.Length + 1)..])),
        .. ShippedFiles.Of("physicians").Select(path => new ProjectFile(path, ShippedFiles.Text(path))),
        .. Plans,
        .. Calibrations(region),
        SharedDefaults,
        ProjectSchemas.OfScenarios,
        ProjectSchemas.OfTerritories,
        ProjectSchemas.OfSweeps,
        ProjectSchemas.OfSensitivity,
    ];

    /// <summary>Plans of many runs, of the region's own scenarios.</summary>
    private static IEnumerable<ProjectFile> Plans => ShippedFiles.Of("plans").Select(path =>
        new ProjectFile(path, ShippedFiles.Text(path).Replace("../centre-val-de-loire/", "../", StringComparison.Ordinal))
            .WithSchema(path.EndsWith("sweep.yaml", StringComparison.Ordinal) ? ProjectSchemas.Sweep : ProjectSchemas.Sensitivity));

    /// <summary>The calibration of a region, in a folder of its own, for a folder of scenarios is compared whole; and its schema.</summary>
    private static IEnumerable<ProjectFile> Calibrations(string region) => ShippedFiles.Of("calibrations")
        .Where(path => path == $"calibrations/{region}.yaml")
        .SelectMany(path => new[]
        {
            new ProjectFile(path, ShippedFiles.Text(path).Replace($"scenario: ../{region}/", "scenario: ../", StringComparison.Ordinal))
                .WithSchema(ProjectSchemas.Calibration),
            ProjectSchemas.OfCalibrations,
        });

    /// <summary>What all regions share.</summary>
    public static ProjectFile SharedDefaults => new(Defaults, ShippedFiles.Text("defaults.yaml"));

    /// <summary>One file of a region, at the top of a project.</summary>
    public static ProjectFile File(string region, string name)
    {
        string text = ShippedFiles.Text($"{region}/{name}")
            .Replace("extends: ../defaults.yaml", $"extends: {Defaults}", StringComparison.Ordinal);
        var file = new ProjectFile(name, text);
        return name == TerritoriesYaml ? file.WithSchema(ProjectSchemas.Territories)
            : name.EndsWith(".yaml", StringComparison.Ordinal) ? file.WithSchema(ProjectSchemas.Scenario)
            : file;
    }
}
