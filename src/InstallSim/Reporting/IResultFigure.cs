using InstallSim.Charts;

namespace InstallSim.Reporting;

/// <summary>A figure of a simulation's results.</summary>
public interface IResultFigure : IFigure<FigureContext>
{
    /// <summary>Its name in a list of contents.</summary>
    (string English, string French) ShortName { get; }

    /// <summary>What a reader of the page may choose: the page holds the chart of each choice.</summary>
    FigureChoice Choice => FigureChoice.None;

    /// <summary>Whether it shows maps, which a reader may see as circles where territories have contours.</summary>
    bool HasMap => false;
}
