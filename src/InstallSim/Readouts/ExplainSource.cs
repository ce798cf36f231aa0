using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Simulation;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>A physician, the scenarios and the year in which to look at the choice, read and checked.</summary>
/// <param name="Loaded">The scenarios, the baseline first.</param>
/// <param name="Profile">The physician as described.</param>
/// <param name="Person">The physician as the model sees one.</param>
/// <param name="Year">Year of the choice.</param>
/// <param name="ProfilePath">File of the physician.</param>
public sealed record ExplainSource(LoadedExperiment Loaded, PhysicianProfile Profile, Person Person, int Year, string ProfilePath)
{
    private const string YearOption = "--year";

    /// <summary>Reads and checks all, and tells all that is wrong at once.</summary>
    /// <param name="paths">Scenario files, or one folder of them.</param>
    /// <param name="baseline">Name of the scenario to compare with; null where there is one scenario alone.</param>
    /// <param name="profile">The physician's file.</param>
    /// <param name="year">Year of the choice; null for the first in which every policy has begun.</param>
    /// <param name="overrides">Texts <c>key.path=value</c>, for all scenarios.</param>
    /// <exception cref="InputException">Something is wrong.</exception>
    public static ExplainSource Read(
        IReadOnlyList<string> paths, string? baseline, string profile, int? year, IReadOnlyList<string> overrides)
    {
        var errors = new InputErrors();
        var binder = new Binder(errors);
        PhysicianProfile? who = ReadProfile(profile, binder, errors);
        LoadedExperiment? loaded = null;
        try
        {
            loaded = ExperimentReader.Read(paths, baseline, overrides, 1);
        }
        catch (InputException refused)
        {
            errors.Add(refused.Errors);
        }

        Person? person = who is null || loaded is null ? null : PersonOf(who, loaded, binder, errors);
        int then = loaded is null ? 0 : YearOf(loaded, year, errors);
        errors.ThrowIfAny();
        return new ExplainSource(loaded!, who!, person!, then, profile);
    }

    /// <summary>Reads a described physician alone; null where it is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="binder">Makes it.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static PhysicianProfile? ReadProfile(string path, Binder binder, InputErrors errors) =>
        !FileKind.Physician.Refuses(path, typeof(PhysicianProfile), errors) && YamlFile.Read(path, errors) is { } root
            ? binder.Bind<PhysicianProfile>(root)
            : null;

    private static int YearOf(LoadedExperiment loaded, int? year, InputErrors errors)
    {
        YearRange years = loaded.Experiment.Scenarios[0].Scenario.Years;
        if (year is { } said && (said <= years.From || said > years.Until))
        {
            errors.Add(new Place(YearOption), $"{said} is no year of choices; expected {years.From + 1} to {years.Until}");
        }

        int begun = loaded.Experiment.Scenarios.SelectMany(s => s.Scenario.Policies).Select(p => p.From).DefaultIfEmpty(0).Max();
        return year ?? Math.Clamp(begun, years.From + 1, years.Until);
    }

    private static Person PersonOf(PhysicianProfile who, LoadedExperiment loaded, Binder binder, InputErrors errors)
    {
        TerritoryTable table = loaded.Experiment.Scenarios[0].Territories;
        int first = Array.IndexOf(table.Code, table.Code.Min(StringComparer.Ordinal));
        int Place(string text, string key)
        {
            int found = Array.FindIndex(table.Code, code => code == text);
            found = found >= 0 ? found : Array.FindIndex(table.Name, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
            if (found < 0 && text.Length > 0 && text != PhysicianProfile.Outside)
            {
                errors.Add(binder.PlaceOf(who, key), $"'{text}' is no code or name of a territory of the study"
                    + $"{DidYouMean.Hint(text, table.Name.Concat(table.Code))}; write one of its {table.Count} territories, such as "
                    + $"'{table.Code[first]}' ({table.Name[first]}), or 'outside' for any other place");
            }

            return found;
        }

        int? chosen = null;
        foreach (PreparedScenarioClasses classes in who.Class is null ? [] : PreparedScenarioClasses.Of(loaded))
        {
            int at = Array.IndexOf(classes.Names, who.Class);
            if (at < 0)
            {
                errors.Add(binder.PlaceOf(who, "class"), $"'{who.Class}' is no class of scenario '{classes.Scenario}'"
                    + $"{DidYouMean.Hint(who.Class!, classes.Names)}; classes: {string.Join(", ", classes.Names)}");
                break;
            }

            chosen = at;
        }

        return new Person(who.Age, who.Sex == Sex.Woman, Place(who.BirthPlace, "birth-place"), Place(who.TrainingPlace, "training-place"),
            who.RuralTraining, who.Partner, who.Children, chosen);
    }

    /// <summary>Names of the classes of a scenario.</summary>
    private sealed record PreparedScenarioClasses(string Scenario, string[] Names)
    {
        public static IEnumerable<PreparedScenarioClasses> Of(LoadedExperiment loaded) => loaded.Experiment.Scenarios
            .Select(s => new PreparedScenarioClasses(s.Scenario.Name, [.. s.Scenario.Preferences.Classes.Select(c => c.Name)]));
    }
}
