using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Claims on offers in one round of the allocation. Whoever wants a place where an offer pays claims its money; the ledger is asked before
/// the place is given. First-come serves in the order of the lottery, by-need the territories of lowest accessibility first,
/// proportional cuts the offer for all who claim until the budget holds it.
/// </summary>
internal sealed class Claims(RunState state)
{
    // An offer cut below this part of its amount is worth nothing to anybody.
    private const double Least = 1e-3;

    private readonly Dictionary<int, List<Claim>> _granted = [];
    private bool _haveChanged;

    /// <summary>Asks the ledger for all claims of a round.</summary>
    /// <param name="queue">Who wants a place, in the order of the lottery.</param>
    /// <param name="wanted">What each wants.</param>
    /// <returns>Who is refused the money, and so chooses again.</returns>
    public HashSet<int> Decide(List<(double Rank, uint Name, int Physician)> queue, int[] wanted)
    {
        _granted.Clear();
        var refused = new HashSet<int>();
        if (state.Offers.Count == 0)
        {
            return refused;
        }

        List<Claim> claims = Gather(queue, wanted);
        Cut(claims, refused);
        bool byNeed = claims.Any(c => state.Ledger.RuleOf(c.Offer.Policy) == BudgetRule.ByNeed);
        IEnumerable<Claim> ordered = byNeed
            ? claims.OrderBy(c => state.Accessibility[AlternativeTable.Territory(wanted[c.Physician])])
            : claims;
        foreach (IGrouping<int, Claim> of in ordered.GroupBy(c => c.Physician).Where(g => !refused.Contains(g.Key)))
        {
            if (!GrantAll(of.Key, [.. of]))
            {
                refused.Add(of.Key);
            }
        }

        Reprice();
        return refused;
    }

    /// <summary>Signs the contracts of who got the place.</summary>
    public void Sign(int physician, int alternative)
    {
        foreach (Claim claim in _granted.GetValueOrDefault(physician) ?? [])
        {
            Offers.Sign(state, claim, alternative);
        }
    }

    /// <summary>Gives the money back of who did not get the place.</summary>
    public void GiveBack(int physician)
    {
        foreach (Claim claim in _granted.GetValueOrDefault(physician) ?? [])
        {
            state.Ledger.Release(claim.Offer.Policy, claim.KeurPerYear, state.Year, claim.Until(state.Year));
        }

        _granted.Remove(physician);
    }

    private List<Claim> Gather(List<(double Rank, uint Name, int Physician)> queue, int[] wanted)
    {
        PhysicianTable p = state.Physicians;
        var claims = new List<Claim>();
        foreach ((_, _, int n) in queue)
        {
            bool isFirst = p.Stage[n] != Stage.Installed;
            if (isFirst || p.Territory[n] != AlternativeTable.Territory(wanted[n]))
            {
                claims.AddRange(state.Offers.Where(o => o.Pays(state, n, wanted[n], isFirst)).Select(o => new Claim(n, o, o.KeurPerYear)));
            }
        }

        return claims;
    }

    /// <summary>Cuts the offers of proportional budgets that are asked for more than they hold; all who claimed choose again.</summary>
    private void Cut(List<Claim> claims, HashSet<int> refused)
    {
        foreach (var of in claims.Where(c => state.Ledger.RuleOf(c.Offer.Policy) == BudgetRule.Proportional)
            .GroupBy(c => state.Ledger.BudgetOf(c.Offer.Policy)))
        {
            double part = PartHeld([.. of]);
            if (part < 1)
            {
                refused.UnionWith(of.Select(c => c.Physician));
                foreach (StandingOffer offer in of.Select(c => c.Offer).Distinct())
                {
                    offer.Factor = offer.Factor * part < Least ? 0 : offer.Factor * part;
                }

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

    private bool GrantAll(int physician, List<Claim> claims)
    {
        for (int k = 0; k < claims.Count; k++)
        {
            (_, StandingOffer offer, double keur) = claims[k];
            if (offer.Factor == 0 || !state.Ledger.Grant(offer.Policy, keur, state.Year, claims[k].Until(state.Year)))
            {
                offer.Factor = 0;
                _haveChanged = true;
                _granted[physician] = claims[..k];
                GiveBack(physician);
                return false;
            }
        }

        _granted[physician] = claims;
        return true;
    }

    private void Reprice()
    {
        if (_haveChanged)
        {
            state.Newcomers.Reprice(state);
            state.Incumbents.Reprice(state);
            _haveChanged = false;
        }
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
