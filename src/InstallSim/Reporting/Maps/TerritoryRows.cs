using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Maps;

/// <summary>
/// Rows about territories. The page makes the same rows for whatever scenario, year and territory is chosen (<c>data.js</c>); a test keeps
/// the two equal.
/// </summary>
internal static class TerritoryRows
{
    /// <summary>Datasets that the page makes itself.</summary>
    public static IReadOnlySet<string> MadeByPage { get; } = new HashSet<string>(["trajectories", "territories", "last", "panels", "history"], StringComparer.Ordinal);

    /// <summary>Accessibility of every territory in one scenario and year, beside the start and beside the baseline of that year.</summary>
    public static IEnumerable<JsonObject> Slice(FigureContext context, string scenario, int year) =>
        context.IsForPage ? [] : context.Results.Results.Places.Select(p => Row(context, p, "", scenario, year));

    /// <summary>One panel each: the baseline at the start, then every scenario at the last year.</summary>
    public static IEnumerable<JsonObject> Panels(FigureContext context) => context.IsForPage ? [] :
        context.Results.Results.Places.Select(p => Row(context, p, "start", context.Results.Reference.Name, context.FirstYear))
            .Concat(context.Results.Manifest.Scenarios.SelectMany(s => context.Results.Results.Places.Select(p => Row(context, p, s.Name, s.Name, context.LastYear))));

    /// <summary>A territory's own course: accessibility and stock by year, in the baseline and in a scenario.</summary>
    public static IEnumerable<JsonObject> History(FigureContext context, string code, string scenario) =>
        from indicator in (string[])["accessibility", "stock"]
        from name in new[] { context.Results.Reference.Name, scenario }.Distinct()
        from year in context.Results.Years
        let t = context.Results.Territory(name, indicator, year, code)
        select Json.Object($$"""
            {"indicator": {{indicator}}, "scenario": {{name}}, "role": {{(name == scenario ? "policy" : "baseline")}}, "year": {{year}},
             "name": {{context.Results.Results.Places.First(p => p.Code == code).Name}},
             "mean": {{Hundredths(t?.Mean)}}, "lower": {{Hundredths(t?.Lower)}}, "upper": {{Hundredths(t?.Upper)}} }
            """);

    /// <summary>Accessibility of a territory as drawn: whole hundredths; NaN when it was not recorded.</summary>
    public static double Level(ResultIndex results, string scenario, int year, string code) => Hundredths(results.Territory(scenario, "accessibility", year, code)?.Mean);

    private static JsonObject Row(FigureContext context, PlaceRow place, string panel, string scenario, int year)
    {
        var results = context.Results;
        double level = Level(results, scenario, year, place.Code);
        double baseline = Level(results, results.Reference.Name, year, place.Code);
        return Json.Object($$"""
            {"panel": {{panel}}, "code": {{place.Code}}, "name": {{place.Name}}, "longitude": {{place.Longitude}}, "latitude": {{place.Latitude}},
             "population": {{place.Population}}, "level": {{level}}, "first": {{Level(results, results.Reference.Name, context.FirstYear, place.Code)}},
             "baseline": {{baseline}}, "change": {{Hundredths(level - baseline)}} }
            """);
    }

    private static double Hundredths(double? value) => value is { } v && double.IsFinite(v) ? Math.Round(100 * v) / 100 : double.NaN;
}
