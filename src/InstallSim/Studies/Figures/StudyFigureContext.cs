using System.Text.RegularExpressions;
using InstallSim.Choice.Estimation;
using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Figures;

/// <summary>What a figure of a study is drawn from and for.</summary>
/// <param name="Study">What was found.</param>
/// <param name="Text">The language.</param>
/// <param name="Width">Width of the whole figure, pixels.</param>
public sealed partial record StudyFigureContext(StudyResult Study, ReportText Text, int Width = StudyFigureContext.Wide)
{
    /// <summary>Width for a page or a slide.</summary>
    public const int Wide = 760;

    /// <summary>The estimates.</summary>
    public EstimationResult Estimates => Study.Estimates;

    /// <summary>Whether the figure is for a phone or a column.</summary>
    public bool IsNarrow => Width < 520;

    /// <summary>How many chose how often, simulated or not, by what weights, and whether the maximum was missed.</summary>
    public string Sample => Say(
        FormattableString.Invariant($"{Estimates.Situations} {Simulated("simulated ")}choices of {Estimates.Persons} people"),
        FormattableString.Invariant($"{Estimates.Situations} choix {Simulated("simulés ")}de {Estimates.Persons} personnes"))
        + (Study.Study.Data.Weight is { } column ? Say($", weighted by {column}", $", pondérés par {column}") : "")
        + (Estimates.IsSound ? "" : Say(", NOT converged", ", SANS convergence"));

    private string Simulated(string word) => Study.IsSimulated ? word : "";

    /// <summary>
    /// What people call a parameter: the label of its variable where the study names one, with the alternative in brackets where there is
    /// one; else the parameter's name.
    /// </summary>
    public string Named(string parameter) => ParameterLabels.Named(Study.Study, parameter, Text);

    /// <summary>Parts of a sentence with a semicolon between them.</summary>
    public string Join(IEnumerable<string> parts) => string.Join(Say("; ", "\u00a0; "), parts);

    /// <summary>The text in the language, signs and units on the line of their numbers.</summary>
    public string Say(string english, string french) => BeforeSign().Replace(Text.Say(english, french), "\u00a0");

    /// <summary>A number of three significant digits.</summary>
    public string Brief(double value) => Text.Digits(PaperNumber.Brief(value));

    /// <summary>A number as tables print it.</summary>
    public string Number(double value) => Text.Digits(PaperNumber.Text(value));

    /// <summary>A share as a whole per cent.</summary>
    public static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    /// <summary>Panels side by side: one when narrow, else three, or two where that leaves no lone panel.</summary>
    internal int Columns(int panels) => IsNarrow ? 1 : panels is 1 or 2 or 4 ? Math.Min(panels, 2) : 3;

    [GeneratedRegex(" (?=[%;:]|€)|(?<=k€) (?=a )|(?<=k€ a) (?=year)")]
    private static partial Regex BeforeSign();
}
