using InstallSim.Inputs;
using InstallSim.Preferences;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>
/// Which variable of the simulation each of a study's becomes; none is left out that the study does not leave out by name.
/// </summary>
internal static class SavedNames
{
    /// <summary>The word that leaves a variable out.</summary>
    public const string LeaveOut = "leave-out";

    /// <summary>The variable of the simulation that money is counted in: its coefficient is utils-per-keur.</summary>
    private const string Money = "income";

    /// <summary>The simulation's name of a variable; <see cref="LeaveOut"/> where the study says so.</summary>
    public static string Of(Study study, string variable) => study.Save.As.GetValueOrDefault(variable, variable);

    /// <summary>Names of the study's variables that are saved as what they are not: none of the simulation, or one twice.</summary>
    public static void Check(StudySource source, StudyChoices choices, InputErrors errors)
    {
        Study study = source.Study;
        if (StudyFormulas.AreIn(study))
        {
            errors.Add(StudyFormulas.PlaceOf(source, null),
                "a scenario's utility is a sum of coefficients times variables, which a formula is not: estimate with 'utility' alone "
                    + "to save");
            return;
        }

        string[] own = [.. StudyReader.Parameters(study, choices.Alternatives).Select(p => p.Name)];
        if (!own.Contains(study.Save.Income))
        {
            errors.Add(source.Binder.PlaceOf(study.Save, "income"),
                $"'{study.Save.Income}' is no coefficient of the study{DidYouMean.Hint(study.Save.Income, own)}: 'save: {{ income: … }}' "
                    + $"names the one of income in k€ a year");
        }

        if (study.Save.Extends is { } extends && !File.Exists(extends))
        {
            errors.Add(source.Binder.PlaceOf(study.Save, "extends"),
                $"the scenario '{extends}' that the preferences would extend does not exist");
        }

        string[] known = [.. VariableCatalog.All.Select(v => v.Name).Where(n => n != Money)];
        var taken = new Dictionary<string, string>();
        foreach ((string name, UtilityTerm term, _) in StudyReader.Parameters(study, choices.Alternatives))
        {
            string saved = Of(study, name);
            if (name == study.Save.Income || saved == LeaveOut || study.Save.As.ContainsKey(name) && !known.Contains(saved))
            {
                continue; // the last is refused where it is read
            }

            Place place = PlaceOf(source, name, term);
            if (!known.Contains(saved))
            {
                errors.Add(place,
                    $"'{name}' has no counterpart in the simulation and cannot be saved{DidYouMean.Hint(name, known)}; name it under save, "
                        + $"'as: {{ {name}: VARIABLE }}' ('installsim list variables'), or leave it out, 'as: {{ {name}: {LeaveOut} }}'");
            }
            else if (!taken.TryAdd(saved, name))
            {
                errors.Add(place, $"'{name}' and '{taken[saved]}' are both saved as '{saved}'; one variable has one coefficient");
            }
        }
    }

    /// <summary>Where a study says what a variable is saved as.</summary>
    public static Place PlaceOf(StudySource source, string name, UtilityTerm term) =>
        source.Study.Save.As.ContainsKey(name) ? source.Binder.PlaceOf(source.Study.Save.As, name)
        : source.Study.Utility.Contains(term) ? source.Binder.PlaceOf(term, "name")
        : source.Binder.PlaceOf(source.Study, "constants-against");

    /// <summary>Names under <c>save: as</c> that no variable of the simulation has, whether or not the estimates will be saved.</summary>
    public static void CheckWords(StudySource source, InputErrors errors)
    {
        SaveSettings save = source.Study.Save;
        string[] allowed = [.. VariableCatalog.All.Select(v => v.Name), LeaveOut];
        foreach ((string name, string saved) in save.As.Where(pair => !allowed.Contains(pair.Value)))
        {
            errors.Add(source.Binder.PlaceOf(save.As, name),
                $"'{saved}' is no variable of the simulation{DidYouMean.Hint(saved, allowed)}; allowed: {string.Join(", ", allowed)}");
        }

        foreach ((string name, string saved) in save.As)
        {
            Place place = source.Binder.PlaceOf(save.As, name);
            if (name == save.Income && saved != Money)
            {
                errors.Add(place, new Words(
                    $"'{name}' is the income that money is counted in: its coefficient becomes utils-per-keur, and it can neither be left "
                        + "out nor be saved as another variable",
                    $"«\u00a0{name}\u00a0» est le revenu en quoi se compte l’argent\u00a0: son coefficient devient utils-per-keur, et il "
                        + "ne peut être ni écarté ni enregistré comme une autre variable"));
            }
            else if (name != save.Income && saved == Money)
            {
                errors.Add(place, new Words(
                    $"'{name}' cannot be saved as 'income', which money is counted in; where it is the income in k€ a year, "
                        + $"'save: {{ income: {name} }}' says so",
                    $"«\u00a0{name}\u00a0» ne peut être enregistré comme «\u00a0income\u00a0», en quoi se compte l’argent\u00a0; si c’est "
                        + $"le revenu en k€ par an, «\u00a0save: {{ income: {name} }}\u00a0» le dit"));
            }
        }
    }
}
