using InstallSim.Experiments;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Experiments;

/// <summary>Histories by hand: year 2026 and later, territories T000… of the made-up region, a grant whose acts are told.</summary>
public sealed class PairingTests
{
    private static readonly int Solo3 = AlternativeTable.Of(3, PracticeForm.Solo), Msp3 = AlternativeTable.Of(3, PracticeForm.Msp);
    private static readonly int Solo5 = AlternativeTable.Of(5, PracticeForm.Solo), Group6 = AlternativeTable.Of(6, PracticeForm.Group);

    [Test]
    public void Equal_histories_have_no_moves()
    {
        LifeEvent[] history = [At(1, 2025, Solo3), At(1, 2027, NoPlace.Retired), At(7, 2026, NoPlace.Locum)];
        Assert.That(Moves(history, history), Is.Empty);
        Assert.That(Moves([], []), Is.Empty);
    }

    [Test]
    public void A_physician_in_one_history_only_comes_from_or_goes_to_absent()
    {
        Assert.That(Moves([], [At(9, 2026, Solo3)], Aid(9, 2026, Solo3)),
            Is.EqualTo(new[] { Move(2026, 9, "absent", "", "T003", "solo", "grant") }));
        Assert.That(Moves([At(9, 2026, Solo3)], []), Is.EqualTo(new[] { Move(2026, 9, "T003", "solo", "absent", "", "") }));
    }

    [Test]
    public void Only_the_first_year_that_parts_counts()
    {
        LifeEvent[] before = [At(4, 2026, NoPlace.Locum), At(4, 2027, Solo5), At(4, 2029, Solo3)];
        LifeEvent[] after = [At(4, 2026, NoPlace.Locum), At(4, 2027, Solo3), At(4, 2029, Solo5)];
        Assert.That(Moves(before, after, Aid(4, 2027, Solo3)),
            Is.EqualTo(new[] { Move(2027, 4, "T005", "solo", "T003", "solo", "grant") }));
    }

    [Test]
    public void An_earlier_installation_parts_from_being_a_locum()
    {
        LifeEvent[] before = [At(4, 2026, NoPlace.Locum), At(4, 2028, Solo3)], after = [At(4, 2026, NoPlace.Locum), At(4, 2027, Solo3)];
        Assert.That(Moves(before, after, Aid(4, 2027, Solo3)), Is.EqualTo(new[] { Move(2027, 4, "locum", "", "T003", "solo", "grant") }));
    }

    [Test]
    public void What_is_reversed_within_a_year_is_no_move()
    {
        LifeEvent[] before = [At(4, 2025, Solo3)], after = [At(4, 2025, Solo3), At(4, 2027, Msp3), At(4, 2027, Solo3)];
        Assert.That(Moves(before, after), Is.Empty);
    }

    [Test]
    public void Founding_a_centre_is_a_change_of_form_in_the_same_territory_and_gains_nobody()
    {
        LifeEvent[] before = [At(4, 2025, Solo3)], after = [At(4, 2025, Solo3), At(4, 2027, Msp3)];
        (Move[] moves, AidCount aid) = Compare(before, after, Aid(4, 2027, Msp3, ActKind.Opening));
        Assert.That(moves, Is.EqualTo(new[] { Move(2027, 4, "T003", "solo", "T003", "msp", "grant") }));
        Assert.That((aid.Gained, aid.Displaced), Is.EqualTo((0, 0)));
    }

    [Test]
    public void Leaving_in_another_year_is_told_with_its_reason()
    {
        Assert.That(
            Moves([At(4, 2025, Solo5), At(4, 2027, NoPlace.Left)], [At(4, 2025, Solo5)]),
            Is.EqualTo(new[] { Move(2027, 4, "left", "", "T005", "solo", "") }));
    }

    [Test]
    public void Several_physicians_come_in_the_order_of_their_names()
    {
        uint[] names = [.. Moves([At(2, 2026, Solo5), At(8, 2026, Solo5)],
            [At(1, 2026, Solo5), At(2, 2026, Group6), At(4_000_000_000, 2026, Solo3)]).Select(m => m.Physician)];
        Assert.That(names, Is.EqualTo(new uint[] { 1, 2, 8, 4_000_000_000 }));
    }

    [Test]
    public void Gained_from_another_under_dense_territory_is_displaced()
    {
        // T003 and T005 are under-dense, T006 is not.
        (_, AidCount aid) = Compare(
            [At(1, 2026, Solo5), At(2, 2026, Group6), At(3, 2026, NoPlace.Salaried), At(4, 2026, Solo3)],
            [At(1, 2026, Solo3), At(2, 2026, Solo3), At(3, 2026, Solo3), At(4, 2026, Group6)]);
        Assert.That((aid.Gained, aid.Displaced), Is.EqualTo((3, 1)));
    }

    [Test]
    public void Aided_who_would_have_been_in_the_same_territory_that_year_are_deadweight()
    {
        LifeEvent[] before = [At(1, 2026, Solo3), At(2, 2026, NoPlace.Locum), At(2, 2027, Solo3), At(3, 2026, Solo5)];
        (_, AidCount aid) = Compare(before, before, Aid(1, 2026, Msp3), Aid(2, 2026, Solo3), Aid(3, 2026, Solo3), Aid(9, 2026, Solo3));
        Assert.That((aid.Aided, aid.Anyway), Is.EqualTo((4, 1)), "1 in another form; 2 only a year later; 3 elsewhere; 9 never");
    }

    [Test]
    public void What_is_in_force_in_the_baseline_too_aids_nobody_and_names_no_move()
    {
        LifeEvent[] before = [At(1, 2026, Solo5), At(4, 2026, Solo5)], after = [At(1, 2026, Solo5), At(4, 2026, Solo3)];
        ActRecord[] acts = [Aid(1, 2026, Solo5), Aid(4, 2026, Solo3)];
        var (moves, aid) = Compare(before, after, acts);
        Assert.That((aid.Aided, aid.Anyway, moves.Single().Policy), Is.EqualTo((2, 1, "grant")), "the scenario added it");
        (moves, aid) = CompareAdded([], before, after, acts);
        Assert.That((aid.Aided, aid.Anyway, moves.Single().Policy), Is.EqualTo((0, 0, "")));
    }

    [Test]
    public void Who_is_aided_counts_once_a_year_whatever_the_offers()
    {
        LifeEvent[] before = [At(1, 2025, Solo3), At(2, 2026, Solo5)];
        (_, AidCount aid) =
            Compare(before, before, Aid(1, 2026, Solo3), Aid(1, 2026, Msp3), Aid(1, 2027, Solo3), Aid(2, 2026, Solo3), Aid(2, 2026, Solo3));
        Assert.That((aid.Aided, aid.Anyway), Is.EqualTo((3, 2)), "1 in two years, 2 once");
        (_, aid) = Compare(before, before, Aid(2, 2026, Solo5), Aid(2, 2026, Solo3));
        Assert.That((aid.Aided, aid.Anyway), Is.EqualTo((1, 0)), "paid for staying, then for moving: the place of the year's end counts");
    }

    [Test]
    public void What_was_only_wanted_is_no_move([Values(EventKind.NoRoom, EventKind.Refused, EventKind.Unpaid)] EventKind kind)
    {
        LifeEvent[] before = [At(4, 2025, Solo5)];
        Assert.That(Moves(before, [.. before, new LifeEvent(4, 2027, Solo3, kind)]), Is.Empty);
    }

    [Test]
    public void A_policy_is_named_only_where_its_act_reached_the_physician_this_year_and_here()
    {
        LifeEvent[] before = [At(4, 2026, Solo5)], after = [At(4, 2026, Solo5), At(4, 2028, Solo3)];
        string PolicyOf(params ActRecord[] acts) => Moves(before, after, acts).Single().Policy;
        Assert.That(PolicyOf(Aid(4, 2028, Msp3)), Is.EqualTo("grant"), "in another form of the same territory");
        Assert.That(PolicyOf(Aid(4, 2028, Group6)), Is.Empty, "elsewhere");
        Assert.That(PolicyOf(Aid(4, 2027, Solo3)), Is.Empty, "in another year");
        Assert.That(PolicyOf(Aid(3, 2028, Solo3), Aid(5, 2028, Solo3)), Is.Empty, "another physician");
        Assert.That(PolicyOf(Aid(4, 2028, Group6, ActKind.Limit)), Is.EqualTo("grant"), "refused elsewhere, and so here");
        Assert.That(PolicyOf(Aid(4, 2026, NoPlace.Locum, ActKind.Training)), Is.EqualTo("grant"), "trained for life");
        Assert.That(PolicyOf(Aid(4, 2029, NoPlace.Locum, ActKind.Bond)), Is.Empty, "bound only afterwards");
    }

    private static LifeEvent At(uint physician, short year, int place) =>
        new(physician, year, place, place >= 0 ? EventKind.Installed : EventKind.OptedOut);

    private static ActRecord Aid(uint physician, short year, int place, ActKind kind = ActKind.Offer) =>
        new(0, kind, physician, year, place);

    private static Move[] Moves(LifeEvent[] before, LifeEvent[] after, params ActRecord[] acts) =>
        Compare(before, after, acts).Moves;

    private static Move Move(int year, uint physician, string from, string fromForm, string to, string toForm, string policy) =>
        new("policy", 5, year, physician, from, fromForm, to, toForm, policy);

    private static (Move[] Moves, AidCount Aid) Compare(LifeEvent[] before, LifeEvent[] after, params ActRecord[] acts) =>
        CompareAdded([0], before, after, acts);

    private static (Move[] Moves, AidCount Aid) CompareAdded(int[] added, LifeEvent[] before, LifeEvent[] after, ActRecord[] acts)
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario(new InstallationGrant
        {
            Type = "installation-grant",
            Name = "grant",
            From = 2026,
            AmountKeur = 50,
        }));
        (Parting[] moves, AidCount aid) = new Pairing(Record(before), Record(after, acts), added).Compare();
        return ([.. moves.Select(parting => MoveRows.Named(prepared, 5, parting))], aid);
    }

    private static RunRecord Record(LifeEvent[] history, params ActRecord[] acts)
    {
        var underDense = new bool[36];
        (underDense[3], underDense[5]) = (true, true);
        return new RunRecord
        {
            Values = [],
            Stock = [],
            Accessibility = [],
            Installations = [],
            Entries = [],
            Under40 = [],
            History = history,
            Reached = acts,
            Footprint = new PolicyFootprint(2025, 36, 1, new bool[8 * 36]),
            Costs = [],
            UnderDenseAtStart = underDense,
        };
    }
}
