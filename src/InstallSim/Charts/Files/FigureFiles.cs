using InstallSim.Charts.Pictures;
using InstallSim.Charts.VegaLite;
using InstallSim.Outputs;

namespace InstallSim.Charts.Files;

/// <summary>Writes figures as files: pictures for papers and slides, specifications for Vega's tools.</summary>
public static class FigureFiles
{
    /// <summary>The formats: vector, pixels (two for each of the width), a page, Vega-Lite.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Picture.Formats, "vega"];

    /// <summary>Writes <c>ID.FORMAT</c> (<c>ID.vl.json</c> for vega) for every figure that there is something for.</summary>
    /// <param name="figures">The figures, in their order.</param>
    /// <param name="context">What they are drawn from and for.</param>
    /// <param name="folder">Where to; made when it is missing and there is a figure.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="ArgumentException">The format is unknown.</exception>
    public static IReadOnlyList<string> Write<TContext>(
        IEnumerable<IFigure<TContext>> figures, TContext context, string folder, string format)
    {
        if (!Formats.Contains(format))
        {
            throw new ArgumentException($"the format '{format}' is unknown; use {string.Join(", ", Formats)}", nameof(format));
        }

        IFigure<TContext>[] drawn = [.. figures.Where(f => f.Applies(context))];
        if (drawn.Length > 0)
        {
            Directory.CreateDirectory(folder);
        }

        return [.. drawn.AsParallel().AsOrdered().Select(figure =>
        {
            string file = Path.Combine(folder, figure.Id + (format == "vega" ? ".vl.json" : $".{format}"));
            if (format == "vega")
            {
                AtomicFile.Write(file, stream => VegaLitePen.Write(figure.Draw(context), stream));
            }
            else
            {
                Picture.Write(figure.Draw(context), file, Typeface.FontFace);
            }

            return file;
        })];
    }
}
