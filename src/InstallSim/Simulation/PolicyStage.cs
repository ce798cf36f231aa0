using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Calls the hooks of the policies that act this year, in the order of the scenario.</summary>
internal static class PolicyStage
{
    /// <summary>Opens centres, then prepares what those who choose see: limits, consideration, extra income.</summary>
    public static void Apply(Study study, RunState state)
    {
        IReadOnlyList<Policy> policies = study.Scenario.Policies;
        Reset(study, state);
        for (int k = 0; k < policies.Count; k++)
        {
            Array.Clear(state.Where[k]);
            if (policies[k].IsActive(state.Year))
            {
                policies[k].Where.Mark(state.View(), state.Where[k]);
                int policy = k;
                policies[k].OpenCentres(state.View(), state.Where[k], opening => Practices.Open(state, opening, policy));
                policies[k].ChangeConsideration(state.View(), state.Where[k], state.Consideration);
                policies[k].LimitEntries(state.View(), state.Where[k], state.Departures, state.EntryLimit);
            }
        }

        for (int i = 0; i < state.Consideration.Length; i++)
        {
            state.Consideration[i] = Math.Clamp(state.Consideration[i], 0, 1);
        }

        Array.Clear(state.Departures);
        NoteFootprint(study, state);
    }

    /// <summary>What those who choose see without any policy.</summary>
    public static void Reset(Study study, RunState state)
    {
        Array.Fill(state.EntryLimit, int.MaxValue);
        Array.Fill(state.Consideration, study.Scenario.Preferences.Consideration);
    }

    private static void NoteFootprint(Study study, RunState state)
    {
        for (int k = 0; k < study.Scenario.Policies.Count; k++)
        {
            Span<bool> row = state.Footprint.Row(state.Year, k);
            if (study.Scenario.Policies[k].Reach == PolicyReach.Centres)
            {
                foreach (Centre centre in state.Centres)
                {
                    row[centre.Territory] |= centre.Policy == k;
                }
            }
            else
            {
                state.Where[k].CopyTo(row);
            }
        }
    }

    /// <summary>Fills the income that policies add for those who choose.</summary>
    public static void AddIncome(Study study, RunState state, Chooser chooser)
    {
        Array.Clear(state.ExtraIncome);
        for (int k = 0; k < study.Scenario.Policies.Count; k++)
        {
            if (study.Scenario.Policies[k].IsActive(state.Year))
            {
                study.Scenario.Policies[k].AddIncome(state.View(), state.Where[k], chooser, state.ExtraIncome);
            }
        }
    }

    /// <summary>Offers each physician who came into a territory the contracts of the policies that concern it.</summary>
    public static void Sign(Study study, RunState state, in Installation installation)
    {
        for (int k = 0; k < study.Scenario.Policies.Count && installation.IsEntry; k++)
        {
            Policy policy = study.Scenario.Policies[k];
            bool concerns = policy.IsActive(state.Year) && state.Where[k][AlternativeTable.Territory(installation.Alternative)];
            if (concerns && policy.Sign(state.Year, installation) is { } contract)
            {
                state.Contracts.Add((k, contract));
                state.Signatures.Add(new Signature(
                    k, state.Physicians.Name[installation.Physician], (short)state.Year, installation.Alternative));
            }
        }
    }

    /// <summary>Adds up what the policies cost this year: contracts of physicians who are still there, and running costs.</summary>
    public static void Pay(Study study, RunState state)
    {
        double cost = 0;
        PhysicianTable p = state.Physicians;
        state.Contracts.RemoveAll(c => c.Contract.Until < state.Year || p.Territory[c.Contract.Physician] != c.Contract.Territory);
        foreach ((_, Contract contract) in state.Contracts)
        {
            cost += contract.KeurPerYear;
        }

        for (int k = 0; k < study.Scenario.Policies.Count; k++)
        {
            int open = state.Centres.Count(c => c.Policy == k), opened = state.Centres.Count(c => c.Policy == k && c.OpenedIn == state.Year);
            cost += study.Scenario.Policies[k].RunningCost(state.View(), state.Where[k], new CentreCount(open, opened), state.Graduates);
        }

        state.Events.PolicyCost = cost;
        state.Events.CumulativeCost += cost;
    }
}
