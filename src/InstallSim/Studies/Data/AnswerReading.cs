namespace InstallSim.Studies.Data;

/// <summary>How the answers of an export are written, found in all of them, and what each stands for.</summary>
internal sealed class AnswerReading
{
    private static readonly char[] Between = [';', ',', '|', '/', '+', '&', '\n', '\r'];
    private static readonly string[] And = [" and ", " or ", " et ", " ou "];
    private readonly HashSet<string> _before = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _named = [];
    private readonly bool _areLetters;

    /// <summary>
    /// Looks at answers. They are letters where most are, none has a number and none is the name of an alternative at another place; an
    /// alternative that is answered by its name, which is no letter, has no letter besides. What stands before names, as in
    /// <c>Practice A</c>, counts as the questionnaire's own where it stands before two names or more.
    /// </summary>
    /// <param name="any">A task, of which all have like alternatives.</param>
    /// <param name="texts">Texts found, those of missing values left out.</param>
    public AnswerReading(DesignTask any, IReadOnlyCollection<string> texts)
    {
        _areLetters = texts.Count(text => any.Letter(text) >= 0) * 2 > texts.Count
            && !texts.Any(text => text.Any(char.IsAsciiDigit)
                || (any.Letter(text) is var letter and >= 0 && any.Place(text) is var place and >= 0 && place != letter));
        _named.UnionWith(texts.Distinct().Where(text => any.Letter(text) < 0).Select(any.Place));
        var before = new Dictionary<string, HashSet<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (string text in texts.Distinct())
        {
            if (any.Place(text) < 0 && any.Ending(text) is { Place: >= 0 and var place, Before: var words } && IsPlain(any, words))
            {
                (before.TryGetValue(words, out HashSet<int>? places) ? places : before[words] = []).Add(place);
            }
        }

        _before.UnionWith(before.Where(pair => pair.Value.Count > 1).Select(pair => pair.Key));
    }

    /// <summary>The place of the alternative that an answer to a task stands for; −1 when it stands for none, or for several.</summary>
    public int Place(DesignTask task, string answer) =>
        task.Place(answer) is var place and >= 0 ? place
        : _areLetters && task.Letter(answer) is var letter and >= 0 && !_named.Contains(letter) ? letter
        : task.Ending(answer) is { Place: >= 0 and var end, Before: var before } && (_before.Contains(before)
            || task.Words.Before.Contains(before)) ? end
        : -1;

    /// <summary>The parts of an answer that stand for alternatives, where it names two or more; else none.</summary>
    public string[] Several(DesignTask task, string answer)
    {
        string text = And.Aggregate(answer, (whole, word) => whole.Replace(word, ";", StringComparison.OrdinalIgnoreCase));
        string[] named = [.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => Place(task, part) >= 0 || task.Ending(part).Place >= 0)];
        return named.Length > 1 ? named : [];
    }

    /// <summary>Whether words are a heading before a name: no other answer, no number, no list.</summary>
    private static bool IsPlain(DesignTask any, string words) =>
        words.All(c => Array.IndexOf(Between, c) < 0) && !words.Any(char.IsAsciiDigit) && any.Place(words) < 0
            && !And.Any(word => (words + ' ').Contains(word, StringComparison.OrdinalIgnoreCase))
            && words.Split(' ').All(word => any.Place(word.Trim('.', ':', '(', ')')) < 0);
}
