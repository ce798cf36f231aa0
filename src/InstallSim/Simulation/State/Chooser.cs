namespace InstallSim.Simulation.State;

/// <summary>Who is choosing: policies may pay one and not the other.</summary>
internal enum Chooser : byte
{
    /// <summary>A graduate or locum who seeks a first place.</summary>
    Newcomer,
    /// <summary>An installed physician who looks for another place, or a locum who has practised before.</summary>
    Incumbent,
}
