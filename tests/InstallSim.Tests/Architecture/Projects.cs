using System.Reflection;
using InstallSim.Choice.Draws;
using InstallSim.Inputs;

namespace InstallSim.Tests.Architecture;

/// <summary>The compiled projects.</summary>
internal static class Projects
{
    public static Assembly Choice { get; } = typeof(DrawKey).Assembly;

    public static Assembly Simulation { get; } = typeof(KeyAttribute).Assembly;
}
