namespace InstallSim.Choice.Kernels;

/// <summary>Bounds of V + ε of one situation, of blocks or of stretches of them.</summary>
/// <param name="stride">As many, rounded up to whole vectors.</param>
internal sealed class BlockBounds(int stride)
{
    /// <summary>As many, rounded up to whole vectors.</summary>
    public int Stride => stride;

    /// <summary>The highest ε, slack included, shape [stride].</summary>
    public float[] Errors { get; } = new float[stride];

    /// <summary>The bound of V + ε, shape [stride]; −∞ beyond the last, and where no bound is asked for.</summary>
    public float[] Bound { get; } = new float[stride];
}
