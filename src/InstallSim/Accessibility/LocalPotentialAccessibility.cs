using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// APL, local potential accessibility (<c>accessibilité potentielle localisée</c>): consultations of general practitioners that an
/// inhabitant, standardised for age, can reach in a year. After the idea of DREES and IRDES (Barlet et al., 2012), with parameters of
/// our own: DREES works between communes, from the acts of each physician; here territories are larger and activity is working time.
/// </summary>
[Called("Local potential accessibility (APL)", "Accessibilité potentielle localisée (APL)")]
internal sealed record LocalPotentialAccessibility : FloatingCatchmentMetric
{
    [Key("consultations-per-fte", "Consultations and visits of one full-time equivalent.", Unit = "consultations/FTE/year",
        Min = 1, Max = 20_000,
        Source = "3.74 consultations (APL 2023) × population of the metropole / 53,499 liberal GPs (2024); ARS Bourgogne-Franche-Comté " +
        "counts 5,400")]
    [French("Consultations et visites d’un équivalent temps plein.")]
    public double ConsultationsPerFte { get; init; } = 4_630;

    [Key("activity-floor", "Least activity that a practising physician counts for; none by default.", Unit = "consultations/year",
        Min = 0, Max = 50_000, Source = "ASSUMPTION")]
    [French("Activité minimale pour laquelle compte un médecin en exercice\u00a0; aucune par défaut.")]
    public double? ActivityFloor { get; init; }

    [Key("activity-cap", "Largest activity that a physician counts for; none by default.", Unit = "consultations/year",
        Min = 0, Max = 50_000, Source = "ASSUMPTION")]
    [French("Activité maximale pour laquelle compte un médecin\u00a0; aucune par défaut.")]
    public double? ActivityCap { get; init; }

    [Key("age-limit", "Age up to which physicians count, inclusive (DREES publishes 65 and 62); all ages by default.", Unit = "years",
        Min = 25, Max = 100, Source = "DREES, APL")]
    [French("Âge jusqu’auquel les médecins comptent, inclus (la DREES publie 65 et 62)\u00a0; tous les âges par défaut.")]
    public double? AgeLimit { get; init; }

    [Key("need-under-25", "Need of an inhabitant under 25, mean inhabitant = 1.", Min = 0, Max = 10,
        Source = "ASSUMPTION (mean over the metropole's ages 0.998)")]
    [French("Besoin d’un habitant de moins de 25 ans, habitant moyen\u00a0= 1.")]
    public double NeedUnder25 { get; init; } = 0.75;

    [Key("need-25-64", "Need of an inhabitant aged 25-64, mean inhabitant = 1.", Min = 0, Max = 10,
        Source = "ASSUMPTION (mean over the metropole's ages 0.998)")]
    [French("Besoin d’un habitant de 25 à 64 ans, habitant moyen\u00a0= 1.")]
    public double Need25To64 { get; init; } = 0.9;

    [Key("need-65-plus", "Need of an inhabitant aged 65 or over, mean inhabitant = 1.", Min = 0, Max = 10,
        Source = "ASSUMPTION (mean over the metropole's ages 0.998)")]
    [French("Besoin d’un habitant de 65 ans ou plus, habitant moyen\u00a0= 1.")]
    public double Need65Plus { get; init; } = 1.6;

    [Key("steps", "Rings of travel time, limits rising, each with its weight.",
        Source = "ASSUMPTION; DREES: use falls between 0 and 20 minutes by car, its weights were not readable")]
    [French("Couronnes de temps de trajet, limites croissantes, chacune avec son poids.")]
    public IReadOnlyList<WeightStep> Steps { get; init; } = [new(10, 1), new(15, 0.3), new(20, 0.1)];

    public override string Unit => "consultations/inhabitant/year";

    public override double CatchmentMinutes => Steps[^1].Minutes;

    protected override double Weight(double minutes) => DistanceWeight.Steps(minutes, Steps);

    /// <summary>Inhabitants of a territory, standardised for age.</summary>
    protected override double Need(TerritoryTable territories, int territory)
    {
        double young = territories.ShareUnder25[territory], old = territories.Share65Plus[territory];
        return territories.Population[territory] * ((NeedUnder25 * young) + (Need25To64 * (1 - young - old)) + (Need65Plus * old));
    }

    /// <summary>Consultations of physicians who all work alike; their ages are not looked at.</summary>
    protected internal override double Offer(double physicians, double fte) =>
        physicians > 0 ? physicians * Activity(fte / physicians) : 0;

    /// <summary>Writes the consultations that the physicians of each territory offer in the year, shape [I].</summary>
    protected internal override void Offer(in YearView year, Span<double> supply)
    {
        if (ActivityFloor is null && ActivityCap is null && AgeLimit is null)
        {
            for (int i = 0; i < supply.Length; i++)
            {
                supply[i] = ConsultationsPerFte * year.Supply[i];
            }

            return;
        }

        // A comparison with null is false: what is not set binds nobody.
        (PhysicianTable physicians, int now) = (year.Physicians, year.Year);
        Supply.Measure(year, n => now - physicians.BirthYear[n] > AgeLimit ? 0 : Activity(physicians.Fte[n]), ConsultationsPerFte, supply);
    }

    public override IEnumerable<(string Key, InputMessage Message)> Faults() =>
        ActivityFloor > ActivityCap
            ? [.. WeightStep.Faults("steps", Steps), ("activity-floor", $"{ActivityFloor} is above the activity-cap of {ActivityCap}")]
            : WeightStep.Faults("steps", Steps);

    private double Activity(double fte)
    {
        double consultations = ConsultationsPerFte * fte;
        if (fte > 0 && consultations < ActivityFloor)
        {
            return ActivityFloor.Value;
        }

        return consultations > ActivityCap ? ActivityCap.Value : consultations;
    }
}
