using System.CommandLine;
using System.Globalization;
using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Influence;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Verbs;

/// <summary><c>sensitivity</c>: runs a plan at many points and says which numbers outcomes hang on.</summary>
internal static class SensitivityVerb
{
    public static Command Command()
    {
        var path = new Argument<string>("PLAN") { Description = "A plan: scenarios, numbers, outcomes, method." };
        path.Validators.Add(RunOptions.NoOptionIsAPath);
        var folder = new Option<string?>("--out")
        {
            Description = "Folder of the results (default: out/NAME-sensitivity).",
            HelpName = "DIR",
        };
        Option<int> threads = RunOptions.ThreadsOption();
        Option<string[]> set = RunOptions.SetOption("scenario");
        var resume = new Option<bool>("--resume") { Description = "Goes on with a plan that was stopped." };
        Option<bool> force = RunOptions.ForceOption(
            "Replaces results that were changed, keeping what this program did not write; throws unfinished work away.");
        var yes = new Option<bool>("--yes") { Description = "Means it, though the plan has more than 20000 runs." };
        var quiet = new Option<bool>("--quiet") { Description = "Says nothing but errors." };
        var command = new Command("sensitivity", """
            Says which numbers an outcome hangs on when all vary together, policies' own included: sorts out those without effect (Morris),
            shares out the variance (Sobol'), or compares distributions (PAWN).

            Example, after 'installsim new demo':
              installsim sensitivity demo/plans/sensitivity.yaml
            """) { path, folder, threads, set, resume, force, yes, quiet };
        command.SetAction((parsed, stop) =>
        {
            var asked = new Asked(parsed.GetValue(path)!, parsed.GetValue(folder), parsed.GetValue(set)!, parsed.GetValue(threads),
                new Leftovers(parsed.GetValue(resume), parsed.GetValue(force)), parsed.GetValue(yes), parsed.GetValue(quiet));
            return Task.Run(() => Run(parsed, asked, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Run(ParseResult parsed, Asked asked, CancellationToken stop)
    {
        ReportText text = Language.Of(parsed);
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        LoadedPlan<SensitivitySettings> plan = SensitivitySource.Read(asked.Path, asked.Overrides, asked.Threads, asked.IsMeant);
        string folder = asked.Folder ?? Path.Combine("out", Path.GetFileNameWithoutExtension(asked.Path) + "-sensitivity");
        using AtomicFolder target = SensitivityFolder.Begin(plan, folder, asked.Leftovers.Force).SayReplaced(parsed);
        if (!asked.IsQuiet)
        {
            Announce(plan, output, error, text);
        }

        SensitivityResult result;
        try
        {
            using var bar = new ProgressLines(asked.IsQuiet ? TextWriter.Null : error, text, new Words("points", "points"));
            Action<Words> tell = asked.IsQuiet ? words => error.WriteLine(text.Say(words.English, words.French)) : bar.Tell;
            result = SensitivityAnalysis.Run(plan, folder, new RunWatch(asked.Leftovers, bar.Report, tell, stop),
                asked.IsQuiet ? _ => { }
            : bar.Tell);
            SensitivityFolder.Write(result, target, text);
        }
        catch (Exception)
        {
            SweepVerb.SayKept(folder, words => error.WriteLine(text.Say(words.English, words.French)));
            throw;
        }

        PointRunner.Forget(folder);
        if (!asked.IsQuiet)
        {
            output.Write(SensitivityTable.Write(result, text));
            string page = Path.Combine(folder, SensitivityFolder.PageFile);
            output.WriteLine(text.Say($"Page, tables and figures: {page}", $"Page, tableaux et figures\u00a0: {page}"));
        }

        return CommandLineProgram.Done;
    }

    /// <summary>Says what may not be meant, and what begins.</summary>
    private static void Announce(LoadedPlan<SensitivitySettings> plan, TextWriter output, TextWriter error, ReportText text)
    {
        foreach (InputWarning warning in plan.Loaded.Warnings)
        {
            error.WriteLine(text.Say(warning.ToString(), warning.French));
        }

        double points = (double)plan.Settings.Count * plan.Settings.Width(plan.Numbers.Count);
        string so = string.Create(CultureInfo.InvariantCulture,
            $"{points} points × {plan.Loaded.Experiment.Scenarios.Count} × {plan.Loaded.Experiment.Replications} = {plan.RunsOf(points)}");
        (string method, int numbers) = (plan.Settings.MethodName, plan.Numbers.Count);
        string many = numbers == 1 ? "" : "s";
        output.WriteLine(text.Say($"{method}, {numbers} number{many}, {so} runs", $"{method}, {numbers} nombre{many}, {so} calculs"));
    }

    private sealed record Asked(
        string Path, string? Folder, IReadOnlyList<string> Overrides, int Threads, Leftovers Leftovers, bool IsMeant, bool IsQuiet);
}
