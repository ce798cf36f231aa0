using InstallSim.Inputs;

namespace InstallSim.Policies;

/// <summary>
/// The project that carries a centre (<c>effet d'opportunité</c>). With y the GPs under 55 of a territory, at most ten, g = 1 where there
/// is a group practice and l = 1 where somebody would lead it, a project ripens in a year with probability
/// logit⁻¹(a + b·y + c·g + d·l) and has strength logit⁻¹(a_s + b·y + c·g + d·l).
/// </summary>
internal sealed record MspProject
{
    private const string Signs = "ASSUMPTION on size and range; sign from Fleuret and Schlegel";

    /// <summary>GPs under 55 beyond whom more add nothing to a project.</summary>
    public const int MostYoungGps = 10;

    [Key("from-above",
        "Opens where need is greatest whatever carries it there: only strength follows the project. Otherwise a centre opens only " +
        "where a project ripens in the year.")]
    [French(
        "Ouvre là où le besoin est le plus grand, quel que soit le projet\u00a0: seule sa force en dépend. Sinon une maison " +
        "n’ouvre que là où un projet mûrit dans l’année.")]
    public bool FromAbove { get; init; }

    [Key("constant", "a: log odds that a project ripens in a year without young GPs, group or leader.", Min = -20, Max = 20,
        Source = "ASSUMPTION: 5 % a year")]
    [French("a\u00a0: logarithme des cotes qu’un projet mûrisse dans l’année sans jeunes généralistes, ni groupe, ni porteur.")]
    public Quantity Constant { get; init; } = new() { Value = -3, Low = -4, High = -2, Source = "ASSUMPTION" };

    [Key("strength-constant", "a_s: log odds of strength without young GPs, group or leader.", Min = -20, Max = 20,
        Source = "ASSUMPTION: 0.27, a centre opened from above draws and does little")]
    [French("a_s\u00a0: logarithme des cotes de la force d’un projet sans jeunes généralistes, ni groupe, ni porteur.")]
    public Quantity StrengthConstant { get; init; } = new() { Value = -1, Low = -2, High = 0, Source = "ASSUMPTION" };

    [Key("young-gp", "b: what each GP under 55 of the territory adds to the log odds, ten at most.", Min = 0, Max = 20, Source = Signs)]
    [French("b\u00a0: ce que chaque généraliste de moins de 55 ans du territoire ajoute au logarithme des cotes, dix au plus.")]
    public Quantity YoungGp { get; init; } = new() { Value = 0.15, Low = 0, High = 0.3, Source = "ASSUMPTION" };

    [Key("group", "c: what a group practice in the territory adds to the log odds.", Min = 0, Max = 20, Source = Signs)]
    [French("c\u00a0: ce qu’un cabinet de groupe dans le territoire ajoute au logarithme des cotes.")]
    public Quantity Group { get; init; } = new() { Value = 0.5, Low = 0, High = 1, Source = "ASSUMPTION" };

    [Key("leader", "d: what somebody who leads the project adds to the log odds.", Min = 0, Max = 20, Source = Signs)]
    [French("d\u00a0: ce qu’une personne qui porte le projet ajoute au logarithme des cotes.")]
    public Quantity Leader { get; init; } = new() { Value = 1.5, Low = 0.5, High = 2.5, Source = "ASSUMPTION" };

    [Key("leader-share", "Share of territories where somebody would lead a project, before any support.", Min = 0, Max = 1,
        Source = "ASSUMPTION; half of MSP had signed an ACI (Bourgeois and Fournier)")]
    [French("Part des territoires où quelqu’un porterait un projet, avant tout soutien.")]
    public Quantity LeaderShare { get; init; } = new() { Value = 0.3, Low = 0.1, High = 0.5, Source = "ASSUMPTION" };

    [Key("support-odds-times", "Support of projects (leaders, engineering): factor on the odds that somebody leads one; 1 is none.",
        Min = 0, Max = 1000, Source = "ASSUMPTION: no support; 3 takes a share of 0.3 to 0.56")]
    [French("Soutien aux projets (porteurs, ingénierie)\u00a0: facteur sur la cote que quelqu’un en porte un\u00a0; 1\u00a0: aucun.")]
    public Quantity SupportOddsTimes { get; init; } = 1;

    [Key("support-keur", "Public cost of that support for each centre that opens.", Unit = "k€", Min = 0, Max = 10000,
        Source = "ASSUMPTION: none without support")]
    [Plausible(0.5, 2_000, "in thousands of euros; a centre opens for some 600 k€",
        "en milliers d’euros\u00a0; une maison ouvre pour quelque 600 k€")]
    [French("Coût public de ce soutien pour chaque maison de santé qui ouvre.")]
    public Quantity SupportKeur { get; init; } = 0;

    /// <summary>Share of territories with a leader under the support: r·p / (1 − p + r·p).</summary>
    public double LedShare => SupportOddsTimes * LeaderShare / (1 - LeaderShare + (SupportOddsTimes * LeaderShare));

    /// <summary>b·y + c·g + d·l.</summary>
    /// <param name="youngGps">GPs under 55 in the territory.</param>
    /// <param name="hasGroup">Whether there is a group practice.</param>
    /// <param name="isLed">Whether somebody would lead a project.</param>
    public double Carried(int youngGps, bool hasGroup, bool isLed) =>
        (YoungGp * Math.Min(youngGps, MostYoungGps)) + (hasGroup ? Group : 0) + (isLed ? Leader : 0);
}
