using InstallSim.Preferences.Variables;

namespace InstallSim.Preferences;

/// <summary>The variables that a systematic utility can use. A new variable is one file and one line here.</summary>
public static class VariableCatalog
{
    /// <summary>Variables that are the same for all who choose, up to a weight, in the order of their columns.</summary>
    public static IReadOnlyList<IAlternativeVariable> Alternative { get; } =
    [
        new Income(),
        new GroupPractice(),
        new MspPractice(),
        new HealthCentrePractice(),
        new PartnerJobs(),
        new PoorlyEquipped(),
        new SmallTown(),
        new VerySmallTown(),
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
