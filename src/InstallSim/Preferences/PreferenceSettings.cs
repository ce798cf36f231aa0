using InstallSim.Inputs;

namespace InstallSim.Preferences;

/// <summary>What physicians want: V = λ_c·(income + Σ w_k·x_k) + Σ γ_k·x_k, w in k€/year, γ in utils.</summary>
public sealed record PreferenceSettings
{
    [Key("utils-per-keur", "λ: utils that one k€ a year is worth.", Required = true)]
    [French("λ\u00a0: utils que vaut un k€ par an.")]
    public Coefficient UtilsPerKeur { get; init; } = new();

    [Key("coefficients", "Coefficient of each variable; one that is not named plays no part.", Required = true)]
    public IReadOnlyDictionary<string, Coefficient> Coefficients { get; init; } = new Dictionary<string, Coefficient>();

    [Key("covariance",
        "Covariance of the values where they were estimated together, lower triangle, by variable or utils-per-keur; replications draw " +
        "these coefficients from it, unless the scenario says 'uncertainty: none'.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Covariance { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, double>>();

    [Key("warnings", "Warnings of the estimates that these preferences come from, as 'installsim estimate --save' writes them; "
        + "validate, run and compare repeat them.")]
    public IReadOnlyList<PreferenceWarning> Warnings { get; init; } = [];

    [Key("classes", "Latent classes of physicians; their shares add up to 1.", Required = true)]
    public IReadOnlyList<PreferenceClass> Classes { get; init; } = [];

    [Key("by-age",
        "Factors on coefficients of installed physicians who look again, from an age on; each holds until the next age named. None: what " +
        "they want does not change with age.", Source = "ASSUMPTION: none; only the sign has a source, children who leave school and "
        + "partners who retire (Polton)")]
    public IReadOnlyList<AgeTimes> ByAge { get; init; } = [];

    [Key("outside-distance-km", "Distance taken for a birthplace or university hospital outside the study.", Unit = "km",
        Min = 0, Max = 2000, Source = "ASSUMPTION")]
    [French("Distance retenue pour un lieu de naissance ou un CHU hors des territoires étudiés.")]
    public Quantity OutsideDistanceKm { get; init; } = 200;

    /// <remarks>The scale of the error terms within a territory, beside 1 for those of territories.</remarks>
    [Key("form-scale",
        "τ: how unlike the forms of practice of one territory are to a physician, beside 1 for territories. 1: as unlike as two " +
        "territories; near 0: the best form is certain. A second form as good as a lone one raises the odds of its territory by 2^τ.",
        Min = 0.02, Max = 1,
        Source = "calibrated so that about 13 % of newcomers work alone (DREES 2022, under 50, evidence H4; docs/calibration.md); " +
        "at most 0.2 if a duplicate is to draw less than 15 %")]
    [French(
        "τ\u00a0: combien les formes d’exercice d’un même territoire diffèrent pour un médecin, à côté de 1 pour les " +
        "territoires. 1\u00a0: autant que deux territoires\u00a0; près de 0\u00a0: la meilleure forme est certaine. " +
        "Une seconde forme aussi bonne qu’une forme seule multiplie la cote de son territoire par 2^τ.")]
    public Quantity FormScale { get; init; } =
        new() { Value = 0.167, Low = 0.1, High = 0.2, Source = "calibrated; range ASSUMPTION" };

    [Key("one-off-horizon-years", "Years over which a physician weighs a payment that does not last, as an even income.", Unit = "years",
        Min = 1, Max = 50, Source = "ASSUMPTION (evidence I: 10 years, 3 to 15)")]
    [French("Années sur lesquelles un médecin étale un versement qui ne dure pas, comme un revenu constant.")]
    public Quantity OneOffHorizonYears { get; init; } = new() { Value = 10, Low = 3, High = 15, Source = "ASSUMPTION (evidence I)" };

    [Key("discount-rate", "Rate at which a physician discounts payments to come.", Min = 0, Max = 1,
        Source = "ASSUMPTION (evidence F: 4 %)")]
    [French("Taux auquel un médecin actualise les versements à venir.")]
    public double DiscountRate { get; init; } = 0.04;

    [Key("consideration", "Probability that a physician considers a territory at all, before any accompaniment.", Min = 0.01, Max = 1,
        Source = "ASSUMPTION, the range too: no survey of which places physicians know of was found")]
    [French("Probabilité qu’un médecin envisage un territoire, avant tout accompagnement.")]
    public Quantity Consideration { get; init; } = new() { Value = 0.5, Low = 0.3, High = 0.8 };
}

/// <summary>A warning of the estimates that preferences come from.</summary>
[Shorthand("english")]
public sealed record PreferenceWarning
{
    [Key("english", "The warning in English.", Required = true)]
    public string English { get; init; } = "";

    [Key("french", "The same in French.")]
    public string French { get; init; } = "";
}

/// <summary>What changes for installed physicians from an age on.</summary>
public sealed record AgeTimes
{
    [Key("from-age", "First age.", Required = true, Unit = "years", Min = 18, Max = 120)]
    public int FromAge { get; init; }

    [Key("times", "Factors on coefficients, by variable or utils-per-keur; 1 when not named.", Required = true)]
    public IReadOnlyDictionary<string, double> Times { get; init; } = new Dictionary<string, double>();

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";
}

/// <summary>A latent class of physicians.</summary>
public sealed record PreferenceClass
{
    [Key("name", "Name of the class.", Required = true)]
    public string Name { get; init; } = "";

    [Key("label", "What people call it; the name when not given.")]
    public string Label { get; init; } = "";

    [Key("label-fr", "The same in French; the label when not given.")]
    public string LabelFr { get; init; } = "";

    [Key("share", "Share of physicians; drawn shares are divided by their sum.", Required = true, Min = 0, Max = 1)]
    [French("Part des médecins\u00a0; les parts tirées sont divisées par leur somme.")]
    public Quantity Share { get; init; } = 0;

    [Key("times", "Factors on coefficients of the class, by variable or utils-per-keur; 1 when not named.")]
    public IReadOnlyDictionary<string, double> Times { get; init; } = new Dictionary<string, double>();

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";
}
