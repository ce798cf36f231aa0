using System.CommandLine;
using InstallSim.Outputs;
using InstallSim.Reporting.Trace;

namespace InstallSim.Cli.Verbs;

/// <summary><c>trace</c>: writes the TRACE document of results.</summary>
internal static class TraceVerb
{
    public static Command Command()
    {
        var folder = new Argument<string>("RESULTS") { Description = "A results folder." };
        folder.Validators.Add(RunOptions.NoOptionIsAPath);
        var target = new Option<string?>("--out") { Description = "File to write (default: trace.md in RESULTS).", HelpName = "FILE" };
        var validation = new Option<string?>("--validation")
        {
            Description = "A folder that 'installsim backtest' wrote, to stand under corroboration.",
            HelpName = "DIR",
        };
        Option<bool> force = RunOptions.ForceOption("Replaces a file of that name that this program did not write, or that was changed.");
        var command = new Command("trace", """
            Writes how results were made, checked and compared as a TRACE document (Grimm et al. 2014), in Markdown: every setting with
            its source, data with licence and hash, intervals, sensitivities. What the results do not hold is said to be absent.

            Example, after 'installsim new demo' and 'installsim compare demo':
              installsim trace out/demo
            """) { folder, target, validation, force };
        command.SetAction(parsed =>
        {
            string from = parsed.GetValue(folder)!, file = parsed.GetValue(target) ?? Path.Combine(from, TraceDossier.File);
            if (parsed.GetValue(target) is { } elsewhere)
            {
                AtomicFile.RefuseNearFolder(elsewhere);
            }

            TraceDossier.RefuseOther(file, from, parsed.GetValue(force));
            string to = Path.GetDirectoryName(file) is { Length: > 0 } named ? named : ".";
            string? corroboration = parsed.GetValue(validation) is { } checkedIn ? TraceDossier.ReadValidation(checkedIn) : null;
            ReportVerb.Add(parsed, from, to, parsed.GetValue(force), (results, path) =>
            {
                Directory.CreateDirectory(path);
                string written = Path.Combine(path, Path.GetFileName(file));
                AtomicFile.Write(written, TraceDossier.Write(results, from.Replace('\\', '/'), Language.Of(parsed), corroboration));
                return [written];
            });
        });
        return command;
    }
}
