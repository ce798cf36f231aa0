using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Preferences;
using InstallSim.Simulation;

namespace InstallSim.Readouts;

/// <summary>Short names of the terms of a utility, for tables and figures.</summary>
internal static class TermNames
{
    private static readonly Dictionary<string, Words> Short = new(StringComparer.Ordinal)
    {
        [PersonalChoice.AidTerm] = new("aids of policies", "aides des mesures"),
        ["income"] = new("income at the place", "revenu sur place"),
        ["partner-jobs-limited"] = new("partner's job market", "emploi du conjoint"),
        ["poorly-equipped"] = new("few shops and services", "peu d’équipements"),
        ["small-town"] = new("small town", "petite ville"),
        ["very-small-town"] = new("very small town", "très petite ville"),
        ["capital-region"] = new("Paris area", "région parisienne"),
        ["deprived"] = new("deprived population", "population défavorisée"),
        ["schools"] = new("schools and child care", "écoles et garde"),
        ["working-hours"] = new("working hours", "heures de travail"),
        ["rural-origin"] = new("rural origin", "origine rurale"),
        ["rural-training"] = new("rural training", "stage rural"),
        ["women-rural"] = new("woman, rural place", "femme, lieu rural"),
        ["vacancies"] = new("lists to take over", "patientèles à reprendre"),
        ["place-effect"] = new("what is not observed", "ce qui n’est pas observé"),
        ["birth-distance"] = new("distance from birthplace", "distance au lieu de naissance"),
        ["training-distance"] = new("distance from training", "distance au lieu d’internat"),
        ["group-practice"] = new("group practice", "cabinet de groupe"),
        ["msp-practice"] = new("MSP", "MSP"),
        ["health-centre-practice"] = new("health centre", "centre de santé"),
    };

    /// <summary>The name of a term.</summary>
    public static string Of(string term, ReportText text)
    {
        Words words = Short.GetValueOrDefault(term)
            ?? (VariableCatalog.All.FirstOrDefault(v => v.Name == term) is { } v ? new Words(v.Definition, v.French).Label
                : new Words(term, term));
        return text.Say(words.English, words.French);
    }
}
