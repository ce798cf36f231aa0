using InstallSim.Choice.Models;
using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>What makes a model more than a multinomial logit.</summary>
public sealed record ModelSettings
{
    /// <summary>Random coefficients.</summary>
    [Key("random", "Coefficients that vary over people, by variable: a distribution, or keys with values.")]
    public IReadOnlyDictionary<string, RandomSettings> Random { get; init; } = new Dictionary<string, RandomSettings>();

    /// <summary>Groups of correlated coefficients.</summary>
    [Key("correlated", "Groups of variables whose random coefficients are correlated with one another.")]
    public IReadOnlyList<IReadOnlyList<string>> Correlated { get; init; } = [];

    /// <summary>Whether tastes last.</summary>
    [Key("panel", "Whether a person keeps the same random coefficients in all situations.")]
    public bool Panel { get; init; } = true;

    /// <summary>Price in whose units the others are estimated.</summary>
    [Key("numeraire", "Variable in whose units the other coefficients are estimated (willingness-to-pay space).")]
    public string? Numeraire { get; init; }

    /// <summary>Nests.</summary>
    [Key("nests", "Nests of alternatives (nested logit; cross-nested when an alternative is in several); alternatives in no nest stand alone.")]
    public IReadOnlyList<NestSettings> Nests { get; init; } = [];

    /// <summary>Whether the nested logit is unscaled.</summary>
    [Key("unscaled", "true: utilities are not divided by the dissimilarity within a nest (an older form of the nested logit).")]
    public bool Unscaled { get; init; }

    /// <summary>Number of latent classes.</summary>
    [Key("classes", "Latent classes of people; 1: none.", Min = 1, Max = 20)]
    public int Classes { get; init; } = 1;

    /// <summary>Variables of the class membership.</summary>
    [Key("membership", "Columns that explain the class, the same on all rows of a person.")]
    public IReadOnlyList<string> Membership { get; init; } = [];

    /// <summary>Coefficients that the classes share.</summary>
    [Key("shared", "Coefficients that are the same in all classes.")]
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Random starts of the classes.</summary>
    [Key("class-starts", "Random starts from which the classes are sought; the best goes on.", Min = 1, Max = 1000)]
    public int ClassStarts { get; init; } = 8;

    /// <summary>Variables of the scale.</summary>
    [Key("scale", "Columns that explain the scale of utility, such as the dummy of a group of answers.")]
    public IReadOnlyList<string> Scale { get; init; } = [];

    /// <summary>Bent variables.</summary>
    [Key("box-cox", "Variables bent by an exponent that is estimated (Box–Cox); their values must be positive.")]
    public IReadOnlyList<string> BoxCox { get; init; } = [];
}

/// <summary>A nest of alternatives.</summary>
public sealed record NestSettings
{
    /// <summary>Name.</summary>
    [Key("name", "Name of the nest.", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Parameter.</summary>
    [Key("parameter", "Name of its dissimilarity (the coefficient of the inclusive value); nests that give the same name share one. nest.NAME when not given.")]
    public string? Parameter { get; init; }

    /// <summary>Alternatives.</summary>
    [Key("alternatives", "Its alternatives.")]
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Nests within.</summary>
    [Key("nests", "Nests within the nest.")]
    public IReadOnlyList<NestSettings> Nests { get; init; } = [];
}

/// <summary>A random coefficient.</summary>
[Shorthand("distribution")]
public sealed record RandomSettings
{
    /// <summary>Distribution.</summary>
    [Key("distribution", "How it varies.", Required = true)]
    public Distribution Distribution { get; init; }

    /// <summary>Sign of a one-signed distribution.</summary>
    [Key("sign", "lognormal, truncated-normal, censored-normal: the sign of the coefficient.", Allowed = ["positive", "negative"])]
    public string Sign { get; init; } = "positive";

    /// <summary>Lower end.</summary>
    [Key("lower", "johnson-sb: lower end.")]
    public double Lower { get; init; }

    /// <summary>Upper end.</summary>
    [Key("upper", "johnson-sb: upper end.")]
    public double Upper { get; init; } = 1;

    /// <summary>Whether it is an error component.</summary>
    [Key("error-component", "true: mean 0 and no coefficient of the mean.")]
    public bool ErrorComponent { get; init; }
}

/// <summary>Kinds of draws.</summary>
public enum DrawKind
{
    /// <summary>Halton sequences.</summary>
    Halton,

    /// <summary>Sobol' points, scrambled.</summary>
    Sobol,

    /// <summary>Modified Latin hypercube.</summary>
    LatinHypercube,

    /// <summary>Pseudo-random, in mirrored pairs.</summary>
    Antithetic,

    /// <summary>Pseudo-random.</summary>
    Random,
}

/// <summary>Draws.</summary>
public sealed record DrawSettings
{
    /// <summary>Kind.</summary>
    [Key("type", "Kind of draws.")]
    public DrawKind Type { get; init; } = DrawKind.Halton;

    /// <summary>Number.</summary>
    [Key("number", "Draws a person (or a situation, without panel).", Min = 1, Max = 1_000_000)]
    public int Number { get; init; } = 500;

    /// <summary>Elements dropped.</summary>
    [Key("drop", "halton: elements of the sequence left out at the start.", Min = 0, Max = 1_000_000)]
    public int Drop { get; init; } = 100;

    /// <summary>Whether to shuffle.</summary>
    [Key("shuffle", "halton: shuffle each person's draws, which breaks the correlation of high primes.")]
    public bool Shuffle { get; init; }

    /// <summary>Seed.</summary>
    [Key("seed", "Names the random numbers; halton: those of the shuffling.")]
    public uint Seed { get; init; } = 1;

    /// <summary>Whether to check the number.</summary>
    [Key("stability", "Whether to estimate again with a quarter and half of the draws, to see if the answer stands still.")]
    public bool Stability { get; init; } = true;
}
