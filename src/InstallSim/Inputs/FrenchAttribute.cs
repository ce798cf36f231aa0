namespace InstallSim.Inputs;

/// <summary>
/// What the <see cref="KeyAttribute"/> of the same property says, in French: for <c>list --lang fr</c> and reports in French.
/// </summary>
/// <param name="doc">What the key means, one sentence; its part up to the first stop is a label, as in English.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FrenchAttribute(string doc) : Attribute
{
    /// <summary>What the key means, one sentence.</summary>
    public string Doc { get; } = doc;
}
