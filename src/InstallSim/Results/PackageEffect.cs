namespace InstallSim.Results;

/// <summary>Whether a scenario is more than the scenarios that it is made of: a row of <c>packages.csv</c>, at the last year.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Parts">Names of the scenarios that have its policies between them, joined by <c> + </c>.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="SumOfParts">Mean over replications of the sum of the parts' differences from the baseline.</param>
/// <param name="More">Mean over replications of (difference of the whole − that sum); 0 is additive.</param>
/// <param name="StandardError">Its standard error, as in <see cref="Comparison"/>.</param>
/// <param name="Lower">Lower end of its 95 % interval, as in <see cref="Comparison"/>.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Replications">Replications used.</param>
public readonly record struct PackageEffect(
    string Scenario, string Parts, int Year, string Indicator, double SumOfParts, double More, double StandardError, double Lower,
    double Upper, int Replications);

/// <summary>What a payer pays for all policies of a scenario: a row of <c>payers.csv</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Payer">Name of the payer; <c>public</c> where a policy names nobody.</param>
/// <param name="Keur">Cost since the start, mean over replications, k€; below 0 where money came back.</param>
/// <param name="Lower">5 % quantile, k€.</param>
/// <param name="Upper">95 % quantile, k€.</param>
/// <param name="LastYear">Cost in the last year, mean over replications, k€.</param>
/// <param name="PerGpYear">
/// What it pays more than in the baseline for each GP-year gained in under-dense territories, both discounted, k€; NaN where there is none.
/// </param>
/// <param name="PerGpYearLower">Lower end of its 95 % interval; NaN where it is not determined.</param>
/// <param name="PerGpYearUpper">Upper end.</param>
public readonly record struct PayerCost(
    string Scenario, string Payer, double Keur, double Lower, double Upper, double LastYear, double PerGpYear, double PerGpYearLower,
    double PerGpYearUpper);
