using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Notes what is wrong with the coefficients said to be in units of a numeraire and in utils.</summary>
internal static class PaySpaceCheck
{
    /// <summary>Looks at <c>numeraire</c> and <c>in-utils</c>.</summary>
    public static void Run(StudySource source, ModelSettings model, IReadOnlyList<string> variables, InputErrors errors)
    {
        Binder binder = source.Binder;
        if (model.Numeraire is { } numeraire)
        {
            Variable(numeraire, binder.PlaceOf(model, "numeraire"));
        }

        foreach ((int i, string name) in model.InUtils.Index())
        {
            Place place = binder.PlaceOf(model, "in-utils", i);
            if (model.Numeraire is null)
            {
                errors.Add(place, new Words(
                    "without 'numeraire' all coefficients are in utils: leave 'in-utils' out",
                    "sans «\u00a0numeraire\u00a0» tous les coefficients sont en utils\u00a0: retirer «\u00a0in-utils\u00a0»"));
            }
            else if (name == model.Numeraire)
            {
                errors.Add(place, new Words(
                    $"'{name}' is the numeraire: its own coefficient is in utils in any case",
                    $"«\u00a0{name}\u00a0» est le numéraire\u00a0: son propre coefficient est en utils de toute façon"));
            }
            else
            {
                Variable(name, place);
            }
        }

        void Variable(string name, Place place)
        {
            if (!variables.Contains(name))
            {
                errors.Add(place,
                    $"'{name}' is no variable of the utility{DidYouMean.Hint(name, variables)}; variables: {string.Join(", ", variables)}");
            }
        }
    }
}
