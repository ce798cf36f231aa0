using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Scenarios;

/// <summary>What a zoning with a cap counts people over.</summary>
public enum ZoningGroup : byte
{
    /// <summary>The whole study.</summary>
    Study,
    /// <summary>Each region by itself.</summary>
    Region,
    /// <summary>Each département by itself.</summary>
    Departement,
}

/// <summary>
/// A zoning as a rule: a territory is in it if all that the rule says holds, in the year in which it is revised. With a population share it
/// keeps those of lowest accessibility, as many as hold at most that share of the people of the whole study or of each region: a national
/// threshold and a cap by region are the two ways in which the State zones (Mangeney).
/// </summary>
public sealed record ZoningRule
{
    [Key("area-type", "Kinds of territory; all when not given.")]
    [French("Types de territoire\u00a0; tous si rien n’est dit.")]
    public IReadOnlyList<AreaType> AreaTypes { get; init; } = [];

    [Key("accessibility-below", "Accessibility is below this value, in the unit of the metric.", Min = 0)]
    [French("L’accessibilité est inférieure à cette valeur, dans l’unité de l’indicateur.")]
    public double? AccessibilityBelow { get; init; }

    [Key("gps-per-10000-below", "Installed physicians for 10,000 inhabitants are fewer than this.", Unit = "GPs per 10,000", Min = 0)]
    [French("Il y a moins de médecins installés que cela pour 10\u202f000 habitants.")]
    public double? GpsPer10000Below { get; init; }

    [Key("columns", "Ends of numbers of the territories, by the variable's key or the name of one of their more-columns.")]
    [French("Bornes de nombres des territoires, par la clé de la variable ou le nom d’une de leurs more-columns.")]
    public IReadOnlyDictionary<string, ColumnEnds> Columns { get; init; } = new Dictionary<string, ColumnEnds>();

    [Key("population-share",
        "Largest share of the people of the study, or of each region, whom the zone holds; those of lowest accessibility are kept.",
        Min = 0, Max = 1)]
    [French(
        "Plus grande part des habitants de l’étude, ou de chaque région, que la zone contient\u00a0; la plus faible accessibilité reste.")]
    public double? PopulationShare { get; init; }

    [Key("by", "What the population share is of: the whole study, or each region or département.")]
    [French("Ce dont la part de population est une part\u00a0: toute l’étude, ou chaque région ou département.")]
    public ZoningGroup By { get; init; }

    [Key("shares", "Population shares of single regions or départements by their code, instead of population-share.", Min = 0, Max = 1)]
    [French("Parts de population de certaines régions ou de certains départements, par leur code, au lieu de population-share.")]
    public IReadOnlyDictionary<string, double> Shares { get; init; } = new Dictionary<string, double>();

    [Key("every-years", "Years between two revisions; those of the zoning when not given.", Unit = "years", Min = 1, Max = 50)]
    [French("Années entre deux révisions\u00a0; celles du zonage si rien n’est dit.")]
    public int? EveryYears { get; init; }

    /// <summary>What cannot be: a key and what is wrong with its value.</summary>
    public IEnumerable<(string Key, InputMessage Message)> Check()
    {
        if (Shares.Count > 0 && By == ZoningGroup.Study)
        {
            yield return ("shares", "'shares' are of regions or départements: say 'by: region' or 'by: departement'");
        }

        if (By != ZoningGroup.Study && PopulationShare is null && Shares.Count == 0)
        {
            yield return ("by", "'by' needs 'population-share' or 'shares': there is no cap to count");
        }

        foreach ((string column, ColumnEnds ends) in Columns)
        {
            if (ends is { AtLeast: null, Below: null } or { AtLeast: not null, Below: not null } && !(ends.AtLeast < ends.Below))
            {
                yield return ("columns", $"'{column}' needs 'at-least' or 'below', the first under the second where there are both");
            }
        }

        if (AreaTypes.Count + Columns.Count + Shares.Count == 0 && AccessibilityBelow is null && GpsPer10000Below is null
            && PopulationShare is null)
        {
            yield return ("", "the zone has no rule, so that it would be everywhere");
        }
    }
}

/// <summary>Ends of a number.</summary>
public sealed record ColumnEnds
{
    [Key("at-least", "Smallest value, inclusive.")]
    [French("Plus petite valeur, incluse.")]
    public double? AtLeast { get; init; }

    [Key("below", "Largest value, exclusive.")]
    [French("Plus grande valeur, exclue.")]
    public double? Below { get; init; }

    /// <summary>Whether a value lies between them; none does where it is not known.</summary>
    public bool Hold(double value) => !double.IsNaN(value) && !(value < AtLeast) && !(value >= Below);
}
