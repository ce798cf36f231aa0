using System.Diagnostics;
using System.Globalization;
using InstallSim.Choice;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Benchmarks.Choice;

/// <summary>
/// Whole fits, standard errors included, beside the peers' seconds measured on two cores of a 3.0 GHz Xeon (the peers' own scripts,
/// quiet runs). Usage: <c>-- estimation FOLDER [threads]</c>, FOLDER with the long tables that the peers' scripts make.
/// </summary>
internal static class EstimationTimings
{
    private static readonly string[] Supplier = ["pf", "cl", "loc", "wk", "tod", "seas"];

    public static void Run(string folder, int threads)
    {
        var options = new EstimationOptions { Threads = threads };
        Console.WriteLine("case; cold s; best of 3 s; least CPU s; log-likelihood; iterations; evaluations; converged; MiB; peers");
        var swissmetro = Read(folder, "swissmetro_long.csv", "asc_train", "asc_car", "time", "cost");
        Time("MNL Swissmetro", new MultinomialLogit(swissmetro.Names), swissmetro, options, "xlogit 0.025, logitr 0.29, mlogit 0.32");
        var electricity = Read(folder, "electricity_long.csv", Supplier);
        RandomCoefficient[] six = [.. Supplier.Select(n => new RandomCoefficient(n))];
        Time("Electricity 600", new MixedLogit(Supplier, six, new HaltonDraws(600)), electricity, options, "xlogit 20.0, logitr 8.3, mlogit 56.3, gmnl 359");
        Time("Electricity 2000", new MixedLogit(Supplier, six, new HaltonDraws(2000)), electricity, options, "xlogit 68.8, logitr 26.3");
        Time("Electricity correlated 600", new MixedLogit(Supplier, six, new HaltonDraws(600), [Supplier]), electricity, options, "");
        Parts("Electricity 600", new MixedLogit(Supplier, six, new HaltonDraws(600)), electricity);
        Parts("Electricity correlated 600", new MixedLogit(Supplier, six, new HaltonDraws(600), [Supplier]), electricity);
        var synthetic = Read(folder, "synthetic_long.csv", "x1", "x2", "x3", "x4", "x5", "x6");
        Time("Synthetic 500", new MixedLogit(synthetic.Names, [new("x1"), new("x2"), new("x3")], new HaltonDraws(500)), synthetic, options, "xlogit 52.8, logitr 21.7");
        Windmills(folder, options);
        Parts("Synthetic 500", new MixedLogit(synthetic.Names, [new("x1"), new("x2"), new("x3")], new HaltonDraws(500)), synthetic);
    }

    /// <summary>
    /// The textbook's wind farms (8,633 answers of 1,000 people): eight correlated coefficients, the cost's lognormal, and twenty interactions
    /// of fixed coefficients, 64 parameters; from a table whose last twenty variables are the interactions.
    /// </summary>
    private static void Windmills(string folder, EstimationOptions options)
    {
        string file = Path.Combine(folder, "windmills_long.csv");
        if (!File.Exists(file))
            return;
        string[] columns = File.ReadLines(file).First().Split(',')[3..^1];
        var data = Read(folder, "windmills_long.csv", columns);
        string[] random = columns[..8];
        RandomCoefficient[] eight = [.. random.Select(n => new RandomCoefficient(n, n == "cost" ? Distribution.Lognormal : Distribution.Normal) { Sign = n == "cost" ? -1 : 1 })];
        var model = new MixedLogit(columns, eight, new HaltonDraws(1000), [random]);
        Time($"Windmills correlated 1000, {model.Parameters.Count} parameters", model, data, options, "Apollo 1,620 + 24,480 of standard errors", 1);
        Parts("Windmills correlated 1000", model, data);
    }

    private static void Time(string name, IChoiceModel model, ChoiceData data, EstimationOptions options, string peers, int runs = 4)
    {
        double[] seconds = new double[runs], cpu = new double[runs];
        EstimationResult result = null!;
        for (int run = 0; run < seconds.Length; run++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            result = MaximumLikelihood.Estimate(model, data, options);
            seconds[run] = watch.Elapsed.TotalSeconds;
            cpu[run] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        long peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}; {seconds[0]:F4}; {seconds[^Math.Max(1, runs - 1)..].Min():F4}; {cpu[^Math.Max(1, runs - 1)..].Min():F2}; {result.LogLikelihood:F6}; {result.Iterations}; {result.Evaluations}; {result.Converged}; {peak}; {peers}"));
    }

    /// <summary>One thread: seconds of a value, a gradient and a Hessian, and the share of the value that exponentials alone would take.</summary>
    private static void Parts(string name, MixedLogit model, ChoiceData data)
    {
        var watch = Stopwatch.StartNew();
        var likelihood = model.Bind(data);
        double bind = watch.Elapsed.TotalSeconds;
        double[] seconds = [.. new[] { Derivatives.None, Derivatives.Gradient, Derivatives.OuterProduct | Derivatives.Hessian }.Select(wanted => Least(() => likelihood.Evaluate(likelihood.Start, wanted, 1)))];
        double[] x = new double[4096];
        double exponential = Least(() => InstallSim.Choice.Kernels.Elementary.Exp(x, x)) / x.Length;
        double share = exponential * model.Draws.Count * (data.Rows - data.Situations);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: bind {bind:F3}, value {seconds[0]:F4}, gradient {seconds[1]:F4}, Hessian {seconds[2]:F4}, exponentials alone {share:F4} s ({exponential * 1e9:F2} ns each)"));
    }

    private static double Least(Action action)
    {
        double least = double.PositiveInfinity;
        for (int run = 0; run < 12; run++)
        {
            var watch = Stopwatch.StartNew();
            action();
            least = Math.Min(least, watch.Elapsed.TotalSeconds);
        }

        return least;
    }

    private static ChoiceData Read(string folder, string file, params string[] columns)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, file));
        string[] header = lines[0].Split(',');
        double[][] rows = [.. lines.Skip(1).Select(l => l.Split(',').Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray())];
        double[] Column(string name) => [.. rows.Select(r => r[Array.IndexOf(header, name)])];
        return ChoiceData.Create(new ChoiceTable
        {
            Names = columns,
            Columns = [.. columns.Select(Column)],
            Situation = [.. Column("chid").Select(v => (int)v)],
            Person = [.. Column("id").Select(v => (int)v)],
            Alternative = [.. Column("alt").Select(v => (int)v)],
            Chosen = [.. Column("choice").Select(v => v == 1)],
            Available = header.Contains("av") ? [.. Column("av").Select(v => v == 1)] : null,
        });
    }
}
