using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Results at the edges of what a report must bear.</summary>
internal static class SampleCases
{
    /// <summary>Text that would break a page, a script or a chart if it were not escaped.</summary>
    public const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'l’hôpital' \\ {{x}} "
        + "\u202eabc\u202c العربية 🏥👩🏽‍⚕️ & <b>";

    /// <summary>The cases by name.</summary>
    public static IReadOnlyDictionary<string, Func<RunResults>> All { get; } = new Dictionary<string, Func<RunResults>>
    {
        ["plain"] = () => SampleResults.Make(),
        ["circles"] = () => SampleResults.Make(places: 16, years: 6, replications: 5, shapes: false),
        ["one year"] = () => SampleResults.Make(places: 16, years: 1, replications: 5),
        ["two years"] = () => SampleResults.Make(places: 16, years: 2, replications: 5),
        ["one territory"] = () => SampleResults.Make(places: 1, years: 6, replications: 5),
        ["no policy"] = () => SampleResults.Make([], places: 16, years: 6, replications: 5),
        ["one policy"] = () => SampleResults.Make([SampleResults.Policies[0]], places: 16, years: 6, replications: 5),
        ["one replication"] = () => SampleResults.Make(places: 16, years: 6, replications: 1),
        ["thirty scenarios"] = () => SampleResults.Make(
            [.. Enumerable.Range(1, 30)
                .Select(i => new SamplePolicy($"policy-{i}", $"Policy number {i} of thirty, with a title of some length", i % 7, 400 * i,
                    0.1))], places: 20, years: 6, replications: 5),
        ["hostile names"] = Hostilely,
        ["no numbers"] = NotANumber,
        ["nothing recorded"] = Nothing,
        ["contours of elsewhere"] = () =>
            With(SampleResults.Make(places: 9, years: 3, replications: 4), shapes: """{"type":"FeatureCollection","features":[]}"""),
    };

    private static RunResults Hostilely()
    {
        string longest = string.Concat(Enumerable.Repeat("Très long titre ", 19)) + Hostile;
        var results = SampleResults.Make(
            [new SamplePolicy("hostile", Hostile, 20, 900, 0.3), new SamplePolicy("long", longest, 5, 300, 0.3)],
            places: 12, years: 5, replications: 6);
        return With(results,
            places: [.. results.Places.Select((p, i) => i == 0 ? p with { Name = Hostile } : p with { Name = "L'Isle-d’Abeau" })],
            manifest: results.Manifest with
            {
                Name = Hostile,
                Machine = Hostile,
                AccessibilityMetric = Hostile,
                Files = [new FileInfoRow(Hostile, "00")],
            });
    }

    private static RunResults NotANumber()
    {
        var results = SampleResults.Make(places: 8, years: 4, replications: 3);
        return new RunResults
        {
            Manifest = results.Manifest,
            Places = results.Places,
            Shapes = results.Shapes,
            ShapesKey = results.ShapesKey,
            Moves = [],
            Observations = [.. results.Observations.Select(o => o.Scenario == "rural-training" || o.Year == 2026
                ? o with { Value = double.NaN }
                : o)],
            Territories = [.. results.Territories.Select((t, i) => i % 5 == 0
                ? t with { Mean = double.NaN, Lower = double.NaN, Median = double.NaN, Upper = double.NaN }
                : t)],
            Comparisons = [.. results.Comparisons.Select(c => c.Scenario == "rural-training"
                ? c with { Difference = double.NaN, StandardError = double.NaN, Lower = double.NaN, Upper = double.NaN }
                : c with { Upper = double.PositiveInfinity })],
        };
    }

    private static RunResults Nothing()
    {
        var results = SampleResults.Make(places: 3, years: 2, replications: 2);
        return new RunResults
        {
            Manifest = results.Manifest,
            Places = results.Places,
            Observations = [],
            Territories = [],
            Comparisons = [],
            Moves = [],
        };
    }

    private static RunResults With(
        RunResults results, IReadOnlyList<PlaceRow>? places = null, Manifest? manifest = null, string? shapes = null) => new()
        {
            Manifest = manifest ?? results.Manifest,
            Places = places ?? results.Places,
            Observations = results.Observations,
            Territories = results.Territories,
            Comparisons = results.Comparisons,
            Moves = results.Moves,
            Sensitivities = results.Sensitivities,
            DoubtSources = results.DoubtSources,
            Choices = results.Choices,
            Shapes = shapes ?? results.Shapes,
            ShapesKey = results.ShapesKey,
        };
}
