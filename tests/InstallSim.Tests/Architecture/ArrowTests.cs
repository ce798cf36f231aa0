namespace InstallSim.Tests.Architecture;

/// <summary>
/// Data passes through the folders of the simulation one way: what each may use is said here, and nothing else compiles past this.
/// </summary>
public sealed class ArrowTests
{
    private const string Root = "src/InstallSim";

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Inputs"] = [],
        ["Outputs"] = ["Inputs"],
        ["Charts"] = ["Outputs"],
        ["World"] = ["Choice"],
        ["Territories"] = ["Inputs", "World", "Choice"],
        ["Results"] = ["World", "Inputs", "Outputs", "Indicators", "Choice"],
        ["Preferences"] = ["World", "Inputs", "Choice"],
        ["Accessibility"] = ["World", "Inputs", "Choice"],
        ["Policies"] = ["World", "Inputs", "Choice"],
        ["Indicators"] = ["World", "Accessibility", "Choice"],
        ["Scenarios"] = ["Inputs", "World", "Preferences", "Accessibility", "Policies", "Choice"],
        ["Simulation"] = ["Inputs", "World", "Preferences", "Accessibility", "Policies", "Indicators", "Scenarios", "Results", "Choice"],
        ["Experiments"] =
            [
                "Inputs", "World", "Territories", "Preferences", "Accessibility", "Policies", "Indicators", "Scenarios", "Results",
                "Simulation", "Outputs", "Charts", "Choice",
            ],
        ["Calibration"] =
            [
                "Inputs", "Outputs", "Charts", "World", "Territories", "Preferences", "Indicators", "Scenarios", "Simulation",
                "Results", "Experiments", "Choice",
            ],
        ["Influence"] =
            [
                "Inputs", "Outputs", "Charts", "World", "Territories", "Preferences", "Accessibility", "Policies", "Indicators",
                "Scenarios", "Results", "Simulation", "Experiments", "Choice",
            ],
        ["Projects"] =
            [
                "Inputs", "Outputs", "World", "Territories", "Preferences", "Policies", "Accessibility", "Scenarios", "Studies",
                "Experiments",
                "Calibration",
                "Influence",
            ],
        ["Studies"] = ["Inputs", "Outputs", "Charts", "Preferences", "Choice"],
        ["Readouts"] =
            [
                "Inputs", "Outputs", "Charts", "World", "Territories", "Preferences", "Accessibility", "Policies", "Indicators",
                "Scenarios", "Results", "Simulation", "Experiments", "Reporting", "Choice",
            ],
        ["Validation"] =
            [
                "Inputs", "Outputs", "Charts", "World", "Territories", "Indicators", "Scenarios", "Results", "Simulation", "Experiments",
                "Choice",
            ],
        ["Reporting"] = ["Inputs", "Outputs", "Charts", "World", "Territories", "Results", "Indicators"],
    };

    /// <summary>The same for the rooms of a folder, among themselves.</summary>
    private static readonly Dictionary<string, string[]> RoomMayUse = new()
    {
        ["Choice.Data"] = [],
        ["Choice.Draws"] = [],
        ["Choice.Kernels"] = ["Choice.Draws"],
        ["Choice.Estimation"] = ["Choice.Data", "Choice.Kernels"],
        ["Choice.Formulas"] = ["Choice.Kernels"],
        ["Choice.Models"] = ["Choice.Data", "Choice.Draws", "Choice.Kernels", "Choice.Estimation", "Choice.Formulas"],
        ["Choice.Analysis"] =
            ["Choice.Data", "Choice.Draws", "Choice.Kernels", "Choice.Estimation", "Choice.Formulas", "Choice.Models"],
        ["Choice.Designs"] = ["Choice.Data", "Choice.Draws", "Choice.Kernels", "Choice.Estimation", "Choice.Models"],
        ["Experiments"] = [],
        ["Experiments.Precision"] = ["Experiments"],
        ["Experiments.Differences"] = [],
        ["Experiments.Points"] = ["Experiments"],
        ["Experiments.Discovery"] = ["Experiments.Points"],
        ["Experiments.Shards"] = ["Experiments"],
        ["Experiments.Sweeps"] =
            ["Experiments", "Experiments.Points", "Experiments.Discovery", "Experiments.Shards", "Experiments.Differences"],
        ["Simulation.State"] = [],
        ["Simulation.Acts"] = ["Simulation.State"],
        ["Simulation"] = ["Simulation.State", "Simulation.Acts"],
        ["Preferences"] = [],
        ["Preferences.Variables"] = ["Preferences"],
        ["Reporting.Contours"] = [],
        ["Reporting"] = ["Reporting.Contours"],
        ["Reporting.Maps"] = ["Reporting", "Reporting.Contours"],
        ["Reporting.Figures"] = ["Reporting", "Reporting.Contours", "Reporting.Maps"],
        ["Reporting.Page"] = ["Reporting", "Reporting.Contours", "Reporting.Maps", "Reporting.Figures"],
        ["Reporting.Trace"] = ["Reporting", "Reporting.Contours", "Reporting.Maps", "Reporting.Figures", "Reporting.Page"],
        ["Influence.Methods"] = [],
        ["Influence"] = ["Influence.Methods"],
        ["Studies.Settings"] = [],
        ["Studies.Data"] = ["Studies.Settings"],
        ["Studies.Models"] = ["Studies.Settings", "Studies.Data"],
        ["Studies.Analyses"] = ["Studies.Settings", "Studies.Data", "Studies.Models"],
        ["Studies.Designs"] = ["Studies.Settings", "Studies.Data"],
        ["Studies.Results"] = ["Studies.Settings", "Studies.Data", "Studies.Models", "Studies.Analyses", "Studies.Designs"],
        ["Studies.Tables"] =
        [
            "Studies.Settings", "Studies.Data", "Studies.Models", "Studies.Analyses", "Studies.Designs", "Studies.Results",
        ],
        ["Studies.Figures"] = ["Studies.Settings", "Studies.Data", "Studies.Analyses", "Studies.Results"],
        ["Studies.Uptakes"] =
        [
            "Studies.Settings", "Studies.Data", "Studies.Models", "Studies.Analyses", "Studies.Designs", "Studies.Results",
            "Studies.Tables",
        ],
        ["Studies.Checklists"] = ["Studies.Settings", "Studies.Data", "Studies.Designs", "Studies.Results", "Studies.Tables"],
        ["Studies"] =
        [
            "Studies.Settings", "Studies.Data", "Studies.Models", "Studies.Analyses", "Studies.Designs", "Studies.Results",
            "Studies.Tables", "Studies.Figures", "Studies.Checklists",
        ],
    };

    private static IEnumerable<string> Folders => SourceFile.CSharp(Root).Select(file => file.FolderUnder(Root)).Distinct();

    private static IEnumerable<string> Rooms => Arrows.All.SelectMany(arrow => new[] { Short(arrow.From), Short(arrow.To) })
        .Where(room => RoomMayUse.Keys.Select(Folder).Contains(Folder(room))).Distinct();

    [TestCaseSource(nameof(Folders))]
    public void Folder_uses_only_what_the_picture_allows(string folder)
    {
        Assert.That(MayUse, Does.ContainKey(folder), $"say in {nameof(MayUse)} what {folder} may use; no file stands outside a folder");
        var violations =
            from arrow in Arrows.All
            where Folder(Short(arrow.From)) == folder && Folder(Short(arrow.To)) is var used && used != folder
                && !MayUse[folder].Contains(used)
            select arrow;
        Assert.That(violations, Is.Empty);
    }

    [TestCaseSource(nameof(Rooms))]
    public void Room_uses_only_what_the_picture_allows(string room)
    {
        Assert.That(RoomMayUse, Does.ContainKey(room), $"say in {nameof(RoomMayUse)} what {room} may use");
        var violations =
            from arrow in Arrows.All
            where Short(arrow.From) == room && Folder(Short(arrow.To)) == Folder(room) && !RoomMayUse[room].Contains(Short(arrow.To))
            select arrow;
        Assert.That(violations, Is.Empty);
    }

    /// <summary>Folders at any depth, each by its own files: also a folder and a room in it may use each other one way only.</summary>
    [Test]
    public void No_folders_form_a_circle()
    {
        ILookup<string, string> uses = Arrows.All.ToLookup(arrow => arrow.From, arrow => arrow.To);
        Assert.That(Arrows.All.Where(arrow => Reached(arrow.To).Contains(arrow.From)), Is.Empty);

        HashSet<string> Reached(string from)
        {
            HashSet<string> reached = [from];
            var next = new Stack<string>(reached);
            while (next.TryPop(out string? folder))
            {
                foreach (string used in uses[folder].Where(reached.Add))
                {
                    next.Push(used);
                }
            }

            return reached;
        }
    }

    /// <summary>The picture allows no circle either.</summary>
    [Test]
    public void The_picture_has_no_circle()
    {
        foreach (Dictionary<string, string[]> picture in new[] { MayUse, RoomMayUse })
        {
            var left = picture.ToDictionary(folder => folder.Key, folder => folder.Value.Where(picture.ContainsKey).ToHashSet());
            while (left.FirstOrDefault(folder => folder.Value.Count == 0).Key is { } done)
            {
                left.Remove(done);
                foreach (var uses in left.Values)
                {
                    uses.Remove(done);
                }
            }

            Assert.That(left.Keys, Is.Empty);
        }
    }

    [Test]
    public void Arrows_are_seen_in_usings_signatures_and_bodies() => Assert.Multiple(() =>
    {
        var arrows = Arrows.All.Select(arrow => (Short(arrow.From), Short(arrow.To))).ToList();
        Assert.That(arrows, Does.Contain(("Choice.Kernels", "Choice.Draws")));
        Assert.That(arrows, Does.Contain(("Preferences.Variables", "Preferences")), "a type of the folder above needs no using");
        Assert.That(arrows, Does.Not.Contain(("Preferences", "Preferences.Variables")), "a catalog is no arrow");
    });

    [Test]
    public void Namespace_says_the_folder()
    {
        var violations =
            from project in new[] { "src/InstallSim", "src/InstallSim.Choice" }
            from file in SourceFile.CSharp(project)
            let expected = string.Join('.', file.Path["src/".Length..].Split('/')[..^1])
            where !file.Code.Contains($"\nnamespace {expected};", StringComparison.Ordinal)
                && !file.Code.StartsWith($"namespace {expected};", StringComparison.Ordinal)
            select $"{file} is not in namespace {expected}";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void No_namespace_is_imported_for_all_files()
    {
        var violations = SourceFile.CSharp("src").Where(file => file.Code.Contains("global using", StringComparison.Ordinal))
            .Select(file => file.Path)
            .Concat(SourceFile.Paths("src")
                .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)
                    && SourceFile.Read(path).Text.Contains("<Using ", StringComparison.Ordinal)));
        Assert.That(violations, Is.Empty);
    }

    /// <summary>A namespace without the name of the program.</summary>
    private static string Short(string name) => name["InstallSim".Length..].TrimStart('.');

    /// <summary>The folder of a room.</summary>
    private static string Folder(string room) => room.Split('.')[0];
}
