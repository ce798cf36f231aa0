using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Which territories a policy concerns; all conditions must hold, and none means all territories.</summary>
public sealed record TerritoryFilter
{
    [Key("area-type", "Kinds of territory.")]
    [French("Types de territoire.")]
    public IReadOnlyList<AreaType> AreaTypes { get; init; } = [];

    [Key("accessibility-below",
        "The territory is inhabited, and its accessibility of the year is below this value, in the unit of the metric.", Min = 0)]
    [French(
        "Le territoire est habité et son accessibilité de l’année est inférieure à cette valeur, dans l’unité de l’indicateur.")]
    public double? AccessibilityBelow { get; init; }

    [Key("accessibility-at-least", "Accessibility of the year is at least this value, in the unit of the metric.", Min = 0)]
    [French("L’accessibilité de l’année atteint au moins cette valeur, dans l’unité de l’indicateur.")]
    public double? AccessibilityAtLeast { get; init; }

    [Key("zoning", "Zoning of the year.")]
    [French("Zonage de l’année.")]
    public IReadOnlyList<Zone> Zoning { get; init; } = [];

    [Key("zone", "Names of further zonings of the scenario (zoning.rules), as of the year: in one of them.")]
    [French("Noms de zonages de plus du scénario (zoning.rules), de l’année\u00a0: dans l’un d’eux.")]
    public IReadOnlyList<string> Zones { get; init; } = [];

    [Key("departement", "Codes of départements, as text.")]
    [French("Codes de départements, en texte.")]
    public IReadOnlyList<string> Departements { get; init; } = [];

    [Key("code", "Codes of territories, as text.")]
    [French("Codes de territoires, en texte.")]
    public IReadOnlyList<string> Codes { get; init; } = [];

    [Key("least-accessible",
        "How many inhabited territories, those of lowest accessibility in the year among those that the other conditions leave.",
        Unit = "territories", Min = 0, Max = 100000)]
    [French(
        "Combien de territoires habités, ceux de plus faible accessibilité dans l’année parmi ceux que laissent les autres conditions.")]
    public int? LeastAccessible { get; init; }

    [Key("least-accessible-share",
        "Territories of lowest accessibility in the year that together hold at most this share of the inhabitants of those that the " +
        "other conditions leave: 0.1 for 10 %.", Min = 0, Max = 1)]
    [French(
        "Territoires de plus faible accessibilité dans l’année qui ont ensemble au plus cette part des habitants de ceux que " +
        "laissent les autres conditions\u00a0: 0.1 pour 10\u00a0%.")]
    public double? LeastAccessibleShare { get; init; }

    /// <summary>Whether it has no condition.</summary>
    public bool IsEverywhere => AreaTypes.Count + Zoning.Count + Zones.Count + Departements.Count + Codes.Count == 0
        && AccessibilityBelow is null && AccessibilityAtLeast is null && LeastAccessible is null && LeastAccessibleShare is null;

    /// <summary>Marks the territories concerned this year, shape [I].</summary>
    public void Mark(in YearView year, Span<bool> concerned)
    {
        TerritoryTable t = year.Territories;
        for (int i = 0; i < concerned.Length; i++)
        {
            concerned[i] = Holds(AreaTypes, t.Area[i]) && Holds(Zoning, year.Zoning[i]) && Holds(Departements, t.Departement[i])
                && Holds(Codes, t.Code[i]) && (Zones.Count == 0 || IsInAZone(year, i))
                && (AccessibilityBelow is null || (t.Population[i] > 0 && year.Accessibility[i] < AccessibilityBelow))
                && !(year.Accessibility[i] < AccessibilityAtLeast);
        }

        if (LeastAccessible is not null || LeastAccessibleShare is not null)
        {
            KeepLeast(year, concerned);
        }
    }

    private bool IsInAZone(in YearView year, int territory)
    {
        bool isIn = false;
        foreach (string zone in Zones)
        {
            isIn |= year.Zones?.GetValueOrDefault(zone)?[territory] == true;
        }

        return isIn;
    }

    /// <summary>
    /// Keeps the least accessible of the inhabited territories marked: at most so many, with at most such a share of the inhabitants.
    /// Of two as accessible, that of the lower code comes first.
    /// </summary>
    private void KeepLeast(in YearView year, Span<bool> concerned)
    {
        TerritoryTable t = year.Territories;
        var marked = new List<(double Accessibility, string Code, int Index)>();
        double people = 0, reached = 0;
        for (int i = 0; i < concerned.Length; i++)
        {
            concerned[i] &= t.Population[i] > 0;
            if (concerned[i])
            {
                marked.Add((year.Accessibility[i], t.Code[i], i));
                people += t.Population[i];
            }
        }

        marked.Sort((a, b) => a.Accessibility.CompareTo(b.Accessibility) is var order and not 0
            ? order
            : string.CompareOrdinal(a.Code, b.Code));
        for (int k = 0; k < marked.Count; k++)
        {
            int i = marked[k].Index;
            reached += t.Population[i];
            concerned[i] = !(k >= LeastAccessible)
                && (LeastAccessibleShare is not { } share || PopulationShare.IsWithin(reached, share, people));
        }
    }

    /// <summary>
    /// Whether a territory may be concerned by both, in any year: by kind, zone, département, code and accessibility, the ends of which may
    /// part; not by what else is true of the territories.
    /// </summary>
    public bool CanMeet(TerritoryFilter other) => Meet(AreaTypes, other.AreaTypes) && Meet(Zoning, other.Zoning)
        && Meet(Departements, other.Departements) && Meet(Codes, other.Codes)
        && !(AccessibilityBelow <= other.AccessibilityAtLeast) && !(other.AccessibilityBelow <= AccessibilityAtLeast);

    private static bool Meet<T>(IReadOnlyList<T> some, IReadOnlyList<T> others) =>
        some.Count == 0 || others.Count == 0 || some.Intersect(others).Any();

    private static bool Holds<T>(IReadOnlyList<T> allowed, T value)
    {
        for (int k = 0; k < allowed.Count; k++)
        {
            if (EqualityComparer<T>.Default.Equals(allowed[k], value))
            {
                return true;
            }
        }

        return allowed.Count == 0;
    }
}
