namespace InstallSim.Results;

/// <summary>What a source has of the variance of an effect between replications, at the last year: a row of <c>doubt.csv</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Indicator">Name of the indicator; its difference from the baseline is meant.</param>
/// <param name="Source">One of <see cref="Sources"/>.</param>
/// <param name="Share">Its share; the shares of an effect add up to 1.</param>
/// <param name="Low">Low end of its 95 % interval, by leaving out one draw at a time.</param>
/// <param name="High">High end.</param>
public readonly record struct DoubtSource(string Scenario, string Indicator, string Source, double Share, double Low, double High)
{
    /// <summary>Chance, as replications of one draw differ.</summary>
    public const string Chance = "chance";

    /// <summary>Drawn numbers of the preferences, of the policies, and all others, as far as the effect follows them in straight
    /// lines.</summary>
    public const string Preferences = "preferences", Policies = "policies", Settings = "settings";

    /// <summary>Doubt that no straight line tells: bends, and numbers that work together.</summary>
    public const string Rest = "rest";

    /// <summary>All sources, in the order told.</summary>
    public static IReadOnlyList<string> Sources { get; } = [Chance, Preferences, Settings, Policies, Rest];
}

/// <summary>How a policy stands among those compared, over the draws: a row of <c>choices.csv</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Indicator">Name of the indicator, of which more or less is better; its difference from the baseline at the last
/// year.</param>
/// <param name="Effect">Mean difference.</param>
/// <param name="BestShare">Share of the draws in which it is the best; those that tie share the draw.</param>
/// <param name="LossLow">
/// Expected loss of choosing it against choosing in each draw what one of its two replications shows as the best and the other measures:
/// what
/// knowing the numbers would gain at least.
/// </param>
/// <param name="LossHigh">The same against the best by the mean of both, chance included: what knowing all would gain at most.</param>
public readonly record struct PolicyChoice(
    string Scenario, string Indicator, double Effect, double BestShare, double LossLow, double LossHigh);

/// <summary>What knowing one doubtful number would gain who chooses among the policies: a row of <c>information.csv</c>.</summary>
/// <param name="Indicator">Name of the indicator, of which more or less is better; its difference from the baseline at the last
/// year.</param>
/// <param name="Number">Dotted key of the number.</param>
/// <param name="Value">Expected gain, in the indicator's unit, less what draws of others show.</param>
/// <param name="ByChance">What the draws of others exceed in 1 of 20 shifts.</param>
public readonly record struct InformationValue(string Indicator, string Number, double Value, double ByChance);
