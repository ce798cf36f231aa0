using System.Text;
using InstallSim.Outputs;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.World;

namespace InstallSim.Readouts;

/// <summary>What a physician wants, as people read it on a terminal.</summary>
public static class ExplainText
{
    /// <summary>Most places that a scenario is said to change.</summary>
    internal const int MostChanges = 3;

    private const int Column = 9;

    /// <summary>A change of a term that is worth a word, utils.</summary>
    internal const double Worth = 0.005;

    /// <summary>Probabilities under each scenario, utilities term by term under the first, and what the others change.</summary>
    public static string Write(ExplainResult result, ReportText text)
    {
        var said = new StringBuilder();
        said.AppendLine(Who(result, text));
        said.AppendLine();
        WritePlaces(said, result, text);
        WriteProbabilities(said, result, text);
        WriteTerms(said, result, text);
        WriteChanges(said, result, text);
        return said.ToString();
    }

    /// <summary>The physician and the year in a sentence.</summary>
    internal static string Who(ExplainResult result, ReportText text)
    {
        PhysicianProfile who = result.Source.Profile;
        string sex = who.Sex == Sex.Woman ? text.Say("woman", "femme") : text.Say("man", "homme");
        string partner = who.Partner switch
        {
            Partner.Career => text.Say("partner with a career", "conjoint qui a une carrière"),
            Partner.Flexible => text.Say("partner who works anywhere", "conjoint qui travaille partout"),
            _ => text.Say("no partner", "sans conjoint"),
        };
        string children = who.Children ? text.Say(", children", ", des enfants") : "";
        string rural = who.RuralTraining ? text.Say(" in rural practices", " en cabinets ruraux") : "";
        string kind = result.Prepared(0).Scenario.Preferences.Classes.FirstOrDefault(c => c.Name == who.Class) is not { } known ? ""
            : text.Say($", class {Called(known, text)}", $", classe {Called(known, text)}");
        (string born, string trained) = (Place(result.Source.Person.BirthTerritory), Place(result.Source.Person.TrainingTerritory));
        return text.Say(
            $"{who.Name}, {who.Age}, {sex}, {partner}{children}, born in {born}, trained in {trained}{rural}{kind}: "
                + $"a first place in {result.Source.Year}",
            $"{who.Name}, {who.Age} ans, {sex}, {partner}{children}, naissance\u00a0: {born}, "
                + $"internat\u00a0: {trained}{rural}{kind}\u00a0; première installation en {result.Source.Year}");

        string Place(int territory) => territory >= 0 ? result.Table.Name[territory] : text.Say("another region", "une autre région");
    }

    private static string Called(PreferenceClass known, ReportText text) => text.IsFrench && known.LabelFr.Length > 0 ? known.LabelFr
        : known.Label.Length > 0 ? known.Label
        : known.Name;

    /// <summary>A place in words: territory and form.</summary>
    internal static string Place(ExplainResult result, int alternative, ReportText text)
    {
        PracticeFormInfo form = PracticeForms.All[(int)AlternativeTable.Form(alternative)];
        string practice = form.Variable is { } variable ? TermNames.Of(variable, text) : text.Say("solo", "seul");
        return $"{result.Table.Name[AlternativeTable.Territory(alternative)]}, {practice}";
    }

    /// <summary>Title of a scenario.</summary>
    internal static string Title(ExplainResult result, int scenario, ReportText text)
    {
        Scenario s = result.Prepared(scenario).Scenario;
        return text.IsFrench && s.TitleFr.Length > 0 ? s.TitleFr : s.Title;
    }

    private static string Letter(int place) => ((char)('A' + place)).ToString();

    private static void WritePlaces(StringBuilder said, ExplainResult result, ReportText text)
    {
        said.AppendLine(text.Say("Likeliest places:", "Lieux les plus probables\u00a0:"));
        for (int p = 0; p < result.Places.Count; p++)
        {
            said.AppendLine($"  {Letter(p)}  {Place(result, result.Places[p], text)}");
        }

        said.AppendLine();
    }

    private static void WriteProbabilities(StringBuilder said, ExplainResult result, ReportText text)
    {
        string[] heads =
        [
            text.Say("a place", "un lieu"), text.Say("locum", "rempl."), text.Say("salaried", "salarié"), text.Say("elsewhere", "ailleurs"),
            .. Enumerable.Range(0, result.Places.Count).Select(Letter),
        ];
        int width = Enumerable.Range(0, result.Choices.Count).Max(s => Title(result, s, text).Length);
        string what = text.Say("Probability in the year, %", "Probabilité dans l’année, %");
        width = Math.Max(width, what.Length);
        said.AppendLine(what.PadRight(width) + string.Concat(heads.Select(h => h.PadLeft(Math.Max(Column, h.Length + 1)))));
        for (int s = 0; s < result.Choices.Count; s++)
        {
            PersonalChoice choice = result.Choices[s];
            double[] values = [result.TakesPlace(s), .. choice.OptOuts, .. result.Places.Select(j => choice.Probability[j])];
            said.AppendLine(Title(result, s, text).PadRight(width)
                + string.Concat(values.Zip(heads, (v, h) => text.Number(100 * v, 2).PadLeft(Math.Max(Column, h.Length + 1)))));
        }

        said.AppendLine();
    }

    private static void WriteTerms(StringBuilder said, ExplainResult result, ReportText text)
    {
        string[] shown = [.. result.Terms(0).Where(t => Enumerable.Range(0, result.Places.Count)
            .Any(p => Math.Abs(result.Term(0, p, t)) >= Worth))];
        string what = text.Say($"Utility under '{Title(result, 0, text)}', utils",
            $"Utilité dans «\u00a0{Title(result, 0, text)}\u00a0», utils");
        int width = shown.Select(t => TermNames.Of(t, text).Length).Append(what.Length).Max();
        void Line(string head, Func<int, string> cell) => said.AppendLine(head.PadRight(width)
            + string.Concat(Enumerable.Range(0, result.Places.Count).Select(p => cell(p).PadLeft(Column))));
        Line(what, Letter);
        foreach (string term in shown)
        {
            Line(TermNames.Of(term, text), p => text.Number(result.Term(0, p, term), 2));
        }

        Line(text.Say("V, sum of all", "V, somme"), p => text.Number(result.Utility(0, p), 2));
        said.AppendLine(text.Say(
            "Probabilities need not follow V: they are means over twins, of whom each considers other places, and the forms of one "
                + "territory compete with each other first (docs/model.md).",
            "Les probabilités ne suivent pas toujours V\u00a0: ce sont des moyennes de jumeaux, dont chacun envisage d’autres lieux, et "
                + "les formes d’un même territoire se concurrencent d’abord (docs/model.md)."));
        said.AppendLine();
    }

    private static void WriteChanges(StringBuilder said, ExplainResult result, ReportText text)
    {
        for (int s = 1; s < result.Choices.Count; s++)
        {
            said.AppendLine(text.Say($"{Title(result, s, text)}:", $"{Title(result, s, text)}\u00a0:"));
            ExplainChange[] changes = [.. ExplainChange.Of(result, s).Take(MostChanges)];
            foreach (ExplainChange change in changes)
            {
                said.AppendLine($"  {Place(result, change.Alternative, text)}{text.Say(":", "\u00a0:")} {Percent(change.Before)} → "
                    + $"{Percent(change.After)} ({Why(change, text)})");
            }

            if (changes.Length == 0)
            {
                said.AppendLine(text.Say("  nothing for this physician in this year", "  rien pour ce médecin cette année"));
            }
        }

        string Percent(double share) => text.Percent(share, 2);
    }

    /// <summary>How much likelier it is that the territory is considered, in percentage points.</summary>
    private static string Considered(double points, ReportText text)
    {
        string size = text.Number(Math.Abs(points), Math.Abs(points) < 1 ? 2 : 0);
        return points > 0
            ? text.Say($"considered in {size} more of 100 cases", $"envisagé dans {size} cas de plus sur 100")
            : text.Say($"considered in {size} fewer of 100 cases", $"envisagé dans {size} cas de moins sur 100");
    }

    /// <summary>What changed about the place itself, or that only others changed.</summary>
    internal static string Why(ExplainChange change, ReportText text)
    {
        string[] parts =
        [
            .. change.Terms.Where(t => Math.Abs(t.Change) >= Worth).OrderByDescending(t => Math.Abs(t.Change)).Take(4)
                .Select(t => $"{TermNames.Of(t.Term, text)} {text.WithSign(t.Change, 2)}\u00a0utils"),
            .. Math.Abs(change.Considered) < Worth
                ? (string[])[]
                : [Considered(100 * change.Considered, text)],
            .. change.Opened == 0 ? (string[])[] : [change.Opened > 0
                ? text.Say("a place is open", "une place est ouverte")
                : text.Say("no place is open", "aucune place n’est ouverte")],
        ];
        return parts.Length == 0
            ? text.Say("other places became better or worse", "d’autres lieux sont devenus meilleurs ou pires")
            : string.Join(text.Say("; ", "\u00a0; "), parts);
    }
}
