using System.Diagnostics;
using System.Globalization;
using InstallSim.Influence.Methods;

namespace InstallSim.Benchmarks.Influence;

/// <summary>Sobol' indices with second order and intervals of outcomes on standard input, for benchmarks/sensitivity/beside.py.</summary>
public static class SensitivityTimings
{
    /// <summary>Prints the seconds of the fastest of five, then first and total indices.</summary>
    /// <param name="numbers">Numbers of the design.</param>
    /// <param name="resamples">Resamples.</param>
    public static void Run(int numbers, int resamples)
    {
        var outcomes = new List<double>();
        while (Console.In.ReadLine() is { } line)
        {
            outcomes.Add(double.Parse(line, CultureInfo.InvariantCulture));
        }

        double[] y = [.. outcomes];
        SobolIndices? indices = null;
        double best = double.PositiveInfinity;
        for (int run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            indices = SobolIndices.Of(y, numbers, true, Resamples.Of(y.Length / SaltelliDesign.Width(numbers, true), resamples, 1));
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seconds {best:R}"));
        foreach (SobolIndex index in indices!.First.Concat(indices.Total))
        {
            Console.WriteLine(index.Value.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
