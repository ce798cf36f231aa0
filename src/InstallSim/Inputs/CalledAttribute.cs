namespace InstallSim.Inputs;

/// <summary>What people call a class of a catalog, such as a policy, where YAML has its <c>type:</c>.</summary>
/// <param name="english">In English, sentence case.</param>
/// <param name="french">In French, in the terms of the field.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CalledAttribute(string english, string french) : Attribute
{
    /// <summary>In English.</summary>
    public string English { get; } = english;

    /// <summary>In French.</summary>
    public string French { get; } = french;
}
