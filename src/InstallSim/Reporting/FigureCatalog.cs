using InstallSim.Reporting.Figures;

namespace InstallSim.Reporting;

/// <summary>Every figure, in the order of the page.</summary>
public static class FigureCatalog
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<IResultFigure> All { get; } =
    [
        new Effects(),
        new CostEffectiveness(),
        new Trajectories(),
        new TerritoryMap(),
        new MapLevels(),
        new MapChanges(),
        new NeedAndGain(),
        new Slopes(),
        new Flows(),
        new EntriesExits(),
        new Ages(),
        new Distribution(),
        new Acceptability(),
        new Convergence(),
        new Tornado(),
        new DoubtParts(),
    ];

    /// <summary>The figures that there is something for.</summary>
    public static IEnumerable<IResultFigure> For(FigureContext context) => All.Where(f => f.Applies(context));

    /// <summary>The figure of that name; null when there is none.</summary>
    public static IResultFigure? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>The figures with these names; all when none is named.</summary>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public static IEnumerable<IResultFigure> Named(IReadOnlyList<string>? names)
    {
        string? unknown = names?.FirstOrDefault(n => Find(n) is null);
        return unknown is null
            ? All.Where(f => names is null || names.Contains(f.Id))
            : throw new ArgumentException($"there is no figure '{unknown}'; the figures are {string.Join(", ", All.Select(f => f.Id))}",
                nameof(names));
    }
}
