using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Published;

/// <summary>Estimates studies written as text, by the code that the command <c>estimate</c> runs.</summary>
internal static class StudyText
{
    /// <summary>Estimates a study; a test whose data are absent is skipped.</summary>
    /// <param name="file">Name of the data's file among the shared ones; <c>FILE</c> in the text stands for it.</param>
    /// <param name="yaml">The study.</param>
    public static StudyResult Run(string file, string yaml) => RunOn(Repository.SharedData("choice", file), yaml);

    /// <summary>Estimates a study whose data are text.</summary>
    public static StudyResult RunOnText(string csv, string yaml)
    {
        using var folder = new TemporaryFolder();
        return RunOn(folder.Write("data.csv", csv), yaml);
    }

    private static StudyResult RunOn(string path, string yaml)
    {
        using var folder = new TemporaryFolder();
        return StudyEstimation.Run(StudyReader.Read(folder.Write("study.yaml", yaml.Replace("FILE", path, StringComparison.Ordinal))));
    }
}
