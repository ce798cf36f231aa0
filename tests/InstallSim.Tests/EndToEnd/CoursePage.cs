using System.Globalization;
using System.Text.RegularExpressions;

namespace InstallSim.Tests.EndToEnd;

/// <summary>
/// A lesson: what it tells to write, its commands, and what they print. In the page, a comment before a fenced block says what to do:
/// <list type="bullet">
/// <item><c>write: FILE</c>: the block is that file;</item>
/// <item><c>file: FILE</c>: the block is what stands in that file;</item>
/// <item><c>show: PATTERN</c>, alone or behind <c>file:</c>: only lines that match, or <c>show: 1-9</c> those lines, and … where others are
/// left out.</item>
/// </list>
/// A block <c>console</c> holds commands behind <c>$</c>, each with its output.
/// </summary>
internal sealed class CoursePage(string path)
{
    private static readonly Regex Comment =
        new("^<!-- (?:write: (?<write>[^ ;]+))?(?:file: (?<file>[^ ;]+))?;? ?(?:show: (?<show>.+))? -->$");

    /// <summary>Seconds differ from one run to the next.</summary>
    private static readonly Regex Seconds = new(@"\b\d+\.\d+ s\b");

    /// <summary>The page as it is.</summary>
    public string Text { get; } = File.ReadAllText(path);

    /// <summary>All that its commands printed, its files hold and it tells to write, uncut.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>Commands that were run.</summary>
    public int Commands { get; private set; }

    /// <summary>The page as it would be after its commands in the current folder.</summary>
    public string Run()
    {
        var made = new List<string>();
        string[] lines = Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            made.Add(lines[i]);
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            int end = Array.IndexOf(lines, "```", i + 1);
            string[] block = lines[(i + 1)..end];
            Match said = i > 0 ? Comment.Match(lines[i - 1]) : Match.Empty;
            made.AddRange(Block(lines[i][3..], block, said));
            made.Add("```");
            i = end;
        }

        return string.Join('\n', made);
    }

    private IEnumerable<string> Block(string language, string[] block, Match said)
    {
        Regex? show = said.Groups["show"] is { Success: true } pattern ? new Regex(pattern.Value) : null;
        if (said.Groups["write"] is { Success: true } written)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(written.Value))!);
            Printed += string.Join('\n', block) + "\n";
            File.WriteAllText(written.Value, string.Join('\n', block) + "\n");
            return block;
        }

        if (said.Groups["file"] is { Success: true } read)
        {
            return Shown(File.ReadAllText(read.Value), show);
        }

        return language != "console"
            ? block
            : [.. block.Where(line => line.StartsWith("$ ", StringComparison.Ordinal)).SelectMany(line => (string[])
            [
                line, .. Run(line, show),
            ])];
    }

    /// <summary>What a command prints; where it is refused, the page must show so.</summary>
    private string[] Run(string line, Regex? show)
    {
        string[] words = [.. Regex.Matches(line[2..], "\"([^\"]*)\"|\\S+").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value)];
        Assert.That(words[0], Is.EqualTo("installsim"), line);
        CommandLine.Outcome outcome = CommandLine.Run(words[1..]);
        Commands++;
        Assert.That(outcome.Code, Is.Zero.Or.EqualTo(2), $"{line}\n{outcome.Error}");
        string[] shown = [.. Shown(outcome.Code == 0 ? outcome.Output : outcome.Output + outcome.Error, show)];
        Assert.That(outcome.Code == 0 || shown.Any(said => said.Contains("nothing was written", StringComparison.Ordinal)),
            $"{line}\n{outcome.Error}");
        return shown;
    }

    private static int Whole(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    private List<string> Shown(string text, Regex? show)
    {
        Printed += text + "\n";
        text = text.Replace(Environment.CurrentDirectory, "…", StringComparison.Ordinal);
        string[] lines = [.. text.TrimEnd('\n').Split('\n').Select(line => Seconds.Replace(line.TrimEnd('\r'), "… s"))];
        var shown = new List<string>();
        (int From, int To)? range = show is not null && Regex.Match(show.ToString(), @"^(\d+)-(\d+)$") is { Success: true } said
            ? (Whole(said.Groups[1]), Whole(said.Groups[2])) : null;
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (range is null ? show?.IsMatch(line) ?? true : number >= range.Value.From && number <= range.Value.To)
            {
                shown.Add(line);
            }
            else if (shown.Count == 0 || shown[^1] != "…")
            {
                shown.Add("…");
            }
        }

        return shown is ["…"] ? [] : shown;
    }
}
