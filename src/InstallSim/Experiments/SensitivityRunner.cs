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

    private const string Reference = "reference", Low = "low", High = "high";

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
        Dictionary<string, IReadOnlyList<Comparison>> all = new() { [Reference] = comparison.Comparisons };
        foreach (SensitivityPart part in PartsOf(loaded, settings))
        {
            say(part.Means);
            all[part.Name] = new Summary(part.Loaded.Experiment, Replicate(part, folder, watch)).Comparisons();
        }

        foreach (SettingInfo setting in settings)
        {
            Dictionary<(string Scenario, string Indicator), double> low = At(setting, Low), high = At(setting, High);
            rows.AddRange(Last(Reference).Where(c => low.ContainsKey((c.Scenario, c.Indicator))).Select(c => new Sensitivity(
                c.Scenario, c.Indicator, setting.Name, Text(setting.Low!.Value), Text(setting.High!.Value),
                c.Difference, low[(c.Scenario, c.Indicator)], high[(c.Scenario, c.Indicator)])));
        }

        return rows;

        Dictionary<(string Scenario, string Indicator), double> At(SettingInfo setting, string end) =>
            Last(NameOf(setting, end)).ToDictionary(c => (c.Scenario, c.Indicator), c => c.Difference);
        IEnumerable<Comparison> Last(string part) => all[part].Where(c => c.Year == comparison.Manifest.LastYear);
    }

    /// <summary>
    /// What is run beside a comparison: all numbers at their values where it draws them, then both ends of each range.
    /// </summary>
    /// <param name="loaded">The experiment compared.</param>
    /// <param name="settings">The numbers.</param>
    internal static IEnumerable<SensitivityPart> PartsOf(LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings)
    {
        SensitivityPart Part(string name, string english, string french, IEnumerable<PreparedScenario> scenarios) =>
            new(name, new Words(english, french), loaded with { Experiment = loaded.Experiment with { Scenarios = [.. scenarios] } });

        IReadOnlyList<PreparedScenario> all = loaded.Experiment.Scenarios;
        if (settings.Count > 0 && loaded.Experiment.Drawn.Count > 0)
        {
            yield return Part(Reference, "all numbers at their values", "tous les nombres à leur valeur",
                all.Select(s => s.With(s.Scenario with { Uncertainty = Uncertainty.None })));
        }

        foreach ((SettingInfo setting, string end) in settings.SelectMany(s => ((string[])[Low, High]).Select(end => (s, end))))
        {
            string said = $"{setting.Name} = {Text((end == Low ? setting.Low : setting.High)!.Value)}";
            yield return Part(NameOf(setting, end), said, said, all
                .Where((s, k) => k == 0 || Doubt.Ranges(s.Scenario).Any(n => n.Path == setting.Name))
                .Select(s => s.With(Doubt.AtEnd(s.Scenario, setting.Name, end == High))));
        }
    }

    /// <summary>Runs a part, or some replications of it.</summary>
    internal static ReplicationResult[] Replicate(SensitivityPart part, string folder, RunWatch watch, int[]? wanted = null) =>
        ExperimentRunner.Replicate(part.Loaded, folder, part.Name, watch with { Progress = _ => { } }, wanted).Results;

    /// <summary>A folder for a name that may hold any sign.</summary>
    private static string NameOf(SettingInfo setting, string end) => $"{FileHash.OfText(setting.Name)[..12]}-{end}";

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>An experiment that is run beside a comparison.</summary>
/// <param name="Name">Name of the part: a store of its own.</param>
/// <param name="Means">What is otherwise in it.</param>
/// <param name="Loaded">The experiment.</param>
internal sealed record SensitivityPart(string Name, Words Means, LoadedExperiment Loaded);
