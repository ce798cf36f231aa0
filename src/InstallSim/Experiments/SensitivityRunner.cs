using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;

namespace InstallSim.Experiments;

/// <summary>
/// Compares again with one number at a time at the low and high end of its range, all others at their values and all chance unchanged: a
/// coefficient, a setting, the share of a class, a parameter of a policy. This says which number an effect hangs on; it says nothing of
/// several that change together. Where scenarios give one number different ranges, each goes to the end of its own.
/// </summary>
public static class SensitivityRunner
{
    /// <summary>The word for every number that has a range.</summary>
    public const string All = "all";

    /// <summary>The numbers wanted, with their ranges.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="wanted">
    /// Dotted keys such as <c>preferences.utils-per-keur</c>, <c>preferences.classes.rooted.share</c>, <c>policies.msp-opening.places</c>
    /// (a policy by its name, else its type), or <see cref="All"/>.
    /// </param>
    /// <exception cref="InputException">A key is unknown or its range is not given; there is no baseline to compare with.</exception>
    public static IReadOnlyList<SettingInfo> Choose(LoadedExperiment loaded, IReadOnlyList<string> wanted)
    {
        var place = new Place("--sensitivity");
        SettingInfo[] ranged = [.. ManifestBuilder.Build(loaded, 0, 0).Settings.Where(s => s.Low < s.High).DistinctBy(s => s.Name)];
        string[] names = [.. ranged.Select(s => s.Name)];
        string[] keys = Joined(wanted, names);
        var errors = new InputErrors();
        foreach (string name in keys.Where(w => w != All && !names.Contains(w)))
        {
            errors.Add(place,
                $"'{name}' is no number with a range (low and high){DidYouMean.Hint(name, names)}; those are "
                    + $"{string.Join(", ", names)}, or '{All}'");
        }

        errors.ThrowIfAny();
        return keys.Contains(All) ? ranged : [.. ranged.Where(s => keys.Contains(s.Name))];
    }

    /// <summary>Keys as they were meant: the name of a policy may hold the comma that parts them.</summary>
    private static string[] Joined(IReadOnlyList<string> wanted, string[] names)
    {
        var keys = new List<string>();
        for (int from = 0; from < wanted.Count; from++)
        {
            int until = wanted.Count;
            while (until > from + 1 && !names.Contains(string.Join(", ", wanted.Skip(from).Take(until - from))))
            {
                until--;
            }

            keys.Add(string.Join(", ", wanted.Skip(from).Take(until - from)));
            from = until - 1;
        }

        return [.. keys];
    }

    /// <summary>A comparison with what hangs on each of the numbers; as it is where there are none.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="loaded">The experiment compared.</param>
    /// <param name="settings">The numbers; see <see cref="Choose"/>.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="say">Told which end comes next.</param>
    /// <param name="watch">Who watches.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RunResults Add(
        RunResults comparison, LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings, string folder, Action<Words> say,
        RunWatch watch) => settings.Count == 0
        ? comparison
        : comparison with { Sensitivities = Run(comparison, loaded, settings, folder, say, watch) };

    /// <summary>Runs both ends of each range, and all numbers at their values where the comparison drew them.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="loaded">The experiment compared.</param>
    /// <param name="settings">The numbers.</param>
    /// <param name="folder">The results folder to be; finished replications are kept with those of the comparison.</param>
    /// <param name="say">Told which end comes next.</param>
    /// <param name="watch">Who watches.</param>
    /// <returns>By number, scenario that has it and indicator: the difference from the baseline at the last year.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<Sensitivity> Run(
        RunResults comparison, LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings, string folder, Action<Words> say,
        RunWatch watch)
    {
        var rows = new List<Sensitivity>();
        IReadOnlyList<Comparison> reference = comparison.Comparisons;
        if (comparison.Manifest.HoldsDoubt)
        {
            say(new Words("all numbers at their values", "tous les nombres à leur valeur"));
            reference = Compare("reference",
                [.. loaded.Experiment.Scenarios.Select(s => s.With(s.Scenario with { Uncertainty = Uncertainty.None }))]);
        }

        foreach (SettingInfo setting in settings)
        {
            var (low, high) = (End(setting, "low", setting.Low!.Value), End(setting, "high", setting.High!.Value));
            rows.AddRange(Last(reference).Where(c => low.ContainsKey((c.Scenario, c.Indicator))).Select(c => new Sensitivity(
                c.Scenario, c.Indicator, setting.Name, Text(setting.Low.Value), Text(setting.High.Value),
                c.Difference, low[(c.Scenario, c.Indicator)], high[(c.Scenario, c.Indicator)])));
        }

        return rows;

        Dictionary<(string Scenario, string Indicator), double> End(SettingInfo setting, string end, double value)
        {
            say(new Words($"{setting.Name} = {Text(value)}", $"{setting.Name} = {Text(value)}"));
            var scenarios = loaded.Experiment.Scenarios
                .Where((s, k) => k == 0 || Doubt.Ranges(s.Scenario).Any(n => n.Path == setting.Name))
                .Select(s => s.With(Doubt.AtEnd(s.Scenario, setting.Name, end == "high")));
            return Last(Compare($"{FolderOf(setting.Name)}-{end}", [.. scenarios]))
                .ToDictionary(c => (c.Scenario, c.Indicator), c => c.Difference);
        }

        List<Comparison> Compare(string name, PreparedScenario[] scenarios)
        {
            LoadedExperiment changed = loaded with { Experiment = loaded.Experiment with { Scenarios = scenarios } };
            (ReplicationResult[] replications, _) =
                ExperimentRunner.Replicate(changed, folder, name, watch with { Progress = _ => { } });
            return new Summary(changed.Experiment, replications).Comparisons();
        }

        IEnumerable<Comparison> Last(IEnumerable<Comparison> comparisons) => comparisons.Where(c => c.Year == comparison.Manifest.LastYear);
    }

    /// <summary>A folder for a name that may hold any sign.</summary>
    private static string FolderOf(string name) => FileHash.OfText(name)[..12];

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
