using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Tables;

/// <summary>What is told of figures of studies that could not be drawn.</summary>
internal static class LostFigures
{
    /// <summary>What to tell of the figures that are lost, one warning each.</summary>
    public static IReadOnlyList<Words> Of(EachFigure figures) => [.. figures.Lost.Select(lost =>
        new Words(FilePage.Lost(lost, ReportText.English), FilePage.Lost(lost, ReportText.French)))];
}
