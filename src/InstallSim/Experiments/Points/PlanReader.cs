using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;

namespace InstallSim.Experiments.Points;

/// <summary>Reads plans of many points and the scenarios that they name.</summary>
public static class PlanReader
{
    /// <summary>The word for every number with a range.</summary>
    public const string All = "all";

    /// <summary>Reads a plan and checks it with its scenarios; all that is wrong is said at once.</summary>
    /// <typeparam name="T">Its settings.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="kind">The kind of plan.</param>
    /// <param name="overrides">Texts <c>key.path=value</c> for all scenarios, after those of the plan.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="check">Checks what the kind of plan adds, before its scenarios are read.</param>
    /// <param name="checkWith">Checks what it adds against the numbers and outcomes, of which those at fault are left out.</param>
    /// <exception cref="InputException">Something is wrong.</exception>
    public static LoadedPlan<T> Read<T>(
        string path, FileKind kind, IReadOnlyList<string> overrides, int threads, Action<T, Binder, InputErrors>? check = null,
        Action<LoadedPlan<T>, PlanFaults>? checkWith = null)
        where T : PlanSettings
    {
        var errors = new InputErrors();
        var binder = new Binder(errors);
        T? settings = !kind.Refuses(path, typeof(T), errors) && YamlFile.Read(path, errors) is { } root ? binder.Bind<T>(root) : null;
        if (settings is not null)
        {
            check?.Invoke(settings, binder, errors);
        }

        // Where values that change scenarios are wrong, names are looked for in the scenarios as they are.
        LoadedExperiment? loaded = settings is { Scenarios.Count: > 0 }
            ? ReadScenarios(settings, [.. settings.Set, .. overrides], threads, binder, errors)
                ?? (settings.Set.Count + overrides.Count > 0 ? ReadScenarios(settings, [], threads, binder, new InputErrors()) : null)
            : null;
        if (settings is null || loaded is null)
        {
            foreach (OutcomeSettings said in settings?.Outcomes ?? [])
            {
                PlanOutcomes.CheckIndicator(said.Indicator, binder.PlaceOf(said, "indicator"), errors);
            }

            errors.ThrowIfAny();
            throw new InputException(binder.PlaceOf(settings!, "scenarios"), "there is no scenario; name at least one file or folder");
        }

        HashSet<string>[] keys = [.. loaded.Experiment.Scenarios.Select(s => Known(s.Scenario).Select(n => n.Path).ToHashSet())];
        InputErrors ofNumbers = new(), ofOutcomes = new();
        PlanNumber[] numbers = [.. Numbers(settings, binder, loaded, ofNumbers)
            .Select(n => n with { Scenarios = Having(loaded, keys, n.Name), IsOfBaseline = keys[0].Contains(n.Name) })];
        PlanOutcome[] outcomes = [.. settings.Outcomes.SelectMany(o => PlanOutcomes.Of(
            o, binder, loaded.Experiment, binder.IsRight(settings, "years"), ofOutcomes))];
        if (settings.Numbers.Count == 0 && !binder.IsRefused(settings, "numbers"))
        {
            ofNumbers.Add(binder.PlaceOf(settings, "numbers"), $"no number varies; name some, or '{All}'");
        }

        if (settings.Outcomes.Count == 0 && !binder.IsRefused(settings, "outcomes"))
        {
            ofOutcomes.Add(binder.PlaceOf(settings, "outcomes"), "nothing is looked at; name at least one indicator");
        }

        loaded = loaded with { Warnings = [.. loaded.Warnings, .. ofNumbers.Warnings] };
        var plan = new LoadedPlan<T>(path, settings, binder, loaded, numbers, outcomes);
        checkWith?.Invoke(plan, new PlanFaults(errors,
            ofNumbers.All.Count == 0 && binder.IsRight(settings, "numbers"),
            ofOutcomes.All.Count == 0 && binder.IsRight(settings, "outcomes")));
        errors.Add(ofNumbers.All.Concat(ofOutcomes.All));
        errors.ThrowIfAny();
        return plan;
    }

    /// <summary>The scenarios that have a number; none where all have it.</summary>
    private static string[] Having(LoadedExperiment loaded, HashSet<string>[] keys, string number) => keys.All(k => k.Contains(number))
        ? []
        : [.. loaded.Experiment.Scenarios.Where((_, k) => keys[k].Contains(number)).Select(s => s.Scenario.Name)];

    private static IEnumerable<DoubtfulNumber> Known(Scenario scenario) => DoubtfulNumbers.In(scenario).Concat(Levers.In(scenario));

    private static LoadedExperiment? ReadScenarios(
        PlanSettings settings, IReadOnlyList<string> set, int threads, Binder binder, InputErrors errors)
    {
        IReadOnlyList<string> own = RunOverrides.Of(settings.Replications, settings.Seed, settings.Years, settings.Territories);
        bool isOne = settings.Scenarios.Count == 1 && !Directory.Exists(settings.Scenarios[0]);
        try
        {
            return ExperimentReader.Read(
                settings.Scenarios, isOne ? null : settings.Baseline, [.. own, .. set], threads);
        }
        catch (InputException refused)
        {
            foreach (InputError fault in refused.Errors)
            {
                errors.Add(PlaceOf(fault, settings, binder), fault.Said, fault.Count);
            }

            return null;
        }
    }

    /// <summary>
    /// A scenario that is not there, a folder without any, and a value that cannot be set, are faults of the lines that say so.
    /// </summary>
    private static Place PlaceOf(InputError fault, PlanSettings settings, Binder binder)
    {
        int scenario = File.Exists(fault.Place.File) ? -1 : settings.Scenarios.ToList().IndexOf(fault.Place.File);
        int set = settings.Set.ToList().FindIndex(text => fault.Place == YamlOverride.PlaceOf(text));
        return scenario >= 0 ? binder.PlaceOf(settings, "scenarios", scenario)
            : set >= 0 ? binder.PlaceOf(settings, "set", set)
            : fault.Place;
    }

    private static IEnumerable<PlanNumber> Numbers(PlanSettings settings, Binder binder, LoadedExperiment loaded, InputErrors errors)
    {
        ILookup<string, DoubtfulNumber> known = loaded.Experiment.Scenarios
            .SelectMany(s => Known(s.Scenario)).ToLookup(n => n.Path);
        string[] ranged = [.. known.Where(g => g.Any(n => n.Number.IsDoubtful)).Select(g => g.Key)];
        var seen = new HashSet<string>();
        foreach (NumberSettings said in settings.Numbers)
        {
            Place place = binder.PlaceOf(said, "number");
            if (said.Number == All && (said.Low ?? said.High) is not null)
            {
                errors.Add(place, $"'{All}' takes the range of each number; 'low' and 'high' are for one");
            }
            else if (said.Number == All)
            {
                foreach (string name in ranged.Where(seen.Add))
                {
                    yield return RangeOf(known[name], null, null);
                }
            }
            else if (!known.Contains(said.Number))
            {
                errors.Add(place, $"'{said.Number}' is no number of the scenarios that can vary"
                    + $"{DidYouMean.Hint(said.Number, known.Select(g => g.Key))}; those with a range are {string.Join(", ", ranged)}, "
                    + $"or '{All}'");
            }
            else if (SharedBy(said.Number, loaded) is { } shared)
            {
                errors.Add(place, shared);
            }
            else if (!seen.Add(said.Number))
            {
                errors.Add(place, $"'{said.Number}' is named twice");
            }
            else if (Checked(said, known[said.Number], binder, errors) is { } number)
            {
                NoteWaiting(number.Name, place, loaded, errors);
                yield return number;
            }
        }
    }

    /// <summary>Notes that more centres announced need not be more centres.</summary>
    private static void NoteWaiting(string number, Place place, LoadedExperiment loaded, InputErrors errors)
    {
        if (loaded.Sources.SelectMany(s => s.Scenario.Policies).OfType<MspOpening>().Any(p => number == $"policies.{p.Label}.per-year"))
        {
            errors.Warn(new InputWarning(place, new Words(
                "a centre announced waits until a territory concerned has room ('residents-per-centre') and GPs to carry it "
                    + "('local-gps'); where some wait, announcing more opens no more",
                "une maison annoncée attend qu’un territoire concerné ait de la place («\u00a0residents-per-centre\u00a0») et des "
                    + "généralistes pour la porter («\u00a0local-gps\u00a0»)\u00a0; quand il en attend, en annoncer plus n’en ouvre pas "
                    + "plus"), IsNote: true));
        }
    }

    /// <summary>That policies without a name share a number, for they are of one type; null where they do not.</summary>
    private static Words? SharedBy(string number, LoadedExperiment loaded)
    {
        foreach (ScenarioSource source in loaded.Sources)
        {
            Policy[] of = [.. source.Scenario.Policies.Where(p => p.Name is null && PointChecks.Has(p, number))];
            if (of.Length > 1)
            {
                (string type, string places) = (of[0].Type, string.Join(", ", of.Select(p => source.Binder.PlaceOf(p))));
                return new Words(
                    $"'{number}' would move {of.Length} policies at once, which have no name: {places}; give each a 'name:', and say "
                        + $"policies.NAME for policies.{type}, or give all one name where they are one measure",
                    $"«\u00a0{number}\u00a0» ferait varier {of.Length} mesures à la fois, qui n’ont pas de nom\u00a0: {places}\u00a0; "
                        + $"donner à chacune un «\u00a0name:\u00a0», et dire policies.NOM pour policies.{type}, ou un même nom à toutes "
                        + "si elles n’en font qu’une");
            }
        }

        return null;
    }

    /// <summary>A number with the range that the plan gives it, else its own: the widest of the scenarios'.</summary>
    private static PlanNumber RangeOf(IEnumerable<DoubtfulNumber> inScenarios, double? low, double? high)
    {
        DoubtfulNumber[] all = [.. inScenarios];
        return new PlanNumber(all[0].Path, all[0].Number.Value,
            low ?? all.Min(n => n.Number.Low ?? n.Number.Value), high ?? all.Max(n => n.Number.High ?? n.Number.Value))
        {
            IsWhole = all[0].Number is Lever { IsWhole: true },
        };
    }

    private static PlanNumber? Checked(NumberSettings said, IEnumerable<DoubtfulNumber> inScenarios, Binder binder, InputErrors errors)
    {
        PlanNumber number = RangeOf(inScenarios, said.Low, said.High);
        KeyAttribute key = inScenarios.First().Key;
        foreach ((string end, double? value) in ((string, double?)[])[("low", said.Low), ("high", said.High)])
        {
            if (value < key.Min || value > key.Max)
            {
                errors.Add(binder.PlaceOf(said, end), $"{value} is out of the bounds of '{said.Number}': {key.Min} to {key.Max}");
                return null;
            }
        }

        if (number.Low < number.High && !(number.IsWhole && number.WholeNumbers < 2))
        {
            return number;
        }

        if (number.Low < number.High)
        {
            errors.Add(binder.PlaceOf(said, "number"), new Words(
                $"'{said.Number}' counts something, and from {number.Low} to {number.High} there are not two whole numbers",
                $"«\u00a0{said.Number}\u00a0» compte quelque chose, et de {number.Low} à {number.High} il n’y a pas deux nombres entiers"));
            return null;
        }

        errors.Add(binder.PlaceOf(said, "number"), said.Low is null && said.High is null
            ? (InputMessage)$"'{said.Number}' has no range; give 'low' and 'high'"
            : (InputMessage)$"the range of '{said.Number}' goes from {number.Low} to {number.High}; 'low' must be below 'high'");
        return null;
    }
}
