using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>How intervals of what follows from the estimates are made.</summary>
public enum IntervalMethod
{
    /// <summary>By the delta method.</summary>
    Delta,

    /// <summary>By simulating the estimates (Krinsky and Robb 1986).</summary>
    KrinskyRobb,
}

/// <summary>Elasticities of a variable.</summary>
[Shorthand("variable")]
public sealed record ElasticitySettings
{
    [Key("variable",
        "Variable of the utility whose column changes, for one alternative after the other; whatever else is made of that column changes " +
        "with it.", Required = true)]
    public string Variable { get; init; } = "";

    [Key("change",
        "Relative change of an arc elasticity: 0.1 is ten per cent more, −0.1 ten per cent less; point elasticities when not given.",
        Min = -0.99, Max = 100)]
    public double? Change { get; init; }

    [Key("own", "true: only the share of the alternative that changes; false: the shares of all others too.")]
    public bool Own { get; init; }

    [Key("intervals", "How the intervals are made: delta, or krinsky-robb (slower).")]
    public IntervalMethod Intervals { get; init; }

    [Key("interval-draws", "krinsky-robb: simulated vectors of estimates.", Min = 100, Max = 100_000)]
    public int IntervalDraws { get; init; } = 200;
}

/// <summary>Cross-validation over people.</summary>
[Shorthand("folds")]
public sealed record CrossValidationSettings
{
    [Key("folds", "Parts that the people are shared out to; each is held out once.", Required = true, Min = 2, Max = 1000)]
    public int Folds { get; init; } = 5;

    [Key("seed", "Names the random numbers that share the people out.")]
    public uint Seed { get; init; } = 1;
}

/// <summary>A share of the people held out.</summary>
[Shorthand("share")]
public sealed record HoldoutSettings
{
    [Key("share", "Share of the people who are held out, drawn at random.", Required = true, Min = 0.01, Max = 0.99)]
    public double Share { get; init; } = 0.2;

    [Key("seed", "Names the random numbers that draw the people.")]
    public uint Seed { get; init; } = 1;
}

/// <summary>Tests of the model against others.</summary>
public sealed record TestSettings
{
    /// <summary>What the word says instead of a file.</summary>
    internal const string Logit = "logit";

    [Key("likelihood-ratio",
        "Models that are special cases of this one on the same choices: 'logit' (the same variables without random coefficients, nests " +
        "or classes), or study files.")]
    public IReadOnlyList<string> LikelihoodRatio { get; init; } = [];

    [Key("hausman-mcfadden",
        "Groups of alternatives, each of which is left out to see if the logit's coefficients stay: [[air], [train, bus]].")]
    public IReadOnlyList<IReadOnlyList<string>> HausmanMcFadden { get; init; } = [];
}
