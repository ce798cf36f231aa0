using InstallSim.Indicators;

namespace InstallSim.Experiments;

/// <summary>What a comparison alone can tell of a scenario at the last year, replication by replication.</summary>
/// <param name="Indicator">Name in <see cref="IndicatorCatalog.Compared"/>.</param>
/// <param name="Above">Scenario − baseline, a value a replication: the whole, or the numerator of a ratio.</param>
/// <param name="Below">Denominator; null for what is no ratio.</param>
/// <param name="NeedsGain">Whether the ratio has no meaning without a cost or with a denominator of 0 or less.</param>
internal sealed record Effect(string Indicator, double[] Above, double[]? Below = null, bool NeedsGain = false);

/// <summary>
/// Aid, money and what it bought. Effects are counted where the policies work and everywhere else, at the last year and over all years.
/// </summary>
internal sealed class Effectiveness(Experiment experiment, IReadOnlyList<ReplicationResult> replications, int scenario)
{
    /// <summary>
    /// Yearly rate at which costs and GP-years to come are discounted, both alike, from the first simulated year (which counts whole).
    /// ASSUMPTION: 4 %, as for payments to physicians (evidence F); Laurence and Karnon (2017) take 5 % for GPs in South Australia
    /// (evidence C).
    /// </summary>
    public const double DiscountRate = 0.04;

    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;
    private readonly int _years = experiment.Scenarios[0].Scenario.Years.Count;

    /// <summary>All effects, in the order of the catalog.</summary>
    public IEnumerable<Effect> All()
    {
        double[] cost = Last("policy-cost-cumulative"), gps = Last("stock-under-dense"), years = Discounted("stock-under-dense");
        double population = experiment.Scenarios[scenario].Territories.Population.Sum();
        yield return new Effect("deadweight-share", Difference(r => r.Aid.Anyway), Difference(r => r.Aid.Aided));
        yield return new Effect("displacement-share", Difference(r => r.Aid.Displaced), Difference(r => r.Aid.Gained));
        (double[] covered, double[] elsewhere) = Gps();
        yield return new Effect("gps-in-covered", covered);
        yield return new Effect("gps-elsewhere", elsewhere);
        yield return new Effect("gp-years-under-dense", years);
        yield return new Effect("cost-per-additional-gp", cost, gps, NeedsGain: true);
        yield return new Effect("cost-per-gp-year", Discounted("policy-cost"), years, NeedsGain: true);
        double[] lifted = [.. Last("share-under-threshold").Select(d => -population * d)];
        yield return new Effect("cost-per-resident-lifted", cost, lifted, NeedsGain: true);
    }

    /// <summary>Σ over simulated years t of x_t / (1 + rate)^(t − 1), of what a year has more than in the baseline.</summary>
    internal double[] Discounted(string indicator)
    {
        var sums = new double[replications.Count];
        for (int year = 1; year < _years; year++)
        {
            double[] more = In(year, indicator);
            for (int r = 0; r < sums.Length; r++)
            {
                sums[r] += more[r] / Math.Pow(1 + DiscountRate, year - 1);
            }
        }

        return sums;
    }

    /// <summary>
    /// GPs at the last year in the territories that the scenario's policies ever covered, and in all others, more than in the baseline
    /// there; NaN in a replication where they covered none.
    /// </summary>
    private (double[] Covered, double[] Elsewhere) Gps()
    {
        int cells = replications[0].Scenarios[0].Stock.Count;
        (float[] stock, float[] before) = (new float[cells], new float[cells]);
        (double[] covered, double[] elsewhere) = (new double[replications.Count], new double[replications.Count]);
        for (int r = 0; r < replications.Count; r++)
        {
            (ScenarioResult with, ScenarioResult without) = (replications[r].Scenarios[scenario], replications[r].Scenarios[0]);
            with.Stock.Fill(stock);
            without.Stock.Fill(before);
            covered[r] = elsewhere[r] = with.Covered.Contains(true) ? 0 : double.NaN;
            for (int i = 0; i < with.Covered.Length; i++)
            {
                int last = ((_years - 1) * with.Covered.Length) + i;
                (with.Covered[i] ? covered : elsewhere)[r] += stock[last] - before[last];
            }
        }

        return (covered, elsewhere);
    }

    private double[] Last(string indicator) => In(_years - 1, indicator);

    private double[] In(int year, string indicator)
    {
        int k = IndicatorCatalog.Recorded.TakeWhile(i => i.Name != indicator).Count();
        return Difference(r => r.Values[(year * Indicators) + k]);
    }

    private double[] Difference(Func<ScenarioResult, double> value) =>
        [.. replications.Select(r => value(r.Scenarios[scenario]) - value(r.Scenarios[0]))];
}
