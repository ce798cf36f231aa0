using InstallSim.Accessibility;
using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>
/// A specialty as data, in the place of general practice: who is there, who enters, how far patients travel, what they need. The engine is
/// the same, and so are tastes and exits unless the scenario says others.
/// </summary>
public sealed record SpecialtySettings
{
    [Key("called", "What its physicians are called in reports, such as dermatologists.", Required = true)]
    [French("Comment les rapports appellent ses médecins en anglais, comme dermatologists.")]
    public string Called { get; init; } = "";

    [Key("called-one", "The same of one of them, such as dermatologist.", Required = true)]
    [French("De même pour un seul, comme dermatologist.")]
    public string CalledOne { get; init; } = "";

    [Key("called-fr", "The same in French, such as dermatologues.", Required = true)]
    [French("De même en français, comme dermatologues.")]
    public string CalledFrench { get; init; } = "";

    [Key("called-one-fr", "The same of one of them, such as dermatologue.", Required = true)]
    [French("De même pour un seul, comme dermatologue.")]
    public string CalledOneFrench { get; init; } = "";

    [Key("stock",
        "CSV table of code, physicians and, where known, share_60_plus: who is installed at the start; a territory that it lacks has none.",
        Required = true, IsPath = true)]
    [French(
        "Tableau CSV de code, physicians et, si on la connaît, share_60_plus\u00a0: qui est installé au départ\u00a0; un territoire " +
        "absent n’a personne.")]
    public string Stock { get; init; } = "";

    [Key("entries", "Graduates of the specialty a year in the whole country; each count holds until the next year named.",
        Required = true)]
    [French("Diplômés de la spécialité par an dans tout le pays\u00a0; chaque nombre vaut jusqu’à l’année suivante nommée.")]
    public IReadOnlyList<YearCount> Entries { get; init; } = [];

    [Key("catchment", "Rings of travel time that patients accept, limits rising, each with its weight.", Required = true)]
    [French("Couronnes de temps de trajet que les patients acceptent, limites croissantes, chacune avec son poids.")]
    public IReadOnlyList<WeightStep> Catchment { get; init; } = [];

    [Key("need", "What an inhabitant needs and a physician offers.", Required = true)]
    [French("Ce dont un habitant a besoin et ce qu’un médecin offre.")]
    public SpecialtyNeed Need { get; init; } = new();

    /// <summary>How accessibility to it is measured.</summary>
    internal AccessibilityMetric Metric => new LocalPotentialAccessibility
    {
        Type = "apl",
        Steps = Catchment,
        ConsultationsPerFte = Need.ConsultationsPerFte,
        NeedUnder25 = Need.Under25,
        Need25To64 = Need.From25To64,
        Need65Plus = Need.From65,
    };

    /// <summary>A scenario of the specialty: its entries, its metric, its threshold; the same where the scenario names none.</summary>
    internal static Scenario Join(Scenario scenario, Binder binder)
    {
        if (scenario.Specialty is not { } own)
        {
            return scenario;
        }

        Scenario joined = scenario with
        {
            Physicians = scenario.Physicians with { Graduates = own.Entries },
            Accessibility = own.Catchment.Count > 0 ? own.Metric : scenario.Accessibility,
            Zoning = scenario.Zoning with { UnderDenseBelow = own.Need.UnderDenseBelow },
        };
        binder.KeepPlaces(joined.Physicians, scenario.Physicians);
        binder.KeepPlaces(joined.Accessibility, own);
        binder.KeepPlaces(joined.Zoning, scenario.Zoning);
        binder.KeepPlaces(joined, scenario);
        return joined;
    }

    /// <summary>What cannot be: a key of the specialty and what is wrong with its value.</summary>
    internal IEnumerable<(string Key, InputMessage Message)> Check()
    {
        if (Entries.Count == 0)
        {
            yield return ("entries", "there are no entries: a specialty needs at least one count a year");
        }

        foreach (var fault in Catchment.All(step => step.Weight == 0) ? WeightStep.Faults("catchment", Catchment) : [])
        {
            yield return fault;
        }

        if (Need.Under25 + Need.From25To64 + Need.From65 <= 0)
        {
            yield return ("need", "nobody needs the specialty: one of the three needs must be above 0");
        }
    }
}

/// <summary>What inhabitants need of a specialty.</summary>
public sealed record SpecialtyNeed
{
    [Key("under-25", "Need of an inhabitant under 25, mean inhabitant = 1.", Required = true, Min = 0, Max = 10)]
    [French("Besoin d’un habitant de moins de 25 ans, habitant moyen\u00a0= 1.")]
    public double Under25 { get; init; } = 1;

    [Key("25-64", "Need of an inhabitant aged 25-64, mean inhabitant = 1.", Required = true, Min = 0, Max = 10)]
    [French("Besoin d’un habitant de 25 à 64 ans, habitant moyen\u00a0= 1.")]
    public double From25To64 { get; init; } = 1;

    [Key("65-plus", "Need of an inhabitant aged 65 or over, mean inhabitant = 1.", Required = true, Min = 0, Max = 10)]
    [French("Besoin d’un habitant de 65 ans ou plus, habitant moyen\u00a0= 1.")]
    public double From65 { get; init; } = 1;

    [Key("consultations-per-fte", "Consultations of one full-time equivalent.", Required = true, Unit = "consultations/FTE/year",
        Min = 1, Max = 20_000)]
    [French("Consultations d’un équivalent temps plein.")]
    public double ConsultationsPerFte { get; init; } = 1;

    [Key("under-dense-below", "Consultations a year that an inhabitant can reach under which a territory counts as under-dense.",
        Required = true, Unit = "consultations/inhabitant/year", Min = 0, Max = 100)]
    [French("Consultations par an à portée d’un habitant sous lesquelles un territoire est sous-dense.")]
    public double UnderDenseBelow { get; init; }
}
