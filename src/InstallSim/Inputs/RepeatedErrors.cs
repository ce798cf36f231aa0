namespace InstallSim.Inputs;

/// <summary>Passes on the first errors of a kind and counts the rest, so that one wrong column does not bury all else.</summary>
internal sealed class RepeatedErrors(InputErrors errors)
{
    private readonly Dictionary<InputMessage, (int Count, Place Last)> _kinds = [];

    /// <summary>Whether there was any.</summary>
    public bool Any => _kinds.Count > 0;

    /// <summary>Notes an error.</summary>
    /// <param name="kind">What the summary calls the rest, such as <c>in column 'population'</c>.</param>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong.</param>
    public void Add(InputMessage kind, Place place, InputMessage message)
    {
        int count = _kinds.GetValueOrDefault(kind).Count + 1;
        _kinds[kind] = (count, place);
        if (count <= CsvTable.MaxErrors)
        {
            errors.Add(place, message);
        }
    }

    /// <summary>Says how many were left out, a line a kind.</summary>
    public void Summarise()
    {
        foreach ((InputMessage kind, (int count, Place last)) in _kinds)
        {
            if (count > CsvTable.MaxErrors)
            {
                errors.Add(last, $"… and {count - CsvTable.MaxErrors} more {kind}, the last one here", count - CsvTable.MaxErrors);
            }
        }
    }
}
