using System.Text;

namespace InstallSim.Cli;

/// <summary>Writes to standard output or error and says what becomes of it where that is full or closed.</summary>
/// <param name="inner">The stream.</param>
/// <param name="failed">Called instead of a failure.</param>
internal sealed class StandardWriter(TextWriter inner, Action<Exception> failed) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Standard error: a full or closed one must not end a run of hours.</summary>
    public static StandardWriter Error(TextWriter inner) => new(inner, _ => { });

    /// <summary>Standard output: whoever reads it must not take a part for the whole.</summary>
    public static StandardWriter Output(TextWriter inner) =>
        new(inner, fault => throw new IOException($"standard output cannot be written to: {fault.Message}"));

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            failed(fault);
        }
    }
}
