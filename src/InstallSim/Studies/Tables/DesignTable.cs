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
    public static string Write(MadeDesign design)
    {
        DesignSettings settings = design.Settings;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{settings.Tasks} tasks of {settings.Alternatives.Count} alternatives{(settings.OptOut is { } none ? $" and '{none}'" : "")}, {settings.Blocks} {(settings.Blocks == 1 ? "block" : "blocks")} of {settings.Tasks / settings.Blocks}; best of {settings.Starts} starts\n");
        text.Append(CultureInfo.InvariantCulture, $"D-error {design.Efficiency.DError:0.000000}, A-error {design.Efficiency.AError:0.000000} (multinomial logit at the priors, each task answered once)\n\n");
        int? people = design.Respondents;
        string[] header = ["", "prior", people is null ? "std. error" : string.Create(CultureInfo.InvariantCulture, $"std. error of {people} people"), "people for z = 1.96"];
        ConsoleTable.Columns(text, header, design.Efficiency.Parameters.Select((name, k) => (string[])
        [
            name, PaperNumber.Text(design.Priors[name]), PaperNumber.Text(design.Efficiency.StandardError(k, people / (double)settings.Blocks ?? 1)), People(design, k, design.Priors[name]),
        ]));
        text.Append(people is null ? "Standard errors with each task answered once; more answers divide them by the square root of their number.\n\n" : "\n");
        for (int a = 0; a < settings.Attributes.Count; a++)
        {
            var shown = design.Sets.SelectMany(set => set).Select(p => DesignCandidates.Levels(settings, p).ElementAt(a)).CountBy(level => level).ToDictionary();
            text.Append(settings.Attributes[a].Name.PadRight(24)).AppendJoin("  ", settings.Attributes[a].Levels.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l} ×{shown.GetValueOrDefault(l)}"))).Append('\n');
        }

        if (design.Priors.Values.All(p => p == 0))
            text.Append("All priors are 0: the design cannot know which alternative would be better in everything. Signs help, even of small priors.\n");
        return text.ToString();
    }

    private static string People(MadeDesign design, int k, double prior) =>
        prior == 0 ? "–" : Math.Ceiling(design.Efficiency.AnswersNeeded(k, prior) * design.Settings.Blocks).ToString("0", CultureInfo.InvariantCulture);
}
