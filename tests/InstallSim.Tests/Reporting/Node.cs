using System.ComponentModel;
using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

/// <summary>What only a build with Node.js has; tests that need it are skipped where it is absent.</summary>
internal static class Node
{
    private const string Message = "needs Node.js 20 or later with npm on the PATH, when it is built and when it runs";

    /// <summary>The folder of the page's scripts and of the packages that they use.</summary>
    public static string WebFolder { get; } = Repository.PathOf("src", "InstallSim", "Reporting", "web");

    /// <summary>Skips the test where the assembly holds no script of the page.</summary>
    public static void NeedBundle()
    {
        if (WebBundle.Script is null)
        {
            Assert.Ignore(Message);
        }
    }

    /// <summary>
    /// Runs a script of the page's folder and returns all that it says; skips the test where there is no Node or no package.
    /// </summary>
    public static string Run(params string[] arguments)
    {
        NeedBundle();
        try
        {
            using var node = new Started("node", arguments, WebFolder);
            (_, string output, string error) = node.End();
            return output + error;
        }
        catch (Win32Exception)
        {
            Assert.Ignore(Message);
            return "";
        }
    }
}
