using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>What wrote an export, where its answers begin, and what its columns are called.</summary>
internal sealed class ExportHeader
{
    private static readonly string[] Ids = ["ResponseId", "Response ID", "id", "ID", "response_id", "respondent", "person", "token"];
    private readonly CsvTable _export;

    private ExportHeader(CsvTable export, ExportFormat format) => (_export, Format) = (export, format);

    /// <summary>What wrote it.</summary>
    public ExportFormat Format { get; }

    /// <summary>The first row with answers: Qualtrics has two more header lines.</summary>
    public int FirstRow { get; private init; }

    /// <summary>Codes of the columns: what stands before the question where both are in the heading, <c>task1. Which …?</c>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Looks at an export.</summary>
    /// <param name="export">Its table.</param>
    /// <param name="said">What the study says of it; found when null.</param>
    public static ExportHeader Of(CsvTable export, ExportFormat? said)
    {
        int import = Enumerable.Range(0, Math.Min(2, export.Rows)).FirstOrDefault(row => Enumerable.Range(0, export.Columns.Count)
            .Any(c => export.Cell(row, c).Contains("\"ImportId\"", StringComparison.Ordinal)), -1);
        string[] codes = [.. export.Columns.Select(Code)];
        bool isLime = codes.Contains("submitdate") || codes.Contains("lastpage") || codes.Contains("startlanguage")
            || export.Has("Date submitted");
        ExportFormat format = said ?? (import >= 0 ? ExportFormat.Qualtrics : isLime ? ExportFormat.Limesurvey : ExportFormat.Plain);
        bool areCodes = format == ExportFormat.Limesurvey && codes.Distinct().Count() == codes.Length;
        return new ExportHeader(export, format)
        {
            FirstRow = format == ExportFormat.Qualtrics ? import + 1 : 0,
            Names = areCodes ? codes : export.Columns,
        };
    }

    /// <summary>The column that names the person where surveys write it; −1 when there is none.</summary>
    public int OwnPerson => Ids.Select(name => Names.ToList().IndexOf(name)).FirstOrDefault(index => index >= 0, -1);

    /// <summary>Whether a row is a preview by who made the survey (Qualtrics), which is no answer.</summary>
    public bool IsPreview(int row) => Format == ExportFormat.Qualtrics && _export.IndexOf("Status") is var status and >= 0
        && _export.Cell(row, status).Trim() is "1" or "Survey Preview" or "Survey Test" or "2";

    private static string Code(string heading)
    {
        int stop = heading.IndexOf(". ", StringComparison.Ordinal);
        return stop > 0 && !heading[..stop].Contains(' ') ? heading[..stop] : heading;
    }
}
