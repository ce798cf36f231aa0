using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>
/// What paired runs say of aid: of all whom offers of money reached, where each would have been without the scenario's policies. Money paid
/// back later takes nobody out: who was aided in a year was, and the ledger books what came back.
/// </summary>
/// <param name="Aided">
/// Physicians whom offers reached, each once a year, however many offers: by signing in the year of
/// coming, by being paid in each year of staying.
/// </param>
/// <param name="Anyway">Of them, physicians who were in the same territory in the baseline at the end of that year.</param>
/// <param name="Gained">Physicians gained by territories under-dense at the start: first choices that part from the baseline.</param>
/// <param name="Displaced">Of them, those lost by another territory under-dense at the start.</param>
public readonly record struct AidCount(int Aided, int Anyway, int Gained, int Displaced);

/// <summary>
/// Reads two histories of the same replication side by side. Their error terms are the same, so a physician parts from the baseline only
/// where a utility, a place or a limit changed.
/// </summary>
/// <param name="baseline">Run of the baseline.</param>
/// <param name="run">Run of the scenario.</param>
/// <param name="added">Policies that the baseline has not: what others reach is no effect of the scenario.</param>
internal sealed class Pairing(RunRecord baseline, RunRecord run, int[] added)
{
    private readonly List<Parting> _moves = [];
    private int _gained, _displaced;

    /// <summary>Who parts from the baseline, at the first year, and what aid changed.</summary>
    public (Parting[] Moves, AidCount Aid) Compare()
    {
        int b = 0, r = 0;
        while (b < baseline.History.Length || r < run.History.Length)
        {
            uint name = Math.Min(NameAt(baseline.History, b), NameAt(run.History, r));
            ReadOnlySpan<LifeEvent> before = Of(baseline.History, name, ref b), after = Of(run.History, name, ref r);
            Part(name, before, after);
        }

        ActRecord[] aided = [.. run.Reached.Where(a => a.Kind == ActKind.Offer && a.IsGranted && added.Contains(a.Policy))
            .GroupBy(a => (a.Physician, a.Year)).Select(g => g.Last())];
        int anyway = aided.Count(a => SameTerritory(PlaceIn(baseline.History, a.Physician, a.Year), a.Place));
        return ([.. _moves], new AidCount(aided.Length, anyway, _gained, _displaced));
    }

    private static uint NameAt(LifeEvent[] history, int k) => k < history.Length ? history[k].Physician : uint.MaxValue;

    private static ReadOnlySpan<LifeEvent> Of(LifeEvent[] history, uint name, ref int k)
    {
        int start = k;
        while (k < history.Length && history[k].Physician == name)
        {
            k++;
        }

        return history.AsSpan(start, k - start);
    }

    /// <summary>Finds the first year whose end finds the physician in two places.</summary>
    private void Part(uint name, ReadOnlySpan<LifeEvent> before, ReadOnlySpan<LifeEvent> after)
    {
        int b = 0, r = 0, from = NoPlace.Absent, to = NoPlace.Absent;
        while (b < before.Length || r < after.Length)
        {
            int year = Math.Min(b < before.Length ? before[b].Year : int.MaxValue, r < after.Length ? after[r].Year : int.MaxValue);
            from = LastOf(before, year, ref b, from);
            to = LastOf(after, year, ref r, to);
            if (from != to)
            {
                Note(name, year, from, to);
                return;
            }
        }
    }

    /// <summary>The place after the year's events; what was only wanted changes nothing.</summary>
    private static int LastOf(ReadOnlySpan<LifeEvent> history, int year, ref int k, int place)
    {
        for (; k < history.Length && history[k].Year == year; k++)
        {
            place = history[k].IsChange ? history[k].Place : place;
        }

        return place;
    }

    private void Note(uint name, int year, int from, int to)
    {
        _moves.Add(new Parting(name, from, to, (short)year, PolicyOf(name, year, to)));
        if (to >= 0 && !SameTerritory(from, to) && run.UnderDenseAtStart[AlternativeTable.Territory(to)])
        {
            _gained++;
            _displaced += from >= 0 && run.UnderDenseAtStart[AlternativeTable.Territory(from)] ? 1 : 0;
        }
    }

    /// <summary>
    /// The added policy whose act reached the physician: this year at the place taken or wanted, else before (training, a bond, admission).
    /// −1 where none did: then the move is a consequence of what policies did to others, who fill and leave places and change what
    /// these offer.
    /// </summary>
    private short PolicyOf(uint name, int year, int to)
    {
        ActRecord? found = null;
        for (int k = FirstOf(run.Reached, name);
            k < run.Reached.Length && run.Reached[k].Physician == name && run.Reached[k].Year <= year; k++)
        {
            ActRecord act = run.Reached[k];
            bool isHere = act.Year == year && (SameTerritory(act.Place, to) || act.Kind == ActKind.Limit || !act.IsGranted);
            bool isForLife = act.Kind is ActKind.Training or ActKind.Bond or ActKind.Cohort;
            found = added.Contains(act.Policy) && (isHere || (isForLife && found is null)) ? act : found;
        }

        return (short)(found?.Policy ?? -1);
    }

    private static int FirstOf(ActRecord[] acts, uint name)
    {
        int low = 0, high = acts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = acts[middle].Physician < name ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int PlaceIn(LifeEvent[] history, uint name, int year)
    {
        int low = 0, high = history.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool isUpTo = history[middle].Physician < name || (history[middle].Physician == name && history[middle].Year <= year);
            (low, high) = isUpTo ? (middle + 1, high) : (low, middle);
        }

        for (int k = low - 1; k >= 0 && history[k].Physician == name; k--)
        {
            if (history[k].IsChange)
            {
                return history[k].Place;
            }
        }

        return NoPlace.Absent;
    }

    private static bool SameTerritory(int a, int b) => a >= 0 && b >= 0 && AlternativeTable.Territory(a) == AlternativeTable.Territory(b);
}
