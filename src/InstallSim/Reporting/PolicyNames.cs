using InstallSim.Outputs;

namespace InstallSim.Reporting;

/// <summary>
/// What people call the policies of the baselines beside the program, which their files name in one word: results hold the name, for draws
/// and costs hang on it. A user's own name is said as it is written.
/// </summary>
internal static class PolicyNames
{
    /// <summary>A name that begins as another one stands before it.</summary>
    private static readonly (string Name, string English, string French)[] Known =
    [
        ("in-force-msp-plan", "plan of 4,000 centres", "plan des 4\u202f000 maisons"),
        ("in-force-msp", "in force", "en vigueur"),
        ("in-force-caim", "CAIM in force", "CAIM en vigueur"),
        ("in-force-grant-zip", "in force in ZIP", "en vigueur en ZIP"),
        ("in-force-grant-zac", "in force in ZAC", "en vigueur en ZAC"),
        ("in-force-second-practice", "in force", "en vigueur"),
        ("in-force-list-permanent", "for the list of patients, lasting", "pour la patientèle, durable"),
        ("in-force-list-two-years", "for the list of patients, two years", "pour la patientèle, deux ans"),
        ("in-force-list-first-year", "for the list of patients, first year", "pour la patientèle, première année"),
        ("in-force-cesp", "CESP in force", "CESP en vigueur"),
        ("in-force-assistants", "in force", "en vigueur"),
        ("in-force-cpts", "in force", "en vigueur"),
    ];

    /// <summary>The names that have words.</summary>
    public static IEnumerable<string> All => Known.Select(k => k.Name);

    /// <summary>A text with words where it has such a name.</summary>
    public static string In(string text, ReportText language)
    {
        foreach ((string name, string english, string french) in Known)
        {
            text = text.Replace(name, language.Say(english, french), StringComparison.Ordinal);
        }

        return text;
    }
}
