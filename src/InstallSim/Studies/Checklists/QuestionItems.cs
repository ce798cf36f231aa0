using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Checklists;

/// <summary>Items about the question, the attributes and what is shown in a task.</summary>
internal static class QuestionItems
{
    public static void Write(ChecklistPen pen)
    {
        pen.Section("Question", "Question");
        pen.Ask("question", ("The question, and what was expected before", "La question, et ce qui était attendu"), pen.By.Bridges(1),
            r => r.Question);
        pen.Ask("decision", ("Whose decision it serves, in what setting", "La décision qu’elle sert, et son cadre"),
            pen.By.All(pen.By.Bridges(1), pen.By.Process), r => r.Decision);
        pen.Ask("method", ("Why choices of this kind answer it", "Pourquoi de tels choix y répondent"), pen.By.Bridges(1), r => r.Method);
        Origin(pen);
        pen.Section("Attributes and levels", "Attributs et niveaux");
        pen.Ask("attributes", ("Where the attributes come from", "D’où viennent les attributs"),
            pen.By.All(pen.By.Bridges(2), pen.By.Attributes),
            r => r.Attributes, ofTasks: true);
        pen.Ask("levels", ("Why these levels and this range", "Pourquoi ces niveaux et cette étendue"),
            pen.By.All(pen.By.Bridges(2), pen.By.Attributes), r => r.Levels, ofTasks: true);
        Levels(pen);
        pen.Section("Tasks", "Tâches");
        Alternatives(pen);
        OptOut(pen);
        Answers(pen);
    }

    private static void Origin(ChecklistPen pen)
    {
        (string, string) asks = ("Whether choices were stated, revealed or simulated", "Choix déclarés, révélés ou simulés");
        ReportText t = pen.T;
        string source = pen.By.Collection;
        if (pen.Facts.Origin is not { } origin)
        {
            pen.Miss("choices", asks, source, "reporting.choices", pen.How("choices"));
            return;
        }

        pen.Tell("choices", asks, source, (origin, pen.Facts.IsOwnSimulation) switch
        {
            (_, true) => t.Say("simulated: the table is the one that 'installsim respond' makes of this study",
                "simulés\u00a0: le tableau est celui que «\u00a0installsim respond\u00a0» tire de cette étude"),
            (ChoiceOrigin.Simulated, _) => t.Say("simulated", "simulés"),
            (ChoiceOrigin.Revealed, _) => t.Say("revealed: chosen in life", "révélés\u00a0: choisis dans la vie"),
            _ => t.Say("stated: chosen in an experiment", "déclarés\u00a0: choisis dans une expérience"),
        }, "reporting.choices");
    }

    private static void Levels(ChecklistPen pen)
    {
        ReportText t = pen.T;
        string answer = pen.Study.Design is { } design
            ? string.Join(t.Semicolon, design.Attributes.Select(a =>
                $"{a.Name}{(a.Alternatives.Count == 0 ? "" : t.Say(" of ", " de ") + string.Join(", ", a.Alternatives))}{t.Colon}"
                    + string.Join(", ", a.Levels)))
            : string.Join(t.Semicolon, pen.Facts.Result.Choices.Description.Variables.Select(v => v.Levels.Count > 0
                ? $"{v.Name}{t.Colon}{string.Join(", ", v.Levels.Select(l => Plain(l.Value, t)))}"
                : t.Say($"{v.Name}: {Plain(v.Least, t)} to {Plain(v.Most, t)}", $"{v.Name}\u00a0: {Plain(v.Least, t)} à "
                    + $"{Plain(v.Most, t)}")));
        pen.Tell("levels-listed", ("The attributes with their levels, or the variables with their range",
            "Les attributs et leurs niveaux, ou les variables et leur étendue"), pen.By.All(pen.By.Bridges(6), pen.By.Attributes), answer);
    }

    private static string Plain(double value, ReportText t) => t.Digits(InputScalars.Plain(Math.Round(value, 6)));

    private static void Alternatives(ChecklistPen pen)
    {
        ReportText t = pen.T;
        string names = string.Join(", ", pen.Facts.Result.Choices.Alternatives);
        int most = pen.Facts.Result.Choices.Alternatives.Count;
        string answer = t.Say($"{most} alternatives: {names}", $"{most} options\u00a0: {names}");
        if (pen.Study.Design is { } design)
        {
            int attributes = design.Attributes.Select(a => a.Name).Distinct().Count();
            bool isLabelled = design.Attributes.Any(a => a.Alternatives.Count > 0);
            answer += t.Say($"; {attributes} attributes, {(isLabelled ? "some of one alternative alone" : "the same of each")}",
                $"\u00a0; {attributes} attributs, {(isLabelled ? "certains propres à une option" : "les mêmes pour chacune")}");
            answer += design.Varied.AtMost is { } varied
                ? t.Say($"; partial profiles, at most {varied} differ", $"\u00a0; profils partiels, au plus {varied} diffèrent")
                : t.Say("; full profiles", "\u00a0; profils complets");
        }

        pen.Tell("alternatives", ("Alternatives of a task, attributes of each", "Options d’une tâche, attributs de chacune"),
            pen.By.Bridges(3),
            answer);
    }

    private static void OptOut(ChecklistPen pen)
    {
        ReportText t = pen.T;
        (string, string) asks = ("Whether people could choose none or stay as they are",
            "Pouvait-on ne rien choisir, ou rester comme on est");
        string source = pen.By.All(pen.By.Bridges(3), pen.By.Process);
        if (pen.IsRevealed)
        {
            pen.Pass("opt-out", asks, source, pen.Nobody);
        }
        else if (pen.Study.Design is { } design)
        {
            string[] none = [.. new[] { design.OptOut, design.StatusQuo?.Name }.OfType<string>()];
            pen.Tell("opt-out", asks, source, pen.With(none.Length > 0
                ? t.Say($"yes: {string.Join(", ", none)}", $"oui\u00a0: {string.Join(", ", none)}")
                : t.Say("no: one of the alternatives had to be chosen", "non\u00a0: il fallait choisir une des options"), r => r.OptOut),
                "reporting.opt-out");
        }
        else
        {
            string[] seen = [.. pen.Facts.Result.Choices.Description.Alternatives.Where(a => a.IsOptOut).Select(a => a.Name)];
            if (seen.Length > 0)
            {
                pen.Tell("opt-out", asks, source, pen.With(t.Say($"{seen[0]} is the same in every task",
                    $"{seen[0]} est la même dans chaque tâche"), r => r.OptOut), "reporting.opt-out");
            }
            else
            {
                pen.Ask("opt-out", asks, source, r => r.OptOut);
            }
        }
    }

    private static void Answers(ChecklistPen pen)
    {
        ReportText t = pen.T;
        StudyData data = pen.Study.Data;
        pen.Tell("answers", ("What people were asked to give: a choice, a ranking, the best and the worst",
            "Ce qui était demandé\u00a0: un choix, un classement, le meilleur et le pire"), pen.By.Bridges(5), data switch
            {
                { Best: not null } => t.Say($"the best and the worst, read as '{InputType.Kebab(data.BestWorst.ToString())}'",
                    $"le meilleur et le pire, lus comme «\u00a0{InputType.Kebab(data.BestWorst.ToString())}\u00a0»"),
                { Rank: not null } or { Ranking.Count: > 0 } => t.Say("a ranking, read as choices of the best of the rest",
                    "un classement, lu comme des choix du meilleur du reste"),
                _ => t.Say("one alternative chosen", "une option choisie"),
            });
    }
}
