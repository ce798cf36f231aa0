using System.Text;
using InstallSim.Outputs;

namespace InstallSim.Validation;

/// <summary>What was found as Markdown: the page <c>validation.md</c>.</summary>
internal static class ValidationPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="text">Language.</param>
    /// <param name="figures">Pictures beside the page, as paths from it.</param>
    public static string Write(ValidationResult result, ReportText text, IReadOnlyList<string> figures)
    {
        ValidationFile file = result.Source.File;
        var page = new StringBuilder();
        page.Append($"# {text.Say(file.Title, file.TitleFr.Length > 0 ? file.TitleFr : file.Title)}\n\n");
        string from = Path.GetRelativePath(Environment.CurrentDirectory, result.Source.Path).Replace('\\', '/');
        Paragraph(text.Say($"Written by `installsim backtest {from}`: change that file, not this page.",
            $"Écrit par `installsim backtest {from}`\u00a0: modifier ce fichier, non cette page."));
        if (result.Backtest is { } backtest)
        {
            Forecast(page, new BacktestText(backtest, text), backtest, text, figures);
        }

        if (result.Published is { } published)
        {
            page.Append($"## {text.Say("Beside published figures", "À côté de chiffres publiés")}\n\n");
            Paragraph(Run(file.Published!, result.Source.Published!.Sources[0].Scenario.Title, text));
            page.Append(Figures(file.Published!, published, text).Markdown()).Append('\n');
        }

        var titles = new Queue<string>(result.Source.Variants.Select(runs => runs[0].Sources[0].Scenario.Title));
        foreach ((VariantSettings table, IReadOnlyList<IndicatorMeans> columns) in file.Variants.Zip(result.Variants))
        {
            page.Append($"## {table.Title}\n\n");
            Paragraph(Run(table, titles.Dequeue(), text));
            page.Append(Variants(table, columns, text).Markdown()).Append('\n');
        }

        if (file.Remarks.Count > 0)
        {
            page.Append($"## {text.Say("Remarks", "Remarques")}\n\n");
            page.AppendJoin('\n', file.Remarks.Select(remark => $"- {remark.ReplaceLineEndings(" ").Trim()}")).Append('\n');
        }

        return page.ToString();

        void Paragraph(string said) => page.Append(said).Append("\n\n");
    }

    /// <summary>The table of published figures.</summary>
    internal static WrittenTable Figures(PublishedSettings settings, IndicatorMeans means, ReportText text) => new(
        ["", .. settings.Years.Select(year => $"{year}"), text.Say("published", "publié")],
        [.. settings.Figures.Select(figure => (IReadOnlyList<string>)
        [
            Label(figure, text), .. settings.Years.Select(year => FigureTable.Cell(figure, means, year, settings.Years[0], text)),
            $"{figure.Published} ({figure.Source}){(figure.Remark.Length > 0 ? $"; {figure.Remark}" : "")}",
        ])]);

    /// <summary>A table of variants.</summary>
    internal static WrittenTable Variants(VariantSettings settings, IReadOnlyList<IndicatorMeans> columns, ReportText text) => new(
        ["", .. settings.Columns.Select(column => column.Label)],
        [.. settings.Figures.Select(figure => (IReadOnlyList<string>)
        [
            figure.As == ShownAs.Lowest ? Label(figure, text) : $"{Label(figure, text)}, {figure.Year}",
            .. columns.Select(means => FigureTable.Cell(figure, means, figure.Year,
                figure.As == ShownAs.Index ? means.FirstYear : figure.Year, text)),
        ])]);

    private static void Forecast(
        StringBuilder page, BacktestText words, BacktestResult result, ReportText text, IReadOnlyList<string> figures)
    {
        var years = result.Source.Settings.Years;
        page.Append($"## {text.Say($"From {years.From} to {years.Until}, unseen", $"De {years.From} à {years.Until}, sans les voir")}\n\n");
        foreach (string paragraph in words.Paragraphs())
        {
            page.Append(paragraph).Append("\n\n");
        }

        IReadOnlyList<string> worse = words.Worse();
        page.Append(text.Say("**Where the model is worse** than a rule that knows nothing of physicians:",
            "**Où le modèle est moins bon** qu’une règle qui ne sait rien des médecins\u00a0:")).Append("\n\n");
        string[] said = worse.Count > 0 ? [.. worse] : [text.Say("nowhere by these scores", "nulle part selon ces scores")];
        page.AppendJoin('\n', said.Select(line => $"- {line}")).Append("\n\n");
        page.Append(words.Areas().Markdown()).Append('\n');
        if (words.Ages() is { } ages)
        {
            page.Append(ages.Markdown()).Append('\n');
        }

        foreach (Scale scale in new[] { Scale.Count, Scale.Density })
        {
            page.Append($"### {text.Say($"Scores: {words.ScaleName(scale)}", $"Scores\u00a0: {words.ScaleName(scale)}")}\n\n")
                .Append(words.ScoresIn(scale).Markdown()).Append('\n')
                .Append(text.Say(
                    "Skill of the model against each rule: 1 − score / score of the rule, above 0 where the model is better; 95 % interval "
                        + "over samples of territories.",
                    "Gain du modèle sur chaque règle\u00a0: 1 − score / score de la règle, au-dessus de 0 là où le modèle est "
                        + "meilleur\u00a0; intervalle à 95\u00a0% sur des échantillons de territoires."))
                .Append("\n\n").Append(words.SkillsIn(scale).Markdown()).Append('\n');
        }

        foreach (string figure in figures)
        {
            page.Append($"![{Path.GetFileNameWithoutExtension(figure)}]({figure})\n\n");
        }
    }

    private static string Run(RunSettings run, string title, ReportText text)
    {
        string scenario = Path.GetRelativePath(Environment.CurrentDirectory, run.Scenario).Replace('\\', '/');
        string set = run.Set.Count == 0 ? "" : $", `{string.Join("`, `", run.Set)}`";
        string own = run.Territories is null ? ""
            : text.Say(", territories ", ", territoires ") + $"`{Path.GetRelativePath(Environment.CurrentDirectory, run.Territories)}`";
        return text.Say($"Means of {run.Replications} replications of `{scenario}` ({title}){own}{set}.",
            $"Moyennes de {run.Replications} réplications de `{scenario}` ({title}){own}{set}.");
    }

    private static string Label(ShownFigure figure, ReportText text) =>
        text.Say(figure.Label, figure.LabelFr.Length > 0 ? figure.LabelFr : figure.Label);
}
