using System.CommandLine;
using InstallSim.Calibration;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary><c>calibrate</c>: fits numbers of a scenario to what was published.</summary>
internal static class CalibrateVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Calibration file: a scenario, its numbers, targets." };
        file.Validators.Add(RunOptions.NoOptionIsAPath);
        var yes = new Option<bool>("--yes") { Description = "Runs a plan of more than 20,000 runs of the scenario." };
        var options = new RunOptions();
        var command = new Command("calibrate", """
            Fits numbers of a scenario to what was published: first rules out, wave by wave, all values that cannot meet the targets, then
            fits from the best of those left. Writes what is left, the fit with its covariance, and a scenario with the numbers found.

            Example, after 'installsim new france --from france':
              installsim calibrate france/calibrations/france.yaml
            """) { file };
        options.AddPlainTo(command);
        command.Add(yes);
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(parsed, options, parsed.GetValue(file)!, parsed.GetValue(yes), stop), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, RunOptions options, string path, bool isMeant, CancellationToken stop)
    {
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        (ReportText text, bool quiet) = (Language.Of(parsed), options.Quiet(parsed));
        LoadedCalibration loaded = CalibrationReader.Read(path, options.Overrides(parsed), options.Threads(parsed), isMeant);
        string folder = options.Out(parsed, loaded.Settings.Name);
        void Tell(Words words) => error.WriteLine(text.Say(words.English, words.French));
        Action<Words> say = quiet ? _ => { } : Tell;
        using AtomicFolder target = CalibrationFolder.Begin(loaded, folder, options.Leftovers(parsed), Tell);
        bool isSimulating = false;
        CalibrationResult result;
        try
        {
            result = CalibrationRunner.Run(loaded, folder, say, Watched);
        }
        catch (InputException) when (!isSimulating)
        {
            CalibrationRunner.Forget(folder); // points of a plan that is refused serve no other
            throw;
        }
        catch (Exception fault) when (fault is not InputException)
        {
            SweepVerb.SayKept(folder, Tell);
            throw;
        }

        CalibrationFolder.Write(result, target, folder, text);
        CalibrationRunner.Forget(folder);
        if (!quiet)
        {
            output.Write(CalibrationText.Write(result, text));
            string page = Path.Combine(folder, CalibrationFolder.PageFile);
            output.WriteLine(text.Say($"Page, tables, figures and scenario: {page}", $"Page, tableaux, figures et scénario\u00a0: {page}"));
        }

        return CommandLineProgram.Done;

        double[][][] Watched(Func<RunWatch, double[][][]> part)
        {
            using var bar = new ProgressLines(quiet ? TextWriter.Null : error, text, new Words("points", "points"));
            isSimulating = true; // what is refused then is former work, which stays
            double[][][] values = part(new RunWatch(options.Leftovers(parsed), bar.Report, Tell, stop));
            isSimulating = false;
            return values;
        }
    }
}
