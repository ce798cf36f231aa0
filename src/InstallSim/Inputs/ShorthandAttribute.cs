namespace InstallSim.Inputs;

/// <summary>
/// Lets a class be written as the value of one of its keys: <c>income: 0.015</c> for <c>income: { value: 0.015 }</c>.
/// </summary>
/// <param name="key">The key whose value may stand alone.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShorthandAttribute(string key) : Attribute
{
    /// <summary>The key whose value may stand alone.</summary>
    public string Key { get; } = key;

    /// <summary>The key whose list may stand alone; null when none may.</summary>
    public string? List { get; init; }
}
