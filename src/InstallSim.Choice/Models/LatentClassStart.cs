using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// The EM algorithm from random assignments of people to classes (Bhat 1997): several short runs, the best goes on. The M step is
/// a Newton step of each class on its people, weighted by their posterior, halved until the expected log-likelihood rises.
/// </summary>
internal sealed class LatentClassStart(LatentClassLikelihood likelihood, LatentClass model)
{
    private const int ShortRun = 12, LongRun = 60;

    public double[] Find()
    {
        double[] best = [];
        double highest = double.NegativeInfinity;
        for (int start = 0; start < model.Starts; start++)
        {
            double[] theta = Improve(First(start), ShortRun, 1e-2);
            double logLikelihood = likelihood.Evaluate(theta, Derivatives.None).LogLikelihood;
            if (logLikelihood > highest)
            {
                (best, highest) = (theta, logLikelihood);
            }
        }

        return best.Length == 0
            ? throw new ArgumentException("no start of the latent classes has a finite log-likelihood")
            : Improve(best, LongRun, 1e-2);
    }

    /// <summary>Every class at its own start, then a step with people assigned at random.</summary>
    private double[] First(int start)
    {
        var theta = new double[model.Parameters.Count];
        for (int q = 0; q < likelihood.Classes.Count; q++)
        {
            for (int i = 0; i < model.Places[q].Length; i++)
            {
                theta[model.Places[q][i]] = likelihood.Classes[q].Start[i];
            }
        }

        var random = new double[likelihood.Units][];
        for (int person = 0; person < random.Length; person++)
        {
            var key = new DrawKey(model.Seed, (ushort)start, 0xE572, 0, (uint)person);
            double[] share = [.. Enumerable.Range(0, likelihood.Classes.Count).Select(q => -Elementary.Log(key.Uniform(q)))];
            random[person] = [.. share.Select(s => s / share.Sum())];
        }

        return Maximise(theta, random, 3);
    }

    private double[] Improve(double[] theta, int most, double least)
    {
        double before = double.NegativeInfinity;
        for (int iteration = 0; iteration < most; iteration++)
        {
            theta = Maximise(theta, likelihood.Posterior(theta, 0), 1);
            double now = likelihood.Evaluate(theta, Derivatives.None).LogLikelihood;
            if (now - before < least)
            {
                break;
            }

            before = now;
        }

        return theta;
    }

    private double[] Maximise(double[] theta, double[][] posterior, int steps)
    {
        theta = [.. theta];
        for (int q = 0; q < likelihood.Classes.Count; q++)
        {
            double[] factors = [.. posterior.Select(h => h[q])];
            for (int step = 0; step < steps; step++)
            {
                Step(likelihood.Classes[q], model.Places[q], theta, factors);
            }

            if (q > 0)
            {
                theta[model.FirstMembership + (q - 1) * (model.Membership.Count + 1)] = Share(posterior, q) - Share(posterior, 0);
            }
        }

        return theta;
    }

    /// <summary>Log of a class's share; slopes of membership are left to the gradient steps after.</summary>
    private static double Share(double[][] posterior, int q) => Elementary.Log(Math.Max(posterior.Average(h => h[q]), 1e-6));

    private static void Step(Likelihood one, int[] places, double[] theta, double[] factors)
    {
        double[] at = [.. places.Select(i => theta[i])];
        var here = one.Evaluate(at, Derivatives.OuterProduct, 0, factors);
        int k = at.Length;
        double[] lower = new double[k * k], curvature = [.. here.OuterProduct];
        double[] outer = one.HasHessian ? [.. one.Evaluate(at, Derivatives.Hessian, 0, factors).Hessian.Select(h => -h)] : curvature;
        if (!SymmetricMatrix.TryCholesky(outer, k, lower))
        {
            for (int i = 0; i < k; i++)
            {
                curvature[i * k + i] += 1e-6 * curvature[i * k + i] + 1e-9;
            }

            if (!SymmetricMatrix.TryCholesky(curvature, k, lower))
            {
                return;
            }
        }

        double[] step = SymmetricMatrix.Solve(lower, k, here.Gradient);
        for (double length = 1; length > 1e-3; length /= 2)
        {
            double[] trial = [.. at.Select((a, i) => a + length * step[i])];
            if (one.Evaluate(trial, Derivatives.None, 0, factors).LogLikelihood <= here.LogLikelihood)
            {
                continue;
            }

            for (int i = 0; i < k; i++)
            {
                theta[places[i]] = trial[i];
            }

            return;
        }
    }
}
