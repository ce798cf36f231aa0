using System.Globalization;
using System.Text;
using InstallSim.Choice.Designs;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>A design as a terminal shows it: its errors, what balance costs, what a sample could tell, how often levels stand.</summary>
public static class DesignTable
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    /// <param name="design">The design.</param>
    /// <param name="language">The language; English when null.</param>
    public static string Write(MadeDesign design, ReportText? language = null)
    {
        ReportText t = language ?? ReportText.English;
        var text = new StringBuilder();
        Summary(text, design, t);
        Errors(text, design, t);
        BalancePrice(text, design, t);
        text.Append('\n');
        Coefficients(text, design, t);
        Power(text, design, t);
        Levels(text, design, t);
        if (design.Priors.Values.All(p => p == 0))
        {
            text.Append(t.Say(
                "All priors are 0: the design cannot know which alternative would be better in everything. Signs "
                    + "help, even of small priors.\n",
                "Tous les a priori sont à 0\u00a0: le plan ne peut savoir quelle option serait la meilleure en tout. Même de petits a "
                    + "priori, par leur signe, aident.\n"));
        }

        return text.ToString();
    }

    private static void Coefficients(StringBuilder text, MadeDesign design, ReportText t)
    {
        int? people = design.Respondents;
        double answers = people / (double)design.Blocks.Max() ?? 1;
        List<string> header =
        [
            "", t.Say("prior", "a priori"),
            people is null ? t.In("std. error") : t.Say($"std. error of {people} people", $"erreur type pour {people} personnes"),
            t.Say("people for z = 1.96", "personnes pour z = 1,96"),
        ];
        if (design.Price >= 0)
        {
            string price = design.Efficiency.Parameters[design.Price];
            header.Add(t.Say($"std. error in units of {price}", $"erreur type en unités de {price}"));
        }

        ConsoleTable.Columns(text, [.. header], design.Efficiency.Parameters.Select((name, k) =>
        {
            List<string> row =
            [
                name, t.Digits(PaperNumber.Text(design.Priors[name])),
                t.Digits(PaperNumber.Text(design.Efficiency.StandardError(k, answers))), People(design, k, design.Priors[name]),
            ];
            if (design.Price >= 0)
            {
                row.Add(k == design.Price ? "–" : t.Digits(PaperNumber.Text(design.Efficiency.RatioError(k, design.Price, answers))));
            }

            return (string[])[.. row];
        }));
        text.Append(people is not null ? "\n" : t.Say(
            "Standard errors with each task answered once; more answers divide them by the square root of their number.\n\n",
            "Erreurs types si chaque tâche reçoit une réponse\u00a0; davantage de réponses les divisent par la racine de leur nombre.\n"
                + "\n"));
    }

    /// <summary>
    /// What z = 1.96 means for a sample: the mean of z over samples is 1.96, so that half of them are significant at 5 %. For 80 % it must
    /// be 1.96 + 0.84, the normal quantile of 0.8, which takes (2.80 / 1.96)² = 2.04 times as many people.
    /// </summary>
    private static void Power(StringBuilder text, MadeDesign design, ReportText t)
    {
        if (design.Priors.Values.Any(p => p != 0))
        {
            text.Append(t.Say(
                "With so many people z is 1.96 on average: half of the samples are significant at 5 % (power 50 %). For 80 % it takes "
                    + "((1.96 + 0.84) / 1.96)² = 2.04 times as many.\n\n",
                "Avec autant de personnes, z vaut 1,96 en moyenne\u00a0: la moitié des échantillons sont significatifs à 5\u00a0% "
                    + "(puissance 50\u00a0%). Pour 80\u00a0%, il en faut ((1,96 + 0,84) / 1,96)² = 2,04 fois plus.\n\n"));
        }
    }

    private static void Levels(StringBuilder text, MadeDesign design, ReportText t)
    {
        DesignLayout layout = design.Layout;
        foreach (AttributeSettings attribute in design.Settings.Attributes)
        {
            int[] slots = [.. Enumerable.Range(0, layout.Slots.Count).Where(s => layout.Attributes[s] == attribute)];
            var shown = design.Sets.SelectMany(set => slots.Select(s => set[s])).CountBy(level => level).ToDictionary();
            string of = attribute.Alternatives.Count == 0 ? "" : $" ({string.Join(", ", attribute.Alternatives)})";
            text.Append((attribute.Name + of).PadRight(24))
                .AppendJoin("  ", attribute.Levels.Select((l, i) =>
                    string.Create(CultureInfo.InvariantCulture, $"{l} ×{shown.GetValueOrDefault(i)}"))).Append('\n');
        }

        int different = design.Audit.Questions.Distinct().Count(), plain = design.Audit.IsPlain.Count(p => p),
            forbidden = design.Audit.IsForbidden.Count(f => f);
        string average = t.Number(design.Audit.Varied.Average(), 1);
        text.Append(t.Say(
            $"{different} different {(different == 1 ? "task" : "tasks")} of {design.Sets.Count}",
            $"{different} {(different == 1 ? "tâche différente" : "tâches différentes")} sur {design.Sets.Count}"));
        text.Append(layout.Settings.Alternatives.Count == 1 ? "\n" : t.Say(
            $"; alternatives differ in {average} of {layout.Columns.Count} attributes on average\n",
            $"\u00a0; les options diffèrent en moyenne par {average} des {layout.Columns.Count} attributs\n"));
        Outside(text, design, t);
        int twice = design.Audit.Questions.Zip(design.Blocks).GroupBy(q => q).Sum(g => g.Count() - 1);
        foreach ((int count, string said) in ((int, string)[])
        [
            (plain, t.Say($"{plain} tasks have an alternative that is at least as good as another in every attribute\n",
                $"{plain} tâches ont une option au moins aussi bonne qu’une autre sur chaque attribut\n")),
            (forbidden, t.Say($"{forbidden} tasks show what 'never', 'require' or 'varied' rule out\n",
                $"{forbidden} tâches montrent ce que «\u00a0never\u00a0», «\u00a0require\u00a0» ou «\u00a0varied\u00a0» excluent\n")),
            (twice, t.Say($"{twice} tasks repeat another of their block\n", $"{twice} tâches en répètent une autre de leur bloc\n")),
        ])
        {
            text.Append(count == 0 ? "" : said);
        }
    }

    private static void Summary(StringBuilder text, MadeDesign design, ReportText t)
    {
        DesignSettings s = design.Settings;
        int tasks = design.Sets.Count, blocks = design.Blocks.Max(), each = tasks / blocks;
        string none = string.Concat(design.Layout.Fixed.Select(name => t.Say($" and '{name}'", $" et «\u00a0{name}\u00a0»")));
        string best = design.Starts is not { } starts ? "" : t.Say($"; best of {Count(starts, "start")}",
            $"\u00a0; le meilleur de {Count(starts, "départ")}");
        text.Append(t.Say(
            $"{Count(tasks, "task")} of {s.Alternatives.Count} alternatives{none}, {Count(blocks, "block")} of {each}{best}\n",
            $"{Count(tasks, "tâche")} de {s.Alternatives.Count} options{none}, {Count(blocks, "bloc")} de {each}{best}\n"));

        static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
    }

    private static void Errors(StringBuilder text, MadeDesign design, ReportText t)
    {
        (string d, string a) = (t.Number(design.Efficiency.DError, 6), t.Number(design.Efficiency.AError, 6));
        string people = Math.Ceiling(design.Efficiency.SError * design.Blocks.Max()).ToString("0", CultureInfo.InvariantCulture);
        string s = design.Priors.Values.All(p => p == 0) ? "" : t.Say($", S {people} people", $", S {people} personnes");
        string c = design.Price < 0 ? "" : $", C {t.Digits(PaperNumber.Text(design.Efficiency.CError(design.Price)))}";
        text.Append(t.Say(
            $"D-error {d}, A-error {a}{s}{c} (multinomial logit at the priors, each task answered once)\n",
            $"Erreur D {d}, erreur A {a}{s}{c} (logit multinomial aux a priori, une réponse par tâche)\n"));
        if (design.MeanDError is { } mean)
        {
            text.Append(t.Say(
                $"D-error {t.Number(mean, 6)} on average over {t.Number(design.Settings.PriorDraws, 0)} draws of the priors\n",
                $"Erreur D {t.Number(mean, 6)} en moyenne sur {t.Number(design.Settings.PriorDraws, 0)} tirages des a priori\n"));
        }

        if (design.DErrorBefore is { } before)
        {
            text.Append(t.Say($"D-error before: {t.Number(before, 6)}\n", $"Erreur D avant\u00a0: {t.Number(before, 6)}\n"));
        }
    }

    private static void BalancePrice(StringBuilder text, MadeDesign design, ReportText t)
    {
        string letter = design.Settings.Criterion.ToString(), now = Key(design.Settings.Balance);
        foreach ((LevelBalance balance, double error) in design.WithOtherBalance.Where(other => other.Error < design.Error))
        {
            string key = Key(balance), more = ((design.Error / error - 1) * 100).ToString("0.0", CultureInfo.InvariantCulture),
                value = design.Settings.Criterion == DesignCriterion.S ? t.Number(Math.Ceiling(error), 0) : t.Number(error, 6);
            text.Append(t.Say(
                $"{letter}-error {value} with 'balance: {key}': 'balance: {now}' costs {more} % more people\n",
                $"Erreur {letter} {value} avec «\u00a0balance: {key}\u00a0»\u00a0: «\u00a0balance: {now}\u00a0» demande "
                    + $"{t.Digits(more)}\u00a0% de personnes en plus\n"));
        }

        static string Key(LevelBalance balance) => InstallSim.Inputs.InputType.Kebab(balance.ToString());
    }

    /// <summary>Says that the status quo is not compared with the others, where it is not.</summary>
    private static void Outside(StringBuilder text, MadeDesign design, ReportText t)
    {
        if (design.Settings is { StatusQuo: { } quo, Dominated: DominatedTasks.Refuse }
            && design.Audit.Outside.Contains(design.Layout.Fixed.ToList().IndexOf(quo.Name)))
        {
            text.Append(t.Say(
                $"'{quo.Name}' stands outside the rule that no alternative is at least as good as another in every attribute: it has other "
                    + "attributes or coefficients, or is better or worse than all in everything\n",
                $"«\u00a0{quo.Name}\u00a0» échappe à la règle qu’aucune option n’est au moins aussi bonne qu’une autre sur chaque "
                    + "attribut\u00a0: elle a d’autres attributs ou coefficients, ou est meilleure ou pire que toutes en tout\n"));
        }
    }

    private static string People(MadeDesign design, int k, double prior) =>
        prior == 0 ? "–" : Math.Ceiling(design.Efficiency.AnswersNeeded(k, prior) * design.Blocks.Max())
            .ToString("0", CultureInfo.InvariantCulture);
}
