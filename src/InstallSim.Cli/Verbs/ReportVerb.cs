using System.CommandLine;
using InstallSim.Charts.Files;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Studies;

namespace InstallSim.Cli.Verbs;

/// <summary><c>report</c>: remakes report and figures from results.</summary>
internal static class ReportVerb
{
    public static Command Command()
    {
        var folder = new Argument<string>("RESULTS") { Description = "A results folder." };
        var format = new Option<string>("--format")
        {
            Description = "html: the report; svg, png or pdf: pictures; vega: specifications; gallery: Markdown with pictures.",
            HelpName = "html|svg|png|pdf|vega|gallery",
            DefaultValueFactory = _ => "html",
        };
        var figures = new Option<string?>("--figures")
        {
            Description = "Figures wanted, by id, separated by commas (default: all; see 'installsim list figures').",
            HelpName = "a,b",
        };
        var width = new Option<int?>("--width") { Description = "Width of a picture, pixels.", HelpName = "W" };
        var target = new Option<string?>("--out") { Description = "Folder to write into (default: RESULTS).", HelpName = "DIR" };
        var brief = new Option<bool>("--brief")
        {
            Description = "Writes brief.pdf instead: two or three pages of A4 for printing, in the language of --lang.",
        };
        Option<bool> force = RunOptions.ForceOption("Replaces files of these names that this program did not write, or that were changed.");
        format.TakesOneOf(["html", .. FigureFiles.Formats, "gallery"]);
        width.Validators.Add(r => RunOptions.WholeNumber(r, 100, 10_000));
        figures.Validators.Add(KnownFigures);
        folder.Validators.Add(RunOptions.NoOptionIsAPath);
        var command = new Command("report", """
            Makes the report, or single figures, again from results.

            Example, after 'installsim new demo' and 'installsim compare demo':
              installsim report out/demo --format png --figures map,effects --width 900
            """) { folder, format, figures, width, brief, target, force };
        command.Validators.Add(result =>
        {
            bool isGallery = result.GetResult(format) is { Tokens: [{ Value: "gallery" }] };
            InputMessage what = result.GetValue(brief) ? (InputMessage)"--brief writes one PDF"
                : isGallery ? "a gallery holds all figures"
                : result.GetResult(format) is null or { Tokens: [] or [{ Value: "html" }] }
                    ? "the page holds all figures; --format svg, png, pdf or vega makes single ones"
                : InputMessage.None;
            foreach (var option in (Option[])(result.GetValue(brief) ? [format, figures, width] : isGallery ? [figures] : [figures, width]))
            {
                if (what != InputMessage.None && result.GetResult(option) is { Implicit: false })
                {
                    result.Refuse($"{what}: leave out {option.Name}");
                }
            }
        });
        command.SetAction(parsed =>
        {
            string from = parsed.GetValue(folder)!, to = parsed.GetValue(target) ?? from;
            (string language, string kind) = (Language.Of(parsed).Language, parsed.GetValue(format)!);
            Add(parsed, from, to, parsed.GetValue(force), (results, path) => parsed.GetValue(brief) ? [Brief.Write(results, path, language)]
                : kind == "html" ? Page(results, path, language)
                : kind == "gallery" ? Gallery.Write(results, path, language, parsed.GetValue(width) ?? FigureContext.Wide)
                : Pictures(results, path, kind, language, parsed.GetValue(figures), parsed.GetValue(width)));
        });
        return command;
    }

    /// <summary>Reads results and adds what is made of them to a folder, all of it or nothing; says its files.</summary>
    internal static void Add(ParseResult parsed, string from, string to, bool force, Func<RunResults, string, IEnumerable<string>> make)
    {
        StudyFolder.RefuseAsResults(from);
        FolderKind.RefuseAsResults(from);
        ResultsFolder.ReadManifest(from);
        using AtomicFolder adding = AtomicFolder.Add(to, force); // before reading: no other run may write what is read and added to
        RunResults results = ResultsFolder.Read(from);
        string[] files = [.. make(results, adding.Path)];
        adding.Commit();
        foreach (string file in files)
        {
            parsed.InvocationConfiguration.Output.WriteLine(Path.Combine(to, Path.GetRelativePath(adding.Path, file)));
        }
    }

    private static void KnownFigures(System.CommandLine.Parsing.OptionResult result)
    {
        string[] ids = [.. FigureCatalog.All.Select(f => f.Id)];
        foreach (string id in result.Tokens.SelectMany(t => t.Value.Split(',')).Select(id => id.Trim()).Where(id => !ids.Contains(id)))
        {
            result.Refuse($"there is no figure '{id}'{DidYouMean.Hint(id, ids)}; figures: {string.Join(", ", ids)}");
        }
    }

    private static string[] Page(RunResults results, string folder, string language)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, "report.html");
        HtmlReport.Write(results, path, language);
        return [path];
    }

    private static IEnumerable<string> Pictures(
        RunResults results, string folder, string format, string language, string? figures, int? width)
    {
        string[]? wanted = figures?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language), width ?? FigureContext.Wide);
        return FigureFiles.Write(FigureCatalog.Named(wanted), context, Path.Combine(folder, "figures"), format);
    }
}
