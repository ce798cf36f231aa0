using System.Text;
using InstallSim.Reporting;

namespace InstallSim.Studies;

/// <summary>The estimates as a LaTeX table (booktabs), to paste into a paper.</summary>
internal static class LatexTable
{
    public static string Write(StudyResult study, ReportText t)
    {
        var text = new StringBuilder();
        text.Append("% Needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{").Append(Escape(study.Study.ShownTitle(t))).Append(" (").Append(Escape(t.In(study.Model))).Append(")}\n");
        text.Append("\\begin{tabular}{lrrrr}\n\\toprule\n & ").Append(t.In("Coefficient")).Append(" & ").Append(t.In("Std. error")).Append(" & $z$ & $p$ \\\\\n\\midrule\n");
        foreach (ParameterRow row in ParameterRow.Of(study.Estimates))
        {
            string stars = row.Stars.Length == 0 ? "" : $"$^{{{row.Stars}}}$";
            text.Append(Escape(row.Name)).Append(" & ").Append(Number(t, ParameterRow.Text(row.Estimate))).Append(stars).Append(" & ");
            text.Append(row.IsFixed ? t.In("fixed") + " & & " : $"{Number(t, ParameterRow.Text(row.StandardError))} & {Number(t, ParameterRow.Two(row.Z))} & {Number(t, ParameterRow.Probability(row.P))}").Append(" \\\\\n");
        }

        text.Append("\\midrule\n");
        foreach ((string name, string value) in ResultLines.Fit(study))
            text.Append(Escape(t.In(name))).Append(" & \\multicolumn{4}{r}{").Append(Escape(t.Digits(t.In(value)))).Append("} \\\\\n");
        text.Append("\\bottomrule\n\\end{tabular}\n\n\\footnotesize ");
        foreach (string note in ResultLines.TableNotes(study).Skip(1))
            text.Append(Escape(t.In(note).TrimEnd('.'))).Append(". ");
        text.Append("$^{*}p<0.05$, $^{**}p<0.01$, $^{***}p<0.001$.\n\\end{table}\n");
        return text.ToString();
    }

    private static string Number(ReportText t, string value) => $"${t.Digits(value).Replace(",", "{,}", StringComparison.Ordinal).Replace('−', '-').Replace("∞", "\\infty", StringComparison.Ordinal).Replace("–", "\\text{--}", StringComparison.Ordinal)}$";

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
