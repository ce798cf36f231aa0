namespace InstallSim.World;

/// <summary>
/// What variables, metrics, policies and indicators may see of a year. A ref struct, so that nobody can keep it: only the simulator
/// writes the arrays behind it. I territories, J = F·I alternatives (territory × form of practice, see <see cref="AlternativeTable"/>).
/// </summary>
public readonly ref struct YearView
{
    /// <summary>Calendar year.</summary>
    public required int Year { get; init; }

    /// <summary>The territories.</summary>
    public required TerritoryTable Territories { get; init; }

    /// <summary>The physicians.</summary>
    public required PhysicianTable Physicians { get; init; }

    /// <summary>Travel times within the catchment.</summary>
    public required TravelTimes TravelTimes { get; init; }

    /// <summary>Installed physicians by alternative, headcount, shape [J].</summary>
    public required ReadOnlySpan<int> Stock { get; init; }

    /// <summary>Places by alternative, filled or free, shape [J]; <see cref="int.MaxValue"/> where they do not bind.</summary>
    public required ReadOnlySpan<int> Places { get; init; }

    /// <summary>Working time of the installed, full-time equivalents by territory, shape [I].</summary>
    public required ReadOnlySpan<double> Supply { get; init; }

    /// <summary>Share of the year's vacancies that each territory has (lists to take over and unmet need), &gt; 0, shape [I].</summary>
    public required ReadOnlySpan<double> Vacancies { get; init; }

    /// <summary>Accessibility as measured this year, unit of the metric, shape [I].</summary>
    public required ReadOnlySpan<double> Accessibility { get; init; }

    /// <summary>Zoning, shape [I].</summary>
    public required ReadOnlySpan<Zone> Zoning { get; init; }

    /// <summary>Further zonings of the scenario by name, shape [I]; null for none.</summary>
    public IReadOnlyDictionary<string, bool[]>? Zones { get; init; }

    /// <summary>Net income that the market gives, k€/year, by territory, shape [I].</summary>
    public required ReadOnlySpan<double> Income { get; init; }

    /// <summary>Weekly working hours beyond the mean, by territory, shape [I].</summary>
    public required ReadOnlySpan<double> ExtraHours { get; init; }

    /// <summary>Income that policies add in all forms of practice for whoever is choosing, k€/year, by territory, shape [I].</summary>
    public required ReadOnlySpan<double> ExtraIncome { get; init; }

    /// <summary>What draws to each territory beyond what is observed of it, ξ, utils, shape [I]; empty for 0 everywhere.</summary>
    public ReadOnlySpan<double> PlaceEffects { get; init; }

    /// <summary>Factor on what each physician of a territory offers, shape [I]; empty for 1 everywhere.</summary>
    public ReadOnlySpan<double> CapacityFactor { get; init; }

    /// <summary>Full-time equivalents offered without a physician, shape [I]; as long as <see cref="CapacityFactor"/>.</summary>
    public ReadOnlySpan<double> ExtraFte { get; init; }

    /// <summary>Strength of the projects of a territory's MSP, 0–1, shape [I]; empty for 1 everywhere.</summary>
    public ReadOnlySpan<double> CentreStrength { get; init; }

    /// <summary>Income of a form of practice beside that of the place, k€/year, shape [J]; empty for none.</summary>
    public ReadOnlySpan<double> FormIncome { get; init; }

    /// <summary>Factor on what a physician offers in a form of practice, shape [J]; empty for 1 everywhere.</summary>
    public ReadOnlySpan<double> FormCapacity { get; init; }

    /// <summary>Share of MSP with a coordinator and staff, 0–1.</summary>
    public double BackOfficeShare { get; init; }

    /// <summary>Share of MSP on several sites, 0–1.</summary>
    public double MultiSiteShare { get; init; }

    /// <summary>What policies add to variables of the territories this year, by key of the variable, shape [I]; null for nothing.</summary>
    public IReadOnlyDictionary<string, double[]>? Improvements { get; init; }

    /// <summary>Working time that territories lend each other this year; null for none.</summary>
    public IReadOnlyList<TimeLoan>? Loans { get; init; }
}
