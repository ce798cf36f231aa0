using InstallSim.Inputs;

namespace InstallSim.Validation;

/// <summary>What a validation file says: a forecast of years that are past, figures to stand beside published ones, or both.</summary>
public sealed record ValidationFile
{
    [Key("title", "Heading of what is written.")]
    public string Title { get; init; } = "Validation";

    [Key("title-fr", "The heading in French.")]
    public string TitleFr { get; init; } = "";

    [Key("backtest", "A forecast from observed counts of a past year, compared with observed counts of a later one.")]
    public BacktestSettings? Backtest { get; init; }

    [Key("published", "Figures of a scenario beside published ones.")]
    public PublishedSettings? Published { get; init; }

    [Key("variants", "Tables of what figures become when settings change.")]
    public IReadOnlyList<VariantSettings> Variants { get; init; } = [];

    [Key("remarks", "What a reader should know, a paragraph each; written as they stand.")]
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>A forecast of years that are past.</summary>
public sealed record BacktestSettings : MarkedTableFormat
{
    [Key("scenario", "Scenario file: what was in force then.", Required = true, IsPath = true)]
    public string Scenario { get; init; } = "";

    [Key("territories", "Another territories.yaml than the scenario's: columns as they were known at the start.", IsPath = true)]
    public string? Territories { get; init; }

    [Key("set", "Texts key.path=value that change the scenario.")]
    public IReadOnlyList<string> Set { get; init; } = [];

    [Key("years", "Year of the observed start and year of the observed end.", Required = true)]
    public YearRange Years { get; init; }

    [Key("table", "Table of observed counts, a row a territory: CSV, plain or gzip, or a workbook (.xlsx).", Required = true,
        IsPath = true)]
    public string Table { get; init; } = "";

    [Key("code", "Column of the codes of the territories.")]
    public string Code { get; init; } = "code";

    [Key("start", "Column of the physicians counted in the first year; it replaces the physicians of the territories.", Required = true)]
    public ObservedColumn Start { get; init; } = new();

    [Key("end", "Column of the physicians counted in the last year; the model never sees it.", Required = true)]
    public ObservedColumn End { get; init; } = new();

    [Key("end-60-plus", "Column of those of the last year who are 60 or over.")]
    public ObservedColumn? End60Plus { get; init; }

    [Key("national-change", "Change of all physicians between the two years under one definition: the start is multiplied so that both "
        + "counts differ by it. Without it counts are taken as they are.")]
    public NationalChange? NationalChange { get; init; }

    [Key("replications", "Runs of the model.", Min = 2, Max = 65535)]
    public int Replications { get; init; } = 20;

    [Key("half-life-years", "Years in which mean reversion halves what a territory's density differs from the mean by; set beforehand, "
        + "never fitted to the last year.", Unit = "years", Min = 0.5, Max = 1000, Source = "ASSUMPTION")]
    public double HalfLifeYears { get; init; } = 20;

    [Key("resamples", "Samples of territories for the intervals of scores.", Min = 100, Max = 100_000, Source = "ASSUMPTION")]
    public int Resamples { get; init; } = 1000;
}

/// <summary>How physicians of the whole country changed, counted in one way.</summary>
[Shorthand("value")]
public sealed record NationalChange
{
    [Key("value", "A share, such as -0.04 for a fall by 4 %.", Required = true, Min = -0.9, Max = 10)]
    public double Value { get; init; }

    [Key("source", "Author and year, or the word ASSUMPTION and why.")]
    public string Source { get; init; } = "";
}

/// <summary>A column of counts and where it comes from.</summary>
[Shorthand("column")]
public sealed record ObservedColumn
{
    [Key("column", "Column of the table.", Required = true)]
    public string Column { get; init; } = "";

    [Key("source", "Publisher and definition.")]
    public string Source { get; init; } = "";
}

/// <summary>What is run for a table of figures.</summary>
public abstract record RunSettings
{
    [Key("scenario", "Scenario file.", Required = true, IsPath = true)]
    public string Scenario { get; init; } = "";

    [Key("territories", "Another territories.yaml than the scenario's.", IsPath = true)]
    public string? Territories { get; init; }

    [Key("set", "Texts key.path=value that change the scenario.")]
    public IReadOnlyList<string> Set { get; init; } = [];

    [Key("replications", "Runs of the model.", Min = 1, Max = 65535)]
    public int Replications { get; init; } = 4;
}

/// <summary>Figures of a scenario beside published ones.</summary>
public sealed record PublishedSettings : RunSettings
{
    [Key("years", "Years of the model that are shown.", Required = true)]
    public IReadOnlyList<int> Years { get; init; } = [];

    [Key("figures", "A row each.", Required = true)]
    public IReadOnlyList<PublishedFigure> Figures { get; init; } = [];
}

/// <summary>A figure of the model, what it is called and how it is written.</summary>
public abstract record ShownFigure
{
    [Key("label", "What it is.", Required = true)]
    public string Label { get; init; } = "";

    [Key("label-fr", "What it is, in French.")]
    public string LabelFr { get; init; } = "";

    [Key("show", "Indicators of the results, or quotients of two such as stock-solo/stock; several are written beside one another.",
        Required = true)]
    public IReadOnlyList<string> Show { get; init; } = [];

    [Key("as", "How it is written: a number, per cent, an index of 100 in the first year shown, or the lowest value of all years and its "
        + "year.")]
    public ShownAs As { get; init; }

    [Key("decimals", "Decimals.", Min = 0, Max = 6)]
    public int Decimals { get; init; }
}

/// <summary>A row of the table of published figures.</summary>
public sealed record PublishedFigure : ShownFigure
{
    [Key("published", "The published figure, with its year.", Required = true)]
    public string Published { get; init; } = "";

    [Key("source", "Who published it.", Required = true)]
    public string Source { get; init; } = "";

    [Key("remark", "What makes the two alike or different.")]
    public string Remark { get; init; } = "";
}

/// <summary>How a figure is written.</summary>
public enum ShownAs
{
    /// <summary>As it is.</summary>
    Number,

    /// <summary>Times 100, with a per cent sign.</summary>
    Percent,

    /// <summary>100 in the first year shown.</summary>
    Index,

    /// <summary>The lowest value of all years and its year, under the first year shown.</summary>
    Lowest,
}

/// <summary>What figures become when settings change.</summary>
public sealed record VariantSettings : RunSettings
{
    [Key("title", "What varies.", Required = true)]
    public string Title { get; init; } = "";

    [Key("variants", "A column each; the first is run as it is unless it says set.", Required = true)]
    public IReadOnlyList<Variant> Columns { get; init; } = [];

    [Key("figures", "A row each.", Required = true)]
    public IReadOnlyList<VariantFigure> Figures { get; init; } = [];
}

/// <summary>A column of a table of variants.</summary>
public sealed record Variant
{
    [Key("label", "Heading of the column.", Required = true)]
    public string Label { get; init; } = "";

    [Key("set", "Texts key.path=value that change the scenario, after those of the table.")]
    public IReadOnlyList<string> Set { get; init; } = [];
}

/// <summary>A row of a table of variants.</summary>
public sealed record VariantFigure : ShownFigure
{
    [Key("year", "Year of the model.", Required = true)]
    public int Year { get; init; }
}
