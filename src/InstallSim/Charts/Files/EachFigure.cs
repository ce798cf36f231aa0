using InstallSim.Charts.Pictures;
using InstallSim.Charts.VegaLite;
using InstallSim.Outputs;

namespace InstallSim.Charts.Files;

/// <summary>Figures drawn each by itself beside results that stand without them: one that fails takes nothing else with it.</summary>
/// <param name="Drawn">The figures that were drawn, in their order, with the SVG for a narrow screen.</param>
/// <param name="Lost">The name of each that was not, with what it failed by.</param>
public sealed record EachFigure(
    IReadOnlyList<(string Id, Chart Chart, string Narrow)> Drawn, IReadOnlyList<(string Id, string Reason)> Lost)
{
    /// <summary>Width of a figure for a narrow screen, pixels.</summary>
    public const int NarrowWidth = 340;

    /// <summary>The files of a figure.</summary>
    public static IEnumerable<string> FilesOf(string id) => [id + ".svg", id + ".vl.json"];

    /// <summary>Writes <c>ID.svg</c> and <c>ID.vl.json</c> of every figure that there is something for.</summary>
    /// <param name="figures">The figures, in their order.</param>
    /// <param name="context">What they are drawn from and for.</param>
    /// <param name="narrow">The same for a narrow screen.</param>
    /// <param name="folder">Where to; made when it is missing and there is a figure.</param>
    public static EachFigure Write<TContext>(IReadOnlyList<IFigure<TContext>> figures, TContext context, TContext narrow, string folder)
    {
        (string Id, Chart? Chart, string? Narrow, string? Reason)[] tried =
            [.. figures.AsParallel().AsOrdered().Select(figure => Try(figure, context, narrow, folder))];
        return new EachFigure(
            [.. tried.Where(t => t.Chart is not null).Select(t => (t.Id, t.Chart!, t.Narrow!))],
            [.. tried.Where(t => t.Reason is not null).Select(t => (t.Id, t.Reason!))]);
    }

    private static (string Id, Chart? Chart, string? Narrow, string? Reason) Try<TContext>(
        IFigure<TContext> figure, TContext context, TContext narrow, string folder)
    {
        string picture = Path.Combine(folder, figure.Id + ".svg"), specification = Path.Combine(folder, figure.Id + ".vl.json");
        try
        {
            if (!figure.Applies(context))
            {
                return (figure.Id, null, null, null);
            }

            Chart chart = figure.Draw(context);
            string small = Picture.Svg(figure.Draw(narrow), Typeface.FontFace);
            using var vega = new MemoryStream();
            VegaLitePen.Write(chart, vega);
            Directory.CreateDirectory(folder);
            Picture.Write(chart, picture, Typeface.FontFace);
            AtomicFile.Write(specification, vega.WriteTo);
            return (figure.Id, chart, small, null);
        }
        catch (Exception fault) when (fault is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            if (File.Exists(picture))
            {
                File.Delete(picture);
            }

            return (figure.Id, null, null, fault.GetType().Name);
        }
    }
}
