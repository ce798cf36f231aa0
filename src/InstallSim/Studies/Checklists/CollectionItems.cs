using InstallSim.Outputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Checklists;

/// <summary>Items about the questionnaire, the people and their answers.</summary>
internal static class CollectionItems
{
    public static void Write(ChecklistPen pen)
    {
        pen.Section("Questionnaire", "Questionnaire");
        Question(pen);
        pen.Ask("instrument", ("How tasks and attributes were explained, and what else was asked",
            "Comment tâches et attributs étaient expliqués, et ce qui était demandé d’autre"),
                pen.By.All(pen.By.Bridges(6), pen.By.Questionnaire),
            r => r.Instrument, ofTasks: true, ofPeople: true);
        pen.Ask("pilot", ("Who tried it before, and what changed", "Qui l’a essayé avant, et ce qui a changé"), pen.By.Pilot, r => r.Pilot,
            ofTasks: true, ofPeople: true);
        pen.Section("People", "Personnes");
        pen.Ask("population", ("Whom the sample is to be like, and how it was drawn",
            "Population que l’échantillon doit représenter, et son tirage"),
            pen.By.All(pen.By.Bridges(7), pen.By.Sample), r => r.Population, ofPeople: true);
        pen.Ask("recruitment", ("How people were found, when, and what they were given",
            "Comment et quand elles ont été recrutées, et ce qu’elles ont reçu"),
            pen.By.All(pen.By.Bridges(7), pen.By.Collection), r => r.Recruitment, ofPeople: true);
        pen.Ask("administration", ("How they answered: paper, web, interview", "Comment elles répondaient\u00a0: papier, web, entretien"),
            pen.By.All(pen.By.Bridges(7), pen.By.Collection), r => r.Administration, ofPeople: true);
        pen.Ask("ethics", ("Ethical approval and consent", "Avis éthique et consentement"), pen.By.Bridges(7), r => r.Ethics,
            ofPeople: true);
        pen.Ask("response-rate", ("How many were asked, answered, finished", "Combien ont été sollicitées, ont répondu, ont fini"),
            pen.By.Collection, r => r.ResponseRate, ofPeople: true);
        pen.Ask("respondents", ("What they are like, beside those of whom the study speaks",
            "Ce qu’elles sont, à côté de celles dont parle l’étude"), pen.By.All(pen.By.Bridges(8), pen.By.Hauber("Interpretation")),
                r => r.Respondents,
            ofPeople: true);
        Data(pen);
    }

    private static void Question(ChecklistPen pen)
    {
        ReportText t = pen.T;
        (string, string) asks = ("The words of the question, and what stood before it", "Les mots de la question, et ce qui la précédait");
        string source = pen.By.All(pen.By.Bridges(5), pen.By.Questionnaire);
        if (pen.IsRevealed)
        {
            pen.Pass("words", asks, source, pen.Nobody);
        }
        else if (pen.Study.Design?.Questionnaire is { } q && q.Question != new QuestionnaireSettings().Question)
        {
            string before = t.IsFrench && q.IntroductionFr.Length > 0 ? q.IntroductionFr : q.Introduction;
            pen.Tell("words", asks, source, $"{before}{(before.Length > 0 ? " " : "")}{t.Say(q.Question, q.QuestionFr)}",
                "design.questionnaire.question");
        }
        else
        {
            pen.Miss("words", asks, source, "design.questionnaire.question", t.Say(
                "say it under 'design: { questionnaire: { question: …, introduction: … } }', which 'design --questionnaire' prints",
                "le dire sous «\u00a0design: { questionnaire: { question: …, introduction: … } }\u00a0», que «\u00a0design "
                    + "--questionnaire\u00a0» imprime"));
        }
    }

    private static void Data(ChecklistPen pen)
    {
        pen.Section("Answers", "Réponses");
        ReportText t = pen.T;
        StudyChoices choices = pen.Facts.Result.Choices;
        DataDescription data = choices.Description;
        string situations = t.Number(data.Situations, 0), each = data.PerPerson is (var fewest, var most) && fewest != most
            ? t.Say($"{fewest} to {most} each", $"{fewest} à {most} chacune") : t.Say($"{data.PerPerson.Most} each",
                $"{data.PerPerson.Most} chacune");
        pen.Tell("answers-used", ("People and choices analysed", "Personnes et choix analysés"),
            pen.By.All(pen.By.Bridges(8), pen.By.Collection),
            data.People is { } people
                ? t.Say($"{t.Number(people, 0)} people, {situations} choice situations ({each})",
                    $"{t.Number(people, 0)} personnes, {situations} situations de choix ({each})")
                : t.Say($"{situations} choice situations; the data name no people",
                    $"{situations} situations de choix\u00a0; les données ne "
                    + "nomment personne"));
        string filtered = choices.KeptRows == choices.FileRows ? "" : t.Say(
            $"; 'where' keeps {t.Number(choices.KeptRows, 0)} of {t.Number(choices.FileRows, 0)} rows",
            $"\u00a0; «\u00a0where\u00a0» garde {t.Number(choices.KeptRows, 0)} des {t.Number(choices.FileRows, 0)} lignes");
        pen.Tell("answers-left-out", ("Choices left out, and why", "Choix écartés, et pourquoi"),
            pen.By.All(pen.By.Bridges(8), pen.By.Collection),
            (choices.Dropped == 0
                ? t.Say("none", "aucun")
                : $"{t.Number(choices.Dropped, 0)}{t.Colon}{t.Say(choices.Reasons.English, choices.Reasons.French)}") + filtered);
        Quality(pen, data);
    }

    private static void Quality(ChecklistPen pen, DataDescription data)
    {
        ReportText t = pen.T;
        (string, string) always = ("Who always took the same alternative, or always none",
            "Qui prend toujours la même option, ou toujours aucune"),
            beaten = ("How often a plainly worse alternative was chosen", "Choix d’une option manifestement moins bonne");
        string source = pen.By.All(pen.By.Bridges(8), pen.By.Validity);
        if (data.Patterns is { People: > 0 } p)
        {
            int none = p.Always.Where(a => a.Alternative.IsOptOut).Sum(a => a.People), same = p.Always.Sum(a => a.People);
            string chance = t.Number(p.ByChance, 1), of = t.Number(p.People, 0);
            pen.Tell("answers-alike", always, source, t.Say(
                $"{same} of {of} people of {DataDescription.FewestAnswers} choices or more, about {chance} by chance; {none} always none",
                $"{same} des {of} personnes de {DataDescription.FewestAnswers} choix ou plus, environ {chance} par hasard\u00a0; {none} "
                    + "toujours aucune"));
        }
        else if (data.People is null && !pen.IsRevealed)
        {
            pen.Miss("answers-alike", always, source, "data.person", t.Say("name the people by 'data: { person: COLUMN }'",
                "nommer les personnes par «\u00a0data: { person: COLONNE }\u00a0»"));
        }
        else
        {
            pen.Pass("answers-alike", always, source, t.Say($"nobody has {DataDescription.FewestAnswers} choices or more",
                $"personne n’a {DataDescription.FewestAnswers} choix ou plus"));
        }

        if (data.Dominated is { } d)
        {
            pen.Tell("answers-dominated", beaten, source, d.Situations == 0
                ? t.Say("no situation has an alternative that another beats in everything, going by the priors",
                    "aucune situation n’a d’option battue en tout par une autre, selon les a priori")
                : t.Say($"{t.Number(d.Chosen, 0)} of {t.Number(d.Situations, 0)} situations with one that another beats in everything, "
                    + "going by the priors",
                    $"{t.Number(d.Chosen, 0)} des {t.Number(d.Situations, 0)} situations où une option est battue en tout par une autre, "
                        + "selon les a priori"));
        }
        else
        {
            pen.Miss("answers-dominated", beaten, source, "design.priors",
                t.Say("give the signs of the coefficients by 'design: { priors: … }'",
                "donner les signes des coefficients par «\u00a0design: { priors: … }\u00a0»"));
        }
    }
}
