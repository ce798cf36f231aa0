using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Through what a policy reaches a physician: how a changed choice is put down to it.</summary>
public enum PolicyReach : byte
{
    /// <summary>It draws physicians to the territories concerned.</summary>
    Attracts,
    /// <summary>It keeps physicians out of the territories concerned.</summary>
    Repels,
    /// <summary>It opens centres, and draws physicians to them.</summary>
    Centres,
    /// <summary>It changes physicians before they choose.</summary>
    Physicians,
}

/// <summary>
/// Something public that changes a run, from one year until another, in the territories that its <c>where</c> names. One file a
/// policy: its properties are its YAML. The hooks stand in the order in which a year calls them; each does nothing unless overridden.
/// Policies hold no state of a run: what they start is kept by the simulator (places, contracts).
/// </summary>
public abstract record Policy
{
    /// <summary>Its name in YAML.</summary>
    [Key("type", "Which policy.", Required = true)]
    public string Type { get; init; } = "";

    /// <summary>What the report calls it.</summary>
    [Key("name", "What the report calls it; the type when not given.")]
    public string? Name { get; init; }

    /// <summary>First year.</summary>
    [Key("from", "First year.", Required = true, Min = 1900, Max = 2200)]
    public int From { get; init; }

    /// <summary>Last year.</summary>
    [Key("until", "Last year; without end when not given.", Min = 1900, Max = 2200)]
    public int? Until { get; init; }

    /// <summary>Which territories it concerns.</summary>
    [Key("where", "Which territories it concerns; all when not given.")]
    public TerritoryFilter Where { get; init; } = new();

    /// <summary>Through what it reaches a physician.</summary>
    public virtual PolicyReach Reach => PolicyReach.Attracts;

    /// <summary>Name, or type when it has none.</summary>
    public string Label => Name ?? Type;

    /// <summary>Whether it acts in a year.</summary>
    public bool IsActive(int year) => year >= From && year <= (Until ?? int.MaxValue);

    /// <summary>What cannot be: a key of this policy and what is wrong with its value.</summary>
    public virtual IEnumerable<(string Key, string Message)> Check()
    {
        if (Until < From)
        {
            yield return ("until", $"the policy ends in {Until}, before it starts in {From}");
        }
    }

    /// <summary>Graduate: the share of this year's graduates trained in rural practices, given what it would be without.</summary>
    public virtual double RuralTrainingShare(int year, double share) => share;

    /// <summary>Apply: centres opened this year in territories concerned.</summary>
    /// <param name="year">The year.</param>
    /// <param name="where">Territories concerned, shape [I].</param>
    /// <param name="open">Opens one centre in a territory.</param>
    public virtual void OpenCentres(in YearView year, ReadOnlySpan<bool> where, Action<CentreOpening> open) { }

    /// <summary>Apply: adds what it pays to the income of those who choose, k€/year by alternative, shape [J].</summary>
    public virtual void AddIncome(in YearView year, ReadOnlySpan<bool> where, Chooser chooser, Span<double> income) { }

    /// <summary>Apply: changes the probability that a territory is considered, shape [I]; the simulator keeps it within 0–1.</summary>
    public virtual void ChangeConsideration(in YearView year, ReadOnlySpan<bool> where, Span<double> probability) { }

    /// <summary>Apply: lowers how many may settle in a territory this year, shape [I]; <see cref="int.MaxValue"/> is no limit.</summary>
    /// <param name="year">The year.</param>
    /// <param name="where">Territories concerned, shape [I].</param>
    /// <param name="departures">Physicians who left each territory since the last choices, shape [I].</param>
    /// <param name="limit">Limit so far, lowered.</param>
    public virtual void LimitEntries(in YearView year, ReadOnlySpan<bool> where, ReadOnlySpan<int> departures, Span<int> limit) { }

    /// <summary>Install: the contract that a physician who came into a territory concerned gets; null for none.</summary>
    public virtual Contract? Sign(int year, in Installation installation) => null;

    /// <summary>Record: cost of the year beside contracts, k€.</summary>
    /// <param name="year">The year, after installations.</param>
    /// <param name="where">Territories concerned, shape [I].</param>
    /// <param name="centres">Centres that it opened and that are still open, of which some this year.</param>
    /// <param name="graduates">Graduates of the year.</param>
    public virtual double RunningCost(in YearView year, ReadOnlySpan<bool> where, CentreCount centres, GraduateCount graduates) => 0;
}

/// <summary>A multi-professional health centre that opens.</summary>
/// <param name="Territory">Where.</param>
/// <param name="Places">Places for general practitioners.</param>
/// <param name="Founders">Local physicians at most who found it.</param>
public readonly record struct CentreOpening(int Territory, int Places, int Founders);

/// <summary>Centres that a policy opened.</summary>
/// <param name="Open">Open now.</param>
/// <param name="New">Opened this year.</param>
public readonly record struct CentreCount(int Open, int New);

/// <summary>Graduates of a year.</summary>
/// <param name="All">All.</param>
/// <param name="RurallyTrained">Trained in rural practices.</param>
/// <param name="RurallyTrainedAnyway">Of them, those who would have been without any policy.</param>
public readonly record struct GraduateCount(int All, int RurallyTrained, int RurallyTrainedAnyway);
