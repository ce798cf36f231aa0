using InstallSim.World;

namespace InstallSim.Results;

/// <summary>All that a run or comparison leaves: what is written to the results folder and what a report is made of.</summary>
public sealed record RunResults
{
    /// <summary>What was run.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>Recorded values, by scenario, replication, year, indicator.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>By scenario, year, territory, indicator.</summary>
    public required IReadOnlyList<TerritoryResult> Territories { get; init; }

    /// <summary>By scenario, policy, act, year; empty when no policy cost anything.</summary>
    public IReadOnlyList<PolicyCost> Costs { get; init; } = [];

    /// <summary>By scenario, year, indicator; empty when one scenario ran alone.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>Whether scenarios are more than those that they are made of; empty where none is made of others.</summary>
    public IReadOnlyList<PackageEffect> Packages { get; init; } = [];

    /// <summary>By scenario and payer; empty where no policy names a payer.</summary>
    public IReadOnlyList<PayerCost> Payers { get; init; } = [];

    /// <summary>Where the variance of effects comes from; empty where nothing is doubted, or too few draws were made.</summary>
    public IReadOnlyList<DoubtSource> DoubtSources { get; init; } = [];

    /// <summary>How often each policy is the best, and what choosing it may lose; empty as above.</summary>
    public IReadOnlyList<PolicyChoice> Choices { get; init; } = [];

    /// <summary>What knowing a number would gain who chooses a policy; empty as above, and where one policy is compared.</summary>
    public IReadOnlyList<InformationValue> Information { get; init; } = [];

    /// <summary>Who chose otherwise than in the baseline; empty when one scenario ran alone.</summary>
    public required IReadOnlyList<Move> Moves { get; init; }

    /// <summary>What outcomes become at the ends of a setting's range; empty when that was not run.</summary>
    public IReadOnlyList<Sensitivity> Sensitivities { get; init; } = [];

    /// <summary>The places on the map, in the order of their code.</summary>
    public required IReadOnlyList<PlaceRow> Places { get; init; }

    /// <summary>Contours (GeoJSON or TopoJSON text) whose features carry a code; null when the territories have none.</summary>
    public string? Shapes { get; init; }

    /// <summary>Property of a shape that holds the territory's code; null when there are no shapes.</summary>
    public string? ShapesKey { get; init; }
}

/// <summary>A territory as a report needs it: a row of <c>places.csv</c>.</summary>
public sealed record PlaceRow(
    string Code, string Name, double Latitude, double Longitude, double Population, AreaType Area, string Departement, string Region);

/// <summary>What was run, from what, and how: <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    /// <summary>Dotted keys of the numbers that replications draw; empty when they differ by chance alone.</summary>
    public IReadOnlyList<string> Drawn { get; init; } = [];

    /// <summary>Whether intervals hold doubt and chance for one more replication, rather than the mean but for chance.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HoldsDoubt => Drawn.Count > 0;

    /// <summary>Whether replications are enough for any interval.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasIntervals => Replications >= (HoldsDoubt ? DoubtIntervals.Least : 2);

    /// <summary>Whether one replication was run, so that nothing is a mean over several.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOneReplication => Replications == 1;

    /// <summary>Version of InstallSim.</summary>
    public required string Version { get; init; }

    /// <summary>Name of the study: the folder or scenario that was run.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the baseline; null when one scenario ran alone.</summary>
    public string? Baseline { get; init; }

    /// <summary>Scenarios in the order shown, baseline first.</summary>
    public required IReadOnlyList<ScenarioInfo> Scenarios { get; init; }

    /// <summary>First year recorded (the start).</summary>
    public required int FirstYear { get; init; }

    /// <summary>Last year simulated.</summary>
    public required int LastYear { get; init; }

    /// <summary>Replications finished, the same for all scenarios.</summary>
    public required int Replications { get; init; }

    /// <summary>Replications asked for; more than finished when the run was stopped.</summary>
    public required int ReplicationsAsked { get; init; }

    /// <summary>Seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Name and unit of the accessibility metric, such as <c>APL</c> and <c>consultations/inhabitant/year</c>.</summary>
    public required string AccessibilityMetric { get; init; }

    /// <summary>Unit of the accessibility metric.</summary>
    public required string AccessibilityUnit { get; init; }

    /// <summary>Accessibility under which a territory counts as under-dense.</summary>
    public required double UnderDenseBelow { get; init; }

    /// <summary>Where each variable of the territories comes from.</summary>
    public required IReadOnlyList<Provenance> Territories { get; init; }

    /// <summary>What people read for policies that have a title; empty in older results.</summary>
    public IReadOnlyList<PolicyTitle> PolicyTitles { get; init; } = [];

    /// <summary>Where each coefficient and setting comes from.</summary>
    public required IReadOnlyList<SettingInfo> Settings { get; init; }

    /// <summary>Files read, with the SHA-256 of their content.</summary>
    public required IReadOnlyList<FileInfoRow> Files { get; init; }

    /// <summary>SHA-256 of the hashes of all tables: equal for equal results.</summary>
    public required string ResultHash { get; init; }

    /// <summary>What the physicians are called; null for general practitioners.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Outputs.Calling? Specialty { get; init; }

    /// <summary>What was allowed but may not be meant, and what about the baseline is hardly plausible; empty in older results.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];

    /// <summary>The tables, with the SHA-256 of their content.</summary>
    public IReadOnlyList<FileInfoRow> Tables { get; init; } = [];

    /// <summary>How large tables are stored; null for CSV. The hash of the results does not depend on it.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public TableStorage? LargeTables { get; init; }

    /// <summary>The program that ran.</summary>
    public ProgramInfo Program { get; init; } = ProgramInfo.Current;

    /// <summary>SHA-256 of program, inputs and scenarios: replications of one identity may stand together.</summary>
    public string Identity { get; init; } = "";

    /// <summary>What was asked for: enough to ask for it again.</summary>
    public RunPlan Plan { get; init; } = new([], null, [], []);

    /// <summary>The title that was asked for, else the name.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ShownName => Plan.Title ?? Name;

    /// <summary>When the run ended, UTC, as <c>2026-11-26T04:05:06Z</c>, where whoever ran it said so; no result depends on it.</summary>
    public string Finished { get; init; } = "";

    /// <summary>Wall time of the simulation, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Operating system, runtime, processors.</summary>
    public string Machine { get; init; } = "";
}

/// <summary>What people read for a policy.</summary>
/// <param name="Policy">Its label: name, else type.</param>
/// <param name="Title">Its title.</param>
/// <param name="TitleFrench">The title in French.</param>
public sealed record PolicyTitle(string Policy, string Title, string TitleFrench);

/// <summary>What a call asks for.</summary>
/// <param name="Paths">Scenario files, or a folder of them, from the folder that the program was called in.</param>
/// <param name="Baseline">Name of the baseline; null to run one scenario alone.</param>
/// <param name="Overrides">Texts <c>key.path=value</c>, for all scenarios.</param>
/// <param name="Varied">Keys of the numbers whose range was gone through.</param>
public sealed record RunPlan(
    IReadOnlyList<string> Paths, string? Baseline, IReadOnlyList<string> Overrides, IReadOnlyList<string> Varied)
{
    /// <summary>How sure effects were to be when replications were added no more, as asked; null where their number was said.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Until { get; init; }

    /// <summary>What pages and documents of the results are called; null where nobody said.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }
}

/// <summary>A scenario that was run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title, as people read it.</param>
/// <param name="Description">What it is about; may be empty.</param>
/// <param name="Policies">One line a policy: type, name, years.</param>
/// <param name="Text">The scenario as resolved YAML: enough to run it again.</param>
/// <param name="TitleFrench">Its title in French; null when it has none of its own.</param>
public sealed record ScenarioInfo(
    string Name, string Title, string Description, IReadOnlyList<string> Policies, string Text, string? TitleFrench = null)
{
    /// <summary>What it is about, in French; null when it says nothing of its own in French.</summary>
    public string? DescriptionFrench { get; init; }

    /// <summary>Its policies with their titles for their names, in the same order; empty in older results.</summary>
    public IReadOnlyList<string> PoliciesTitled { get; init; } = [];

    /// <summary>The same in French.</summary>
    public IReadOnlyList<string> PoliciesFrench { get; init; } = [];

    /// <summary>
    /// What its policies rest on: every value of theirs and where they hold, by <c>policies.LABEL.KEY</c>; empty in older results.
    /// </summary>
    public IReadOnlyList<SettingInfo> Parameters { get; init; } = [];

    /// <summary>Whether its preferences, or some of them, were estimated from answers that a computer gave, as their sources say.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasSimulatedPreferences { get; init; }
}

/// <summary>A coefficient or setting with its range and source.</summary>
/// <param name="Name">Dotted key.</param>
/// <param name="Value">As written.</param>
/// <param name="Unit">Unit; empty when none.</param>
/// <param name="Low">Low end of its plausible range; null when none is given.</param>
/// <param name="High">High end.</param>
/// <param name="Source">Author and year, or <c>ASSUMPTION</c>.</param>
public sealed record SettingInfo(string Name, string Value, string Unit, double? Low, double? High, string Source)
{
    /// <summary>What <c>installsim estimate --save</c> writes into the source of a coefficient of simulated answers.</summary>
    private const string SimulatedSource = "simulated answers";

    /// <summary>Whether it was estimated from answers that a computer gave.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFromSimulatedAnswers => Name.StartsWith("preferences.", StringComparison.Ordinal)
        && Source.Contains(SimulatedSource, StringComparison.Ordinal);

    /// <summary>What it is, a label in English; null in results of older versions.</summary>
    public string? Label { get; init; }

    /// <summary>The label in French.</summary>
    public string? LabelFrench { get; init; }
}

/// <summary>A warning in both languages.</summary>
public sealed record Remark(string English, string French);

/// <summary>A file that was read, or a table that was written.</summary>
public sealed record FileInfoRow(string Path, string Sha256)
{
    /// <summary>SHA-256 of the same table as CSV, where it is stored otherwise; null for others.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? AsCsv { get; init; }
}

/// <summary>How large tables are stored, otherwise than as CSV.</summary>
public enum TableStorage : byte
{
    /// <summary>Apache Parquet.</summary>
    Parquet,
}
