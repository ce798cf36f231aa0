using InstallSim.Choice.Analysis;
using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Uptakes;

/// <summary>Some of the people: all, a class, or those with one value of a column.</summary>
/// <param name="Id">In files: <c>all</c>, <c>class 2</c>, <c>female = 1</c>.</param>
/// <param name="Share">Their share of all people.</param>
public sealed record UptakePeople(string Id, double Share)
{
    /// <summary>Everybody.</summary>
    public const string All = "all";

    /// <summary>What people call them.</summary>
    public Words Said => Id == All ? new("all", "tous") : Id.StartsWith("class ", StringComparison.Ordinal)
        ? new(Id, "classe " + Id["class ".Length..]) : new(Id, Id);
}

/// <summary>Who would take a package.</summary>
/// <param name="Package">The package; null: the base.</param>
/// <param name="People">Whose uptake it is.</param>
/// <param name="Probability">Probability of taking the job, in [0, 1].</param>
/// <param name="Change">The probability less that of the base, with the same draws of the estimates in both.</param>
public sealed record UptakeRow(PackageSettings? Package, UptakePeople People, Interval Probability, Interval Change)
{
    /// <summary>The package's name; <c>base</c> for the base.</summary>
    public string Name => Package?.Name ?? "base";
}

/// <summary>The income that makes up for a package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Improvements">Packages added to it; empty: none.</param>
/// <param name="Income">Change of the income that gives the uptake of the base; NaN where there is none.</param>
/// <param name="Unsolved">Share of the draws of the estimates without one; with more than a twentieth there is no interval.</param>
public sealed record CompensatingIncome(
    PackageSettings Package, IReadOnlyList<PackageSettings> Improvements, Interval Income, double Unsolved);

/// <summary>What packages would do, by the estimates of a study.</summary>
/// <param name="Source">The study.</param>
/// <param name="Model">What the model is called.</param>
/// <param name="Estimates">The file of the estimates.</param>
/// <param name="Rows">The base first, for each of the people; then the packages.</param>
/// <param name="Incomes">Incomes that make up; empty where the study names no income.</param>
/// <param name="Map">Uptake of the base, shape [levels][incomes]; empty without a map.</param>
/// <param name="Warnings">What was warned of when the estimates were made, and levels far from those of the data.</param>
public sealed record UptakeResult(
    StudySource Source, string Model, string Estimates, IReadOnlyList<UptakeRow> Rows, IReadOnlyList<CompensatingIncome> Incomes,
    double[][] Map, IReadOnlyList<Words> Warnings)
{
    private readonly Lazy<bool> _isSimulated = new(() => SimulatedAnswers.Are(Source));

    /// <summary>Whether the answers behind the estimates are a computer's, as the study says or the program can tell.</summary>
    public bool IsSimulated => _isSimulated.Value;

    /// <summary>What the study asks.</summary>
    public UptakeSettings Settings => Source.Study.Uptake!;

    /// <summary>The rows of everybody.</summary>
    public IEnumerable<UptakeRow> OfAll => Rows.Where(r => r.People.Id == UptakePeople.All);

    /// <summary>That answers are simulated, and the warnings, in one line, for tables that programs read.</summary>
    public string Remarks => string.Join("; ", (IsSimulated ? [SimulatedAnswers.Remark] : Array.Empty<string>())
        .Concat(Warnings.Select(w => "Warning: " + w.English)));
}
