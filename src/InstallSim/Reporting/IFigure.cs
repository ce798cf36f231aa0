using System.Text.Json.Nodes;

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

/// <summary>A figure: one file under <c>Figures</c> and one line in <see cref="FigureCatalog"/>.</summary>
public interface IFigure
{
    /// <summary>Kebab-case, unique: the name of its files.</summary>
    string Id { get; }

    /// <summary>What it shows, for whom looks for a figure; one sentence in English.</summary>
    string Shows { get; }

    /// <summary>What a reader may choose.</summary>
    FigureChoice Choice { get; }

    /// <summary>Whether these results hold what it shows.</summary>
    bool Applies(ResultIndex results);

    /// <summary>What it finds, in one sentence that the numbers carry.</summary>
    string Title(FigureContext context);

    /// <summary>What is shown: quantity, unit, n, kind of interval.</summary>
    string Subtitle(FigureContext context);

    /// <summary>What a reader who cannot see it needs to know.</summary>
    string Description(FigureContext context);

    /// <summary>A Vega-Lite specification without title, description and configuration, which are the same work for all figures.</summary>
    JsonObject Draw(FigureContext context);
}
