using InstallSim.Accessibility;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

/// <summary>A run of the made-up region whose state can be looked at between the stages of a year.</summary>
internal sealed class HandRun
{
    private readonly PreparedMetric _metric;
    private readonly ChoiceStage _choices;

    public HandRun(Scenario scenario, int replication = 0, TerritoryTable? territories = null)
    {
        Prepared = TestRegion.Prepare(scenario, territories);
        State = new RunState(Prepared, replication) { Year = scenario.Years.From };
        _metric = scenario.Accessibility.Prepare(Prepared.Territories, Prepared.TravelTimes);
        _choices = new ChoiceStage(State);
        InitialStock.Make(Prepared, State);
        Measure();
        Zoning.Revise(Prepared, State);
        Market.Update(State);
        PolicyStage.BeginYear(State);
        State.Newcomers.Prepare(State);
        State.Participation = new ParticipationSolver(State, ParticipationSolver.Sample(Prepared)).Solve();
        for (int year = scenario.Years.From - scenario.Physicians.WarmUpYears + 1; year <= scenario.Years.From; year++)
        {
            State.Year = year;
            Graduates.EnterBeforeStart(Prepared, State);
            _choices.KeepLocums();
        }
    }

    public PreparedScenario Prepared { get; }

    public RunState State { get; }

    /// <summary>The year until its policies have stated their acts.</summary>
    public void BeginYear()
    {
        State.Year++;
        State.Events.Clear();
        Market.FadeLists(State);
        Exits.Take(Prepared, State);
        Graduates.Enter(Prepared, State);
        Measure();
        Zoning.Revise(Prepared, State);
        Market.Update(State);
        PolicyStage.Apply(State);
    }

    /// <summary>The choices and the end of the year.</summary>
    public void EndYear()
    {
        _choices.Choose();
        _choices.Install();
        PracticeStage.FeedBack(State);
        Measure();
        PolicyStage.Pay(State);
    }

    /// <summary>A whole year.</summary>
    public void Step()
    {
        BeginYear();
        EndYear();
    }

    /// <summary>
    /// The choices of the year, round by round, instead of <see cref="EndYear"/>: before each allocation all who want a place are told.
    /// </summary>
    public void ChooseInRounds(Action<int, int> wants, Action<int, int> got)
    {
        _choices.Choose();
        PhysicianTable p = State.Physicians;
        List<int> pending = [.. Enumerable.Range(0, p.Count).Where(n => p.Stage[n] == Stage.Locum
            || (p.Stage[n] == Stage.Installed && p.Spell[n] == State.Year
                && State.Year - p.BirthYear[n] < Prepared.Scenario.Physicians.SettledAge))];
        Dictionary<int, Stake> held = Offers.Held(State, _ => true);
        var allocation = new Allocation(State);
        int[] wanted = new int[p.Count];
        while (pending.Count > 0)
        {
            var decider = new Decider(State) { Held = held };
            pending.ForEach(n => wanted[n] = decider.Choose(n));
            List<int> serious = [.. pending.Where(n => wanted[n] >= 0 && wanted[n] < State.Stock.Length)];
            serious.ForEach(n => wants(n, wanted[n]));
            List<int> losers = allocation.Fill(pending, wanted);
            serious.Except(losers).ToList().ForEach(n => got(n, wanted[n]));
            pending = losers;
        }
    }

    /// <summary>What offers promise a physician at an alternative, as a yearly income over the horizon, k€/year.</summary>
    public double Promised(int physician, int alternative)
    {
        PhysicianTable p = State.Physicians;
        Prospects prospects = p.Stage[physician] == Stage.Locum ? State.Newcomers : State.Incumbents;
        double[] territory = new double[prospects.Blocks.GroupColumns], form = new double[prospects.Blocks.FormColumns];
        Prepared.Utility.Coefficients(p, physician, State.Key(DrawPurpose.Taste, 0, p.Name[physician]), territory, form, []);
        prospects.OfferCoefficients(State, physician, territory, form);
        return prospects.OfferUtility(alternative, territory, form) / territory[SystematicUtility.IncomeColumn];
    }

    /// <summary>What the contracts that a physician signed this year pay, as a yearly income over the horizon, k€/year.</summary>
    public double Signed(int physician) => State.Contracts.Where(c => c.Physician == physician && c.From == State.Year)
        .Sum(c => Prepared.Annuity.Of(c.KeurPerYear, c.Until - c.From + 1));

    private void Measure()
    {
        double[] fte = State.Physicians.Fte;
        Supply.Measure(State.View(), n => fte[n], 1, State.Supply);
        _metric.Compute(State.View(), State.Accessibility);
    }
}
