using InstallSim.Reporting.Figures;

namespace InstallSim.Reporting;

/// <summary>Every figure, in the order of the page.</summary>
public static class FigureCatalog
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<IFigure> All { get; } =
    [
        new CostEffectiveness(),
        new Trajectories(),
        new Slopes(),
        new Flows(),
        new EntriesExits(),
        new Ages(),
        new Distribution(),
        new Acceptability(),
        new Convergence(),
        new Tornado(),
    ];

    /// <summary>Figures as charts.</summary>
    public static IReadOnlyList<IResultFigure> Charts { get; } =
    [
        new Effects(),
        new TerritoryMap(),
        new MapLevels(),
        new MapChanges(),
        new NeedAndGain(),
    ];

    /// <summary>The figures that these results can fill.</summary>
    public static IEnumerable<IFigure> For(ResultIndex results) => All.Where(f => f.Applies(results));

    /// <summary>The figure of that name; null when there is none.</summary>
    public static IFigure? Find(string id) => All.FirstOrDefault(f => f.Id == id);
}
