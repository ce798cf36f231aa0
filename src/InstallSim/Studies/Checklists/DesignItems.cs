using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Checklists;

/// <summary>Items about the experimental design: how it was sought, and what it is when measured.</summary>
internal static class DesignItems
{
    private static readonly (string, string) Size = ("How many tasks, blocks, and tasks a person",
        "Nombre de tâches, de blocs, de tâches par personne"),
        Efficiency = ("How much the design tells", "Ce que le plan apprend"),
        Balance = ("How often each level is shown", "Combien de fois chaque niveau est montré"),
        Overlap = ("In how many attributes the alternatives of a task differ",
            "Nombre d’attributs qui distinguent les options d’une tâche"),
        Plain = ("Tasks with a plain answer, a forbidden combination, or twice in a block",
            "Tâches à réponse évidente, à combinaison exclue ou répétées dans un bloc"),
        Needed = ("How many people it takes, and why so many", "Combien de personnes il faut, et pourquoi tant");

    public static void Write(ChecklistPen pen)
    {
        pen.Section("Experimental design", "Plan d’expérience");
        Made(pen);
        Effects(pen);
        if (pen.Facts.Design is { } design)
        {
            Measured(pen, design);
        }
        else
        {
            Unmeasured(pen);
        }
    }

    private static void Made(ChecklistPen pen)
    {
        ReportText t = pen.T;
        string source = pen.By.All(pen.By.Bridges(4), pen.By.Johnson("approach to the design", "construction du plan"), pen.By.Design);
        (string, string) asks = ("How the design was made", "Comment le plan a été fait");
        if (pen.Study.Design is not { } s)
        {
            pen.Ask("design", asks, source, r => r.Design, ofTasks: true);
            return;
        }

        string criterion = s.Criterion.ToString().ToUpperInvariant();
        string priors = s.PriorSpreads.Count > 0
            ? t.Say($"{t.Number(s.PriorDraws, 0)} draws of the priors", $"{t.Number(s.PriorDraws, 0)} tirages des a priori")
            : s.Priors.Values.All(p => p == 0) ? t.Say("priors of 0", "des a priori de 0")
            : t.Say($"the priors {List(s.Priors, t)}", $"les a priori {List(s.Priors, t)}");
        string balance = InputType.Kebab(s.Balance.ToString());
        pen.Tell("design", asks, source, pen.With(t.Say(
            $"asked for under 'design': a small {criterion}-error of the multinomial logit at {priors}; balance {balance}; best of "
                + $"{s.Starts} starts, seed {s.Seed}",
            $"demandé sous «\u00a0design\u00a0»\u00a0: une petite erreur {criterion} du logit multinomial pour {priors}\u00a0; équilibre "
                + $"{balance}\u00a0; le meilleur de {s.Starts} départs, graine {s.Seed}"), r => r.Design), "design");
    }

    private static string List(IReadOnlyDictionary<string, double> priors, ReportText t) =>
        string.Join(", ", priors.Select(p => $"{p.Key} {t.Digits(InputScalars.Plain(p.Value))}"));

    private static void Effects(ChecklistPen pen)
    {
        ReportText t = pen.T;
        string[] products = [.. pen.Study.Utility.Where(u => u.Times is not null
            || pen.Study.Derived.Any(d => d.Name == (u.Column ?? u.Name) && d.Recipe == Recipe.Product)).Select(u => u.Name)];
        pen.Tell("effects", ("Whether main effects or interactions are told", "Effets principaux ou interactions"),
            pen.By.All(pen.By.Johnson("identification", "identification"), pen.By.Design, pen.By.Hauber("Estimates")),
            ModelItems.Formulas(pen.Study).Count > 0 ? t.Say("what the formula has, see coding", "ce qu’a la formule, voir le codage")
                : products.Length == 0 ? t.Say("main effects alone", "effets principaux seuls")
                : t.Say($"main effects and interactions: {string.Join(", ", products)}",
                    $"effets principaux et interactions\u00a0: {string.Join(", ", products)}"));
    }

    private static void Measured(ChecklistPen pen, MadeDesign design)
    {
        ReportText t = pen.T;
        DesignEfficiency e = design.Efficiency;
        (int tasks, int blocks) = (design.Sets.Count, design.Blocks.Max());
        pen.Tell("design-size", Size, pen.By.All(pen.By.Bridges(4), pen.By.Design), t.Say(
            $"{tasks} tasks in {blocks} {(blocks == 1 ? "block" : "blocks")} of {tasks / blocks}",
            $"{tasks} tâches en {blocks} {(blocks == 1 ? "bloc" : "blocs")} de {tasks / blocks}"));
        string mean = design.MeanDError is { } m ? t.Say($" ({t.Number(m, 4)} on average over draws of the priors)",
            $" ({t.Number(m, 4)} en moyenne sur les tirages des a priori)") : "";
        pen.Tell("design-efficiency", Efficiency,
            pen.By.All(pen.By.Bridges(4), pen.By.Johnson("statistical efficiency", "efficacité statistique")),
            t.Say($"measured: D-error {t.Number(e.DError, 4)}{mean}, A-error {t.Number(e.AError, 4)} (multinomial logit at the priors, "
                + "each task answered once)",
                $"mesuré\u00a0: erreur D {t.Number(e.DError, 4)}{mean}, erreur A {t.Number(e.AError, 4)} (logit multinomial aux a priori, "
                    + "une réponse par tâche)"));
        pen.Tell("design-balance", Balance, pen.By.Johnson("level balance", "équilibre des niveaux"), Shown(design, t));
        string varied = t.Number(design.Audit.Varied.Average(), 1);
        pen.Tell("design-overlap", Overlap, pen.By.Johnson("overlap", "recouvrement"), t.Say(
            $"{varied} of {design.Layout.Columns.Count} on average", $"{varied} sur {design.Layout.Columns.Count} en moyenne"));
        int twice = design.Audit.Questions.Zip(design.Blocks).GroupBy(q => q).Sum(g => g.Count() - 1),
            plain = design.Audit.IsPlain.Count(p => p), forbidden = design.Audit.IsForbidden.Count(f => f);
        pen.Tell("design-plain", Plain, pen.By.Johnson("constraints", "contraintes"), t.Say(
            $"{plain} plain by the priors, {forbidden} forbidden, {twice} twice in a block",
            $"{plain} évidentes selon les a priori, {forbidden} exclues, {twice} répétées dans un bloc"));
        People(pen, design);
    }

    private static string Shown(MadeDesign design, ReportText t) => string.Join(t.Semicolon, design.Settings.Attributes.Select(attribute =>
    {
        int[] slots = [.. Enumerable.Range(0, design.Layout.Slots.Count).Where(s => design.Layout.Attributes[s] == attribute)];
        int[] shown = new int[attribute.Levels.Count];
        foreach (int level in design.Sets.SelectMany(set => slots.Select(s => set[s])))
        {
            shown[level]++;
        }

        (int least, int most) = (shown.Min(), shown.Max());
        return $"{attribute.Name} {(least == most ? $"{least}" : t.Say($"{least} to {most}", $"{least} à {most}"))}";
    }));

    private static void People(ChecklistPen pen, MadeDesign design)
    {
        ReportText t = pen.T;
        string source = pen.By.All(pen.By.Bridges(7), pen.By.Sample);
        if (design.Priors.Values.All(p => p == 0))
        {
            pen.Ask("sample-size", Needed, source, r => r.SampleSize);
            return;
        }

        string needed = t.Number(Math.Ceiling(design.Efficiency.SError * design.Blocks.Max()), 0);
        string hint = t.Say(
            $"measured: with {needed} people z is 1.96 for the last coefficient if the priors are right (S), significant in half of the "
                + "samples; 2.04 times as many for 80 %",
            $"mesuré\u00a0: avec {needed} personnes, z vaut 1,96 pour le dernier coefficient si les a priori sont justes (S), "
                + "significatif dans la moitié des échantillons\u00a0; 2,04 fois plus pour 80\u00a0%");
        if (pen.Said(r => r.SampleSize) is { } why)
        {
            pen.Tell("sample-size", Needed, source, $"{why} ({hint})", "reporting.sample-size");
        }
        else
        {
            pen.Miss("sample-size", Needed, source, "reporting.sample-size", pen.How("sample-size") + t.Semicolon + hint);
        }
    }

    private static void Unmeasured(ChecklistPen pen)
    {
        ReportText t = pen.T;
        string how = pen.Facts.Fault is { } fault
            ? t.Say($"the design cannot be measured: {fault.English}", $"le plan ne peut être mesuré\u00a0: {fault.French}")
            : t.Say("describe the experiment under 'design:', and name its table by 'respondents: { design: FILE }' or 'data: { design: "
                + "FILE }'",
                "décrire l’expérience sous «\u00a0design:\u00a0», et nommer son tableau par «\u00a0respondents: { design: FICHIER }\u00a0» "
                    + "ou «\u00a0data: { design: FICHIER }\u00a0»");
        foreach ((string id, (string, string) asks, string source) in ((string, (string, string), string)[])
        [
            ("design-size", Size, pen.By.All(pen.By.Bridges(4), pen.By.Design)),
            ("design-efficiency", Efficiency,
                pen.By.All(pen.By.Bridges(4), pen.By.Johnson("statistical efficiency", "efficacité statistique"))),
            ("design-balance", Balance, pen.By.Johnson("level balance", "équilibre des niveaux")),
            ("design-overlap", Overlap, pen.By.Johnson("overlap", "recouvrement")),
            ("design-plain", Plain, pen.By.Johnson("constraints", "contraintes")),
        ])
        {
            if (pen.IsRevealed)
            {
                pen.Pass(id, asks, source, pen.Nobody);
            }
            else
            {
                pen.Miss(id, asks, source, "design", how);
            }
        }

        pen.Ask("sample-size", Needed, pen.By.All(pen.By.Bridges(7), pen.By.Sample), r => r.SampleSize);
    }
}
