using System.Globalization;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Benchmarks.Choice;

/// <summary>
/// How the time of a mixed logit grows with people, alternatives, random coefficients, draws and threads, on answers simulated from
/// named draws. Usage: <c>-- growth [FILE.csv]</c>; <c>-- pictures</c> draws what the file holds.
/// </summary>
internal static class EstimationGrowth
{
    private const int People = 200, Situations = 10, Alternatives = 4, Coefficients = 4, Draws = 500;

    /// <summary>Prints the table and, when a file is named, writes the same as CSV for <see cref="GrowthPicture"/>.</summary>
    public static void Run(string? file)
    {
        var lines = new List<string> { "factor,times,gradient_s,hessian_s,fit_s" };
        Console.WriteLine($"Base: N = {People} people × {Situations}, J = {Alternatives}, K = {Coefficients} normals, R = {Draws}, one "
            + $"thread. In brackets: times the base.");
        Console.WriteLine("| | gradient, s | Hessian, s | whole fit, s | iterations |");
        Console.WriteLine("|---|---|---|---|---|");
        var at = Measure(People, Alternatives, Coefficients, Draws, 1);
        Row("base", at, at);
        Grow("N", [2, 4, 8], times => Measure(times * People, Alternatives, Coefficients, Draws, 1));
        Grow("J", [2, 4, 8], times => Measure(People, times * Alternatives, Coefficients, Draws, 1));
        Grow("K", [2, 3, 4], times => Measure(People, Alternatives, times * Coefficients, Draws, 1));
        Grow("R", [2, 4, 8, 40], times => Measure(People, Alternatives, Coefficients, times * Draws, 1));
        for (int threads = 2; threads <= Environment.ProcessorCount; threads *= 2)
        {
            Row($"{threads} threads, N × 8", Measure(8 * People, Alternatives, Coefficients, Draws, threads), at);
        }

        if (file is not null)
        {
            File.WriteAllLines(file, lines);
        }

        void Grow(string factor, int[] sizes, Func<int, Timing> measure)
        {
            lines.Add(Line(factor, 1, at));
            foreach (int times in sizes)
            {
                var found = measure(times);
                Row($"{factor} × {times}", found, at);
                lines.Add(Line(factor, times, found));
            }
        }
    }

    private static string Line(string factor, int times, Timing found) => string.Create(
        CultureInfo.InvariantCulture, $"{factor},{times},{found.Gradient:F4},{found.Hessian:F4},{found.Fit:F3}");

    private static void Row(string name, Timing found, Timing at) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {found.Gradient:F4} ({found.Gradient / at.Gradient:F1}) | {found.Hessian:F4} ({found.Hessian / at.Hessian:F1}) | "
            + $"{found.Fit:F3} ({found.Fit / at.Fit:F1}) | {found.Iterations} |"));

    private static Timing Measure(int people, int alternatives, int coefficients, int draws, int threads)
    {
        var data = Answers(people, alternatives, coefficients);
        var model = new MixedLogit(data.Names, [.. data.Names.Select(n => new RandomCoefficient(n))], new HaltonDraws(draws));
        var likelihood = model.Bind(data);
        int iterations = 0;
        double fit = EstimationTimings.Least(() =>
            iterations = MaximumLikelihood.Estimate(model, data, new EstimationOptions { Threads = threads }).Iterations, 2);
        double Part(Derivatives wanted) => EstimationTimings.Least(() => likelihood.Evaluate(likelihood.Start, wanted, threads), 4);
        return new Timing(Part(Derivatives.Gradient), Part(Derivatives.OuterProduct | Derivatives.Hessian), fit, iterations);
    }

    /// <summary>
    /// People with normal coefficients (mean 1 and −1 in turn, standard deviation 1) choose by V +
    /// Gumbel; the variables are uniform on [−1, 1].
    /// </summary>
    public static ChoiceData Answers(int people, int alternatives, int coefficients)
    {
        int rows = people * Situations * alternatives;
        double[][] columns = [.. Enumerable.Range(0, coefficients).Select(_ => new double[rows])];
        int[] situation = new int[rows], person = new int[rows], alternative = new int[rows];
        bool[] chosen = new bool[rows];
        for (int n = 0, row = 0; n < people * Situations; n++)
        {
            var of = new DrawKey(1, 0, 1, 0, (uint)(n / Situations));
            var key = new DrawKey(1, 0, 2, 0, (uint)n);
            double[] beta = [.. Enumerable.Range(0, coefficients)
                .Select(k => (k % 2 == 0 ? 1 : -1) + MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, of.Uniform(k)))];
            int best = row;
            double highest = double.NegativeInfinity;
            for (int j = 0; j < alternatives; j++, row++)
            {
                double utility = -Math.Log(-Math.Log(key.Uniform(j * (coefficients + 1))));
                for (int k = 0; k < coefficients; k++)
                {
                    utility += beta[k] * (columns[k][row] = 2 * key.Uniform(j * (coefficients + 1) + k + 1) - 1);
                }

                if (utility > highest)
                {
                    (best, highest) = (row, utility);
                }

                (situation[row], person[row], alternative[row]) = (n, n / Situations, j);
            }

            chosen[best] = true;
        }

        return ChoiceData.Create(new ChoiceTable
        {
            Names = [.. Enumerable.Range(1, coefficients).Select(k => $"x{k}")],
            Columns = columns,
            Situation = situation,
            Person = person,
            Alternative = alternative,
            Chosen = chosen,
        });
    }

    private readonly record struct Timing(double Gradient, double Hessian, double Fit, int Iterations);
}
