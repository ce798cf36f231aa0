using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Which rows of the file the filters keep.</summary>
internal sealed class RowSelection(StudySource source, StudyColumns columns, InputErrors errors)
{
    private readonly IReadOnlyList<RowFilter> _filters = source.Study.Data.Where;

    /// <summary>The rows kept, in order; null when a filter is wrong or keeps nothing.</summary>
    /// <param name="isWhole">Whether the table has all its rows; else a filter may keep those that it lacks.</param>
    public int[]? Kept(bool isWhole = true)
    {
        int before = errors.All.Count;
        Func<int, bool>[] tests = [.. _filters.Select(Test)];
        if (errors.All.Count > before)
        {
            return null;
        }

        int[] kept = [.. Enumerable.Range(0, columns.Table.Rows).Where(row => tests.All(test => test(row)))];
        if (kept.Length > 0 || !isWhole)
        {
            return kept;
        }

        errors.Add(source.Binder.PlaceOf(source.Study.Data, "where"),
            $"the filters keep none of the {columns.Table.Rows} rows of {columns.Table.Path}");
        return null;
    }

    private Func<int, bool> Test(RowFilter filter)
    {
        Place place = source.Binder.PlaceOf(filter, "column");
        if (filter is { Is: null, OneOf.Count: 0, NoneOf.Count: 0, Min: null, Max: null })
        {
            errors.Add(source.Binder.PlaceOf(filter), "the filter says nothing: one of equals, one-of, none-of, min, max is needed");
        }

        StudyColumn? numbers = columns.Names.Contains(filter.Column) ? columns.Numbers(filter.Column, place) : null;
        if (numbers is null && !columns.Names.Contains(filter.Column))
        {
            columns.Index(filter.Column, place);
            return _ => false;
        }

        string[] wanted = filter.Is is { } one ? [one, .. filter.OneOf] : [.. filter.OneOf];
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        return row =>
        {
            string text = columns.Text(row, filter.Column);
            if (!known.TryGetValue(text, out bool keep))
            {
                known[text] = keep = (wanted.Length == 0 || wanted.Any(value => columns.Same(text, value)))
                    && !filter.NoneOf.Any(value => columns.Same(text, value));
            }

            return keep && !(filter.Min is { } min && !(numbers!.Values[row] >= min))
                && !(filter.Max is { } max && !(numbers!.Values[row] <= max));
        };
    }
}
