using InstallSim.Cli;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Calls the program as a user does, in this process.</summary>
internal static class CommandLine
{
    /// <summary>What a call ended with.</summary>
    /// <param name="Code">Exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    public sealed record Outcome(int Code, string Output, string Error)
    {
        /// <summary>Lines of standard error.</summary>
        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Runs the program.</summary>
    public static Outcome Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = CommandLineProgram.Run(args, output, error);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs what must succeed.</summary>
    public static string Done(params string[] args)
    {
        Outcome outcome = Run(args);
        Assert.That(outcome.Code, Is.Zero, $"{string.Join(' ', args)}\n{outcome.Error}");
        return outcome.Output;
    }
}
