using System.Reflection;

namespace InstallSim.Inputs;

/// <summary>The words for one thing in both languages.</summary>
/// <param name="English">In English.</param>
/// <param name="French">In French.</param>
public sealed record Words(string English, string French)
{
    private static readonly char[] Stops = [';', ':', '(', '.'], Parts = [';', ':', ',', '.', '\u00a0'];

    /// <summary>What people call a class of a catalog; its type where it has no <see cref="CalledAttribute"/>.</summary>
    public static Words Of(Type type, string typeName) =>
        type.GetCustomAttribute<CalledAttribute>() is { } called ? new(called.English, called.French) : new(typeName, typeName);

    /// <summary>What a key means, in a sentence; the English one twice where it has no French.</summary>
    /// <exception cref="ArgumentException">The property has no <see cref="KeyAttribute"/>.</exception>
    public static Words Of(PropertyInfo property) => property.GetCustomAttribute<KeyAttribute>() is { } key
        ? new(key.Doc, property.GetCustomAttribute<FrenchAttribute>()?.Doc ?? key.Doc)
        : throw new ArgumentException($"{property} is no key", nameof(property));

    /// <summary>
    /// Sentences cut to labels: what stands before the first <c>;</c>, <c>:</c> or full stop that ends a word, or a bracket that ends
    /// a part of the sentence.
    /// </summary>
    public Words Label => new(Cut(English), Cut(French));

    private static string Cut(string sentence)
    {
        for (int i = 1; i < sentence.Length; i++)
        {
            if (sentence[i] == '(' && Closing(sentence, i) is var close && close + 1 < sentence.Length
                && !Parts.Contains(sentence[close + 1]))
            {
                i = close;
                continue;
            }

            bool ends = sentence[i] == '(' || i == sentence.Length - 1 || sentence[i + 1] == ' ';
            if (ends && Stops.Contains(sentence[i]) && sentence[..i].Trim() is { Length: > 2 } label)
            {
                return label;
            }
        }

        return sentence;
    }

    /// <summary>Where the bracket that opens at a place closes; the end when it does not.</summary>
    private static int Closing(string sentence, int open) =>
        sentence.IndexOf(')', open) is var at && at < 0 ? sentence.Length - 1 : at;
}
