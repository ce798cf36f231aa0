using System.Diagnostics;
using System.Runtime.InteropServices;

namespace InstallSim.Tests;

/// <summary>
/// A program that a test starts. One that does not end within <see cref="Patience"/> is killed with all that it started, and the test
/// fails with what was said.
/// </summary>
internal sealed class Started : IDisposable
{
    /// <summary>Much more than any of them takes on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Task<string> _output, _error;

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

        Process = Process.Start(start)!;
        (_output, _error) = (Process.StandardOutput.ReadToEndAsync(), Process.StandardError.ReadToEndAsync());
    }

    /// <summary>The process, as long as this is kept.</summary>
    public Process Process { get; }

    /// <summary>
    /// Starts InstallSim as a process of its own, which hears Ctrl-C even where these tests do not, as in the background of a script: what
    /// starts there ignores it, and .NET keeps it so.
    /// </summary>
    public static Started InstallSim(string[] words, params (string Name, string Value)[] environment)
    {
        string dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        string[] call = [dotnet, Path.Combine(AppContext.BaseDirectory, "InstallSim.Cli.dll"), .. words];
        return OperatingSystem.IsLinux()
            ? new("env", ["--default-signal=INT", .. call], environment: environment)
            : new(call[0], call[1..], environment: environment);
    }

    /// <summary>Waits for the end, also of what it started and left with its streams.</summary>
    public (int Code, string Output, string Error) End()
    {
        bool isEnded = Process.WaitForExit(Patience) && Task.WaitAll([_output, _error], Patience);
        if (!isEnded)
        {
            Process.Kill(entireProcessTree: true);
            string said = Task.WaitAll([_output, _error], TimeSpan.FromSeconds(5)) ? _output.Result + _error.Result : "";
            Assert.Fail($"{string.Join(' ', Process.StartInfo.ArgumentList)}: not ended after {Patience}; it said:\n{said}");
        }

        return (Process.ExitCode, _output.Result, _error.Result);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
        }

        Process.Dispose();
    }
}
