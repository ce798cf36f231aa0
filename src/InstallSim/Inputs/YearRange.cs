using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>Calendar years from one to another, both included; written <c>2025..2045</c>.</summary>
/// <param name="From">First year.</param>
/// <param name="Until">Last year, not before the first.</param>
public readonly record struct YearRange(int From, int Until)
{
    /// <summary>Earliest year accepted.</summary>
    public const int Earliest = 1900;

    /// <summary>Latest year accepted.</summary>
    public const int Latest = 2200;

    /// <summary>How many years.</summary>
    public int Count => Until - From + 1;

    /// <summary>Reads <c>2025..2045</c>.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public static InputMessage? TryRead(string text, out YearRange years)
    {
        years = default;
        string[] parts = text.Split("..");
        if (parts.Length != 2 || !TryYear(parts[0], out int from) || !TryYear(parts[1], out int until))
        {
            return "expected years from..until, such as 2025..2045";
        }

        if (from < Earliest || until > Latest)
        {
            return $"expected years from {Earliest} to {Latest}";
        }

        if (until < from)
        {
            return $"the last year {until} is before the first year {from}";
        }

        years = new YearRange(from, until);
        return null;
    }

    /// <summary>As in YAML: <c>2025..2045</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}..{Until}");

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out year);
}
