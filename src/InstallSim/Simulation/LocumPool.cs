using InstallSim.Choice.Kernels;
using InstallSim.Scenarios;

namespace InstallSim.Simulation;

/// <summary>
/// The pool of locums in a market that does not change. A graduate enters with a best place M = I + G, G standard Gumbel, which lasts until
/// a spell ends (probability h a year); in each year a place is taken with P(M) = H(η·(M − Ī₀) − ln Δ), H(y) = E exp(−e^(−y)·S^(−η)), S
/// positive η-stable and Δ = Σ_o e^(δ_o); else the opt-outs share the rest by their e^δ. Who finds places poor stays longer, so the pool is
/// not a cohort. Without memory (h = 1) the years in it are (1 − s^K) / (1 − s), s = P(locum): how far memory changes them depends on I
/// alone, and is worked out on a grid over I, once for all graduates of a kind.
/// </summary>
internal sealed class LocumPool
{
    private const int Nodes = 24, GridSize = 48, TableSize = 640, Draws = 32;
    private const double TableEnd = 20, Largest = 700;

    private readonly double _eta, _hazard;
    private readonly int _years;
    private readonly double[] _table = new double[TableSize + 1], _errors = new double[Nodes], _place = new double[Nodes],
        _mass = new double[Nodes];
    private readonly double[] _stayed = new double[GridSize], _places = new double[GridSize];
    private double _low, _step, _optOuts, _stays;

    /// <summary>Prepares the pool of a scenario.</summary>
    public LocumPool(PhysicianSettings settings)
    {
        (_eta, _hazard, _years) = (settings.ParticipationElasticity, settings.SpellHazard, Math.Max(1, settings.WarmUpYears));
        for (int q = 0; q < Nodes; q++)
        {
            _errors[q] = _eta * Elementary.Gumbel((q + 0.5) / Nodes);
        }

        if (!IsForgetful)
        {
            Tabulate();
        }
    }

    private bool IsForgetful => _eta == 0 || _hazard >= 1 || _years == 1;

    /// <summary>Prepares for graduates who have the same opt-outs.</summary>
    /// <param name="lowest">Smallest I − Ī₀ of them, utils.</param>
    /// <param name="highest">Largest.</param>
    /// <param name="optOuts">Δ, above 0.</param>
    /// <param name="stays">Share of another year as a locum among the opt-outs.</param>
    public void Prepare(double lowest, double highest, double optOuts, double stays)
    {
        (_low, _step, _optOuts, _stays) = (_eta * lowest, Math.Max(_eta * (highest - lowest), 1e-9) / (GridSize - 1), optOuts, stays);
        double log = Elementary.Log(optOuts);
        for (int k = 0; k < GridSize && !IsForgetful; k++)
        {
            double surplus = _low + (_step * k) - log, place = 1 / (1 + Elementary.Exp(-surplus)), plain = Plain(place);
            (double years, double places) = Sum(surplus, place);
            (_stayed[k], _places[k]) = (years / plain, place > 0 ? places / (plain * place) : 1);
        }
    }

    /// <summary>Follows a graduate through the years that fill the pool.</summary>
    /// <param name="inclusive">I − Ī₀, utils, in the range prepared; −∞ when there is no place.</param>
    /// <returns>Expected times, over the years, that a place was taken and that an opt-out was.</returns>
    public (double Places, double OptOuts) Follow(double inclusive)
    {
        double odds = double.IsNegativeInfinity(inclusive) ? 0 : Elementary.Exp(_eta * inclusive) / _optOuts;
        double place = odds / (1 + odds), plain = Plain(place);
        if (IsForgetful || odds == 0)
        {
            return (plain * place, plain * (1 - place));
        }

        double at = Math.Clamp(((_eta * inclusive) - _low) / _step, 0, GridSize - 1);
        int k = Math.Min((int)at, GridSize - 2);
        double places = plain * place * Between(_places, k, at - k);
        return (places, (plain * Between(_stayed, k, at - k)) - places);
    }

    /// <summary>H(y), the probability that a place of surplus y over the opt-outs is taken.</summary>
    public double Taken(double y)
    {
        double at = Math.Clamp((y + TableEnd) * (TableSize / (2 * TableEnd)), 0, TableSize);
        int k = Math.Min((int)at, TableSize - 1);
        return Between(_table, k, at - k);
    }

    private static double Between(double[] values, int k, double part) => values[k] + (part * (values[k + 1] - values[k]));

    /// <summary>Years in the pool without memory: Σ s^k over K years.</summary>
    private double Plain(double place)
    {
        double stays = _stays * (1 - place);
        return stays >= 1 ? _years : stays <= 0 ? 1 : (1 - Elementary.Exp(_years * Elementary.Log(stays))) / (1 - stays);
    }

    /// <summary>Years in the pool and places taken in them, over the nodes of G.</summary>
    private (double Years, double Places) Sum(double surplus, double mean)
    {
        double all = 0;
        for (int q = 0; q < Nodes; q++)
        {
            _place[q] = Taken(surplus + _errors[q]);
            all += _place[q] / Nodes;
        }

        // A sum over nodes is no integral: made so that its mean is that of the nested logit.
        for (int q = 0; q < Nodes; q++)
        {
            _place[q] = all > mean ? _place[q] * mean / all : all < mean ? 1 - ((1 - _place[q]) * (1 - mean) / (1 - all)) : _place[q];
        }

        (double years, double places, double anew) = (0, 0, 1);
        Array.Clear(_mass);
        for (int year = 0; year < _years; year++)
        {
            double stay = 0;
            for (int q = 0; q < Nodes; q++)
            {
                double mass = _mass[q] + (anew / Nodes), left = mass * _stays * (1 - _place[q]);
                years += mass;
                places += mass * _place[q];
                _mass[q] = (1 - _hazard) * left;
                stay += left;
            }

            anew = _hazard * stay;
        }

        return (years, places);
    }

    private void Tabulate()
    {
        double[] power = new double[Draws * Draws], terms = new double[Draws * Draws];
        for (int k = 0; k < power.Length; k++)
        {
            power[k] = Elementary.Exp(-PositiveStable.ScaledLog(_eta, ((k / Draws) + 0.5) / Draws, ((k % Draws) + 0.5) / Draws));
        }

        for (int k = 0; k <= TableSize; k++)
        {
            double scale = -Elementary.Exp(TableEnd - (2 * TableEnd * k / TableSize)), sum = 0;
            for (int m = 0; m < terms.Length; m++)
            {
                terms[m] = Math.Max(-Largest, scale * power[m]);
            }

            Elementary.Exp(terms, terms);
            foreach (double term in terms)
            {
                sum += term;
            }

            _table[k] = sum / terms.Length;
        }
    }
}
