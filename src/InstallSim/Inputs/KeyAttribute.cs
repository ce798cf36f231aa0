namespace InstallSim.Inputs;

/// <summary>
/// Makes a property writable in YAML and says all that a reader needs to check it, and a schema or a manual to explain it.
/// A class whose properties carry it is a YAML mapping; keys that no property carries are refused.
/// </summary>
/// <param name="name">The key, kebab-case.</param>
/// <param name="doc">What it means, one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute(string name, string doc) : Attribute
{
    /// <summary>The key, kebab-case.</summary>
    public string Name { get; } = name;

    /// <summary>What it means, one sentence.</summary>
    public string Doc { get; } = doc;

    /// <summary>Unit of the value, such as <c>k€/year</c>; empty when it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Smallest number allowed, inclusive.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest number allowed, inclusive.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a file without the key is refused.</summary>
    public bool Required { get; init; }

    /// <summary>Where the default comes from (author, year), or <c>ASSUMPTION</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The text names a file: it is made absolute against the folder of the YAML that says it.</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether a list may name the same twice, as factors of a product may be; else that is refused.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The texts allowed, when it is one of a few.</summary>
    public string[] Allowed { get; init; } = [];
}
