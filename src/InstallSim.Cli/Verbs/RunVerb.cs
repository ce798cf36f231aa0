using System.CommandLine;

namespace InstallSim.Cli.Verbs;

/// <summary><c>run</c>: one scenario.</summary>
internal static class RunVerb
{
    public static Command Command()
    {
        var path = new Argument<string>("SCENARIO") { Description = "Scenario file." };
        path.Validators.Add(RunOptions.NoOptionIsAPath);
        var options = new RunOptions();
        var command = new Command("run", """
            Runs one scenario and writes results and a report.

            Example, after 'installsim new france --from france':
              installsim run france/baseline.yaml --replications 1
            """) { path };
        options.AddTo(command);
        command.SetAction((parsed, stop) => ExperimentVerb.Start(parsed, options, [parsed.GetValue(path)!], null, [], stop));
        return command;
    }
}
