using InstallSim.Accessibility;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;

namespace InstallSim.Scenarios;

/// <summary>A scenario and where each of its values stands.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Document">Its merged YAML.</param>
/// <param name="Binder">Knows the place of every value.</param>
public sealed record ScenarioSource(Scenario Scenario, YamlDocument Document, Binder Binder);

/// <summary>Reads scenario files. The last place where a scenario can be refused before its data are read.</summary>
public static class ScenarioReader
{
    private static readonly HashSet<string> Appended = ["policies"];

    /// <summary>What can be written where a name or a <c>type:</c> is free: for the binder and the schema.</summary>
    public static InputCatalogs Catalogs { get; } = new InputCatalogs()
        .Add<Policy>(PolicyCatalog.All)
        .Add<AccessibilityMetric>(AccessibilityCatalog.All)
        .Allow<PreferenceSettings>("coefficients", VariableCatalog.All.Select(v => v.Name))
        .Allow<PreferenceClass>("times", VariableCatalog.All.Select(v => v.Name).Append("utils-per-keur"))
        .Allow<AgeTimes>("times", VariableCatalog.All.Select(v => v.Name).Append("utils-per-keur"));

    /// <summary>Reads a scenario with the files that it extends.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="errors">Receives all that is wrong.</param>
    /// <param name="overrides">Texts <c>key.path=value</c> from the command line.</param>
    /// <returns>The scenario, or null when it could not be read; usable only when <paramref name="errors"/> stayed empty.</returns>
    public static ScenarioSource? Read(string path, InputErrors errors, IReadOnlyList<string>? overrides = null) =>
        Read(path, errors, overrides ?? [], absent: null);

    /// <summary>Reads the scenarios of one comparison; an override of a policy that only some have changes those.</summary>
    /// <param name="files">The scenario files.</param>
    /// <param name="errors">Receives all that is wrong.</param>
    /// <param name="overrides">Texts <c>key.path=value</c>, for all scenarios.</param>
    /// <param name="absent">Receives items that overrides name and a scenario has not; null to report them here.</param>
    /// <returns>The scenarios that could be read, in the same order.</returns>
    public static ScenarioSource[] Read(
        IReadOnlyList<string> files, InputErrors errors, IReadOnlyList<string> overrides, AbsentItems? absent = null)
    {
        AbsentItems noted = absent ?? new AbsentItems();
        ScenarioSource[] sources = [.. files.Select(f => Read(f, errors, overrides, noted)).OfType<ScenarioSource>()];
        _ = absent is null ? noted.Report(sources.Length, errors) : [];
        return sources;
    }

    private static ScenarioSource? Read(string path, InputErrors errors, IReadOnlyList<string> overrides, AbsentItems? absent)
    {
        if (FileKind.Scenario.Refuses(path, typeof(Scenario), errors)
            || YamlInheritance.Read(path, errors, Appended, overrides, absent) is not { } document)
        {
            return null;
        }

        document = RetiredKeys.Drop(document, errors);
        var binder = new Binder(errors, Catalogs, inherits: true, document.IsWhole);
        if (binder.Bind<Scenario>(document.Root) is not { } scenario)
        {
            return null;
        }

        if (!document.IsWhole)
        {
            CheckAlone(scenario, binder, errors);
            return null;
        }

        var source = new ScenarioSource(SpecialtySettings.Join(Packages.Join(scenario, binder), binder), document, binder);
        Check(source, errors);
        foreach (InputWarning warning in source.Scenario.Uncertainty == Uncertainty.All ? binder.TakenAsCertain : [])
        {
            errors.Warn(warning);
        }

        return source;
    }

    private static void Check(ScenarioSource source, InputErrors errors)
    {
        (Scenario s, _, Binder binder) = source;
        CheckAlone(s, binder, errors);
        // Years that were refused already are 0..0.
        bool hasYears = s.Years.From >= YearRange.Earliest;
        if (hasYears && s.Years.Count < 2)
        {
            errors.Add(binder.PlaceOf(s, "years"),
                $"{s.Years} simulates no year: the first year is the start, at least one more is needed");
        }

        foreach ((string key, InputMessage message) in s.Accessibility.Faults())
        {
            errors.Add(binder.PlaceOf(s.Accessibility, key), message);
        }

        foreach ((string key, InputMessage message) in (s.Specialty?.Check() ?? []).Where(f => binder.IsWritten(s.Specialty!, f.Key)))
        {
            errors.Add(binder.PlaceOf(s.Specialty!, key), message);
        }

        CheckPreferences(source, errors);
        CheckBudgets(source, errors);
        Packages.Check(source, errors);
        PhysicianChecks.Check(source, errors);
        CheckZones(source, errors);
        PracticeChecks.Check(source, errors);
        foreach ((int from, Place place) in Late(source))
        {
            errors.Add(place, $"the policy starts in {from}, after the last year simulated ({s.Years.Until})");
        }

        WarnOfNamesakes(source, errors);
    }

    /// <summary>What is wrong whatever else the scenario says, in files that could not be read too.</summary>
    private static void CheckAlone(Scenario s, Binder binder, InputErrors errors)
    {
        if (binder.IsRight(s, "name")
            && (s.Name.Length == 0 || s.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')))
        {
            errors.Add(binder.PlaceOf(s, "name"), $"'{s.Name}' is no kebab-case name: small letters, digits and '-' are allowed");
        }

        foreach (Policy policy in s.Policies)
        {
            foreach ((string key, InputMessage message) in policy.Check())
            {
                errors.Add(binder.PlaceOf(policy, key), message);
            }
        }
    }

    /// <summary>A name that is another policy's label makes both one measure, which may not be meant.</summary>
    private static void WarnOfNamesakes(ScenarioSource source, InputErrors errors)
    {
        IReadOnlyList<Policy> policies = source.Scenario.Policies;
        for (int k = 1; k < policies.Count; k++)
        {
            Policy policy = policies[k];
            if (policies.Take(k).FirstOrDefault(p => p.Label == policy.Label && (p.Name ?? policy.Name) is not null) is { } other)
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(policy, policy.Name is null ? "type" : "name"),
                    $"'{policy.Label}' is the name of another policy too, at {source.Binder.PlaceOf(other)}: both share their random "
                        + $"numbers and one line of costs; give one another name, unless they are one measure"));
            }
        }
    }

    /// <summary>Says in one line, at the years, that they end before several policies start.</summary>
    /// <param name="sources">The scenarios of one experiment.</param>
    /// <param name="errors">Has a line for each such policy.</param>
    public static void JoinLate(IReadOnlyList<ScenarioSource> sources, InputErrors errors)
    {
        (ScenarioSource Source, int From, Place Place)[] late = [.. sources.SelectMany(s => Late(s).Select(l => (s, l.From, l.Place)))];
        HashSet<Place> places = [.. late.Select(l => l.Place)];
        InputError[] said = [.. errors.All.Where(e => places.Contains(e.Place)).DistinctBy(e => e.Place)];
        Place[] years = [.. late.Select(l => l.Source.Binder.PlaceOf(l.Source.Scenario, "years")).Distinct()];
        if (said.Length < 2 || years.Length != 1)
        {
            return;
        }

        (int until, Place first) = (late[0].Source.Scenario.Years.Until, said[0].Place);
        (int from, int to) = (late.Min(l => l.From), late.Max(l => l.From));
        var line = new Words(
            $"the last year simulated is {until}, before {said.Length} policies start, from {from} to {to}, the first at {first}",
            $"la dernière année simulée est {until}, avant que {said.Length} mesures commencent, de {from} à {to}, la première en {first}");
        errors.Replace([.. errors.All.Where(e => places.Contains(e.Place))], new InputError(years[0], line, said.Length));
    }

    /// <summary>Policies that start after the last year simulated: when, and where that is said.</summary>
    internal static (int From, Place Place)[] Late(ScenarioSource source) =>
        source.Scenario.Years is { From: >= YearRange.Earliest, Count: >= 2 } years
            ? [.. source.Scenario.Policies.Where(p => p.From > years.Until).Select(p => (p.From, source.Binder.PlaceOf(p, "from")))]
            : [];

    private static void CheckBudgets(ScenarioSource source, InputErrors errors)
    {
        (Scenario s, _, Binder binder) = source;
        foreach (Policy policy in s.Policies.Where(p => p.Budget is not null && binder.IsWritten(p, "budget")
            && !s.Budgets.ContainsKey(p.Budget)))
        {
            errors.Add(binder.PlaceOf(policy, "budget"),
                $"'{policy.Budget}' is no budget{DidYouMean.Hint(policy.Budget!, s.Budgets.Keys)}; {Packages.Known(s)}");
        }

        string?[] spent = [.. s.Policies.Select(p => p.Budget).Concat(s.Packages.Values.Select(p => p.Budget))
            .Select(name => name is null ? null : DidYouMean.Find(name, s.Budgets.Keys))];
        foreach ((string name, Budget budget) in s.Budgets.Where(b => !spent.Contains(b.Key)))
        {
            errors.Add(binder.PlaceOf(budget), $"no policy spends the budget '{name}': a policy names it with 'budget: {name}'");
        }
    }

    private static void CheckZones(ScenarioSource source, InputErrors errors)
    {
        (Scenario s, _, Binder binder) = source;
        foreach (ZoningRule rule in s.Zoning.Rules.Values)
        {
            foreach ((string key, InputMessage message) in rule.Check())
            {
                errors.Add(binder.PlaceOf(rule, key), message);
            }
        }

        foreach (Policy policy in s.Policies)
        {
            (string Key, int Count)[] lists =
            [
                ("area-type", policy.Where.AreaTypes.Count), ("zoning", policy.Where.Zoning.Count), ("zone", policy.Where.Zones.Count),
                ("departement", policy.Where.Departements.Count), ("code", policy.Where.Codes.Count),
            ];
            foreach ((string key, _) in lists.Where(list => list.Count == 0 && binder.IsWritten(policy.Where, list.Key)))
            {
                Place place = binder.PlaceOf(policy.Where, key);
                if (errors.All.Any(e => (e.Place.File, e.Place.Line) == (place.File, place.Line)))
                {
                    // It lists something, and what is wrong with that is said.
                    continue;
                }

                errors.Add(place, $"'{key}' lists nothing, so that the policy would be everywhere; remove it");
            }

            for (int k = 0; k < policy.Where.Zones.Count; k++)
            {
                string zone = policy.Where.Zones[k];
                if (!s.Zoning.Rules.ContainsKey(zone))
                {
                    Place place = binder.PlaceOf(policy.Where, "zone", k);
                    string known = string.Join(", ", s.Zoning.Rules.Keys);
                    errors.Add(place, known.Length == 0
                        ? (InputMessage)($"'{zone}' is no zone: the scenario has no 'zoning.rules'; "
                            + $"zip and zac stand under 'zoning', not 'zone'")
                        : (InputMessage)($"'{zone}' is no zoning of 'zoning.rules'{DidYouMean.Hint(zone, s.Zoning.Rules.Keys)}; found: "
                            + $"{known}; zip and zac stand under 'zoning', not 'zone'"));
                }
            }
        }
    }

    private static void CheckPreferences(ScenarioSource source, InputErrors errors)
    {
        PreferenceSettings preferences = source.Scenario.Preferences;
        foreach (PreferenceWarning warning in preferences.Warnings)
        {
            var said = new Words(warning.English, warning.French.Length > 0 ? warning.French : warning.English);
            errors.Warn(new InputWarning(source.Binder.PlaceOf(warning), $"the estimates of these preferences carry a warning: {said}"));
        }

        if (preferences.Classes.Count == 0 && source.Binder.IsWritten(preferences, "classes"))
        {
            errors.Add(source.Binder.PlaceOf(preferences, "classes"), new Words(
                "there is no class; at least one is needed, such as { name: all, share: 1 }",
                "il n’y a aucune classe\u00a0; il en faut une au moins, comme { name: all, share: 1 }"));
        }

        PhysicianChecks.Rising(source, errors, preferences, "by-age", "from-age", [.. preferences.ByAge.Select(a => a.FromAge)]);
        double shares = preferences.Classes.Sum(c => c.Share);
        if (preferences.Classes.Count > 0 && Math.Abs(shares - 1) > 1e-6 && preferences.Classes.All(c => source.Binder.IsRight(c, "share")))
        {
            errors.Add(source.Binder.PlaceOf(preferences, "classes"),
                $"the shares of the classes add up to {shares:0.######}, not to 1");
        }

        if (source.Scenario.Uncertainty == Uncertainty.Estimates
            || (source.Scenario.Uncertainty == Uncertainty.All && preferences.Covariance.Count > 0))
        {
            CheckCovariance(source, errors);
        }
    }

    private static void CheckCovariance(ScenarioSource source, InputErrors errors)
    {
        PreferenceSettings preferences = source.Scenario.Preferences;
        Place place = source.Binder.PlaceOf(preferences, "covariance");
        string[] known = [CoefficientDistribution.Lambda, .. preferences.Coefficients.Keys];
        string[] unknown = [.. CoefficientDistribution.NamesIn(preferences).Except(known)];
        foreach (string name in unknown)
        {
            errors.Add(place,
                $"'covariance' names '{name}', which is no coefficient of the scenario{DidYouMean.Hint(name, known)}; coefficients: "
                    + $"{string.Join(", ", known)}");
        }

        if (preferences.Covariance.Count == 0)
        {
            errors.Add(
                source.Binder.PlaceOf(source.Scenario, "uncertainty"),
                "'uncertainty: estimates' needs the 'covariance' of the coefficients, as 'installsim estimate "
                    + "STUDY --save FILE' writes it");
        }
        else if (unknown.Length == 0 && CoefficientDistribution.Of(preferences) is null)
        {
            errors.Add(place, "'covariance' is none: each name needs its own variance, at least 0, and no correlation may be above 1");
        }
    }
}
