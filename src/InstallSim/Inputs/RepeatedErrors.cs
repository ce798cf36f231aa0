namespace InstallSim.Inputs;

/// <summary>
/// Passes on the first errors of a kind; where there are more, one line stands for all of them, with their number and the first places, so
/// that one wrong column does not bury all else.
/// </summary>
internal sealed class RepeatedErrors(InputErrors errors)
{
    /// <summary>Errors of a kind that are each shown.</summary>
    public const int Shown = 3;

    /// <summary>Further places that the line for all of them names.</summary>
    public const int Named = 5;

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Whether there was any.</summary>
    public bool Any => _kinds.Count > 0;

    /// <summary>Notes an error.</summary>
    /// <param name="kind">What makes errors one kind, such as the column and what is wrong; it is not shown.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="found">The value at fault; null when there is none to show.</param>
    public void Add(string kind, Place place, InputMessage message, string? found = null)
    {
        if (!_kinds.TryGetValue(kind, out Kind? known))
        {
            _kinds[kind] = known = new Kind();
        }

        // A value that stands for many rows, such as one of the person, is at fault once.
        if (place.Line > 0 && !known.Places.Add(place))
        {
            return;
        }

        known.Count++;
        bool isOther = known.Lines.Add((place.File, place.Line)) && known.Count > 1;
        if (known.Count <= Shown)
        {
            errors.Add(place, message);
            known.First.Add(errors.All[^1]);
        }

        if (isOther && known.Others.Count < Named)
        {
            known.Others.Add((place, found));
        }
    }

    /// <summary>Makes one line of each kind that has more errors than are shown.</summary>
    public void Summarise()
    {
        foreach (Kind kind in _kinds.Values.Where(kind => kind.Count > Shown))
        {
            bool isWide = kind.Places.Select(place => place.Column).Distinct().Count() > 1;
            string places = string.Join(", ", kind.Others.Select(other => PlaceOf(other.Place, other.Found, isWide)))
                + (kind.Lines.Count > Named + 1 ? ", …" : "");
            InputMessage said = kind.Lines.Count == 1
                ? (InputMessage)$"{kind.First[0].Said}; and so {kind.Count - 1} more times"
                : isWide
                ? (InputMessage)($"{kind.First[0].Said}; and so {kind.Count - 1} more times in {kind.Lines.Count} rows, in other columns "
                    + $"too (row:column): {places}")
                : $"{kind.First[0].Said}; and so in {kind.Lines.Count - 1} more rows: {places}";
            errors.Replace(kind.First, new InputError(kind.First[0].Place, said, kind.Count));
        }

        _kinds.Clear();
    }

    private static string PlaceOf(Place place, string? found, bool isWide)
    {
        string line = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{place.Line}{(isWide ? ":" : "")}{(isWide ? place.Column : null)}");
        return found is null ? line : $"{line} ('{(found.Length > 30 ? found[..30] + "…" : found)}')";
    }

    private sealed class Kind
    {
        public int Count { get; set; }

        public HashSet<Place> Places { get; } = [];

        public HashSet<(string File, int Line)> Lines { get; } = [];

        public List<InputError> First { get; } = [];

        public List<(Place Place, string? Found)> Others { get; } = [];
    }
}
