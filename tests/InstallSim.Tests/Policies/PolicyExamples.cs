using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

/// <summary>
/// One example of each type of policy, strong enough to matter in the made-up region, and what of each type means nothing.
/// </summary>
internal static class PolicyExamples
{
    /// <summary>The territories that examples concern.</summary>
    public static readonly TerritoryFilter NotUrban = new() { AreaTypes = [AreaType.Rural, AreaType.Periurban] };

    /// <summary>The territories that limits close.</summary>
    public static readonly TerritoryFilter Urban = new() { AreaTypes = [AreaType.Urban] };

    /// <summary>An example by type.</summary>
    public static IReadOnlyDictionary<string, Policy> All { get; } = new Policy[]
    {
        new Accompaniment { Type = "accompaniment", From = 2026, ConsiderationTimes = 3, CostKeurPerYear = 20, Where = NotUrban },
        new BoundScholarship { Type = "bound-scholarship", From = 2026, HoldersPerYear = 8, DelayYears = 0, Where = NotUrban },
        new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 40, Where = NotUrban },
        new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 150, Where = NotUrban },
        new MspOpening { Type = "msp-opening", From = 2026, PerYear = 3, Where = NotUrban },
        new RegionalQuota { Type = "regional-quota", From = 2026, EntriesPerYear = 4, Where = Urban },
        new RuralTraining { Type = "rural-training", From = 2026, Share = 0.9, DelayYears = 0 },
        new SecondaryPractice { Type = "secondary-practice", From = 2026, Constant = -1, MaxMinutes = 60, Where = NotUrban },
        new SelectiveContracting { Type = "selective-contracting", From = 2026, Where = Urban },
    }.ToDictionary(p => p.Type);

    /// <summary>Types that cost something, and so can name a budget.</summary>
    public static IEnumerable<string> Costly => PolicyCatalog.All.Keys.Except(["regional-quota", "selective-contracting"]);

    /// <summary>
    /// Each example, in territories that do not exist; of interns, who are trained for none, a share that is reached anyway.
    /// </summary>
    public static Policy Nowhere(string type) =>
        type == "rural-training" ? All[type].With(0) : All[type] with { Where = new TerritoryFilter { AccessibilityAtLeast = 1e9 } };

    /// <summary>
    /// The example of a type with its lever at a level: the higher, the more physicians can come to the territories concerned.
    /// </summary>
    public static Policy With(this Policy policy, double level) => policy switch
    {
        Accompaniment p => p with { ConsiderationTimes = 1 + level },
        BoundScholarship p => p with { HoldersPerYear = (int)(10 * level) },
        IncomeSupplement p => p with { KeurPerYear = 40 * level },
        InstallationGrant p => p with { AmountKeur = 150 * level },
        MspOpening p => p with { PerYear = (int)(3 * level) },
        RegionalQuota p => p with { EntriesPerYear = (int)(4 * level) },
        RuralTraining p => p with { Share = 0.3 * level },
        SecondaryPractice p => p with { AmountKeur = 30 * level },
        SelectiveContracting p => p with { EntriesPerDeparture = level },
        _ => throw new ArgumentException($"no lever for {policy.Type}", nameof(policy)),
    };

    /// <summary>Levers that leave everything as it is, beside a place that does not exist and a budget without money.</summary>
    public static IEnumerable<Policy> Nothing =>
    [
        ((Accompaniment)All["accompaniment"]) with { ConsiderationTimes = 1, CostKeurPerYear = 0 },
        ((BoundScholarship)All["bound-scholarship"]) with { HoldersPerYear = 0 },
        ((BoundScholarship)All["bound-scholarship"]) with { BreachShare = 1 },
        ((IncomeSupplement)All["income-supplement"]) with { KeurPerYear = 0, Present = true },
        ((IncomeSupplement)All["income-supplement"]) with { KnownTo = 0 },
        ((InstallationGrant)All["installation-grant"]) with { AmountKeur = 0, CommitmentYears = 5 },
        ((InstallationGrant)All["installation-grant"]) with { KnownTo = 0 },
        ((MspOpening)All["msp-opening"]) with { PerYear = 0 },
        ((RegionalQuota)All["regional-quota"]) with { EntriesPerYear = int.MaxValue },
        ((RuralTraining)All["rural-training"]) with { Share = 0 },
        ((SecondaryPractice)All["secondary-practice"]) with { Constant = -1000 },
    ];

    /// <summary>A scenario whose policies share a budget, those that cost nothing aside.</summary>
    public static Scenario Sharing(double keurPerYear, BudgetRule rule, params Policy[] policies) =>
        TestRegion.Scenario([.. policies.Select(p => Costly.Contains(p.Type) ? p with { Budget = "shared" } : p)]) with
        {
            Budgets = new Dictionary<string, Budget> { ["shared"] = new() { KeurPerYear = keurPerYear, Rule = rule } },
        };
}
