using InstallSim.Inputs;
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
        return ResultsFolder.Write(results, target, (all, _, temporary) => addReport?.Invoke(all, temporary));
    }

    /// <summary>Makes a folder whose file was changed look as if the program had written it so.</summary>
    /// <param name="results">The folder.</param>
    /// <param name="manifest">Its manifest before the change.</param>
    /// <param name="file">The file that was changed.</param>
    public static void Sign(string results, string manifest, string file)
    {
        string path = Path.Combine(results, "manifest.json");
        if (file != "manifest.json")
        {
            string before = ResultsFolder.ReadManifestFile(path).Tables.Single(t => t.Path == file).Sha256;
            string signed = manifest.Replace(before, FileHash.Of(Path.Combine(results, file)), StringComparison.Ordinal);
            File.WriteAllText(path, signed);
            Manifest read = ResultsFolder.ReadManifestFile(path);
            File.WriteAllText(path, signed.Replace(read.ResultHash, ResultsFolder.HashOf(read.Tables), StringComparison.Ordinal));
        }

        File.Delete(Path.Combine(results, FileList.Name));
        FileList.Write(results);
    }
}
