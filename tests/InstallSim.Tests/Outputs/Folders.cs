using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.Studies;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Outputs;

/// <summary>Results written into a folder, in one call.</summary>
internal static class Folders
{
    public static void Write(StudyResult study, string folder, ReportText? text = null)
    {
        using var target = AtomicFolder.Create(folder);
        StudyFolder.Write(study, target, text);
    }

    public static Manifest Write(RunResults results, string folder, Action<RunResults, string>? addReport = null)
    {
        using var target = AtomicFolder.Create(folder, force: true);
        return ResultsFolder.Write(results, target, addReport ?? ((_, _) => { }));
    }
}
