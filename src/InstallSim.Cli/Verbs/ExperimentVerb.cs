using System.CommandLine;
using System.Globalization;
using InstallSim.Charts;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary>What <c>run</c> and <c>compare</c> do alike: read, simulate, write, say what came out.</summary>
internal static class ExperimentVerb
{
    /// <summary>Runs on another thread, for Ctrl-C is listened to only once the action has returned its task.</summary>
    public static Task<int> Start(
        ParseResult parsed, RunOptions options, IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> varied, CancellationToken stop) =>
        Task.Run(() => Run(parsed, options, paths, baseline, varied, stop), CancellationToken.None);

    private static int Run(
        ParseResult parsed, RunOptions options, IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> varied, CancellationToken stop)
    {
        LoadedExperiment loaded = ExperimentReader.Read(paths, baseline, options.Overrides(parsed), options.Threads(parsed));
        IReadOnlyList<SettingInfo> settings = SensitivityRunner.Choose(loaded, varied);
        Experiment experiment = loaded.Experiment;
        string folder = options.Out(parsed, experiment.Name);
        AtomicFolder.Check(folder);
        bool quiet = options.Quiet(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        if (!quiet)
        {
            Announce(loaded, output, error);
        }

        RunResults results;
        try
        {
            using var bar = new ProgressLines(quiet ? TextWriter.Null : error);
            results = ExperimentRunner.Run(loaded, folder, options.Resume(parsed), bar.Report, stop);
            if (settings.Count > 0)
            {
                Action<string> say = quiet ? _ => { } : change => error.WriteLine($"with {change}");
                results = results with { Sensitivities = SensitivityRunner.Run(results, loaded, settings, folder, options.Resume(parsed), say, stop) };
            }
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"installsim: stopped; finished replications are kept in {ExperimentRunner.StoreOf(folder)}: the same command with --resume goes on");
            return CommandLineProgram.Failed;
        }

        Manifest manifest = ResultsFolder.Write(results, folder, (all, temporary) =>
        {
            HtmlReport.Write(all, Path.Combine(temporary, "report.html"), options.Language(parsed));
            var context = new FigureContext(new ResultIndex(all), ReportText.For(options.Language(parsed)));
            FigureFiles.Write(FigureCatalog.All, context, Path.Combine(temporary, "figures"), "vega");
        });
        ExperimentRunner.Forget(folder);
        if (!quiet)
        {
            OutcomeTable.Write(results with { Manifest = manifest }, output);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Simulated in {manifest.Seconds:0.0} s. Report: {Path.Combine(folder, "report.html")}"));
        }

        return CommandLineProgram.Done;
    }

    /// <summary>Says what may not be meant, and what begins.</summary>
    private static void Announce(LoadedExperiment loaded, TextWriter output, TextWriter error)
    {
        foreach (InputWarning warning in loaded.Warnings)
        {
            error.WriteLine(warning);
        }

        Experiment experiment = loaded.Experiment;
        string Many(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count > 1 ? "s" : "")}");
        output.WriteLine($"{Many(experiment.Studies.Count, "scenario")} × {Many(experiment.Replications, "replication")}, "
            + $"{experiment.Studies[0].Scenario.Years}, {loaded.Territories.Table.Count} territories");
    }
}
