using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Reporting;

/// <summary>Where values come from, as people read it: a manifest has it in English, with what was read from a file behind it.</summary>
public static partial class SourceText
{
    private const string Assumption = "ASSUMPTION", SetIn = "set in ";

    /// <summary>
    /// Where a value comes from: the program's own sources in the language, those of users as they wrote them. Keys such as
    /// <c>evidence B1</c> (<c>réf. B1</c>) are explained in <c>docs/references.md</c>.
    /// </summary>
    /// <param name="text">The language.</param>
    /// <param name="source">As a manifest or a key has it.</param>
    /// <param name="isFlagged">Whether "assumption" stands before it already, so that it need not be said again.</param>
    /// <param name="hasPlace">Whether the file and line that set the value are said.</param>
    public static string ShownSource(this ReportText text, string source, bool isFlagged = false, bool hasPlace = true)
    {
        (string stem, string place) = Split(source);
        string shown = text.IsFrench ? French(stem) : stem;
        if (isFlagged)
        {
            shown = shown.StartsWith(text.Say(Assumption, "HYPOTHÈSE"), StringComparison.Ordinal)
                ? shown[text.Say(Assumption, "HYPOTHÈSE").Length..].TrimStart(' ', '\u00a0', ':', ';', ',')
                : shown;
        }

        string written = place.Length == 0 || !hasPlace ? "" : text.Say(SetIn, "fixé dans ") + place;
        return string.Join(text.Say("; ", "\u00a0; "), new[] { shown, written }.Where(part => part.Length > 0));
    }

    /// <summary>What is said of the source, and the file and line that set the value; either may be empty.</summary>
    private static (string Stem, string Place) Split(string source)
    {
        int at = source.StartsWith(SetIn, StringComparison.Ordinal) ? 0 : source.LastIndexOf($"; {SetIn}", StringComparison.Ordinal);
        return at < 0 ? (source, "") : (source[..at], source[(source.IndexOf(SetIn, at, StringComparison.Ordinal) + SetIn.Length)..]);
    }

    private static string French(string stem)
    {
        if (FrenchSources.Find(stem) is { } known)
        {
            return known;
        }

        if (Column().Match(stem) is { Success: true } column)
        {
            return $"{French(column.Groups[1].Value)} ({Made("colonne " + column.Groups[2].Value)})";
        }

        return Travel().Match(stem) is { Success: true } travel
            ? $"distance à vol d’oiseau × {Comma(travel.Groups[1].Value)} à {Comma(travel.Groups[2].Value)} km/h (urbain / périurbain / "
                + $"rural), {Comma(travel.Groups[3].Value)} minutes à l’intérieur d’un territoire"
            : Reference().Replace(stem.Replace($"{Assumption}:", "HYPOTHÈSE\u00a0:", StringComparison.Ordinal)
                .Replace(Assumption, "HYPOTHÈSE", StringComparison.Ordinal), "réf.\u00a0");
    }

    /// <summary>What was done to a column of the territories' table.</summary>
    private static string Made(string column) => Arrow().Replace(Empty().Replace(column, Filled), end => Comma(end.Value))
        .Replace(", log scale ", ", échelle logarithmique ", StringComparison.Ordinal)
        .Replace(", scale ", ", échelle ", StringComparison.Ordinal)
        .Replace(", empty →", ", vide →", StringComparison.Ordinal);

    private static string Filled(Match empty) => $"\u00a0; {empty.Groups[1].Value} vide{(empty.Groups[1].Value == "1" ? "" : "s")} sur "
        + $"{empty.Groups[2].Value}, pris à la moyenne pondérée par les habitants, {Comma(empty.Groups[3].Value)}";

    private static string Comma(string numbers) => numbers.Replace('.', ',');

    [GeneratedRegex(@"^(.*) \(column (.*)\)$", RegexOptions.Singleline)]
    private static partial Regex Column();

    [GeneratedRegex(@"^great-circle distance × (\S+) at (.+) km/h \(urban / periurban / rural\), (\S+) minutes within a territory$")]
    private static partial Regex Travel();

    [GeneratedRegex(@"; (\d+) of (\d+) empty, taken as the mean over people, (\S+)")]
    private static partial Regex Empty();

    /// <summary>The numbers on both sides of an arrow.</summary>
    [GeneratedRegex(@"(?<= )\d+\.\d+(?= →)|(?<=→ )\d+\.\d+")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\bevidence (?=[A-Z]\d?)")]
    private static partial Regex Reference();
}
