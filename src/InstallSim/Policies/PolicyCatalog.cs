namespace InstallSim.Policies;

/// <summary>The policies that a scenario can name. A new policy is one file and one line here.</summary>
public static class PolicyCatalog
{
    /// <summary>Type of each policy by its name in YAML.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>
    {
        ["accompaniment"] = typeof(Accompaniment),
        ["income-supplement"] = typeof(IncomeSupplement),
        ["installation-grant"] = typeof(InstallationGrant),
        ["msp-opening"] = typeof(MspOpening),
        ["rural-training"] = typeof(RuralTraining),
        ["selective-contracting"] = typeof(SelectiveContracting),
    };
}
