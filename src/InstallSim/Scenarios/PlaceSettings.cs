using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>Practices: which forms there are at the start, how groups form, how centres fade.</summary>
public sealed record PracticeSettings
{
    /// <remarks>The table says how many work in MSP; these say who: the chance of each is as its age's share.</remarks>
    [Key("initial-forms",
        "Forms of practice at the start by age; each holds until the next age named. Who fills the MSP places of the table follows the " +
        "shares in MSP; the others work alone or in groups as solo to group.")]
    [French(
        "Formes d’exercice au départ selon l’âge\u00a0; chacune vaut jusqu’à l’âge suivant. Qui occupe les places de " +
        "MSP du tableau suit les parts en MSP\u00a0; les autres exercent seuls ou en groupe dans le rapport de solo à group.")]
    public IReadOnlyList<FormsAtAge> InitialForms { get; init; } =
    [
        new() { FromAge = 18, Solo = 0.13, Group = 0.63, Msp = 0.24, Source = "evidence H4" },
        new() { FromAge = 50, Solo = 0.25, Group = 0.58, Msp = 0.17, Source = "evidence H4" },
        new() { FromAge = 60, Solo = 0.47, Group = 0.41, Msp = 0.12, Source = "evidence H4" },
    ];

    [Key("initial-msp-fill", "Share of MSP places filled at the start.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des places de MSP occupées au départ.")]
    public double InitialMspFill { get; init; } = 0.85;

    [Key("group-size", "Solo physicians who found a group practice together.", Unit = "GPs", Min = 2, Max = 20, Source = "ASSUMPTION")]
    [French("Médecins seuls qui fondent ensemble un cabinet de groupe.")]
    public int GroupSize { get; init; } = 3;

    [Key("group-probability", "Yearly probability that a group forms in a territory that has none and solo physicians enough.",
        Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French(
        "Probabilité annuelle qu’un cabinet de groupe se forme dans un territoire qui n’en a pas et a assez de " +
        "médecins seuls.")]
    public double GroupProbability { get; init; } = 0.15;

    [Key("joining-probability",
        "Yearly probability that a physician who works alone joins the group practice of the territory, where there is one.",
        Min = 0, Max = 1,
        Source = "8 % a year of solo GPs left for a group from 2019 to 2022 (evidence H4), less those who founded centres, about 3 " +
        "points, ASSUMPTION")]
    [French(
        "Probabilité annuelle qu’un médecin qui exerce seul rejoigne le cabinet de groupe du territoire, s’il y en a un.")]
    public Quantity JoiningProbability { get; init; } =
        new() { Value = 0.05, Low = 0.02, High = 0.08, Source = "evidence H4; ends ASSUMPTION" };

    [Key("msp", "What an MSP changes for who works in it.")]
    [French("Ce qu’une MSP change pour qui y exerce.")]
    public MspConditions Msp { get; init; } = new();

    [Key("msp-empty-years", "Years without any physician after which an MSP closes.", Unit = "years", Min = 1, Max = 50,
        Source = "ASSUMPTION")]
    [French("Années sans aucun médecin après lesquelles une MSP ferme.")]
    public int MspEmptyYears { get; init; } = 3;

    [Key("vacancy-horizon-years",
        "Years ahead over which the exits that the ages of a territory's physicians let expect count as vacancies.", Unit = "years",
        Min = 1, Max = 20, Source = "ASSUMPTION")]
    [French(
        "Années à venir dont les départs attendus selon l’âge des médecins d’un territoire comptent comme patientèles " +
        "à reprendre.")]
    public int VacancyHorizonYears { get; init; } = 3;

    [Key("unfilled-fade", "Share of the lists that a leaver left and nobody took over whose patients find others in a year.",
        Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Part des patientèles laissées sans repreneur dont les patients trouvent un autre médecin en un an.")]
    public Quantity UnfilledFade { get; init; } = new() { Value = 0.2, Low = 0.1, High = 0.5, Source = "ASSUMPTION" };

    [Key("unmet-need-weight",
        "u: vacancies that each physician counts for whom a territory lacks to the density of the whole study at the start. The lever of " +
        "the geography.", Min = 0, Max = 5,
        Source = "calibrated to how the inequality of accessibility grows, 8 % from 2019 to 2021 (DREES, evidence B3; " +
        "docs/calibration.md)")]
    [French(
        "u\u00a0: patientèles à reprendre que compte chaque médecin qui manque à un territoire pour atteindre la " +
        "densité de l’ensemble au départ. Le levier de la géographie.")]
    public Quantity UnmetNeedWeight { get; init; } = new() { Value = 0.5, Low = 0.2, High = 1, Source = "calibrated; range ASSUMPTION" };

    [Key("vacancy-floor-per-10000", "Vacancies added in each territory for 10,000 inhabitants: patients who look for a physician.",
        Unit = "GPs per 10,000", Min = 0.001, Max = 100, Source = "ASSUMPTION")]
    [French(
        "Patientèles à reprendre ajoutées dans chaque territoire pour 10\u202f000 habitants\u00a0: des patients qui " +
        "cherchent un médecin.")]
    public double VacancyFloorPer10000 { get; init; } = 0.5;

    /// <summary>Forms of the start at an age; those of the first age named hold for the younger too.</summary>
    public FormsAtAge FormsAt(int age)
    {
        FormsAtAge forms = InitialForms[0];
        foreach (FormsAtAge step in InitialForms)
        {
            forms = step.FromAge <= age ? step : forms;
        }

        return forms;
    }
}

/// <summary>Income and hours that a place gives, and how they follow density.</summary>
public sealed record IncomeSettings
{
    [Key("mean-keur", "Mean net income.", Unit = "k€/year", Min = 1, Max = 1000,
        Source = "92,000 € in 2017, liberal and mixed (evidence B2)")]
    [French("Revenu net moyen.")]
    public double MeanKeur { get; init; } = 92;

    [Key("scarcity-elasticity",
        "Elasticity of income to how scarce physicians are: income = mean × index × (mean accessibility / accessibility)^elasticity.",
        Min = 0, Max = 2, Source = "ASSUMPTION; fees are about 10 % higher in rural areas (DREES 2003, evidence B2); range ASSUMPTION")]
    [French(
        "Élasticité du revenu à la rareté des médecins\u00a0: revenu\u00a0= moyenne × indice × (accessibilité moyenne " +
        "/ accessibilité)^élasticité.")]
    public Quantity ScarcityElasticity { get; init; } = new() { Value = 0.1, Low = 0, High = 0.2 };

    [Key("scarcity-cap", "Largest relative change of income or hours from scarcity, either way.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Plus grande variation relative du revenu ou des heures due à la rareté, dans les deux sens.")]
    public double ScarcityCap { get; init; } = 0.2;

    [Key("weekly-hours", "Mean working time a week.", Unit = "hours/week", Min = 1, Max = 100, Source = "54 h (DREES 2019, evidence B2)")]
    [French("Temps de travail moyen par semaine.")]
    public double WeeklyHours { get; init; } = 54;

    [Key("hours-elasticity", "Elasticity of weekly hours to how scarce physicians are: the push of scarcity, beside the pull of income.",
        Min = 0, Max = 2,
        Source = "ASSUMPTION: no source says that GPs work longer where they are few; sized so that the push does not exceed the pull of " +
        "income, which has one (fees, DREES 2003), for under-density drives entry and hardly leaving (evidence I3, R9)")]
    [French(
        "Élasticité des heures hebdomadaires à la rareté des médecins\u00a0: ce que la rareté repousse, à côté de ce " +
        "que le revenu attire.")]
    public Quantity HoursElasticity { get; init; } = new() { Value = 0.03, Low = 0, High = 0.06, Source = "ASSUMPTION" };
}

/// <summary>How territories are zoned from accessibility.</summary>
public sealed record ZoningSettings
{
    [Key("zip-population-share", "Share of the population in the territories of lowest accessibility that make the ZIP.", Min = 0, Max = 1,
        Source = "ASSUMPTION")]
    [French("Part de la population dans les territoires de plus faible accessibilité qui forment les ZIP.")]
    public double ZipPopulationShare { get; init; } = 0.3;

    [Key("zip-zac-population-share", "Share of the population in ZIP and ZAC together.", Min = 0, Max = 1,
        Source = "up to 72 % (Cour des comptes 2025, evidence B3)")]
    [French("Part de la population en ZIP et en ZAC, ensemble.")]
    public double ZipZacPopulationShare { get; init; } = 0.72;

    [Key("every-years", "Years between two revisions of the zoning.", Unit = "years", Min = 1, Max = 50, Source = "ASSUMPTION")]
    [French("Années entre deux révisions du zonage.")]
    public int EveryYears { get; init; } = 3;

    [Key("rules", "Further zonings by name, each a rule on the territories; 'where: { zone: … }' of a policy follows them.")]
    public IReadOnlyDictionary<string, ZoningRule> Rules { get; init; } = new Dictionary<string, ZoningRule>();

    [Key("under-dense-below", "Accessibility under which a territory counts as under-dense, in the unit of the metric.", Min = 0,
        Source = "2.5 consultations a year for APL (evidence B3)")]
    [French("Accessibilité sous laquelle un territoire est sous-dense, dans l’unité de l’indicateur.")]
    public double UnderDenseBelow { get; init; } = 2.5;
}
