using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Writes figures as Vega-Lite files, which Vega's own tools read.</summary>
public static class FigureFiles
{
    /// <summary>Writes <c>ID.vl.json</c> for every figure that the results can fill.</summary>
    /// <param name="results">The results.</param>
    /// <param name="folder">Where to; made when it is missing.</param>
    /// <param name="language"><c>en</c> or <c>fr</c>.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="figures">The figures wanted; all when null.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="ArgumentException">A figure or the language is unknown.</exception>
    public static IReadOnlyList<string> Write(
        RunResults results, string folder, string language = "en", int width = FigureContext.Wide, IReadOnlyList<string>? figures = null)
    {
        Directory.CreateDirectory(folder);
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language), width);
        return [.. Chosen(context.Results, figures).AsParallel().AsOrdered().Select(figure =>
        {
            string file = Path.Combine(folder, figure.Id + ".vl.json");
            File.WriteAllText(file, FigureSpecification.Whole(figure, context).ToJsonString(Json.Indented) + "\n");
            return file;
        })];
    }

    /// <summary>The figures of these names that the results can fill; all when none is named.</summary>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    internal static IEnumerable<IFigure> Chosen(ResultIndex results, IReadOnlyList<string>? names)
    {
        string? unknown = names?.FirstOrDefault(n => FigureCatalog.Find(n) is null);
        return unknown is null
            ? FigureCatalog.For(results).Where(f => names is null || names.Contains(f.Id))
            : throw new ArgumentException($"there is no figure '{unknown}'; the figures are {string.Join(", ", FigureCatalog.All.Select(f => f.Id))}", nameof(names));
    }
}
