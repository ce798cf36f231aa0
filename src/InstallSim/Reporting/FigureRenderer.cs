using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Draws figures without a browser: Node runs Vega on the same specifications as the page, and a bundled renderer makes pixels.</summary>
public static class FigureRenderer
{
    /// <summary>The formats: vector for papers, pixels for slides, specifications for Vega's tools.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["svg", "png", "vega"];

    /// <summary>Draws figures into a folder.</summary>
    /// <param name="results">The results.</param>
    /// <param name="folder">Where to; made when it is missing.</param>
    /// <param name="format"><c>svg</c>, <c>png</c> (twice the width in pixels) or <c>vega</c>.</param>
    /// <param name="language"><c>en</c> or <c>fr</c>.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="figures">The figures wanted; all when null.</param>
    /// <returns>The files written, and for svg and png how many marks each drew.</returns>
    /// <exception cref="ArgumentException">A format, figure or language is unknown.</exception>
    /// <exception cref="InvalidOperationException">Node.js is missing, or drawing failed.</exception>
    public static IReadOnlyList<DrawnFigure> Render(
        RunResults results, string folder, string format, string language = "en", int width = FigureContext.Wide, IReadOnlyList<string>? figures = null)
    {
        if (!Formats.Contains(format))
        {
            throw new ArgumentException($"the format '{format}' is unknown; use {string.Join(", ", Formats)}", nameof(format));
        }

        if (format == "vega")
        {
            return [.. FigureFiles.Write(results, folder, language, width, figures).Select(f => new DrawnFigure(Path.GetFileName(f)[..^".vl.json".Length], f, 0))];
        }

        Directory.CreateDirectory(folder);
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language), width);
        var specifications = FigureFiles.Chosen(context.Results, figures).Select(f => (f.Id, FigureSpecification.Whole(f, context)));
        return Draw(specifications, folder, format);
    }

    /// <summary>Draws specifications; also what tests call.</summary>
    internal static IReadOnlyList<DrawnFigure> Draw(IEnumerable<(string Id, JsonObject Specification)> specifications, string folder, string format)
    {
        var temporary = Directory.CreateTempSubdirectory("installsim-");
        try
        {
            string script = Unpack(temporary.FullName, "renderer.mjs");
            var files = specifications.Select(s => (s.Id, s.Specification, File: Path.Combine(Path.GetFullPath(folder), $"{s.Id}.{format}"))).ToList();
            var job = Json.Object($$"""
                {"format": {{format}}, "scale": 2, "wasm": {{Unpack(temporary.FullName, "resvg.wasm")}},
                 "figures": {{files.Select(f => Json.Object($$"""{"id": {{f.Id}}, "file": {{f.File}}, "spec": {{f.Specification}}}"""))}}}
                """);
            var marks = Run(script, job).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!).ToDictionary(n => (string)n["id"]!, n => (int)n["marks"]!);
            return [.. files.Select(f => new DrawnFigure(f.Id, f.File, marks[f.Id]))];
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static string Unpack(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        using var source = WebBundle.Open(file);
        using var target = File.Create(path);
        source.CopyTo(target);
        return path;
    }

    private static string Run(string script, JsonObject job)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(script);
        try
        {
            using var node = Process.Start(start)!;
            var output = node.StandardOutput.ReadToEndAsync();
            var errors = node.StandardError.ReadToEndAsync();
            using (node.StandardInput)
            {
                node.StandardInput.Write(job.ToJsonString(Json.Compact));
            }

            node.WaitForExit();
            return node.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"drawing the figures failed: {errors.Result.Trim()}");
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("drawing figures as svg or png needs Node.js >= 20 (the command 'node' was not found); use --format vega or html without it");
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"drawing the figures failed: {e.Message}");
        }
    }
}

/// <summary>A figure that was drawn.</summary>
/// <param name="Id">Name of the figure.</param>
/// <param name="File">File written.</param>
/// <param name="Marks">Marks drawn: points, lines, areas, texts; 0 for specifications, which are not drawn.</param>
public sealed record DrawnFigure(string Id, string File, int Marks);
