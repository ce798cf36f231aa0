using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Benchmarks.Choice;

/// <summary>
/// Whole fits, standard errors included, beside the peers' seconds. Usage: <c>-- estimation FOLDER [threads] [case]</c>, FOLDER with the
/// long tables that the peers' scripts make; one case a process tells its peak memory.
/// </summary>
internal static class EstimationTimings
{
    public static void Run(string folder, int threads, string? only)
    {
        Console.WriteLine("case; first s; first CPU s; of which compiling s; methods; "
            + "best s; least CPU s; log-likelihood; parameters; iterations; evaluations; converged; "
            + "MiB after the first; peers");
        foreach (var one in EstimationCase.All.Where(c => (only ?? c.Key) == c.Key && File.Exists(Path.Combine(folder, c.Table))))
        {
            var data = one.Read(folder);
            var model = one.Model([.. data.Names]);
            Time(one, model, data, new EstimationOptions { Threads = threads });
            if (model is MixedLogit mixed)
            {
                Parts(mixed, data);
            }
        }
    }

    /// <summary>The least seconds that an action takes in some runs.</summary>
    public static double Least(Action action, int runs)
    {
        double least = double.PositiveInfinity;
        for (int run = 0; run < runs; run++)
        {
            var watch = Stopwatch.StartNew();
            action();
            least = Math.Min(least, watch.Elapsed.TotalSeconds);
        }

        return least;
    }

    private static void Time(EstimationCase one, IChoiceModel model, ChoiceData data, EstimationOptions options)
    {
        double[] seconds = new double[one.Runs], cpu = new double[one.Runs];
        EstimationResult result = null!;
        long peak = 0, methods = JitInfo.GetCompiledMethodCount();
        TimeSpan compiling = JitInfo.GetCompilationTime();
        for (int run = 0; run < one.Runs; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            result = MaximumLikelihood.Estimate(model, data, options);
            seconds[run] = watch.Elapsed.TotalSeconds;
            if (run == 0)
            {
                peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
                (methods, compiling) = (JitInfo.GetCompiledMethodCount() - methods, JitInfo.GetCompilationTime() - compiling);
            }

            cpu[run] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{one.Title}; {seconds[0]:F3}; {cpu[0]:F2}; {compiling.TotalSeconds:F2}; {methods}; "
                + $"{seconds.Min():F4}; {cpu.Min():F2}; {result.LogLikelihood:F6}; {result.Estimated}; "
                + $"{result.Iterations}; {result.Evaluations}; {result.Converged}; {peak}; {one.Peers}"));
    }

    /// <summary>
    /// One thread: seconds of a value, a gradient and a Hessian, and the share of the value that exponentials alone would take.
    /// </summary>
    private static void Parts(MixedLogit model, ChoiceData data)
    {
        var likelihood = model.Bind(data);
        double[] seconds = [.. new[] { Derivatives.None, Derivatives.Gradient, Derivatives.OuterProduct | Derivatives.Hessian }
            .Select(wanted => Least(() => likelihood.Evaluate(likelihood.Start, wanted, 1), 8))];
        double[] x = new double[4096];
        double exponential = Least(() => InstallSim.Choice.Kernels.Elementary.Exp(x, x), 400) / x.Length;
        double share = exponential * model.Draws.Count * (data.Rows - data.Situations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  one thread: value {seconds[0]:F4}, gradient {seconds[1]:F4}, Hessian {seconds[2]:F4}, exponentials alone {share:F4} s "
                + $"({exponential * 1e9:F2} ns each)"));
    }
}
