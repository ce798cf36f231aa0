using System.Text.Json.Nodes;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Results;

/// <summary>
/// What estimates were made from, as SHA-256 by part of the study, so that they are not taken for those of another. Titles, labels and what
/// is asked of the estimates afterwards play no part, nor does where files lie.
/// </summary>
internal static class EstimatedFrom
{
    /// <summary>The file of estimates, which says it.</summary>
    public const string FileName = "estimates.json";

    private const string Choices = "choices";

    private static readonly string[] Parts = ["data", "derived", "constants-against", "utility", "model", "draws", "estimation"];

    private static readonly string[] NoPart = ["file", "responses", "design", "label", "label-fr"];

    /// <summary>The hash of every part that is written, and of the tables.</summary>
    public static JsonObject Of(StudySource source)
    {
        var made = new JsonObject();
        foreach (string part in Parts)
        {
            if (source.Document.Root.Find(part) is { } entry)
            {
                var alone = new YamlMapping([entry with { Value = Without(entry.Value) }], entry.KeyPlace);
                made[part] = FileHash.OfText(YamlText.Canonical(alone));
            }
        }

        made[Choices] = string.Join(' ', Tables(source.Study).Select(FileHash.Of));
        return made;
    }

    /// <summary>The parts in which two differ; <c>choices</c> are the tables.</summary>
    public static string[] Differences(JsonObject one, JsonObject other) =>
        [.. Parts.Append(Choices).Where(part => (string?)one[part] != (string?)other[part])];

    /// <summary>The files that choices are read from.</summary>
    public static IEnumerable<string> Tables(Study study) => study.Data.Responses is not null
        ? [study.Data.File, .. (study.Data.Design ?? study.Respondents?.Design) is { } design ? [design] : Array.Empty<string>()]
        : [study.Data.File];

    private static YamlNode Without(YamlNode node) => node switch
    {
        YamlMapping map => new YamlMapping(
            [.. map.Entries.Where(e => !NoPart.Contains(e.Key)).Select(e => e with { Value = Without(e.Value) })], map.Place),
        YamlSequence list => new YamlSequence([.. list.Items.Select(Without)], list.Place),
        _ => node,
    };
}
