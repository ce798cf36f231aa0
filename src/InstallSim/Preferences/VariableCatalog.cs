using InstallSim.Preferences.Variables;
using InstallSim.World;

namespace InstallSim.Preferences;

/// <summary>The variables that a systematic utility can use. A new variable is one file and one line here.</summary>
public static class VariableCatalog
{
    /// <summary>Variables that are the same for all who choose, up to a weight, in the order of their columns.</summary>
    public static IReadOnlyList<IAlternativeVariable> Alternative { get; } =
    [
        new Income(),
        new PracticeFormVariable("group-practice", PracticeForm.Group, "Works in a group practice rather than alone."),
        new PracticeFormVariable("msp-practice", PracticeForm.Msp, "Works in a multi-professional health centre (MSP) rather than alone."),
        new PracticeFormVariable("health-centre-practice", PracticeForm.HealthCentre, "Works as an employee of a health centre rather than alone."),
        new PartnerJobs(),
        new PoorlyEquipped(),
        new TownSizeVariable("small-town", 5_000, 20_000, "The main town has 5,000 to 20,000 inhabitants."),
        new TownSizeVariable("very-small-town", 0, 5_000, "The main town has fewer than 5,000 inhabitants."),
        new CapitalRegion(),
        new Deprived(),
        new SchoolsNearby(),
        new WorkingHours(),
        new RuralOrigin(),
        new RuralTraining(),
        new Vacancies(),
    ];

    /// <summary>Variables of a distance: birth first, training second.</summary>
    public static IReadOnlyList<IDistanceVariable> Distance { get; } = [new BirthDistance(), new TrainingDistance()];

    /// <summary>All variables.</summary>
    public static IReadOnlyList<IUtilityVariable> All { get; } = [.. Alternative, .. Distance];
}
