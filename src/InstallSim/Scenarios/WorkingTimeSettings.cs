using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>
/// Working time: by sex × a factor by year of birth × a factor from the age of a pension on. 1 is the mean GP of France at the start, whom
/// the consultations of a full-time equivalent are counted for.
/// </summary>
public sealed record WorkingTimeSettings
{
    [Key("woman", "Working time of a woman born in 1960 or before who has no pension; 1 is the mean GP of the start.", Unit = "FTE",
        Min = 0.1, Max = 2,
        Source = "0.90 of a man's of the same years of birth: solved from 41 hours with patients of women, 46.5 of men, 41.5 under 50, 46 "
        + "from 50 on, 44.5 of all (DREES 2019, evidence B2), 55 % of women under 50, 8.3 % beside a pension (evidence B1)")]
    [French("Temps de travail d’une femme née en 1960 ou avant et sans pension\u00a0; 1 est le généraliste moyen du départ.")]
    public double Woman { get; init; } = 1.02;

    [Key("man", "Working time of a man born in 1960 or before who has no pension; 1 is the mean GP of the start.", Unit = "FTE",
        Min = 0.1, Max = 2, Source = "as for a woman, so that the mean GP of France at the start is 1")]
    [French("Temps de travail d’un homme né en 1960 ou avant et sans pension\u00a0; 1 est le généraliste moyen du départ.")]
    public double Man { get; init; } = 1.14;

    [Key("by-birth",
        "Factor on working time by year of birth, even between the years named and constant before the first; none: 1.",
        Source = "0.91 between those of 50 and over and those under 50, of the same sex (DREES 2019, evidence B2), 18 years of birth "
        + "apart; that all of it is cohort and none of it age is an ASSUMPTION")]
    [French(
        "Facteur qui multiplie le temps de travail selon l’année de naissance, régulier entre les années nommées et constant avant la "
        + "première\u00a0; aucun\u00a0: 1.")]
    public IReadOnlyList<BirthFactor> ByBirth { get; init; } =
    [
        new BirthFactor { Born = 1960, Times = 1, Source = Drees },
        new BirthFactor { Born = 1978, Times = 0.91, Source = Drees },
    ];

    [Key("trend-goes-on",
        "Part of the change between the last two years of birth named that comes once more over as many years; then it is constant.",
        Min = 0, Max = 2, Source = "ASSUMPTION, between a fall that is over and one that goes on")]
    [French(
        "Part de l’évolution entre les deux dernières années de naissance nommées qui se répète sur autant d’années\u00a0; ensuite, rien "
        + "ne change.")]
    public Quantity TrendGoesOn { get; init; } = new() { Value = 0.5, Low = 0, High = 1, Source = "ASSUMPTION" };

    [Key("pension-age", "Age from which who still practises works beside a pension.", Unit = "years", Min = 50, Max = 121,
        Source = "10.9 % of the GPs of the start are of that age or over, and 5,843 of 53,499 work beside a pension (2024, evidence H3)")]
    [French("Âge à partir duquel qui exerce encore travaille en cumul emploi-retraite.")]
    public int PensionAge { get; init; } = 67;

    [Key("beside-pension", "Factor on the working time of who works beside a pension.", Min = 0, Max = 1,
        Source = "they earn 64,727 € where others earn 77,417 € (2019, evidence H3); that time follows income, and the range, ASSUMPTION")]
    [French("Facteur qui multiplie le temps de travail de qui est en cumul emploi-retraite.")]
    public Quantity BesidePension { get; init; } =
        new() { Value = 0.84, Low = 0.75, High = 0.95, Source = "income of those beside a pension (evidence H3); range ASSUMPTION" };

    private const string Drees = "DREES 2019 (evidence B2); cohort rather than age is an ASSUMPTION";

    /// <summary>Working time of a physician, full-time equivalents.</summary>
    /// <param name="isWoman">Whether a woman.</param>
    /// <param name="birthYear">Year of birth.</param>
    /// <param name="age">Age, years.</param>
    public double Of(bool isWoman, int birthYear, int age) =>
        (isWoman ? Woman : Man) * FactorOf(birthYear) * (age >= PensionAge ? BesidePension : 1);

    /// <summary>The factor of a year of birth.</summary>
    public double FactorOf(int birthYear)
    {
        int after = 0;
        while (after < ByBirth.Count && ByBirth[after].Born <= birthYear)
        {
            after++;
        }

        return ByBirth.Count == 0 ? 1
            : after == 0 ? ByBirth[0].Times
            : after == ByBirth.Count ? Beyond(birthYear)
            : ByBirth[after - 1].Times + (PartOf(after, birthYear) * (ByBirth[after].Times - ByBirth[after - 1].Times));
    }

    /// <summary>The factor of a year of birth from the last one named on.</summary>
    private double Beyond(int birthYear)
    {
        int last = ByBirth.Count - 1;
        double change = last == 0 ? 0 : ByBirth[last].Times - ByBirth[last - 1].Times;
        return last == 0 ? ByBirth[0].Times
            : Math.Max(0, ByBirth[last].Times + (TrendGoesOn * change * Math.Min(1, PartOf(last, birthYear) - 1)));
    }

    /// <summary>Years from the year of birth before row k on, as a part of those between the two.</summary>
    private double PartOf(int k, int birthYear) => (birthYear - ByBirth[k - 1].Born) / (double)(ByBirth[k].Born - ByBirth[k - 1].Born);
}

/// <summary>A factor of those born in a year.</summary>
public sealed record BirthFactor
{
    [Key("born", "Year of birth.", Required = true, Min = 1900, Max = 2200)]
    public int Born { get; init; }

    [Key("times", "Factor on working time.", Required = true, Min = 0.1, Max = 3)]
    [French("Facteur qui multiplie le temps de travail.")]
    public double Times { get; init; } = 1;

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";
}
