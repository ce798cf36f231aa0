using System.CommandLine;
using System.CommandLine.Help;
using InstallSim.Cli.Verbs;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli;

/// <summary>
/// The command <c>installsim</c>: exit code 0 done, 1 failed while running, 2 refused input, 75 (EX_TEMPFAIL of sysexits.h) stopped between
/// two pieces of work by SIGUSR1 or SIGTERM, so that --resume goes on.
/// </summary>
internal static class CommandLineProgram
{
    public const int Done = 0, Failed = 1, Refused = 2, Paused = 75;

    /// <summary>Verbs that keep pieces of work while they run, and finish those in hand before they stop.</summary>
    private static readonly string[] Resting = ["run", "compare", "sweep"];

    public static Command Root() => new("installsim", """
        InstallSim, the policy lab for medical deserts: where do young physicians install, and what would a policy change?

        Start with:
          installsim new demo          a folder of scenarios and tables, yours to change
          installsim compare demo      what seven policies change, with a report
          installsim validate demo     is what I wrote right?
          installsim list policies     what can I write?
        """)
    {
        new HelpOption(),
        new VersionOption(),
        Language.Option(),
        NewVerb.Command(),
        RunVerb.Command(),
        CompareVerb.Command(),
        SweepVerb.Command(),
        MergeVerb.Command(),
        DiscoverVerb.Command(),
        CalibrateVerb.Command(),
        SensitivityVerb.Command(),
        EstimateVerb.Command(),
        TableVerb.Command(),
        DesignVerb.Command(),
        RespondVerb.Command(),
        UptakeVerb.Command(),
        ExplainVerb.Command(),
        AccessVerb.Command(),
        ValidateVerb.Command(),
        ReportVerb.Command(),
        TraceVerb.Command(),
        ReproduceVerb.Command(),
        BacktestVerb.Command(),
        SchemaVerb.Command(),
        ListVerb.Command(),
        CompletionVerb.Command(),
    };

    /// <summary>Runs the program.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="standardOutput">Where results are said; when it cannot be written to, the program fails.</param>
    /// <param name="standardError">Where all else is said; when it cannot be written to, the program goes on.</param>
    public static int Run(string[] args, TextWriter standardOutput, TextWriter standardError)
    {
        using StandardWriter output = StandardWriter.Output(standardOutput), error = StandardWriter.Error(standardError);
        ReportText text = Language.Of(args);
        Language.Use(text);
        Command root = Root();
        args = Asked(args, root);
        if (CompletionVerb.Suggestions(root, args) is { } suggestions)
        {
            output.Write(string.Concat(suggestions.Select(suggestion => suggestion + "\n")));
            return Done;
        }

        if (text.IsFrench)
        {
            FrenchHelp.Translate(root);
        }

        return Invoke(root.Parse(args), root, text, output, error);
    }

    /// <summary>
    /// What was typed, with 'help' and 'help VERB' as '--help' and 'VERB --help', as people know it from other programs; 'help' of what is
    /// no verb as that word alone, which is refused.
    /// </summary>
    private static string[] Asked(string[] args, Command root) => args switch
    {
        ["help", var verb, ..] when !verb.StartsWith('-') && root.Subcommands.All(c => c.Name != verb) => [verb, .. args[2..]],
        ["help", .. var rest] => [.. rest, "--help"],
        _ => args,
    };

    private static int Invoke(ParseResult parsed, Command root, ReportText text, TextWriter output, TextWriter error)
    {
        if (parsed.Errors.Count > 0 || CommandFaults.Empty(parsed).Any())
        {
            return Refuse(parsed, root, error, text);
        }

        using var signals = new StopSignals(Resting.Contains(parsed.CommandResult.Command.Name));
        try
        {
            ProgramVariables.Check(Environment.GetEnvironmentVariable);
            var invocation = new Invocation
            {
                EnableDefaultExceptionHandler = false,
                Output = output,
                Error = error,
                ProcessTerminationTimeout = null,
                Rest = signals.Rest,
            };
            return parsed.InvokeAsync(invocation, signals.Stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (signals.IsResting)
        {
            error.WriteLine(text.Say(
                "installsim: stopped between two pieces of work, as asked", "installsim\u00a0: arrêté entre deux calculs, comme demandé"));
            return Paused;
        }
        catch (Exception fault) when (Refusal(fault) is { } refused)
        {
            Write(refused, error, text);
            return Refused;
        }
        catch (Exception fault) when (Failure(fault) is { } said)
        {
            error.WriteLine(text.Say($"installsim: {said.English}", $"installsim\u00a0: {said.French}"));
            return Failed;
        }
    }

    /// <summary>What the input is refused for, also where a thread of several found it; null: it is another fault.</summary>
    private static InputException? Refusal(Exception fault) => fault as InputException
        ?? (fault as AggregateException)?.Flatten().InnerExceptions.OfType<InputException>().FirstOrDefault();

    private static void Write(InputException refused, TextWriter error, ReportText text)
    {
        foreach (InputError fault in InputErrors.Sorted(refused.Errors))
        {
            error.WriteLine(text.Say(fault.ToString(), fault.French));
        }

        error.WriteLine(Count(refused, text));
    }

    /// <summary>Says what is wrong with the command itself.</summary>
    private static int Refuse(ParseResult parsed, Command root, TextWriter error, ReportText text)
    {
        foreach (string fault in CommandFaults.Of(parsed, root, text))
        {
            error.WriteLine(text.Say("installsim: ", "installsim\u00a0: ") + fault);
        }

        error.WriteLine(text.Say(
            "installsim: see 'installsim --help', or 'installsim VERB --help'",
            "installsim\u00a0: voir «\u00a0installsim --help\u00a0», ou «\u00a0installsim VERBE --help\u00a0»"));
        return Refused;
    }

    /// <summary>What ended the program, in the user's words; null where it shall end with a trace.</summary>
    private static Words? Failure(Exception fault) => fault switch
    {
        AggregateException many => Failure(many.Flatten().InnerExceptions[0]),
        OperationCanceledException => new Words("stopped", "arrêté"),
        OutOfMemoryException => new Words(
            "memory ran out; fewer --threads, scenarios or replications at once need less",
            "la mémoire est épuisée\u00a0; moins de --threads, de scénarios ou de réplications à la fois en demandent moins"),
        _ when WriteFaults.IsFull(fault) => new Words(
            "the disk is full; what was to be written is not there, what was there is as before",
            "le disque est plein\u00a0; ce qui devait être écrit n’y est pas, ce qui y était est inchangé"),
        IOException or UnauthorizedAccessException => new Words(fault.Message, fault.Message),
        _ when Environment.GetEnvironmentVariable("INSTALLSIM_DEBUG") is null => new Words(
            $"a fault of the program, not of your input: {fault.Message}\n"
                + "installsim: please report it; INSTALLSIM_DEBUG=1 shows where it arose",
            $"une faute du programme, non de vos données\u00a0: {fault.Message}\n"
                + "installsim\u00a0: merci de la signaler\u00a0; INSTALLSIM_DEBUG=1 montre où elle est née"),
        _ => null,
    };

    /// <summary>How many errors there are, and in how many messages where one stands for several.</summary>
    private static string Count(InputException refused, ReportText text)
    {
        (int count, int messages) = (refused.Errors.Sum(e => e.Count), refused.Errors.Count);
        string many = count == 1 ? "" : "s", told = messages == 1 ? "1 message" : $"{messages} messages";
        return text.Say(
            $"installsim: {count} error{many}{(count > messages ? $" in {told}" : "")}; nothing was written",
            $"installsim\u00a0: {count} erreur{many}{(count > messages ? $" en {told}" : "")}\u00a0; rien n’a été écrit");
    }
}
