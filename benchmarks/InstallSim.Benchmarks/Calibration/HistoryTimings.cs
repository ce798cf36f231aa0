using System.Globalization;
using InstallSim.Calibration;
using InstallSim.Choice.Draws;

namespace InstallSim.Benchmarks.Calibration;

/// <summary>
/// History matching of a function of four numbers, the last of which does nothing, whose three outputs are known to 0.04: what is left
/// after three waves of 40 points, against what the function itself leaves. <c>benchmarks/run-history.sh</c> puts hmer beside it.
/// </summary>
internal static class HistoryTimings
{
    private const int Looked = 10_000;
    private const double Error = 0.04, Cutoff = 3;

    private static readonly double[] Truth = [0.35, 0.7, 0.2, 0.5];

    /// <summary>Matches with some seeds; writes the points at which it looked, one a line, with 1 where the function leaves it.</summary>
    public static void Run(string pointsFile, int seeds)
    {
        double[][] points = [.. Enumerable.Range(0, Looked).Select(Point)];
        bool[] real = [.. points.Select(IsLeft)];
        File.WriteAllLines(pointsFile, points.Select((x, i) =>
            string.Join(',', x.Select(v => v.ToString("R", CultureInfo.InvariantCulture))) + (real[i] ? ",1" : ",0")));
        for (int seed = 1; seed <= seeds; seed++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            PlausibleSpace left = Match((uint)seed);
            double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            bool[] kept = [.. points.Select(left.IsIn)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"InstallSim,{seed},{seconds:0.00},{Share(kept):0.0000},{Share(real):0.0000},{Both(kept, real):0.000},{left.IsIn(Truth)}"));
        }
    }

    private static PlausibleSpace Match(uint seed)
    {
        var space = new ParameterSpace([.. Enumerable.Range(0, 4).Select(k => new CalibratedNumber($"n{k}", 0, 1, 0.25))]);
        Target[] targets = [.. Outputs(Truth).Select((m, t) => new Target($"t{t}", m, Error, 0, 1, TargetLimit.None))];
        var settings = new CalibrationSettings { Waves = 3, Points = 40, Seed = seed, Cutoff = Cutoff };
        var matching = new HistoryMatching(settings, targets, space, new Evaluations((_, at) => [.. at.Select(Twice)]));
        matching.Run();
        return matching.Left;
    }

    /// <summary>Two replications, for waves judge chance by them: there is none.</summary>
    private static double[][] Twice(double[] x) => [Outputs(x), Outputs(x)];

    private static double[] Outputs(double[] x) =>
        [x[0] + (0.5 * x[1]), (x[1] * x[1]) - (0.6 * x[2]), x[2] + (x[0] * x[1]) + (0.3 * Math.Sin(3 * x[0]))];

    private static bool IsLeft(double[] x) =>
        Outputs(x).Zip(Outputs(Truth), (now, then) => Math.Abs(now - then) / Error).Max() <= Cutoff;

    private static double[] Point(int number)
    {
        var key = new DrawKey(7, 0, 0, 0, (uint)number);
        return [.. Enumerable.Range(0, 4).Select(k => key.Uniform(k))];
    }

    private static double Share(bool[] of) => of.Count(b => b) / (double)of.Length;

    /// <summary>What is both left by the waves and by the function, over what is left by the function.</summary>
    private static double Both(bool[] kept, bool[] real) => kept.Zip(real, (k, r) => k && r).Count(b => b) / (double)real.Count(b => b);
}
