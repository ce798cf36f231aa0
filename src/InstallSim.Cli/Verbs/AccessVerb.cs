using System.CommandLine;
using InstallSim.Accessibility;
using InstallSim.Outputs;
using InstallSim.Readouts;

namespace InstallSim.Cli.Verbs;

/// <summary><c>access</c>: measures accessibility on a table of territories, without any simulation.</summary>
internal static class AccessVerb
{
    public static Command Command()
    {
        var table = new Argument<string>("TERRITORIES")
        {
            Description = "A territories.yaml, or a table whose columns are named as 'installsim list columns' says.",
        };
        var metric = new Option<string>("--metric")
        {
            Description = "Metric (see 'installsim list metrics'), or its keys: '{ type: raam, travel-minutes: 30 }'.",
            HelpName = "NAME",
            DefaultValueFactory = _ => AccessSource.DefaultMetric,
        };
        metric.CompletionSources.Add([.. AccessibilityCatalog.All.Keys]);
        var below = new Option<double?>("--below")
        {
            Description = "Accessibility under which a territory is under-dense (default: 2.5 for apl, else none).",
            HelpName = "X",
        };
        var fte = new Option<double>("--fte")
        {
            Description = "Full-time equivalents of a physician of the table.",
            HelpName = "X",
            DefaultValueFactory = _ => 1,
        };
        var folder = new Option<string?>("--out", "--output")
        {
            Description = "Folder of the results (default: out/NAME-access).",
            HelpName = "DIR",
        };
        Option<bool> force = RunOptions.ForceOption(
            "Replaces results that were changed or measured otherwise, keeping what this program did not write.");
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        below.Validators.Add(r => RunOptions.PositiveNumber(r));
        fte.Validators.Add(r => RunOptions.PositiveNumber(r, most: 2));
        table.Validators.Add(RunOptions.NoOptionIsAPath);
        var command = new Command("access", """
            Measures accessibility on a table of territories, and how unequal it is; nothing is simulated.

            Examples, after 'installsim new demo':
              installsim access demo/territories.yaml
              installsim access demo/territories.yaml --metric raam --below 60 --out out/raam
            """) { table, metric, below, fte, folder, force, quiet };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed,
            () => AccessSource.Read(parsed.GetValue(table)!, parsed.GetValue(metric)!, parsed.GetValue(fte), parsed.GetValue(below)),
            parsed.GetValue(folder), (parsed.GetValue(force), parsed.GetValue(quiet)))));
        return command;
    }

    private static int Run(ParseResult parsed, Func<AccessSource> read, string? folder, (bool Force, bool Quiet) how)
    {
        ReportText text = Language.Of(parsed);
        AccessSource source = read();
        string path = folder ?? Path.Combine("out", source.Name + "-access");
        using AtomicFolder target = AccessFolder.Begin(source, path, how.Force).SayReplaced(parsed);
        AccessResult result = AccessResult.Of(source);
        InputWarnings.Write(how.Quiet ? [] : result.Warnings, parsed.InvocationConfiguration.Error, text);
        AccessFolder.Write(result, target, text);
        if (!how.Quiet)
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.Write(AccessText.Write(result, text));
            output.WriteLine(text.Say($"Table and map: {path}", $"Tableau et carte\u00a0: {path}"));
        }

        return CommandLineProgram.Done;
    }
}
