using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting.Maps;

/// <summary>
/// What colours of a map mean. The page paints the same colours and says the same words (<c>maps.js</c>); a test keeps the two equal.
/// </summary>
internal enum MapMeaning
{
    /// <summary>Accessibility, in five classes.</summary>
    Level,
    /// <summary>Accessibility less that without new policy, in seven classes.</summary>
    Change,
    /// <summary>Need without new policy by gain from the policy, in three times three classes.</summary>
    Need,
}

/// <summary>Colour and words of a territory in one scenario and year.</summary>
internal static class MapFill
{
    /// <summary>Borders of the five classes of levels: multiples of the threshold, which is the second.</summary>
    public static double[] LevelBreaks(ResultIndex results) =>
        [.. new[] { 0.6, 1, 1.4, 1.8 }.Select(m => Math.Round(m * results.Manifest.UnderDenseBelow, 2))];

    /// <summary>
    /// Borders of the classes of change: a round number near the change that 5 % of the territories exceed, its half and its tenth.
    /// </summary>
    public static double[] ChangeBreaks(ResultIndex results)
    {
        double[] sizes = [.. results.Policies
            .SelectMany(p => results.Results.Places.Select(t => Math.Abs(Change(results, p.Name, t.Code))))
            .Where(double.IsFinite).Order()];
        double top = sizes.Length == 0 ? 0 : ResultIndex.Quantile(sizes, 0.95);
        double s = top < 0.02 ? 0.1 : RoundNumbers.Near(top);
        return [-s, -s / 2, -s / 10, s / 10, s / 2, s];
    }

    /// <summary>Accessibility of a territory as the page holds it: whole thousandths; NaN when it was not recorded.</summary>
    public static double Level(ResultIndex results, string scenario, int year, string code) =>
        Thousandths(results.Territory(scenario, "accessibility", year, code)?.Mean ?? double.NaN);

    /// <summary>The colour; that of what is faint where nothing was recorded.</summary>
    public static string Colour(FigureContext context, MapMeaning meaning, string scenario, int year, string code)
    {
        var results = context.Results;
        double level = Level(results, scenario, year, code), without = Level(results, results.Reference.Name, year, code),
            change = Thousandths(level - without);
        return meaning switch
        {
            MapMeaning.Level => double.IsFinite(level) ? Palette.Level[Class(results.LevelBreaks, level)] : Palette.Faint,
            MapMeaning.Change => double.IsFinite(change) ? Palette.Change[Class(results.ChangeBreaks, change)] : Palette.Faint,
            _ => double.IsFinite(change) ? Palette.Bivariate[(3 * Need(results, without)) + Gain(results, change)] : Palette.Faint,
        };
    }

    /// <summary>What the page says of the territory.</summary>
    public static string Tip(FigureContext context, string scenario, int year, PlaceRow place)
    {
        var results = context.Results;
        double level = Level(results, scenario, year, place.Code), without = Level(results, results.Reference.Name, year, place.Code);
        string[] words = Words(context);
        return context.Tip(
            (words[0], place.Name),
            (words[1], context.Text.Number(place.Population, 0)),
            (words[2], context.Text.Number(level, 2)),
            (words[3], context.Text.Number(Level(results, results.Reference.Name, context.FirstYear, place.Code), 2)),
            (words[4], context.Text.Number(without, 2)),
            (words[5], context.Text.WithSign(Thousandths(level - without), 2)));
    }

    /// <summary>The names of the lines of <see cref="Tip"/>.</summary>
    public static string[] Words(FigureContext context) =>
    [
        context.Say("Territory", "Territoire"), context.Say("Inhabitants", "Habitants"), context.Say("Accessibility", "Accessibilité"),
        context.Say($"In {context.FirstYear}", $"En {context.FirstYear}"), context.Say("Without new policy", "Sans nouvelle mesure"),
        context.Say("Difference", "Écart"),
    ];

    /// <summary>0 low, 1 middle, 2 high: below the threshold.</summary>
    public static int Need(ResultIndex results, double without) =>
        results.LevelBreaks is var b && without < b[1] ? 2 : without < b[2] ? 1 : 0;

    /// <summary>0 none, 1 some, 2 large.</summary>
    public static int Gain(ResultIndex results, double change) =>
        results.ChangeBreaks is var b && change < b[3] ? 0 : change < b[4] ? 1 : 2;

    /// <summary>Whole thousandths, halves towards more, as the page rounds.</summary>
    public static double Thousandths(double value) => double.IsFinite(value) ? Math.Floor((1000 * value) + 0.5) / 1000 : double.NaN;

    /// <summary>What a policy changes in a territory by the last year, thousandths.</summary>
    public static double Change(ResultIndex results, string scenario, string code) => Thousandths(
        Level(results, scenario, results.Manifest.LastYear, code)
            - Level(results, results.Reference.Name, results.Manifest.LastYear, code));

    private static int Class(double[] breaks, double value) => breaks.Count(b => value >= b);
}
