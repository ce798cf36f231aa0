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
        "Factor on working time by year of birth: even between the years named, constant before the first and after the last; none: 1.",
        Source = "0.91 between those of 50 and over and those under 50, of the same sex (DREES 2019, evidence B2), 18 years of birth "
        + "apart; that all of it is cohort and none of it age is an ASSUMPTION, and so is all after 1978")]
    [French(
        "Facteur qui multiplie le temps de travail selon l’année de naissance\u00a0: régulier entre les années nommées, constant avant "
        + "la première et après la dernière\u00a0; aucun\u00a0: 1.")]
    public IReadOnlyList<BirthFactor> ByBirth { get; init; } =
    [
        new BirthFactor { Born = 1960, Times = 1, Source = Drees },
        new BirthFactor { Born = 1978, Times = 0.91, Source = Drees },
        new BirthFactor { Born = 1996, Times = Later, Source = Later.Source },
    ];

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

    private static Quantity Later => new()
    {
        Value = 0.87,
        Low = 0.83,
        High = 0.91,
        Source = "ASSUMPTION: half of the same fall again; ends: all of it, none",
    };

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

        if (ByBirth.Count == 0)
        {
            return 1;
        }

        if (after == 0 || after == ByBirth.Count)
        {
            return ByBirth[Math.Max(0, after - 1)].Times;
        }

        (BirthFactor before, BirthFactor next) = (ByBirth[after - 1], ByBirth[after]);
        double part = (birthYear - before.Born) / (double)(next.Born - before.Born);
        return before.Times + (part * (next.Times - before.Times));
    }
}

/// <summary>A factor of those born in a year.</summary>
public sealed record BirthFactor
{
    [Key("born", "Year of birth.", Required = true, Min = 1900, Max = 2200)]
    public int Born { get; init; }

    [Key("times", "Factor on working time.", Required = true, Min = 0.1, Max = 3)]
    [French("Facteur qui multiplie le temps de travail.")]
    public Quantity Times { get; init; } = 1;

    [Key("source", "Author and year, or the word ASSUMPTION and why.", Required = true)]
    public string Source { get; init; } = "";
}
