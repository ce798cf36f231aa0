using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Checklists;

/// <summary>Items about what was found, what it is worth, and how others can do it again.</summary>
internal static class ResultItems
{
    public static void Write(ChecklistPen pen)
    {
        ReportText t = pen.T;
        pen.Section("Results", "Résultats");
        pen.Tell("estimates", ("Every coefficient with its uncertainty", "Chaque coefficient et son incertitude"),
            pen.By.All(pen.By.Bridges(9), pen.By.Hauber("Estimates"), pen.By.Hauber("Trade-offs")),
                "estimates.txt, estimates.csv, estimates.json");
        TradeOffs(pen);
        pen.Ask("conclusions", ("What follows, beside what others found", "Ce qui s’ensuit, à côté de ce que d’autres ont trouvé"),
            pen.By.All(pen.By.Bridges(9), pen.By.Interpretation), r => r.Conclusions);
        pen.Ask("limitations", ("What the study cannot say, and of whom it does not speak",
            "Ce que l’étude ne peut dire, et de qui elle ne parle pas"),
            pen.By.All(pen.By.Bridges(9), pen.By.Hauber("Interpretation")), r => r.Limitations);
        Validity(pen);
        IReadOnlyList<InputMessage> warnings = pen.Facts.Result.Warnings;
        pen.Tell("warnings", ("What a reader must know before believing the numbers", "Ce qu’il faut savoir avant de croire les nombres"),
            pen.By.All(pen.By.Hauber("Evaluation"), pen.By.Hauber("Interpretation")), warnings.Count == 0
                ? t.Say("the program warns of nothing", "le programme n’avertit de rien")
                : string.Join(pen.T.Semicolon, warnings.Select(w => t.Say(w.English, w.French))));
        pen.Section("Doing it again", "Refaire");
        pen.Tell("reproduction", ("What is needed to do it again", "Ce qu’il faut pour refaire"),
            pen.By.All(pen.By.Hauber("Transparent"), pen.By.Bridges(10)),
            t.Say("manifest.json: study, program, hashes of the files", "manifest.json\u00a0: étude, programme, empreintes des fichiers"));
        pen.Ask("data-access", ("Where data and questionnaire can be had", "Où obtenir données et questionnaire"),
            pen.By.Hauber("Transparent"),
            r => r.DataAccess);
        pen.Ask("funding", ("Who paid, and interests to declare", "Qui a payé, et intérêts à déclarer"), pen.By.Journals, r => r.Funding);
    }

    private static void TradeOffs(ChecklistPen pen)
    {
        ReportText t = pen.T;
        Study study = pen.Study;
        (string, string) pay = ("What people would give up for an attribute, and how its interval was made",
            "Ce que l’on céderait pour un attribut, et comment l’intervalle en est fait");
        if (study.WillingnessToPay is { } w)
        {
            IReadOnlyList<WillingnessToPayRow> rows = pen.Facts.Result.WillingnessToPay;
            string intervals = string.Join(", ", new[]
            {
                ("delta", rows.Any(r => r.Delta is not null)), ("Krinsky–Robb", rows.Any(r => r.KrinskyRobb is not null)),
                ("Fieller", rows.Any(r => r.Fieller is not null)), ("bootstrap", rows.Any(r => r.Bootstrap is not null)),
            }.Where(kind => kind.Item2).Select(kind => kind.Item1));
            pen.Tell("willingness-to-pay", pay, pen.By.All(pen.By.Hauber("Trade-offs"), pen.By.Policy), t.Say(
                $"in units of {w.Denominator}; intervals: {intervals}",
                    $"en unités de {w.Denominator}\u00a0; intervalles\u00a0: {intervals}"),
                "willingness-to-pay");
        }
        else if (study.Model.Numeraire is { } numeraire)
        {
            pen.Tell("willingness-to-pay", pay, pen.By.All(pen.By.Hauber("Trade-offs"), pen.By.Policy), t.Say(
                $"estimated in units of {numeraire}", $"estimé en unités de {numeraire}"), "model.numeraire");
        }
        else
        {
            pen.Miss("willingness-to-pay", pay, pen.By.All(pen.By.Hauber("Trade-offs"), pen.By.Policy), "willingness-to-pay", t.Say(
                "name the price or income by 'willingness-to-pay: { denominator: … }'",
                "nommer le prix ou le revenu par «\u00a0willingness-to-pay: { denominator: … }\u00a0»"));
        }

        Asked(pen, "importance", ("How much each attribute matters over its levels", "Ce que compte chaque attribut sur ses niveaux"),
            pen.By.Hauber("Trade-offs"), study.Importance.Count > 0 ? string.Join(", ", study.Importance.Keys) : null,
                "{ ATTRIBUTE: [VARIABLE, …] }");
        Asked(pen, "uptake", ("How many would take what a policy offers", "Combien prendraient ce qu’une politique offre"), pen.By.Policy,
            study.Uptake is { } uptake ? t.Say($"{uptake.Packages.Count} packages against a base, by 'installsim uptake'",
                $"{uptake.Packages.Count} paquets contre une base, par «\u00a0installsim uptake\u00a0»") : null,
                    "{ base: …, packages: … }");
    }

    private static void Validity(ChecklistPen pen)
    {
        ReportText t = pen.T;
        Study study = pen.Study;
        List<string> checks = [];
        checks.AddRange(study.Holdout is null ? [] : [t.Say("people held out", "personnes mises de côté")]);
        checks.AddRange(study.CrossValidation is null ? [] : [t.Say("cross-validation", "validation croisée")]);
        checks.AddRange(study.Tests.LikelihoodRatio.Count == 0 ? [] : [t.Say("likelihood ratio", "rapport de vraisemblance")]);
        checks.AddRange(study.Tests.HausmanMcFadden.Count == 0 ? [] : ["Hausman–McFadden"]);
        Asked(pen, "holdout", ("Whether the model was tried on other choices or against other models",
            "Le modèle, éprouvé sur d’autres choix "
            + "ou contre d’autres modèles"), pen.By.Validity, checks.Count > 0 ? string.Join(", ", checks) : null, "{ share: 0.2 }");
        pen.Ask("external-validity", ("What predictions were compared with outside the study",
            "À quoi les prédictions ont été comparées hors de l’étude"),
            pen.By.Validity, r => r.ExternalValidity);
    }

    /// <summary>An item that a key of the study answers.</summary>
    private static void Asked(
        ChecklistPen pen, string key, (string English, string French) asks, string source, string? answer, string example)
    {
        if (answer is not null)
        {
            pen.Tell(key, asks, source, answer, key);
        }
        else
        {
            pen.Miss(key, asks, source, key, pen.T.Say($"ask for it by '{key}: {example}'",
                $"le demander par «\u00a0{key}: {example}\u00a0»"));
        }
    }
}
