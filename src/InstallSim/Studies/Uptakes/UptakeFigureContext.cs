using InstallSim.Charts;
using InstallSim.Outputs;

namespace InstallSim.Studies.Uptakes;

/// <summary>What a figure of uptake is drawn from and for.</summary>
/// <param name="Result">What was found.</param>
/// <param name="Text">The language.</param>
/// <param name="Width">Width of the whole figure, pixels.</param>
public sealed record UptakeFigureContext(UptakeResult Result, ReportText Text, int Width = 760)
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<IFigure<UptakeFigureContext>> Figures { get; } = [new UptakeTornado(), new UptakeHeatMap()];

    /// <summary>What a subtitle ends with where answers are simulated; else empty.</summary>
    public string Simulated => Result.IsSimulated ? Say("; from simulated choices", "\u00a0; d’après des choix simulés") : "";

    /// <summary>The text in the language, with no-break spaces before the signs that French sets apart.</summary>
    public string Say(string english, string french) => Text.Say(english, french).Replace(" %", "\u00a0%", StringComparison.Ordinal);
}
