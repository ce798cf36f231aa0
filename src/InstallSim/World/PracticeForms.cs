namespace InstallSim.World;

/// <summary>What lets a physician into a form of practice.</summary>
public enum Room : byte
{
    /// <summary>Nothing more is needed.</summary>
    Anywhere,
    /// <summary>One must have formed in the territory.</summary>
    WhereFormed,
    /// <summary>A place must be free.</summary>
    Places,
}

/// <summary>A form of practice: one line of <see cref="PracticeForms.All"/>.</summary>
/// <param name="Form">The form.</param>
/// <param name="Name">How YAML and results write it: the member in kebab-case.</param>
/// <param name="Room">What lets a physician in.</param>
/// <param name="Variable">Name of the variable that says what it is worth beside solo practice; null for the reference.</param>
/// <param name="Definition">What that variable is.</param>
/// <param name="DefinitionFrench">The same in French.</param>
/// <param name="Where">Where GPs work, for labels: "in group practices".</param>
/// <param name="WhereFrench">The same in French.</param>
/// <param name="StartPlaces">Column of its places at the start; null where places do not bind.</param>
public sealed record PracticeFormInfo(
    PracticeForm Form, string Name, Room Room, string? Variable, string Definition, string DefinitionFrench, string Where,
    string WhereFrench,
    Func<TerritoryTable, double[]>? StartPlaces = null);

/// <summary>The forms of practice, in the order of <see cref="PracticeForm"/>. A new form is a member there and a line here.</summary>
public static class PracticeForms
{
    /// <summary>All forms.</summary>
    public static IReadOnlyList<PracticeFormInfo> All { get; } =
    [
        new(PracticeForm.Solo, "solo", Room.Anywhere, null, "", "", "in solo practices", "en cabinet individuel"),
        new(PracticeForm.Group, "group", Room.WhereFormed, "group-practice", "Works in a group practice rather than alone.",
            "Exerce en cabinet de groupe plutôt que seul.",
            "in group practices", "en cabinet de groupe"),
        new(PracticeForm.Msp, "msp", Room.Places, "msp-practice", "Works in a multi-professional health centre (MSP) rather than alone.",
            "Exerce en maison de santé pluriprofessionnelle (MSP) plutôt que seul.",
            "in multi-professional health centres (MSP)", "en maison de santé pluriprofessionnelle (MSP)", t => t.MspPlaces),
        new(PracticeForm.HealthCentre, "health-centre", Room.Places, "health-centre-practice",
            "Works as an employee of a health centre rather than alone.",
            "Exerce comme salarié d’un centre de santé plutôt que seul.",
            "in salaried health centres", "en centre de santé", t => t.HealthCentrePosts),
    ];

    /// <summary>Number of forms, F.</summary>
    public static int Count { get; } = All.Count;
}
