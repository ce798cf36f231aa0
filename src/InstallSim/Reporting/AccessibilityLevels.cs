using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Accessibility of territories as maps and their titles count it, and the borders of its classes.</summary>
internal static class AccessibilityLevels
{
    /// <summary>Borders of the five classes of levels: multiples of the threshold, which is the second.</summary>
    public static double[] LevelBreaks(ResultIndex results) =>
        [.. new[] { 0.6, 1, 1.4, 1.8 }.Select(m => Math.Round(m * results.Manifest.UnderDenseBelow, Decimals(results) + 1))];

    /// <summary>Decimals with which levels are written: one, and more where the threshold is a small number.</summary>
    public static int Decimals(ResultIndex results) =>
        results.Manifest.UnderDenseBelow is var line && line is > 0 and < 1 ? 1 + (int)Math.Ceiling(-Math.Log10(line)) : 1;

    /// <summary>The threshold as it is written.</summary>
    public static string Threshold(FigureContext context) =>
        context.Text.Number(context.Results.Manifest.UnderDenseBelow, Decimals(context.Results));

    /// <summary>
    /// Borders of the classes of change: a round number near the change that 5 % of the territories exceed, its half and its tenth.
    /// </summary>
    public static double[] ChangeBreaks(ResultIndex results)
    {
        double[] sizes = [.. results.Policies
            .SelectMany(p => results.Results.Places.Select(t => Math.Abs(Change(results, p.Name, t.Code))))
            .Where(double.IsFinite).Order()];
        double top = sizes.Length == 0 ? 0 : ResultIndex.Quantile(sizes, 0.95);
        double line = results.Manifest.UnderDenseBelow;
        double s = top >= Math.Min(0.02, 0.008 * line) ? RoundNumbers.Near(top) : line < 1 ? RoundNumbers.Near(0.04 * line) : 0.1;
        return [-s, -s / 2, -s / 10, s / 10, s / 2, s];
    }

    /// <summary>Whole thousandths, halves towards more, as the page rounds.</summary>
    public static double Thousandths(double value) => double.IsFinite(value) ? Math.Floor((1000 * value) + 0.5) / 1000 : double.NaN;

    /// <summary>
    /// Share of the people who live where the mean over replications is under-dense, as maps colour it: not the mean of the replications'
    /// shares (<c>share-under-threshold</c>), for a territory near the line is below it in some of them.
    /// </summary>
    public static double PeopleBelow(ResultIndex results, string scenario, int year)
    {
        (double below, double all) = (0, 0);
        foreach ((double level, PlaceRow place) in results.Accessibility(scenario, year).Zip(results.Results.Places))
        {
            all += double.IsFinite(level) ? place.Population : 0;
            below += level < results.Manifest.UnderDenseBelow ? place.Population : 0;
        }

        return below / all;
    }

    /// <summary>
    /// The shares of people as cards and tables have them, counted in each replication, to follow a sentence that says them by the means of
    /// territories; empty where they are not recorded or read the same.
    /// </summary>
    /// <param name="context">The results.</param>
    /// <param name="said">Scenarios and years whose shares the sentence says, each with the words to tell it by.</param>
    public static string CountedInEach(FigureContext context, IReadOnlyList<(string Scenario, int Year, string Words)> said)
    {
        var results = context.Results;
        string[] here = [.. said.Select(s => context.Text.Percent(PeopleBelow(results, s.Scenario, s.Year)))];
        string[] shares = [.. said.Select(s => results.Spread(s.Scenario, "share-under-threshold", s.Year).Mean)
            .Where(double.IsFinite).Select(share => context.Text.Percent(share))];
        string all = context.Text.List([.. shares.Zip(said, (share, s) => share + s.Words)]);
        return shares.Length < said.Count || shares.SequenceEqual(here) ? "" : context.Say(
            $". Shares of people above: where a territory’s mean is under the line; counted in each replication, then averaged, as on "
                + $"cards and in tables: {all}",
            $". Parts de la population ci-dessus\u00a0: là où la moyenne du territoire est sous le seuil\u00a0; comptées dans chaque "
                + $"réplication, puis en moyenne, comme dans les fiches et tableaux\u00a0: {all}");
    }

    /// <summary>What a policy changes in a territory by the last year, thousandths.</summary>
    public static double Change(ResultIndex results, string scenario, string code) => Thousandths(
        results.Accessibility(scenario, results.Manifest.LastYear, code)
            - results.Accessibility(results.Reference.Name, results.Manifest.LastYear, code));
}
