using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>What answers say for an alternative besides the design's name: what its questionnaire prints, the study's names.</summary>
internal sealed class AnswerWords
{
    private readonly Dictionary<string, List<string>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _before = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a study, those that are said of two alternatives left out.</summary>
    /// <param name="study">The study.</param>
    /// <param name="column">What the design calls alternatives, such as <c>practice</c>.</param>
    public AnswerWords(Study study, string column)
    {
        _before.Add(column);
        if (study.Design?.Questionnaire is { } words)
        {
            foreach ((string name, string text) in words.Alternatives.Concat(words.AlternativesFr))
            {
                Add(text, name);
                if (Plain(text) is var plain && plain.EndsWith(' ' + name, StringComparison.OrdinalIgnoreCase))
                {
                    _before.Add(plain[..^(name.Length + 1)]);
                }
            }
        }

        foreach (AlternativeSettings alternative in study.Data.Alternatives)
        {
            Add(alternative.Name, alternative.CodeOrName);
        }
    }

    /// <summary>The words, in the order said.</summary>
    public IEnumerable<string> All => _names.Where(pair => pair.Value is [var name] && pair.Key != name).Select(pair => pair.Key);

    /// <summary>What the questionnaire says before names, as in <c>Practice A</c>.</summary>
    public IReadOnlySet<string> Before => _before;

    /// <summary>The names of the alternatives that a text is said of.</summary>
    public IReadOnlyList<string> NamesOf(string text) => _names.TryGetValue(Plain(text), out List<string>? names) ? names : [];

    /// <summary>A text with one blank between words, whatever blanks it had.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Add(string text, string name)
    {
        string plain = Plain(text);
        if (!_names.TryGetValue(plain, out List<string>? names))
        {
            _names[plain] = names = [];
        }

        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}
