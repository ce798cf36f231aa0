using InstallSim.Experiments;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Calibration;

/// <summary>Reads calibration files and the scenario that they calibrate, and says all that is wrong at once.</summary>
public static class CalibrationReader
{
    /// <summary>Runs of the scenario above which a plan must be meant.</summary>
    public const long Many = 20_000;

    /// <summary>Numbers that one search can have: the dimensions of its sequence.</summary>
    private const int MostNumbers = 21;

    /// <summary>What can be written where a name is free.</summary>
    public static InputCatalogs Catalogs { get; } = new InputCatalogs()
        .Allow<TargetSettings>("indicator", IndicatorCatalog.Recorded.Select(i => i.Name))
        .Allow<TargetSettings>("over", IndicatorCatalog.Recorded.Select(i => i.Name));

    /// <summary>The schema, for editors.</summary>
    public static string Schema() => JsonSchema.Write<CalibrationSettings>("InstallSim calibration", Catalogs, inherits: true);

    /// <summary>Reads a calibration with its scenario and data.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Texts <c>key.path=value</c> for the scenario.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="isMeant">Whether a plan of many runs is meant.</param>
    /// <exception cref="InputException">Something is wrong; all of it is said.</exception>
    public static LoadedCalibration Read(string path, IReadOnlyList<string> overrides, int threads, bool isMeant)
    {
        var errors = new InputErrors();
        if (FileKind.Calibration.Refuses(path, typeof(CalibrationSettings), errors)
            || YamlInheritance.Read(path, errors) is not { } document)
        {
            errors.ThrowIfAny();
            throw new InvalidOperationException($"{path} was neither read nor refused");
        }

        var binder = new Binder(errors, Catalogs, inherits: true, document.IsWhole);
        CalibrationSettings written = binder.Bind<CalibrationSettings>(document.Root)!, settings = written;
        CheckPlan(settings, binder, errors, isMeant, IsKnown);
        foreach (TargetSettings target in settings.Targets)
        {
            CheckTarget(target, binder, errors);
        }

        // Where a value that changes the scenario is wrong, names are looked for in the scenario as it is.
        LoadedExperiment? experiment = ReadScenario(settings, overrides, threads, binder, errors, document.IsWhole)
            ?? (overrides.Count > 0 ? ReadScenario(settings, [], threads, binder, new InputErrors(), document.IsWhole) : null);
        settings = experiment is null ? settings : AsRun(settings, experiment);
        ParameterSpace space = new([]);
        Moment[] moments = [];
        if (experiment is not null)
        {
            space = Space(settings, experiment.Experiment.Scenarios[0].Scenario, binder, errors);
            moments = [.. settings.Targets.Where(t => binder.IsRight(t))
                .Select(t => MomentOf(t, experiment, binder, errors, IsKnown)).OfType<Moment>()];
        }

        errors.ThrowIfAny();
        Target[] targets = [.. settings.Targets.Select(t =>
            new Target(t.Name, t.Value, t.StandardError, t.Discrepancy, t.Weight, t.Limit))];
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new LoadedCalibration(path, settings, experiment!, space, targets, moments, document)
        {
            Identity = RunIdentity.Of(experiment!, "calibration", [.. YamlText.Leaves(document.Root, binder, folder)]).Text,
        };

        // What is not right was meant otherwise; what is not written may stand in a file that it extends and that could not be read.
        bool IsKnown(params string[] keys) =>
            binder.IsRight(written, keys) && (document.IsWhole || keys.All(key => binder.IsWritten(written, key)));
    }

    /// <summary>The settings with replications, seed and years as the command line left them.</summary>
    private static CalibrationSettings AsRun(CalibrationSettings settings, LoadedExperiment experiment)
    {
        Scenario scenario = experiment.Experiment.Scenarios[0].Scenario;
        return settings with { Replications = scenario.Replications, Seed = scenario.Seed, Years = scenario.Years };
    }

    private static LoadedExperiment? ReadScenario(
        CalibrationSettings settings, IReadOnlyList<string> overrides, int threads, Binder binder, InputErrors errors, bool isWhole)
    {
        if (settings.Scenario.Length == 0)
        {
            return null;
        }

        IReadOnlyList<string> all = RunOverrides.Of(settings.Replications, settings.Seed, settings.Years, settings.Territories);
        try
        {
            return ExperimentReader.Read([settings.Scenario], null, [.. all, .. overrides], threads);
        }
        catch (InputException refused)
        {
            // A scenario that is not there is a fault of the file that names it; others may come from keys that could not be read.
            var named = new Place(settings.Scenario);
            foreach (InputError fault in refused.Errors.Where(fault => isWhole || fault.Place == named))
            {
                errors.Add(fault.Place == named ? binder.PlaceOf(settings, "scenario") : fault.Place, fault.Said, fault.Count);
            }

            return null;
        }
    }

    private static void CheckPlan(CalibrationSettings settings, Binder binder, InputErrors errors, bool isMeant, Known isKnown)
    {
        if (settings.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            errors.Add(binder.PlaceOf(settings, "name"),
                $"'{settings.Name}' is no kebab-case name: small letters, digits and '-' are allowed");
        }

        int count = settings.Parameters.Count;
        if (binder.IsWritten(settings, "parameters") && count is 0 or > MostNumbers)
        {
            errors.Add(binder.PlaceOf(settings, "parameters"), $"from 1 to {MostNumbers} numbers are calibrated at once, found {count}");
        }

        if (binder.IsWritten(settings, "targets") && settings.Targets.Count == 0)
        {
            errors.Add(binder.PlaceOf(settings, "targets"), "at least one target is needed");
        }

        if (isKnown("points", "parameters") && settings.Points < 3 * count)
        {
            errors.Add(binder.PlaceOf(settings, "points"),
                $"{settings.Points} points tell {count} numbers not apart; at least {3 * count}, three a number, are needed");
        }

        if (isKnown("points", "waves", "replications", "fit", "fit-points") && settings.Evaluations > Many && !isMeant)
        {
            errors.Add(binder.PlaceOf(settings, "points"),
                $"the plan runs the scenario {settings.Evaluations} times, more than {Many}: fewer points, waves or replications, or "
                    + $"--yes");
        }

        foreach (var twice in settings.Targets.GroupBy(t => t.Name).Where(g => g.Count() > 1))
        {
            errors.Add(binder.PlaceOf(twice.Last(), "name"), $"another target is named '{twice.Key}' too");
        }

        foreach (var twice in settings.Parameters.GroupBy(p => p.Number).Where(g => g.Count() > 1))
        {
            errors.Add(binder.PlaceOf(twice.Last(), "number"), $"'{twice.Key}' is named twice");
        }
    }

    private static ParameterSpace Space(CalibrationSettings settings, Scenario scenario, Binder binder, InputErrors errors)
    {
        var known = DoubtfulNumbers.In(scenario).DistinctBy(n => n.Path).ToDictionary(n => n.Path);
        var numbers = new List<CalibratedNumber>();
        foreach (ParameterSettings said in settings.Parameters)
        {
            Place place = binder.PlaceOf(said, "number");
            if (!known.TryGetValue(said.Number, out DoubtfulNumber number))
            {
                string[] names = [.. known.Keys.Where(path => !StandsInList(path))];
                errors.Add(place,
                    $"'{said.Number}' is no number of the scenario that may have a range{DidYouMean.Hint(said.Number, names)}; those "
                        + $"are {string.Join(", ", names)}");
            }
            else if (StandsInList(said.Number))
            {
                errors.Add(place,
                    $"'{said.Number}' stands in a list, of which a scenario that extends another cannot change a part: it cannot be "
                        + $"calibrated");
            }
            else if (Range(said, number, binder, errors) is { } made)
            {
                numbers.Add(made);
            }
        }

        return new ParameterSpace(numbers);
    }

    private static bool StandsInList(string path) =>
        path.StartsWith("policies.", StringComparison.Ordinal) || path.StartsWith("preferences.classes.", StringComparison.Ordinal)
        || path.Split('.').Any(step => step.Length > 0 && step.All(char.IsAsciiDigit));

    private static CalibratedNumber? Range(ParameterSettings said, DoubtfulNumber number, Binder binder, InputErrors errors)
    {
        Place place = binder.PlaceOf(said, said.Low is not null ? "low" : said.High is not null ? "high" : "number");
        if ((said.Low ?? number.Number.Low) is not { } low || (said.High ?? number.Number.High) is not { } high)
        {
            errors.Add(place, $"'{said.Number}' has no range of its own: say 'low' and 'high'");
            return null;
        }

        double least = number.Path == "preferences.utils-per-keur" ? 1e-6 : number.Key.Min, most = number.Key.Max;
        if (!(low < high))
        {
            errors.Add(place, $"'low': {low} is not below 'high', {high}");
        }
        else if (low < least || high > most)
        {
            errors.Add(place, $"the range {low} to {high} leaves the bounds of '{said.Number}', {least} to {most}");
        }
        else
        {
            return new CalibratedNumber(number.Path, low, high, number.Number.Value);
        }

        return null;
    }

    /// <summary>What is wrong with a target whatever the scenario.</summary>
    private static void CheckTarget(TargetSettings target, Binder binder, InputErrors errors)
    {
        if (binder.IsRight(target, "year", "years") && (target.Year is null) == (target.Years is null))
        {
            errors.Add(binder.PlaceOf(target), $"the target '{target.Name}' needs a year: one of 'year' and 'years'");
        }

        if (target is { Over: not null, RelativeTo: not null })
        {
            errors.Add(binder.PlaceOf(target, "over"), "'over' and 'relative-to' both divide; one of the two");
        }

        if (target is { StandardError: 0, Discrepancy: 0 } && binder.IsRight(target, "se", "discrepancy")
            && binder.IsWritten(target, "se"))
        {
            errors.Add(binder.PlaceOf(target, "se"), "'se' and 'discrepancy' are both 0: no model meets a number exactly");
        }

        if (target.Of is not null && binder.IsRight(target, "indicator") && !Moment.Summed.Contains(target.Indicator))
        {
            errors.Add(binder.PlaceOf(target, "indicator"),
                $"'{target.Indicator}' is not known by territory; 'of' goes with {string.Join(", ", Moment.Summed)}");
        }
    }

    /// <summary>What a target measures in the runs; null where it is refused.</summary>
    private static Moment? MomentOf(
        TargetSettings target, LoadedExperiment experiment, Binder binder, InputErrors errors, Known isKnown)
    {
        YearRange years = experiment.Experiment.Scenarios[0].Scenario.Years;
        int before = errors.All.Count;
        YearRange meant = target.Years ?? new YearRange(target.Year ?? years.From, target.Year ?? years.From);
        foreach ((string key, int from, int until) in new[]
        {
            (target.Years is null ? "year" : "years", meant.From, meant.Until),
            ("relative-to", target.RelativeTo ?? years.From, target.RelativeTo ?? years.From),
        })
        {
            if (isKnown("years") && (from < years.From || until > years.Until))
            {
                errors.Add(binder.PlaceOf(target, key), $"'{key}': the years simulated are {years}");
            }
        }

        int[]? territories = target.Of is { } area ? Moment.In(area, experiment.Territories.Table) : null;
        if (territories is { Length: 0 } && isKnown("territories"))
        {
            errors.Add(binder.PlaceOf(target, "of"), $"no territory is meant by 'of'{Unknown(target.Of!, experiment.Territories.Table)}");
        }

        return errors.All.Count > before ? null : new Moment(
            target.Indicator, meant.From - years.From, meant.Until - years.From, territories, target.Over,
            target.RelativeTo - years.From);
    }

    /// <summary>The first code that no territory has, with what may be meant; nothing where each has some.</summary>
    private static InputMessage Unknown(AreaSettings area, TerritoryTable table)
    {
        InputMessage Of(IReadOnlyList<string> said, string[] codes, InputMessage what) =>
            said.FirstOrDefault(code => !codes.Contains(code)) is { } code
                ? (InputMessage)$"; there is no {what} '{code}'{PlaceHints.OfGroup(code, codes)}"
                : InputMessage.None;
        InputMessage region = Of(area.Region, table.Region, "region");
        return region != InputMessage.None ? region : Of(area.Departement, table.Departement, "département");
    }

    /// <summary>Whether all of some keys are known.</summary>
    private delegate bool Known(params string[] keys);
}
