using InstallSim.Choice.Kernels;

namespace InstallSim.Simulation;

/// <summary>
/// Probabilities of places given that one is taken, those of the nested logit that choices follow: P_if = N_i^τ / Σ N^τ · e^(V_if/τ) / N_i,
/// N_i = Σ_f e^(V_if/τ), and I = ln Σ N^τ.
/// </summary>
/// <param name="territories">Number of territories, I.</param>
/// <param name="tau">τ, in (0, 1].</param>
internal sealed class PlaceShares(int territories, double tau)
{
    private readonly double[] _nest = new double[territories];

    /// <summary>Turns utilities into probabilities.</summary>
    /// <param name="v">V, utils, shape [F, I], −∞ where not open or not considered; receives the probabilities.</param>
    /// <returns>I, utils; −∞ where nothing is open.</returns>
    public double Fill(Span<double> v)
    {
        double most = double.NegativeInfinity;
        foreach (double value in v)
        {
            most = Math.Max(most, value);
        }

        if (double.IsNegativeInfinity(most))
        {
            v.Clear();
            return most;
        }

        Array.Clear(_nest);
        for (int k = 0; k < v.Length; k++)
        {
            v[k] = Elementary.Exp((v[k] - most) / tau);
            _nest[k % territories] += v[k];
        }

        double sum = 0;
        foreach (double nest in _nest)
        {
            sum += Power(nest);
        }

        for (int k = 0; k < v.Length; k++)
        {
            double nest = _nest[k % territories];
            v[k] = nest > 0 ? Power(nest) / sum * (v[k] / nest) : 0;
        }

        return most + Elementary.Log(sum);
    }

    private double Power(double nest) => nest > 0 ? Elementary.Exp(tau * Elementary.Log(nest)) : 0;
}
