using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Who belongs to which latent class, as the choices made tell it: h(n, q) = π(n, q)·P(choices of n in q)/Σ π·P, for each person.
/// </summary>
public sealed class ClassMembership
{
    private readonly double[] _weight;
    private readonly double _total;

    /// <summary>Works out the probabilities at the estimates.</summary>
    /// <param name="model">Latent classes.</param>
    /// <param name="data">Choices, with the variables of membership.</param>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="threads">Most threads; 0: one a processor. It does not change the result.</param>
    /// <exception cref="ArgumentException">A variable is not in the data, or not the same on all rows of a person.</exception>
    public ClassMembership(LatentClass model, ChoiceData data, IReadOnlyList<double> theta, int threads = 0)
    {
        Probability = new LatentClassLikelihood(model, data).Posterior([.. theta], threads);
        _weight = [.. Enumerable.Range(0, data.Persons).Select(person => data.Weight(data.FirstSituation(person)))];
        _total = _weight.Sum();
        Classes = model.Classes.Count;
    }

    /// <summary>Q.</summary>
    public int Classes { get; }

    /// <summary>h, shape [persons][Q].</summary>
    public IReadOnlyList<IReadOnlyList<double>> Probability { get; }

    /// <summary>
    /// Relative entropy 1 − Σ wₙ·Σ −h·ln h/(Σ wₙ·ln Q), in [0, 1]: 1 where every person's class is certain, 0 where the choices say
    /// nothing of it (Ramaswamy, DeSarbo, Reibstein and Robinson 1993).
    /// </summary>
    public double Entropy => Classes == 1 ? 1 :
        Math.Max(0, 1 - (Over(n => Probability[n].Sum(h => h > 0 ? -h * Elementary.Log(h) : 0)) / Elementary.Log(Classes)));

    /// <summary>Share of a class: the mean over people of h, by weight.</summary>
    /// <param name="q">Class, from 0.</param>
    public double Share(int q) => Over(n => Probability[n][q]);

    /// <summary>The class that a person most probably belongs to, from 0; the first of equals.</summary>
    /// <param name="person">Person.</param>
    public int Likeliest(int person) => Probability[person].Index().MaxBy(h => h.Item).Index;

    /// <summary>Share of the people whose likeliest class it is, by weight.</summary>
    /// <param name="q">Class, from 0.</param>
    public double Assigned(int q) => Over(n => Likeliest(n) == q ? 1 : 0);

    /// <summary>Mean of h(n, q) over those whose likeliest class q is, by weight; NaN where there is none.</summary>
    /// <param name="q">Class, from 0.</param>
    public double Certainty(int q) => Over(n => Likeliest(n) == q ? Probability[n][q] : 0) / Assigned(q);

    /// <summary>Mean of something of the person in a class: Σ w·h·x/Σ w·h, over those who have it.</summary>
    /// <param name="q">Class, from 0.</param>
    /// <param name="values">x by person; not finite where there is none, shape [persons].</param>
    public double Mean(int q, IReadOnlyList<double> values)
    {
        double Sum(Func<int, double> of) =>
            Enumerable.Range(0, _weight.Length).Where(n => double.IsFinite(values[n])).Sum(n => _weight[n] * Probability[n][q] * of(n));
        return Sum(n => values[n]) / Sum(_ => 1);
    }

    private double Over(Func<int, double> of) => Enumerable.Range(0, _weight.Length).Sum(n => _weight[n] * of(n)) / _total;
}
