using System.CommandLine;
using System.CommandLine.Help;
using InstallSim.Cli.Verbs;
using InstallSim.Inputs;

namespace InstallSim.Cli;

/// <summary>The command <c>installsim</c>: exit code 0 done, 1 failed while running, 2 refused input.</summary>
internal static class CommandLineProgram
{
    public const int Done = 0, Failed = 1, Refused = 2;

    /// <summary>Between Ctrl-C and the end of the process at most: the year under way is given up at its end.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    public static Command Root() => new("installsim", """
        InstallSim, the policy lab for medical deserts: where do young physicians install, and what would a policy change?

        Start with:
          installsim compare scenarios/centre-val-de-loire     what seven policies change, with a report
          installsim validate scenarios/centre-val-de-loire    is what I wrote right?
          installsim list policies                             what can I write?
        """)
    {
        new HelpOption(),
        new VersionOption(),
        Language.Option(),
        RunVerb.Command(),
        CompareVerb.Command(),
        EstimateVerb.Command(),
        DesignVerb.Command(),
        RespondVerb.Command(),
        ValidateVerb.Command(),
        ReportVerb.Command(),
        SchemaVerb.Command(),
        ListVerb.Command(),
    };

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        Command root = Root();
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            bool isVerb = parsed.CommandResult.Command != root || args.Length == 0 || args[0].StartsWith('-');
            foreach (string fault in isVerb ? parsed.Errors.Select(e => e.Message) : [UnknownVerb(args[0], root)])
            {
                error.WriteLine($"installsim: {fault}");
            }

            error.WriteLine("installsim: see 'installsim --help', or 'installsim VERB --help'");
            return Refused;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error, ProcessTerminationTimeout = TimeToStop });
        }
        catch (InputException refused)
        {
            error.WriteLine(refused.Message);
            int count = refused.Errors.Sum(e => e.Count), listed = refused.Errors.Count(e => e.Count == 1);
            error.WriteLine($"installsim: {count} error{(count == 1 ? "" : "s")}{(listed < count ? $", {count - listed} of them not listed" : "")}; nothing was written");
            return Refused;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("installsim: stopped");
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"installsim: {fault.Message}");
            return Failed;
        }
        catch (Exception fault) when (Environment.GetEnvironmentVariable("INSTALLSIM_DEBUG") is null)
        {
            error.WriteLine($"installsim: a fault of the program, not of your input: {fault.Message}");
            error.WriteLine("installsim: please report it; INSTALLSIM_DEBUG=1 shows where it arose");
            return Failed;
        }
    }

    private static string UnknownVerb(string verb, Command root)
    {
        string[] known = [.. root.Subcommands.Select(c => c.Name)];
        return $"there is no verb '{verb}'{DidYouMean.Hint(verb, known)}; verbs: {string.Join(", ", known)}";
    }
}
