using InstallSim.Experiments;
using InstallSim.Outputs;
using Spectre.Console;

namespace InstallSim.Cli;

/// <summary>A bar on a terminal, a line for each tenth elsewhere.</summary>
internal sealed class ProgressLines : IDisposable
{
    private readonly TextWriter _writer;
    private readonly bool _isTerminal;
    private readonly Lock _lock = new();
    private readonly string _replications;
    private int _tenths;

    public ProgressLines(TextWriter writer, ReportText text)
    {
        _replications = text.Say("replications", "réplications");
        _writer = writer;
        _isTerminal = writer != TextWriter.Null && !Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Ansi;
    }

    public void Report(ExperimentProgress progress)
    {
        lock (_lock)
        {
            int tenths = progress.Finished * 10 / progress.Asked;
            if (_isTerminal)
            {
                int filled = progress.Finished * 40 / progress.Asked;
                _writer.Write($"\r[{new string('█', filled)}{new string('░', 40 - filled)}] "
                    + $"{progress.Finished}/{progress.Asked} {_replications}");
            }
            else if (tenths > _tenths)
            {
                _writer.WriteLine($"{progress.Finished}/{progress.Asked} {_replications}");
            }

            _tenths = Math.Max(_tenths, tenths);
        }
    }

    public void Dispose()
    {
        if (_isTerminal)
        {
            _writer.Write("\r" + new string(' ', 70) + "\r");
        }
    }
}
