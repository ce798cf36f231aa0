using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>Forms of practice from an age on, shares of the physicians of that age.</summary>
public sealed record FormsAtAge
{
    [Key("from-age", "First age.", Required = true, Unit = "years", Min = 18, Max = 120)]
    public int FromAge { get; init; }

    [Key("solo", "Share who work alone.", Required = true, Min = 0, Max = 1)]
    [French("Part de ceux qui exercent seuls.")]
    public double Solo { get; init; }

    [Key("group", "Share in group practices other than MSP.", Required = true, Min = 0, Max = 1)]
    [French("Part en cabinet de groupe, hors MSP.")]
    public double Group { get; init; }

    [Key("msp", "Share in MSP.", Required = true, Min = 0, Max = 1)]
    [French("Part en MSP.")]
    public double Msp { get; init; }

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";
}

/// <summary>
/// What a multi-professional health centre changes for its physicians beside what working there is worth. All is off by default: 0 of
/// money and of shares, factor 1. What its project lacks (a centre opened from above) lacks of <see cref="IncomeKeur"/> and
/// <see cref="CapacityTimes"/> too.
/// </summary>
public sealed record MspConditions
{
    [Key("income-keur", "Income that an MSP adds to that of the place.", Unit = "k€/year", Min = -100, Max = 100,
        Source = "0: none; 2.1 k€ a year in Cassou 2021 (evidence A2), what teams were paid in 2008-14 included")]
    [French("Revenu qu’une MSP ajoute à celui du lieu.")]
    public Quantity IncomeKeur { get; init; } = 0;

    [Key("capacity-times",
        "Factor on what a physician in an MSP offers, beside those of other forms; the mean over the stock of the start stays 1.",
        Min = 0.1, Max = 3, Source = "1: none; 1.083 in Cassou 2021 (evidence A2)")]
    [French(
        "Facteur sur l’offre de soins d’un médecin en MSP, par rapport aux autres formes\u00a0; la moyenne des installés du départ " +
        "reste 1.")]
    public Quantity CapacityTimes { get; init; } = 1;

    [Key("set-up-cost-keur", "What coming into an MSP costs a physician once, the share in what is set up together.", Unit = "k€",
        Min = 0, Max = 1000, Source = "0: none; 15 to 150 k€ for a whole set-up (seed 003, evidence B4)")]
    [French("Ce que l’entrée en MSP coûte une fois à un médecin, sa part de l’installation commune.")]
    public Quantity SetUpCostKeur { get; init; } = 0;

    [Key("team-payment-keur", "Payment of the team (ACI, IPEP, PEPS, ENMR) that a physician keeps.", Unit = "k€/year", Min = 0, Max = 200,
        Source = "0: none beside income-keur; 17 k€ of ACI for each GP in 2023, most of it for the team (evidence H4)")]
    [French("Rémunération d’équipe (ACI, IPEP, Peps, ENMR) qu’un médecin garde.")]
    public Quantity TeamPaymentKeur { get; init; } = 0;

    [Key("back-office-share", "Share of MSP with a coordinator and staff; weighed by the coefficient msp-back-office.", Min = 0, Max = 1,
        Source = "0: not counted; no survey was found")]
    [French("Part des MSP dotées d’un coordinateur et d’un secrétariat\u00a0; pondérée par le coefficient msp-back-office.")]
    public Quantity BackOfficeShare { get; init; } = 0;

    [Key("multi-site-share", "Share of MSP on several sites; weighed by the coefficient msp-multi-site.", Min = 0, Max = 1,
        Source = "0: not counted; no survey was found")]
    [French("Part des MSP réparties sur plusieurs sites\u00a0; pondérée par le coefficient msp-multi-site.")]
    public Quantity MultiSiteShare { get; init; } = 0;

    /// <summary>Whether an MSP changes income.</summary>
    internal bool ChangesIncome => IncomeKeur != 0 || SetUpCostKeur != 0 || TeamPaymentKeur != 0;
}
