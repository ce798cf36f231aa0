using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>Estimation again and again: from resampled people, from other starts, with other numbers of draws.</summary>
public static class Resampling
{
    /// <summary>
    /// Adds the covariance over estimates from people drawn with replacement (Efron 1979), which becomes the default kind. Samples that do
    /// not reach a maximum at finite values are counted and left out. What the fit itself does not tell is NaN in the covariance and in all
    /// samples: those few in which it happens to be told say nothing of it.
    /// </summary>
    /// <param name="result">A fit.</param>
    /// <param name="data">Its choices; people of weight 0 are not drawn.</param>
    /// <param name="replications">Samples, ≥ 2; 200 or more for standard errors.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="options">Options of each estimation; starts are the estimates.</param>
    /// <exception cref="ArgumentException">Fewer than two samples can be used.</exception>
    public static EstimationResult Bootstrap(
        EstimationResult result, ChoiceData data, int replications, uint seed = 1, EstimationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 2);
        var estimates = new List<double[]>();
        int[] untold = [.. result.Unidentified.SelectMany(found => found.Parameters).Distinct().Select(result.IndexOf)];
        int separated = 0, unconverged = 0;
        int[] people = [.. Enumerable.Range(0, data.Situations).Where(n => data.Weight(n) > 0).Select(data.Person).Distinct()];
        for (int b = 0; b < replications; b++)
        {
            (options?.Cancellation ?? default).ThrowIfCancellationRequested();
            var count = new double[data.Persons];
            var key = new DrawKey(seed, (ushort)b, 0xE575, 0, 0);
            for (int i = 0; i < people.Length; i++)
            {
                count[people[(int)(key.Uniform(i) * people.Length)]]++;
            }

            var again = MaximumLikelihood.Estimate(result.Model, data.Reweighted(count), From(result, options));
            if (again.Unidentified.Count > 0)
            {
                separated++;
            }
            else if (!again.Converged)
            {
                unconverged++;
            }
            else
            {
                double[] sample = Turned(again, result);
                Array.ForEach(untold, k => sample[k] = double.NaN);
                estimates.Add(sample);
            }
        }

        if (estimates.Count < 2)
        {
            throw new ArgumentException($"of {replications} resampled sets of people {estimates.Count} reach a maximum at finite values: "
                + "no bootstrap");
        }

        return result.With(CovarianceKind.Bootstrap, Covariance(estimates), new BootstrapSamples(estimates, separated, unconverged));
    }

    /// <summary>Estimates whose standard deviations, whose sign means nothing, have that of the fit.</summary>
    private static double[] Turned(EstimationResult again, EstimationResult result)
    {
        double[] estimates = [.. again.Estimates];
        for (int k = 0; k < estimates.Length; k++)
        {
            string name = result.Parameters[k];
            bool isDeviation = name == GeneralMixedLogit.Tau
                || name.StartsWith("sd.", StringComparison.Ordinal) || name.Contains(".sd.", StringComparison.Ordinal);
            estimates[k] *= isDeviation && estimates[k] * result.Estimates[k] < 0 ? -1 : 1;
        }

        return estimates;
    }

    private static double[,] Covariance(List<double[]> estimates)
    {
        int k = estimates[0].Length;
        double[] mean = [.. Enumerable.Range(0, k).Select(i => estimates.Average(e => e[i]))];
        var covariance = new double[k, k];
        bool[] varies = [.. Enumerable.Range(0, k).Select(i => estimates.Exists(e => e[i] != estimates[0][i]))];
        for (int i = 0; i < k * k; i++)
        {
            covariance[i / k, i % k] = !varies[i / k] || !varies[i % k] ? 0
                : estimates.Sum(e => (e[i / k] - mean[i / k]) * (e[i % k] - mean[i % k])) / (estimates.Count - 1);
        }

        return covariance;
    }

    /// <summary>The best of fits from several random starts about the model's own.</summary>
    /// <param name="model">Model.</param>
    /// <param name="data">Choices.</param>
    /// <param name="starts">Starts, the model's own included, ≥ 1.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="options">Options of each estimation.</param>
    /// <returns>All fits, the highest log-likelihood first.</returns>
    public static IReadOnlyList<EstimationResult> Multistart(
        IChoiceModel model, ChoiceData data, int starts, uint seed = 1, EstimationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        options ??= new EstimationOptions();
        Likelihood likelihood = model.Bind(data);
        double[] own = likelihood.StartFor(options);
        var fits = new List<EstimationResult>();
        for (int s = 0; s < starts; s++)
        {
            var key = new DrawKey(seed, (ushort)s, 0xE576, 0, 0);
            double[] start = options.Place(model.Parameters, [.. own.Select((value, k) =>
                s == 0 ? value : value + ((0.3 + (0.5 * Math.Abs(value))) * ((2 * key.Uniform(k)) - 1)))]);
            if (double.IsFinite(likelihood.Evaluate(start, Derivatives.None).LogLikelihood))
            {
                fits.Add(MaximumLikelihood.Estimate(model, data, options with
                {
                    Start = Enumerable.Range(0, start.Length).ToDictionary(k => model.Parameters[k], k => start[k]),
                }));
            }
        }

        EstimationResult[] ordered = [.. fits.OrderByDescending(f => f.Converged).ThenByDescending(f => f.LogLikelihood)];
        return [.. ordered.Select(f => f.With(StartSearch.Of([.. fits.Select(fit => fit.LogLikelihood)])))];
    }

    /// <summary>Fits with other numbers of draws: does the answer stand still?</summary>
    /// <param name="result">A fit of a mixed logit.</param>
    /// <param name="data">Its choices.</param>
    /// <param name="counts">Numbers of draws, ascending.</param>
    /// <param name="options">Options of each estimation.</param>
    /// <exception cref="ArgumentException">The model is not a mixed logit.</exception>
    public static DrawStability Draws(
        EstimationResult result, ChoiceData data, IReadOnlyList<int> counts, EstimationOptions? options = null)
    {
        Func<int, IChoiceModel> model = result.Model switch
        {
            MixedLogit mixed => mixed.WithDraws,
            GeneralMixedLogit general => general.WithDraws,
            _ => throw new ArgumentException("only a mixed logit has draws", nameof(result)),
        };
        return new DrawStability([.. counts.Select(r => (r, MaximumLikelihood.Estimate(model(r), data, From(result, options))))]);
    }

    private static EstimationOptions From(EstimationResult result, EstimationOptions? options)
    {
        var names = result.Parameters;
        return (options ?? new EstimationOptions()) with
        {
            KeepsOrder = true,
            Start = Enumerable.Range(0, names.Count).Where(k => !result.IsFixed[k]).ToDictionary(k => names[k], k => result.Estimates[k]),
            Fixed = Enumerable.Range(0, names.Count).Where(k => result.IsFixed[k]).ToDictionary(k => names[k], k => result.Estimates[k]),
        };
    }
}

/// <summary>Fits of one model with several numbers of draws, ascending.</summary>
/// <param name="Fits">Number of draws and fit.</param>
public sealed record DrawStability(IReadOnlyList<(int Draws, EstimationResult Fit)> Fits)
{
    /// <summary>Largest change of an estimate between the last two fits, in standard errors.</summary>
    public double LargestShift => Moved?.Shift ?? double.NaN;

    /// <summary>The estimate that moved most between the last two fits, and by how many standard errors; null: none has one.</summary>
    public (string Parameter, double Shift)? Moved
    {
        get
        {
            if (Fits.Count < 2)
            {
                return null;
            }

            var (before, after) = (Fits[^2].Fit, Fits[^1].Fit);
            double[] se = after.StandardErrors();
            (string, double Shift)[] moved = [.. Enumerable.Range(0, se.Length).Where(k => se[k] > 0).Select(k =>
                (after.Parameters[k], Math.Abs(Math.Abs(after.Estimates[k]) - Math.Abs(before.Estimates[k])) / se[k]))];
            return moved.Length == 0 ? null : moved.MaxBy(m => m.Shift);
        }
    }

    /// <summary>
    /// A warning when the draws are too few (a shift over a quarter of a standard error between the last two fits); null: none.
    /// </summary>
    public string? Warning => Moved is { Shift: > 0.25 } moved
        ? FormattableString.Invariant(
            $"from {Fits[^2].Draws} to {Fits[^1].Draws} draws {moved.Parameter} moved by {moved.Shift:F2} standard errors: use more draws")
        : null;
}
