using System.Globalization;
using InstallSim.Indicators;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Points;

/// <summary>A plan with all that was read for it.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Settings">The plan as written.</param>
/// <param name="Binder">Knows the place of every value.</param>
/// <param name="Loaded">Its scenarios, the baseline first, and their data.</param>
/// <param name="Numbers">The numbers that vary, in the order written; all in the order of the scenarios.</param>
/// <param name="Outcomes">What is looked at, in the order written, by scenario.</param>
public sealed record LoadedPlan<T>(
    string Path, T Settings, Binder Binder, LoadedExperiment Loaded, IReadOnlyList<PlanNumber> Numbers,
    IReadOnlyList<PlanOutcome> Outcomes)
    where T : PlanSettings
{
    /// <summary>Positions of the numbers that are the shares of all classes of the baseline; see <see cref="PointShares"/>.</summary>
    public int[] ClassShares => PointShares.All(Loaded.Experiment.Scenarios[0].Scenario, [.. Numbers.Select(n => n.Name)]);

    /// <summary>The outcomes of a replication, in their order.</summary>
    public double[] Read(ReplicationResult replication) => [.. Outcomes.Select(o => o.Read(replication))];

    /// <summary>Runs that a number of points takes: points × scenarios × replications.</summary>
    public double RunsOf(double points) => points * Loaded.Experiment.Scenarios.Count * Loaded.Experiment.Replications;
}

/// <summary>What is wrong with a plan while its parts are checked against each other.</summary>
/// <param name="Errors">Receives what is wrong.</param>
/// <param name="AreNumbersRight">Whether no number of the plan is at fault, so that one that is not there is none of them.</param>
/// <param name="AreOutcomesRight">Whether no outcome of the plan is.</param>
public sealed record PlanFaults(InputErrors Errors, bool AreNumbersRight, bool AreOutcomesRight);

/// <summary>A number that varies.</summary>
/// <param name="Name">Its dotted key.</param>
/// <param name="Value">Its value in the scenarios, the first that has it.</param>
/// <param name="Low">Low end of what is looked at.</param>
/// <param name="High">High end, above low.</param>
public sealed record PlanNumber(string Name, double Value, double Low, double High)
{
    /// <summary>Whether it counts something: a lever of a policy that takes whole numbers alone.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The scenarios that have it, by name; none where all have it.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Whether the baseline is among them: differences from it hang on the number, whatever scenario they are of.</summary>
    public bool IsOfBaseline { get; init; }

    /// <summary>Whether outcomes of a scenario can hang on it.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="of">Differences from the baseline, or levels.</param>
    public bool IsOf(string scenario, OutcomeOf of) =>
        Scenarios.Count == 0 || Scenarios.Contains(scenario) || (IsOfBaseline && of == OutcomeOf.Difference);

    /// <summary>
    /// The value at a share of the range: low + u · (high − low); of whole numbers from low to high, each has an equal share.
    /// </summary>
    /// <param name="u">From 0 to 1.</param>
    public double At(double u) => IsWhole
        ? Math.Min(Math.Floor(High), Math.Floor(Math.Ceiling(Low) + (u * WholeNumbers)))
        : Low + (u * (High - Low));

    /// <summary>How many whole numbers there are from low to high.</summary>
    public double WholeNumbers => Math.Max(0, Math.Floor(High) - Math.Ceiling(Low) + 1);

    /// <summary>The value that a run can have: the nearest whole number from low to high of what counts something.</summary>
    public double Possible(double value) => IsWhole
        ? Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), Math.Ceiling(Low), Math.Floor(High))
        : value;
}

/// <summary>An outcome: an indicator of a scenario in a year.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Position">Its position in the experiment.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Year">The year.</param>
/// <param name="FirstYear">First year of the runs.</param>
/// <param name="Of">The difference from the baseline, or the level.</param>
public sealed record PlanOutcome(string Scenario, int Position, Indicator Indicator, int Year, int FirstYear, OutcomeOf Of)
{
    private readonly int _cell = ((Year - FirstYear) * IndicatorCatalog.Recorded.Count)
        + IndicatorCatalog.Recorded.TakeWhile(i => i.Name != Indicator.Name).Count();

    /// <summary>What it is in one text, such as <c>msp-openings stock-under-dense 2045 difference</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture,
        $"{Scenario} {Indicator.Name} {Year} {(Of == OutcomeOf.Difference ? "difference" : "level")}");

    /// <summary>Its value in a replication, in the unit of the indicator.</summary>
    public double Read(ReplicationResult replication)
    {
        double value = replication.Scenarios[Position].Values[_cell];
        return Of == OutcomeOf.Difference ? value - replication.Scenarios[0].Values[_cell] : value;
    }
}
