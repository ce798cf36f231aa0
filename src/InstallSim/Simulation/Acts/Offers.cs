using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>Offers: who is promised money comes, signs, is paid while staying, and pays back what was not served.</summary>
internal static class Offers
{
    /// <summary>
    /// Makes an offer stand, unless the budget holds not even one payment, or promises those who are there already money for staying.
    /// </summary>
    public static void Apply(RunState state, int policy, Offer act)
    {
        uint key = state.Scenario.Policies[policy].Key;
        double left = state.Ledger.Left(policy, state.Year, state.Year + act.Years - 1);
        bool canPay = act.KeurPerYear > 0 && (state.Ledger.RuleOf(policy) == BudgetRule.Proportional ? left > 0 : left >= act.KeurPerYear);
        var offer = new StandingOffer(policy, key, act);
        if (canPay && act.To.HasFlag(Recipients.Present))
        {
            PromisePresent(state, policy, offer);
        }
        else if (canPay)
        {
            state.Offers.Add(offer);
        }
    }

    /// <summary>Signs the contract of a claim that the ledger granted.</summary>
    public static void Sign(RunState state, in Claim claim, int alternative)
    {
        Offer act = claim.Offer.Act;
        state.Contracts.Add(new Contract(
            claim.Offer.Policy, claim.Physician, AlternativeTable.Territory(alternative), state.Year, claim.Until(state.Year),
            claim.KeurPerYear, state.Year + act.CommitmentYears - 1)
        {
            Form = act.Form,
        });
        state.Reach(claim.Offer.Policy, ActKind.Offer, claim.Physician, alternative);
    }

    /// <summary>Pays the year of every contract whose physician is still there; ends the others.</summary>
    public static void Pay(RunState state)
    {
        PayWhoStayed(state);
        PhysicianTable p = state.Physicians;
        state.Contracts.RemoveAll(c =>
        {
            bool stays = p.Territory[c.Physician] == c.Territory && p.Stage[c.Physician] == Stage.Installed
                && (c.Form is null || c.Form == p.Form[c.Physician]);
            if (!stays)
            {
                End(state, c);
            }
            else if (state.Year <= c.Until)
            {
                state.Ledger.Book(c.Policy, ActKind.Offer, state.Year, c.KeurPerYear);
            }

            return !stays || state.Year >= Math.Max(c.Until, c.CommittedUntil);
        });
    }

    /// <summary>
    /// What leaving the territory, or the form of practice that is paid, would cost physicians under a contract, by row: payments still
    /// to come, and money to pay back.
    /// </summary>
    /// <param name="state">The run.</param>
    /// <param name="isWanted">Of which physicians, by row.</param>
    public static Dictionary<int, Stake> Held(RunState state, Predicate<int> isWanted)
    {
        Annuity annuity = state.Prepared.Annuity;
        var held = new Dictionary<int, Stake>();
        foreach (Contract c in state.Contracts.Where(c => c.From < state.Year && isWanted(c.Physician)))
        {
            double toCome = c.Until >= state.Year ? annuity.Of(c.KeurPerYear, c.Until - state.Year + 1) : 0;
            held[c.Physician] = held.GetValueOrDefault(c.Physician) + Stake.Of(toCome + annuity.Of(c.Owed(state.Year), 1), c.Form);
        }

        return held;
    }

    private static void End(RunState state, Contract c)
    {
        state.Ledger.Release(c.Policy, c.KeurPerYear, state.Year, c.Until);
        bool breaks = state.Physicians.Stage[c.Physician] != Stage.Retired;
        if (breaks && c.CommittedUntil >= state.Year)
        {
            state.Ledger.Book(c.Policy, ActKind.Offer, state.Year, -c.Owed(state.Year));
        }
    }

    /// <summary>
    /// Promises money for staying to those who know of it and have no contract of the policy, in the order of the budget's rule while it
    /// lasts; a proportional budget cuts it for all. What is promised enters what staying is worth, and is booked for who stayed.
    /// </summary>
    private static void PromisePresent(RunState state, int policy, StandingOffer offer)
    {
        List<(double Need, double Rank, int Physician)> present = Present(state, policy, offer);
        double keur = offer.Act.KeurPerYear, left = state.Ledger.Left(policy, state.Year, state.Year);
        bool isCut = state.Ledger.RuleOf(policy) == BudgetRule.Proportional && present.Count * keur > left;
        keur = isCut ? left / present.Count : keur;
        foreach ((_, _, int n) in keur > 0 ? present : [])
        {
            if (state.Ledger.Grant(policy, keur, state.Year, state.Year))
            {
                state.PaidToStay[n] = state.PaidToStay.GetValueOrDefault(n) + Stake.Of(keur, offer.Act.Form);
                state.StayPromises.Add(new StayPromise(policy, n, state.Physicians.Territory[n], offer.Act.Form, keur));
            }
        }
    }

    /// <summary>Who would be paid for staying, in the order of the budget's rule; as long as nobody asks again.</summary>
    public static List<(double Need, double Rank, int Physician)> Present(RunState state, int policy, StandingOffer offer)
    {
        PhysicianTable p = state.Physicians;
        HashSet<int> under = [.. state.Contracts.Where(c => c.Policy == policy && c.Until >= state.Year).Select(c => c.Physician)];
        bool byNeed = state.Ledger.RuleOf(policy) == BudgetRule.ByNeed;
        List<(double Need, double Rank, int Physician)> present = state.Staying;
        present.Clear();
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed && offer.Act.Where[p.Territory[n]]
                && (offer.Act.Form is null || offer.Act.Form == p.Form[n]) && !under.Contains(n) && offer.IsKnownTo(state, n))
            {
                present.Add((byNeed ? state.Accessibility[p.Territory[n]] : 0, state.Lottery(n), n));
            }
        }

        present.Sort();
        return present;
    }

    private static void PayWhoStayed(RunState state)
    {
        PhysicianTable p = state.Physicians;
        foreach ((int policy, int n, int territory, PracticeForm? form, double keur) in state.StayPromises)
        {
            if (p.Stage[n] == Stage.Installed && p.Territory[n] == territory && (form is null || form == p.Form[n]))
            {
                state.Ledger.Book(policy, ActKind.Offer, state.Year, keur);
                state.Reach(policy, ActKind.Offer, n, state.PlaceOf(n));
            }
            else
            {
                state.Ledger.Release(policy, keur, state.Year, state.Year);
            }
        }
    }
}
