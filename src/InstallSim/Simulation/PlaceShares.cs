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
        double most = FillNests(v);
        if (double.IsNegativeInfinity(most))
        {
            return most;
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

    /// <summary>N_i^τ of each territory, N_i = Σ_f e^((V_if − c) / τ) with c the largest V, which is taken out.</summary>
    /// <param name="v">V, utils, shape [F, I], −∞ where not open or not considered; receives e^((V − c) / τ).</param>
    /// <param name="powers">Filled, shape [I].</param>
    /// <returns>I, utils; −∞ where nothing is open.</returns>
    public double FillNests(Span<double> v, Span<double> powers)
    {
        double most = FillNests(v), sum = 0;
        if (double.IsNegativeInfinity(most))
        {
            powers.Clear();
            return most;
        }

        Elementary.Log(_nest, powers);
        for (int i = 0; i < territories; i++)
        {
            powers[i] *= tau;
        }

        Elementary.Exp(powers, powers);
        foreach (double power in powers)
        {
            sum += power;
        }

        return most + Elementary.Log(sum);
    }

    private double FillNests(Span<double> v)
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

        for (int k = 0; k < v.Length; k++)
        {
            v[k] = (v[k] - most) / tau;
        }

        Elementary.Exp(v, v);
        v[..territories].CopyTo(_nest);
        for (int k = territories; k < v.Length; k += territories)
        {
            ColumnKernel.AddScaled(1, v.Slice(k, territories), _nest);
        }

        return most;
    }

    private double Power(double nest) => nest > 0 ? Elementary.Exp(tau * Elementary.Log(nest)) : 0;
}
