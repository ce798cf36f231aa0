using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>What must hold among the settings of practices beyond the bounds of each.</summary>
internal static class PracticeChecks
{
    /// <summary>Notes all that contradicts.</summary>
    public static void Check(ScenarioSource source, InputErrors errors)
    {
        (Scenario scenario, _, Binder binder) = source;
        PracticeSettings practices = scenario.Practices;
        if (practices.InitialForms.Count == 0)
        {
            errors.Add(binder.PlaceOf(practices, "initial-forms"),
                "no age is named; at least one is needed");
        }

        for (int k = 0; k < practices.InitialForms.Count; k++)
        {
            FormsAtAge forms = practices.InitialForms[k];
            Place place = binder.PlaceOf(practices, "initial-forms", k);
            double sum = forms.Solo + forms.Group + forms.Msp;
            if (sum > 1 + 1e-6)
            {
                errors.Add(place, $"solo, group and msp add up to {sum:0.######}, more than 1");
            }

            if (forms.Solo + forms.Group == 0)
            {
                errors.Add(place, "nobody works alone or in a group: who finds no place in an MSP needs one of the two");
            }

            if (k > 0 && forms.FromAge <= practices.InitialForms[k - 1].FromAge)
            {
                errors.Add(place, $"{"from-age"} {forms.FromAge} does not come after {practices.InitialForms[k - 1].FromAge}");
            }
        }
    }
}
