using InstallSim.Inputs;
using InstallSim.Scenarios;

namespace InstallSim.Experiments;

/// <summary>Refuses scenarios that cannot be compared: names, years, replications, seed, territories, specialty, what is drawn.</summary>
internal static class PairingChecks
{
    /// <summary>Notes all that is wrong with them together.</summary>
    /// <param name="sources">The scenarios, the baseline first.</param>
    /// <param name="baseline">Its name.</param>
    /// <param name="path">The file or folder that was named first.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static void Check(ScenarioSource[] sources, string baseline, string path, InputErrors errors)
    {
        string[] names = [.. sources.Select(s => s.Scenario.Name)];
        if (!names.Contains(baseline))
        {
            errors.Add(new Place(path),
                $"no scenario is named '{baseline}', the baseline{DidYouMean.Hint(baseline, names)}; found: {string.Join(", ", names)}; "
                    + $"give the baseline's file too, or name another scenario with --baseline");
            return;
        }

        ScenarioSource first = sources[0];
        foreach (ScenarioSource other in sources.Skip(1))
        {
            if (sources.TakeWhile(s => s != other).FirstOrDefault(s => s.Scenario.Name == other.Scenario.Name) is { } namesake)
            {
                SameName(namesake, other, errors);
            }

            Same(other, "years", s => s.Years);
            Same(other, "replications", s => s.Replications);
            Same(other, "seed", s => s.Seed);
            Same(other, "territories", s => s.Territories);
            Same(other, "specialty", s => s.Specialty is null ? "general practice" : s.Specialty.Called);
            if (other.Scenario.Uncertainty != first.Scenario.Uncertainty)
            {
                errors.Add(
                    other.Binder.PlaceOf(other.Scenario, "uncertainty"),
                    $"the baseline says 'uncertainty: {InputType.Kebab(first.Scenario.Uncertainty.ToString())}'; scenarios are compared "
                        + $"with the same draws, so all must say the same");
            }
        }

        void Same<T>(ScenarioSource other, string key, Func<Scenario, T> value)
        {
            bool isRefused = errors.All.Any(e => e.Place == first.Binder.PlaceOf(first.Scenario, key)
                || e.Place == other.Binder.PlaceOf(other.Scenario, key));
            if (!isRefused && !EqualityComparer<T>.Default.Equals(value(other.Scenario), value(first.Scenario)))
            {
                errors.Add(
                    other.Binder.PlaceOf(other.Scenario, key),
                    $"{key} is {value(other.Scenario)}, but {value(first.Scenario)} in the baseline: only runs of "
                        + $"the same {key} can be paired");
            }
        }
    }

    /// <summary>Refuses two scenarios of one name; one that has it from what it extends may be there for that alone.</summary>
    private static void SameName(ScenarioSource namesake, ScenarioSource other, InputErrors errors)
    {
        string name = other.Scenario.Name;
        ScenarioSource? heir = new[] { other, namesake }.FirstOrDefault(source =>
            source.Binder.PlaceOf(source.Scenario, "name").File != source.Document.Files[0]);
        if (heir is null)
        {
            errors.Add(other.Binder.PlaceOf(other.Scenario, "name"),
                $"another scenario is named '{name}' too: {namesake.Document.Files[0]}");
            return;
        }

        string another = (heir == other ? namesake : other).Document.Files[0];
        errors.Add(new Place(heir.Document.Files[0]), new Words(
            $"is named '{name}' by what it extends, as {another} is: give it a 'name:' of its own or, where scenarios only extend it, "
                + "move it out of the folder",
            $"s’appelle «\u00a0{name}\u00a0» par ce qu’il étend, comme {another}\u00a0: lui donner son propre «\u00a0name:\u00a0» "
                + "ou, si des scénarios ne font que l’étendre, l’ôter du dossier"));
    }
}
