using InstallSim.Choice.Kernels;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// Where physicians come from. Forward, for graduates: births follow population, P(b) ∝ population[b], and training P(t|b) ∝
/// weight[t]·(1 + d_bt / 20 km)^−θ, or outside the study. Backward, for those whom the start finds at place i, by Bayes' rule with the
/// distance terms of utility: P(b, t | i) ∝ P(b)·P(t|b)·exp(a·ln(1 + d_bi / 20 km) + c·ln(1 + d_ti / 20 km)), a and c the coefficients of
/// birth-distance and training-distance, their means over the preference classes. What else draws to i is the same for all and cancels;
/// how many other places suit those born at b (the denominator of the forward choice) is left out. Shared by all runs, never written.
/// </summary>
internal sealed class Origins
{
    private readonly TerritoryTable _territories;
    private readonly GroupRows _distances;
    private readonly double _birthCoefficient, _trainedHere, _trainedHereBornOutside, _outsidePull;
    private readonly int[] _trainingTerritory;
    private readonly double[][] _cumulated, _share, _shareOfBirth, _pull;

    /// <summary>Prepares training shares for each territory of birth and pulls of training places on each territory.</summary>
    public Origins(Scenario scenario, TerritoryTable territories, GroupRows distances, TrainingPlaces places)
    {
        (_territories, _distances, _trainingTerritory) = (territories, distances, places.Territory);
        _trainedHere = scenario.Physicians.TrainedHereShareBornHere;
        _trainedHereBornOutside = scenario.Physicians.TrainedHereShareBornOutside;
        _birthCoefficient = MeanCoefficient(scenario.Preferences, "birth-distance");
        double training = MeanCoefficient(scenario.Preferences, "training-distance");
        _outsidePull = Elementary.Exp(training * distances.Value(territories.Count, 0));
        (_cumulated, _shareOfBirth) = (new double[territories.Count + 1][], new double[territories.Count + 1][]);
        _share = [.. places.Territory.Select(_ => new double[territories.Count + 1])];
        double[][] pullOf = [.. places.Territory.Select(t => Factors(t, training))];
        _pull = [.. Enumerable.Range(0, territories.Count).Select(place => pullOf.Select(of => of[place]).ToArray())];
        double[][] fromBirth = [.. places.Territory.Select(t => Factors(t, -scenario.Physicians.TrainingDistanceDecay))];
        for (int birth = 0; birth <= territories.Count; birth++)
        {
            double[] weight = [.. places.Weight.Select((w, t) => birth < territories.Count ? w * fromBirth[t][birth] : w)];
            double total = weight.Sum();
            for (int t = 0; t < weight.Length; t++)
            {
                _share[t][birth] = weight[t] / total;
            }

            _cumulated[birth] = PreparedScenario.Cumulated(weight);
            _shareOfBirth[birth] = [.. weight.Select(w => w / total)];
        }
    }

    /// <summary>Draws the training place of a graduate who trains in the study: P(t|b).</summary>
    /// <param name="birth">Territory of birth, −1 for one outside the study: then P(t) ∝ weight[t].</param>
    /// <param name="u">Uniform draw.</param>
    /// <returns>Territory of the university hospital.</returns>
    public int TrainingPlaceOf(int birth, double u) => _trainingTerritory[PreparedScenario.Draw(_cumulated[birth < 0 ? ^1 : birth], u)];

    /// <summary>P(t|b), shape [P][I + 1], the last for a birth outside the study.</summary>
    public ReadOnlySpan<double[]> Share => _share;

    /// <summary>What training outside the study adds to the weight of any birth: (1 − h)·outside.</summary>
    public double OutsideTraining => (1 - _trainedHere) * _outsidePull;

    /// <summary>What training at each place adds to the weight of a birth, for each of its share: h·pull[t].</summary>
    /// <param name="place">Territory of practice.</param>
    /// <param name="pull">Filled at every so many.</param>
    /// <param name="step">How many.</param>
    public void FillPull(int place, Span<double> pull, int step)
    {
        for (int t = 0; t < _share.Length; t++)
        {
            pull[t * step] = _trainedHere * _pull[place][t];
        }
    }

    /// <summary>(1 + d / 20 km)^a, d from a territory of practice to each of birth from one on.</summary>
    public void FillBirthFactors(int place, int first, Span<double> factor) => FillFactors(place, first, _birthCoefficient, factor);

    /// <summary>Draws where a physician of the start was trained: P(t|b, i), outside the study included.</summary>
    /// <param name="birth">Territory of birth, −1 for one outside the study.</param>
    /// <param name="place">Territory of practice, i.</param>
    /// <param name="u">Uniform draw.</param>
    /// <returns>Territory of the university hospital, −1 outside the study.</returns>
    public int TrainingPlaceOf(int birth, int place, double u)
    {
        double[] share = _shareOfBirth[birth < 0 ? ^1 : birth], pull = _pull[place];
        double trainedHere = birth < 0 ? _trainedHereBornOutside : _trainedHere;
        double outside = (1 - trainedHere) * _outsidePull, total = outside;
        for (int t = 0; t < share.Length; t++)
        {
            total += trainedHere * share[t] * pull[t];
        }

        double sum = 0;
        for (int t = 0; t < share.Length; t++)
        {
            sum += trainedHere * share[t] * pull[t];
            if (u * total < sum)
            {
                return _trainingTerritory[t];
            }
        }

        return outside > 0 ? -1 : TrainingPlaceOf(birth, u);
    }

    private double[] Factors(int territory, double coefficient)
    {
        var factor = new double[_territories.Count];
        FillFactors(territory, 0, coefficient, factor);
        return factor;
    }

    /// <summary>(1 + d / 20 km)^coefficient, d from a territory to each from one on.</summary>
    private void FillFactors(int territory, int first, double coefficient, Span<double> factor)
    {
        _distances.CopyTo(territory, first, factor);
        for (int i = 0; i < factor.Length; i++)
        {
            factor[i] = coefficient * factor[i];
        }

        Elementary.Exp(factor, factor);
    }

    private static double MeanCoefficient(PreferenceSettings preferences, string name) =>
        preferences.Coefficients.TryGetValue(name, out Coefficient? c)
            ? c.Value * preferences.Classes.Sum(k => k.Share * k.Times.GetValueOrDefault(name, 1))
            : 0;
}
