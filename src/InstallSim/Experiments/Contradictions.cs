using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>
/// Policies that contradict each other. Refused in any scenario: a limit on entries in all places to which a bond binds, and fee cuts
/// that together take all of an income. Refused between parts of one package, which is one plan: fees cut and raised in one place, posts
/// closed where others open. Elsewhere the latter two are layers that a scenario adds to what is in force.
/// </summary>
/// <param name="source">The scenario.</param>
/// <param name="where">Territories that each policy concerns at the start, shape [K][I].</param>
/// <param name="territories">Its territories.</param>
/// <param name="errors">Receives what is refused.</param>
internal sealed class Contradictions(ScenarioSource source, bool[][] where, TerritoryTable territories, InputErrors errors)
{
    private readonly IReadOnlyList<Policy> _policies = source.Scenario.Policies;
    private readonly YearRange _years = source.Scenario.Years;

    /// <summary>Refuses all.</summary>
    public void Refuse()
    {
        for (int k = 0; k < _policies.Count; k++)
        {
            RefuseClosedBonds(k);
            RefuseCutsOfAllIncome(k);
            for (int other = 0; other < _policies.Count; other++)
            {
                bool areOnePlan = other != k && _policies[k].Package is { } name && name == _policies[other].Package;
                if (areOnePlan && FirstShared(k, other) is >= 0 and var shared)
                {
                    RefuseParts(k, other, shared);
                }
            }
        }
    }

    private void RefuseParts(int k, int other, int shared)
    {
        (Policy one, Policy two) = (_policies[k], _policies[other]);
        if (one.IncomeChange < 0 && two.IncomeChange > 0 && Years().Any(y => one.ActsIn(y) && two.ActsIn(y)))
        {
            errors.Add(source.Binder.PlaceOf(one, "type"),
                $"{one.Label} cuts fees that {two.Label} of the same package raises, such as in {Named(shared)}: leave one of them out, or "
                    + $"let the two 'where' concern different territories");
        }

        if (one.ClosesIn is { } closes && closes <= _years.Until && two.GetType() == one.GetType() && two.From >= one.From
            && two.From <= closes && !(two.ClosesIn <= closes))
        {
            errors.Add(source.Binder.PlaceOf(one, "until"),
                $"{one.Label} closes in {closes} what {two.Label} of the same package opens, such as in {Named(shared)}: let one of them "
                    + $"last longer instead");
        }
    }

    /// <summary>A limit on entries in all places to which a scholarship binds leaves its holders none.</summary>
    private void RefuseClosedBonds(int b)
    {
        for (int l = 0; l < _policies.Count && _policies[b].BindsForYears > 0; l++)
        {
            bool together = Years().Any(year => _policies[l].ActsIn(year)
                && Enumerable.Range(0, _policies[b].BindsForYears).Any(served => _policies[b].ActsIn(year - served)));
            int[] bound = [.. Enumerable.Range(0, territories.Count).Where(i => where[b][i])];
            if (_policies[l].LimitsEntries && together && bound.Length > 0 && bound.All(i => where[l][i]))
            {
                errors.Add(
                    source.Binder.PlaceOf(_policies[b], "where"),
                    $"{_policies[b].Label} binds physicians to places all of which {_policies[l].Label} closes, such as "
                        + $"{territories.Name[bound[0]]} "
                    + $"({territories.Code[bound[0]]}): let the two 'where' concern different territories");
            }
        }
    }

    /// <summary>The worst sum of cuts that one place may see, beginning with policy k and going on with later ones.</summary>
    private void RefuseCutsOfAllIncome(int k)
    {
        if (_policies[k].IncomeChange >= 0)
        {
            return;
        }

        int[] worst = Years().Where(_policies[k].ActsIn).Select(year => Worst([k], year)).MinBy(Sum) ?? [];
        if (worst.Length > 1 && Sum(worst) <= -1)
        {
            string others = string.Join(", ", worst.Skip(1).Select(j => _policies[j].Label));
            errors.Add(source.Binder.PlaceOf(_policies[k], "type"),
                $"{_policies[k].Label} and {others} together cut {-100 * Sum(worst):0.#} % of the income of who practises where they meet: "
                    + $"less than all must be left");
        }
    }

    /// <summary>Cuts that may all meet in one place in a year, with those given, whose sum is lowest.</summary>
    private int[] Worst(int[] cuts, int year)
    {
        int[] worst = cuts;
        for (int j = cuts[^1] + 1; j < _policies.Count; j++)
        {
            if (_policies[j].IncomeChange < 0 && _policies[j].ActsIn(year)
                && cuts.All(c => _policies[c].Where.CanMeet(_policies[j].Where)) && Worst([.. cuts, j], year) is var more
                && Sum(more) < Sum(worst))
            {
                worst = more;
            }
        }

        return worst;
    }

    private double Sum(int[] cuts) => cuts.Sum(c => _policies[c].IncomeChange);

    private int FirstShared(int one, int other) =>
        Enumerable.Range(0, territories.Count).FirstOrDefault(i => where[one][i] && where[other][i], -1);

    private IEnumerable<int> Years() => Enumerable.Range(_years.From, _years.Count);

    private string Named(int territory) => $"{territories.Name[territory]} ({territories.Code[territory]})";
}
