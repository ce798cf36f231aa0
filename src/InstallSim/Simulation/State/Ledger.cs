using InstallSim.Policies;
using InstallSim.Scenarios;

namespace InstallSim.Simulation.State;

/// <summary>What an act of a policy cost in a year.</summary>
/// <param name="Policy">Index of the policy in the scenario.</param>
/// <param name="Kind">Kind of act.</param>
/// <param name="Year">Year.</param>
/// <param name="Keur">Cost, k€; below 0 where money came back.</param>
public readonly record struct LedgerEntry(int Policy, ActKind Kind, short Year, double Keur);

/// <summary>
/// Prices every act before its effect: it is asked, it commits the money for all years that the act binds, and it alone says what policies
/// cost. A policy that names a budget is refused what would exceed the budget in any of those years.
/// </summary>
internal sealed class Ledger
{
    /// <summary>Sums of money round: a millionth of a k€ is a tenth of a cent, and no reason to refuse.</summary>
    public const double Rounding = 1e-6;

    private readonly Scenario _scenario;
    private readonly int[] _budgetOf, _inOrder;
    private readonly Budget[] _budgets;
    private readonly double[][] _committed;
    private readonly double[,,] _booked;
    private readonly double[] _allowance;
    private readonly int[] _refusals;
    private readonly int _kinds = Enum.GetValues<ActKind>().Length;

    /// <summary>Opens the books of a run.</summary>
    /// <param name="scenario">The scenario.</param>
    public Ledger(Scenario scenario)
    {
        _inOrder = PolicyOrder.Of(scenario);
        _scenario = scenario;
        string[] names = [.. scenario.Budgets.Keys];
        _budgets = [.. scenario.Budgets.Values];
        _budgetOf = [.. scenario.Policies.Select(p => p.Budget is null ? -1 : Array.IndexOf(names, p.Budget))];
        _committed = [.. names.Select(_ => new double[scenario.Years.Count])];
        _booked = new double[scenario.Policies.Count, _kinds, scenario.Years.Count];
        _allowance = new double[scenario.Policies.Count];
        _refusals = new int[scenario.Years.Count];
        EndShares();
    }

    /// <summary>The policies in an order of their own (<see cref="PolicyOrder.Of"/>).</summary>
    public IReadOnlyList<int> InOrder => _inOrder;

    /// <summary>Index of the budget that a policy spends; −1 for none.</summary>
    public int BudgetOf(int policy) => _budgetOf[policy];

    /// <summary>Who is served first where a policy's budget is too small; first-come where it has none.</summary>
    public BudgetRule RuleOf(int policy) => _budgetOf[policy] < 0 ? BudgetRule.FirstCome : _budgets[_budgetOf[policy]].Rule;

    /// <summary>What a policy may still spend in each of some years, at least, k€; infinite without a budget.</summary>
    public double Left(int policy, int from, int until)
    {
        double left = _allowance[policy];
        for (int year = from; _budgetOf[policy] >= 0 && year <= Last(until); year++)
        {
            left = Math.Min(left, _budgets[_budgetOf[policy]].KeurPerYear - _committed[_budgetOf[policy]][Index(year)]);
        }

        return left;
    }

    /// <summary>
    /// Before the acts of a year whose price is known: gives each policy of a proportional budget its part, what it asks × what the budget
    /// holds / what all ask, until <see cref="EndShares"/>.
    /// </summary>
    /// <param name="asked">k€ that each policy would spend this year, by policy.</param>
    /// <param name="year">The year.</param>
    public void Share(double[] asked, int year)
    {
        for (int b = 0; b < _budgets.Length; b++)
        {
            int[] of = [.. _inOrder.Where(k => _budgetOf[k] == b)];
            double all = of.Sum(k => asked[k]), left = of.Length > 0 ? Math.Max(0, Left(of[0], year, year)) : 0;
            foreach (int k in _budgets[b].Rule == BudgetRule.Proportional && all > left ? of : [])
            {
                _allowance[k] = left * asked[k] / all;
            }
        }
    }

    /// <summary>Ends the parts that <see cref="Share"/> gave.</summary>
    public void EndShares() => Array.Fill(_allowance, double.PositiveInfinity);

    /// <summary>Commits money if the budget holds it in every year.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="keurPerYear">Money of each year, k€.</param>
    /// <param name="from">First year.</param>
    /// <param name="until">Last year; years beyond the run are not looked at.</param>
    /// <returns>Whether it is granted; without a budget it always is.</returns>
    public bool Grant(int policy, double keurPerYear, int from, int until)
    {
        if (keurPerYear > Left(policy, from, until) + Rounding)
        {
            _refusals[Index(from)] += _budgets[_budgetOf[policy]].KeurPerYear > 0 ? 1 : 0;
            return false;
        }

        _allowance[policy] -= keurPerYear;
        Commit(policy, keurPerYear, from, until);
        return true;
    }

    /// <summary>Gives committed money back to the budget.</summary>
    public void Release(int policy, double keurPerYear, int from, int until)
    {
        _allowance[policy] += from <= _scenario.Years.Until && until >= from ? keurPerYear : 0;
        Commit(policy, -keurPerYear, from, until);
    }

    /// <summary>Books what an act costs in a year.</summary>
    public void Book(int policy, ActKind kind, int year, double keur) => _booked[policy, (int)kind, Index(year)] += keur;

    /// <summary>Payments that budgets refused in a year; a budget of nothing refuses nobody, for nothing is promised.</summary>
    public int RefusalsIn(int year) => _refusals[Index(year)];

    /// <summary>Cost of all policies in a year, k€.</summary>
    public double CostOf(int year)
    {
        double cost = 0;
        foreach (int k in _inOrder)
        {
            for (int kind = 0; kind < _kinds; kind++)
            {
                cost += _booked[k, kind, Index(year)];
            }
        }

        return cost;
    }

    /// <summary>All that was booked, by policy, act and year.</summary>
    public LedgerEntry[] Entries()
    {
        var entries = new List<LedgerEntry>();
        for (int k = 0; k < _budgetOf.Length; k++)
        {
            for (int kind = 0; kind < _kinds; kind++)
            {
                for (int y = 0; y < _scenario.Years.Count; y++)
                {
                    if (_booked[k, kind, y] != 0)
                    {
                        entries.Add(new LedgerEntry(k, (ActKind)kind, (short)(_scenario.Years.From + y), _booked[k, kind, y]));
                    }
                }
            }
        }

        return [.. entries];
    }

    private void Commit(int policy, double keurPerYear, int from, int until)
    {
        for (int year = from; _budgetOf[policy] >= 0 && year <= Last(until); year++)
        {
            _committed[_budgetOf[policy]][Index(year)] += keurPerYear;
        }
    }

    private int Last(int year) => Math.Min(year, _scenario.Years.Until);

    private int Index(int year) => year - _scenario.Years.From;
}
