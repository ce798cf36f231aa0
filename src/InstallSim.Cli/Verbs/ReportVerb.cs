using System.CommandLine;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary><c>report</c>: remakes report and figures from results.</summary>
internal static class ReportVerb
{
    public static Command Command()
    {
        var folder = new Argument<string>("RESULTS") { Description = "A results folder." };
        var format = new Option<string>("--format") { Description = "html: the report; vega: specifications; svg or png: pictures.", HelpName = "html|svg|png|vega", DefaultValueFactory = _ => "html" };
        var figures = new Option<string?>("--figures") { Description = "Figures wanted, by id, separated by commas (default: all; see 'installsim list figures').", HelpName = "a,b" };
        var width = new Option<int?>("--width") { Description = "Width of a picture, pixels.", HelpName = "W" };
        var lang = new Option<string>("--lang") { Description = "Language: en or fr.", HelpName = "en|fr", DefaultValueFactory = _ => "en" };
        var target = new Option<string?>("--out") { Description = "Folder to write into (default: RESULTS).", HelpName = "DIR" };
        format.AcceptOnlyFromAmong("html", "svg", "png", "vega");
        lang.AcceptOnlyFromAmong("en", "fr");
        var command = new Command("report", """
            Makes the report, or single figures, again from results.

            Example:
              installsim report out/centre-val-de-loire --format png --figures map,effects --width 900
            """) { folder, format, figures, width, lang, target };
        command.SetAction(parsed =>
        {
            string from = parsed.GetValue(folder)!, to = parsed.GetValue(target) ?? from;
            IReadOnlyList<string> made = Report.Remake(
                ResultsFolder.Read(from), to, parsed.GetValue(format)!, parsed.GetValue(figures)?.Split(','), parsed.GetValue(width), parsed.GetValue(lang)!);
            foreach (string file in made)
            {
                parsed.InvocationConfiguration.Output.WriteLine(file);
            }
        });
        return command;
    }
}
