using System.Runtime.CompilerServices;
using InstallSim.Experiments;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Experiments;

public sealed class MoveRowsTests
{
    [Test]
    public void Rows_come_by_scenario_and_replication_named_whether_one_by_one_or_all()
    {
        int solo = AlternativeTable.Of(3, PracticeForm.Solo), msp = AlternativeTable.Of(5, PracticeForm.Msp);
        Parting one = new(7, NoPlace.Locum, solo, 2027, 0), two = new(8, solo, msp, 2028, -1);
        Parting three = new(9, msp, NoPlace.Absent, 2030, -1);
        MoveRows rows = Rows([[], [], []], [[one, two], [], [three]]);
        Move[] expected =
        [
            new("policy", 4, 2027, 7, "locum", "", "T003", "solo", "grant"),
            new("policy", 4, 2028, 8, "T003", "solo", "T005", "msp", ""),
            new("policy", 6, 2030, 9, "T005", "msp", "absent", "", ""),
        ];
        Assert.That(rows, Is.EqualTo(expected));
        Assert.That(Enumerable.Range(0, rows.Count).Select(k => rows[k]), Is.EqualTo(expected));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = rows[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = rows[-1]);
    }

    [Test]
    public void Nobody_who_moves_is_no_row() => Assert.That(Rows([[]], [[]]), Is.Empty);

    [Test]
    public void What_else_replications_hold_is_not_kept()
    {
        (MoveRows rows, WeakReference territories) = Some();
        GC.Collect();
        Assert.That(territories.IsAlive, Is.False);
        Assert.That(rows, Has.Count.EqualTo(1));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (MoveRows Rows, WeakReference Territories) Some()
        {
            var result = new ReplicationResult(
                0, [HandReplications.Result() with { Moves = new Partings(new Parting(7, NoPlace.Locum, NoPlace.Left, 2027, -1)) }]);
            var experiment = new Experiment("of one", [TestRegion.Prepare(TestRegion.Scenario())], true, 1, 1);
            return (new MoveRows(experiment, [result]), new WeakReference(result.Scenarios[0].ByTerritory));
        }
    }

    /// <summary>Moves by scenario, the baseline first, and by replication, which count from 4.</summary>
    private static MoveRows Rows(params Parting[][][] moves)
    {
        var grant = new InstallationGrant { Type = "installation-grant", Name = "grant", From = 2026, AmountKeur = 50 };
        PreparedScenario without = TestRegion.Prepare(TestRegion.Scenario()), with = TestRegion.Prepare(TestRegion.Scenario(grant));
        ReplicationResult[] results = [.. Enumerable.Range(0, moves[0].Length).Select(r => new ReplicationResult(
            4 + r, [.. moves.Select(of => HandReplications.Result() with { Moves = new Partings(of[r]) })]))];
        return new MoveRows(new Experiment("of two", [without, with], true, results.Length, 1), results);
    }
}
