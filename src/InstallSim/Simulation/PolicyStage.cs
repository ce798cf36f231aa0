using InstallSim.Policies;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation;

/// <summary>Apply policies: asks each what it does this year, and gives its acts, once the ledger has granted them, their effect.</summary>
internal static class PolicyStage
{
    /// <summary>States and applies the acts of the year. Acts whose price is known now are granted before anybody chooses.</summary>
    public static void Apply(RunState state)
    {
        BeginYear(state);
        List<(int Policy, Act Act)> acts = State(state);
        Posts.CloseEnded(state, acts.Where(a => a.Act is OpenPosts).Select(a => a.Policy));
        state.Limits.BeginYear(state.Events.Departures);
        if (state.Scenario.Budgets.Count > 0)
        {
            state.Ledger.Share(Asked(state, acts), state.Year);
        }

        Give(state, acts);
        state.Ledger.EndShares();
        foreach ((int policy, Act act) in acts)
        {
            if (act is OpenSecondPlace second)
            {
                SecondPlaces.Apply(state, policy, second);
            }
        }

        NoteFootprint(state, acts);
    }

    /// <summary>
    /// What is in force in the year of the start adds to capacity and lends time there already, so that the first simulated year is no
    /// step. Nothing is paid before that year; a policy that a budget may hold back begins with it.
    /// </summary>
    public static void HelpAtStart(RunState state)
    {
        foreach ((int policy, Act act) in HelpOfStart(state))
        {
            if (act is AddCapacity capacity)
            {
                Capacities.Add(state, capacity, capacity.Where);
            }
            else if (act is LendTime lend)
            {
                state.Loans.AddRange(Lending.Loans(state, policy, lend).Select(l => l.Loan));
            }
        }
    }

    /// <summary>The acts that count in the year of the start already.</summary>
    public static IEnumerable<(int Policy, Act Act)> HelpOfStart(RunState state) =>
        State(state).Where(a => a.Act is AddCapacity or LendTime && state.Scenario.Policies[a.Policy].Budget is null);

    private static void Give(RunState state, List<(int Policy, Act Act)> acts)
    {
        (int Policy, Train Act)[] trainings = [.. acts.Where(a => a.Act is Train).Select(a => (a.Policy, (Train)a.Act))];
        var before = new HashSet<Act?>(acts.Select(a => a.Act).OfType<Inform>().Select(a => a.Beside), ReferenceEqualityComparer.Instance);
        double[] market = [.. state.Income];
        foreach ((int policy, Act act) in acts.OrderBy(a => TurnOf(a.Act, before)))
        {
            switch (act)
            {
                // All trainings take the turn of the first, for each trains whom no smaller share trained.
                case Train train when train == trainings[0].Act: Trainings.Apply(state, trainings); break;
                case Opening opening: Openings.Apply(state, policy, opening); break;
                case Consider consider: Considerations.Apply(state, policy, consider); break;
                case AddCapacity capacity: Capacities.Apply(state, policy, capacity); break;
                case Limit limit: state.Limits.Apply(state, policy, limit); break;
                case Quota quota: state.Limits.Apply(policy, quota); break;
                case Bind bind: Bonds.Apply(state, policy, bind); break;
                case Offer offer: Offers.Apply(state, policy, offer); break;
                case Improve improve: Improvements.Apply(state, policy, improve); break;
                case ChangeFees fees: Improvements.Apply(state, policy, fees, market); break;
                case Retain retain: Retentions.Apply(state, policy, retain); break;
                case LendTime lend: Lending.Apply(state, policy, lend); break;
                case OpenPosts posts: Posts.Apply(state, policy, posts); break;
                case Enter enter: Entrants.Apply(state, policy, enter); break;
                case Inform inform: Considerations.Apply(state, policy, inform); break;
                case AdmitFrom admit: Entrants.Apply(state, policy, admit); break;
                case TrainAt train: Entrants.Apply(state, policy, train); break;
                case Return back: Returns.Apply(state, policy, back); break;
            }
        }
    }

    /// <summary>
    /// Who graduates and what they know comes before what is done for them, and scholarships before what binds all others; who comes from
    /// abroad is no graduate. The rest has the turns of the policies' lottery.
    /// </summary>
    private static int TurnOf(Act act, HashSet<Act?> beforeInform) => act switch
    {
        Enter enter => enter.FromOutside ? 7 : 0,
        AdmitFrom => 1,
        TrainAt => 2,
        _ when beforeInform.Contains(act) => 3,
        Inform => 4,
        Bind { IsForAll: true } => 6,
        _ => 5,
    };

    /// <summary>What each policy would spend this year on acts whose price is known before anybody chooses, k€.</summary>
    private static double[] Asked(RunState state, List<(int Policy, Act Act)> acts)
    {
        var asked = new double[state.Scenario.Policies.Count];
        int graduates = state.Physicians.Count - state.Events.FirstGraduate;
        foreach ((int policy, Act act) in acts)
        {
            asked[policy] += act switch
            {
                Opening a => Math.Min(state.Waiting.GetValueOrDefault(policy) + a.Announced, Openings.Candidates(state, policy, a).Count)
                    * (a.OpeningKeur + a.RunningKeurPerYear),
                Offer a when a.To.HasFlag(Recipients.Present) =>
                    Offers.Present(state, policy, new StandingOffer(policy, state.Scenario.Policies[policy].Key, a)).Count * a.KeurPerYear,
                Consider a => a.Where.Count(w => w) * a.KeurPerTerritory,
                OpenPosts a => Posts.Missing(state, policy, a) * a.KeurEach,
                LendTime a => Lending.Loans(state, policy, a).Sum(loan => loan.Keur),
                Inform a => a.Keur,
                Enter a => a.Count * a.KeurEach,
                AdmitFrom a => a.Share * graduates * a.KeurEach,
                TrainAt a => a.ShareOf(graduates) * graduates * a.KeurEach,
                Return a => a.Share * Returns.Who(state, a).Count() * a.KeurEach,
                Train a => Math.Max(0, a.Share - (a.Willing is null ? state.Scenario.Physicians.RuralTrainingShare : 0)) * graduates
                    * a.KeurPerIntern,
                Bind a => Math.Min(a.Holders, graduates) * a.KeurPerHolder,
                _ => Coverage.Price(state, act)?.Where((_, i) => act.Where[i]).Sum() ?? 0,
            };
        }

        return asked;
    }

    /// <summary>What those who choose see without any policy.</summary>
    public static void BeginYear(RunState state)
    {
        state.Offers.Clear();
        state.Known.Clear();
        state.PaidToStay.Clear();
        state.StayPromises.Clear();
        Array.Fill(state.Consideration, state.Scenario.Preferences.Consideration);
        Array.Fill(state.CapacityFactor, 1);
        Array.Clear(state.ExtraFte);
        state.Improvements.Clear();
        state.Covers.Clear();
        state.FeeChanges.Clear();
        state.Retained.Clear();
        state.PaidWhere.Clear();
        state.Loans.Clear();
        state.FurtherRanks.Clear();
        state.AwarenessTimes = 1;
    }

    /// <summary>Books what the policies cost this year beside what was booked when it was granted.</summary>
    public static void Pay(RunState state)
    {
        Offers.Pay(state);
        Openings.Pay(state);
        Posts.Pay(state);
        Improvements.PayFees(state);
        Coverage.Reach(state);
        state.Events.PolicyCost = state.Ledger.CostOf(state.Year);
        state.Events.BudgetRefusals = state.Ledger.RefusalsIn(state.Year);
        state.Events.CumulativeCost += state.Events.PolicyCost;
    }

    /// <summary>The acts of all policies, in an order that is not that of the file: by the policies' lottery of the year.</summary>
    private static List<(int Policy, Act Act)> State(RunState state)
    {
        var acts = new List<(int, Act)>();
        var stated = new List<Act>();
        int[] order = [.. PolicyOrder.OfYear(state)];
        foreach (int k in order)
        {
            Array.Clear(state.Where[k]);
            if (state.Scenario.Policies[k].ActsIn(state.Year))
            {
                state.Scenario.Policies[k].Where.Mark(state.View(), state.Where[k]);
            }
        }

        if (state.Year > state.Scenario.Years.From)
        {
            Coordination.Pay(state, order);
        }

        foreach (int k in order)
        {
            Policy policy = state.Scenario.Policies[k];
            stated.Clear();
            if (policy.ActsIn(state.Year))
            {
                policy.Act(state.View(), [.. state.Where[k]], stated);
            }

            acts.AddRange(stated.Select(act => (k, act)));
        }

        return acts;
    }

    /// <summary>Who is trained or enters is so for no territory, and centres cover where they open, not where they might.</summary>
    private static void NoteFootprint(RunState state, List<(int Policy, Act Act)> acts)
    {
        foreach (int k in acts.Select(a => a.Policy).Distinct())
        {
            Span<bool> row = state.Footprint.Row(state.Year, k);
            if (acts.Any(a => a.Policy == k && a.Act is not (Opening or OpenPosts or Train or InstallSim.Policies.Enter or Return)))
            {
                state.Where[k].CopyTo(row);
            }

            Openings.MarkFootprint(state, k, row);
            Posts.MarkFootprint(state, k, row);
        }
    }
}
