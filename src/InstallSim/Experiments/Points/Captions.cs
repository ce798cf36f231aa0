using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Points;

/// <summary>What people call a number or a scenario.</summary>
/// <param name="Name">Dotted key of the number, or name of the scenario.</param>
/// <param name="English">In English.</param>
/// <param name="French">In French.</param>
/// <param name="Unit">Unit of the number; empty where it has none.</param>
public sealed record Caption(string Name, string English, string French, string Unit = "");

/// <summary>Says numbers and scenarios as people call them.</summary>
public static partial class Captions
{
    /// <summary>Captions of some numbers, as manifests label them, and of all scenarios.</summary>
    /// <param name="loaded">The scenarios.</param>
    /// <param name="numbers">Dotted keys.</param>
    public static IReadOnlyList<Caption> Of(LoadedExperiment loaded, IReadOnlyCollection<string> numbers)
    {
        Manifest manifest = ManifestBuilder.Build(loaded, 0, 0);
        return
        [
            .. manifest.Settings.Where(s => s.Label is { Length: > 0 } && numbers.Contains(s.Name)).DistinctBy(s => s.Name)
                .Select(s => new Caption(s.Name, s.Label!, s.LabelFrench ?? s.Label!, s.Unit)),
            .. manifest.Scenarios.Where(s => s.Title.Length > 0).Select(s => new Caption(s.Name, s.Title, s.TitleFrench ?? s.Title)),
        ];
    }

    /// <summary>
    /// The same of a sweep, in which a scenario goes by its name where the sweep varies a policy that it adds: its title may tell of one
    /// value, which stands beside others.
    /// </summary>
    public static IReadOnlyList<Caption> OfSweep(LoadedExperiment loaded, IReadOnlyCollection<string> numbers) =>
        OfVaried(loaded, numbers, numbers);

    /// <summary>
    /// The same of a sensitivity analysis, whose numbers vary over their own ranges as those of any run do, under titles that tell of
    /// their values: a scenario goes by its name where the plan says another range of a number of a policy that it adds, or where its
    /// title has the value of such a number.
    /// </summary>
    public static IReadOnlyList<Caption> OfSensitivity<T>(LoadedPlan<T> plan)
        where T : PlanSettings
    {
        HashSet<string> own = [.. plan.Settings.Numbers.Where(n => (n.Low ?? n.High) is not null).Select(n => n.Number)];
        string[] titles = [.. plan.Loaded.Experiment.Scenarios.SelectMany(s => new[] { s.Scenario.Title, s.Scenario.TitleFr })];
        HashSet<double> told = [.. titles.SelectMany(title => Numeral().Matches(title))
            .Select(m => double.Parse(m.Value.Replace(',', '.'), CultureInfo.InvariantCulture))];
        return OfVaried(plan.Loaded, [.. plan.Numbers.Select(n => n.Name)],
            [
                .. plan.Numbers.Where(n => own.Contains(n.Name) || told.Contains(n.Value) || told.Contains(Math.Round(100 * n.Value, 9)))
                    .Select(n => n.Name),
            ]);
    }

    private static IReadOnlyList<Caption> OfVaried(
        LoadedExperiment loaded, IReadOnlyCollection<string> all, IReadOnlyCollection<string> numbers)
    {
        string[][] policies =
            [.. loaded.Experiment.Scenarios.Select(s => s.Scenario.Policies.Select(p => $"policies.{p.Label}.").ToArray())];
        HashSet<string> varied = [.. loaded.Experiment.Scenarios.Zip(policies)
            .Where(s => s.Second.Any(p => !(loaded.Experiment.HasBaseline && policies[0].Contains(p))
                && numbers.Any(number => number.StartsWith(p, StringComparison.Ordinal))))
            .Select(s => s.First.Scenario.Name)];
        return [.. Of(loaded, all).Where(c => !varied.Contains(c.Name))];
    }

    /// <summary>The label; with its name where another has that too, the bare name where none is known.</summary>
    public static string Called(this IReadOnlyList<Caption> captions, string name, ReportText text)
    {
        string label = Label(captions.FirstOrDefault(c => c.Name == name));
        return label.Length == 0 ? name : captions.Count(c => Label(c) == label) > 1 ? $"{label} ({name})" : label;

        string Label(Caption? caption) => caption is null ? "" : text.Say(caption.English, caption.French);
    }

    /// <summary>Unit of a number in the language; empty where it has none.</summary>
    public static string Unit(this IReadOnlyList<Caption> captions, string name, ReportText text) =>
        captions.FirstOrDefault(c => c.Name == name) is { } caption ? text.Say(caption.Unit, Units.French(caption.Unit)) : "";

    /// <summary>A written value of a number with its unit; a share has none.</summary>
    /// <param name="captions">Where the unit is.</param>
    /// <param name="name">Dotted key of the number.</param>
    /// <param name="value">The value, or a range of values, as it is written.</param>
    /// <param name="count">The value, or the last of a range, after which the unit is singular or plural.</param>
    /// <param name="text">The language.</param>
    public static string With(this IReadOnlyList<Caption> captions, string name, string value, double count, ReportText text) =>
        captions.FirstOrDefault(c => c.Name == name)?.Unit is { Length: > 0 } unit && unit != "share"
            ? $"{value}\u00a0{Units.Counted(unit, count, text.IsFrench)}" : value;

    [GeneratedRegex(@"\d+([.,]\d+)?")]
    private static partial Regex Numeral();
}
