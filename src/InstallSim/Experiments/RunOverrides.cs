using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Experiments;

/// <summary>What options and plans change in all scenarios, as texts <c>key.path=value</c>, so that manifests show them.</summary>
public static class RunOverrides
{
    /// <summary>Notes texts that change the value of a number that a plan varies: no point would have it.</summary>
    /// <param name="set">Texts of the plan.</param>
    /// <param name="placeOf">Where each of them stands.</param>
    /// <param name="overrides">Texts of options.</param>
    /// <param name="varied">Dotted keys of the numbers that vary.</param>
    /// <param name="errors">Receives what is refused.</param>
    public static void RefuseVaried(
        IReadOnlyList<string> set, Func<int, Place> placeOf, IReadOnlyList<string> overrides, IEnumerable<string> varied,
        InputErrors errors)
    {
        (Place Place, string[] Said)[] said = [.. set.Select((text, k) => (placeOf(k), text.Split('=', 2))),
            .. overrides.Select(text => (new Place($"--set {text}"), text.Split('=', 2)))];
        foreach (string number in varied)
        {
            // A mapping may give the range from which the plan takes its own.
            foreach ((Place place, _) in said.Where(s => (s.Said[0].Trim() == number && !s.Said[^1].TrimStart().StartsWith('{'))
                || s.Said[0].Trim() == number + ".value"))
            {
                errors.Add(place, new Words(
                    $"the plan varies '{number}', so that no point has this value; leave it out, or take the number out of 'numbers'",
                    $"le plan fait varier «\u00a0{number}\u00a0»\u00a0: aucun point n’a cette valeur\u00a0; ne pas la dire, ou ôter le "
                        + "nombre de «\u00a0numbers\u00a0»"));
            }
        }
    }

    /// <summary>The texts of what is said.</summary>
    /// <param name="replications">Runs of each scenario; null where nothing is said, as of the others.</param>
    /// <param name="seed">Names the random numbers.</param>
    /// <param name="years">Years such as <c>2025..2045</c>, or their text.</param>
    /// <param name="territories">A territories.yaml.</param>
    public static IReadOnlyList<string> Of(
        int? replications = null, uint? seed = null, object? years = null, string? territories = null)
    {
        var texts = new List<string>();
        Add("replications", replications);
        Add("seed", seed);
        Add("years", years);
        Add("territories", territories is null ? null : $"'{territories.Replace("'", "''", StringComparison.Ordinal)}'");
        return texts;

        void Add(string key, object? value)
        {
            if (value is not null)
            {
                texts.Add(string.Create(CultureInfo.InvariantCulture, $"{key}={value}"));
            }
        }
    }
}
