using System.Globalization;
using System.Text;
using InstallSim.Outputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>A design as a terminal shows it: its errors, what a sample could tell, how often levels are shown.</summary>
public static class DesignTable
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    /// <param name="design">The design.</param>
    /// <param name="language">The language; English when null.</param>
    public static string Write(MadeDesign design, ReportText? language = null)
    {
        ReportText t = language ?? ReportText.English;
        DesignSettings settings = design.Settings;
        var text = new StringBuilder();
        Summary(text, design, t);
        int? people = design.Respondents;
        string[] header =
        [
            "", t.Say("prior", "a priori"),
            people is null ? t.In("std. error") : t.Say($"std. error of {people} people", $"erreur type pour {people} personnes"),
            t.Say("people for z = 1.96", "personnes pour z = 1,96"),
        ];
        ConsoleTable.Columns(text, header, design.Efficiency.Parameters.Select((name, k) => (string[])
        [
            name, t.Digits(PaperNumber.Text(design.Priors[name])),
            t.Digits(PaperNumber.Text(design.Efficiency.StandardError(k, people / (double)settings.Blocks ?? 1))),
            People(design, k, design.Priors[name]),
        ]));
        text.Append(people is not null ? "\n" : t.Say(
            "Standard errors with each task answered once; more answers divide them by the square root of their number.\n\n",
            "Erreurs types si chaque tâche reçoit une réponse\u00a0; davantage de réponses les divisent par la racine de leur nombre.\n"
                + "\n"));
        for (int a = 0; a < settings.Attributes.Count; a++)
        {
            var shown = design.Sets.SelectMany(set => set).Select(p => DesignCandidates.Levels(settings, p).ElementAt(a))
                .CountBy(level => level).ToDictionary();
            text.Append(settings.Attributes[a].Name.PadRight(24))
                .AppendJoin("  ",
                    settings.Attributes[a].Levels.Select(l =>
                        string.Create(CultureInfo.InvariantCulture, $"{l} ×{shown.GetValueOrDefault(l)}"))).Append('\n');
        }

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

    private static void Summary(StringBuilder text, MadeDesign design, ReportText t)
    {
        DesignSettings s = design.Settings;
        int each = s.Tasks / s.Blocks;
        string none = s.OptOut is { } optOut ? t.Say($" and '{optOut}'", $" et «\u00a0{optOut}\u00a0»") : "";
        text.Append(t.Say(
            $"{s.Tasks} tasks of {s.Alternatives.Count} alternatives{none}, {s.Blocks} {(s.Blocks == 1 ? "block" : "blocks")} of {each}; "
                + $"best of {s.Starts} starts\n",
            $"{s.Tasks} tâches de {s.Alternatives.Count} options{none}, {s.Blocks} {(s.Blocks == 1 ? "bloc" : "blocs")} de {each}\u00a0; "
                + $"le meilleur de {s.Starts} départs\n"));
        (string d, string a) = (t.Number(design.Efficiency.DError, 6), t.Number(design.Efficiency.AError, 6));
        text.Append(t.Say(
            $"D-error {d}, A-error {a} (multinomial logit at the priors, each task answered once)\n\n",
            $"Erreur D {d}, erreur A {a} (logit multinomial aux a priori, une réponse par tâche)\n\n"));
    }

    private static string People(MadeDesign design, int k, double prior) =>
        prior == 0 ? "–" : Math.Ceiling(design.Efficiency.AnswersNeeded(k, prior) * design.Settings.Blocks)
            .ToString("0", CultureInfo.InvariantCulture);
}
