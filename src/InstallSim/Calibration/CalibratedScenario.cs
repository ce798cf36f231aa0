using System.Globalization;
using System.Text;
using InstallSim.Preferences;

namespace InstallSim.Calibration;

/// <summary>
/// What was found as a scenario that extends the one calibrated: each number with its estimate, the range that is not ruled out and its
/// source; the covariance of the preferences among them, from which replications draw. Numbers that move no target stay as they are.
/// </summary>
public static class CalibratedScenario
{
    private const string Preferences = "preferences.", Coefficients = "preferences.coefficients.";

    /// <summary>The file.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="folder">The folder that it will stand in.</param>
    public static string Write(CalibrationResult result, string folder)
    {
        string scenario = result.Loaded.Settings.Scenario, full = Path.GetFullPath(folder);
        string parent = Path.GetRelativePath(full, Path.GetFullPath(scenario)).Replace('\\', '/');
        Scenarios.Scenario before = result.Loaded.Experiment.Sources[0].Scenario;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Written by 'installsim calibrate {Path.GetFileName(result.Loaded.Path)}'.\n")
            .Append(result.IsWorse ? $"# WARNING: fits worse than the scenario that it extends: sum of squared misses "
                + $"{Number(result.SumAfter)}, before {Number(result.SumBefore)}.\n" : "")
            .Append(CultureInfo.InvariantCulture, $"extends: {Quoted(parent)}\nname: {before.Name}-calibrated\n")
            .Append(CultureInfo.InvariantCulture, $"title: {Quoted(before.Title + ", calibrated")}\n");
        Append(text, Tree(result), 0);
        return text.ToString();
    }

    /// <summary>Values by the steps of their keys, in the order of the numbers.</summary>
    private static List<(string Key, object Value)> Tree(CalibrationResult result)
    {
        var tree = new List<(string Key, object Value)>();
        foreach (NumberRow row in result.Numbers.Where(row => row.Held != Holding.MovesNothing))
        {
            Branch(tree, row.Number.Path.Split('.')).Add((row.Number.Path.Split('.')[^1], Value(row, result)));
        }

        NumberRow[] drawn = [.. result.Numbers.Where(row => row.Held == Holding.None && IsPreference(row.Number.Path))];
        if (drawn.Length > 0)
        {
            List<(string Key, object Value)> rows = Branch(tree, ["preferences", "covariance", ""]);
            for (int a = 0; a < drawn.Length; a++)
            {
                rows.Add((NameOf(drawn[a]), "{ " + string.Join(", ", Enumerable.Range(0, a + 1).Select(b =>
                    $"{NameOf(drawn[b])}: {Number(result.Covariance[IndexOf(result, drawn[a]), IndexOf(result, drawn[b])])}")) + " }"));
            }
        }

        return tree;
    }

    private static List<(string Key, object Value)> Branch(List<(string Key, object Value)> tree, string[] path)
    {
        foreach (string step in path[..^1])
        {
            if (tree.Find(entry => entry.Key == step).Value is not List<(string Key, object Value)> inner)
            {
                inner = [];
                tree.Add((step, inner));
            }

            tree = inner;
        }

        return tree;
    }

    private static void Append(StringBuilder text, List<(string Key, object Value)> tree, int depth)
    {
        foreach ((string key, object value) in tree)
        {
            text.Append(' ', 2 * depth).Append(key).Append(':');
            if (value is List<(string Key, object Value)> inner)
            {
                text.Append('\n');
                Append(text, inner, depth + 1);
            }
            else
            {
                text.Append(' ').Append(value).Append('\n');
            }
        }
    }

    /// <summary>A number with the range that is not ruled out, or, where nothing is left, that of its standard error.</summary>
    private static string Value(NumberRow row, CalibrationResult result)
    {
        double half = double.IsNaN(row.StandardError) ? 0 : 1.96 * row.StandardError,
            low = double.IsNaN(row.PlausibleLow) ? Math.Max(row.Number.Low, row.Estimate - half) : row.PlausibleLow,
            high = double.IsNaN(row.PlausibleHigh) ? Math.Min(row.Number.High, row.Estimate + half) : row.PlausibleHigh;
        (low, high) = (Math.Min(low, row.Estimate), Math.Max(high, row.Estimate));
        string range = low < high ? $", low: {Number(low)}, high: {Number(high)}" : "",
            targets = Targets(result),
            error = double.IsNaN(row.StandardError) ? "no standard error: "
                + (row.Held == Holding.AtEnd ? "at an end of its range" : "not told by the targets")
                : $"standard error {Number(row.StandardError)}";
        return $"{{ value: {Number(row.Estimate)}{range}, source: {Quoted($"calibrated to {targets}; {error}; range not ruled out")} }}";
    }

    /// <summary>The targets by name, or how many where they would fill the line.</summary>
    private static string Targets(CalibrationResult result)
    {
        string[] names = [.. result.Fit.Where(f => f.IsMoved).Select(f => f.Target.Name)];
        return names.Length <= 4
            ? string.Join(", ", names)
            : string.Create(CultureInfo.InvariantCulture, $"{names.Length} targets of {Path.GetFileName(result.Loaded.Path)}");
    }

    private static bool IsPreference(string path) => path == Preferences + CoefficientDistribution.Lambda
        || path.StartsWith(Coefficients, StringComparison.Ordinal);

    private static string NameOf(NumberRow row) => row.Number.Path.Split('.')[^1];

    private static int IndexOf(CalibrationResult result, NumberRow row) =>
        Enumerable.Range(0, result.Numbers.Count).First(k => ReferenceEquals(result.Numbers[k], row));

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
}
