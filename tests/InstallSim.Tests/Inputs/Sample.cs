using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

/// <summary>A made-up file format with every kind of key that the readers know.</summary>
internal sealed class SampleScenario
{
    [Key("name", "Its name.", Required = true)]
    public string Name { get; init; } = "";

    [Key("years", "Years simulated.")]
    public YearRange Years { get; init; } = new(2025, 2045);

    [Key("seed", "Seed.")]
    public uint Seed { get; init; } = 1;

    [Key("replications", "Runs.", Min = 1, Max = 10_000)]
    public int Replications { get; init; } = 20;

    [Key("quiet", "Says little.")]
    public bool Quiet { get; init; }

    [Key("territories", "Table of territories.", IsPath = true)]
    public string? Territories { get; init; }

    [Key("threshold", "Under-dense below it.", Unit = "consultations/inhabitant/year", Min = 0, Source = "DREES 2017")]
    public double? Threshold { get; init; } = 2.5;

    [Key("tags", "Words.")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Key("coefficients", "Tastes.")]
    public IReadOnlyDictionary<string, SampleCoefficient> Coefficients { get; init; } = new Dictionary<string, SampleCoefficient>();

    [Key("access", "How access is measured.")]
    public SampleAccess Access { get; init; } = new() { Radius = 30 };

    [Key("policies", "What changes.")]
    public IReadOnlyList<SamplePolicy> Policies { get; init; } = [];
}

[Shorthand("value")]
internal sealed class SampleCoefficient
{
    [Key("value", "Its value.", Required = true, Min = -100, Max = 100)]
    public double Value { get; init; }

    [Key("source", "Who says so.")]
    public string? Source { get; init; }
}

internal sealed record SampleAccess
{
    [Key("radius", "Catchment.", Unit = "min", Min = 1, Max = 120)]
    public double Radius { get; init; } = 15;

    [Key("decay", "Shape.", Allowed = ["step", "linear"])]
    public string Decay { get; init; } = "step";
}

internal enum SampleArea
{
    Urban,
    VeryRural,
}

internal abstract record SamplePolicy
{
    [Key("name", "Its name.")]
    public string? Name { get; init; }

    [Key("from", "First year.", Min = 1900, Max = 2200)]
    public int From { get; init; } = 2025;

    [Key("areas", "Where.")]
    public SampleArea[] Areas { get; init; } = [];
}

internal sealed record SampleGrant : SamplePolicy
{
    [Key("amount-keur", "Paid once.", Unit = "k€", Min = 0, Required = true)]
    public double Amount { get; init; }
}

internal sealed record SampleOpening : SamplePolicy
{
    [Key("per-year", "Centres opened.", Unit = "centres/year", Min = 0, Max = 100)]
    public int PerYear { get; init; }
}

/// <summary>Reads the made-up format, and gives what is wrong as text.</summary>
internal static class Sample
{
    public static InputCatalogs Catalogs { get; } = new InputCatalogs()
        .Add<SamplePolicy>(new Dictionary<string, Type> { ["grant"] = typeof(SampleGrant), ["opening"] = typeof(SampleOpening) })
        .Allow<SampleScenario>("coefficients", ["income", "peers", "schools"]);

    public static HashSet<string> Appended { get; } = ["policies"];

    public static SampleScenario? Read(string path, InputErrors errors, params string[] overrides) =>
        YamlInheritance.Read(path, errors, Appended, overrides) is { } document
            ? new Binder(errors, Catalogs, isWhole: document.IsWhole).Bind<SampleScenario>(document.Root)
            : null;

    /// <summary>Reads what must be right.</summary>
    public static SampleScenario Good(string path, params string[] overrides)
    {
        var errors = new InputErrors();
        SampleScenario? scenario = Read(path, errors, overrides);
        Assert.That(errors.All, Is.Empty);
        return scenario!;
    }

    /// <summary>The errors of one file, each as <c>line,column: message</c>.</summary>
    public static string[] Faults(string yaml)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.yaml", yaml);
        var errors = new InputErrors();
        Read(path, errors);
        Assert.That(errors.All.Select(error => error.Place.File), Is.All.EqualTo(path));
        return [.. errors.All.Select(error => $"{error.Place.Line},{error.Place.Column}: {error.Message}")];
    }
}
