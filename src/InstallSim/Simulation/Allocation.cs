using InstallSim.Policies;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Gives what was wanted in one round, in the order of the year's lottery: one number a physician, for places, slots and money alike. Who
/// is refused chooses again: without the form if it is full, without the territory if a limit keeps it closed, without the money if the
/// budget is spent.
/// </summary>
internal sealed class Allocation(RunState state)
{
    private readonly List<(double Rank, uint Name, int Physician)> _queue = [];
    private readonly Claims _claims = new(state);

    /// <summary>Serves all who can be served and returns the others, in rising order of their row.</summary>
    /// <param name="pending">Who is not served yet.</param>
    /// <param name="wanted">What each wants: an alternative, J + o for opt-out o, or −1 to stay as they are.</param>
    public List<int> Fill(List<int> pending, int[] wanted)
    {
        Queue(pending, wanted);
        _claims.Begin(_queue, wanted);
        var losers = new List<int>();
        foreach ((_, _, int n) in _queue)
        {
            if (!Take(n, wanted[n]))
            {
                losers.Add(n);
            }
        }

        _claims.End();
        losers.Sort();
        return losers;
    }

    private void Queue(List<int> pending, int[] wanted)
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
                _queue.Add((state.Lottery(n), state.Physicians.Name[n], n));
            }
        }

        _queue.Sort();
    }

    private int Place(int n) => state.Physicians.Stage[n] == Stage.Installed ? state.PlaceOf(n) : -1;

    private void TakeOptOut(int n, OptOut optOut)
    {
        // Whose partner went to another region in this round went along.
        if (optOut != OptOut.Locum && state.Physicians.Stage[n] == Stage.Locum)
        {
            state.Physicians.Stage[n] = Stage.Left;
            state.Events.Salaried += optOut == OptOut.Salaried ? 1 : 0;
            state.Events.Elsewhere += optOut == OptOut.Elsewhere ? 1 : 0;
            state.Note(n, NoPlace.Of(optOut), EventKind.OptedOut);
            if (optOut == OptOut.Elsewhere && Couples.OtherOf(state.Physicians, n) is >= 0 and int other)
            {
                TakeOptOut(other, optOut);
            }
        }
    }

    private bool Take(int n, int alternative)
    {
        int from = Place(n), territory = AlternativeTable.Territory(alternative);
        bool isEntry = from < 0 || AlternativeTable.Territory(from) != territory;
        if (isEntry && state.Limits.ClosedBy(territory) is >= 0 and int policy)
        {
            Refuse(n, alternative, policy);
            return false;
        }

        if (!Couples.MayPractise(state, n, territory))
        {
            // The other of a couple settled elsewhere in this round.
            return false;
        }

        if (!state.HasPlace(alternative))
        {
            state.Note(n, alternative, EventKind.NoRoom);
            Close(alternative);
            return false;
        }

        if (!_claims.Grant(n, alternative))
        {
            state.Note(n, alternative, EventKind.Unpaid);
            return false;
        }

        if (from >= 0)
        {
            state.Vacate(n, endsSecondPlace: isEntry);
        }

        if (isEntry)
        {
            Enter(from, territory);
        }

        state.Settle(n, alternative, from < 0 ? EventKind.Installed : isEntry ? EventKind.Moved : EventKind.ChangedForm);
        state.Events.Installations.Add(new Installation(n, alternative, from));
        _claims.Sign(n, alternative);
        Openings.ReachWhoCame(state, n, alternative);
        Posts.ReachWhoCame(state, n, alternative);
        Considerations.ReachWhoCame(state, n, alternative);
        return true;
    }

    private void Enter(int from, int territory)
    {
        if (from >= 0)
        {
            state.Depart(AlternativeTable.Territory(from));
            state.Events.MovedAway[AlternativeTable.Territory(from)]++;
        }

        state.Limits.Enter(territory);
        state.Arrive(territory);
    }

    private void Refuse(int n, int alternative, int policy)
    {
        int territory = AlternativeTable.Territory(alternative);
        state.Note(n, alternative, EventKind.Refused);
        state.Reach(policy, ActKind.Limit, n, alternative);
        state.Events.Refused++;
        for (int form = 0; form < AlternativeTable.Forms; form++)
        {
            Close((territory * AlternativeTable.Forms) + form);
        }
    }

    private void Close(int alternative)
    {
        state.Newcomers.Blocks.Close(alternative);
        state.Incumbents.Blocks.Close(alternative);
    }
}
