using System.Runtime.InteropServices;
using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Claims on offers in one round of the allocation. Whoever wants a place where an offer pays claims its money, and the ledger is asked
/// when the place can be had, before it is given. First-come serves in the order of the lottery, by-need the claimants of the lowest
/// accessibility first, proportional cuts the offer for all who claim until the budget holds it.
/// </summary>
internal sealed class Claims(RunState state)
{
    // An offer cut below this part of its amount is worth nothing to anybody.
    private const double Least = 1e-3;

    private static readonly List<Claim> None = [];

    private readonly Dictionary<int, List<Claim>> _claims = [];
    private bool _haveChanged;

    /// <summary>
    /// Gathers the claims of a round, cuts what proportional budgets do not hold, and puts claimants in the order of their budget.
    /// </summary>
    /// <param name="queue">Who wants a place, in the order of the lottery; claimants of by-need
    /// budgets change places among themselves.</param>
    /// <param name="wanted">What each wants.</param>
    public void Begin(List<(double Rank, uint Name, int Physician)> queue, int[] wanted)
    {
        _claims.Clear();
        if (state.Offers.Count == 0)
        {
            return;
        }

        foreach ((_, _, int n) in queue)
        {
            Add(n, wanted[n]);
        }

        if (state.Offers.Exists(o => state.Ledger.RuleOf(o.Policy) == BudgetRule.Proportional))
        {
            Cut(wanted);
        }

        if (state.Offers.Exists(o => state.Ledger.RuleOf(o.Policy) == BudgetRule.ByNeed))
        {
            Rank(queue, wanted);
        }
    }

    /// <summary>Asks the ledger for all that a physician claims; the place can be had.</summary>
    /// <returns>Whether all is granted; if not, what was refused is withdrawn, and the physician chooses again.</returns>
    public bool Grant(int physician, int alternative)
    {
        List<Claim> claims = Of(physician);
        for (int k = 0; k < claims.Count; k++)
        {
            (_, StandingOffer offer, double keur) = claims[k];
            bool stands = offer.KeurPerYear == keur;
            if (!stands || !state.Ledger.Grant(offer.Policy, keur, state.Year, claims[k].Until(state.Year)))
            {
                offer.Factor = stands ? 0 : offer.Factor;
                _haveChanged = true;
                claims[..k].ForEach(c => state.Ledger.Release(c.Offer.Policy, c.KeurPerYear, state.Year, c.Until(state.Year)));
                state.Reach(offer.Policy, ActKind.Offer, physician, alternative, isGranted: false);
                return false;
            }
        }

        return true;
    }

    /// <summary>Signs the contracts of who was granted the money and took the place.</summary>
    public void Sign(int physician, int alternative)
    {
        foreach (Claim claim in Of(physician))
        {
            Offers.Sign(state, claim, alternative);
        }
    }

    /// <summary>Ends the round: what was withdrawn or cut is no longer promised to those who choose again.</summary>
    public void End()
    {
        if (_haveChanged)
        {
            state.Newcomers.Reprice(state);
            state.Incumbents.Reprice(state);
            _haveChanged = false;
        }
    }

    private List<Claim> Of(int physician) => _claims.GetValueOrDefault(physician, None);

    private void Add(int n, int alternative)
    {
        PhysicianTable p = state.Physicians;
        if (p.Stage[n] == Stage.Installed && p.Territory[n] == AlternativeTable.Territory(alternative))
        {
            return;
        }

        Chooser chooser = state.ChooserOf(n);
        foreach (StandingOffer offer in state.Offers)
        {
            if (offer.Pays(state, n, alternative, chooser))
            {
                ref List<Claim>? claims = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, n, out _);
                (claims ??= new List<Claim>(1)).Add(new Claim(n, offer, offer.KeurPerYear));
            }
        }
    }

    /// <summary>Claimants of a by-need budget take one another's turns, the lowest accessibility first; nobody else's turn moves.</summary>
    private void Rank(List<(double Rank, uint Name, int Physician)> queue, int[] wanted)
    {
        var byBudget = queue.Index().Where(q => NeedBudget(q.Item.Physician) >= 0).GroupBy(q => NeedBudget(q.Item.Physician)).ToArray();
        foreach (var of in byBudget)
        {
            int[] turns = [.. of.Select(q => q.Index)];
            var ordered = of.Select(q => q.Item)
                .OrderBy(q => state.Accessibility[AlternativeTable.Territory(wanted[q.Physician])]).ToArray();
            for (int k = 0; k < turns.Length; k++)
            {
                queue[turns[k]] = ordered[k];
            }
        }
    }

    /// <summary>The by-need budget that a physician claims of; −1 for none.</summary>
    private int NeedBudget(int physician)
    {
        foreach (Claim claim in Of(physician))
        {
            if (state.Ledger.RuleOf(claim.Offer.Policy) == BudgetRule.ByNeed)
            {
                return state.Ledger.BudgetOf(claim.Offer.Policy);
            }
        }

        return -1;
    }

    /// <summary>
    /// Cuts the offers of proportional budgets that those who can have their place ask for more than they hold; all of them choose again.
    /// </summary>
    private void Cut(int[] wanted)
    {
        var claims = _claims.Values.SelectMany(c => c).Where(c => state.Ledger.RuleOf(c.Offer.Policy) == BudgetRule.Proportional
            && state.HasPlace(wanted[c.Physician]) && state.Limits.ClosedBy(AlternativeTable.Territory(wanted[c.Physician])) < 0);
        foreach (var of in claims.GroupBy(c => state.Ledger.BudgetOf(c.Offer.Policy)).ToArray())
        {
            double part = PartHeld([.. of]);
            foreach (StandingOffer offer in part < 1 ? of.Select(c => c.Offer).Distinct() : [])
            {
                offer.Factor = offer.Factor * part < Least ? 0 : offer.Factor * part;
                _haveChanged = true;
            }
        }
    }

    /// <summary>Part of what is claimed of a budget that it holds in every year.</summary>
    private double PartHeld(Claim[] claims)
    {
        double part = 1;
        for (int year = state.Year; year <= claims.Max(c => c.Until(state.Year)); year++)
        {
            double asked = claims.Where(c => year <= c.Until(state.Year)).Sum(c => c.KeurPerYear);
            double left = Math.Max(0, state.Ledger.Left(claims[0].Offer.Policy, year, year));
            part = asked > left + Ledger.Rounding ? Math.Min(part, left / asked) : part;
        }

        return part;
    }
}

/// <summary>Somebody wants a place where an offer pays.</summary>
/// <param name="Physician">Row of the physician.</param>
/// <param name="Offer">The offer.</param>
/// <param name="KeurPerYear">What it promised when the physician chose, k€/year.</param>
internal readonly record struct Claim(int Physician, StandingOffer Offer, double KeurPerYear)
{
    /// <summary>Last year paid when signed in a year.</summary>
    public int Until(int year) => year + Offer.Act.Years - 1;
}
