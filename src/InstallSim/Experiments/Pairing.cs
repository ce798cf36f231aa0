using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>What paired runs say of aid: of all who signed a contract, where each would have been without the scenario's policies.</summary>
/// <param name="Aided">Contracts signed.</param>
/// <param name="Anyway">Of them, physicians who were in the same territory in the baseline in that year.</param>
/// <param name="Gained">Physicians gained by territories under-dense at the start: first choices that part from the baseline.</param>
/// <param name="Displaced">Of them, those lost by another territory under-dense at the start.</param>
public readonly record struct AidCount(int Aided, int Anyway, int Gained, int Displaced);

/// <summary>
/// Reads two histories of the same replication side by side. Their error terms are the same, so a physician parts from the baseline only
/// where a utility, a place or a limit changed.
/// </summary>
internal sealed class Pairing(Study study, RunRecord baseline, RunRecord run, int replication)
{
    private readonly List<Move> _moves = [];
    private int _gained, _displaced;

    /// <summary>Who parts from the baseline, at the first year, and what aid changed.</summary>
    public (Move[] Moves, AidCount Aid) Compare()
    {
        int b = 0, r = 0;
        while (b < baseline.History.Length || r < run.History.Length)
        {
            uint name = Math.Min(NameAt(baseline.History, b), NameAt(run.History, r));
            ReadOnlySpan<LifeEvent> before = Of(baseline.History, name, ref b), after = Of(run.History, name, ref r);
            Part(name, before, after);
        }

        int anyway = run.Signatures.Count(s => SameTerritory(PlaceIn(baseline.History, s.Physician, s.Year), s.Place));
        return ([.. _moves], new AidCount(run.Signatures.Length, anyway, _gained, _displaced));
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
            for (; b < before.Length && before[b].Year == year; b++)
            {
                from = before[b].Place;
            }

            for (; r < after.Length && after[r].Year == year; r++)
            {
                to = after[r].Place;
            }

            if (from != to)
            {
                Note(name, year, from, to);
                return;
            }
        }
    }

    private void Note(uint name, int year, int from, int to)
    {
        _moves.Add(new Move(
            study.Scenario.Name, replication, year, name, CodeOf(from), FormOf(from), CodeOf(to), FormOf(to), PolicyOf(name, year, from, to)));
        if (to >= 0 && !SameTerritory(from, to) && run.UnderDenseAtStart[AlternativeTable.Territory(to)])
        {
            _gained++;
            _displaced += from >= 0 && run.UnderDenseAtStart[AlternativeTable.Territory(from)] ? 1 : 0;
        }
    }

    private string PolicyOf(uint name, int year, int from, int to)
    {
        IReadOnlyList<Policy> policies = study.Scenario.Policies;
        for (int k = 0; k < policies.Count; k++)
        {
            bool explains = policies[k].Reach switch
            {
                PolicyReach.Attracts => to >= 0 && run.Footprint.Reached(year, k, AlternativeTable.Territory(to)),
                PolicyReach.Repels => from >= 0 && run.Footprint.Reached(year, k, AlternativeTable.Territory(from)),
                PolicyReach.Centres => to >= 0 && AlternativeTable.Form(to) == PracticeForm.Msp
                    && run.Footprint.Reached(year, k, AlternativeTable.Territory(to)),
                _ => Array.BinarySearch(run.TrainedByPolicy, name) >= 0,
            };
            if (explains)
            {
                return policies[k].Label;
            }
        }

        return "";
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

        return low > 0 && history[low - 1].Physician == name ? history[low - 1].Place : NoPlace.Absent;
    }

    private static bool SameTerritory(int a, int b) => a >= 0 && b >= 0 && AlternativeTable.Territory(a) == AlternativeTable.Territory(b);

    private string CodeOf(int place) => place >= 0 ? study.Territories.Code[AlternativeTable.Territory(place)] : NoPlace.Name(place);

    private static string FormOf(int place) => place < 0 ? "" : AlternativeTable.Form(place) switch
    {
        PracticeForm.Solo => "solo",
        PracticeForm.Group => "group",
        PracticeForm.Msp => "msp",
        _ => "health-centre",
    };
}
