namespace InstallSim.Accessibility;

/// <summary>
/// Solves <see cref="RationalAgentAccess"/>: territory after territory, its people spread over the places within reach so that all whom
/// they use cost the same and no other costs less, given the others (the exact best answer, a step down of the convex potential
/// Σ_l D_l² / (2 ρ S_l) + Σ d·t / τ); until no one could save more than <see cref="Tolerance"/>. Each year starts from nothing, so that the
/// result depends on that year alone; the crowding D of an equilibrium is unique, so that it depends on no order.
/// </summary>
internal sealed class PreparedAgents : PreparedMetric
{
    /// <summary>What anyone could still save by going elsewhere, in units of the mean crowding.</summary>
    public const double Tolerance = 1e-7;

    private const int MostSweeps = 20_000;

    private readonly int[] _rowStart, _to, _place;
    private readonly double[] _travel, _people, _crowding, _gone, _demand, _base;
    private readonly double _allPeople;

    /// <summary>Prepares the solver.</summary>
    /// <param name="metric">Says what physicians offer in a year.</param>
    /// <param name="rowStart">Start of the row of each territory, shape [I + 1].</param>
    /// <param name="to">Territory reached, shape [entries].</param>
    /// <param name="travel">Cost of the way, t / τ, shape [entries].</param>
    /// <param name="people">Inhabitants, shape [I].</param>
    internal PreparedAgents(AccessibilityMetric metric, int[] rowStart, int[] to, double[] travel, double[] people)
        : base(metric, people.Length)
    {
        (_rowStart, _to, _travel, _people, _allPeople) = (rowStart, to, travel, people, people.Sum());
        (_crowding, _demand, _gone) = (new double[people.Length], new double[people.Length], new double[to.Length]);
        int longest = people.Length == 0 ? 0 : Enumerable.Range(0, people.Length).Max(i => rowStart[i + 1] - rowStart[i]);
        (_base, _place) = (new double[longest], new int[longest]);
    }

    public override void Compute(ReadOnlySpan<double> offer, Span<double> accessibility)
    {
        if (offer.Length != _people.Length || accessibility.Length != _people.Length)
        {
            throw new ArgumentException($"{offer.Length} offers and {accessibility.Length} values for {_people.Length} territories");
        }

        double supply = 0;
        foreach (double s in offer)
        {
            supply += s;
        }

        accessibility.Clear();
        if (supply <= 0 || _allPeople <= 0)
        {
            return;
        }

        double mean = _allPeople / supply;
        for (int l = 0; l < offer.Length; l++)
        {
            _crowding[l] = offer[l] > 0 ? 1 / (mean * offer[l]) : double.PositiveInfinity;
        }

        Array.Clear(_gone);
        double saved = double.PositiveInfinity;
        for (int sweep = 0; saved > Tolerance && sweep < MostSweeps; sweep++)
        {
            saved = Sweep();
        }

        for (int i = 0; i < accessibility.Length; i++)
        {
            double cost = Least(i);
            accessibility[i] = cost > 0 ? 100_000 / (mean * cost) : 0;
        }
    }

    /// <summary>Every territory answers the others once.</summary>
    /// <returns>The most that people of one could have saved just before.</returns>
    private double Sweep()
    {
        Array.Clear(_demand);
        for (int e = 0; e < _to.Length; e++)
        {
            _demand[_to[e]] += _gone[e];
        }

        double saved = 0;
        for (int i = 0; i < _people.Length; i++)
        {
            if (_people[i] > 0)
            {
                saved = Math.Max(saved, Answer(i));
            }
        }

        return saved;
    }

    /// <summary>Spreads the people of a territory: d_l = max(0, (λ − b_l) / a_l), b_l what place l costs without them, Σ d = P.</summary>
    private double Answer(int i)
    {
        double dearest = double.NegativeInfinity, cheapest = double.PositiveInfinity;
        int count = 0;
        for (int e = _rowStart[i]; e < _rowStart[i + 1]; e++)
        {
            int l = _to[e];
            if (double.IsInfinity(_crowding[l]))
            {
                continue;
            }

            double cost = (_crowding[l] * _demand[l]) + _travel[e];
            cheapest = Math.Min(cheapest, cost);
            dearest = _gone[e] > 0 ? Math.Max(dearest, cost) : dearest;
            _demand[l] -= _gone[e];
            (_base[count], _place[count]) = ((_crowding[l] * _demand[l]) + _travel[e], e);
            count++;
        }

        Spread(_people[i], _base.AsSpan(0, count), _place.AsSpan(0, count));
        return count == 0 ? 0 : double.IsNegativeInfinity(dearest) ? double.PositiveInfinity : dearest - cheapest;
    }

    private void Spread(double people, Span<double> costs, Span<int> entries)
    {
        costs.Sort(entries);
        double room = 0, filled = 0, level = double.PositiveInfinity;
        int used = 0;
        for (; used < costs.Length && costs[used] < level; used++)
        {
            double each = 1 / _crowding[_to[entries[used]]];
            room += each;
            filled += each * costs[used];
            level = (people + filled) / room;
        }

        for (int k = 0; k < costs.Length; k++)
        {
            int l = _to[entries[k]];
            _gone[entries[k]] = k < used ? Math.Max(0, (level - costs[k]) / _crowding[l]) : 0;
            _demand[l] += _gone[entries[k]];
        }
    }

    /// <summary>What the cheapest place within reach costs the people of a territory; +∞ without any.</summary>
    private double Least(int i)
    {
        double least = double.PositiveInfinity;
        for (int e = _rowStart[i]; e < _rowStart[i + 1]; e++)
        {
            int l = _to[e];
            least = double.IsInfinity(_crowding[l]) ? least : Math.Min(least, (_crowding[l] * _demand[l]) + _travel[e]);
        }

        return least;
    }
}
