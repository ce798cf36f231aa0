using InstallSim.Charts;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;

namespace InstallSim.Calibration;

/// <summary>What a figure of a calibration is drawn from and for.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Text">The language.</param>
/// <param name="Width">Width of the whole figure, pixels.</param>
public sealed record CalibrationFigureContext(CalibrationResult Result, ReportText Text, int Width = 760)
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<IFigure<CalibrationFigureContext>> Figures { get; } = [new FitFigure(), new RangesFigure()];

    /// <summary>The text in the language.</summary>
    public string Say(string english, string french) => Text.Say(english, french);

    /// <summary>What people call a number.</summary>
    public string Called(NumberRow row) => Result.Captions.Called(row.Number.Path, Text);

    /// <summary>A number of four significant digits.</summary>
    public string Digits(double value) => CalibrationText.Digits(value, Text);
}
