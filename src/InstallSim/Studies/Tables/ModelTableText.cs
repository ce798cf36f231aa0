using System.Text;
using InstallSim.Charts.Files;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>Several models side by side, as text, LaTeX, a page and CSV.</summary>
public static class ModelTableText
{
    /// <summary>Writes <c>models.txt</c>, <c>.tex</c>, <c>.html</c> and <c>.csv</c>.</summary>
    /// <param name="studies">What was found, at least one.</param>
    /// <param name="folder">Folder.</param>
    /// <param name="language">The language.</param>
    public static void WriteFiles(IReadOnlyList<StudyResult> studies, string folder, ReportText language)
    {
        File.WriteAllText(Path.Combine(folder, "models.txt"), Write(studies, language));
        File.WriteAllText(Path.Combine(folder, "models.tex"), Latex(studies, language));
        File.WriteAllText(Path.Combine(folder, "models.html"), Html(studies, language));
        Csv(studies, Path.Combine(folder, "models.csv"));
    }

    /// <summary>As a terminal shows it, lines ended by a line feed.</summary>
    public static string Write(IReadOnlyList<StudyResult> studies, ReportText t)
    {
        var table = new ModelTable(studies);
        var text = new StringBuilder();
        ConsoleTable.Columns(text, ["", .. studies.Select((_, s) => table.Heading(s))], Lines(table, t, k => table.Name(k, t)));
        text.Append(t.In(ParameterRow.StarsNoteOf([.. studies.Select(s => s.Estimates)]))).Append('\n').Append(t.In(Brackets)).Append('\n');
        for (int s = 0; s < studies.Count; s++)
        {
            text.Append(Named(table, s, t)).Append('\n');
        }

        foreach (string note in Notes(table, t))
        {
            text.Append(note).Append('\n');
        }

        foreach (InputMessage warning in table.Warnings)
        {
            text.Append(t.Say("Warning: ", "Avertissement\u00a0: ")).Append(t.Say(warning.English, warning.French)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>As a LaTeX table (booktabs).</summary>
    public static string Latex(IReadOnlyList<StudyResult> studies, ReportText t)
    {
        var table = new ModelTable(studies);
        var text = new StringBuilder("% Needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\begin{tabular}{l");
        text.Append('r', studies.Count).Append("}\n\\toprule\n");
        Row(text, "", studies.Select((_, s) => Outputs.Latex.Escape(table.Heading(s))));
        text.Append("\\midrule\n");
        for (int k = 0; k < table.Parameters.Count; k++)
        {
            ModelCell[] cells = [.. table.Cells.Select(column => column[k])];
            Row(text, Outputs.Latex.Escape(table.Label(k, t)), cells.Select(cell => cell.Estimate.Length == 0 ? ""
                : Outputs.Latex.Number(t, cell.Estimate) + (cell.Stars.Length == 0 ? "" : $"$^{{{cell.Stars}}}$")));
            Row(text, "", cells.Select(cell => cell.IsFixed ? t.In("fixed")
                : cell.StandardError is { } error ? $"({Outputs.Latex.Number(t, error)})" : ""));
        }

        text.Append("\\midrule\n");
        foreach ((string name, IReadOnlyList<string> values) in table.Fit)
        {
            Row(text, Outputs.Latex.Escape(t.In(name)), values.Select(value => Outputs.Latex.Escape(t.Digits(t.In(value)))));
        }

        text.Append("\\bottomrule\n\\end{tabular}\n\n\\footnotesize ");
        foreach (string note in studies.Select((_, s) => Named(table, s, t)).Prepend(t.In(Brackets)).Concat(Notes(table, t)))
        {
            text.Append(Outputs.Latex.Escape(note.TrimEnd('.'))).Append(". ");
        }

        foreach (InputMessage warning in table.Warnings)
        {
            text.Append("\\textbf{").Append(t.Say("Warning:", "Avertissement~:")).Append("} ")
                .Append(Outputs.Latex.Escape(t.Say(warning.English, warning.French).TrimEnd('.'))).Append(". ");
        }

        return text.Append(LatexTable.Stars(t)).Append("\n\\end{table}\n").ToString();
    }

    /// <summary>As one HTML file that opens with no server and no network.</summary>
    public static string Html(IReadOnlyList<StudyResult> studies, ReportText t)
    {
        var table = new ModelTable(studies);
        string title = t.Say("Models side by side", "Modèles côte à côte");
        string stars = ParameterRow.StarsNoteOf([.. studies.Select(s => s.Estimates)]);
        return FilePage.Page(title, t, Outputs.Html.Of($"""
            <h1>{title}</h1>
            {Outputs.Html.Join(table.Warnings.Select(w => Outputs.Html.Of($"<p class=\"warning\">{t.Say(w.English, w.French)}</p>\n")))}
            {FilePage.Table(["", .. studies.Select((_, s) => table.Heading(s))], Lines(table, t, k => table.Label(k, t)))}
            {Outputs.Html.Join(studies.Select((_, s) => Named(table, s, t)).Prepend(t.In(Brackets)).Prepend(t.In(stars))
                .Concat(Notes(table, t)).Select(FilePage.Note))}
            """));
    }

    private static IEnumerable<string> Notes(ModelTable table, ReportText t) =>
        table.Notes.Select(n => $"{n.Of}{t.Say(": ", "\u00a0: ")}{t.In(n.Note)}");

    private const string Brackets = "Standard errors in brackets.";

    private static void Csv(IReadOnlyList<StudyResult> studies, string path)
    {
        using var csv = new CsvWriter(path, ["study", "model", "parameter", "meaning", "estimate", "std_error", "z", "p", "fixed",
            "notes", "remarks"]);
        foreach (StudyResult study in studies)
        {
            string notes = string.Join("; ", ResultLines.ParameterNotes(study));
            foreach (ParameterRow row in ParameterRow.Of(study.Estimates))
            {
                csv.Write(study.Study.Name);
                csv.Write(study.Model);
                csv.Write(row.Name);
                csv.Write(ParameterMeaning.Of(study.Study, row.Name).Said.English);
                csv.Write(row.Estimate);
                csv.Write(row.StandardError);
                csv.Write(row.Z);
                csv.Write(row.P);
                csv.Write(row.IsFixed ? 1 : 0);
                csv.Write(notes);
                csv.Write(study.Remarks);
                csv.EndRow();
            }
        }
    }

    /// <summary>The rows: an estimate with its stars, the standard error below it, then the fit.</summary>
    private static IEnumerable<string[]> Lines(ModelTable table, ReportText t, Func<int, string> named)
    {
        for (int k = 0; k < table.Parameters.Count; k++)
        {
            ModelCell[] cells = [.. table.Cells.Select(column => column[k])];
            yield return [named(k), .. cells.Select(cell => t.Digits(cell.Estimate) + cell.Stars)];
            yield return
            [
                "", .. cells.Select(cell => cell.IsFixed ? t.In("fixed") : cell.StandardError is { } error ? $"({t.Digits(error)})" : ""),
            ];
        }

        foreach ((string name, IReadOnlyList<string> values) in table.Fit)
        {
            yield return [t.In(name), .. values.Select(value => t.Digits(t.In(value)))];
        }
    }

    private static string Named(ModelTable table, int s, ReportText t) =>
        $"{table.Heading(s)}{t.Say(": ", "\u00a0: ")}{table.Studies[s].Study.ShownTitle(t)} ({t.In(table.Studies[s].Model)})";

    private static void Row(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append(name).Append(" & ").AppendJoin(" & ", cells).Append(" \\\\\n");
}
