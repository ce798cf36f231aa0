using System.CommandLine;
using InstallSim.Experiments;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.Studies;

namespace InstallSim.Cli.Verbs;

/// <summary><c>reproduce</c>: runs again what made results, and says whether they come out the same.</summary>
internal static class ReproduceVerb
{
    public static Command Command()
    {
        var path = new Argument<string>("RESULTS") { Description = "A results folder, or its manifest.json." };
        path.Validators.Add(RunOptions.NoOptionIsAPath);
        Option<int> threads = RunOptions.ThreadsOption();
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var command = new Command("reproduce", """
            Runs again what made results, from the same inputs, and compares every table, byte by byte. Writes nothing.
            Call it in the folder in which the results were made. Exit code 0: all tables are the same; 1: some differ; 2: refused.

            Example, after 'installsim new demo' and 'installsim compare demo':
              installsim reproduce out/demo
            """) { path, threads, quiet };
        command.SetAction((parsed, stop) => Task.Run(
            () => Run(parsed, parsed.GetValue(path)!, parsed.GetValue(threads), parsed.GetValue(quiet), stop), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, string path, int threads, bool quiet, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        (TextWriter output, TextWriter error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        void Tell(Words words) => error.WriteLine(text.Say(words.English, words.French));
        StudyFolder.RefuseAsResults(path);
        FolderKind.RefuseAsResults(path);
        Manifest manifest = Reproduction.Read(path);
        LoadedExperiment loaded = Reproduction.Load(manifest, threads);
        (ProgramInfo then, ProgramInfo now) = (manifest.Program, ProgramInfo.Current);
        if (then.ToString() != now.ToString())
        {
            Tell(new Words($"Made by another program: {then}; this is {now}.",
                $"Fait par un autre programme\u00a0: {then}\u00a0; celui-ci est {now}."));
        }

        IReadOnlyList<TableCheck> tables;
        using (var bar = new ProgressLines(quiet ? TextWriter.Null : error, text))
        {
            var watch = new RunWatch(default, bar.Report, quiet ? Tell : bar.Tell, stop);
            tables = Reproduction.Run(manifest, loaded, Directory.Exists(path) ? path : null, quiet ? _ => { } : bar.Tell, watch);
        }

        int different = tables.Count(t => t.Difference is not null);
        if (!quiet || different > 0)
        {
            Say(tables, manifest, different, output, text);
        }

        return different == 0 ? CommandLineProgram.Done : CommandLineProgram.Failed;
    }

    private static void Say(IReadOnlyList<TableCheck> tables, Manifest manifest, int different, TextWriter output, ReportText text)
    {
        foreach ((string file, Words? difference) in tables)
        {
            output.WriteLine(difference is null ? text.Say($"{file}: the same", $"{file}\u00a0: identique")
                : text.Say($"{file}: {difference.English}", $"{file}\u00a0: {difference.French}"));
        }

        output.WriteLine(different == 0
            ? text.Say($"Reproduced: {tables.Count} tables are the same. Hash of the results: {manifest.ResultHash}",
                $"Reproduit\u00a0: {tables.Count} tableaux sont identiques. Empreinte des résultats\u00a0: {manifest.ResultHash}")
            : text.Say($"Not reproduced: {different} of {tables.Count} tables differ.",
                $"Non reproduit\u00a0: {different} tableaux sur {tables.Count} diffèrent."));
    }
}
