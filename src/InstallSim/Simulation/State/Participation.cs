using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// Whether a locum takes a place at all: a nest above the places. With M = max over open places of V + ε and S positive η-stable, a place
/// is taken iff η·(M − Ī₀) + η·ln S exceeds the best of δ_o + ε_o over the opt-outs o; so
/// P(place) = e^(η(I − Ī₀)) / (e^(η(I − Ī₀)) + Σ_o e^(δ_o)), I the inclusive value of the places, exactly a nested logit. The δ are solved
/// at the start so that the shares that the settings state hold whatever the coefficients (see <see cref="ParticipationSolver"/>).
/// </summary>
/// <param name="Elasticity">η, 0–1: 0, places compete only with each other.</param>
/// <param name="MeanInclusive">Ī₀, mean of I at the start, utils.</param>
/// <param name="Locum">δ of staying a locum, utils.</param>
/// <param name="Salaried">δ of a salaried job, utils.</param>
/// <param name="ElsewhereBornHere">δ of another region for who was born in the study, utils; −∞ where there is none.</param>
/// <param name="ElsewhereBornOutside">The same for who was born outside.</param>
public sealed record Participation(
    double Elasticity, double MeanInclusive, double Locum, double Salaried, double ElsewhereBornHere, double ElsewhereBornOutside)
{
    /// <summary>The best opt-out and what V + ε of a place must exceed to be taken instead.</summary>
    /// <param name="key">Names the errors of the opt-outs and S: (physician, year).</param>
    /// <param name="isBornHere">Whether born in the study's territories.</param>
    /// <param name="canLeave">Whether the opt-outs other than staying a locum are open.</param>
    /// <returns>Opt-out, and the floor for V + ε, which is −∞ or +∞ at η = 0.</returns>
    public (OptOut Best, double Floor) Draw(in DrawKey key, bool isBornHere, bool canLeave)
    {
        (double locum, double job) = key.Pair(0);
        (OptOut best, double value) = (OptOut.Locum, Locum + Elementary.Gumbel(locum));
        if (canLeave)
        {
            double salaried = Salaried + Elementary.Gumbel(job);
            (best, value) = salaried > value ? (OptOut.Salaried, salaried) : (best, value);
            double elsewhere = (isBornHere ? ElsewhereBornHere : ElsewhereBornOutside) + Elementary.Gumbel(key.Uniform(2));
            (best, value) = elsewhere > value ? (OptOut.Elsewhere, elsewhere) : (best, value);
        }

        (double angle, double exponential) = key.Pair(2);
        double surplus = value - PositiveStable.ScaledLog(Elasticity, angle, exponential);
        return (best, Elasticity == 0
            ? (surplus < 0 ? double.NegativeInfinity : double.PositiveInfinity)
            : MeanInclusive + (surplus / Elasticity));
    }
}
