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
    /// <summary>Probability of a place and of each opt-out, in the order of <see cref="OptOut"/>; they add up to 1.</summary>
    /// <param name="inclusive">I, inclusive value of the places, utils; −∞ without any.</param>
    /// <param name="isBornHere">Whether born in the study's territories.</param>
    /// <param name="optOuts">Filled, shape [3].</param>
    /// <returns>The probability of a place.</returns>
    public double Probabilities(double inclusive, bool isBornHere, Span<double> optOuts)
    {
        double place = double.IsNegativeInfinity(inclusive) ? inclusive : Elasticity * (inclusive - MeanInclusive);
        (optOuts[(int)OptOut.Locum], optOuts[(int)OptOut.Salaried]) = (Locum, Salaried);
        optOuts[(int)OptOut.Elsewhere] = isBornHere ? ElsewhereBornHere : ElsewhereBornOutside;
        double most = Math.Max(place, Math.Max(optOuts[0], Math.Max(optOuts[1], optOuts[2]))), sum = Elementary.Exp(place - most);
        foreach (ref double value in optOuts)
        {
            value = Elementary.Exp(value - most);
            sum += value;
        }

        foreach (ref double value in optOuts)
        {
            value /= sum;
        }

        return Elementary.Exp(place - most) / sum;
    }

    /// <summary>The best opt-out and what V + ε of a place must exceed to be taken instead.</summary>
    /// <param name="errors">The locum's errors of the year.</param>
    /// <param name="isBornHere">Whether born in the study's territories.</param>
    /// <param name="canLeave">Whether the opt-outs other than staying a locum are open.</param>
    /// <param name="canGo">Whether another region is open too.</param>
    /// <returns>Opt-out, and the floor for V + ε, which is −∞ or +∞ at η = 0.</returns>
    internal (OptOut Best, double Floor) Draw(in OptOutErrors errors, bool isBornHere, bool canLeave, bool canGo = true)
    {
        OptOutValues values = Values(errors, isBornHere, canLeave);
        (OptOut best, double value) = (values.BestHere, values.Here);
        (best, value) = canGo && values.Elsewhere > value ? (OptOut.Elsewhere, values.Elsewhere) : (best, value);
        double surplus = value - values.Place;
        return (best, Elasticity == 0
            ? (surplus < 0 ? double.NegativeInfinity : double.PositiveInfinity)
            : MeanInclusive + (surplus / Elasticity));
    }

    /// <summary>What the opt-outs are worth to a locum this year; a place of utility M is worth Place + η·(M − Ī₀) beside them.</summary>
    /// <param name="errors">The locum's errors of the year.</param>
    /// <param name="isBornHere">Whether born in the study's territories.</param>
    /// <param name="canLeave">Whether the opt-outs other than staying a locum are open; −∞ where not.</param>
    internal OptOutValues Values(in OptOutErrors errors, bool isBornHere, bool canLeave)
    {
        (OptOut best, double value, double elsewhere) = (OptOut.Locum, Locum + errors.Locum, double.NegativeInfinity);
        if (canLeave)
        {
            double salaried = Salaried + errors.Salaried;
            (best, value) = salaried > value ? (OptOut.Salaried, salaried) : (best, value);
            elsewhere = (isBornHere ? ElsewhereBornHere : ElsewhereBornOutside) + errors.Elsewhere;
        }

        return new OptOutValues(best, value, elsewhere, errors.Place);
    }
}

/// <summary>What a locum's opt-outs are worth.</summary>
/// <param name="BestHere">The better of staying a locum and a salaried job.</param>
/// <param name="Here">Its worth.</param>
/// <param name="Elsewhere">Worth of another region.</param>
/// <param name="Place">η·ln S, what a place of mean utility is worth.</param>
internal readonly record struct OptOutValues(OptOut BestHere, double Here, double Elsewhere, double Place);
