using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Checks each choice situation and says what is wrong in the words of the data.</summary>
internal sealed class ChoiceChecks(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly RepeatedErrors _repeats = new(errors);

    /// <summary>Checks all situations but those already to be left out.</summary>
    /// <param name="incomplete">Situations in which a variable is missing.</param>
    /// <returns>The situations to leave out.</returns>
    public IReadOnlySet<int> Run(IReadOnlySet<int> incomplete)
    {
        var dropped = new HashSet<int>(incomplete);
        dropped.UnionWith(rows.Unanswered);
        int start = 0;
        while (start < rows.Rows.Count)
        {
            int end = start + 1;
            while (end < rows.Rows.Count && rows.Rows[end].Situation == rows.Rows[start].Situation)
            {
                end++;
            }

            int situation = rows.Rows[start].Situation;
            ChoiceRow[] set = [.. Enumerable.Range(start, end - start).Select(r => rows.Rows[r])];
            if (!dropped.Contains(situation) && !Check(set))
            {
                dropped.Add(situation);
            }

            start = end;
        }

        _repeats.Summarise();
        return dropped;
    }

    /// <summary>Whether the situation can be used; false without an error when it is to be dropped.</summary>
    private bool Check(ChoiceRow[] set)
    {
        InputMessage name = $"choice situation {rows.Situations[set[0].Situation]}";
        if (set.GroupBy(r => r.Alternative).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            Add(twice.Last(), _data.Alternative, $"{name} has the alternative '{rows.Alternatives[twice.Key]}' {twice.Count()} times");
        }

        ChoiceRow[] available = [.. set.Where(r => r.Available)];
        if (_data.Rank is null && _data.Ranking.Count == 0)
        {
            ChoiceRow[] chosen = [.. set.Where(r => r.Chosen == 1)];
            if (chosen.Length == 0 && _data.NoChoice == NoChoice.Drop)
            {
                return false;
            }

            InputMessage word = _data.Best is null ? (InputMessage)"chosen" : "best";
            if (chosen.Length != 1)
            {
                Add(chosen.Length == 0 ? set[0] : chosen[1], null, chosen.Length == 0
                    ? $"{name} has no {word} alternative; exactly one is needed"
                    : (InputMessage)$"{name} has {chosen.Length} {word} alternatives; exactly one is needed");
            }

            foreach (ChoiceRow row in chosen.Where(r => !r.Available))
            {
                Add(row, null,
                    $"{name}: the {word} alternative '{rows.Alternatives[row.Alternative]}' is not available ({Availability(row)} = 0)");
            }

            if (_data.Worst is not null && set.Count(r => r.Chosen == 2) is var worst && worst != 1)
            {
                Add(set[0], _data.Worst, $"{name} has {worst} worst alternatives other than the best; exactly one is needed");
            }
        }

        if (available.Length < 2 && !set.Any(r => r.Chosen == 1 && !r.Available))
        {
            InputMessage few = available.Length == 0
                ? (InputMessage)"no available alternative"
                : $"one available alternative, '{rows.Alternatives[available[0].Alternative]}'";
            Add(set[0], null, $"{name} has {few}; a choice needs two or more");
        }

        return true;
    }

    private string Availability(ChoiceRow row) => _data.Available ?? _data.Alternatives[row.Alternative].Available ?? "available";

    private void Add(ChoiceRow row, string? column, InputMessage message)
    {
        int index = column is null ? rows.ChosenColumn : columns.Table.Columns.ToList().IndexOf(column);
        _repeats.Add("faulty choice situations", columns.Table.PlaceOf(row.Source, index),
            $"column '{columns.Table.Columns[Math.Max(index, 0)]}': {message}");
    }
}
