using System.CommandLine;
using System.Runtime.InteropServices;

namespace InstallSim.Cli;

/// <summary>What a verb is invoked with: System.CommandLine's own, and how to rest.</summary>
internal sealed class Invocation : InvocationConfiguration
{
    /// <summary>Set when the run shall end after the pieces of work that are under way.</summary>
    public required CancellationToken Rest { get; init; }

    /// <summary>The same of a command that was parsed.</summary>
    public static CancellationToken RestOf(ParseResult parsed) =>
        parsed.InvocationConfiguration is Invocation invocation ? invocation.Rest : CancellationToken.None;
}

/// <summary>
/// Signals that end a run. Ctrl-C gives up what is under way. SIGUSR1 and SIGTERM, which schedulers send before a time limit, let verbs
/// that keep pieces of work finish those under way first; other verbs they end as Ctrl-C does.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>Between Ctrl-C and the end of the process at most: the year under way is given up at its end.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new(), _rest = new();
    private readonly List<PosixSignalRegistration> _heard = [];

    /// <summary>Begins to listen.</summary>
    /// <param name="rests">Whether the verb keeps pieces of work.</param>
    public StopSignals(bool rests)
    {
        Hear(PosixSignal.SIGINT, rests: false);
        Hear(PosixSignal.SIGTERM, rests);
        if (!OperatingSystem.IsWindows())
        {
            // SIGUSR1 has no name in .NET: 10 on Linux, 30 on macOS and the BSDs.
            Hear((PosixSignal)(OperatingSystem.IsLinux() ? 10 : 30), rests);
        }
    }

    /// <summary>Gives up what is under way.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Finishes what is under way.</summary>
    public CancellationToken Rest => _rest.Token;

    /// <summary>Whether the run was asked to rest and not to stop.</summary>
    public bool IsResting => _rest.IsCancellationRequested && !_stop.IsCancellationRequested;

    public void Dispose()
    {
        _heard.ForEach(registration => registration.Dispose());
        _stop.Dispose();
        _rest.Dispose();
    }

    private void Hear(PosixSignal signal, bool rests) => _heard.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (rests)
        {
            _rest.Cancel();
            return;
        }

        _stop.Cancel();
        _ = Task.Delay(TimeToStop).ContinueWith(_ => Environment.Exit(CommandLineProgram.Failed), TaskScheduler.Default);
    }));
}
