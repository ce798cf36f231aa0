using InstallSim.Charts;

namespace InstallSim.Studies.Figures;

/// <summary>Every figure of a study.</summary>
public static class StudyFigureCatalog
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<IFigure<StudyFigureContext>> All { get; } =
        [new Coefficients(), new Worth(), new Tastes(), new Individuals(), new DrawNumbers()];

    /// <summary>The figures that the study can fill, drawn.</summary>
    public static IReadOnlyList<(string Id, Chart Chart)> Draw(StudyFigureContext context) =>
        [.. All.Where(f => f.Applies(context)).Select(f => (f.Id, f.Draw(context)))];
}
