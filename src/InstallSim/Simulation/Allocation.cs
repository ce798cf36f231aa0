using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Gives the places of one round. Where a form has fewer places than are wanted, or a territory a limit on entries, candidates are served
/// in the order of a number drawn for (year, physician, territory); a full place is closed to the next round.
/// </summary>
internal sealed class Allocation(RunState state)
{
    private readonly List<(int Territory, double Rank, int Physician)> _queue = [];

    /// <summary>Whether alternative j can take one more physician from elsewhere.</summary>
    public bool HasRoom(int alternative) => HasPlace(alternative) && state.EntryLimit[AlternativeTable.Territory(alternative)] > 0;

    /// <summary>Whether alternative j can take one more physician of its own territory, whom no limit on entries concerns.</summary>
    public bool HasPlace(int alternative)
    {
        bool exists = AlternativeTable.Form(alternative) != PracticeForm.Group || state.HasGroup[AlternativeTable.Territory(alternative)];
        return exists && state.Stock[alternative] < state.Places[alternative];
    }

    /// <summary>Serves all who can be served and returns the others, in rising order of their row.</summary>
    public List<int> Fill(List<int> pending, int[] wanted)
    {
        _queue.Clear();
        foreach (int n in pending)
        {
            if (wanted[n] >= state.Stock.Length)
            {
                TakeOptOut(n, (OptOut)(wanted[n] - state.Stock.Length));
            }
            else if (wanted[n] >= 0 && wanted[n] != Place(n))
            {
                int territory = AlternativeTable.Territory(wanted[n]);
                double rank = IsScarce(wanted[n]) ? state.Key(DrawPurpose.Lottery, state.Year, state.Physicians.Name[n]).Uniform(territory) : 0;
                _queue.Add((territory, rank, n));
            }
        }

        _queue.Sort();
        var losers = new List<int>();
        foreach ((int territory, _, int n) in _queue)
        {
            if (!Take(n, wanted[n], territory))
            {
                losers.Add(n);
            }
        }

        losers.Sort();
        return losers;
    }

    private bool IsScarce(int alternative) =>
        state.Places[alternative] != int.MaxValue || state.EntryLimit[AlternativeTable.Territory(alternative)] != int.MaxValue;

    private int Place(int n) => state.Physicians.Stage[n] == Stage.Installed
        ? AlternativeTable.Of(state.Physicians.Territory[n], state.Physicians.Form[n])
        : -1;

    private void TakeOptOut(int n, OptOut optOut)
    {
        if (optOut != OptOut.Locum)
        {
            state.Physicians.Stage[n] = Stage.Left;
            state.Events.Salaried += optOut == OptOut.Salaried ? 1 : 0;
            state.Events.Elsewhere += optOut == OptOut.Elsewhere ? 1 : 0;
            state.Note(n, NoPlace.Of(optOut));
        }
    }

    private bool Take(int n, int alternative, int territory)
    {
        int from = Place(n);
        bool isEntry = from < 0 || AlternativeTable.Territory(from) != territory;
        if (state.Stock[alternative] >= state.Places[alternative])
        {
            Close(alternative);
            return false;
        }

        if (isEntry && state.EntryLimit[territory] <= 0)
        {
            for (int form = 0; form < AlternativeTable.Forms; form++)
            {
                Close((territory * AlternativeTable.Forms) + form);
            }

            return false;
        }

        if (from >= 0)
        {
            state.Vacate(n);
            state.Departures[AlternativeTable.Territory(from)] -= isEntry ? 0 : 1;
        }

        state.EntryLimit[territory] -= isEntry && state.EntryLimit[territory] != int.MaxValue ? 1 : 0;
        state.Settle(n, alternative);
        state.Events.Installations.Add(new Installation(n, alternative, from));
        return true;
    }

    private void Close(int alternative)
    {
        state.Newcomers.Close(alternative);
        state.Incumbents.Close(alternative);
    }
}
