using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Where mixed logits start: means from the multinomial logit, spreads small or such that they move utilities by about as much as the
/// random term does. From small spreads alone the climb can end at a maximum far below the highest.
/// </summary>
internal sealed class MixedStart(MixedLogit model, ChoiceData data)
{
    private const double SmallSpread = 0.1;
    private static readonly double[] UtilitySpreads = [0.3, 1];

    /// <summary>Points to start from, the small spreads first; the highest likelihood tells which to take.</summary>
    /// <param name="options">What is given; a coefficient that does not vary is fixed in the multinomial logit too.</param>
    public IReadOnlyList<double[]> Candidates(EstimationOptions options)
    {
        string[] plain = [.. model.Variables.Where(model.Parameters.Contains)];
        var held = new EstimationOptions
        {
            Threads = options.Threads,
            Fixed = model.Numeraire is not null
                ? new Dictionary<string, double>()
                : options.Fixed.Where(f => plain.Contains(f.Key) && model.Random.All(r => r.Variable != f.Key)).ToDictionary(),
        };
        var logit = plain.Length == 0 ? null : MaximumLikelihood.Estimate(new MultinomialLogit(plain), data, held);
        double price = model.Numeraire is null ? 1 : Math.Abs(logit![model.Numeraire]);
        double[] first = Point(logit, _ => SmallSpread);
        if (model.Random.Count == 0)
        {
            return [first];
        }

        return [first, .. UtilitySpreads.Select(utils => Point(logit, random => Spread(random, utils, price)))];
    }

    private double[] Point(EstimationResult? logit, Func<RandomCoefficient, double> spread)
    {
        var terms = model.Terms;
        double[] start = new double[terms.Parameters.Count];
        for (int k = 0; k < terms.Coefficients.Length; k++)
        {
            var (random, parts) = terms.Coefficients[k];
            foreach (var part in parts)
            {
                if (part.Covariate >= 0)
                {
                    continue;
                }

                bool isMean = part.Dimension < 0 || random?.Distribution == Distribution.ZeroBoundedTriangular;
                bool isOwnSpread = random is not null && part.Dimension == model.Random.ToList().IndexOf(random);
                start[part.Parameter] = isMean ? Mean(random, Logit(logit!, terms.Variables[k])) : isOwnSpread ? spread(random!) : 0;
            }
        }

        return start;
    }

    private double Logit(EstimationResult logit, string variable) =>
        model.UnitOf(variable) is null
            ? logit[variable]
            : model.Terms.Turn * logit[variable] / logit[model.Numeraire!];

    private static double Mean(RandomCoefficient? random, double logit)
    {
        switch (random?.Distribution)
        {
            case Distribution.Lognormal:
                return Elementary.Log(Math.Max(random.Sign * logit, 0.05 * Math.Abs(logit) + 1e-6));
            case Distribution.JohnsonSb:
                double share = Math.Clamp((logit - random.Lower) / (random.Upper - random.Lower), 0.05, 0.95);
                return Elementary.Log(share / (1 - share));
            case Distribution.TruncatedNormal or Distribution.CensoredNormal:
                return random.Sign * Math.Max(random.Sign * logit, 0.05 * Math.Abs(logit));
            default:
                return logit;
        }
    }

    /// <summary>
    /// The spread of a coefficient that spreads utility by so many utils; of those made by an exponential, that number itself.
    /// </summary>
    private double Spread(RandomCoefficient random, double utils, double price)
    {
        if (random.Distribution is Distribution.Lognormal or Distribution.JohnsonSb)
        {
            return utils;
        }

        double width = Width(data, random.Variable);
        return width == 0 ? SmallSpread : utils / width / (model.UnitOf(random.Variable) is null ? 1 : price);
    }

    /// <summary>Root mean square of what a variable deviates from its mean in the choice set.</summary>
    private static double Width(ChoiceData data, string variable)
    {
        var column = data.Column(variable);
        double sum = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            var set = column.Slice(data.Start(n), data.Alternatives(n));
            double mean = 0;
            foreach (double x in set)
            {
                mean += x / set.Length;
            }

            foreach (double x in set)
            {
                sum += (x - mean) * (x - mean);
            }
        }

        return Math.Sqrt(sum / data.Rows);
    }
}
