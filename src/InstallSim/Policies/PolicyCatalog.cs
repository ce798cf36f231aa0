namespace InstallSim.Policies;

/// <summary>The policies that a scenario can name. A new policy is one file and one line here.</summary>
public static class PolicyCatalog
{
    /// <summary>Type of each policy by its name in YAML.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>
    {
        ["accompaniment"] = typeof(Accompaniment),
        ["administrative-training"] = typeof(AdministrativeTraining),
        ["advanced-consultations"] = typeof(AdvancedConsultations),
        ["advanced-practice-nurses"] = typeof(AdvancedPracticeNurses),
        ["awareness-campaign"] = typeof(AwarenessCampaign),
        ["bound-scholarship"] = typeof(BoundScholarship),
        ["case-manager"] = typeof(CaseManager),
        ["childcare"] = typeof(Childcare),
        ["compulsory-service"] = typeof(CompulsoryService),
        ["cpts-coverage"] = typeof(CptsCoverage),
        ["debt-repayment"] = typeof(DebtRepayment),
        ["fee-uplift"] = typeof(FeeUplift),
        ["further-graduates"] = typeof(FurtherGraduates),
        ["income-guarantee"] = typeof(IncomeGuarantee),
        ["income-supplement"] = typeof(IncomeSupplement),
        ["installation-grant"] = typeof(InstallationGrant),
        ["international-recruitment"] = typeof(InternationalRecruitment),
        ["local-coordination"] = typeof(LocalCoordination),
        ["locum-relief"] = typeof(LocumRelief),
        ["medical-assistants"] = typeof(MedicalAssistants),
        ["mobile-unit"] = typeof(MobileUnit),
        ["msp-opening"] = typeof(MspOpening),
        ["on-call-relief"] = typeof(OnCallRelief),
        ["partner-employment"] = typeof(PartnerEmployment),
        ["peer-network"] = typeof(PeerNetwork),
        ["placements-across-subdivisions"] = typeof(AcrossSubdivisions),
        ["re-entry"] = typeof(ReEntry),
        ["regional-quota"] = typeof(RegionalQuota),
        ["retirement-deferral"] = typeof(RetirementDeferral),
        ["rural-admissions"] = typeof(RuralAdmissions),
        ["rural-training"] = typeof(RuralTraining),
        ["salaried-centre"] = typeof(SalariedCentre),
        ["secondary-practice"] = typeof(SecondaryPractice),
        ["selective-contracting"] = typeof(SelectiveContracting),
        ["setup-loan"] = typeof(SetupLoan),
        ["solidarity-days"] = typeof(SolidarityDays),
        ["student-placements"] = typeof(StudentPlacements),
        ["tax-exemption"] = typeof(TaxExemption),
        ["team-payment"] = typeof(TeamPayment),
        ["tele-expertise"] = typeof(TeleExpertise),
        ["telemedicine-booth"] = typeof(TelemedicineBooth),
        ["trainer-recruitment"] = typeof(TrainerRecruitment),
        ["training-places"] = typeof(MovedTrainingPlaces),
    };
}
