using System.ComponentModel;
using System.Diagnostics;

namespace InstallSim.Cli.Slurm;

/// <summary>Calls a command of Slurm.</summary>
internal static class SlurmProgram
{
    /// <summary>What a command said.</summary>
    /// <param name="Code">Exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    public sealed record Answer(int Code, string Output, string Error);

    /// <summary>Whether a command is on the PATH.</summary>
    public static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Calls it; null where it cannot be called.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="input">What it reads from standard input; empty where nothing.</param>
    /// <param name="words">Its arguments.</param>
    public static Answer? Call(string program, string input, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            try
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended without reading all; its exit code says why.
            }

            process.WaitForExit();
            return new Answer(process.ExitCode, output.Result.Trim(), error.Result.Trim());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
