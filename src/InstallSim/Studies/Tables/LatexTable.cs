using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>The estimates as a LaTeX table (booktabs), to paste into a paper.</summary>
internal static class LatexTable
{
    public static string Write(StudyResult study, ReportText t)
    {
        var text = new StringBuilder();
        text.Append("% Needs \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{")
            .Append(Latex.Escape(study.Study.ShownTitle(t))).Append(" (").Append(Latex.Escape(t.In(study.Model))).Append(")}\n");
        text.Append("\\begin{tabular}{lrrrr}\n\\toprule\n & ").Append(t.In("Coefficient")).Append(" & ").Append(t.In("Std. error"))
            .Append(" & $z$ & $p$ \\\\\n\\midrule\n");
        foreach (ParameterRow row in ParameterRow.Of(study.Estimates))
        {
            string stars = row.Stars.Length == 0 ? "" : $"$^{{{row.Stars}}}$";
            text.Append(Latex.Escape(ParameterLabels.Named(study.Study, row.Name, t))).Append(" & ")
                .Append(Latex.Number(t, PaperNumber.Text(row.Estimate)))
                .Append(stars).Append(" & ");
            text.Append(row.IsFixed
                ? t.In("fixed") + " & & "
                : $"{Latex.Number(t, PaperNumber.Text(row.StandardError))} & {Latex.Number(t, PaperNumber.Two(row.Z))} & "
                    + $"{Latex.Number(t, PaperNumber.Probability(row.P))}").Append(" \\\\\n");
        }

        text.Append("\\midrule\n");
        foreach ((string name, string value) in ResultLines.Fit(study))
        {
            text.Append(Latex.Escape(t.In(name))).Append(" & \\multicolumn{4}{r}{").Append(Latex.Escape(t.Digits(t.In(value))))
                .Append("} \\\\\n");
        }

        text.Append("\\bottomrule\n\\end{tabular}\n\n\\footnotesize ");
        if (study.IsSimulated)
        {
            text.Append(Latex.Escape(t.In(SimulatedAnswers.Note))).Append(' ');
        }

        foreach (string note in ResultLines.TableNotes(study).Skip(1))
        {
            text.Append(Latex.Escape(t.In(note).TrimEnd('.'))).Append(". ");
        }

        foreach (InputMessage warning in study.Warnings)
        {
            string said = t.Say(warning.English, warning.French).TrimEnd('.');
            text.Append("\\textbf{").Append(t.Say("Warning:", "Avertissement~:")).Append("} ").Append(Latex.Escape(said)).Append(". ");
        }

        return text.Append(Stars(t)).Append("\n\\end{table}\n").ToString();
    }

    /// <summary>What stars mean.</summary>
    internal static string Stars(ReportText t) =>
        $"$^{{*}}p<{Below(t, "0.05")}$, $^{{**}}p<{Below(t, "0.01")}$, $^{{***}}p<{Below(t, "0.001")}$.";

    private static string Below(ReportText t, string p) => t.Digits(p).Replace(",", "{,}", StringComparison.Ordinal);
}
