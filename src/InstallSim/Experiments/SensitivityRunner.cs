using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>
/// Compares again with one coefficient at a time at the low and high end of its range, all else and all random numbers unchanged. This says
/// which coefficient an effect hangs on; it says nothing of several that change together.
/// </summary>
public static class SensitivityRunner
{
    /// <summary>The word for every coefficient that has a range.</summary>
    public const string All = "all";

    /// <summary>The coefficients wanted, with their ranges.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="wanted">Dotted keys such as <c>preferences.utils-per-keur</c>, or <see cref="All"/>.</param>
    /// <exception cref="InputException">A key is unknown or its range is not given; there is no baseline to compare with.</exception>
    public static IReadOnlyList<SettingInfo> Choose(LoadedExperiment loaded, IReadOnlyList<string> wanted)
    {
        var place = new Place("--sensitivity");
        SettingInfo[] ranged = [.. ManifestBuilder.Build(loaded, 0, 0).Settings.Where(s => s is { Low: not null, High: not null } && s.Low != s.High)];
        string[] names = [.. ranged.Select(s => s.Name)];
        var errors = new InputErrors();
        foreach (string name in wanted.Where(w => w != All && !names.Contains(w)))
        {
            errors.Add(place, $"'{name}' is no coefficient with a range (low and high){DidYouMean.Hint(name, names)}; those are {string.Join(", ", names)}, or '{All}'");
        }

        errors.ThrowIfAny();
        return wanted.Contains(All) ? ranged : [.. ranged.Where(s => wanted.Contains(s.Name))];
    }

    /// <summary>Runs both ends of each coefficient's range.</summary>
    /// <param name="comparison">What the comparison with every coefficient at its own value gave.</param>
    /// <param name="settings">The coefficients.</param>
    /// <param name="read">Reads the experiment again with one more override <c>key=value</c>.</param>
    /// <param name="folder">The results folder to be; finished replications are kept with those of the comparison.</param>
    /// <param name="resume">Whether kept replications may be used.</param>
    /// <param name="say">Told which end comes next.</param>
    /// <param name="stop">Stops; what is finished is kept.</param>
    /// <returns>By coefficient, scenario and indicator: the difference from the baseline at the last year.</returns>
    /// <exception cref="InputException">A scenario cannot take the value.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<Sensitivity> Run(
        RunResults comparison, IReadOnlyList<SettingInfo> settings, Func<string, LoadedExperiment> read, string folder, bool resume,
        Action<string> say, CancellationToken stop)
    {
        var rows = new List<Sensitivity>();
        var reference = Last(comparison.Comparisons, comparison.Manifest.LastYear).ToList();
        foreach (SettingInfo setting in settings)
        {
            var low = End(setting, "low", setting.Low!.Value);
            var high = End(setting, "high", setting.High!.Value);
            rows.AddRange(reference.Where(c => low.ContainsKey((c.Scenario, c.Indicator))).Select(c => new Sensitivity(
                c.Scenario, c.Indicator, setting.Name, Text(setting.Low.Value), Text(setting.High.Value),
                c.Difference, low[(c.Scenario, c.Indicator)], high[(c.Scenario, c.Indicator)])));
        }

        return rows;

        Dictionary<(string Scenario, string Indicator), double> End(SettingInfo setting, string end, double value)
        {
            string change = $"{setting.Name}.value={Text(value)}";
            say(change);
            LoadedExperiment loaded = read(change);
            string store = Path.Combine(ExperimentRunner.StoreOf(folder), $"{setting.Name}-{end}");
            (ReplicationResult[] replications, _) = ExperimentRunner.Replicate(loaded, store, resume, _ => { }, stop);
            return Last(new Summary(loaded.Experiment, replications).Comparisons(), comparison.Manifest.LastYear)
                .ToDictionary(c => (c.Scenario, c.Indicator), c => c.Difference);
        }
    }

    private static IEnumerable<Comparison> Last(IEnumerable<Comparison> comparisons, int year) => comparisons.Where(c => c.Year == year);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
