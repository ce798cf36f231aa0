using InstallSim.Accessibility;
using InstallSim.Choice.Kernels;
using InstallSim.Inputs;
using InstallSim.Preferences;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>An experiment with all that was read for it.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Sources">Its scenarios, in the same order.</param>
/// <param name="Territories">Its territories.</param>
/// <param name="Files">All files read.</param>
/// <param name="Warnings">What is allowed but may not be meant.</param>
/// <param name="Plan">What was asked for.</param>
public sealed record LoadedExperiment(
    Experiment Experiment, IReadOnlyList<ScenarioSource> Sources, TerritorySource Territories, IReadOnlyList<SourceFile> Files,
    IReadOnlyList<InputWarning> Warnings, RunPlan Plan)
{
    /// <summary>The files of its scenarios, the baseline's first.</summary>
    public IReadOnlyList<string> Paths => [.. Sources.Select(s => s.Document.Files[0])];
}

/// <summary>Reads the scenarios of an experiment and the data that they share, and checks that they can be paired.</summary>
public static class ExperimentReader
{
    /// <summary>The file of a folder of scenarios that is expected to be none.</summary>
    private const string TerritoriesFile = "territories.yaml";

    /// <summary>Reads what is needed to run.</summary>
    /// <param name="paths">Scenario files, or one folder of them.</param>
    /// <param name="baseline">Name of the baseline; null to run one scenario alone.</param>
    /// <param name="overrides">Texts <c>key.path=value</c>, for all scenarios.</param>
    /// <param name="threads">Threads.</param>
    /// <exception cref="InputException">Something is wrong; all of it is said.</exception>
    public static LoadedExperiment Read(IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> overrides, int threads)
    {
        CheckedInputs inputs = Check(paths, baseline, overrides);
        ScenarioSource[] sources = inputs.Sources;
        string name = paths.Count == 1 && Directory.Exists(paths[0]) ? new DirectoryInfo(paths[0]).Name : NameOf(sources);
        var experiment = new Experiment(name, inputs.Scenarios, baseline is not null, sources[0].Scenario.Replications, threads);
        string[] read =
        [
            .. sources.SelectMany(s => s.Document.Files), .. sources.Select(s => s.Scenario.Physicians.TrainingPlaces),
            .. sources.Select(s => s.Scenario.Specialty?.Stock).OfType<string>(),
        ];
        SourceFile[] sourceFiles = [.. read.Select(Path.GetFullPath).Distinct().Select(SourceFile.Of), .. inputs.Territories.Files];
        var plan = new RunPlan([.. paths.Select(p => p.Replace('\\', '/'))], baseline, overrides, []);
        return new LoadedExperiment(experiment, sources, inputs.Territories, sourceFiles, inputs.Warnings, plan);
    }

    /// <summary>The names of up to three scenarios, the baseline's first; of more, the first and how many beside it.</summary>
    private static string NameOf(ScenarioSource[] sources)
    {
        const int most = 3;
        return sources.Length <= most ? string.Join("-and-", sources.Select(s => s.Scenario.Name))
            : FormattableString.Invariant($"{sources[0].Scenario.Name}-and-{sources.Length - 1}-more");
    }

    /// <summary>Reads and checks one scenario and its data, without preparing a run.</summary>
    /// <returns>The scenario, and what is allowed but may not be meant.</returns>
    /// <exception cref="InputException">Something is wrong; all of it is said.</exception>
    /// <param name="path">The scenario file.</param>
    /// <param name="overrides">Texts <c>key.path=value</c>.</param>
    /// <param name="seen">Scenarios whose future without policies was looked at; one that starts otherwise is, and is added.</param>
    /// <param name="absent">Receives items that overrides name and the scenario has not, which another may have.</param>
    public static (ScenarioSource Source, IReadOnlyList<InputWarning> Warnings) Check(
        string path, IReadOnlyList<string> overrides, ICollection<PreparedScenario> seen, AbsentItems absent)
    {
        CheckedInputs inputs = Check([path], null, overrides, absent);
        (ScenarioSource source, PreparedScenario prepared) = (inputs.Sources[0], inputs.Scenarios[0]);
        IReadOnlyList<InputWarning> warnings = [.. inputs.Warnings, .. Namesakes.Of(source)];
        if (seen.Any(other => other.StartsAs(prepared) && other.Scenario.Territories == prepared.Scenario.Territories))
        {
            return (source, warnings);
        }

        seen.Add(prepared);
        Place place = source.Binder.PlaceOf(source.Scenario.Physicians);
        return (source, [.. warnings, .. BaselineCheck.Of(prepared).Select(doubt => new InputWarning(place, doubt))]);
    }

    private static CheckedInputs Check(
        IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> overrides, AbsentItems? absent = null)
    {
        var errors = new InputErrors();
        ScenarioSource[] sources = ReadScenarios(paths, baseline, overrides, errors, absent);
        TerritorySource? territories = ReadTerritories(sources, errors);
        Dictionary<string, TrainingPlaces?> places = ReadTrainingPlaces(sources, territories, errors);
        territories = territories is null ? null : SpecialtyStock.Put(territories, sources[0], errors);
        foreach (ScenarioSource source in territories is null ? []
            : sources.Where(s => s.Scenario.Territories == sources[0].Scenario.Territories))
        {
            PolicyChecks.CheckNames(source, territories!.Table, errors);
        }

        errors.ThrowIfAny();
        sources = [.. sources.Select(source => AreaSettings.Follow(source, territories!.Table))];
        AreaSettings.CheckStock(sources[0], territories!.Table, errors);
        foreach (ScenarioSource source in sources)
        {
            AreaSettings.Check(source, territories!.Table, errors);
        }

        TravelTimes? times = territories!.TravelTimes(sources.Max(s => s.Scenario.ReachMinutes), errors);

        errors.ThrowIfAny();
        WarnOfIslands(sources, times!, errors);
        PreparedScenario[] scenarios = Join(sources, territories.Table, times!, places);
        foreach ((ScenarioSource source, PreparedScenario prepared) in sources.Zip(scenarios))
        {
            PolicyChecks.CheckStart(source, prepared, errors);
        }

        errors.ThrowIfAny();
        return new CheckedInputs(sources, territories, scenarios, errors.Warnings);
    }

    /// <summary>Of each metric once, at the first scenario that has it.</summary>
    private static void WarnOfIslands(ScenarioSource[] sources, TravelTimes times, InputErrors errors)
    {
        foreach (ScenarioSource source in sources.DistinctBy(s => s.Scenario.Accessibility.CatchmentMinutes))
        {
            if (Catchments.Islands(times, source.Scenario.Accessibility) is { } islands)
            {
                errors.Warn(new InputWarning(source.Binder.PlaceOf(source.Scenario, "accessibility"), islands, IsNote: true)
                {
                    IsLimit = true,
                });
            }
        }
    }

    /// <summary>The territories of the first scenario; null when there are none to read, or they are refused.</summary>
    private static TerritorySource? ReadTerritories(ScenarioSource[] sources, InputErrors errors)
    {
        Scenario first = sources[0].Scenario;
        return first.Territories.Length > 0
            && TerritoryReader.Read(first.Territories, errors, sources[0].Binder.PlaceOf(first, "territories")) is { } territories
                ? AlongTheMap(territories)
                : null;
    }

    /// <summary>Training places by file: each file once, in terms of the territories; what is wrong alone where these are null.</summary>
    private static Dictionary<string, TrainingPlaces?> ReadTrainingPlaces(
        ScenarioSource[] sources, TerritorySource? territories, InputErrors errors)
    {
        var places = new Dictionary<string, TrainingPlaces?>();
        foreach (ScenarioSource source in sources)
        {
            PhysicianSettings physicians = source.Scenario.Physicians;
            if (physicians.TrainingPlaces.Length > 0 && !places.ContainsKey(physicians.TrainingPlaces))
            {
                Place saidAt = source.Binder.PlaceOf(physicians, "training-places");
                places.Add(physicians.TrainingPlaces,
                    TrainingPlacesReader.Read(physicians.TrainingPlaces, territories?.Table, errors, saidAt));
            }
        }

        return places;
    }

    /// <summary>
    /// The scenarios that can be read at all, the baseline first; what is wrong with them alone or together is noted, and thrown when none
    /// can be read.
    /// </summary>
    private static ScenarioSource[] ReadScenarios(
        IReadOnlyList<string> paths, string? baseline, IReadOnlyList<string> overrides, InputErrors errors, AbsentItems? absent)
    {
        if (baseline is null && Directory.Exists(paths[0]))
        {
            throw new InputException(new Place(paths[0]), "is a folder; one scenario file is expected (compare takes a folder of them)");
        }

        foreach (string twice in paths.GroupBy(Path.GetFullPath).SelectMany(same => same.Skip(1)))
        {
            errors.Add(new Place(twice),
                new Words("is named twice; once is expected", "est nommé deux fois\u00a0; une seule est attendue"));
        }

        string[] files = [.. paths.SelectMany(p => Expand(p, errors)).DistinctBy(Path.GetFullPath)];
        ScenarioSource[] sources = ScenarioReader.Read(files, errors, overrides, absent);
        ScenarioReader.JoinLate(sources, errors);
        if (sources.Length == 0)
        {
            errors.ThrowIfAny();
        }

        // One that is not read may be the baseline.
        if (baseline is not null && sources.Length == files.Length)
        {
            sources = [.. LeaveOutParents(sources, baseline, paths).OrderBy(s => s.Scenario.Name == baseline ? 0 : 1)];
            PairingChecks.Check(sources, baseline, paths[0], errors);
        }

        return sources;
    }

    /// <summary>What the baseline extends is no policy to compare with it, unless its file is named rather than its folder.</summary>
    private static IEnumerable<ScenarioSource> LeaveOutParents(ScenarioSource[] sources, string baseline, IReadOnlyList<string> named)
    {
        ScenarioSource[] of = [.. sources.Where(s => s.Scenario.Name == baseline)];
        string[] parents = of.Length != 1 ? []
            : [.. of[0].Document.Files.Skip(1).Select(Path.GetFullPath).Except(named.Select(Path.GetFullPath))];
        return sources.Where(s => !parents.Contains(Path.GetFullPath(s.Document.Files[0])));
    }

    /// <summary>Puts neighbours together, which makes choosing faster.</summary>
    private static TerritorySource AlongTheMap(TerritorySource source)
    {
        TerritoryTable table = source.Table;
        return source with { Table = table.Rearranged(HilbertOrder.Of(table.Latitude, table.Longitude, table.Code)) };
    }

    /// <summary>
    /// The scenario files that a path means: itself, or those of a folder in the order of their names. Files of another kind that lie in
    /// the folder are left out, which is noted; territories belong there.
    /// </summary>
    private static List<string> Expand(string path, InputErrors errors)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = new List<string>();
        foreach (string file in Directory.EnumerateFiles(path, "*.yaml").Where(f => Path.GetFileName(f) != TerritoriesFile)
            .Order(StringComparer.Ordinal))
        {
            SeenFile seen = SeenFile.Of(file);
            Words? other = seen.IsPart
                ? new Words("is a part of scenarios, no scenario: it has no name and no title; 'extends:' names it",
                    "est une partie de scénarios, et non un scénario\u00a0: il n’a ni nom ni titre\u00a0; «\u00a0extends:\u00a0» le nomme")
                : seen.Other(FileKind.Scenario, typeof(Scenario));
            if (other is null)
            {
                files.Add(file);
            }
            else if (seen.Kind != FileKind.Territories)
            {
                errors.Warn(new InputWarning(new Place(file),
                    new Words($"left out: {other.English}", $"laissé de côté\u00a0: {other.French}"), IsNote: true));
            }
        }

        if (files.Count == 0)
        {
            errors.Add(new Place(path), "the folder holds no scenario (*.yaml)");
        }

        return files;
    }

    private static PreparedScenario[] Join(
        ScenarioSource[] sources, TerritoryTable table, TravelTimes times, Dictionary<string, TrainingPlaces?> trainingPlaces)
    {
        Dictionary<double, GroupRows> distances = sources.Select(s => s.Scenario.Preferences.OutsideDistanceKm.Value).Distinct()
            .ToDictionary(km => km, km => SystematicUtility.DistanceRows(table, km));
        return [.. sources.Select(s => s.Scenario).Select(s => new PreparedScenario(
            s, table, times, distances[s.Preferences.OutsideDistanceKm], trainingPlaces[s.Physicians.TrainingPlaces]!))];
    }

    /// <summary>What was read and found right: scenarios, baseline first, the data that they share, and both joined.</summary>
    private sealed record CheckedInputs(
        ScenarioSource[] Sources, TerritorySource Territories, PreparedScenario[] Scenarios, IReadOnlyList<InputWarning> Warnings);
}
