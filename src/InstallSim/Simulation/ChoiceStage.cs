using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Choose and Install: each candidate wants the alternative of highest V + ε; where more want a place than there are places, the year's
/// lottery decides, and those who lose choose again among what is left, with the same error terms.
/// </summary>
internal sealed class ChoiceStage(RunState state)
{
    private const int ChunkSize = 256;

    private readonly List<int> _candidates = [];
    private readonly Allocation _allocation = new(state);
    private Dictionary<int, Stake> _held = [];
    private int[] _wanted = [];
    private readonly ConcurrentBag<Decider> _deciders = [];

    /// <summary>Gathers who chooses this year and what each wants most.</summary>
    public void Choose()
    {
        RenewSpells();
        Gather();
        state.Threads.Each(2, k => (k == 0 ? state.Newcomers : state.Incumbents).Prepare(state));
        _held = Offers.Held(state, Looks);
        if (_wanted.Length < state.Physicians.Count)
        {
            _wanted = new int[state.Physicians.Count * 5 / 4];
        }

        ChooseAll(_candidates);
        state.Likely?.Keep(state.Year, _wanted.AsSpan(0, state.Physicians.Count));
    }

    /// <summary>Before the start: lets locums choose, and forgets those who would take anything but another year as a locum.</summary>
    public void KeepLocums()
    {
        Choose();
        foreach (int n in _candidates)
        {
            if (state.Physicians.Stage[n] == Stage.Locum && _wanted[n] != state.Stock.Length + (int)OptOut.Locum)
            {
                state.Physicians.Stage[n] = Stage.Left;
            }
        }
    }

    /// <summary>Gives places; whoever is refused chooses again.</summary>
    public void Install()
    {
        List<int> pending = _candidates;
        while (pending.Count > 0)
        {
            pending = _allocation.Fill(pending, _wanted);
            ChooseAll(pending);
        }

        state.Events.Installations.Sort((a, b) => a.Physician.CompareTo(b.Physician));
        state.Limits.EndYear(state.Events.MovedAway, state.Year);
        for (int i = 0; i < state.Events.OpenSlots.Length; i++)
        {
            state.Events.OpenSlots[i] = state.Limits.SlotsIn(i);
        }
    }

    /// <summary>
    /// Tastes for places last for a spell, which ends with probability h each year: then all error terms of places are drawn anew. A locum
    /// chooses each year with the tastes of the spell; an incumbent looks again only when one begins, and no more once settled.
    /// </summary>
    private void RenewSpells()
    {
        double hazard = state.Scenario.Physicians.SpellHazard;
        PhysicianTable p = state.Physicians;
        bool incumbentsCount = state.Year > state.Scenario.Years.From;
        int bornAfter = BornAfter();
        state.Draws.Clear(p.Count);
        ReadOnlySpan<Stage> stages = p.Stage.AsSpan(0, p.Count);
        for (int n = 0; n < stages.Length; n++)
        {
            if (stages[n] == Stage.Locum && p.Spell[n] == 0)
            {
                p.Spell[n] = (short)state.Year;
            }
            else if (stages[n] == Stage.Locum || (incumbentsCount && stages[n] == Stage.Installed && p.BirthYear[n] > bornAfter))
            {
                state.Draws.Add(n, p.Name[n]);
            }
        }

        state.Draws.Draw(state.Key(DrawPurpose.Spell, state.Year, 0));
        for (int k = 0; k < state.Draws.Count; k++)
        {
            (int n, double ending, _) = state.Draws.Of(k);
            p.Spell[n] = ending < hazard ? (short)state.Year : p.Spell[n];
        }
    }

    private void Gather()
    {
        PhysicianTable p = state.Physicians;
        ReadOnlySpan<Stage> stages = p.Stage.AsSpan(0, p.Count);
        _candidates.Clear();
        for (int n = 0; n < stages.Length; n++)
        {
            if (stages[n] == Stage.Locum || (stages[n] == Stage.Installed && Looks(n)))
            {
                _candidates.Add(n);
            }
        }
    }

    /// <summary>Whether an installed physician looks elsewhere this year.</summary>
    private bool Looks(int n)
    {
        PhysicianTable p = state.Physicians;
        return p.Spell[n] == state.Year && p.Stage[n] == Stage.Installed && p.BirthYear[n] > BornAfter();
    }

    /// <summary>Year of birth after which physicians are not yet settled.</summary>
    private int BornAfter() => state.Year - state.Scenario.Physicians.SettledAge;

    private void ChooseAll(List<int> candidates)
    {
        int chunks = (candidates.Count + ChunkSize - 1) / ChunkSize;
        if (state.Threads.Count == 1 || chunks <= 1)
        {
            Decider decider = Take();
            decider.Choose(CollectionsMarshal.AsSpan(candidates), _wanted);
            _deciders.Add(decider);
            return;
        }

        Parallel.For(0, chunks, state.Threads.Options, Take, (c, _, decider) =>
        {
            int from = c * ChunkSize, count = Math.Min(ChunkSize, candidates.Count - from);
            decider.Choose(CollectionsMarshal.AsSpan(candidates).Slice(from, count), _wanted);
            return decider;
        }, _deciders.Add);
    }

    /// <summary>A decider that no other thread has, one of before where the year has as many columns.</summary>
    private Decider Take()
    {
        Decider decider = _deciders.TryTake(out Decider? kept) && kept.Fits ? kept : new Decider(state);
        (decider.Held, decider.Likely) = (_held, state.Likely?.Of(state.Year));
        return decider;
    }
}
