namespace InstallSim.Simulation.State;

/// <summary>Who is choosing: policies may pay one and not the other.</summary>
internal enum Chooser : byte
{
    /// <summary>A graduate or locum, for a first installation.</summary>
    Newcomer,
    /// <summary>An installed physician who looks for another place.</summary>
    Incumbent,
}
