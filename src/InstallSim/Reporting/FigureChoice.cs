namespace InstallSim.Reporting;

/// <summary>What a reader of the page may choose for a figure.</summary>
public enum FigureChoice
{
    /// <summary>Nothing: it shows everything at once.</summary>
    None,
    /// <summary>The scenario.</summary>
    Scenario,
    /// <summary>The indicator.</summary>
    Indicator,
    /// <summary>The scenario, the year and the territory.</summary>
    ScenarioYearTerritory,
}
