using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Territories;

/// <summary>A folder with a <c>territories.yaml</c> and the files that it names, read once.</summary>
internal static class TerritoryFolder
{
    public const string Header = "code,name,lat,lon,people,gps\n";
    public const string Rows = "B,Second,47.5,2.5,2000,1\nA,First,47,2,1000,2\n";

    public const string Yaml = """
        table: t.csv
        columns:
          code: code
          name: name
          latitude: lat
          longitude: lon
          population: people
          physicians: gps

        """;

    /// <summary>Reads a table and a mapping; fails the test when they are refused.</summary>
    public static TerritorySource Read(string csv, string yaml, params (string Name, string Text)[] files)
    {
        TerritorySource? source = TryRead(csv, yaml, out InputErrors errors, files);
        Assert.That(errors.All, Is.Empty);
        return source!;
    }

    /// <summary>Reads what must be refused and gives the errors as <c>file(line,column): message</c>.</summary>
    public static string[] Faults(string csv, string yaml, params (string Name, string Text)[] files)
    {
        TerritorySource? source = TryRead(csv, yaml, out InputErrors errors, files);
        Assert.That(source, Is.Null);
        return [.. errors.All.Select(error => $"{error.Place with { File = Path.GetFileName(error.Place.File) }}: {error.Message}")];
    }

    private static TerritorySource? TryRead(string csv, string yaml, out InputErrors errors, (string Name, string Text)[] files)
    {
        using var folder = new TemporaryFolder();
        folder.Write("t.csv", csv);
        foreach ((string name, string text) in files)
        {
            folder.Write(name, text);
        }

        errors = new InputErrors();
        return TerritoryReader.Read(folder.Write("territories.yaml", yaml), errors);
    }
}
