using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>What data call the alternatives: those listed or known, else every code found, in the order found.</summary>
internal sealed class AlternativeCodes
{
    private readonly StudyColumns _columns;
    private readonly string[] _listed;
    private readonly List<string> _names;
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);

    /// <summary>Codes of a study.</summary>
    /// <param name="data">Lists the alternatives, or not.</param>
    /// <param name="columns">Knows how the table writes numbers.</param>
    /// <param name="known">Names of the alternatives, when other data have told them.</param>
    public AlternativeCodes(StudyData data, StudyColumns columns, IReadOnlyList<string> known)
    {
        _columns = columns;
        bool isListed = data.Alternatives.Count > 0;
        _listed = isListed ? [.. data.Alternatives.Select(a => a.CodeOrName)] : [.. known];
        _names = isListed ? [.. data.Alternatives.Select(a => a.Name)] : [.. known];
        for (int j = 0; j < _listed.Length; j++)
        {
            _codes[_listed[j]] = j;
        }
    }

    /// <summary>Names of the alternatives.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The alternative of a code, a number in whatever form; a new one where none are listed; −1 for an unknown one.</summary>
    public int Of(string code)
    {
        if (_codes.TryGetValue(code, out int j))
        {
            return j;
        }

        if (_listed.Length > 0)
        {
            return _codes[code] = Array.FindIndex(_listed, listed => _columns.Same(code, listed));
        }

        _names.Add(code);
        return _codes[code] = _names.Count - 1;
    }

    /// <summary>What is said of a code that is unknown.</summary>
    public InputMessage Unknown(string code) =>
        $"'{code}' is none of the alternatives {string.Join(", ", _listed)}{DidYouMean.Hint(code, _listed)}";
}
