using InstallSim.Inputs;

namespace InstallSim.Projects;

/// <summary>The projects that <c>installsim new</c> can begin, the usual one first.</summary>
public static class ProjectCatalog
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProjectTemplate> All { get; } =
    [
        new("centre-val-de-loire",
            new Words("the region Centre-Val de Loire, seven policies", "la région Centre-Val de Loire, sept mesures"),
            _ => RegionProject.Files("centre-val-de-loire"), _ => [], folder => Compare(In(folder), 20)),
        new("france", new Words("metropolitan France, seven policies", "la France métropolitaine, sept mesures"),
            _ => RegionProject.Files("france"), _ => [], folder => Compare(In(folder), 2)),
        new("dce",
            new Words("a choice experiment of physicians, from its design to policies",
                "une expérience de choix de médecins, du plan aux mesures"),
            DceProject.Files, _ => [],
            folder =>
            [
                $"installsim validate {In(folder, DceProject.Study)}",
                $"installsim estimate {In(folder, DceProject.Study)} --save {In(folder, DceProject.Preferences)}",
                $"installsim compare {In(folder, DceProject.Estimated)} --replications 20",
            ]),
        new("own",
            new Words("your own territories: empty tables, every column explained",
                "vos propres territoires\u00a0: des tableaux vides, chaque colonne expliquée"),
            OwnProject.Files, OwnProject.ToDo, folder => OwnProject.Commands(name => In(folder, name))),
    ];

    /// <summary>The commands that check and compare a folder of scenarios.</summary>
    /// <param name="folder">The folder, as the command line takes it.</param>
    /// <param name="replications">How many replications.</param>
    internal static string[] Compare(string folder, int replications) =>
    [
        $"installsim validate {folder}",
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"installsim compare {folder} --replications {replications}"),
    ];

    private static string In(string folder, string name = "") => ShellWord.Of(Path.Combine(folder, name));
}
