using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli;

/// <summary>What inputs say and most probably do not mean.</summary>
internal static class InputWarnings
{
    /// <summary>Says it, a line each, in the language asked for.</summary>
    public static void Write(IEnumerable<InputWarning> warnings, TextWriter error, ReportText text)
    {
        foreach (InputWarning warning in warnings)
        {
            error.WriteLine(text.Say(warning.ToString(), warning.French));
        }
    }
}
