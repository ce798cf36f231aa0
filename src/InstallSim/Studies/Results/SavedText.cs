using System.Globalization;
using System.Text;
using InstallSim.Inputs;
using InstallSim.Preferences;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Models;

namespace InstallSim.Studies.Results;

/// <summary>The parts of a file of preferences that all kinds of estimates write alike.</summary>
internal static class SavedText
{
    /// <summary>What stands above the preferences.</summary>
    public static StringBuilder Opening(StudyResult study, string target)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"# Preferences estimated by 'installsim estimate {Path.GetFileName(study.Source.Path)}': {study.Model}, "
                + $"{study.Estimates.Situations} choices of {study.Estimates.Persons} people.\n");
        if (study.IsSimulated)
        {
            text.Append("# ").Append(SimulatedAnswers.Note).Append('\n');
        }

        if (study.Weighted is { } weighted)
        {
            text.Append("# Choices ").Append(weighted.English.ReplaceLineEndings(" ")).Append(".\n");
        }

        string[] left = [.. study.Study.Save.As.Where(pair => pair.Value == SavedNames.LeaveOut).Select(pair => pair.Key)];
        if (left.Length > 0)
        {
            text.Append("# The study leaves out: ").AppendJoin(", ", left).Append(".\n");
        }

        text.Append("# A scenario takes them by 'extends:'. Coefficients that the study does not have stay as they are "
            + "in the scenario extended.\n");
        if (study.Study.Save.Extends is { } extends)
        {
            text.Append("extends: ")
                .Append(Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(target))!, extends).Replace('\\', '/')).Append('\n');
        }

        text.Append("preferences:\n");
        InputMessage[] warnings = [.. study.Warnings, .. SavedUnits.Warnings(study.Source, study.Choices).Select(w => w.Said)];
        if (warnings.Length > 0)
        {
            text.Append("  warnings: # of the estimates; every run repeats them\n");
            foreach (InputMessage warning in warnings)
            {
                text.Append("    - { english: ").Append(Quoted(warning.English)).Append(", french: ").Append(Quoted(warning.French))
                    .Append(" }\n");
            }
        }

        return text;
    }

    /// <summary>The lines above a coefficient: the unit of its variable in the simulation, and its name.</summary>
    public static string Heading(string name, string indent) =>
        $"{indent}# x: {VariableCatalog.All.First(v => v.Name == name).Unit}\n{indent}{name}:\n";

    /// <summary>A coefficient: its value, range, standard deviation over people and where it comes from.</summary>
    public static string Coefficient(
        StudyResult study, (double Value, double Low, double High) range, double deviation, string how, string indent) =>
        $"{indent}value: {Number(range.Value)}\n{indent}low: {Number(range.Low)}\n{indent}high: {Number(range.High)}\n"
            + $"{indent}sd: {(deviation > 0 ? Number(deviation) : "0")}\n{indent}source: \"{From(study)}, {how}\"\n";

    /// <summary>Where a number comes from.</summary>
    public static string From(StudyResult study) =>
        $"estimated in {Path.GetFileName(study.Source.Path)}{(study.IsSimulated ? " from simulated answers" : "")}";

    /// <summary>A number as the file has it.</summary>
    public static string Number(double value) =>
        value.ToString("G10", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    /// <summary>A text in double quotes on one line.</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"";
}
