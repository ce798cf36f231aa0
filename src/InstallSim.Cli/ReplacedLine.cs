using System.CommandLine;
using InstallSim.Outputs;

namespace InstallSim.Cli;

/// <summary>That finished results are about to be replaced.</summary>
internal static class ReplacedLine
{
    /// <summary>Says it, where the folder that is begun holds any.</summary>
    public static AtomicFolder SayReplaced(this AtomicFolder target, ParseResult parsed)
    {
        if (target.Replaces is { } lost)
        {
            parsed.InvocationConfiguration.Error.WriteLine(Language.Of(parsed).Say(lost.English, lost.French));
        }

        return target;
    }
}
