using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>Fit on people that the estimates have not seen.</summary>
/// <param name="Training">Log-likelihood of the people estimated on.</param>
/// <param name="TrainingSituations">Their choices, with a weight above 0.</param>
/// <param name="Holdout">Log-likelihood of the people held out.</param>
/// <param name="HoldoutNull">Theirs when every available alternative is as likely as another.</param>
/// <param name="HoldoutSituations">Their choices, with a weight above 0.</param>
public sealed record HoldoutFit(double Training, int TrainingSituations, double Holdout, double HoldoutNull, int HoldoutSituations)
{
    /// <summary>Sum of the weights of the choices estimated on, by which their log-likelihood is divided.</summary>
    public required double TrainingWeight { get; init; }

    /// <summary>Sum of the weights of the choices held out.</summary>
    public required double HoldoutWeight { get; init; }

    /// <summary>ρ² on the people held out.</summary>
    public double RhoSquared => 1 - Holdout / HoldoutNull;

    /// <summary>Mean probability predicted for the alternative chosen, over the choices held out by weight, in (0, 1).</summary>
    public required double MeanProbability { get; init; }

    /// <summary>Share of the choices held out whose chosen alternative is the most likely one; k equally likely ones count 1/k.</summary>
    public required double HitRate { get; init; }

    /// <summary>Mean of 1/J over the choices held out by weight: both rates for one who guesses.</summary>
    public required double Chance { get; init; }

    /// <summary>Whether the estimation on the others reached its maximum.</summary>
    public required bool Converged { get; init; }
}

/// <summary>Estimates on some people and measures the fit on the others.</summary>
public static class CrossValidation
{
    /// <summary>k-fold: each person is held out once.</summary>
    /// <param name="model">Model.</param>
    /// <param name="data">Choices.</param>
    /// <param name="folds">k, from 2 to the number of persons.</param>
    /// <param name="seed">Seed of the assignment.</param>
    /// <param name="options">Options of each estimation.</param>
    /// <returns>One fit a fold.</returns>
    public static IReadOnlyList<HoldoutFit> Run(
        IChoiceModel model, ChoiceData data, int folds, uint seed = 1, EstimationOptions? options = null)
    {
        if (folds < 2 || folds > data.Persons)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"folds must be from 2 to the number of persons, {data.Persons}");
        }

        int[] order = Shuffled(data.Persons, seed);
        return [.. Enumerable.Range(0, folds).Select(f => Fit(model, data, [.. order.Select(place => place % folds == f)], options))];
    }

    /// <summary>One share of the people held out.</summary>
    /// <param name="model">Model.</param>
    /// <param name="data">Choices.</param>
    /// <param name="share">Share held out, in (0, 1).</param>
    /// <param name="seed">Seed of the assignment.</param>
    /// <param name="options">Options of the estimation.</param>
    public static HoldoutFit Holdout(IChoiceModel model, ChoiceData data, double share, uint seed = 1, EstimationOptions? options = null)
    {
        int held = (int)Math.Round(share * data.Persons);
        if (held < 1 || held >= data.Persons)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, $"of {data.Persons} persons some must be held out and some left");
        }

        return Fit(model, data, [.. Shuffled(data.Persons, seed).Select(place => place < held)], options);
    }

    private static HoldoutFit Fit(IChoiceModel model, ChoiceData data, bool[] isHeld, EstimationOptions? options)
    {
        ChoiceData training = data.Subset([.. isHeld.Select(h => !h)]), holdout = data.Subset(isHeld);
        var result = MaximumLikelihood.Estimate(model, training, options);
        double logLikelihood = model.Bind(holdout).Evaluate([.. result.Estimates], Derivatives.None).LogLikelihood;
        double[] probability = Prediction.Probabilities(model, holdout, [.. result.Estimates], options?.Threads ?? 0);
        return Of(result, holdout, probability, logLikelihood);
    }

    /// <summary>The fit of estimates on choices held out.</summary>
    /// <param name="result">Estimates of the others.</param>
    /// <param name="holdout">Choices held out.</param>
    /// <param name="probability">Of each of their rows.</param>
    /// <param name="logLikelihood">Of them.</param>
    internal static HoldoutFit Of(EstimationResult result, ChoiceData holdout, double[] probability, double logLikelihood)
    {
        var (mean, hits, chance) = Rates(holdout, probability);
        double[] weights = [.. Enumerable.Range(0, holdout.Situations).Select(holdout.Weight).Where(w => w > 0)];
        return new HoldoutFit(result.LogLikelihood, result.Situations, logLikelihood,
            MaximumLikelihood.NullLogLikelihood(holdout), weights.Length)
        {
            TrainingWeight = result.SumOfWeights,
            HoldoutWeight = weights.Sum(),
            MeanProbability = mean,
            HitRate = hits,
            Chance = chance,
            Converged = result.Converged,
        };
    }

    private static (double Mean, double Hits, double Chance) Rates(ChoiceData data, double[] probability)
    {
        double mean = 0, hits = 0, chance = 0, total = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            double[] set = probability[data.Start(n)..data.Start(n + 1)];
            double chosen = set[data.Chosen(n)], most = set.Max(), weight = data.Weight(n);
            total += weight;
            mean += weight * chosen;
            hits += chosen == most ? weight / set.Count(p => p == most) : 0;
            chance += weight / set.Length;
        }

        return (mean / total, hits / total, chance / total);
    }

    private static int[] Shuffled(int count, uint seed)
    {
        int[] place = new int[count];
        int[] order = [.. Enumerable.Range(0, count).OrderBy(i => new DrawKey(seed, 0, 0xE574, 0, (uint)i).Uniform(0))];
        for (int i = 0; i < count; i++)
        {
            place[order[i]] = i;
        }

        return place;
    }
}
