using System.Globalization;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Benchmarks.Simulation;

/// <summary>
/// One year's choices as in a run of France: N = 2,200 choosers with own coefficients and two anchors among G = 1,247 territories in
/// F = 4 forms, 12 columns of territories and 4 of forms, half of the territories considered, in nests and as a plain
/// logit.
/// Run: <c>dotnet run -c Release --project benchmarks/InstallSim.Benchmarks -- nested-choice [years]</c>.
/// </summary>
internal sealed class NestedChoice
{
    private const int Groups = 1247, Forms = 4, GroupColumns = 12, FormColumns = 4, Anchors = 95, Choosers = 2200;
    private const double Scale = 0.2;

    private readonly NestedBlocks _blocks = new(Groups, Forms, GroupColumns, FormColumns);
    private readonly GroupRows _rows = Rows();
    private readonly double[] _consideration = new double[Groups];
    private readonly double[] _beta = new double[Choosers * (GroupColumns + FormColumns)];

    private NestedChoice()
    {
        FillColumns();
        Array.Fill(_consideration, 0.5);
        for (int i = 0; i < _beta.Length; i++)
        {
            _beta[i] = 0.3 + (0.3 * Normal(4, i));
        }
    }

    public static void Run(int years)
    {
        var workload = new NestedChoice();
        var maximiser = new NestedMaximiser(workload._blocks, workload._rows);
        for (int round = 0; round < 6; round++)
        {
            Time($"nested {Scale}", years, (n, year) => maximiser.Choose(workload.Situation(n, year, Scale)));
            Time("nested 1", years, (n, year) => maximiser.Choose(workload.Situation(n, year, 1)));
        }
    }

    private static void Time(string name, int years, Func<int, int, int> choose)
    {
        ulong hash = 1469598103934665603;
        TimeSpan before = Environment.CpuUsage.UserTime;
        for (int year = 0; year < years; year++)
        {
            for (int n = 0; n < Choosers; n++)
            {
                hash = (hash ^ (uint)choose(n, year)) * 1099511628211;
            }
        }

        double microseconds = (Environment.CpuUsage.UserTime - before).TotalMicroseconds / ((double)Choosers * years);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-12} {microseconds:0.00} µs CPU a choice  choices {hash:x16}"));
    }

    private NestedSituation Situation(int n, int year, double scale) => new()
    {
        Errors = new DrawKey(1, 0, 1, (ushort)year, (uint)n),
        GroupCoefficients = _beta.AsSpan(n * (GroupColumns + FormColumns), GroupColumns),
        FormCoefficients = _beta.AsSpan((n * (GroupColumns + FormColumns)) + GroupColumns, FormColumns),
        Anchors = _anchors[n],
        NestScale = scale,
        Consideration = _consideration,
        Considered = new DrawKey(1, 0, 2, (ushort)year, (uint)n),
    };

    private readonly (double Coefficient, int Anchor)[][] _anchors =
        [.. Enumerable.Range(0, Choosers).Select(n => new[] { (-1.2, n % Anchors), (-0.5, n * 7 % Anchors) })];

    /// <summary>Columns of standard normals; a fifth of the alternatives is closed.</summary>
    private void FillColumns()
    {
        bool[] open = [.. Enumerable.Range(0, Groups * Forms).Select(j => Normal(3, j) < 0.84)];
        for (int k = 0; k < GroupColumns; k++)
        {
            double[] x = [.. Enumerable.Range(0, Groups).Select(g => Normal(1, (k * Groups) + g))];
            _blocks.SetGroupColumn(k, x);
        }

        for (int k = 0; k < FormColumns; k++)
        {
            double[] x = new double[Groups * Forms];
            for (int g = 0; g < Groups; g++)
            {
                x[(g * Forms) + k] = 1 + (0.5 * Normal(2, (k * Groups) + g));
            }

            _blocks.SetFormColumn(k, x);
        }

        _blocks.SetOpen(open);
    }

    /// <summary>Rows ln(1 + km/20) from the middles of 95 departments, territories of a department next to one another.</summary>
    private static GroupRows Rows()
    {
        DrawKey east = new(7, 0, 5, 0, 0), north = new(7, 0, 6, 0, 0);
        (double X, double Y) Middle(int department) => (1000 * east.Uniform(department), 1000 * north.Uniform(department));
        (double X, double Y)[] places = [.. Enumerable.Range(0, Groups).Select(g =>
        {
            var (x, y) = Middle(g * Anchors / Groups);
            return (x + (30 * Normal(7, g)), y + (30 * Normal(8, g)));
        })];
        double[][] rows = [.. Enumerable.Range(0, Anchors).Select(a =>
        {
            var (x, y) = Middle(a);
            double Kilometres((double X, double Y) p) => Math.Sqrt(((p.X - x) * (p.X - x)) + ((p.Y - y) * (p.Y - y)));
            return places.Select(p => Elementary.Log(1 + (Kilometres(p) / 20))).ToArray();
        })];
        return new GroupRows(Anchors, Groups, (a, from, values) => rows[a].AsSpan(from, values.Length).CopyTo(values));
    }

    private static double Normal(ushort purpose, int index) =>
        NormalQuantileKernel.Quantile(new DrawKey(7, 0, purpose, 0, 1).Uniform(index));
}
