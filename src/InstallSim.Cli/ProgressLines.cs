using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Outputs;
using Spectre.Console;

namespace InstallSim.Cli;

/// <summary>A bar with the time left on a terminal, a line for each tenth elsewhere.</summary>
internal sealed class ProgressLines : IDisposable
{
    /// <summary>The time left is told by all replications so far, for one may take longer than the half minute that is usual.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly TextWriter _writer;
    private readonly IAnsiConsole? _terminal;
    private readonly ReportText _text;
    private readonly string _what;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new();
    private readonly Task? _shown;
    private ProgressTask? _bar;
    private int _tenths;

    /// <summary>Begins to show progress.</summary>
    /// <param name="writer">Standard error, or <see cref="TextWriter.Null"/> to say nothing.</param>
    /// <param name="text">Language.</param>
    /// <param name="what">What is counted, in the plural; replications when null.</param>
    public ProgressLines(TextWriter writer, ReportText text, Words? what = null) : this(writer, TerminalOf(writer), text, what)
    {
    }

    /// <summary>Begins to show progress on a terminal that is given; by lines where it is null.</summary>
    internal ProgressLines(TextWriter writer, IAnsiConsole? terminal, ReportText text, Words? what = null)
    {
        (_writer, _terminal, _text) = (writer, terminal, text);
        _what = what is null ? text.Say("replications", "réplications") : text.Say(what.English, what.French);
        _shown = terminal?.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(ShowUntilEnded);
    }

    public void Report(ExperimentProgress progress)
    {
        string said = $"{progress.Finished}/{progress.Asked} {(progress.Asked == 1 ? _what.TrimEnd('s') : _what)}";
        lock (_lock)
        {
            if (_bar is not null)
            {
                _bar.IsIndeterminate = false;
                _bar.MaxValue = progress.Asked;
                _bar.Value = progress.Finished;
                _bar.Description = said + _text.Say(", time left", ", temps restant");
            }

            int tenths = progress.Finished * 10 / progress.Asked;
            if (_shown is null && tenths > _tenths)
            {
                _writer.WriteLine(said);
            }

            _tenths = Math.Max(_tenths, tenths);
        }
    }

    /// <summary>Says something while the bar is there: above it.</summary>
    public void Tell(Words words)
    {
        string said = _text.Say(words.English, words.French);
        if (_terminal is null)
        {
            _writer.WriteLine(said);
        }
        else
        {
            _terminal.WriteLine(said);
        }
    }

    /// <summary>Clears the bar; what is written afterwards stands in its place.</summary>
    public void Dispose()
    {
        _ended.TrySetResult();
        _shown?.GetAwaiter().GetResult();
    }

    private static IAnsiConsole? TerminalOf(TextWriter writer)
    {
        if (writer == TextWriter.Null || Console.IsErrorRedirected)
        {
            return null;
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        return terminal.Profile.Capabilities is { Ansi: true, Interactive: true } ? terminal : null;
    }

    private Task ShowUntilEnded(ProgressContext context)
    {
        lock (_lock)
        {
            _bar = context.AddTask(_what);
            _bar.IsIndeterminate = true;
            _bar.MaxSamplingAge = Remembered;
        }

        return _ended.Task;
    }
}
