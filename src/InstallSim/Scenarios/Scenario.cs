using InstallSim.Accessibility;
using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Preferences;

namespace InstallSim.Scenarios;

/// <summary>One set of inputs, checked and never changed afterwards. Its properties are the keys of a scenario file.</summary>
public sealed record Scenario
{
    [Key("name", "Name of the scenario in results, kebab-case.", Required = true)]
    public string Name { get; init; } = "";

    [Key("title", "Title, as people read it in figures.", Required = true)]
    public string Title { get; init; } = "";

    [Key("title-fr",
        "The title in French, for reports in French. It belongs to the title of the same file and is not inherited without it.")]
    public string TitleFr { get; init; } = "";

    [Key("description", "What the scenario is about, in a sentence or two.")]
    public string Description { get; init; } = "";

    [Key("description-fr", "The description in French, for reports in French. It belongs to the description of the same file.")]
    public string DescriptionFr { get; init; } = "";

    [Key("territories", "The territories.yaml that says where the territories come from.", Required = true, IsPath = true)]
    public string Territories { get; init; } = "";

    [Key("years", "First year (the start, recorded as it is) and last year simulated, such as 2025..2045.", Required = true)]
    public YearRange Years { get; init; }

    [Key("replications", "Runs of each scenario, each with its own random numbers.", Min = 1, Max = 65535)]
    public int Replications { get; init; } = 100;

    [Key("seed", "Names the random numbers; the same seed gives the same results.")]
    public uint Seed { get; init; } = 1;

    [Key("uncertainty",
        "all: each replication draws every number that has a range (low, high), and coefficients from the covariance of their estimates; " +
        "estimates: only the latter; none: intervals hold chance alone.",
        Source = "ASSUMPTION: doubt by default, for most ranges are wider than chance")]
    public Uncertainty Uncertainty { get; init; }

    [Key("preferences", "What physicians want.", Required = true)]
    public PreferenceSettings Preferences { get; init; } = new();

    [Key("specialty", "Another specialty than general practice: its stock, entries, catchment and need.")]
    public SpecialtySettings? Specialty { get; init; }

    [Key("physicians", "Who the physicians are, how they come and leave.", Required = true)]
    public PhysicianSettings Physicians { get; init; } = new();

    [Key("practices", "Practices: groups and centres.")]
    public PracticeSettings Practices { get; init; } = new();

    [Key("income", "Income and hours that a place gives.")]
    public IncomeSettings Income { get; init; } = new();

    [Key("accessibility", "How accessibility is measured.", Required = true)]
    public AccessibilityMetric Accessibility { get; init; } = new LocalPotentialAccessibility { Type = "apl" };

    [Key("zoning", "How territories are zoned from accessibility.")]
    public ZoningSettings Zoning { get; init; } = new();

    [Key("budgets", "Budgets that policies share, by the name that their 'budget' says.")]
    public IReadOnlyDictionary<string, Budget> Budgets { get; init; } = new Dictionary<string, Budget>();

    [Key("packages", "Policies that are parts of one plan, by the name that their 'package' says.")]
    public IReadOnlyDictionary<string, Package> Packages { get; init; } = new Dictionary<string, Package>();

    [Key("policies", "Policies, in any order; appended to those of the scenario extended.")]
    public IReadOnlyList<Policy> Policies { get; init; } = [];

    /// <summary>Longest travel time that anything in it looks at, minutes.</summary>
    public double ReachMinutes => Policies.Select(p => p.ReachMinutes).Append(Accessibility.CatchmentMinutes)
        .Append(Physicians.Couples.Share.Value > 0 || Physicians.Couples.Share.IsDoubtful ? Physicians.Couples.Minutes : 0).Max();
}
