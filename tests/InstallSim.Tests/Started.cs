using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace InstallSim.Tests;

/// <summary>
/// A program that a test starts. One that does not end within <see cref="Patience"/> is killed with all that it started, and the test
/// fails with what was said.
/// </summary>
internal sealed class Started : IDisposable
{
    /// <summary>Much more than any of them takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder _output = new(), _error = new();

    /// <summary>Starts a program of the machine.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not there.</exception>
    public Started(string program, string[] words, string? folder = null, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process = new Process { StartInfo = start };
        Process.OutputDataReceived += (_, said) => Keep(_output, said.Data);
        Process.ErrorDataReceived += (_, said) => Keep(_error, said.Data);
        Process.Start();
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    /// <summary>The process, as long as this is kept.</summary>
    public Process Process { get; }

    /// <summary>Starts InstallSim as a process of its own.</summary>
    public static Started InstallSim(string[] words, params (string Name, string Value)[] environment) => new(
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")),
        [Path.Combine(AppContext.BaseDirectory, "InstallSim.Cli.dll"), .. words], environment: environment);

    /// <summary>Waits for the end.</summary>
    public (int Code, string Output, string Error) End()
    {
        if (!Process.WaitForExit(Patience))
        {
            Process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', Process.StartInfo.ArgumentList)}: not ended after {Patience}; it said:\n{_output}{_error}");
        }

        // Without a time it waits for the last lines as well.
        Process.WaitForExit();
        return (Process.ExitCode, _output.ToString(), _error.ToString());
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
    }

    private static void Keep(StringBuilder said, string? line)
    {
        lock (said)
        {
            said.Append(line).Append(line is null ? "" : "\n");
        }
    }
}
