using System.Text.Json.Nodes;
using InstallSim.Outputs;

namespace InstallSim.Studies.Analyses;

/// <summary>A column of a table of results.</summary>
/// <param name="Key">Its name in files.</param>
/// <param name="Heading">Its name for people.</param>
/// <param name="IsProbability">Whether its numbers are p-values.</param>
public sealed record ResultColumn(string Key, string Heading, bool IsProbability = false);

/// <summary>A table that an analysis made, written alike to the console, HTML, CSV and JSON.</summary>
/// <param name="Id">Kebab-case name: that of its CSV file.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Columns">Columns; the first names the row.</param>
/// <param name="Rows">Texts, whole numbers and numbers, shape [rows][columns].</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record ResultTable(
    string Id, string Title, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<object[]> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>Whether it is too long to be read: it goes to its file alone.</summary>
    public bool IsLong { get; init; }

    /// <summary>A cell as people read it.</summary>
    public string Text(object[] row, int column) => row[column] switch
    {
        int whole => PaperNumber.Whole(whole),
        double p when Columns[column].IsProbability => PaperNumber.Probability(p),
        double number => PaperNumber.Text(number),
        object text => (string)text,
    };

    /// <summary>Writes it as CSV.</summary>
    public void Write(string path)
    {
        using var csv = new CsvWriter(path, [.. Columns.Select(c => c.Key)]);
        foreach (object[] row in Rows)
        {
            foreach (object cell in row)
            {
                if (cell is double number)
                {
                    csv.Write(number);
                }
                else if (cell is int whole)
                {
                    csv.Write(whole);
                }
                else
                {
                    csv.Write((string)cell);
                }
            }

            csv.EndRow();
        }
    }

    /// <summary>Its rows as JSON objects.</summary>
    public JsonArray ToJson() =>
        new([.. Rows.Select(row => (JsonNode)new JsonObject(Columns.Select((c, i) => KeyValuePair.Create(c.Key, row[i] switch
        {
            double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
            int whole => JsonValue.Create(whole),
            object text => (JsonNode?)JsonValue.Create((string)text),
        })))) ]);
}
