using InstallSim.Choice.Models;
using InstallSim.Inputs;

namespace InstallSim.Studies.Settings;

/// <summary>What makes a model more than a multinomial logit.</summary>
public sealed record ModelSettings
{
    [Key("random", "Coefficients that vary over people, by variable: a distribution, or keys with values.")]
    public IReadOnlyDictionary<string, RandomSettings> Random { get; init; } = new Dictionary<string, RandomSettings>();

    [Key("correlated", "Groups of variables whose random coefficients are correlated with one another.")]
    public IReadOnlyList<IReadOnlyList<string>> Correlated { get; init; } = [];

    [Key("panel", "Whether a person keeps the same random coefficients in all situations.")]
    public bool Panel { get; init; } = true;

    [Key("numeraire", "Variable in whose units the other coefficients are estimated (willingness-to-pay space).")]
    public string? Numeraire { get; init; }

    [Key("in-utils",
        "Coefficients that stay in utils beside a 'numeraire', outside what the price's coefficient multiplies, as a rule constants of " +
        "alternatives. Where the price's coefficient varies over people this is another model.")]
    public IReadOnlyList<string> InUtils { get; init; } = [];

    [Key("nests",
        "Nests of alternatives (nested logit; cross-nested when an alternative is in several); alternatives in no nest stand alone.")]
    public IReadOnlyList<NestSettings> Nests { get; init; } = [];

    [Key("nests-by",
        "Column of a long table that names the nest of each alternative, in place of 'nests'; one that shares its text with none " +
        "stands alone.")]
    public string? NestsBy { get; init; }

    [Key("unscaled", "true: utilities are not divided by the dissimilarity within a nest (an older form of the nested logit).")]
    public bool Unscaled { get; init; }

    [Key("classes", "Latent classes of people; 1: none.", Min = 1, Max = 20)]
    public int Classes { get; init; } = 1;

    [Key("scale-classes", "Latent classes of scale beside those of tastes, independent of them; 1: none.", Min = 1, Max = 10)]
    public int ScaleClasses { get; init; } = 1;

    [Key("membership", "Columns that explain the class, the same on all rows of a person.")]
    public IReadOnlyList<string> Membership { get; init; } = [];

    [Key("shared", "Coefficients that are the same in all classes.")]
    public IReadOnlyList<string> Shared { get; init; } = [];

    [Key("class-starts", "Random starts from which the classes are sought; the best goes on.", Min = 1, Max = 1000)]
    public int ClassStarts { get; init; } = 8;

    [Key("scale",
        "Columns that explain the scale of utility, such as the dummy of a group of answers; also with random coefficients, nests and " +
        "classes.")]
    public IReadOnlyList<string> Scale { get; init; } = [];

    [Key("random-scale", "A scale of utility that varies over people: G-MNL with random coefficients, S-MNL without.")]
    public RandomScaleSettings? RandomScale { get; init; }

    [Key("regret", "Variables of which each alternative is compared with every other (random regret); the rest enters as in a logit.")]
    public IReadOnlyList<string> Regret { get; init; } = [];

    [Key("box-cox", "Variables bent by an exponent that is estimated (Box–Cox); their values must be positive.")]
    public IReadOnlyList<string> BoxCox { get; init; } = [];
}

/// <summary>A nest of alternatives.</summary>
public sealed record NestSettings
{
    [Key("name", "Name of the nest.", Required = true)]
    public string Name { get; init; } = "";

    [Key("parameter",
        "Name of its dissimilarity (the coefficient of the inclusive value); nests that give the same name share one. nest.NAME when not " +
        "given.")]
    public string? Parameter { get; init; }

    [Key("alternatives", "Its alternatives.")]
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    [Key("nests", "Nests within the nest.")]
    public IReadOnlyList<NestSettings> Nests { get; init; } = [];
}

/// <summary>A scale that varies over people.</summary>
[Shorthand("distribution")]
public sealed record RandomScaleSettings
{
    [Key("distribution", "How it varies: exp(-tau^2/2 + tau*normal), of mean 1.", Allowed = ["lognormal"])]
    public string Distribution { get; init; } = "lognormal";

    [Key("unscaled", "Variables whose coefficients are not scaled, such as constants of alternatives.")]
    public IReadOnlyList<string> Unscaled { get; init; } = [];

    [Key("gamma",
        "Part of the deviations of random coefficients that is not scaled: 0 (G-MNL-II), 1 (G-MNL-I), any other; estimated when not " +
        "given.")]
    public double? Gamma { get; init; }
}

/// <summary>A random coefficient.</summary>
[Shorthand("distribution")]
public sealed record RandomSettings
{
    [Key("distribution", "How it varies.", Required = true)]
    public Distribution Distribution { get; init; }

    [Key("sign", "lognormal, truncated-normal, censored-normal: the sign of the coefficient.", Allowed = ["positive", "negative"])]
    public string Sign { get; init; } = "positive";

    [Key("lower", "johnson-sb: lower end.")]
    public double Lower { get; init; }

    [Key("upper", "johnson-sb: upper end.")]
    public double Upper { get; init; } = 1;

    [Key("error-component", "true: mean 0 and no coefficient of the mean.")]
    public bool ErrorComponent { get; init; }

    [Key("mean-by",
        "Columns of the person that the mean depends on (of lognormal, the mean of the exponent): NAME.COLUMN is what a unit more adds " +
        "to it.")]
    public IReadOnlyList<string> MeanBy { get; init; } = [];

    [Key("sd-by",
        "Columns of the person that the spread depends on: a unit more multiplies it by exp(sd-by.NAME.COLUMN).")]
    public IReadOnlyList<string> SpreadBy { get; init; } = [];
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
    [Key("type", "Kind of draws.")]
    public DrawKind Type { get; init; } = DrawKind.Halton;

    [Key("number", "Draws a person (or a situation, without panel).", Min = 1, Max = 1_000_000)]
    public int Number { get; init; } = 500;

    [Key("drop", "halton: elements of the sequence left out at the start.", Min = 0, Max = 1_000_000)]
    public int Drop { get; init; } = 100;

    [Key("shuffle", "halton: shuffle each person's draws, which breaks the correlation of high primes.")]
    public bool Shuffle { get; init; }

    [Key("seed", "Names the random numbers; halton: those of the shuffling.")]
    public uint Seed { get; init; } = 1;

    [Key("stability", "Whether to estimate again with a quarter and half of the draws, to see if the answer stands still.")]
    public bool Stability { get; init; } = true;
}
