using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Where latent classes start: the EM algorithm (Bhat 1997) from people assigned to classes at random, several times; the M step is a
/// Newton step of each class on its people, weighted by their posterior, halved until the expected log-likelihood rises. What is fixed or
/// equal is so in every step. It tells the classes apart, so the best classes without it are tried in every order too. Classes of logits
/// are taken to a maximum from each start; of mixed logits only the best goes on. Classes of scale are sought from the three best of the
/// starts with equal scales, with scales apart in both directions.
/// </summary>
internal sealed class LatentClassStart(LatentClassLikelihood likelihood, LatentClass model, EstimationOptions options)
{
    private const int ShortRun = 12, LongRun = 60, MostOrdered = 4, MostScaled = 3;
    private const double Least = 1e-2;
    private readonly int _classes = model.Classes.Count;
    private readonly bool[] _isFixed = [.. model.Parameters.Select(options.Fixed.ContainsKey)];
    private readonly FreeParameters _free = new(model.Parameters, options);

    /// <summary>The best point, and how many of the starts end there.</summary>
    /// <exception cref="ArgumentException">No start has a finite log-likelihood.</exception>
    public (double[] Theta, StartSearch? Search) Find()
    {
        bool isLogit = model.Classes.All(LatentClassLikelihood.IsLogit);
        var found = new List<(double[] Theta, double LogLikelihood)>();
        foreach (double[] start in Starts())
        {
            double[] theta = Improve(start, ShortRun);
            double value = likelihood.Evaluate(theta, Derivatives.None).LogLikelihood;
            if (double.IsFinite(value))
            {
                found.Add(isLogit && model.ScaleClasses == 1 ? Climb(theta) : (theta, value));
            }
        }

        if (model.ScaleClasses > 1)
        {
            found = [.. found.OrderByDescending(f => f.LogLikelihood).Take(MostScaled)
                .SelectMany(f => new ScaleClassOrder(model).Apart(f.Theta, options)).Select(Climb)
                .Where(f => double.IsFinite(f.LogLikelihood))];
        }

        if (found.Count == 0)
        {
            throw new ArgumentException("no start of the latent classes has a finite log-likelihood");
        }

        double[] best = found.MaxBy(f => f.LogLikelihood).Theta;
        return isLogit || model.ScaleClasses > 1
            ? (best, StartSearch.Of([.. found.Select(f => f.LogLikelihood)]))
            : (Improve(best, LongRun), null);
    }

    private IEnumerable<double[]> Starts()
    {
        double[] own = Own();
        for (int start = 0; start < model.Starts; start++)
        {
            yield return Maximise(own, AtRandom(start), 3);
        }

        if (options.Start.Keys.Any(model.IsOfClass))
        {
            yield return own;
        }

        if (!model.Parameters.Any(p => options.Binds(p) && model.IsOfClass(p)))
        {
            yield break;
        }

        var unbound = options with { Fixed = new Dictionary<string, double>(), Equal = [], Start = new Dictionary<string, double>() };
        double[][] posterior = likelihood.Posterior(new LatentClassStart(likelihood, model, unbound).Find().Theta, options.Threads);
        foreach (int[] order in Orders(_classes))
        {
            yield return Maximise(own, [.. posterior.Select(h => order.Select(q => h[q]).ToArray())], 3);
        }
    }

    /// <summary>Every class at its own start, with what is given in place.</summary>
    private double[] Own()
    {
        var theta = new double[model.Parameters.Count];
        for (int q = 0; q < _classes; q++)
        {
            double[] start = likelihood.Classes[q].Start;
            for (int i = 0; i < start.Length; i++)
            {
                theta[model.Places[q][i]] = start[i];
            }
        }

        return options.Place(model.Parameters, theta);
    }

    /// <summary>People assigned to classes at random, shape [persons][Q].</summary>
    private double[][] AtRandom(int start)
    {
        var random = new double[likelihood.Units][];
        for (int person = 0; person < random.Length; person++)
        {
            var key = new DrawKey(model.Seed, (ushort)start, 0xE572, 0, (uint)person);
            double[] share = [.. Enumerable.Range(0, _classes).Select(q => -Elementary.Log(key.Uniform(q)))];
            random[person] = [.. share.Select(s => s / share.Sum())];
        }

        return random;
    }

    /// <summary>All orders of so many classes; of many only those that turn them round.</summary>
    private static IEnumerable<int[]> Orders(int count)
    {
        IEnumerable<int> all = Enumerable.Range(0, count);
        return count > MostOrdered
            ? all.Select(shift => all.Select(q => (q + shift) % count).ToArray())
            : all.Aggregate((IEnumerable<int[]>)[[]], (orders, _) =>
                orders.SelectMany(order => all.Except(order).Select(q => (int[])[.. order, q])));
    }

    private (double[] Theta, double LogLikelihood) Climb(double[] theta)
    {
        if (_free.Count == 0)
        {
            return (theta, likelihood.Evaluate(theta, Derivatives.None).LogLikelihood);
        }

        var brief = options with { Tolerance = 1e-4, MostIterations = 100, Progress = null };
        Maximum maximum = new TrustRegion(likelihood, _free, brief).Run(theta);
        return (maximum.Theta, maximum.At.LogLikelihood);
    }

    private double[] Improve(double[] theta, int most)
    {
        double before = double.NegativeInfinity;
        for (int iteration = 0; iteration < most && !options.Cancellation.IsCancellationRequested; iteration++)
        {
            theta = Maximise(theta, likelihood.Posterior(theta, options.Threads), 1);
            double now = likelihood.Evaluate(theta, Derivatives.None, options.Threads).LogLikelihood;
            if (now - before < Least)
            {
                break;
            }

            before = now;
        }

        return theta;
    }

    private double[] Maximise(double[] from, double[][] posterior, int steps)
    {
        double[] theta = [.. from];
        for (int q = 0; q < _classes; q++)
        {
            double[] factors = [.. posterior.Select(h => h[q])];
            for (int step = 0; step < steps; step++)
            {
                Step(likelihood.Classes[q], model.Places[q], theta, factors);
            }

            int share = model.FirstMembership + ((q - 1) * (model.Membership.Count + 1));
            if (q > 0 && !_isFixed[share])
            {
                theta[share] = Share(posterior, q) - Share(posterior, 0);
            }
        }

        foreach (int[] equal in _free.Members.Where(members => members.Length > 1))
        {
            double mean = equal.Average(k => theta[k]);
            Array.ForEach(equal, k => theta[k] = mean);
        }

        return theta;
    }

    /// <summary>Log of a class's share; slopes of membership are left to the gradient steps after.</summary>
    private static double Share(double[][] posterior, int q) => Elementary.Log(Math.Max(posterior.Average(h => h[q]), 1e-6));

    private void Step(Likelihood one, int[] places, double[] theta, double[] factors)
    {
        double[] at = [.. places.Select(i => theta[i])];
        int[] moving = [.. Enumerable.Range(0, at.Length).Where(i => !_isFixed[places[i]])];
        double[] Pick(double[] matrix, double sign) =>
            [.. moving.SelectMany(_ => moving, (i, j) => sign * matrix[(i * at.Length) + j])];
        var here = one.Evaluate(at, Derivatives.OuterProduct, options.Threads, factors);
        int k = moving.Length;
        double[] lower = new double[k * k], curvature = Pick(here.OuterProduct, 1);
        double[] hessian = one.HasHessian ? Pick(one.Evaluate(at, Derivatives.Hessian, options.Threads, factors).Hessian, -1) : curvature;
        if (k == 0 || (!SymmetricMatrix.TryCholesky(hessian, k, lower) && !TryDamped(curvature, k, lower)))
        {
            return;
        }

        double[] step = SymmetricMatrix.Solve(lower, k, [.. moving.Select(i => here.Gradient[i])]);
        for (double length = 1; length > 1e-3; length /= 2)
        {
            double[] trial = [.. at];
            for (int i = 0; i < k; i++)
            {
                trial[moving[i]] += length * step[i];
            }

            if (one.Evaluate(trial, Derivatives.None, options.Threads, factors).LogLikelihood > here.LogLikelihood)
            {
                Array.ForEach(moving, i => theta[places[i]] = trial[i]);
                return;
            }
        }
    }

    private static bool TryDamped(double[] curvature, int k, double[] lower)
    {
        for (int i = 0; i < k; i++)
        {
            curvature[(i * k) + i] += (1e-6 * curvature[(i * k) + i]) + 1e-9;
        }

        return SymmetricMatrix.TryCholesky(curvature, k, lower);
    }
}
