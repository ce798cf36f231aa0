using System.CommandLine;
using System.Globalization;
using InstallSim.Charts.Files;
using InstallSim.Experiments;
using InstallSim.Experiments.Precision;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Cli.Verbs;

/// <summary>What <c>run</c> and <c>compare</c> do alike: read, simulate, write, say what came out.</summary>
internal static class ExperimentVerb
{
    private const string FiguresFolder = "figures";

    /// <summary>What the pieces of a run are called.</summary>
    public static Words Pieces { get; } = new("replications", "réplications");

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
        loaded = loaded with { Plan = loaded.Plan with { Varied = varied } };
        IReadOnlyList<SettingInfo> settings = SensitivityRunner.Choose(loaded, varied);
        Shard? shard = options.Part(parsed);
        string name = shard is null ? loaded.Experiment.Name
            : FormattableString.Invariant($"{loaded.Experiment.Name}-shard-{shard.Number}-of-{shard.Of}");
        string folder = options.Out(parsed, name);
        loaded = loaded with { Plan = loaded.Plan with { Title = options.Title(parsed) ?? TitleOf(folder, options.Leftovers(parsed)) } };
        var call = new ExperimentCall(loaded, settings, folder, options.Leftovers(parsed), options.Quiet(parsed))
        {
            Goals = options.Until(parsed, loaded),
            Minutes = options.Minutes(parsed),
            Storage = options.Storage(parsed),
        };
        return options.Status(parsed) || options.Slurm.IsAsked(parsed) ? ElsewhereVerb.Run(parsed, options, call, shard)
            : shard is not null ? ElsewhereVerb.RunShard(parsed, call, shard, stop)
            : Finish(parsed, call, stop);
    }

    /// <summary>The title of what is gone on with, stopped or finished; null where there is nothing, or none was said.</summary>
    private static string? TitleOf(string folder, Leftovers leftovers) => !leftovers.Resume ? null
        : ExperimentRunner.KeptTitle(folder)
            ?? (File.Exists(Path.Combine(folder, ResultsFolder.ManifestFile)) ? ResultsFolder.ReadManifest(folder).Plan.Title : null);

    /// <summary>Simulates what is not there yet, writes all and says what came out.</summary>
    public static int Finish(ParseResult parsed, ExperimentCall call, CancellationToken stop)
    {
        (LoadedExperiment loaded, string folder) = (call.Loaded, call.Folder);
        using AtomicFolder target = Begin(parsed, call);
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        if (!call.IsQuiet)
        {
            Announce(loaded, call.Goals, output, error, text);
        }

        void Tell(Words words) => error.WriteLine(text.Say(words.English, words.French));
        Simulated simulated;
        Manifest manifest;
        try
        {
            using var bar = new ProgressLines(call.IsQuiet ? TextWriter.Null : error, text);
            Action<Words> tell = call.IsQuiet ? Tell : bar.Tell;
            Action<Words> say = call.IsQuiet ? _ => { } : tell;
            var watch = new RunWatch(call.Leftovers, bar.Report, tell, stop) { Rest = Invocation.RestOf(parsed) };
            simulated = Simulate(call, say, watch);
            manifest = Write(simulated.Results, call, target, text);
        }
        catch (Exception fault) when (call.Leftovers.Shards is null && fault is not InputException)
        {
            SayKept(folder, Tell);
            throw;
        }

        ExperimentRunner.Forget(folder);
        if (!call.IsQuiet)
        {
            OutcomeTable.Write(simulated.Results with { Manifest = manifest }, output, text);
            PrecisionLines.Write(simulated.Until, manifest, output, text);
            (string seconds, string report) = (text.Number(manifest.Seconds, 1), Path.Combine(folder, "report.html"));
            output.WriteLine(text.Say($"Simulated in {seconds} s. Report: {report}",
                $"Simulé en {seconds}\u00a0s. Rapport\u00a0: {report}"));
        }

        return CommandLineProgram.Done;
    }

    /// <summary>Takes the folder of the results; says what finished results there will be replaced.</summary>
    /// <exception cref="InputException">It holds something else, larger results, or those that cannot be gone on with as asked.</exception>
    public static AtomicFolder Begin(ParseResult parsed, ExperimentCall call)
    {
        AtomicFolder target = AtomicFolder.CreateOf(
            call.Folder, call.Leftovers.Force, ResultsFolder.MarkFile, call.Loaded.Paths,
            [.. call.Leftovers.Shards ?? [], .. call.Loaded.Files.Select(file => file.Path)]).For(
            [
                .. ResultsFolder.Files, .. ExperimentRunner.FilesOf(Enumerable.Range(0, call.Loaded.Experiment.Replications)),
                .. FigureCatalog.All.Select(figure => $"{FiguresFolder}/{figure.Id}.vl.json"),
            ]);
        try
        {
            Words? more = call.Leftovers.Force ? null : ExperimentRunner.Loses(call.Loaded, call.Folder);
            if (more is not null && call.Leftovers is not { Resume: true, Shards: null })
            {
                throw new InputException(new Place(call.Folder), new Words(
                    $"holds finished results of {more.English}; name another --out, or --force replaces them",
                    $"contient des résultats terminés de {more.French}\u00a0; nommer un autre --out, ou --force les remplace"));
            }

            if (ExperimentRunner.Replaces(call.Loaded, call.Folder) is { } lost)
            {
                Words said = Lost(call.Folder, lost, call.Leftovers, more is not null);
                parsed.InvocationConfiguration.Error.WriteLine(Language.Of(parsed).Say(said.English, said.French));
            }

            return target;
        }
        catch (Exception)
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Simulates: so many replications, or until effects are known; then what hangs on ranges.</summary>
    private static Simulated Simulate(ExperimentCall call, Action<Words> say, RunWatch watch)
    {
        (LoadedExperiment loaded, string folder) = (call.Loaded, call.Folder);
        UntilOutcome? until = call.Goals.Count == 0 ? null : UntilRunner.Run(loaded, call.Goals, call.Minutes, folder, watch);
        loaded = until?.Loaded ?? loaded;
        RunResults results = SensitivityRunner.Add(
            until?.Results ?? ExperimentRunner.Run(loaded, folder, watch), loaded, call.Settings, folder,
            change => say(new Words($"with {change.English}", $"avec {change.French}")), watch);
        results = WithDoubts(results, say);
        Manifest manifest = results.Manifest;
        string now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new Simulated(
            results with
            {
                Manifest = manifest with { Finished = now, Seconds = call.Seconds ?? manifest.Seconds, LargeTables = call.Storage },
            },
            until);
    }

    /// <summary>Says what is hardly plausible about the baseline, and notes it in the results.</summary>
    private static RunResults WithDoubts(RunResults results, Action<Words> tell)
    {
        IReadOnlyList<InputMessage> doubts = BaselineCheck.Of(results);
        foreach (InputMessage doubt in doubts)
        {
            tell(new Words($"warning: {doubt.English}", $"avertissement\u00a0: {doubt.French}"));
        }

        Manifest manifest = results.Manifest;
        return results with
        {
            Manifest = manifest with { Warnings = [.. manifest.Warnings, .. doubts.Select(d => new Remark(d.English, d.French))] },
        };
    }

    private static Manifest Write(RunResults results, ExperimentCall call, AtomicFolder target, ReportText text) =>
        ResultsFolder.Write(results, target, (all, hash, temporary) =>
        {
            var index = new ResultIndex(all, hash);
            var page = Task.Run(() => HtmlReport.Write(index, Path.Combine(temporary, "report.html"), text.Language));
            try
            {
                FigureFiles.Write(FigureCatalog.All, new FigureContext(index, text), Path.Combine(temporary, FiguresFolder), "vega");
            }
            finally
            {
                page.GetAwaiter().GetResult();
            }

            ExperimentRunner.CopyReplications(call.Folder, all.Manifest.Replications, temporary, call.Leftovers.Shards);
        }, call.Loaded.Experiment.Threads);

    /// <summary>Says what finished results are about to be replaced.</summary>
    /// <exception cref="InputException">They were to be continued, which they cannot be, and nothing else is there to be.</exception>
    private static Words Lost(string folder, Words lost, Leftovers leftovers, bool isMore) =>
        leftovers is { Resume: true, Force: false, Shards: null } && (isMore || !ExperimentRunner.HasKept(folder))
        ? throw new InputException(new Place(folder), new Words(
            $"--resume cannot go on with what it holds: {lost.English}; {(isMore ? "" : "without --resume, or ")}with --force, they are "
                + "replaced",
            $"--resume ne peut continuer ce qu’il contient\u00a0: {lost.French}\u00a0; {(isMore ? "" : "sans --resume, ou ")}avec --force, "
                + "elles sont remplacées"))
        : FolderWords.Replaced(folder, lost);

    /// <summary>Says what is kept of a run that was stopped; where nothing is, its store goes.</summary>
    public static void SayKept(string folder, Action<Words> tell)
    {
        string store = ExperimentRunner.StoreOf(folder);
        if (!ExperimentRunner.HasKept(folder))
        {
            ExperimentRunner.Forget(folder);
        }
        else
        {
            tell(new Words(
                $"installsim: finished replications are kept in {store}: the same command with --resume goes on",
                $"installsim\u00a0: les réplications terminées sont gardées dans {store}\u00a0: la même commande avec --resume continue"));
        }
    }

    /// <summary>Says what may not be meant, and what begins.</summary>
    public static void Announce(
        LoadedExperiment loaded, IReadOnlyList<PrecisionGoal> goals, TextWriter output, TextWriter error, ReportText text)
    {
        InputWarnings.Write(loaded.Warnings, error, text);
        Experiment experiment = loaded.Experiment;
        string most = goals.Count == 0 ? "" : text.Say("at most ", "au plus ");
        output.WriteLine($"{Runs(experiment, text, most)}, {experiment.Scenarios[0].Scenario.Years}, "
            + $"{loaded.Territories.Table.Count} {text.Say("territories", "territoires")}");
    }

    /// <summary>How many scenarios and replications, each with its noun.</summary>
    public static string Runs(Experiment experiment, ReportText text, string most = "")
    {
        return $"{Many(experiment.Scenarios.Count, text.Say("scenario", "scénario"))} × "
            + $"{most}{Many(experiment.Replications, text.Say("replication", "réplication"))}";

        static string Many(int count, string what) =>
            string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count > 1 ? "s" : "")}");
    }

    /// <summary>What came out, and how well chosen effects are known where that was asked for.</summary>
    private sealed record Simulated(RunResults Results, UntilOutcome? Until);
}

/// <summary>What a run, a comparison or a merge of shards is asked for.</summary>
/// <param name="Loaded">The experiment.</param>
/// <param name="Settings">Numbers whose range is gone through.</param>
/// <param name="Folder">The folder to be.</param>
/// <param name="Leftovers">What becomes of finished replications that are there.</param>
/// <param name="IsQuiet">Whether nothing but errors is said.</param>
internal sealed record ExperimentCall(
    LoadedExperiment Loaded, IReadOnlyList<SettingInfo> Settings, string Folder, Leftovers Leftovers, bool IsQuiet)
{
    /// <summary>What shall be known how well; empty where the number of replications is said.</summary>
    public IReadOnlyList<PrecisionGoal> Goals { get; init; } = [];

    /// <summary>With goals: adds no more replications after so many minutes.</summary>
    public double? Minutes { get; init; }

    /// <summary>How large tables are stored; null for CSV.</summary>
    public TableStorage? Storage { get; init; }

    /// <summary>Wall time of the simulation where it was made elsewhere.</summary>
    public double? Seconds { get; init; }
}
