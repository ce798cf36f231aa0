using System.Globalization;
using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Influence;

/// <summary>Tells, while points finish in any order, what the whole trajectories or base points so far say of the first outcome.</summary>
/// <param name="result">The plan, the design and what numbers are called.</param>
/// <param name="say">Told one line each tenth.</param>
internal sealed class ProvisionalIndices(SensitivityResult result, Action<Words> say)
{
    private const int Blocks = 10, Shown = 3;

    /// <summary>Fewest trajectories, base points or points that say anything.</summary>
    private const int Fewest = 4;

    private readonly Lock _lock = new();
    private readonly double[][] _units = result.Design.Units;
    private readonly double[] _means = [.. result.Design.Units.Select(_ => double.NaN)];
    private int _finished, _told;

    /// <summary>Takes a finished point.</summary>
    public void Add(int point, double[][] outcomes)
    {
        lock (_lock)
        {
            _means[point] = outcomes.Average(replication => replication[0]);
            _finished++;
            int block = (int)((long)_finished * Blocks / _units.Length);
            if (block > _told && block < Blocks)
            {
                _told = block;
                Tell();
            }
        }
    }

    private void Tell()
    {
        LoadedPlan<SensitivitySettings> plan = result.Plan;
        int width = plan.Settings.Width(plan.Numbers.Count);
        int[] whole = [.. Enumerable.Range(0, _units.Length / width)
            .Where(u => Enumerable.Range(u * width, width).All(p => !double.IsNaN(_means[p])))];
        int fewest = plan.Settings.Method == SensitivityMethod.Pawn ? 2 * plan.Settings.Slices : Fewest;
        if (whole.Length < fewest)
        {
            return;
        }

        int[] points = [.. whole.SelectMany(u => Enumerable.Range(u * width, width))];
        string main = IndexRow.MainOf(plan.Settings.Method);
        IndexRow[] strongest = [.. IndexRow.Of(plan.Settings, 0,
                [.. plan.Numbers.Select(n => n.Name)], [.. points.Select(p => _units[p])], [.. points.Select(p => _means[p])],
                SampleDesign.SeedOf(plan))
            .Where(i => i.Index == main && !double.IsNaN(i.Value)).OrderByDescending(i => i.Value).Take(Shown)];
        string so = string.Create(CultureInfo.InvariantCulture, $"{_finished}/{_units.Length}");
        say(new Words($"after {so} points, {Told(ReportText.English)}", $"après {so} points, {Told(ReportText.French)}"));

        string Told(ReportText text)
        {
            var context = new SensitivityFigureContext(result, text);
            return $"{context.Called(plan.Outcomes[0])}, {SensitivityTable.Heading(context, main)}{text.Colon}"
                + string.Join(text.Semicolon, strongest.Select(row => $"{row.Number} "
                    + (double.IsNaN(row.Low) ? context.Brief(row.Value) : context.WithInterval(row))));
        }
    }
}
