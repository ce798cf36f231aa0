using InstallSim.Choice.Data;

namespace InstallSim.Choice.Estimation;

/// <summary>Expected shares of alternatives and their derivatives.</summary>
/// <param name="Shares">Σ w·P by code of the alternative, shape [J].</param>
/// <param name="Slopes">∂shares/∂θ, shape [K, J].</param>
internal sealed record ShareSlopes(double[] Shares, double[] Slopes)
{
    /// <summary>Of nothing yet.</summary>
    public static ShareSlopes Zero(int codes, int parameters) => new(new double[codes], new double[parameters * codes]);

    /// <summary>Adds a situation.</summary>
    /// <param name="data">Choice sets.</param>
    /// <param name="n">The situation.</param>
    /// <param name="weight">w.</param>
    /// <param name="probability">P of its alternatives, shape [J].</param>
    /// <param name="slopes">∂P/∂θ, shape [J, K].</param>
    public void Add(ChoiceData data, int n, double weight, ReadOnlySpan<double> probability, ReadOnlySpan<double> slopes)
    {
        int parameters = Slopes.Length / Shares.Length;
        for (int j = 0; j < probability.Length; j++)
        {
            int code = data.Alternative(data.Start(n) + j);
            Shares[code] += weight * probability[j];
            for (int k = 0; k < parameters; k++)
            {
                Slopes[(k * Shares.Length) + code] += weight * slopes[(j * parameters) + k];
            }
        }
    }

    /// <summary>Adds what others sum to.</summary>
    public void Add(ShareSlopes other)
    {
        for (int i = 0; i < Shares.Length; i++)
        {
            Shares[i] += other.Shares[i];
        }

        for (int i = 0; i < Slopes.Length; i++)
        {
            Slopes[i] += other.Slopes[i];
        }
    }
}
