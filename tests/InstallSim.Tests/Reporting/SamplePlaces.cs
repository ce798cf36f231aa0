using System.Globalization;
using System.Text;
using InstallSim.Choice.Draws;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Tests.Reporting;

/// <summary>Made-up territories on a honeycomb south of Paris, with contours that fit together.</summary>
internal static class SamplePlaces
{
    private const int Columns = 9;
    private const double Radius = 0.19;
    private static readonly string[] Starts = ["Val", "Terres", "Pays", "Cœur", "Portes", "Collines", "Plaine", "Rives"];
    private static readonly string[] Ends =
    [
        "d’Aubry", "de l'Orme", "des Étangs", "de Brève", "du Lac", "de Sauve", "d'Ardelle", "des Ormeaux", "de Vaure", "du Buis",
        "de Loire-Haute",
    ];

    /// <summary>Territory i.</summary>
    public static PlaceRow Place(int i)
    {
        var key = Key(i);
        (double x, double y) = Centre(i);
        double urban = key.Uniform(0);
        var area = urban > 0.9 ? AreaType.Urban : urban > 0.55 ? AreaType.Periurban : AreaType.Rural;
        double population = Math.Round(area switch
        {
            AreaType.Urban => 60_000 + (230_000 * key.Uniform(2)),
            AreaType.Periurban => 14_000 + (40_000 * key.Uniform(2)),
            _ => 5_000 + (18_000 * key.Uniform(2)),
        });
        string name = $"CC {Starts[i % Starts.Length]} {Ends[(i * 7) % Ends.Length]}" + (i >= Starts.Length * Ends.Length ? $" {i}" : "");
        return new PlaceRow(Code(i), name, y, x, population, area, ((i / 18) + 18).ToString(CultureInfo.InvariantCulture), "24");
    }

    /// <summary>Accessibility at the start.</summary>
    public static double Accessibility(int i)
    {
        double spread = Key(i).Uniform(1);
        return Place(i).Area switch
        {
            AreaType.Urban => 3.1 + (1.4 * spread),
            AreaType.Periurban => 2.0 + (1.6 * spread),
            _ => 1.3 + (2.3 * spread),
        };
    }

    /// <summary>Contours of the first territories as GeoJSON.</summary>
    public static string Contours(int count)
    {
        var text = new StringBuilder("""{"type":"FeatureCollection","features":[""");
        for (int i = 0; i < count; i++)
        {
            (double x, double y) = Centre(i);
            // Clockwise as seen on the map, which is what d3 takes for the inside of a small polygon.
            var ring = Enumerable.Range(0, 7).Select(k => Math.PI / 6 - (k * Math.PI / 3))
                .Select(a => string.Create(CultureInfo.InvariantCulture,
                    $"[{x + (Radius * Math.Cos(a) / 0.68):0.0000},{y + (Radius * Math.Sin(a)):0.0000}]"));
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture,
                $$$"""{"type":"Feature","properties":{"code":"{{{Code(i)}}}"},"geometry":"""
                    + $$$"""{"type":"Polygon","coordinates":[[{{{string.Join(',', ring)}}}]]}}""");
        }

        return text.Append("]}").ToString();
    }

    private static string Code(int i) => (200_000_000 + (i * 137)).ToString(CultureInfo.InvariantCulture);

    private static DrawKey Key(int i) => new(20260101, 0, 9, 0, (uint)i);

    private static (double X, double Y) Centre(int i)
    {
        int row = i / Columns, column = i % Columns;
        double dx = Radius * Math.Sqrt(3) / 0.68;
        return (0.35 + (dx * (column + (row % 2 == 0 ? 0 : 0.5))), 48.5 - (1.5 * Radius * row));
    }
}
