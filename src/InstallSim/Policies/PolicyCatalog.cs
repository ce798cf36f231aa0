namespace InstallSim.Policies;

/// <summary>The policies that a scenario can name. A new policy is one file and one line here.</summary>
public static class PolicyCatalog
{
    /// <summary>Type of each policy by its name in YAML.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>
    {
        ["accompaniment"] = typeof(Accompaniment),
        ["bound-scholarship"] = typeof(BoundScholarship),
        ["income-supplement"] = typeof(IncomeSupplement),
        ["installation-grant"] = typeof(InstallationGrant),
        ["msp-opening"] = typeof(MspOpening),
        ["regional-quota"] = typeof(RegionalQuota),
        ["rural-training"] = typeof(RuralTraining),
        ["secondary-practice"] = typeof(SecondaryPractice),
        ["selective-contracting"] = typeof(SelectiveContracting),
    };
}
