namespace InstallSim.Choice.Estimation;

/// <summary>Expected shares of alternatives and their derivatives.</summary>
/// <param name="Shares">Σ w·P by code of the alternative, shape [J].</param>
/// <param name="Slopes">∂shares/∂θ, shape [K, J].</param>
internal sealed record ShareSlopes(double[] Shares, double[] Slopes);
