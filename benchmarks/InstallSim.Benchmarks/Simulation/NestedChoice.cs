using System.Globalization;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Benchmarks.Simulation;

/// <summary>
/// One year's choices as in a run of France: N = 2,200 choosers with own coefficients and two anchors among G = 1,247 territories in
/// F = 4 forms, 12 columns of territories and 4 of forms, half of the territories considered, in nests and as a plain
/// logit.
/// Run: <c>dotnet run -c Release --project benchmarks/InstallSim.Benchmarks -- nested-choice [years]</c>; how it grows:
/// <c>-- choosing-growth FILE.csv</c>; a million choosers: <c>-- million</c>.
/// </summary>
internal sealed class NestedChoice
{
    private const int Forms = 4, FormColumns = 4, Anchors = 95, Kinds = 31;
    private const double Scale = 0.2;

    private readonly int _groups, _columns, _kinds;
    private readonly NestedBlocks _blocks;
    private readonly GroupRows _rows;
    private readonly double[] _consideration, _beta;
    private readonly (double Coefficient, int Anchor)[][] _anchors;

    private NestedChoice(int groups = 1247, int columns = 12, int choosers = 2200, int kinds = int.MaxValue)
    {
        (_groups, _columns, _kinds) = (groups, columns, Math.Min(kinds, choosers));
        (_blocks, _rows) = (new NestedBlocks(groups, Forms, columns, FormColumns), Rows(groups));
        (_consideration, _beta) = (new double[groups], new double[_kinds * (columns + FormColumns)]);
        _anchors = [.. Enumerable.Range(0, choosers).Select(n => new[] { (-1.2, n % Anchors), (-0.5, n * 7 % Anchors) })];
        FillColumns();
        Array.Fill(_consideration, 0.5);
        for (int i = 0; i < _beta.Length; i++)
        {
            _beta[i] = 0.3 + (0.3 * Normal(4, i));
        }
    }

    /// <summary>A million choosers among 24,336 alternatives, each with own coefficients or of one of 31 kinds, on one thread.</summary>
    public static void Million()
    {
        foreach ((string name, int kinds) in new[] { ("own coefficients", int.MaxValue), ("31 kinds", Kinds) })
        {
            var workload = new NestedChoice(groups: 6084, choosers: 1_000_000, kinds: kinds);
            var maximiser = new NestedMaximiser(workload._blocks, workload._rows);
            Time(name, 1, workload._anchors.Length, (n, year) => maximiser.Choose(workload.Situation(n, year, Scale)));
        }
    }

    /// <summary>Writes how the time of a year's choices grows with choosers, territories and variables.</summary>
    public static void Grow(string file)
    {
        var lines = new List<string> { "factor,times,own_s,kinds_s" };
        new NestedChoice().Least(); // compiles
        Add("N", [1, 2, 4, 8], times => kinds => new NestedChoice(choosers: times * 2200, kinds: kinds));
        Add("J", [1, 2, 4, 8, 16, 28], times => kinds => new NestedChoice(times * 1247, kinds: kinds));
        Add("K", [1, 2, 4], times => kinds => new NestedChoice(columns: times * 12, kinds: kinds));
        File.WriteAllLines(file, lines);

        void Add(string factor, int[] sizes, Func<int, Func<int, NestedChoice>> make)
        {
            foreach (int times in sizes)
            {
                (double own, double shared) = (make(times)(int.MaxValue).Least(), make(times)(Kinds).Least());
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{factor},{times},{own:0.00000},{shared:0.00000}"));
                Console.WriteLine(lines[^1]);
            }
        }
    }

    /// <summary>Least processor time of a year's choices of nine rounds, seconds, scratch made anew each year as in a run.</summary>
    private double Least() => Enumerable.Range(0, 9).Min(round =>
    {
        TimeSpan before = Environment.CpuUsage.UserTime;
        var maximiser = new NestedMaximiser(_blocks, _rows);
        for (int n = 0; n < _anchors.Length; n++)
        {
            maximiser.Choose(Situation(n, round, Scale));
        }

        return (Environment.CpuUsage.UserTime - before).TotalSeconds;
    });

    public static void Run(int years)
    {
        var workload = new NestedChoice();
        var maximiser = new NestedMaximiser(workload._blocks, workload._rows);
        for (int round = 0; round < 6; round++)
        {
            Time($"nested {Scale}", years, workload._anchors.Length, (n, year) => maximiser.Choose(workload.Situation(n, year, Scale)));
            Time("nested 1", years, workload._anchors.Length, (n, year) => maximiser.Choose(workload.Situation(n, year, 1)));
        }
    }

    private static void Time(string name, int years, int choosers, Func<int, int, int> choose)
    {
        ulong hash = 1469598103934665603;
        TimeSpan before = Environment.CpuUsage.UserTime;
        for (int year = 0; year < years; year++)
        {
            for (int n = 0; n < choosers; n++)
            {
                hash = (hash ^ (uint)choose(n, year)) * 1099511628211;
            }
        }

        double microseconds = (Environment.CpuUsage.UserTime - before).TotalMicroseconds / ((double)choosers * years);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-12} {microseconds:0.00} µs CPU a choice  choices {hash:x16}"));
    }

    private NestedSituation Situation(int n, int year, double scale) => new()
    {
        Errors = new DrawKey(1, 0, 1, (ushort)year, (uint)n),
        GroupCoefficients = _beta.AsSpan(n % _kinds * (_columns + FormColumns), _columns),
        FormCoefficients = _beta.AsSpan((n % _kinds * (_columns + FormColumns)) + _columns, FormColumns),
        Anchors = _anchors[n],
        NestScale = scale,
        Consideration = _consideration,
        Considered = new DrawKey(1, 0, 2, (ushort)year, (uint)n),
    };

    /// <summary>Columns of standard normals; a fifth of the alternatives is closed.</summary>
    private void FillColumns()
    {
        bool[] open = [.. Enumerable.Range(0, _groups * Forms).Select(j => Normal(3, j) < 0.84)];
        for (int k = 0; k < _columns; k++)
        {
            double[] x = [.. Enumerable.Range(0, _groups).Select(g => Normal(1, (k * _groups) + g))];
            _blocks.SetGroupColumn(k, x);
        }

        for (int k = 0; k < FormColumns; k++)
        {
            double[] x = new double[_groups * Forms];
            for (int g = 0; g < _groups; g++)
            {
                x[(g * Forms) + k] = 1 + (0.5 * Normal(2, (k * _groups) + g));
            }

            _blocks.SetFormColumn(k, x);
        }

        _blocks.SetOpen(open);
    }

    /// <summary>Rows ln(1 + km/20) from the middles of 95 departments, territories of a department next to one another.</summary>
    private static GroupRows Rows(int groups)
    {
        DrawKey east = new(7, 0, 5, 0, 0), north = new(7, 0, 6, 0, 0);
        (double X, double Y) Middle(int department) => (1000 * east.Uniform(department), 1000 * north.Uniform(department));
        (double X, double Y)[] places = [.. Enumerable.Range(0, groups).Select(g =>
        {
            var (x, y) = Middle(g * Anchors / groups);
            return (x + (30 * Normal(7, g)), y + (30 * Normal(8, g)));
        })];
        double[][] rows = [.. Enumerable.Range(0, Anchors).Select(a =>
        {
            var (x, y) = Middle(a);
            double Kilometres((double X, double Y) p) => Math.Sqrt(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y)));
            return places.Select(p => Elementary.Log(1 + (Kilometres(p) / 20))).ToArray();
        })];
        return new GroupRows(Anchors, groups, (a, from, values) => rows[a].AsSpan(from, values.Length).CopyTo(values));
    }

    private static double Normal(ushort purpose, int index) =>
        NormalQuantileKernel.Quantile(new DrawKey(7, 0, purpose, 0, 1).Uniform(index));
}
