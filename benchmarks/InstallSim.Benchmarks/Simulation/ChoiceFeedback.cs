using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Benchmarks.Simulation;

/// <summary>
/// The workload choice-feedback-1 that other tools are measured on too: each year N = 4,000 entrants with own random coefficients
/// choose one of J = 2,700 territories (K = 8 variables and ln population), 20 years, and the choices feed back on density and group
/// practices. Run: <c>dotnet run -c Release --project benchmarks/InstallSim.Benchmarks -- choice-feedback [inputs.bin] [threads]</c>.
/// </summary>
internal sealed class ChoiceFeedback
{
    private enum Kernel
    {
        Lazy,
        PlainTwin,
    }

    private const int Territories = 2700, Variables = 8, Entrants = 4000, Years = 20, Parts = 40, Rounds = 40;

    private static readonly double[] Mean = [0.6, 0.8, 0.3, 0.5, 0.4, -0.5, 0.3, 0.2];
    private static readonly double[] Deviation = [0.4, 0.5, 0.3, 0.4, 0.3, 0.3, 0.2, 0.2];

    private readonly double[] _population, _stock;
    private readonly double[] _group = new double[Territories];
    private readonly NestedBlocks _blocks = new(Territories, 1, Variables + 1, 0);

    private ChoiceFeedback(string? inputs)
    {
        double[] all = inputs is null ? Synthetic() : Read(inputs);
        _population = all[..Territories];
        _stock = all[Territories..(2 * Territories)];
        for (int k = 3; k <= Variables; k++)
        {
            _blocks.SetGroupColumn(k, all.AsSpan((k - 1) * Territories, Territories));
        }
    }

    /// <summary>
    /// Rounds enough for the runtime to have compiled all that is hot, and the plain twin; or one round alone, for the time of a whole
    /// process.
    /// </summary>
    public static void Run(string? inputs, int threads, bool isOnce)
    {
        Report(Kernel.Lazy, isOnce ? 1 : Rounds, inputs, threads);
        if (!isOnce)
        {
            Report(Kernel.PlainTwin, 1, inputs, threads);
        }
    }

    private static void Report(Kernel kernel, int rounds, string? inputs, int threads)
    {
        (double[] wall, double[] cpu) = (new double[rounds], new double[rounds]);
        var choices = new HashSet<string>();
        for (int round = 0; round < rounds; round++)
        {
            var workload = new ChoiceFeedback(inputs);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            ulong hash = workload.Simulate(kernel, threads);
            (wall[round], cpu[round]) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            choices.Add($"{hash:x16}  {workload.Summary()}");
        }

        Array.Sort(wall);
        Array.Sort(cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kernel,-9} {threads} threads, {rounds} rounds: least {wall[0]:0.000} s wall, {cpu[0]:0.000} s CPU; "
                + $"median {wall[rounds / 2]:0.000} s wall, {cpu[rounds / 2]:0.000} s CPU  choices {string.Join(" and ", choices)}"));
    }

    private ulong Simulate(Kernel kernel, int threads)
    {
        ulong hash = 1469598103934665603;
        var chosen = new int[Entrants];
        var kept = new ConcurrentBag<NestedMaximiser>();
        for (int year = 0; year < Years; year++)
        {
            FillColumns();
            int y = year;
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
            NestedMaximiser Take() => kept.TryTake(out NestedMaximiser? one) ? one : new NestedMaximiser(_blocks);
            Parallel.For(0, Parts, options, Take, (part, _, maximiser) =>
            {
                const int count = Entrants / Parts;
                double[] tastes = Tastes((ushort)y, part * count, count);
                Span<double> beta = stackalloc double[Variables + 1];
                beta[Variables] = 1;
                for (int i = 0; i < count; i++)
                {
                    for (int k = 0; k < Variables; k++)
                    {
                        beta[k] = tastes[(k * count) + i];
                    }

                    int n = (part * count) + i;
                    var errors = new DrawKey(1, 0, 1, (ushort)y, (uint)n);
                    var situation = new NestedSituation { Errors = errors, GroupCoefficients = beta, NestScale = 1 };
                    chosen[n] = kernel == Kernel.Lazy ? maximiser.Choose(situation) : Plain(maximiser, situation);
                }

                return maximiser;
            }, kept.Add);
            FeedBack(chosen);
            foreach (int j in chosen)
            {
                hash = (hash ^ (uint)j) * 1099511628211;
            }
        }

        return hash;
    }

    /// <summary>Coefficients of some entrants of a year, shape [<see cref="Variables"/>, count].</summary>
    private static double[] Tastes(ushort year, int from, int count)
    {
        uint[] agents = [.. Enumerable.Range(from, count).Select(n => (uint)n)];
        double[] tastes = new double[Variables * count];
        for (int k = 0; k < Variables; k += 2)
        {
            Span<double> even = tastes.AsSpan(k * count, count), odd = tastes.AsSpan((k + 1) * count, count);
            AgentDraws.Pairs(new DrawKey(1, 0, 2, year, 0), agents, k / 2, even, odd);
        }

        NormalQuantileKernel.Fill(tastes, tastes);
        for (int i = 0; i < tastes.Length; i++)
        {
            tastes[i] = Mean[i / count] + (Deviation[i / count] * tastes[i]);
        }

        return tastes;
    }

    /// <summary>The textbook: V and ε of every alternative.</summary>
    private static int Plain(NestedMaximiser maximiser, in NestedSituation situation)
    {
        int best = -1;
        double highest = double.NegativeInfinity;
        for (int j = 0; j < Territories; j++)
        {
            double utility = maximiser.SystematicUtility(situation, j) + NestedErrors.Term(situation.Errors, j, 0, Territories, 1, 1);
            (best, highest) = utility > highest ? (j, utility) : (best, highest);
        }

        return best;
    }

    private void FillColumns()
    {
        double[] log = new double[Territories], logOfMore = new double[Territories];
        for (int j = 0; j < Territories; j++)
        {
            log[j] = _stock[j] / _population[j] * 1e4;
            logOfMore[j] = 1 + log[j];
        }

        Elementary.Log(log, log);
        Elementary.Log(logOfMore, logOfMore);
        double mean = log.Average(), meanOfMore = logOfMore.Average();
        for (int j = 0; j < Territories; j++)
        {
            (log[j], logOfMore[j]) = (mean - log[j], logOfMore[j] - meanOfMore);
        }

        _blocks.SetGroupColumn(0, log);
        _blocks.SetGroupColumn(1, _group);
        _blocks.SetGroupColumn(2, logOfMore);
    }

    private void FeedBack(int[] chosen)
    {
        var entries = new int[Territories];
        foreach (int j in chosen)
        {
            entries[j]++;
        }

        for (int j = 0; j < Territories; j++)
        {
            _stock[j] = (_stock[j] * 0.94) + entries[j];
            _group[j] = entries[j] >= 3 && _stock[j] >= 6 ? 1 : _stock[j] < 4 ? 0 : _group[j];
        }
    }

    private string Summary()
    {
        double under = 0;
        for (int j = 0; j < Territories; j++)
        {
            under += _stock[j] / _population[j] * 1e4 < 5 ? _population[j] : 0;
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"under-served {under / _population.Sum():0.0000} groups {_group.Average():0.0000} stock {_stock.Sum():0.0}");
    }

    private static double[] Read(string path)
    {
        var values = new double[8 * Territories];
        Buffer.BlockCopy(File.ReadAllBytes(path), 0, values, 0, values.Length * sizeof(double));
        return values;
    }

    /// <summary>Territories of the same kind as the shared inputs, where those are absent.</summary>
    private static double[] Synthetic()
    {
        var key = new DrawKey(20261121, 0, 3, 0, 0);
        double Normal(int index) => NormalQuantileKernel.Quantile(key.Uniform(index));
        double[] population = [.. Enumerable.Range(0, Territories).Select(j => Elementary.Exp(9.7 + (0.9 * Normal(j))))];
        double scale = 68e6 / population.Sum(), meanLog = population.Average(p => Elementary.Log(p * scale));
        population = [.. population.Select(p => p * scale)];
        double[] stock = [.. population.Select((p, j) => Math.Floor(p * 1e-4 * 8.5 * Elementary.Exp(0.35 * Normal(Territories + j))) + 1)];
        return
        [
            .. population, .. stock, .. Enumerable.Range(2 * Territories, 5 * Territories).Select(Normal),
            .. population.Select(p => Elementary.Log(p) - meanLog),
        ];
    }
}
