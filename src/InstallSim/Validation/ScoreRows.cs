using InstallSim.Choice.Draws;

namespace InstallSim.Validation;

/// <summary>Forecasts and observations of some territories in one scale, an item a territory.</summary>
internal sealed class ScaledForecasts
{
    private const double Inhabitants = 100_000;

    /// <summary>Takes the rows of a kind of territory.</summary>
    public ScaledForecasts(
        Scale scale, string area, int[] rows, BacktestTerritory[] territories, Ensemble ensemble, IReadOnlyList<NaiveForecast> rules)
    {
        (Scale, Area) = (scale, area);
        double[] times = [.. rows.Select(k => scale == Scale.Count ? 1 : Inhabitants / territories[k].Population)];
        double[] Of(Func<int, double> value) => [.. rows.Select((k, n) => value(k) * times[n])];
        Start = Of(k => territories[k].Start);
        Observed = Of(k => territories[k].Observed);
        Model = Of(k => territories[k].Forecast);
        Rules = [.. rules.Select(rule => (rule.Name, Of(k => rule.Forecast[k])))];
        Members = [.. rows.Select((k, n) => ensemble.Stock[k].Select(stock => stock * times[n]).ToArray())];
    }

    public Scale Scale { get; }

    public string Area { get; }

    public double[] Start { get; }

    public double[] Observed { get; }

    public double[] Model { get; }

    public (string Name, double[] Forecast)[] Rules { get; }

    /// <summary>Shape [n][replications].</summary>
    public double[][] Members { get; }
}

/// <summary>Scores of the model and of every rule, and the model's skill with its interval.</summary>
internal static class ScoreRows
{
    /// <summary>Names of the scores that skills are of.</summary>
    public const string Absolute = "mae", Square = "rmse", Ranked = "crps";

    private const double Tail = 0.025;

    /// <summary>A row for the model, then one a rule.</summary>
    /// <param name="of">What is scored.</param>
    /// <param name="draws">Name of the random numbers; the agent counts samples.</param>
    /// <param name="resamples">Samples of territories for the intervals.</param>
    public static IEnumerable<ScoreRow> Of(ScaledForecasts of, DrawKey draws, int resamples)
    {
        double[] ranked = [.. of.Members.Select((members, n) => Scores.RankedProbability(members, of.Observed[n]))];
        double Covered(double level) => Scores.Coverage([.. of.Members.Select(m => Scores.Interval(m, level))], of.Observed);
        yield return Row(of, BacktestResult.Model, of.Model) with
        {
            RankedProbability = ranked.Average(),
            Coverage80 = Covered(0.8),
            Coverage90 = Covered(0.9),
        };
        double[][] model = Losses(of.Model, of.Observed, ranked);
        int[][] samples = [.. Enumerable.Range(0, resamples).Select(b => Sample(draws with { Agent = (uint)b }, of.Observed.Length))];
        foreach ((string name, double[] forecast) in of.Rules)
        {
            double[][] rule = Losses(forecast, of.Observed, null);
            yield return Row(of, name, forecast) with
            {
                Skills = [.. ((string[])[Absolute, Square, Ranked]).Select((score, s) => SkillOf(score, model[s], rule[s], samples))],
            };
        }
    }

    /// <summary>The skill of means of losses (roots of means of squares), and its interval over samples of territories.</summary>
    internal static Skill SkillOf(string score, double[] model, double[] rule, IReadOnlyList<int[]> samples)
    {
        double Of(double above, double below) => score == Square
            ? Scores.Skill(Math.Sqrt(above), Math.Sqrt(below))
            : Scores.Skill(above, below);
        var skills = new double[samples.Count];
        for (int b = 0; b < skills.Length; b++)
        {
            double above = 0, below = 0;
            foreach (int n in samples[b])
            {
                (above, below) = (above + model[n], below + rule[n]);
            }

            skills[b] = Of(above, below);
        }

        double[] sorted = [.. skills.Where(double.IsFinite).Order()];
        double End(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Round(share * (sorted.Length - 1))];
        return new Skill(score, Of(model.Sum(), rule.Sum()), End(Tail), End(1 - Tail));
    }

    /// <summary>As many territories as there are, drawn with replacement.</summary>
    internal static int[] Sample(DrawKey key, int count)
    {
        var sample = new int[count];
        for (int n = 0; n < count; n++)
        {
            sample[n] = (int)(key.Uniform(n) * count);
        }

        return sample;
    }

    /// <summary>Absolute error, squared error and ranked probability of each territory; the last two are one for a single number.</summary>
    private static double[][] Losses(double[] forecast, double[] observed, double[]? ranked)
    {
        double[] errors = [.. forecast.Zip(observed, (f, o) => Math.Abs(f - o))];
        return [errors, [.. errors.Select(e => e * e)], ranked ?? errors];
    }

    private static ScoreRow Row(ScaledForecasts of, string name, double[] forecast) => new(
        of.Scale, of.Area, name, forecast.Length, Scores.MeanAbsolute(forecast, of.Observed),
        Scores.RootMeanSquare(forecast, of.Observed), Scores.Bias(forecast, of.Observed),
        Scores.ChangeCorrelation(forecast, of.Observed, of.Start), Scores.MeanAbsolute(forecast, of.Observed), double.NaN, double.NaN);
}
