using System.Globalization;

namespace InstallSim.Experiments;

/// <summary>What options and plans change in all scenarios, as texts <c>key.path=value</c>, so that manifests show them.</summary>
public static class RunOverrides
{
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
