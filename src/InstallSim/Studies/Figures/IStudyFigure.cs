using System.Text.Json.Nodes;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Figures;

/// <summary>A figure of a study: one file here and one line in <see cref="StudyFigureCatalog"/>.</summary>
public interface IStudyFigure
{
    /// <summary>Kebab-case, unique: the name of its file.</summary>
    string Id { get; }

    /// <summary>Whether this result holds what it shows.</summary>
    bool Applies(StudyResult study);

    /// <summary>What it finds, in one sentence that the numbers carry.</summary>
    string Title(StudyFigureContext context);

    /// <summary>What is shown: quantity, unit, n, kind of interval.</summary>
    string Subtitle(StudyFigureContext context);

    /// <summary>What a reader who cannot see it needs to know.</summary>
    string Description(StudyFigureContext context);

    /// <summary>A Vega-Lite specification without title, description and configuration.</summary>
    JsonObject Draw(StudyFigureContext context);
}
