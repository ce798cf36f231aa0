using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>Places that are worked on together, so that shares are read once for all of them.</summary>
    public const int Together = 4;

    /// <summary>Rows to fill, shape [rows, I].</summary>
    public static double[][] Room(int territories, int rows) => [.. Enumerable.Range(0, rows).Select(_ => new double[territories])];

    /// <summary>
    /// Cumulated P(b|i) of those who practise at each of some places and were born in the study. Where the coefficients are so large that
    /// no weight is a number, all were born at i.
    /// </summary>
    /// <param name="places">Territories of practice, at most <see cref="Together"/>.</param>
    /// <param name="cumulated">A row a place, at least, each filled, shape [I].</param>
    /// <param name="scratch">As many rows to work in, shape [I].</param>
    public void FillBirthsOf(ReadOnlySpan<int> places, ReadOnlySpan<double[]> cumulated, ReadOnlySpan<double[]> scratch)
    {
        FillViaTraining(places, scratch);
        for (int k = 0; k < places.Length; k++)
        {
            FillFactors(places[k], _birthCoefficient, cumulated[k]);
            Cumulate(places[k], scratch[k], cumulated[k]);
        }
    }

    /// <summary>Turns factors of distance and those via training into cumulated shares.</summary>
    private void Cumulate(int place, double[] via, double[] births)
    {
        double total = 0;
        for (int b = 0; b < births.Length; b++)
        {
            births[b] *= _territories.Population[b] * via[b];
            total += births[b];
        }

        if (!(total > 0 && double.IsFinite(total)))
        {
            Array.Clear(births);
            births[place] = 1;
        }

        PreparedScenario.Cumulate(births, births);
    }

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
        FillFactors(territory, coefficient, factor);
        return factor;
    }

    /// <summary>(1 + d / 20 km)^coefficient, d from a territory to each.</summary>
    private void FillFactors(int territory, double coefficient, double[] factor)
    {
        _distances.CopyTo(territory, 0, factor);
        for (int i = 0; i < factor.Length; i++)
        {
            factor[i] = coefficient * factor[i];
        }

        Elementary.Exp(factor, factor);
    }

    /// <summary>
    /// What training adds to the weight of each birth, for each place: (1 − h)·outside + h·Σ_t share[t][b]·pull[t]. Each is a sum in the
    /// order of t, the same whatever the width of the vector and the places beside it.
    /// </summary>
    private void FillViaTraining(ReadOnlySpan<int> places, ReadOnlySpan<double[]> via)
    {
        var pull = new double[_share.Length * Together];
        for (int k = 0; k < places.Length; k++)
        {
            for (int t = 0; t < _share.Length; t++)
            {
                pull[(t * Together) + k] = _trainedHere * _pull[places[k]][t];
            }
        }

        int b = 0;
        Span<Vector<double>> sums = stackalloc Vector<double>[Together];
        for (; b <= _territories.Count - Vector<double>.Count; b += Vector<double>.Count)
        {
            ViaTraining(pull, b, sums);
            for (int k = 0; k < places.Length; k++)
            {
                sums[k].CopyTo(via[k], b);
            }
        }

        for (; b < _territories.Count; b++)
        {
            for (int k = 0; k < places.Length; k++)
            {
                via[k][b] = (1 - _trainedHere) * _outsidePull;
                for (int t = 0; t < _share.Length; t++)
                {
                    via[k][b] += _share[t][b] * pull[(t * Together) + k];
                }
            }
        }
    }

    /// <summary>Those of a vector of births from one on, for all places.</summary>
    private void ViaTraining(double[] pull, int birth, Span<Vector<double>> sums)
    {
        Vector<double> one = new((1 - _trainedHere) * _outsidePull), two = one, three = one, four = one;
        ref double times = ref MemoryMarshal.GetArrayDataReference(pull);
        foreach (double[] share in _share)
        {
            Vector<double> of = Vector.LoadUnsafe(ref share[birth]);
            one += of * new Vector<double>(times);
            two += of * new Vector<double>(Unsafe.Add(ref times, 1));
            three += of * new Vector<double>(Unsafe.Add(ref times, 2));
            four += of * new Vector<double>(Unsafe.Add(ref times, 3));
            times = ref Unsafe.Add(ref times, Together);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (one, two, three, four);
    }

    private static double MeanCoefficient(PreferenceSettings preferences, string name) =>
        preferences.Coefficients.TryGetValue(name, out Coefficient? c)
            ? c.Value * preferences.Classes.Sum(k => k.Share * k.Times.GetValueOrDefault(name, 1))
            : 0;
}
