using InstallSim.Outputs;

namespace InstallSim.Projects;

/// <summary>
/// The choice experiment of physicians that ships, the region that its estimates are saved for, a folder of scenarios that take them, and
/// studies after published ones.
/// </summary>
internal static class DceProject
{
    public const string Study = "physician-dce.yaml", Preferences = "preferences.yaml", Estimated = "estimated";

    private const string Region = "centre-val-de-loire", Policy = "installation-grant.yaml";

    private const string PublishedFolder = "published";

    private static readonly string[] AfterPublished = ["guenther-2010", "pedersen-2014", "scott-2013"];

    private static readonly string[] Tables = ["physician-dce.csv", "physician-dce-design.csv"];

    public static IReadOnlyList<ProjectFile> Files(ReportText text) =>
    [
        new ProjectFile(Study, Here(ShippedFiles.Text($"studies/{Study}"))).WithSchema(ProjectSchemas.Study),
        .. Tables.Select(name => new ProjectFile(name, ShippedFiles.Text($"studies/{name}"))),
        .. AfterPublished.SelectMany(Published),
        new ProjectFile("CREDITS.md", Credits()),
        .. RegionProject.Files(Region).Select(file => file.Path.StartsWith(ProjectSchemas.Folder, StringComparison.Ordinal)
            ? file
            : InRegion(file)),
        Baseline(text),
        InFolder(Estimated, RegionProject.File(Region, Policy)),
        ProjectSchemas.OfStudies,
    ];

    /// <summary>A study after a published one, with its design and its simulated answers.</summary>
    private static IEnumerable<ProjectFile> Published(string name) =>
    [
        InFolder(PublishedFolder,
            new ProjectFile($"{name}.yaml", ShippedFiles.Text($"studies/{name}.yaml")).WithSchema(ProjectSchemas.Study)),
        .. ((string[])["", "-design"]).Select(part => new ProjectFile(
            $"{PublishedFolder}/{name}{part}.csv", ShippedFiles.Text($"studies/{name}{part}.csv"))),
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
