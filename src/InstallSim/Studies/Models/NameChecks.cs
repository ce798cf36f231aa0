using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Models;

/// <summary>Names of variables that a study says outside its utility, which can be checked without its data.</summary>
internal static class NameChecks
{
    /// <summary>Notes a denominator, and names under <c>save</c>, that are no variables, whether or not the estimates will be saved.
    /// </summary>
    public static void OfModel(StudySource source, string[] variables, InputErrors errors)
    {
        string[] priced = [.. variables, .. StudyFormulas.Terms(source.Study).Select(term => term.Name)];
        if (source.Study.WillingnessToPay is { } pay)
        {
            Refuse([pay.Denominator], priced, source.Binder.PlaceOf(pay, "denominator"), errors);
        }

        SaveSettings save = source.Study.Save;
        if (source.Binder.IsWritten(save, "income"))
        {
            Refuse([save.Income], variables, source.Binder.PlaceOf(save, "income"), errors);
        }

        foreach (string name in save.As.Keys)
        {
            Refuse([name], variables, source.Binder.PlaceOf(save.As, name), errors);
        }

        SavedNames.CheckWords(source, errors);
    }

    /// <summary>Notes variables of analyses that are none, and a table to predict that is not there: for a study that is refused for
    /// something else before its analyses are looked at.</summary>
    public static void OfAnalyses(StudySource source, string[] variables, InputErrors errors)
    {
        Study study = source.Study;
        string[] terms = [.. StudyFormulas.AllTerms(study).Select(t => t.Name)];
        foreach (ElasticitySettings elasticity in study.Elasticities)
        {
            Refuse([elasticity.Variable], terms, source.Binder.PlaceOf(elasticity, "variable"), errors);
        }

        foreach ((int i, string name) in study.MarginalEffects.Index())
        {
            Refuse([name], terms, source.Binder.PlaceOf(study, "marginal-effects", i), errors);
        }

        foreach ((string attribute, IReadOnlyList<string> names) in study.Importance)
        {
            Refuse(names, variables, source.Binder.PlaceOf(study.Importance, attribute), errors);
        }

        if (study.Predict is { } file && !File.Exists(file))
        {
            errors.Add(source.Binder.PlaceOf(study, "predict"), $"file '{file}' does not exist{InputMessage.None}");
        }
    }

    private static void Refuse(IEnumerable<string> names, string[] variables, Place place, InputErrors errors)
    {
        foreach (string name in names.Where(name => !variables.Contains(name)))
        {
            errors.Add(place,
                $"'{name}' is no variable of the utility{DidYouMean.Hint(name, variables)}; variables: {string.Join(", ", variables)}");
        }
    }
}
