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
    /// <summary>The colour; that of what is faint where nothing was recorded.</summary>
    public static string Colour(FigureContext context, MapMeaning meaning, string scenario, int year, string code)
    {
        var results = context.Results;
        double level = results.Accessibility(scenario, year, code);
        if (meaning == MapMeaning.Level)
        {
            return double.IsFinite(level) ? Palette.Level[Class(results.LevelBreaks, level)] : Palette.Faint;
        }

        double without = results.Accessibility(results.Reference.Name, year, code);
        double change = AccessibilityLevels.Thousandths(level - without);
        return meaning switch
        {
            MapMeaning.Change => double.IsFinite(change) ? Palette.Change[Class(results.ChangeBreaks, change)] : Palette.Faint,
            _ => double.IsFinite(change) ? Palette.Bivariate[(3 * Need(results, without)) + Gain(results, change)] : Palette.Faint,
        };
    }

    /// <summary>What the page says of the territory.</summary>
    public static string Tip(FigureContext context, string scenario, int year, PlaceRow place)
    {
        var results = context.Results;
        double level = results.Accessibility(scenario, year, place.Code),
            without = scenario == results.Reference.Name ? level : results.Accessibility(results.Reference.Name, year, place.Code);
        return context.Tip([.. Words(context).Zip(
        [
            place.Name,
            context.Text.Number(place.Population, 0),
            context.Text.Number(level, 2),
            context.Text.Number(results.Accessibility(results.Reference.Name, context.FirstYear, place.Code), 2),
            context.Text.Number(without, 2),
            context.Text.WithSign(AccessibilityLevels.Thousandths(level - without), 2),
        ])]);
    }

    /// <summary>The names of the lines of <see cref="Tip"/>: without a comparison where a scenario ran alone.</summary>
    public static string[] Words(FigureContext context) =>
    [
        context.Say("Territory", "Territoire"), context.Say("Inhabitants", "Habitants"), context.Say("Accessibility", "Accessibilité"),
        context.Say($"In {context.FirstYear}", $"En {context.FirstYear}"),
        .. context.WithoutNewPolicy is { Length: > 0 } without
            ? (string[])[without.TrimStart().ToUpperFirst(), context.Say("Difference", "Écart")] : [],
    ];

    /// <summary>0 low, 1 middle, 2 high: below the threshold.</summary>
    public static int Need(ResultIndex results, double without) =>
        results.LevelBreaks is var b && without < b[1] ? 2 : without < b[2] ? 1 : 0;

    /// <summary>0 none, 1 some, 2 large.</summary>
    public static int Gain(ResultIndex results, double change) =>
        results.ChangeBreaks is var b && change < b[3] ? 0 : change < b[4] ? 1 : 2;

    private static int Class(double[] breaks, double value) => breaks.Count(b => value >= b);
}
