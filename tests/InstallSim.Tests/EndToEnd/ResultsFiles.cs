using System.Text.Json;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Reads results folders as bytes and rows.</summary>
internal static class ResultsFiles
{
    /// <summary>The tables that every results folder has and that depend on nothing but the input.</summary>
    public static readonly string[] Tables =
    [
        "observations.csv", "territories.csv", "costs.csv", "comparison.csv", "moves.csv", "places.csv",
    ];

    /// <summary>The manifest's hash of the observations.</summary>
    public static string HashOf(string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        return manifest.RootElement.GetProperty("result_hash").GetString()!;
    }

    /// <summary>Checks that all tables of two folders have the same bytes.</summary>
    public static void AssertSame(string folder, string other) => Assert.Multiple(() =>
    {
        foreach (string table in Tables)
        {
            Assert.That(File.ReadAllBytes(Path.Combine(folder, table)).AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(other, table))), Is.True, table);
        }

        Assert.That(HashOf(folder), Is.EqualTo(HashOf(other)));
    });

    /// <summary>Rows of a table without its header, split at commas.</summary>
    public static string[][] Rows(string folder, string table) =>
        [.. File.ReadLines(Path.Combine(folder, table)).Skip(1).Select(line => line.Split(','))];

    /// <summary>Values of an indicator by scenario, replication and year.</summary>
    public static Dictionary<(string Scenario, int Replication, int Year), double> Values(string folder, string indicator) =>
        Rows(folder, "observations.csv")
            .Where(r => r[3] == indicator)
            .ToDictionary(r => (r[0], int.Parse(r[1], null), int.Parse(r[2], null)),
                r => double.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture));
}
