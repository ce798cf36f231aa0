namespace InstallSim.Inputs;

/// <summary>The units of keys, variables, metrics and indicators, in French. A new unit is a line here; a test demands it.</summary>
public static class Units
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        [""] = "",
        ["0 or 1"] = "0 ou 1",
        ["0–1"] = "0–1",
        ["1 = mean"] = "1\u00a0= moyenne",
        ["FTE"] = "ETP",
        ["FTE/100,000 inhabitants"] = "ETP pour 100\u202f000 habitants",
        ["GP-years"] = Years,
        ["GPs"] = "médecins généralistes",
        ["GPs per 10,000"] = "médecins généralistes pour 10\u202f000 habitants",
        ["GPs/100,000 inhabitants"] = "médecins généralistes pour 100\u202f000 habitants",
        ["GPs/year"] = "médecins généralistes par an",
        ["MSP"] = "MSP",
        ["MSP/year"] = "MSP par an",
        ["accessibility"] = "accessibilité",
        ["consultations"] = "consultations",
        ["consultations/FTE/year"] = "consultations par ETP et par an",
        ["consultations/inhabitant/year"] = "consultations par habitant et par an",
        ["consultations/year"] = "consultations par an",
        ["days/month"] = "jours par mois",
        ["days/year"] = "jours par an",
        ["degrees east"] = "degrés est",
        ["degrees north"] = "degrés nord",
        ["hours/week"] = "heures par semaine",
        ["index"] = "indice",
        ["inhabitants"] = "habitants",
        ["km"] = "km",
        ["km/h"] = "km/h",
        ["k€"] = "k€",
        ["k€/year"] = "k€ par an",
        ["ln"] = "ln",
        ["ln(1 + d / 20 km)"] = "ln(1 + d / 20 km)",
        ["min"] = "min",
        ["minutes"] = "minutes",
        ["patients"] = "patients",
        ["payments/year"] = "paiements par an",
        ["places"] = "places",
        ["posts"] = "postes",
        ["ratio"] = "rapport",
        ["share"] = "part",
        ["territories"] = "territoires",
        ["unit of the metric"] = "unité de l’indicateur",
        ["utils"] = "utils",
        ["utils/(k€/year)"] = "utils par k€ annuel",
        ["years"] = "ans",
        ["€/year"] = "€ par an",
    };

    /// <summary>What begins the rest of a unit, which has its own number.</summary>
    private static readonly string[] Heads = ["/", " per ", " par ", " pour "];

    /// <summary>A word whose plural stands inside, and its singular.</summary>
    private const string Years = "années-médecin", Year = "année-médecin";

    /// <summary>Words with a plural of their own.</summary>
    private static readonly HashSet<string> Counts =
    [
        "GP-years", "GPs", "consultations", "days", "hours", "inhabitants", "minutes", "patients", "payments", "places", "posts", "years",
        "ans", "équivalents", "généralistes", "habitants", "heures", "jours", "médecins", "paiements", "points", "postes",
    ];

    /// <summary>Whether the unit has a line here.</summary>
    public static bool Knows(string unit) => InFrench.ContainsKey(unit);

    /// <summary>The unit in both languages.</summary>
    public static Words Words(string unit) => new(unit, French(unit));

    /// <summary>The unit in French; itself when it is a user's own.</summary>
    public static string French(string unit) => InFrench.GetValueOrDefault(unit, unit);

    /// <summary>
    /// The unit behind a number, in the number that the language wants: <c>1 year</c>, <c>3 years</c>; <c>1,5 an</c>, <c>3 ans</c>.
    /// </summary>
    /// <param name="unit">In English, as keys have it.</param>
    /// <param name="count">The number before it.</param>
    /// <param name="french">Whether French is wanted, where all below 2 is one.</param>
    public static string Counted(string unit, double count, bool french)
    {
        string many = french ? French(unit) : unit;
        return (french ? Math.Abs(count) >= 2 : count != 1) ? many : One(many);
    }

    /// <summary>A unit in the singular, such as <c>consultation par habitant</c> of <c>consultations par habitant</c>.</summary>
    internal static string One(string many)
    {
        int head = Heads.Select(h => many.IndexOf(h, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(many.Length).Min();
        return string.Join(' ', many[..head].Split(' ').Select(word => word == Years ? Year : Counts.Contains(word) ? word[..^1] : word))
            + many[head..];
    }
}
