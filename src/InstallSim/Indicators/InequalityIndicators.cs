using InstallSim.Accessibility;
using InstallSim.World;

namespace InstallSim.Indicators;

/// <summary>How unequally accessibility is spread over inhabitants, and how many of them capacity serves.</summary>
internal static class InequalityIndicators
{
    private const string Index = "index";

    private static readonly int Areas = Enum.GetValues<AreaType>().Length;

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("accessibility-palma", "ratio", "What the best-served 10 % hold over what the worst-served 40 % hold (Palma)",
            "Ce qu’ont les 10\u00a0% les mieux dotés, rapporté à ce qu’ont les 40\u00a0% les moins bien dotés (Palma)", Better.Lower,
            (in YearView y, YearEvents _) => Finite(Inequality.Palma(y.Accessibility, y.Territories.Population))),
        new("accessibility-theil", Index, "Inequality of accessibility (Theil)", "Inégalité d’accessibilité (Theil)", Better.Lower,
            (in YearView y, YearEvents _) => Inequality.Theil(y.Accessibility, y.Territories.Population)),
        new("theil-between-area-types", Index, "Inequality between kinds of territory (Theil)",
            "Inégalité entre types de territoire (Theil)", Better.Lower,
            (in YearView y, YearEvents _) => ByArea(y).Between),
        new("theil-within-area-types", Index, "Inequality within kinds of territory (Theil)",
            "Inégalité au sein des types de territoire (Theil)", Better.Lower,
            (in YearView y, YearEvents _) => ByArea(y).Within),
        new("theil-between-departements", Index, "Inequality between départements (Theil)", "Inégalité entre départements (Theil)",
            Better.Lower, (in YearView y, YearEvents _) => ByDepartement(y).Between),
        new("theil-within-departements", Index, "Inequality within départements (Theil)",
            "Inégalité au sein des départements (Theil)", Better.Lower, (in YearView y, YearEvents _) => ByDepartement(y).Within),
        new("accessibility-concentration", Index, "Concentration of accessibility by income of the inhabitants",
            "Concentration de l’accessibilité selon le revenu des habitants", Better.Neutral,
            (in YearView y, YearEvents _) => y.Territories.HouseholdIncome is { } income
                ? Concentration.Index(y.Accessibility, y.Territories.Population, income)
                : double.NaN),
        new("accessibility-gap", Index, "Mean gap below the under-dense line (FGT 1)",
            "Écart moyen sous le seuil de sous-densité (FGT 1)", Better.Lower,
            (in YearView y, YearEvents e) => Gap(y, e, 1)),
        new("accessibility-gap-severity", Index, "Severity of the gaps below the under-dense line (FGT 2)",
            "Sévérité des écarts sous le seuil de sous-densité (FGT 2)", Better.Lower,
            (in YearView y, YearEvents e) => Gap(y, e, 2)),
        new("inhabitants-served", "inhabitants", "Inhabitants whom the capacity within reach serves at the under-dense line",
            "Habitants que la capacité à portée sert au niveau du seuil de sous-densité", Better.Higher,
            (in YearView y, YearEvents e) => Served(y, e, _ => true)),
        new("inhabitants-served-under-dense", "inhabitants", "Inhabitants served so in territories under-dense at the start",
            "Habitants ainsi servis dans les territoires sous-denses au départ", Better.Higher,
            (in YearView y, YearEvents e) => Served(y, e, i => e.UnderDenseAtStart[i])),
    ];

    /// <summary>Σ P_i·min(1, A_i / z): capacity counts, not heads; what exceeds the line in one place serves nobody in another.</summary>
    private static double Served(in YearView year, YearEvents events, Predicate<int> counts)
    {
        double served = 0;
        for (int i = 0; i < year.Accessibility.Length; i++)
        {
            bool isFull = year.Accessibility[i] >= events.UnderDenseBelow;
            served += counts(i) ? year.Territories.Population[i] * (isFull ? 1 : year.Accessibility[i] / events.UnderDenseBelow) : 0;
        }

        return served;
    }

    private static double Gap(in YearView year, YearEvents events, int alpha) =>
        Inequality.Shortfall(year.Accessibility, year.Territories.Population, events.UnderDenseBelow, alpha);

    private static TheilParts ByArea(in YearView year)
    {
        int[] group = Array.ConvertAll(year.Territories.Area, area => (int)area);
        return TheilParts.Of(year.Accessibility, year.Territories.Population, group, Areas);
    }

    /// <summary>NaN where the table does not tell départements apart.</summary>
    private static TheilParts ByDepartement(in YearView year)
    {
        var group = new int[year.Territories.Count];
        int groups = TheilParts.Number(year.Territories.Departement, group);
        return groups < 2
            ? new TheilParts(double.NaN, double.NaN)
            : TheilParts.Of(year.Accessibility, year.Territories.Population, group, groups);
    }

    /// <summary>NaN where the worst served have nothing: no number says how much better the others are.</summary>
    private static double Finite(double ratio) => double.IsFinite(ratio) ? ratio : double.NaN;
}
