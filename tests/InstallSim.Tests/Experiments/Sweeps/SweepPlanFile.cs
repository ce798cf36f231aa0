using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Experiments.Sweeps;
using InstallSim.Outputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Sweeps;

/// <summary>Plans of sweeps beside the made-up region, and their results.</summary>
internal static class SweepPlanFile
{
    public const string Numbers = """
        numbers:
          - { number: policies.installation-grant.amount-keur, low: 20, high: 300 }
          - { number: preferences.utils-per-keur, low: 0.01, high: 0.05 }
        """;

    public const string Outcomes = "outcomes: [stock-under-dense, policy-cost-cumulative]";

    public const string Hypercube = "design: { type: latin-hypercube, points: 7 }";

    public const string Discover = """
        discover:
          boxes: [{ outcome: stock-under-dense, above: 1 }]
          fronts: [{ effect: stock-under-dense }]
        """;

    /// <summary>A plan of seven points.</summary>
    public static string Write(MadeUpRegion region, string design = Hypercube, string more = Discover, string name = "plan") =>
        WriteText(region, $"{Numbers}\n{Outcomes}\n{design}\n{more}", name);

    /// <summary>A plan of the region's scenarios that says some lines more.</summary>
    public static string WriteText(MadeUpRegion region, string lines, string name = "plan")
    {
        string path = region.Beside(name + ".yaml");
        File.WriteAllText(path, $"scenarios: ['{region.Folder}']\nreplications: 2\nyears: 2025..2027\n{lines}\n");
        return path;
    }

    /// <summary>Runs a plan, or a shard of it, into a folder beside the region.</summary>
    public static SweepManifest Run(MadeUpRegion region, string plan, string name, Shard? shard = null, RunWatch? watch = null)
    {
        LoadedSweep sweep = LoadedSweep.Read(plan, shard, [], 1, yes: false);
        string folder = region.Beside(name);
        using AtomicFolder target = AtomicFolder.Create(folder);
        SweepManifest manifest = SweepRunner.Run(sweep, folder, target.Path, watch ?? RunWatch.None);
        manifest = SweepFolder.Finish(manifest, target, ReportText.English).Manifest;
        PointRunner.Forget(folder);
        return manifest;
    }
}
