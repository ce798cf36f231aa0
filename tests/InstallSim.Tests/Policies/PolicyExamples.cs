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
    public static IReadOnlyDictionary<string, Policy> All { get; } = ((Policy[])
    [
        new Accompaniment { Type = "accompaniment", From = 2026, ConsiderationTimes = 3, CostKeurPerYear = 20, Where = NotUrban },
        new BoundScholarship { Type = "bound-scholarship", From = 2026, HoldersPerYear = 8, DelayYears = 0, Where = NotUrban },
        new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 40, Where = NotUrban },
        new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 150, Where = NotUrban },
        new MspOpening { Type = "msp-opening", From = 2026, PerYear = 3, Where = NotUrban },
        new RegionalQuota { Type = "regional-quota", From = 2026, EntriesPerYear = 4, Where = Urban },
        new RuralTraining { Type = "rural-training", From = 2026, Share = 0.9, DelayYears = 0 },
        new SecondaryPractice { Type = "secondary-practice", From = 2026, Constant = -1, MaxMinutes = 60, Where = NotUrban },
        new SelectiveContracting { Type = "selective-contracting", From = 2026, Where = Urban },
        .. Places, .. Money, .. Cohorts,
    ]).ToDictionary(p => p.Type);

    private static IEnumerable<Policy> Places =>
    [
        new AdvancedPracticeNurses { Type = "advanced-practice-nurses", From = 2026, Nurses = 5, Where = NotUrban },
        new AwarenessCampaign { Type = "awareness-campaign", From = 2026, ConsiderationTimes = 3, Where = NotUrban },
        new CaseManager { Type = "case-manager", From = 2026, LeavingTimes = 0, Years = 20, Where = NotUrban },
        new Childcare { Type = "childcare", From = 2026, Added = 1, Where = NotUrban },
        new CptsCoverage { Type = "cpts-coverage", From = 2026, ShareOfMembers = 1, HoursLess = 8, Where = NotUrban },
        new LocalCoordination { Type = "local-coordination", From = 2026, ShareTakingPart = 1, HoursLess = 8, Where = NotUrban },
        new LocumRelief { Type = "locum-relief", From = 2026, HoursLess = 6, LeavingTimes = 0, Where = NotUrban },
        new MedicalAssistants { Type = "medical-assistants", From = 2026, Share = 1, CapacityAdded = 0.3, Where = NotUrban },
        new AdvancedConsultations { Type = "advanced-consultations", From = 2026, Where = NotUrban },
        new TeleExpertise { Type = "tele-expertise", From = 2026, Where = NotUrban },
        new MobileUnit { Type = "mobile-unit", From = 2026, Where = NotUrban },
        new OnCallRelief { Type = "on-call-relief", From = 2026, HoursLess = 6, Where = NotUrban },
        new PartnerEmployment { Type = "partner-employment", From = 2026, JobsFound = 0.8, Where = NotUrban },
        new PeerNetwork { Type = "peer-network", From = 2026, LeavingTimes = 0, Where = NotUrban },
        new RetirementDeferral { Type = "retirement-deferral", From = 2026, RetirementTimes = 0.3, Where = NotUrban },
        new SalariedCentre { Type = "salaried-centre", From = 2026, Centres = 5, Where = NotUrban },
        new SolidarityDays { Type = "solidarity-days", From = 2026, ParticipationShare = 1, Where = NotUrban },
        new TelemedicineBooth { Type = "telemedicine-booth", From = 2026, ConsultationsPerYear = 2160, Where = NotUrban },
    ];

    private static IEnumerable<Policy> Money =>
    [
        new AdministrativeTraining { Type = "administrative-training", From = 2026, WorthKeurPerYear = 150, Share = 1, Where = NotUrban },
        new DebtRepayment { Type = "debt-repayment", From = 2026, KeurPerYear = 60, Where = NotUrban },
        new FeeUplift { Type = "fee-uplift", From = 2026, Share = 0.25, Where = NotUrban },
        new IncomeGuarantee { Type = "income-guarantee", From = 2026, GuaranteedKeurPerYear = 180, Where = NotUrban },
        new SetupLoan { Type = "setup-loan", From = 2026, AmountKeur = 600, MarketRate = 0.1, Where = NotUrban },
        new TaxExemption { Type = "tax-exemption", From = 2026, KeurPerYear = 30, Where = NotUrban },
        new TeamPayment { Type = "team-payment", From = 2026, KeurPerYear = 40, Where = NotUrban },
    ];

    private static IEnumerable<Policy> Cohorts =>
    [
        new AcrossSubdivisions { Type = "placements-across-subdivisions", From = 2026, Share = 1, DelayYears = 0, Where = NotUrban },
        new CompulsoryService { Type = "compulsory-service", From = 2026, ExemptShare = 0.1, Where = NotUrban },
        new FurtherGraduates { Type = "further-graduates", From = 2026, PerYear = 15, DelayYears = 0 },
        new InternationalRecruitment { Type = "international-recruitment", From = 2026, PerYear = 10 },
        new MovedTrainingPlaces { Type = "training-places", From = 2026, Share = 0.9, DelayYears = 0, Where = NotUrban },
        new ReEntry { Type = "re-entry", From = 2026, Share = 1, WithinYears = 9 },
        new RuralAdmissions { Type = "rural-admissions", From = 2026, Share = 0.9, DelayYears = 0, Where = NotUrban },
        new StudentPlacements { Type = "student-placements", From = 2026, Share = 0.8, CountsAs = 0.5, DelayYears = 0 },
        new TrainerRecruitment { Type = "trainer-recruitment", From = 2026, Trainers = 150, DelayYears = 0, Where = NotUrban },
    ];

    /// <summary>Types that book money.</summary>
    public static IEnumerable<string> Costly =>
        PolicyCatalog.All.Keys.Except(["compulsory-service", "regional-quota", "selective-contracting"]);

    /// <summary>Types that can name a budget: of those that cost something, all but fees, which all who practise are paid.</summary>
    public static IEnumerable<string> Budgeted => Costly.Except(["fee-uplift"]);

    /// <summary>Types that enter no utility in their first year: they add to supply, or act when the next year begins.</summary>
    public static IEnumerable<string> DrawingNobodyAtFirst =>
    [
        "advanced-practice-nurses", "medical-assistants", "mobile-unit", "peer-network", "re-entry", "retirement-deferral",
        "secondary-practice", "solidarity-days", "telemedicine-booth",
        "advanced-consultations", "tele-expertise",
    ];

    /// <summary>
    /// Each example, in territories that do not exist; of who is trained for none or free to choose, so many as there are anyway.
    /// </summary>
    public static Policy Nowhere(string type) => type is "rural-training" or "further-graduates" or "international-recruitment"
        or "re-entry" or "student-placements"
        ? All[type].With(0)
        : All[type] with { Where = new TerritoryFilter { AccessibilityAtLeast = 1e9 } };

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
        AdvancedPracticeNurses p => p with { Nurses = 5 * level },
        AwarenessCampaign p => p with { ConsiderationTimes = 1 + level },
        Childcare p => p with { Added = 0.3 * level },
        AcrossSubdivisions p => p with { Share = 0.3 * level },
        AdministrativeTraining p => p with { WorthKeurPerYear = 40 * level },
        CaseManager p => p with { ConsiderationTimes = 1 + level },
        CompulsoryService p => p with { ExemptShare = 1 - (level / 3) },
        CptsCoverage p => p with { HoursLess = 4 * level },
        DebtRepayment p => p with { KeurPerYear = 40 * level },
        FeeUplift p => p with { Share = 0.2 * level },
        FurtherGraduates p => p with { PerYear = (int)(10 * level) },
        IncomeGuarantee p => p with { GuaranteedKeurPerYear = 70 * level },
        InternationalRecruitment p => p with { PerYear = (int)(10 * level) },
        LocalCoordination p => p with { HoursLess = 4 * level },
        LocumRelief p => p with { HoursLess = 4 * level },
        MedicalAssistants p => p with { CapacityAdded = 0.3 * level },
        AdvancedConsultations p => p with { DaysPerMonth = 4 * level },
        TeleExpertise p => p with { SuitableShare = 0.3 * level },
        MobileUnit p => p with { ConsultationsPerYear = 2500 * level },
        MovedTrainingPlaces p => p with { Share = 0.3 * level },
        OnCallRelief p => p with { HoursLess = 4 * level },
        PartnerEmployment p => p with { JobsFound = 0.3 * level },
        PeerNetwork p => p with { LeavingTimes = 1 - (level / 3) },
        ReEntry p => p with { Share = level / 3 },
        RetirementDeferral p => p with { RetirementTimes = 1 - (level / 3) },
        RuralAdmissions p => p with { Share = 0.3 * level },
        SalariedCentre p => p with { Centres = (int)(10 * level) },
        SetupLoan p => p with { AmountKeur = 300 * level },
        SolidarityDays p => p with { DaysPerMonth = 3 * level },
        StudentPlacements p => p with { Share = 0.3 * level },
        TaxExemption p => p with { KeurPerYear = 20 * level },
        TeamPayment p => p with { KeurPerYear = 20 * level },
        TelemedicineBooth p => p with { ConsultationsPerYear = 2000 * level },
        TrainerRecruitment p => p with { Trainers = 50 * level },
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
        .. NothingOfPlaces, .. NothingOfCohorts,
    ];

    /// <summary>Of places and money: levers at nothing that cost nothing.</summary>
    private static IEnumerable<Policy> NothingOfPlaces =>
    [
        All["advanced-practice-nurses"].With(0),
        ((AwarenessCampaign)All["awareness-campaign"]) with { ConsiderationTimes = 1, KnownTimes = 4, CostKeurPerYear = 0 },
        ((CaseManager)All["case-manager"]) with { ConsiderationTimes = 1, LeavingTimes = 1, CostKeurPerYear = 0 },
        ((CaseManager)All["case-manager"]) with { ConsiderationTimes = 1, Years = 0, CostKeurPerYear = 0 },
        ((Childcare)All["childcare"]) with { Added = 0, CostKeurPerYear = 0 },
        ((CptsCoverage)All["cpts-coverage"]) with { HoursLess = 0, CostEurPerInhabitant = 0 },
        ((LocalCoordination)All["local-coordination"]) with { ShareTakingPart = 0, KnownTimes = 1, CostKeurPerYear = 0 },
        ((LocalCoordination)All["local-coordination"]) with { HoursLess = 0, CapacityAdded = 0, CostKeurPerYear = 0 },
        All["administrative-training"].With(0),
        ((AdministrativeTraining)All["administrative-training"]) with { Share = 0 },
        All["debt-repayment"].With(0),
        All["fee-uplift"].With(0),
        All["income-guarantee"].With(0),
        ((LocumRelief)All["locum-relief"]) with { HoursLess = 0, LeavingTimes = 1, CostKeurPerPhysician = 0 },
        ((MedicalAssistants)All["medical-assistants"]) with { Share = 0 },
        All["advanced-consultations"].With(0),
        ((TeleExpertise)All["tele-expertise"]) with { SuitableShare = 0, CostKeurPerPhysician = 0 },
        ((TeleExpertise)All["tele-expertise"]) with { AnswerTime = 1, CostKeurPerPhysician = 0 },
        ((MobileUnit)All["mobile-unit"]) with { ConsultationsPerYear = 0, CostKeurPerYear = 0 },
        ((OnCallRelief)All["on-call-relief"]) with { HoursLess = 0, CostKeurPerPhysician = 0 },
        ((PartnerEmployment)All["partner-employment"]) with { JobsFound = 0, CostKeurPerYear = 0 },
        ((PeerNetwork)All["peer-network"]) with { LeavingTimes = 1, CostKeurPerPhysician = 0 },
        ((RetirementDeferral)All["retirement-deferral"]) with { RetirementTimes = 1, CostKeurPerPhysician = 0 },
        All["salaried-centre"].With(0),
        All["setup-loan"].With(0),
        ((SetupLoan)All["setup-loan"]) with { MarketRate = 0 },
        All["solidarity-days"].With(0),
        ((SolidarityDays)All["solidarity-days"]) with { ParticipationShare = 0 },
        All["tax-exemption"].With(0),
        ((TaxExemption)All["tax-exemption"]) with { KnownTo = 0 },
        All["team-payment"].With(0),
        ((TelemedicineBooth)All["telemedicine-booth"]) with { ConsultationsPerYear = 0, CostKeurPerYear = 0 },
    ];

    private static IEnumerable<Policy> NothingOfCohorts =>
    [
        ((CompulsoryService)All["compulsory-service"]) with { ExemptShare = 1 },
        All["further-graduates"].With(0),
        All["placements-across-subdivisions"].With(0),
        All["re-entry"].With(0),
        All["student-placements"].With(0),
        All["trainer-recruitment"].With(0),
        ((TrainerRecruitment)All["trainer-recruitment"]) with { GraduatesEach = 0 },
        All["international-recruitment"].With(0),
        All["rural-admissions"].With(0),
        All["training-places"].With(0),
    ];

    /// <summary>A scenario whose policies share a budget, those that can name none aside.</summary>
    public static Scenario Sharing(double keurPerYear, BudgetRule rule, params Policy[] policies) =>
        TestRegion.Scenario([.. policies.Select(p => Budgeted.Contains(p.Type) ? p with { Budget = "shared" } : p)]) with
        {
            Budgets = new Dictionary<string, Budget> { ["shared"] = new() { KeurPerYear = keurPerYear, Rule = rule } },
        };
}
