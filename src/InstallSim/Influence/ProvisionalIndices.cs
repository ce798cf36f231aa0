using System.Globalization;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Influence;

/// <summary>Tells, while points finish in any order, what the whole trajectories or base points so far say of the first outcome.</summary>
/// <param name="plan">The plan.</param>
/// <param name="units">Points of the design.</param>
/// <param name="say">Told one line each tenth.</param>
internal sealed class ProvisionalIndices(LoadedPlan<SensitivitySettings> plan, double[][] units, Action<Words> say)
{
    private const int Blocks = 10, Shown = 3;

    /// <summary>Fewest trajectories, base points or points that say anything.</summary>
    private const int Fewest = 4;

    private readonly Lock _lock = new();
    private readonly double[] _means = [.. units.Select(_ => double.NaN)];
    private int _finished, _told;

    /// <summary>Takes a finished point.</summary>
    public void Add(int point, double[][] outcomes)
    {
        lock (_lock)
        {
            _means[point] = outcomes.Average(replication => replication[0]);
            _finished++;
            int block = (int)((long)_finished * Blocks / units.Length);
            if (block > _told && block < Blocks)
            {
                _told = block;
                Tell();
            }
        }
    }

    private static string Brief(double value) => value == 0 ? "0" : PaperNumber.Brief(value);

    private void Tell()
    {
        int width = plan.Settings.Width(plan.Numbers.Count);
        int[] whole = [.. Enumerable.Range(0, units.Length / width)
            .Where(u => Enumerable.Range(u * width, width).All(p => !double.IsNaN(_means[p])))];
        int fewest = plan.Settings.Method == SensitivityMethod.Pawn ? 2 * plan.Settings.Slices : Fewest;
        if (whole.Length < fewest)
        {
            return;
        }

        int[] points = [.. whole.SelectMany(u => Enumerable.Range(u * width, width))];
        string main = IndexRow.MainOf(plan.Settings.Method);
        IndexRow[] strongest = [.. IndexRow.Of(plan.Settings, 0,
                [.. plan.Numbers.Select(n => n.Name)], [.. points.Select(p => units[p])], [.. points.Select(p => _means[p])],
                SampleDesign.SeedOf(plan))
            .Where(i => i.Index == main && !double.IsNaN(i.Value)).OrderByDescending(i => i.Value).Take(Shown)];
        string so = string.Create(CultureInfo.InvariantCulture, $"{_finished}/{units.Length}");
        string List(string to, string and) =>
            string.Join(and, strongest.Select(i => $"{i.Number} {Brief(i.Value)} [{Brief(i.Low)} {to} {Brief(i.High)}]"));
        say(new Words($"after {so} points, {plan.Outcomes[0].Name}, {main}: {List("to", "; ")}",
            $"après {so} points, {plan.Outcomes[0].Name}, {main}\u00a0: {List("à", "\u00a0; ")}"));
    }
}
