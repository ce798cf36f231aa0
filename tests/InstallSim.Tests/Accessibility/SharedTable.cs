using System.Globalization;
using CsvHelper;

namespace InstallSim.Tests.Accessibility;

/// <summary>Reads a table of the shared test data as texts; skips the test where it is absent.</summary>
internal static class SharedTable
{
    public static IReadOnlyList<Dictionary<string, string>> Read(params string[] path)
    {
        using var csv = new CsvReader(new StreamReader(Repository.SharedData(path)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        string[] header = csv.HeaderRecord!;
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(header.ToDictionary(column => column, column => csv.GetField(column)!));
        }

        return rows;
    }
}
