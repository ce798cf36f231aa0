using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>Says what was run, from what and how: enough to run it again, and to defend every number.</summary>
internal static class ManifestBuilder
{
    /// <summary>Keys of what a policy is called.</summary>
    private static readonly string[] Names = ["name", "title", "title-fr"];

    public static Manifest Build(LoadedExperiment loaded, int finished, double seconds)
    {
        ScenarioSource first = loaded.Sources[0];
        Scenario s = first.Scenario;
        return new Manifest
        {
            Version = ProgramInfo.Current.Number,
            Program = ProgramInfo.Current,
            Identity = RunIdentity.Of(loaded).Hash,
            Plan = loaded.Plan,
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
            Territories = [.. loaded.Territories.Table.Provenance.Select(Labelled)],
            Specialty = s.Specialty is { } own
                ? new Outputs.Calling(own.Called, own.CalledOne, own.CalledFrench, own.CalledOneFrench)
                : null,
            PolicyTitles = [.. loaded.Sources.SelectMany(s => s.Scenario.Policies).Where(p => (p.Title ?? p.TitleFr) is not null)
                .Select(p => new PolicyTitle(p.Label, p.Shown!.English, p.Shown.French)).DistinctBy(t => t.Policy)],
            Drawn = loaded.Experiment.Drawn,
            Settings = SettingsOf(loaded),
            Files = [.. loaded.Files.Select(f =>
                new FileInfoRow(Path.GetRelativePath(Environment.CurrentDirectory, f.Path).Replace('\\', '/'), f.Sha256))],
            Warnings = [.. loaded.Warnings.Where(w => w.IsForReaders).Select(w =>
            {
                Place place = w.Place with { File = Path.GetFileName(w.Place.File) };
                return new Remark($"{place}: {w.Message}", $"{place.French}\u00a0: {w.Said.French}");
            })],
            ResultHash = "",
            Seconds = seconds,
            Machine = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
                + $"{Environment.ProcessorCount} processors",
        };
    }

    private static ScenarioInfo Info(ScenarioSource source) => new(
        source.Scenario.Name,
        Title(source),
        IsOwn(source, "description") ? source.Scenario.Description : "",
        [.. source.Scenario.Policies.Select(p => Line(p, p.Name is { } name ? new Words(name, name) : null).English)],
        YamlText.Canonical(source.Document.Root, source.Binder),
        French(source, source.Scenario.TitleFr, "title"))
    {
        DescriptionFrench = French(source, source.Scenario.DescriptionFr, "description"),
        PoliciesTitled = [.. source.Scenario.Policies.Select(p => Line(p, p.Shown).English)],
        PoliciesFrench = [.. source.Scenario.Policies.Select(p => Line(p, p.Shown).French)],
        Parameters = [.. source.Scenario.Policies.SelectMany(p => ParametersOf(source, p))
            .DistinctBy(s => (s.Name, s.Value, s.Low, s.High))],
        HasSimulatedPreferences = PreferenceSettingsOf(source).Any(s => s.IsFromSimulatedAnswers),
    };

    /// <summary>The title; the name where a file names itself and inherits a title, which would be that of another scenario.</summary>
    private static string Title(ScenarioSource source) => IsOwn(source, "title") ? source.Scenario.Title : source.Scenario.Name;

    /// <summary>Whether a text stands in the file that names the scenario: a parent's would be that of another one.</summary>
    private static bool IsOwn(ScenarioSource source, string key) =>
        source.Binder.PlaceOf(source.Scenario, key).File == source.Binder.PlaceOf(source.Scenario, "name").File;

    /// <summary>A French text of the scenario's own, beside its English one.</summary>
    private static string? French(ScenarioSource source, string french, string key) =>
        french.Length > 0 && IsOwn(source, key) && IsOwn(source, $"{key}-fr") ? french : null;

    /// <summary>A policy and its years: what people call its type, and what it is called itself, if anything.</summary>
    private static Words Line(Policy policy, Words? called)
    {
        Words type = Words.Of(policy.GetType(), policy.Type);
        Words line = called is null ? type : new($"{type.English}: {called.English}", $"{type.French}\u00a0: {called.French}");
        return policy.Until is { } until
            ? new Words($"{line.English}, {policy.From} to {until}", $"{line.French}, de {policy.From} à {until}")
            : new Words($"{line.English}, from {policy.From}", $"{line.French}, à partir de {policy.From}");
    }

    private static IEnumerable<SettingInfo> PreferenceSettingsOf(ScenarioSource source)
    {
        PreferenceSettings preferences = source.Scenario.Preferences;
        PropertyInfo lambda = typeof(PreferenceSettings).GetProperty(nameof(PreferenceSettings.UtilsPerKeur))!;
        yield return Coefficient("preferences.utils-per-keur", preferences.UtilsPerKeur, "utils/(k€/year)", Words.Of(lambda));
        foreach ((string name, Coefficient c) in preferences.Coefficients)
        {
            IUtilityVariable variable = VariableCatalog.All.First(v => v.Name == name);
            string unit = variable.CoefficientUnit == CoefficientUnit.Utils ? "utils" : "k€/year";
            yield return Coefficient($"preferences.coefficients.{name}", c, unit, new Words(variable.Definition, variable.French));
        }

        foreach (PreferenceClass c in preferences.Classes)
        {
            var share = new SettingInfo(
                $"preferences.classes.{c.Name}.share", Text(c.Share.Value), "share", c.Share.Low, c.Share.High,
                c.Share.Source.Length > 0 ? c.Share.Source : c.Source);
            yield return Labelled(share, Words.Of(typeof(PreferenceClass).GetProperty(nameof(PreferenceClass.Share))!));
        }
    }

    private static SettingInfo Coefficient(string name, Coefficient c, string unit, Words words) =>
        Labelled(new(name, Text(c.Value), unit, c.Low, c.High, c.Source), words);

    private static Provenance Labelled(Provenance row) => TerritoryVariables.Numbers.FirstOrDefault(v => v.Key == row.Variable) is { } known
        && row.Label is null
        ? row with { Label = known.Doc.TrimEnd('.'), LabelFrench = known.French.TrimEnd('.') }
        : row;

    private static SettingInfo Labelled(SettingInfo setting, Words words) =>
        setting with { Label = words.Label.English, LabelFrench = words.Label.French };

    /// <summary>
    /// All settings of the first scenario, the parameters of all policies, and what else has a range; each name and value once.
    /// </summary>
    private static List<SettingInfo> SettingsOf(LoadedExperiment loaded)
    {
        ScenarioSource first = loaded.Sources[0];
        List<SettingInfo> settings = [.. PreferenceSettingsOf(first), .. GroupsOf(first), .. loaded.Sources.SelectMany(PoliciesOf)];
        HashSet<string> named = [.. settings.Select(s => s.Name)];
        IEnumerable<DoubtfulNumber> others = loaded.Sources.SelectMany(s => Doubt.Ranges(s.Scenario)).Where(n => !named.Contains(n.Path));
        settings.AddRange(others.Select(n => Labelled(new SettingInfo(n.Path, Text(n.Number.Value), n.Key.Unit, n.Number.Low, n.Number.High,
            Sourced(n.Number.Source, n.Key.Source)), n.Doc)));
        return [.. settings.DistinctBy(s => (s.Name, s.Value, s.Low, s.High))];
    }

    private static IEnumerable<SettingInfo> GroupsOf(ScenarioSource source)
    {
        Scenario s = source.Scenario;
        (string Prefix, object Settings)[] groups =
        [
            ("preferences", s.Preferences), ("physicians", s.Physicians), ("physicians.working-time", s.Physicians.WorkingTime),
            ("physicians.couples", s.Physicians.Couples), ("practices", s.Practices), ("income", s.Income),
            ("accessibility", s.Accessibility), ("zoning", s.Zoning),
        ];
        return groups.SelectMany(g => ValuesOf(source, g.Settings, g.Prefix));
    }

    private static IEnumerable<SettingInfo> PoliciesOf(ScenarioSource source) =>
        source.Scenario.Policies.SelectMany(p => ValuesOf(source, p, $"policies.{p.Label}")
            .Where(s => !Names.Any(key => s.Name == $"policies.{p.Label}.{key}")));

    /// <summary>Where a policy holds and every value of it but its name and years, which its line says.</summary>
    private static IEnumerable<SettingInfo> ParametersOf(ScenarioSource source, Policy policy)
    {
        string prefix = $"policies.{policy.Label}";
        string[] said = [.. Names.Append("from").Append("until").Select(k => $"{prefix}.{k}")];
        return
        [
            .. WhereOf(source, policy, prefix),
            .. ValuesOf(source, policy, prefix).Where(s => !said.Contains(s.Name)),
            .. SharedOf(source, policy, prefix),
        ];
    }

    /// <summary>What a policy shares with others: the budget that holds it, its own or its package's, and coordination.</summary>
    private static IEnumerable<SettingInfo> SharedOf(ScenarioSource source, Policy policy, string prefix)
    {
        Scenario s = source.Scenario;
        if (policy.Budget is { } name && s.Budgets.GetValueOrDefault(name) is { } budget)
        {
            if (!source.Binder.IsWritten(policy, "budget"))
            {
                string place = $"set in {source.Binder.PlaceOf(s.Packages[policy.Package!], "budget")}";
                yield return Labelled(new SettingInfo($"{prefix}.budget", name, "", null, null, place),
                    Words.Of(typeof(Policy).GetProperty(nameof(Policy.Budget))!));
            }

            foreach (SettingInfo value in ValuesOf(source, budget, $"{prefix}.budget"))
            {
                yield return OfPolicy(value);
            }

            string rule = source.Binder.IsWritten(budget, "rule") ? $"set in {source.Binder.PlaceOf(budget, "rule")}" : "ASSUMPTION";
            yield return Labelled(new SettingInfo($"{prefix}.budget-rule", InputType.Kebab($"{budget.Rule}"), "", null, null, rule),
                Words.Of(typeof(Budget).GetProperty(nameof(Budget.Rule))!));
        }

        if (policy.Package is { } of && s.Packages.GetValueOrDefault(of) is { } package)
        {
            string coordination = $"{prefix}.package.coordination-keur";
            yield return OfPolicy(ValuesOf(source, package, $"{prefix}.package").Single(v => v.Name == coordination));
        }

        // The key of what it belongs to is a part of its own: what stands before the last point names the policy.
        static SettingInfo OfPolicy(SettingInfo value)
        {
            int at = value.Name.LastIndexOf('.');
            return value with { Name = $"{value.Name[..at]}-{value.Name[(at + 1)..]}" };
        }
    }

    private static IEnumerable<SettingInfo> WhereOf(ScenarioSource source, Policy policy, string prefix)
    {
        foreach (PropertyInfo property in typeof(TerritoryFilter).GetProperties()
            .Where(p => p.GetCustomAttribute<KeyAttribute>() is not null))
        {
            string key = property.GetCustomAttribute<KeyAttribute>()!.Name, text = property.GetValue(policy.Where) switch
            {
                double limit => Text(limit),
                int count => Text(count),
                System.Collections.IEnumerable items =>
                    string.Join(", ", items.Cast<object>().Select(i => i is Enum ? InputType.Kebab($"{i}") : $"{i}")),
                _ => "",
            };
            if (text.Length > 0)
            {
                string unit = key.StartsWith("accessibility", StringComparison.Ordinal) ? source.Scenario.Accessibility.Unit : "";
                string place = $"set in {source.Binder.PlaceOf(policy.Where, key)}";
                yield return Labelled(new SettingInfo($"{prefix}.where.{key}", text, unit, null, null, place), Words.Of(property));
            }
        }
    }

    /// <summary>
    /// Every setting of an object that is one value, with the source of its default or the place that sets it. A policy's value that is not
    /// its default has only what is said of it; a budget that comes with a package is the package's.
    /// </summary>
    private static IEnumerable<SettingInfo> ValuesOf(ScenarioSource source, object settings, string prefix)
    {
        object? plain = settings is Policy ? Activator.CreateInstance(settings.GetType()) : null;
        foreach (PropertyInfo property in settings.GetType().GetProperties())
        {
            if (property.GetCustomAttribute<KeyAttribute>() is { IsPath: false } key
                && property.GetValue(settings) is var value and (string or double or int or bool or Quantity)
                && key.Name != Inputs.Binder.TypeKey)
            {
                bool isWritten = source.Binder.IsWritten(settings, key.Name);
                if (value is string && !isWritten && plain is not null && property.GetValue(plain) is null)
                {
                    continue;
                }

                string place = isWritten ? $"set in {source.Binder.PlaceOf(settings, key.Name)}" : "";
                var number = value as Quantity;
                bool isOwn = isWritten && plain is not null && IsOther(value, property.GetValue(plain));
                var setting = new SettingInfo($"{prefix}.{key.Name}", Text(value), key.Unit, number?.Low, number?.High,
                    Sourced(number?.Source ?? "", isOwn ? "" : key.Source, place));
                yield return Labelled(setting, Words.Of(property));
            }
        }
    }

    private static bool IsOther(object value, object? plain) => value is Quantity number && plain is Quantity before
        ? number.Value != before.Value
        : !Equals(value, plain);

    /// <summary>
    /// What is said of where a value comes from, else that it is assumed: a value's own source stands for that of the default.
    /// </summary>
    private static string Sourced(string own, string ofDefault, string place = "") =>
        string.Join("; ", new[] { own.Length > 0 ? own : ofDefault, place }.Where(t => t.Length > 0)) is { Length: > 0 } said
            ? said
            : "ASSUMPTION";

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
