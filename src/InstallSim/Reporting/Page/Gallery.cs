using System.Text;
using InstallSim.Charts.Files;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>The findings and figures as Markdown with pictures, for a repository, a wiki or a working paper.</summary>
public static class Gallery
{
    /// <summary>Writes <c>gallery.md</c> and a picture of each figure under <c>images</c>.</summary>
    /// <param name="results">The results.</param>
    /// <param name="folder">Where to; made when it is missing.</param>
    /// <param name="language"><c>en</c> or <c>fr</c>.</param>
    /// <param name="width">Width of a picture, pixels; drawn at twice as many.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="ArgumentException">The language is unknown.</exception>
    public static IReadOnlyList<string> Write(RunResults results, string folder, string language = "en", int width = FigureContext.Wide)
    {
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language), width);
        var drawn = FigureFiles.Write(FigureCatalog.All, context, Path.Combine(folder, "images"), "png");
        var text = new StringBuilder();
        var manifest = results.Manifest;
        text.Append($"# {context.Say("Gallery: ", "Galerie\u00a0: ")}{Markdown.Plain(manifest.ShownName)}\n\n");
        text.Append(context.Say(
            $"Every figure of the report, from one run: {results.Places.Count} territories, {manifest.FirstYear}–{manifest.LastYear}, "
                + $"{context.Replications}, seed {manifest.Seed}, InstallSim {manifest.Version}.\n\n",
            $"Tous les graphiques du rapport, tirés d’une simulation\u00a0: {results.Places.Count} territoires, "
                + $"{manifest.FirstYear}–{manifest.LastYear}, {context.Replications}, graine {manifest.Seed}, "
                + $"InstallSim {manifest.Version}.\n\n"));
        text.Append(Markdown.Plain(Findings.Overall(context))).Append("\n\n").Append(Markdown.Plain(Findings.Course(context))).Append('\n');
        foreach (var figure in FigureCatalog.For(context))
        {
            var chart = figure.Draw(context);
            text.Append($"\n## `{figure.Id}`\n\n{Markdown.Plain(context.Say(figure.Shows.English, figure.Shows.French))}\n\n")
                .Append($"![{Markdown.Plain(chart.Title)}](images/{figure.Id}.png)\n\n{Markdown.Plain(chart.Subtitle)}\n");
        }

        text.Append(context.Say("\nMade by `installsim report RESULTS --format gallery --out DIR` from the folder that `compare` left.\n",
            "\nFait par `installsim report RESULTATS --format gallery --lang fr --out DOSSIER`, du dossier que `compare` a laissé.\n"));
        string path = Path.Combine(folder, "gallery.md");
        AtomicFile.Write(path, text.ToString());
        return [path, .. drawn];
    }
}
