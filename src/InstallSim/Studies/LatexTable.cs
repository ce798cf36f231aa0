using System.Text;

namespace InstallSim.Studies;

/// <summary>The estimates as a LaTeX table (booktabs), to paste into a paper.</summary>
internal static class LatexTable
{
    public static string Write(StudyResult study)
    {
        var text = new StringBuilder();
        text.Append("% Needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{").Append(Escape(study.Study.Title)).Append(" (").Append(Escape(study.Model)).Append(")}\n");
        text.Append("\\begin{tabular}{lrrrr}\n\\toprule\n & Coefficient & Std. error & $z$ & $p$ \\\\\n\\midrule\n");
        foreach (ParameterRow row in ParameterRow.Of(study.Estimates))
        {
            string stars = row.Stars.Length == 0 ? "" : $"$^{{{row.Stars}}}$";
            text.Append(Escape(row.Name)).Append(" & ").Append(Number(ParameterRow.Text(row.Estimate))).Append(stars).Append(" & ");
            text.Append(row.IsFixed ? "fixed & & " : $"{Number(ParameterRow.Text(row.StandardError))} & {Number(ParameterRow.Text(Math.Round(row.Z, 2)))} & {Number(ParameterRow.Probability(row.P))}").Append(" \\\\\n");
        }

        text.Append("\\midrule\n");
        foreach ((string name, string value) in ResultLines.Fit(study))
            text.Append(Escape(name)).Append(" & \\multicolumn{4}{r}{").Append(Escape(value)).Append("} \\\\\n");
        text.Append("\\bottomrule\n\\end{tabular}\n\n\\footnotesize ");
        foreach (string note in ResultLines.TableNotes(study).Skip(1))
            text.Append(Escape(note.TrimEnd('.'))).Append(". ");
        text.Append("$^{*}p<0.05$, $^{**}p<0.01$, $^{***}p<0.001$.\n\\end{table}\n");
        return text.ToString();
    }

    private static string Number(string value) => $"${value.Replace('−', '-').Replace("∞", "\\infty", StringComparison.Ordinal).Replace("–", "\\text{--}", StringComparison.Ordinal)}$";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text)
        {
            escaped.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => "\\" + c,
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                'ρ' => "$\\rho$",
                'χ' => "$\\chi$",
                '²' => "$^2$",
                '−' => "$-$",
                '<' or '>' => $"${c}$",
                '\u202f' => "\\,",
                '€' => "\\texteuro{}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
