using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Studies.Checklists;

/// <summary>Items about the model: its variables, kind, assumptions, errors, fit and convergence.</summary>
internal static class ModelItems
{
    public static void Write(ChecklistPen pen)
    {
        ReportText t = pen.T;
        StudyResult result = pen.Facts.Result;
        pen.Section("Model", "Modèle");
        Coding(pen);
        pen.Tell("model-kind", ("The model", "Le modèle"), pen.By.All(pen.By.Bridges(8), pen.By.Hauber("Method")), t.In(result.Model));
        pen.Ask("model", ("Why this model rather than another", "Pourquoi ce modèle plutôt qu’un autre"), pen.By.Hauber("Method"),
            r => r.Model);
        Assumptions(pen);
        Random(pen);
        Heterogeneity(pen);
        pen.Tell("standard-errors", ("What the standard errors are", "Ce que sont les erreurs types"),
            pen.By.All(pen.By.Bridges(8), pen.By.Hauber("Stochastic")),
            t.Digits(t.In(ResultLines.StandardErrors(result))).TrimEnd('.'));
        Fit(pen);
        Convergence(pen);
    }

    private static void Coding(ChecklistPen pen)
    {
        ReportText t = pen.T;
        Study study = pen.Study;
        List<string> dummies = [], numbers = [], made = [], constants = [];
        foreach (UtilityTerm term in study.Utility.Where(term => !term.IsOfFormula))
        {
            string name = term.Times is null ? term.Name : $"{term.Name} (× {term.Times})";
            if (term.Constant)
            {
                constants.Add(name);
            }
            else if (study.Derived.FirstOrDefault(d => d.Name == (term.Column ?? term.Name)) is not { } derived)
            {
                numbers.Add(name);
            }
            else if (derived.Recipe == Recipe.Dummy)
            {
                dummies.Add($"{name} ({derived.Of[0]}{t.Colon}{string.Join(", ", derived.Values)})");
            }
            else
            {
                made.Add($"{name} ({InputType.Kebab(derived.Recipe.ToString())}{t.Colon}{string.Join(", ", derived.Of)})");
            }
        }

        if (study.ConstantsAgainst is { } against)
        {
            constants.Add(t.Say($"all against {against}", $"toutes contre {against}"));
        }

        string answer = string.Join(t.Semicolon, new[]
        {
            (t.Say("0 or 1", "0 ou 1"), dummies), (t.Say("as they are in the data", "telles qu’elles sont dans les données"), numbers),
            (t.Say("made of columns", "faites de colonnes"), made), (t.Say("formula", "formule"), Formulas(study)),
            (t.Say("constants", "constantes"), constants),
        }.Where(part => part.Item2.Count > 0).Select(part => $"{part.Item1}{t.Colon}{string.Join(", ", part.Item2)}"));
        pen.Tell("coding", ("How each variable is coded", "Comment chaque variable est codée"),
            pen.By.All(pen.By.Coding, pen.By.Hauber("Estimates")),
            answer);
    }

    /// <summary>The formulas of a study, each with its alternative where it is of one.</summary>
    internal static List<string> Formulas(Study study) =>
    [
        .. study.Formula is { } all ? [all] : Array.Empty<string>(), .. study.Formulas.Select(f => $"{f.Key}: {f.Value}"),
    ];

    private static void Assumptions(ChecklistPen pen)
    {
        ReportText t = pen.T;
        ModelSettings model = pen.Study.Model;
        List<string> said =
        [
            model.Regret.Count > 0 ? t.Say("regret is made small", "le regret est minimisé")
                : model.BoxCox.Count > 0 ? t.Say("utility is linear but for Box–Cox variables",
                    "utilité linéaire hormis les variables Box-Cox")
                : Formulas(pen.Study).Count > 0 ? t.Say("utility is what the formula says", "l’utilité est ce que dit la formule")
                : t.Say("utility is linear in the coefficients", "utilité linéaire par rapport aux coefficients"),
            model.Nests.Count > 0 || model.NestsBy is not null
                ? t.Say("errors are alike within a nest (generalised extreme value)",
                    "erreurs liées dans un nid (valeur extrême généralisée)")
                : t.Say("errors are Gumbel, independent over alternatives and situations",
                    "erreurs de Gumbel, indépendantes entre options et situations"),
            model.RandomScale is not null ? t.Say("their scale varies over people (lognormal)",
                "leur échelle varie entre personnes (log-normale)")
                : model.Scale.Count > 0 ? t.Say("their scale differs by group", "leur échelle diffère selon le groupe")
                : t.Say("of one scale for all", "d’une seule échelle"),
        ];
        if (model.Random.Count > 0)
        {
            said.Add(model.Correlated.Count > 0 ? t.Say("random coefficients are correlated as said",
                "coefficients aléatoires corrélés comme indiqué")
                : t.Say("random coefficients are independent of one another", "coefficients aléatoires indépendants entre eux"));
            said.Add(model.Panel ? t.Say("a person keeps them in all situations", "une personne les garde dans toutes les situations")
                : t.Say("drawn anew in each situation", "tirés de nouveau à chaque situation"));
        }
        else if (model.Classes == 1 && model.Nests.Count == 0 && model.NestsBy is null && model.Regret.Count == 0)
        {
            said.Add(t.Say("irrelevant alternatives do not matter (IIA)", "indépendance des options non pertinentes (IIA)"));
        }

        pen.Tell("assumptions", ("What the model assumes", "Ce que le modèle suppose"), pen.By.Hauber("Assumptions"),
            string.Join(t.Semicolon, said));
    }

    private static void Random(ChecklistPen pen)
    {
        ReportText t = pen.T;
        StudyResult result = pen.Facts.Result;
        (string, string) asks = ("Random coefficients and draws", "Coefficients aléatoires et tirages");
        string source = pen.By.All(pen.By.Hauber("Stochastic"), pen.By.Econometrics);
        if (result.Draws.Length == 0)
        {
            pen.Pass("draws", asks, source, t.Say("no coefficient is drawn", "aucun coefficient n’est tiré"));
            return;
        }

        string random = string.Join(", ", pen.Study.Model.Random
            .Select(r => $"{r.Key} {InputType.Kebab(r.Value.Distribution.ToString())}"));
        pen.Tell("draws", asks, source, t.Say($"{random}; {result.Draws}; seed {pen.Study.Draws.Seed}",
            $"{random}\u00a0; {t.In(result.Draws)}\u00a0; graine {pen.Study.Draws.Seed}"), "draws");
    }

    private static void Heterogeneity(ChecklistPen pen)
    {
        ReportText t = pen.T;
        ModelSettings model = pen.Study.Model;
        string[] times = [.. pen.Study.Utility.Where(u => u.Times is not null).Select(u => u.Name)];
        List<string> how = [];
        if (model.Random.Count > 0)
        {
            how.Add(t.Say($"random coefficients ({model.Random.Count})", $"coefficients aléatoires ({model.Random.Count})"));
            string[] means = [.. model.Random.Where(r => r.Value.MeanBy.Count > 0).Select(r => r.Key)];
            string[] spreads = [.. model.Random.Where(r => r.Value.SpreadBy.Count > 0).Select(r => r.Key)];
            how.AddRange(spreads.Length == 0 ? [] : [t.Say($"spreads by columns of the person ({string.Join(", ", spreads)})",
                $"écarts types selon la personne ({string.Join(", ", spreads)})")]);
            how.AddRange(means.Length == 0 ? [] : [t.Say($"means by columns of the person ({string.Join(", ", means)})",
                $"moyennes selon la personne ({string.Join(", ", means)})")]);
        }

        how.AddRange(model.Classes == 1 ? [] : [t.Say($"{model.Classes} latent classes", $"{model.Classes} classes latentes")]);
        how.AddRange(times.Length == 0 ? [] : [t.Say($"interactions ({string.Join(", ", times)})",
            $"interactions ({string.Join(", ", times)})")]);
        (string, string) tastes = ("Whether tastes differ between people", "Les goûts diffèrent-ils entre personnes"),
            scale = ("Whether the weight of chance differs between people", "La part du hasard diffère-t-elle entre personnes");
        if (how.Count > 0)
        {
            pen.Tell("heterogeneity", tastes, pen.By.All(pen.By.Hauber("Stochastic"), pen.By.Bridges(8)), string.Join(t.Semicolon, how),
                "model");
        }
        else
        {
            pen.Miss("heterogeneity", tastes, pen.By.All(pen.By.Hauber("Stochastic"), pen.By.Bridges(8)), "model", t.Say(
                "let coefficients vary by 'model: { random: … }' or 'model: { classes: 2 }', or say why not in 'reporting: { model: … }'",
                "laisser varier des coefficients par «\u00a0model: { random: … }\u00a0» ou «\u00a0model: { classes: 2 }\u00a0», ou "
                    + "dire sous «\u00a0reporting: { model: … }\u00a0» pourquoi non"));
        }

        if (model.Scale.Count > 0 || model.RandomScale is not null)
        {
            string[] scales = [.. model.Scale, .. model.RandomScale is null ? Array.Empty<string>()
                : [t.Say("over people, lognormal", "entre personnes, log-normale")]];
            pen.Tell("scale", scale, pen.By.Hauber("Stochastic"), string.Join(t.Semicolon, scales),
                model.RandomScale is null ? "model.scale" : "model.random-scale");
        }
        else
        {
            pen.Miss("scale", scale, pen.By.Hauber("Stochastic"), "model.scale",
                t.Say("name columns of the person by 'model: { scale: [COLUMN] }'",
                "nommer des colonnes de la personne par «\u00a0model: { scale: [COLONNE] }\u00a0»"));
        }
    }

    private static void Fit(ChecklistPen pen)
    {
        ReportText t = pen.T;
        EstimationResult r = pen.Facts.Result.Estimates;
        string n = t.Number(r.SumOfWeights, r.SumOfWeights == Math.Round(r.SumOfWeights) ? 0 : 1);
        string weighted = pen.Facts.Result.Weighted is { } w ? $" ({t.Say(w.English, w.French)})" : "";
        pen.Tell("fit", ("Size and fit: N, parameters, log-likelihood, criteria",
            "Taille et ajustement\u00a0: N, paramètres, log-vraisemblance, critères"),
            pen.By.All(pen.By.Bridges(8), pen.By.Hauber("Evaluation"), pen.By.Econometrics), t.Say(
            $"N {n}{weighted}, {r.Estimated} parameters, log-likelihood {t.Number(r.LogLikelihood, 3)}, AIC {t.Number(r.Aic, 2)}, BIC "
                + $"{t.Number(r.Bic, 2)}, ρ² {t.Number(r.RhoSquared, 4)}",
            $"N {n}{weighted}, {r.Estimated} paramètres, log-vraisemblance {t.Number(r.LogLikelihood, 3)}, AIC {t.Number(r.Aic, 2)}, BIC "
                + $"{t.Number(r.Bic, 2)}, ρ² {t.Number(r.RhoSquared, 4)}"));
    }

    private static void Convergence(ChecklistPen pen)
    {
        ReportText t = pen.T;
        StudyResult result = pen.Facts.Result;
        EstimationResult r = result.Estimates;
        string untold = string.Join(", ", r.Unidentified.SelectMany(u => u.Parameters)), told = untold.Length == 0
            ? t.Say("The data tell every parameter", "Les données permettent d’estimer chaque paramètre")
            : t.Say($"NOT identified: {untold}", $"NON identifiés\u00a0: {untold}");
        string kept = string.Join(", ", r.Undetermined.Select(u => u.Parameter)), held = kept.Length == 0 ? ""
            : t.Say($"; held, not counted: {kept}", $"\u00a0; maintenus, non comptés\u00a0: {kept}");
        string starts = ResultLines.Starts(result) is { Length: > 0 } s ? $" {t.Digits(t.In(s))}" : "";
        pen.Tell("convergence", ("Convergence, identification, starts", "Convergence, identification, départs"),
            pen.By.Hauber("Evaluation"),
            $"{t.Digits(t.In(ResultLines.Convergence(result)))}{starts} {told}{held}");
    }
}
