using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Results;
using InstallSim.Scenarios;

namespace InstallSim.Experiments;

/// <summary>Says what was run, from what and how: enough to run it again, and to defend every number.</summary>
internal static class ManifestBuilder
{
    public static Manifest Build(LoadedExperiment loaded, int finished, double seconds)
    {
        ScenarioSource first = loaded.Sources[0];
        Scenario s = first.Scenario;
        return new Manifest
        {
            Version = typeof(ManifestBuilder).Assembly.GetName().Version!.ToString(3),
            Name = loaded.Experiment.Name,
            Baseline = loaded.Experiment.HasBaseline ? s.Name : null,
            Scenarios = [.. loaded.Sources.Select(Info)],
            FirstYear = s.Years.From,
            LastYear = s.Years.Until,
            Replications = finished,
            ReplicationsAsked = loaded.Experiment.Replications,
            Seed = s.Seed,
            AccessibilityMetric = s.Accessibility.Type.ToUpperInvariant(),
            AccessibilityUnit = s.Accessibility.Unit,
            UnderDenseBelow = s.Zoning.UnderDenseBelow,
            Territories = loaded.Territories.Table.Provenance,
            Settings = [.. PreferenceSettingsOf(first), .. SettingsOf(first)],
            Files = [.. loaded.Files.Select(f => new FileInfoRow(Path.GetRelativePath(Environment.CurrentDirectory, f.Path).Replace('\\', '/'), f.Sha256))],
            ResultHash = "",
            Seconds = seconds,
            Machine = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors",
        };
    }

    private static ScenarioInfo Info(ScenarioSource source) => new(
        source.Scenario.Name,
        source.Scenario.Title,
        source.Scenario.Description,
        [.. source.Scenario.Policies.Select(Line)],
        YamlText.Canonical(source.Document.Root, source.Binder),
        TitleFrench(source));

    /// <summary>The French title, where it stands beside the title: a parent's would be the title of another scenario.</summary>
    private static string? TitleFrench(ScenarioSource source)
    {
        Scenario s = source.Scenario;
        return s.TitleFr.Length > 0 && source.Binder.PlaceOf(s, "title-fr").File == source.Binder.PlaceOf(s, "title").File ? s.TitleFr : null;
    }

    private static string Line(Policy policy) => policy.Until is { } until
        ? $"{policy.Label}, {policy.From} to {until}"
        : $"{policy.Label}, from {policy.From}";

    private static IEnumerable<SettingInfo> PreferenceSettingsOf(ScenarioSource source)
    {
        PreferenceSettings preferences = source.Scenario.Preferences;
        yield return Coefficient("preferences.utils-per-keur", preferences.UtilsPerKeur, "utils/(k€/year)");
        foreach ((string name, Coefficient c) in preferences.Coefficients)
        {
            IUtilityVariable variable = VariableCatalog.All.First(v => v.Name == name);
            string unit = variable.CoefficientUnit == CoefficientUnit.Utils ? "utils" : "k€/year";
            yield return Coefficient($"preferences.coefficients.{name}", c, unit);
        }

        if (preferences.Uncertainty == CoefficientUncertainty.Estimates)
        {
            yield return new SettingInfo(
                Manifest.UncertaintySetting, string.Join(", ", CoefficientDistribution.NamesIn(preferences)), "", null, null,
                $"drawn once a replication from the normal distribution of their estimates; set in {source.Binder.PlaceOf(preferences, "uncertainty")}");
        }

        foreach (PreferenceClass c in preferences.Classes)
        {
            yield return new SettingInfo($"preferences.classes.{c.Name}", Text(c.Share), "share", null, null, c.Source);
        }
    }

    private static SettingInfo Coefficient(string name, Coefficient c, string unit) =>
        new(name, Text(c.Value), unit, c.Low, c.High, c.Source);

    /// <summary>Every other setting that is one value, with the source of its default or the place that sets it.</summary>
    private static IEnumerable<SettingInfo> SettingsOf(ScenarioSource source)
    {
        Scenario s = source.Scenario;
        foreach ((string prefix, object settings) in (IEnumerable<(string, object)>)
            [("preferences", s.Preferences), ("physicians", s.Physicians), ("practices", s.Practices), ("income", s.Income),
                ("accessibility", s.Accessibility), ("zoning", s.Zoning)])
        {
            foreach (PropertyInfo property in settings.GetType().GetProperties())
            {
                if (property.GetCustomAttribute<KeyAttribute>() is { IsPath: false } key
                    && property.GetValue(settings) is string or double or int or bool
                    && key.Name != Inputs.Binder.TypeKey)
                {
                    string place = source.Binder.IsWritten(settings, key.Name) ? $"set in {source.Binder.PlaceOf(settings, key.Name)}" : "";
                    string from = string.Join("; ", new[] { key.Source, place }.Where(t => t.Length > 0));
                    yield return new SettingInfo($"{prefix}.{key.Name}", Text(property.GetValue(settings)!), key.Unit, null, null, from.Length > 0 ? from : "ASSUMPTION");
                }
            }
        }
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
