using InstallSim.Inputs;

namespace InstallSim.Calibration;

/// <summary>A calibration; its properties are the keys of its file.</summary>
public sealed record CalibrationSettings
{
    [Key("name", "Name of the calibration, kebab-case: the folder of its results.", Required = true)]
    public string Name { get; init; } = "";

    [Key("scenario", "The scenario whose numbers are calibrated.", Required = true, IsPath = true)]
    public string Scenario { get; init; } = "";

    [Key("territories", "Another territories.yaml than the scenario's.", IsPath = true)]
    public string? Territories { get; init; }

    [Key("years", "Other years than the scenario's; the targets need no later ones.")]
    public YearRange? Years { get; init; }

    [Key("replications", "Runs of each point; all points share their random numbers.", Min = 2, Max = 65535)]
    public int Replications { get; init; } = 2;

    [Key("seed", "Names the random numbers; the scenario's when it is not given.")]
    public uint? Seed { get; init; }

    [Key("parameters", "The numbers that are calibrated, at least one.", Required = true)]
    public IReadOnlyList<ParameterSettings> Parameters { get; init; } = [];

    [Key("targets", "What was published and the model is to meet, at least one.", Required = true)]
    public IReadOnlyList<TargetSettings> Targets { get; init; } = [];

    [Key("waves", "Waves of history matching.", Min = 1, Max = 20)]
    public int Waves { get; init; } = 3;

    [Key("points", "Points of a wave.", Min = 10, Max = 1_000_000_000)]
    public int Points { get; init; } = 60;

    [Key("cutoff", "Implausibility above which a point is ruled out; 3 by the rule of three sigma (Pukelsheim 1994).", Min = 0.5,
        Max = 100)]
    public double Cutoff { get; init; } = 3;

    [Key("set-aside", "How many targets may exceed the cutoff at a point that is not ruled out.", Min = 0, Max = 100)]
    public int SetAside { get; init; }

    [Key("candidates", "Points by which the space that is left is measured; they are not simulated.", Min = 1000, Max = 10_000_000)]
    public int Candidates { get; init; } = 65536;

    [Key("fit", "Whether a fit follows the waves.")]
    public bool Fit { get; init; } = true;

    [Key("fit-points", "Points that the fit may simulate.", Min = 10, Max = 1_000_000_000)]
    public int FitPoints { get; init; } = 200;

    /// <summary>Runs of the scenario at most: points of waves and fit, each in all replications, and the scenario as it is.</summary>
    public long Evaluations => Replications * (((long)Waves * Points) + (Fit ? FitPoints : 0) + 1);
}

/// <summary>A number of the scenario that is calibrated.</summary>
[Shorthand("number")]
public sealed record ParameterSettings
{
    [Key("number", "Its dotted key, as '--sensitivity' takes it.", Required = true)]
    public string Number { get; init; } = "";

    [Key("low", "Low end of the range searched; the number's own when it is not given.")]
    public double? Low { get; init; }

    [Key("high", "High end of the range searched; the number's own when it is not given.")]
    public double? High { get; init; }
}

/// <summary>Territories of which a target speaks, by all that is given.</summary>
public sealed record AreaSettings
{
    [Key("region", "Codes of regions.")]
    public IReadOnlyList<string> Region { get; init; } = [];

    [Key("departement", "Codes of départements.")]
    public IReadOnlyList<string> Departement { get; init; } = [];

    [Key("area-type", "Types of area.")]
    public IReadOnlyList<World.AreaType> AreaType { get; init; } = [];
}

/// <summary>A published number, and what of the model is to meet it.</summary>
public sealed record TargetSettings
{
    [Key("name", "Its name in tables and figures, unique.", Required = true)]
    public string Name { get; init; } = "";

    [Key("indicator", "The indicator that is measured.", Required = true)]
    public string Indicator { get; init; } = "";

    [Key("year", "The year of the indicator; or 'years'.")]
    public int? Year { get; init; }

    [Key("years", "Years whose mean is meant, such as 2027..2035; or 'year'.")]
    public YearRange? Years { get; init; }

    [Key("of", "Territories whose indicator is meant; all when it is not given.")]
    public AreaSettings? Of { get; init; }

    [Key("over", "An indicator of all territories and the same years by which it is divided.")]
    public string? Over { get; init; }

    [Key("relative-to", "A year by whose value it is divided.")]
    public int? RelativeTo { get; init; }

    [Key("value", "What was published.", Required = true)]
    public double Value { get; init; }

    [Key("se", "Standard error of what was published, in its unit; half of a tolerance that is meant to hold 19 times of 20.",
        Required = true, Min = 0)]
    public double StandardError { get; init; }

    [Key("discrepancy",
        "Standard deviation of what the model leaves out even at its best values, in the same unit; an assumption of whoever writes it.",
        Min = 0, Source = "ASSUMPTION")]
    public double Discrepancy { get; init; }

    [Key("weight", "Weight of its squared miss in the fit.", Min = 0.001, Max = 1000)]
    public double Weight { get; init; } = 1;

    [Key("limit", "at-least or at-most: the other side of the value is no miss.")]
    public TargetLimit Limit { get; init; }

    [Key("source", "Author and year, and what is assumed of it.", Required = true)]
    public string Source { get; init; } = "";
}
