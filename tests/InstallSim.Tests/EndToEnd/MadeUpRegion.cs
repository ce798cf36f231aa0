using System.Globalization;
using System.Text;
using InstallSim.Choice.Draws;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>The files of a small made-up region with two scenarios, in a folder of its own: small enough to run in no time.</summary>
internal sealed class MadeUpRegion : IDisposable
{
    public const string Baseline = """
        name: baseline
        title: Nothing new
        territories: territories.yaml
        years: 2025..2028
        replications: 3
        seed: 7
        preferences:
          utils-per-keur: { value: 0.02, source: test }
          coefficients:
            group-practice: { value: 20, low: 10, high: 46, source: test }
            vacancies: { value: 1, source: test }
            birth-distance: { value: -0.8, source: test }
          classes:
            - { name: all, share: 1, source: test }
        physicians:
          graduates: [{ from: 2010, count: 12, source: test }]
          training-places: places.csv
          retirement:
            - { from-age: 62, probability: 0.15 }
            - { from-age: 70, probability: 0.4 }
          women-share: 0.64
          last-age: 80
        accessibility: { type: apl }

        """;

    public const string Grant = """
        extends: baseline.yaml
        name: grant
        title: A grant
        policies:
          - type: installation-grant
            from: 2026
            amount-keur: 100
            where: { accessibility-below: 2.5 }

        """;

    public const string Mapping = """
        table: territories.csv
        columns:
          code: code
          name: name
          latitude: lat
          longitude: lon
          population: people
          physicians: gps
          area-type: area
          departement: dep

        """;

    private readonly TemporaryFolder _folder = new();

    public MadeUpRegion()
    {
        _folder.Write("region/baseline.yaml", Baseline);
        _folder.Write("region/grant.yaml", Grant);
        _folder.Write("region/territories.yaml", Mapping);
        _folder.Write("region/territories.csv", Table);
        _folder.Write("region/places.csv", "territory,name,weight\nT00,North,3\nT07,South,1\n");
    }

    /// <summary>Folder of the scenarios.</summary>
    public string Folder => Path.Combine(_folder.Path, "region");

    /// <summary>Where results may go; not there yet.</summary>
    public string Out => Path.Combine(_folder.Path, "out");

    /// <summary>Twelve territories, of which two are towns, with 100 physicians.</summary>
    public static string Table { get; } = MakeTable();

    /// <summary>
    /// What a command told of it, but that its territories reach no other in 20 minutes and that nobody says how they are known.
    /// </summary>
    public static string[] Told(CommandLine.Outcome outcome) =>
        [.. outcome.ErrorLines.Where(line => !line.Contains(" minutes of the metric: ") && !line.Contains(" minutes de l’indicateur")
            && !line.Contains("'knowledge: real'") && !line.Contains("«\u00a0knowledge: real"))];

    /// <summary>A file of the region.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>A path beside the region.</summary>
    public string Beside(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Writes a file of the region, and gives its path.</summary>
    public string Write(string name, string text) => _folder.Write("region/" + name, text);

    /// <summary>Writes a file of the region, and gives its path.</summary>
    public string Write(string name, byte[] bytes) => _folder.Write("region/" + name, bytes);

    /// <summary>Writes a calibration of one number to one target, and gives its path.</summary>
    public string Calibration(string scenario = "baseline.yaml", string value = "1") => Write("cal.yaml", $$"""
        name: cal
        scenario: {{scenario}}
        replications: 2
        years: 2025..2028
        waves: 1
        points: 12
        fit-points: 10
        parameters: [{ number: physicians.salaried-share, low: 0.05, high: 0.9 }]
        targets: [{ name: stock, indicator: stock, year: 2028, relative-to: 2025, value: {{value}}, se: 0.02, source: test }]

        """);

    /// <summary>Replaces a part of a file that must hold it.</summary>
    public void Replace(string name, string part, string replacement)
    {
        string text = File.ReadAllText(PathOf(name));
        Assert.That(text, Does.Contain(part), $"{name} must hold what is to be replaced");
        File.WriteAllText(PathOf(name), text.Replace(part, replacement));
    }

    public void Dispose() => _folder.Dispose();

    private static string MakeTable()
    {
        DrawKey draw = new(5, 0, 0, 0, 0);
        var text = new StringBuilder("code,name,lat,lon,people,gps,area,dep\n");
        for (int i = 0; i < 12; i++)
        {
            bool isTown = i % 7 == 0;
            text.Append(CultureInfo.InvariantCulture, $"T{i:D2},Place {i},{46 + (0.25 * (i / 4)):0.00},{2 + (0.35 * (i % 4)):0.00},")
                .Append(CultureInfo.InvariantCulture, $"{(isTown ? 40_000 : 6_000 + (int)(6_000 * draw.Uniform(i)))},{(isTown ? 35 : 3)},")
                .Append(CultureInfo.InvariantCulture, $"{(isTown ? "urban" : i % 2 == 0 ? "rural" : "periurban")},{(i < 6 ? "A" : "B")}\n");
        }

        return text.ToString();
    }
}
