using InstallSim.Charts;

namespace InstallSim.Reporting;

/// <summary>A figure of a simulation's results.</summary>
public interface IResultFigure : IFigure<FigureContext>
{
    /// <summary>What a reader of the page may choose: the page holds the chart of each choice.</summary>
    FigureChoice Choice => FigureChoice.None;
}
