using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Checks each choice situation and says what is wrong in the words of the data.</summary>
internal sealed class ChoiceChecks(StudySource source, StudyColumns columns, ChoiceRows rows, CutSets? cut = null)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly HashSet<int> _twice = [];

    private bool IsRanked => _data.Rank is not null || _data.Ranking.Count > 0;

    /// <summary>Checks all situations but those already known to be faulty.</summary>
    public void Run()
    {
        foreach (ArraySegment<ChoiceRow> set in rows.Sets().Where(set => !rows.Faults.Contains(set[0].Situation)))
        {
            ChoiceRow[] all = [.. set];
            CheckSize(all);
            if (IsTwice(all))
            {
                continue;
            }

            if (rows.HasAnswers && IsRanked)
            {
                CheckRanks(all);
            }
            else if (rows.HasAnswers)
            {
                CheckChosen(all);
            }
        }

        rows.Faults.Summarise();
    }

    /// <summary>Whether an alternative stands there more than once; its answer is then not worth a word.</summary>
    private bool IsTwice(ChoiceRow[] set)
    {
        var seen = new HashSet<int>(set.Length);
        if (set.All(r => seen.Add(r.Alternative)))
        {
            return false;
        }

        var twice = set.GroupBy(r => r.Alternative).First(g => g.Count() > 1);
        if (_data.Responses is not null)
        {
            TellTwice(set, twice.Last(), twice.Count());
            return true;
        }

        Add(FaultKind.AlternativeTwice, twice.Last(), _data.Alternative,
            $"{Name(set)} has the alternative '{rows.Alternatives[twice.Key]}' {twice.Count()} times"
                + $"{(_data.Person is null ? IfRestarting : InputMessage.None)}");
        return true;
    }

    /// <summary>A person with several rows of answers, told once a row.</summary>
    private void TellTwice(ChoiceRow[] set, ChoiceRow row, int times)
    {
        if (_twice.Add(columns.Table.PlaceOf(row.Source, columns.Table.IndexOf(_data.Person!)).Line))
        {
            Add(FaultKind.AlternativeTwice, row, _data.Person, $"{Name(set)} is answered in {times} rows; a person has one");
        }
        else
        {
            rows.Faults.LeaveOut(row.Situation, FaultKind.AlternativeTwice);
        }
    }

    private static InputMessage IfRestarting => "; where numbers of tasks restart for each person, name the column 'person' too";

    private void CheckChosen(ChoiceRow[] set)
    {
        InputMessage word = _data.Best is null ? (InputMessage)"chosen" : "best";
        ChoiceRow[] chosen = [.. set.Where(r => (r.Chosen & 1) == 1)], worst = [.. set.Where(r => (r.Chosen & 2) == 2)];
        if (chosen.Length != 1)
        {
            Add(chosen.Length == 0 ? FaultKind.NoChoice : FaultKind.SeveralChosen, chosen.Length == 0 ? set[0] : chosen[1], null,
                chosen.Length == 0
                    ? $"{Name(set)} has no {word} alternative; exactly one is needed"
                    : (InputMessage)$"{Name(set)} has {chosen.Length} {word} alternatives; exactly one is needed");
        }
        else if (!chosen[0].Available)
        {
            Unavailable(set, chosen[0], word);
        }
        else if (chosen[0].Chosen == 3)
        {
            Add(FaultKind.BestIsWorst, chosen[0], _data.Worst,
                $"{Name(set)}: '{rows.Alternatives[chosen[0].Alternative]}' is called both best and worst");
        }
        else if (_data.Worst is not null && worst.Length != 1)
        {
            Add(worst.Length == 0 ? FaultKind.NoChoice : FaultKind.SeveralChosen, worst.Length == 0 ? set[0] : worst[1], _data.Worst,
                $"{Name(set)} has {worst.Length} worst alternatives; exactly one is needed");
        }
        else if (worst is [{ Available: false } gone])
        {
            Unavailable(set, gone, "worst");
        }
    }

    private void CheckRanks(ChoiceRow[] set)
    {
        ChoiceRow[] ranked = [.. set.Where(r => r.Chosen > 0).OrderBy(r => r.Chosen)];
        if (ranked.Length == 0)
        {
            Add(FaultKind.NoChoice, set[0], null, $"{Name(set)} has no ranked alternative; one or more are needed");
            return;
        }

        for (int place = 0; place < ranked.Length; place++)
        {
            ChoiceRow row = ranked[place];
            if (!row.Available)
            {
                Unavailable(set, row, "ranked");
            }
            else if (place > 0 && row.Chosen == ranked[place - 1].Chosen)
            {
                Add(FaultKind.Ties, row, null, $"{Name(set)} has the rank {row.Chosen} more than once");
            }
            else if (row.Chosen > place + 1 && !rows.Faults.Contains(row.Situation))
            {
                Add(FaultKind.RankGap, row, null, $"{Name(set)} has the rank {row.Chosen} and not {place + 1}");
            }
            else
            {
                continue;
            }

            return;
        }
    }

    private void CheckSize(ChoiceRow[] set)
    {
        ChoiceRow[] available = [.. set.Where(r => r.Available)];
        if (available.Length < 2 && !set.Any(r => r.Chosen == 1 && !r.Available))
        {
            InputMessage few = available.Length == 0
                ? (InputMessage)"no available alternative"
                : $"one available alternative, '{rows.Alternatives[available[0].Alternative]}'";
            Add(FaultKind.OneAlternative, set[0], null, $"{Name(set)} has {few}; a choice needs two or more");
        }
    }

    private void Unavailable(ChoiceRow[] set, ChoiceRow row, InputMessage word) => Add(FaultKind.ChosenUnavailable, row, null,
        $"{Name(set)}: the {word} alternative '{rows.Alternatives[row.Alternative]}' is not available ({Availability(row)} = 0)");

    private InputMessage Name(ChoiceRow[] set) => rows.NameOf(set[0].Situation);

    private string Availability(ChoiceRow row) =>
        _data.Available ?? (_data.Alternatives.Count > 0 ? _data.Alternatives[row.Alternative].Available : null) ?? "available";

    private void Add(FaultKind kind, ChoiceRow row, string? column, InputMessage message)
    {
        int index = column is null ? rows.ChosenColumn : columns.Table.IndexOf(column);
        Words? cause = kind is FaultKind.NoChoice or FaultKind.OneAlternative or FaultKind.RankGap ? cut?.Cause(row.Situation) : null;
        InputMessage said = cause is { English.Length: > 0 } ? $"{message}{cause}" : message;
        rows.Faults.Add(row.Situation, kind, said == message ? "" : "cut", columns.Table.PlaceOf(row.Source, index),
            index < 0 ? said : $"column '{columns.Table.HeadingOf(row.Source, index)}': {said}");
    }
}
