namespace InstallSim.Accessibility;

/// <summary>The metrics that a scenario can name: a new one is one file and one line here.</summary>
public static class AccessibilityCatalog
{
    /// <summary>Name in YAML → its record.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>
    {
        ["density"] = typeof(Density),
        ["2sfca"] = typeof(TwoStepFloatingCatchment),
        ["e2sfca"] = typeof(EnhancedTwoStepFloatingCatchment),
        ["3sfca"] = typeof(ThreeStepFloatingCatchment),
        ["raam"] = typeof(RationalAgentAccess),
        ["apl"] = typeof(LocalPotentialAccessibility),
    };
}
