namespace InstallSim.Results;

/// <summary>One recorded value: a row of <c>observations.csv</c>.</summary>
public readonly record struct Observation(string Scenario, int Replication, int Year, string Indicator, double Value);

/// <summary>What a territory looks like in a year over the replications: a row of <c>territories.csv</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Territory">Code.</param>
/// <param name="Indicator">Name in <see cref="TerritoryIndicators"/>.</param>
/// <param name="Mean">Mean over replications.</param>
/// <param name="Lower">5 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">95 % quantile.</param>
public readonly record struct TerritoryResult(
    string Scenario, int Year, string Territory, string Indicator, double Mean, double Lower, double Median, double Upper);

/// <summary>What an act of a policy cost in a year: a row of <c>costs.csv</c>. An act without any cost has no row.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Policy">Label of the policy; policies of one label are added up.</param>
/// <param name="Act">Kind of act, such as <c>offer</c>, <c>opening</c>, <c>second-place</c>.</param>
/// <param name="Year">Calendar year; every year of the run from the first with a cost in any replication to the last such.</param>
/// <param name="Mean">Mean over replications, k€; below 0 where money came back.</param>
/// <param name="Lower">5 % quantile, k€.</param>
/// <param name="Upper">95 % quantile, k€.</param>
public readonly record struct PolicyCost(string Scenario, string Policy, string Act, int Year, double Mean, double Lower, double Upper)
{
    /// <summary>
    /// Begins the indicator of a <see cref="Comparison"/> of one act's cost since the start: <c>policy-cost-cumulative/LABEL/ACT</c>, at
    /// the last year. Rows of a scenario add up to its <c>policy-cost-cumulative</c>.
    /// </summary>
    public const string Compared = "policy-cost-cumulative/";

    /// <summary>The indicator under which comparisons hold the cost of an act since the start.</summary>
    public static string IndicatorOf(string policy, string act) => $"{Compared}{policy}/{act}";
}

/// <summary>A paired difference from the baseline: a row of <c>comparison.csv</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Baseline">Name of the baseline.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Indicator">Name of the indicator, or <c>policy-cost-cumulative/LABEL/ACT</c> (<see cref="PolicyCost.Compared"/>).</param>
/// <param name="Difference">Mean over replications of (scenario − baseline), same replication, same error terms.</param>
/// <param name="StandardError">Standard error of that mean; standard deviation of one more replication where
/// replications draw what is doubted.</param>
/// <param name="Lower">
/// Lower end of the 95 % interval: of the mean (chance alone), or of one more replication (doubt and chance); NaN where there is none.
/// </param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
/// <param name="Replications">Replications used.</param>
/// <param name="ChanceShare">Share of the variance between replications that chance has; 1 where nothing is
/// doubted, NaN where it is not known.</param>
public readonly record struct Comparison(
    string Scenario, string Baseline, int Year, string Indicator, double Difference, double StandardError, double Lower, double Upper,
    int Replications,
    double ChanceShare = double.NaN)
{
    /// <summary>Whether it has no ends because it is the same in all of too few replications (<see cref="Interval.IsTied"/>).</summary>
    public bool IsTied => new Interval(Difference, StandardError, Lower, Upper, Replications).IsTied;
}

/// <summary>
/// A physician who chose otherwise than in the baseline: a row of <c>moves.csv</c>, at the first year in which the two part.
/// </summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Replication">Replication, from 0.</param>
/// <param name="Year">First year in which the two histories part.</param>
/// <param name="Physician">Lasting name of the physician.</param>
/// <param name="From">Code of the territory in the baseline, or <c>locum</c>, <c>salaried</c>,
/// <c>elsewhere</c>, <c>retired</c>, <c>absent</c>.</param>
/// <param name="FromForm">Form of practice in the baseline; empty when not installed.</param>
/// <param name="To">The same in the scenario.</param>
/// <param name="ToForm">The same in the scenario.</param>
/// <param name="Policy">
/// Label of the policy whose act reached the physician; empty for a consequence of what policies changed for others (places taken and left,
/// incomes, groups).
/// </param>
public readonly record struct Move(
    string Scenario, int Replication, int Year, uint Physician, string From, string FromForm, string To, string ToForm, string Policy);

/// <summary>What an outcome becomes when one setting goes to the ends of its range: a row of <c>sensitivity.csv</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Indicator">Name of the indicator; its difference from the baseline is meant, or its
/// level where there is no baseline.</param>
/// <param name="Setting">Dotted key of the setting.</param>
/// <param name="Low">Low end of its range, as written.</param>
/// <param name="High">High end, as written.</param>
/// <param name="Reference">Outcome at the setting's own value.</param>
/// <param name="AtLow">Outcome at the low end.</param>
/// <param name="AtHigh">Outcome at the high end.</param>
public readonly record struct Sensitivity(
    string Scenario, string Indicator, string Setting, string Low, string High, double Reference, double AtLow, double AtHigh);
