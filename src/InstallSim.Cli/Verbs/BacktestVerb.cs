using System.CommandLine;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Validation;

namespace InstallSim.Cli.Verbs;

/// <summary><c>backtest</c>: compares the model with what was observed.</summary>
internal static class BacktestVerb
{
    public static Command Command()
    {
        var path = new Argument<string>("FILE") { Description = "A validation file (see 'installsim schema validation')." };
        path.Validators.Add(RunOptions.NoOptionIsAPath);
        var folder = new Option<string?>("--out")
        {
            Description = "Folder of the results (default: out/NAME-validation).",
            HelpName = "DIR",
        };
        Option<int> threads = RunOptions.ThreadsOption();
        Option<bool> force = RunOptions.ForceOption("Replaces results that were changed, keeping what this program did not write.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var command = new Command("backtest", """
            Compares the model with what was observed: a forecast from counts of a past year with counts of a later one that it has not
            seen, beside three naive rules; figures of a scenario beside published ones. Writes tables, figures and validation.md.

            Example:
              installsim backtest validation.yaml --out out/validation
            """) { path, folder, threads, force, quiet };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(parsed, ValidationReader.Read(parsed.GetValue(path)!, parsed.GetValue(threads)), parsed.GetValue(folder),
                (parsed.GetValue(threads), parsed.GetValue(force), parsed.GetValue(quiet)), stop),
            CancellationToken.None));
        return command;
    }

    private static int Run(
        ParseResult parsed, ValidationSource source, string? folder, (int Threads, bool Force, bool Quiet) how, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        string path = folder ?? Path.Combine("out", Path.GetFileNameWithoutExtension(source.Path) + "-validation");
        using AtomicFolder target =
            AtomicFolder.CreateOf(path, how.Force, ValidationFolder.DescriptionFile, [source.Path]).SayReplaced(parsed);
        InputWarnings.Write(how.Quiet ? [] : source.Warnings, error, text);
        void Tell(Words words)
        {
            if (!how.Quiet)
            {
                error.WriteLine(text.Say(words.English, words.French));
            }
        }

        ValidationResult result = ValidationResult.Of(source, how.Threads, Tell, _ => { }, stop);
        ValidationFolder.Write(result, target, text);
        if (!how.Quiet)
        {
            output.Write(ValidationFolder.Terminal(result, text));
            string page = Path.Combine(path, ValidationFolder.PageFile);
            output.WriteLine(text.Say($"\nTables, figures and page: {page}", $"\nTableaux, figures et page\u00a0: {page}"));
        }

        return CommandLineProgram.Done;
    }
}
