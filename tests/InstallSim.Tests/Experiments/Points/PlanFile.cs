using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Points;

/// <summary>A plan that adds nothing of its own.</summary>
public sealed record PlainPlan : PlanSettings;

/// <summary>Plans beside the made-up region.</summary>
internal static class PlanFile
{
    /// <summary>Reads a plan of the region's scenarios that says some lines more.</summary>
    public static LoadedPlan<PlainPlan> Read(MadeUpRegion region, string lines, int threads = 1) =>
        PlanReader.Read<PlainPlan>(Write(region, lines), FileKind.Sensitivity, [], threads);

    /// <summary>Writes a plan of the region's scenarios that says some lines more.</summary>
    public static string Write(MadeUpRegion region, string lines)
    {
        string path = region.Beside("plan.yaml");
        File.WriteAllText(path, $"scenarios: ['{region.Folder}']\nreplications: 2\n{lines}\n");
        return path;
    }
}
