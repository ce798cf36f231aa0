using InstallSim.Choice.Kernels;
using InstallSim.Scenarios;

namespace InstallSim.Simulation;

/// <summary>
/// The pool of locums in a market that does not change. A graduate enters with a best place M = I + G, G standard Gumbel, which lasts until a
/// spell ends (probability h a year); in each year a place is taken with P(M) = E exp(−Δ·e^(−η(M − Ī₀))·S^(−η)), S positive η-stable and
/// Δ = Σ_o e^(δ_o); else the opt-outs share the rest by their e^δ. Who finds places poor stays longer, so the pool is not a cohort.
/// </summary>
internal sealed class LocumPool
{
    private const int Nodes = 16, Draws = 32, Steps = 2400;
    private const double Widest = 60;

    private readonly double[] _gumbel = new double[Nodes], _mass = new double[Nodes], _table = new double[Steps + 1];
    private readonly double _elasticity, _hazard;
    private readonly int _years;

    /// <summary>Prepares the pool of a scenario.</summary>
    public LocumPool(PhysicianSettings settings)
    {
        (_elasticity, _hazard, _years) = (settings.ParticipationElasticity, settings.SpellHazard, Math.Max(1, settings.WarmUpYears));
        for (int k = 0; k < Nodes; k++)
        {
            _gumbel[k] = -Elementary.Log(-Elementary.Log((k + 0.5) / Nodes));
        }

        Tabulate();
    }

    /// <summary>Follows a graduate through the years that fill the pool.</summary>
    /// <param name="inclusive">I − Ī₀, utils; −∞ when there is no place.</param>
    /// <param name="optOuts">Δ, above 0.</param>
    /// <param name="stays">Share of another year as a locum among the opt-outs.</param>
    /// <returns>Expected times, over the years, that a place was taken and that an opt-out was.</returns>
    public (double Places, double OptOuts) Follow(double inclusive, double optOuts, double stays)
    {
        (double places, double others) = (0, 0);
        double log = Elementary.Log(optOuts);
        Array.Fill(_mass, 1.0 / Nodes);
        for (int year = 0; year < _years; year++)
        {
            double left = 0;
            for (int k = 0; k < Nodes; k++)
            {
                double place = double.IsNegativeInfinity(inclusive) ? 0 : Taken((_elasticity * (inclusive + _gumbel[k])) - log);
                places += _mass[k] * place;
                others += _mass[k] * (1 - place);
                _mass[k] *= (1 - place) * stays;
                left += _mass[k];
            }

            for (int k = 0; k < Nodes; k++)
            {
                _mass[k] = ((1 - _hazard) * _mass[k]) + (_hazard * left / Nodes);
            }
        }

        return (places, others);
    }

    /// <summary>E exp(−e^(−(x + η·ln S))), the probability that a place of surplus x over the opt-outs is taken.</summary>
    public double Taken(double x)
    {
        double at = Math.Clamp((x + Widest) / (2 * Widest) * Steps, 0, Steps - 1e-9);
        int below = (int)at;
        return _table[below] + ((at - below) * (_table[below + 1] - _table[below]));
    }

    private void Tabulate()
    {
        var shift = new double[Draws * Draws];
        for (int k = 0; k < shift.Length; k++)
        {
            shift[k] = PositiveStable.ScaledLog(_elasticity, ((k / Draws) + 0.5) / Draws, ((k % Draws) + 0.5) / Draws);
        }

        var values = new double[shift.Length];
        for (int step = 0; step <= Steps; step++)
        {
            double x = (2 * Widest * step / Steps) - Widest, sum = 0;
            for (int k = 0; k < values.Length; k++)
            {
                values[k] = -(x + shift[k]);
            }

            Elementary.Exp(values, values);
            for (int k = 0; k < values.Length; k++)
            {
                values[k] = -values[k];
            }

            Elementary.Exp(values, values);
            foreach (double value in values)
            {
                sum += value;
            }

            _table[step] = sum / values.Length;
        }
    }
}
