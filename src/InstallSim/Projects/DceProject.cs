using InstallSim.Outputs;

namespace InstallSim.Projects;

/// <summary>
/// The choice experiment of physicians that ships, the region that its estimates are saved for, and a folder of scenarios that take them.
/// </summary>
internal static class DceProject
{
    public const string Study = "physician-dce.yaml", Preferences = "preferences.yaml", Estimated = "estimated";

    private const string Region = "centre-val-de-loire", Policy = "installation-grant.yaml";

    private static readonly string[] Tables = ["physician-dce.csv", "physician-dce-design.csv"];

    public static IReadOnlyList<ProjectFile> Files(ReportText text) =>
    [
        new ProjectFile(Study, Here(ShippedFiles.Text($"studies/{Study}"))).WithSchema(ProjectSchemas.Study),
        .. Tables.Select(name => new ProjectFile(name, ShippedFiles.Text($"studies/{name}"))),
        new ProjectFile("CREDITS.md", Credits()),
        .. RegionProject.Files(Region).Select(file => file.Path.StartsWith(ProjectSchemas.Folder, StringComparison.Ordinal)
            ? file
            : InRegion(file)),
        Baseline(text),
        InFolder(Estimated, RegionProject.File(Region, Policy)),
        ProjectSchemas.OfStudies,
    ];

    private static ProjectFile Baseline(ReportText text) => new ProjectFile($"{Estimated}/baseline.yaml", $"""
        # {text.Say($"'installsim estimate {Study} --save {Preferences}' writes what this extends.",
            $"«\u00a0installsim estimate {Study} --save {Preferences}\u00a0» écrit ce que ce fichier prolonge.")}
        extends: ../{Preferences}
        name: baseline
        title: Nothing new, with the preferences of the study
        title-fr: Sans nouvelle mesure, avec les préférences de l’étude

        """).WithSchema(ProjectSchemas.Scenario);

    /// <summary>What the study says of other folders, as they stand in a project.</summary>
    private static string Here(string text) => text.Replace($"../{Region}/", $"{Region}/", StringComparison.Ordinal);

    private static string Credits() => string.Concat(ShippedFiles.Text("studies/CREDITS.md").Split('\n')
        .Where(line => !line.Contains("modechoice", StringComparison.Ordinal)).Select(line => line + "\n"))
        .Replace("scenarios/studies/", "", StringComparison.Ordinal).TrimEnd('\n') + "\n";

    private static ProjectFile InRegion(ProjectFile file) => InFolder(Region, file);

    /// <summary>A file one folder deeper, with its line about schemas.</summary>
    private static ProjectFile InFolder(string folder, ProjectFile file) => new($"{folder}/{file.Path}",
        file.Text.Replace("$schema=", "$schema=../", StringComparison.Ordinal));
}
