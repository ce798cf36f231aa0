using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>What answers say for an alternative besides the design's name: what its questionnaire prints, the study's names.</summary>
internal sealed class AnswerWords
{
    private readonly Dictionary<string, string?> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a study, those that are said of two alternatives left out.</summary>
    public AnswerWords(Study study)
    {
        if (study.Design?.Questionnaire is { } words)
        {
            foreach ((string name, string text) in words.Alternatives.Concat(words.AlternativesFr))
            {
                Add(text, name);
            }
        }

        foreach (AlternativeSettings alternative in study.Data.Alternatives)
        {
            Add(alternative.Name, alternative.CodeOrName);
        }
    }

    /// <summary>The words, in the order said.</summary>
    public IEnumerable<string> All => _names.Where(pair => pair.Value is not null && pair.Key != pair.Value).Select(pair => pair.Key);

    /// <summary>The name of the alternative that a text stands for; null: of none.</summary>
    public string? NameOf(string text) => _names.GetValueOrDefault(Plain(text));

    private void Add(string text, string name)
    {
        string plain = Plain(text);
        _names[plain] = _names.TryGetValue(plain, out string? other) && other != name ? null : name;
    }

    /// <summary>A text with one blank between words, whatever blanks it had.</summary>
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
