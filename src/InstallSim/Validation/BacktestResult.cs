using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Validation;

/// <summary>In what a forecast is compared.</summary>
public enum Scale
{
    /// <summary>Physicians of a territory.</summary>
    Count,

    /// <summary>Physicians for 100,000 inhabitants.</summary>
    Density,
}

/// <summary>A territory: what was observed and what was forecast, physicians.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">Its kind.</param>
/// <param name="Population">Inhabitants.</param>
/// <param name="Start">Counted at the start, as the model starts from.</param>
/// <param name="Observed">Counted at the end.</param>
/// <param name="Forecast">Mean over replications.</param>
/// <param name="Observed60Plus">Of those at the end, 60 or over; NaN where not observed.</param>
/// <param name="Forecast60Plus">The same, mean over replications.</param>
/// <param name="Within80">80 % interval of one more replication; NaN with fewer than 9.</param>
/// <param name="Within90">90 % interval; NaN with fewer than 19.</param>
public sealed record BacktestTerritory(
    string Code, string Name, AreaType Area, double Population, double Start, double Observed, double Forecast, double Observed60Plus,
    double Forecast60Plus, (double Lower, double Upper) Within80, (double Lower, double Upper) Within90);

/// <summary>Scores of the model or of a rule in one kind of territory.</summary>
/// <param name="Scale">In what.</param>
/// <param name="Area">Kind of territory, or all.</param>
/// <param name="Forecast">Name of the model or of a rule.</param>
/// <param name="Territories">How many.</param>
/// <param name="MeanAbsolute">Mean absolute error.</param>
/// <param name="RootMeanSquare">Root mean squared error.</param>
/// <param name="Bias">Mean error.</param>
/// <param name="Correlation">Correlation of changes.</param>
/// <param name="RankedProbability">Continuous ranked probability score.</param>
/// <param name="Coverage80">Share observed inside the 80 % interval; NaN of a rule.</param>
/// <param name="Coverage90">The same of 90 %.</param>
public sealed record ScoreRow(
    Scale Scale, string Area, string Forecast, int Territories, double MeanAbsolute, double RootMeanSquare, double Bias, double Correlation,
    double RankedProbability, double Coverage80, double Coverage90)
{
    /// <summary>Skill of the model against this rule by the scores of <see cref="ScoreRows"/>; null of the model.</summary>
    public IReadOnlyList<Skill>? Skills { get; init; }
}

/// <summary>How much better the model is than a rule by one score.</summary>
/// <param name="Score">Name of the score.</param>
/// <param name="Value">1 − score / score of the rule: below 0 the model is worse.</param>
/// <param name="Lower">Lower end of the 95 % interval over samples of territories.</param>
/// <param name="Upper">Upper end.</param>
public readonly record struct Skill(string Score, double Value, double Lower, double Upper);

/// <summary>All that a backtest gives.</summary>
/// <param name="Source">What it was of.</param>
/// <param name="Ensemble">What the replications forecast.</param>
/// <param name="Territories">A row a territory that is compared.</param>
/// <param name="Rules">Forecasts of the naive rules, in the order of the territories.</param>
/// <param name="Areas">Sums by kind of territory.</param>
/// <param name="Scores">By scale, kind of territory, model and rules.</param>
public sealed record BacktestResult(
    BacktestSource Source, Ensemble Ensemble, IReadOnlyList<BacktestTerritory> Territories, IReadOnlyList<NaiveForecast> Rules,
    IReadOnlyList<AreaSums> Areas, IReadOnlyList<ScoreRow> Scores)
{
    /// <summary>Names of the model among forecasts, and of all territories among their kinds.</summary>
    public const string Model = "model", All = "all";

    /// <summary>A kind of territory as tables write it.</summary>
    public static string NameOf(AreaType area) => InputType.Kebab(area.ToString());
}

/// <summary>Sums over the territories of a kind, physicians.</summary>
/// <param name="Area">Kind of territory, or all.</param>
/// <param name="Territories">How many.</param>
/// <param name="Start">At the start.</param>
/// <param name="Observed">At the end, observed.</param>
/// <param name="Forecast">At the end, mean over replications.</param>
/// <param name="Within80">80 % interval of one more replication.</param>
/// <param name="Within90">90 % interval.</param>
/// <param name="Rules">What the rules forecast, in their order.</param>
/// <param name="Observed60Plus">Share of 60 or over at the end; NaN where not observed.</param>
/// <param name="Forecast60Plus">The same, mean over replications.</param>
/// <param name="Within60Plus">Its 90 % interval.</param>
public sealed record AreaSums(
    string Area, int Territories, double Start, double Observed, double Forecast, (double Lower, double Upper) Within80,
    (double Lower, double Upper) Within90, IReadOnlyList<double> Rules, double Observed60Plus, double Forecast60Plus,
    (double Lower, double Upper) Within60Plus)
{
    /// <summary>Adds up rows.</summary>
    internal static AreaSums Of(
        string area, int[] rows, BacktestTerritory[] territories, Ensemble ensemble, IReadOnlyList<NaiveForecast> rules)
    {
        double Sum(Func<int, double> of) => rows.Sum(of);
        double[] members = [.. Enumerable.Range(0, ensemble.Total.Length).Select(r => Sum(k => ensemble.Stock[k][r]))];
        double[] shares = [.. members.Select((stock, r) => Sum(k => ensemble.From60[k][r]) / stock)];
        return new AreaSums(
            area, rows.Length, Sum(k => territories[k].Start), Sum(k => territories[k].Observed), members.Average(),
            Scores.Interval(members, 0.8), Scores.Interval(members, 0.9), [.. rules.Select(rule => Sum(k => rule.Forecast[k]))],
            Sum(k => territories[k].Observed60Plus) / Sum(k => territories[k].Observed), shares.Average(), Scores.Interval(shares, 0.9));
    }
}
