using System.CommandLine;
using System.Globalization;
using InstallSim.Charts.Files;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary>What <c>run</c> and <c>compare</c> do alike: read, simulate, write, say what came out.</summary>
internal static class ExperimentVerb
{
    /// <summary>Runs on another thread, for Ctrl-C is listened to only once the action has returned its task.</summary>
    public static Task<int> Start(
        ParseResult parsed, RunOptions options, IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> varied,
        CancellationToken stop) =>
        Task.Run(() => Run(parsed, options, paths, baseline, varied, stop), CancellationToken.None);

    private static int Run(
        ParseResult parsed, RunOptions options, IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> varied,
        CancellationToken stop)
    {
        LoadedExperiment loaded = ExperimentReader.Read(paths, baseline, options.Overrides(parsed), options.Threads(parsed));
        IReadOnlyList<SettingInfo> settings = SensitivityRunner.Choose(loaded, varied);
        Experiment experiment = loaded.Experiment;
        string folder = options.Out(parsed, experiment.Name);
        AtomicFolder.Check(folder);
        ReportText text = Language.Of(parsed);
        bool quiet = options.Quiet(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        if (!quiet)
        {
            Announce(loaded, output, error, text);
        }

        RunResults results;
        try
        {
            using var bar = new ProgressLines(quiet ? TextWriter.Null : error, text);
            results = ExperimentRunner.Run(loaded, folder, options.Resume(parsed), bar.Report, stop);
            if (settings.Count > 0)
            {
                Action<Words> say = quiet
                    ? _ => { }
                : change => error.WriteLine(text.Say($"with {change.English}", $"avec {change.French}"));
                results = results with
                {
                    Sensitivities = SensitivityRunner.Run(results, loaded, settings, folder, options.Resume(parsed), say, stop),
                };
            }
        }
        catch (OperationCanceledException)
        {
            string store = ExperimentRunner.StoreOf(folder);
            error.WriteLine(text.Say(
                $"installsim: stopped; finished replications are kept in {store}: the same command with --resume goes on",
                $"installsim\u00a0: arrêté\u00a0; les réplications terminées sont gardées dans {store}\u00a0: la même "
                    + $"commande avec --resume continue"));
            return CommandLineProgram.Failed;
        }

        results = WithDoubts(results, quiet ? TextWriter.Null : error, text);
        Manifest manifest = ResultsFolder.Write(results, folder, (all, temporary) =>
        {
            HtmlReport.Write(all, Path.Combine(temporary, "report.html"), text.Language);
            var context = new FigureContext(new ResultIndex(all), text);
            FigureFiles.Write(FigureCatalog.All, context, Path.Combine(temporary, "figures"), "vega");
        });
        ExperimentRunner.Forget(folder);
        if (!quiet)
        {
            OutcomeTable.Write(results with { Manifest = manifest }, output, text);
            (string seconds, string report) = (text.Number(manifest.Seconds, 1), Path.Combine(folder, "report.html"));
            output.WriteLine(text.Say($"Simulated in {seconds} s. Report: {report}",
                $"Simulé en {seconds}\u00a0s. Rapport\u00a0: {report}"));
        }

        return CommandLineProgram.Done;
    }

    /// <summary>Says what is hardly plausible about the baseline, and notes it in the results.</summary>
    private static RunResults WithDoubts(RunResults results, TextWriter error, ReportText text)
    {
        IReadOnlyList<InputMessage> doubts = BaselineCheck.Of(results);
        foreach (InputMessage doubt in doubts)
        {
            error.WriteLine(text.Say($"warning: {doubt.English}", $"avertissement\u00a0: {doubt.French}"));
        }

        Manifest manifest = results.Manifest;
        return results with
        {
            Manifest = manifest with { Warnings = [.. manifest.Warnings, .. doubts.Select(d => new Remark(d.English, d.French))] },
        };
    }

    /// <summary>Says what may not be meant, and what begins.</summary>
    private static void Announce(LoadedExperiment loaded, TextWriter output, TextWriter error, ReportText text)
    {
        foreach (InputWarning warning in loaded.Warnings)
        {
            error.WriteLine(text.Say(warning.ToString(), warning.French));
        }

        Experiment experiment = loaded.Experiment;
        string Many(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count > 1 ? "s" : "")}");
        output.WriteLine($"{Many(experiment.Scenarios.Count, text.Say("scenario", "scénario"))} × "
            + $"{Many(experiment.Replications, text.Say("replication", "réplication"))}, "
            + $"{experiment.Scenarios[0].Scenario.Years}, {loaded.Territories.Table.Count} {text.Say("territories", "territoires")}");
    }
}
