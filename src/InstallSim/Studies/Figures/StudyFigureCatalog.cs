using InstallSim.Charts;

namespace InstallSim.Studies.Figures;

/// <summary>Every figure of a study.</summary>
public static class StudyFigureCatalog
{
    /// <summary>All figures.</summary>
    public static IReadOnlyList<IFigure<StudyFigureContext>> All { get; } = [new Coefficients(), new Worth(), new Tastes(), new Individuals(), new DrawNumbers()];
}
