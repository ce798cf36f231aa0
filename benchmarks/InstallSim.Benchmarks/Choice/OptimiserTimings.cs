using System.Diagnostics;
using System.Globalization;
using InstallSim.Choice.Estimation;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace InstallSim.Benchmarks.Choice;

/// <summary>
/// The library's maximisation beside MathNet's minimisers, which are given −LL/N and its analytic gradient (Newton's the Hessian
/// too), from the same start, one thread, standard errors not included. Usage: <c>-- optimisers FOLDER</c>.
/// </summary>
internal static class OptimiserTimings
{
    public static void Run(string folder)
    {
        Console.WriteLine("| case | optimiser | s | evaluations | log-likelihood | length of the gradient |\n|---|---|---|---|---|---|");
        foreach (var one
            in EstimationCase.All.Where(c => c.Key is "swissmetro" or "electricity-600" or "electricity-correlated" or "synthetic"))
        {
            var data = one.Read(folder);
            var likelihood = one.Model([.. data.Names]).Bind(data);
            var free = new FreeParameters(likelihood.Parameters, new EstimationOptions());
            Report(one.Title, "ours", likelihood, _ =>
            {
                var end = new TrustRegion(likelihood, free, new EstimationOptions { Threads = 1 }).Run(likelihood.Start);
                return (end.Theta, end.Evaluations);
            });
            Report(one.Title, "BfgsMinimizer", likelihood,
                f => new BfgsMinimizer(1e-7, 1e-9, 1e-12, 1000).FindMinimum(f, Start(likelihood)));
            Report(one.Title, "LimitedMemoryBfgsMinimizer", likelihood,
                f => new LimitedMemoryBfgsMinimizer(1e-7, 1e-9, 1e-12, 8, 1000).FindMinimum(f, Start(likelihood)));
            Report(one.Title, "ConjugateGradientMinimizer", likelihood,
                f => new ConjugateGradientMinimizer(1e-7, 1000).FindMinimum(f, Start(likelihood)));
            Report(one.Title, "NewtonMinimizer, line search", likelihood,
                f => new NewtonMinimizer(1e-7, 200, true).FindMinimum(f, Start(likelihood)));
        }
    }

    private static void Report(string title, string name, Likelihood likelihood, Func<Counted, MinimizationResult> minimise) =>
        Report(title, name, likelihood, _ =>
        {
            int evaluations = 0;
            return ([.. minimise(new Counted(likelihood, () => evaluations++)).MinimizingPoint], evaluations);
        });

    private static void Report(string title, string name, Likelihood likelihood, Func<Likelihood, (double[] Theta, int Evaluations)> run)
    {
        try
        {
            double least = double.PositiveInfinity;
            (double[] Theta, int Evaluations) end = default;
            for (int i = 0; i < 3; i++)
            {
                var watch = Stopwatch.StartNew();
                end = run(likelihood);
                least = Math.Min(least, watch.Elapsed.TotalSeconds);
            }

            var at = likelihood.Evaluate(end.Theta, Derivatives.Gradient);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {title} | {name} | {least:F4} | {end.Evaluations} | {at.LogLikelihood:F6} | "
                    + $"{Math.Sqrt(at.Gradient.Sum(g => g * g)):E1} |"));
        }
        catch (OptimizationException failure)
        {
            Console.WriteLine($"| {title} | {name} | failed: {failure.Message} | | | |");
        }
    }

    private static Vector<double> Start(Likelihood likelihood) => Vector<double>.Build.DenseOfArray(likelihood.Start);

    /// <summary>−LL/N as MathNet wants it, with what one evaluation yields kept until the point changes.</summary>
    private sealed class Counted(Likelihood likelihood, Action count) : IObjectiveFunction
    {
        private readonly int _k = likelihood.Parameters.Count;
        private Evaluation _at = null!;

        public Vector<double> Point { get; private set; } = null!;

        public double Value => -_at.LogLikelihood / likelihood.Units;

        public bool IsGradientSupported => true;

        public Vector<double> Gradient => Vector<double>.Build.Dense(_k, i => -_at.Gradient[i] / likelihood.Units);

        public bool IsHessianSupported => true;

        public Matrix<double> Hessian
        {
            get
            {
                if (_at.Hessian.Length == 0)
                {
                    count();
                    _at = likelihood.Evaluate([.. Point], Derivatives.OuterProduct | Derivatives.Hessian, 1);
                }

                return Matrix<double>.Build.Dense(_k, _k, (i, j) => -_at.Hessian[i * _k + j] / likelihood.Units);
            }
        }

        public void EvaluateAt(Vector<double> point)
        {
            count();
            Point = point.Clone();
            _at = likelihood.Evaluate([.. point], Derivatives.Gradient, 1);
        }

        public IObjectiveFunction Fork() => new Counted(likelihood, count) { Point = Point, _at = _at };

        public IObjectiveFunction CreateNew() => new Counted(likelihood, count);
    }
}
