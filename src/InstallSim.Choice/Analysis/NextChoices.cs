using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// The last choices of each person, predicted by estimates of all the others: each by itself, and given the person's earlier choices,
/// P(j | earlier) = L(earlier, then j)/L(earlier). For a mixed logit that weighs each draw by the probability that it gives to the earlier
/// choices, for latent classes each class by the membership that they tell.
/// </summary>
/// <param name="Alone">Each choice by itself.</param>
/// <param name="Given">Given the earlier ones; null: the model takes a person's choices as independent.</param>
/// <param name="Persons">People whose last choices are predicted; those with no more than these are estimated on alone.</param>
public sealed record NextChoices(HoldoutFit Alone, HoldoutFit? Given, int Persons)
{
    /// <summary>Holds out the last choices of each person, in the order of the data.</summary>
    /// <param name="model">Model.</param>
    /// <param name="data">Choices.</param>
    /// <param name="last">How many of each person, ≥ 1; each is predicted given all before it.</param>
    /// <param name="options">Options of the estimation.</param>
    /// <exception cref="ArgumentException">Nobody has more choices than that.</exception>
    public static NextChoices Of(IChoiceModel model, ChoiceData data, int last = 1, EstimationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, 1);
        int[][] own = [.. Enumerable.Range(0, data.Situations).GroupBy(data.Person).Select(person => person.ToArray())];
        int[][] told = [.. own.Where(person => person.Length > last && data.Weight(person[0]) > 0)];
        if (told.Length == 0)
        {
            throw new ArgumentException($"nobody has more than {last} choices", nameof(last));
        }

        int[] held = [.. told.SelectMany(person => person[^last..]).Order()];
        ChoiceData holdout = Taken(data, held);
        var result = MaximumLikelihood.Estimate(model, Taken(data, [.. Enumerable.Range(0, data.Situations).Except(held)]), options);
        double[] theta = [.. result.Estimates];
        double[] alone = Prediction.Probabilities(model, holdout, theta, options?.Threads ?? 0);
        HoldoutFit Fit(double[] probability) => CrossValidation.Of(result, holdout, probability, LogLikelihood(holdout, probability));
        bool dependsOnPerson = data.Persons < data.Situations && model.Bind(data).Units == data.Persons;
        return new NextChoices(Fit(alone), dependsOnPerson ? Fit(Conditional(model, data, told, last, theta)) : null, told.Length);
    }

    /// <summary>Probabilities of the rows of the choices held out, each given all before it, situation by situation.</summary>
    private static double[] Conditional(IChoiceModel model, ChoiceData data, int[][] told, int last, double[] theta)
    {
        var found = new SortedDictionary<int, double[]>();
        for (int step = last; step >= 1; step--)
        {
            int[] targets = [.. told.Select(person => person[^step])];
            int[] before = [.. told.SelectMany(person => person[..^step])];
            double[] earlier = Units(model, Taken(data, before), theta);
            int[] all = [.. before.Concat(targets).Order()];
            int[] place = [.. targets.Select(target => Array.BinarySearch(all, target))];
            double[][] sets = [.. targets.Select(target => found[target] = new double[data.Alternatives(target)])];
            for (int j = 0; j < targets.Max(data.Alternatives); j++)
            {
                int[] chosen = [.. all.Select(data.Chosen)];
                for (int n = 0; n < targets.Length; n++)
                {
                    chosen[place[n]] = Math.Min(j, sets[n].Length - 1);
                }

                double[] joint = Units(model, Taken(data, all, chosen), theta);
                for (int n = 0; n < targets.Length; n++)
                {
                    sets[n][Math.Min(j, sets[n].Length - 1)] = Elementary.Exp(joint[n] - earlier[n]);
                }
            }
        }

        return [.. found.Values.SelectMany(set => set)];
    }

    /// <summary>ln L of each person, all weighing 1.</summary>
    private static double[] Units(IChoiceModel model, ChoiceData data, double[] theta)
    {
        double[] factor = new double[data.Persons];
        for (int n = 0; n < data.Situations; n++)
        {
            factor[data.Person(n)] = 1 / data.Weight(n);
        }

        return model.Bind(data.Reweighted(factor)).Evaluate(theta, Derivatives.Scores).UnitLogLikelihood;
    }

    private static ChoiceData Taken(ChoiceData data, int[] situations, int[]? chosen = null) =>
        data.Take(situations, [.. situations.SelectMany(n => Enumerable.Range(data.Start(n), data.Alternatives(n)))], chosen);

    private static double LogLikelihood(ChoiceData data, double[] probability)
    {
        double sum = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            sum += data.Weight(n) * Elementary.Log(probability[data.Start(n) + data.Chosen(n)]);
        }

        return sum;
    }
}
