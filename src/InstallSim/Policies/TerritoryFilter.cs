using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Which territories a policy concerns; all conditions must hold, and none means all territories.</summary>
public sealed record TerritoryFilter
{
    [Key("area-type", "Kinds of territory.")]
    [French("Types de territoire.")]
    public IReadOnlyList<AreaType> AreaTypes { get; init; } = [];

    [Key("accessibility-below", "Accessibility of the year is below this value, in the unit of the metric.", Min = 0)]
    [French("L’accessibilité de l’année est inférieure à cette valeur, dans l’unité de l’indicateur.")]
    public double? AccessibilityBelow { get; init; }

    [Key("accessibility-at-least", "Accessibility of the year is at least this value, in the unit of the metric.", Min = 0)]
    [French("L’accessibilité de l’année atteint au moins cette valeur, dans l’unité de l’indicateur.")]
    public double? AccessibilityAtLeast { get; init; }

    [Key("zoning", "Zoning of the year.")]
    [French("Zonage de l’année.")]
    public IReadOnlyList<Zone> Zoning { get; init; } = [];

    [Key("departement", "Codes of départements, as text.")]
    [French("Codes de départements, en texte.")]
    public IReadOnlyList<string> Departements { get; init; } = [];

    [Key("code", "Codes of territories, as text.")]
    [French("Codes de territoires, en texte.")]
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Whether it has no condition.</summary>
    public bool IsEverywhere => AreaTypes.Count + Zoning.Count + Departements.Count + Codes.Count == 0
        && AccessibilityBelow is null && AccessibilityAtLeast is null;

    /// <summary>Marks the territories concerned this year, shape [I].</summary>
    public void Mark(in YearView year, Span<bool> concerned)
    {
        TerritoryTable t = year.Territories;
        for (int i = 0; i < concerned.Length; i++)
        {
            concerned[i] = Holds(AreaTypes, t.Area[i]) && Holds(Zoning, year.Zoning[i]) && Holds(Departements, t.Departement[i])
                && Holds(Codes, t.Code[i])
                && !(year.Accessibility[i] >= AccessibilityBelow) && !(year.Accessibility[i] < AccessibilityAtLeast);
        }
    }

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
