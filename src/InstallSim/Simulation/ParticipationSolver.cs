using InstallSim.Choice.Kernels;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Solves the constants δ of <see cref="Participation"/> at the start, before any policy: over a sample of graduates, the same in every
/// replication, followed through the years that fill the pool of locums (<see cref="LocumPool"/>), the shares of staying, salaried jobs and
/// other regions are those of the settings. Places that are few are rationed: form f of territory i counts r·e^(V/τ), r ≤ 1 such that no
/// more want it than there are places.
/// </summary>
internal sealed class ParticipationSolver
{
    private const int SampleSize = 400, Rounds = 400, RationingRounds = 20;
    private const double Precise = 1e-10, Settled = 1e-3;

    // Constants beyond which nobody who has a place to take takes anything else, utils; e^δ is a number as long as it is not far beyond.
    private const double Most = 300;

    private readonly RunState _state;
    private readonly PhysicianTable _sample;
    private readonly PlaceOdds[] _odds;
    private readonly double[] _scale, _inclusive, _ration, _place, _nest;
    private readonly (double Ration, double Wanted)[] _before;
    private readonly double _tau;
    private readonly LocumPool _pool;
    private readonly int _territories;

    /// <summary>Prepares the solver on the market of the start.</summary>
    /// <param name="state">A run at its start, its newcomers' prospects prepared without policies.</param>
    /// <param name="sample">Graduates, all locums.</param>
    public ParticipationSolver(RunState state, PhysicianTable sample)
    {
        (_state, _sample, _tau) = (state, sample, state.Scenario.Preferences.FormScale);
        _territories = state.Vacancies.Length;
        _pool = new LocumPool(state.Scenario.Physicians);
        _odds = new PlaceOdds[sample.Count];
        _nest = new double[_territories];
        _scale = new double[sample.Count];
        _inclusive = new double[sample.Count];
        _place = new double[sample.Count];
        _ration = new double[state.Stock.Length];
        _before = new (double, double)[state.Stock.Length];
        Array.Fill(_ration, 1);
    }

    /// <summary>Graduates to solve for: who they are follows from their names in replication 0.</summary>
    public static PhysicianTable Sample(PreparedScenario prepared)
    {
        var state = new RunState(prepared, 0) { Year = prepared.Scenario.Years.From };
        for (int k = 0; k < SampleSize; k++)
        {
            State.Graduates.Add(prepared, state, State.Graduates.SampleCohort, k);
        }

        return state.Physicians;
    }

    /// <summary>The constants.</summary>
    public Participation Solve()
    {
        Parallel.For(0, _sample.Count, _state.Threads.Options, () => (Decider: new Decider(_state, _sample), V: new double[_ration.Length]),
            (n, _, room) =>
            {
                (_odds[n], _scale[n]) = Weigh(room.Decider, n, room.V);
                return room;
            }, _ => { });
        Participation p = OfMeanMarket(_state.Scenario.Physicians);
        for (int round = 0; round < RationingRounds; round++)
        {
            Include();
            p = Anchor(p with { MeanInclusive = _inclusive.Where(double.IsFinite).DefaultIfEmpty(0).Average() });
            if (!Ration())
            {
                break;
            }
        }

        return p;
    }

    /// <summary>The constants of a market in which all find places as good.</summary>
    public static Participation OfMeanMarket(PhysicianSettings settings)
    {
        double leave = settings.LeavingLocumShare, salaried = settings.SalariedShare;
        (double here, double outside) = (settings.ElsewhereShareBornHere, settings.ElsewhereShareBornOutside);
        double stays = 1 - leave, place = leave * (1 - here) * (1 - salaried);
        return new Participation(
            settings.ParticipationElasticity, 0, Ln(stays / place), Ln(salaried / (1 - salaried)),
            Odds(here, salaried), Odds(outside, salaried));
    }

    /// <summary>δ of another region beside a place, in a market where all places are as good: e / ((1 − e)·(1 − s)).</summary>
    private static double Odds(double share, double salaried) =>
        share == 0 ? double.NegativeInfinity : Ln(share / ((1 - share) * (1 - salaried)));

    private static double Ln(double x) => Elementary.Log(x);

    /// <summary>e^((V − c) / τ) where there is any: places considered, with a form open; and c, the largest V.</summary>
    private (PlaceOdds Odds, double Scale) Weigh(Decider decider, int n, double[] v)
    {
        double highest = decider.FillSystematic(n, v);
        for (int j = 0; j < v.Length; j++)
        {
            v[j] = (v[j] - highest) / _tau;
        }

        Elementary.Exp(v, v);
        return (PlaceOdds.Of(v, _territories), highest);
    }

    /// <summary>
    /// I_n = c + ln Σ_i N_i^τ, N_i = Σ_f r·e^((V − c) / τ) the nest of territory i; keeps N^(τ − 1), what a form's share rests on.
    /// </summary>
    private void Include()
    {
        for (int n = 0; n < _sample.Count; n++)
        {
            (int[] where, double[] weights, double[] shares) = _odds[n];
            Span<double> nest = _nest.AsSpan(0, where.Length);
            nest.Clear();
            for (int f = 0; f < AlternativeTable.Forms; f++)
            {
                for (int k = 0; k < where.Length; k++)
                {
                    nest[k] = Math.FusedMultiplyAdd(weights[(f * where.Length) + k], _ration[(f * _territories) + where[k]], nest[k]);
                }
            }

            Elementary.Log(nest, shares);
            for (int k = 0; k < shares.Length; k++)
            {
                shares[k] *= _tau;
            }

            Elementary.Exp(shares, shares);
            double sum = 0;
            for (int k = 0; k < shares.Length; k++)
            {
                sum += shares[k];
                shares[k] = nest[k] > 0 ? shares[k] / nest[k] : 0;
            }

            _inclusive[n] = sum > 0 ? _scale[n] + Elementary.Log(sum) : double.NegativeInfinity;
        }
    }

    /// <summary>
    /// Moves the constants until the weighted shares are those stated. Where so few consider any place that they cannot be, all who do take
    /// one, and the others share the opt-outs in the proportion reached.
    /// </summary>
    private Participation Anchor(Participation p)
    {
        PhysicianSettings settings = _state.Scenario.Physicians;
        double leave = settings.LeavingLocumShare;
        for (int round = 0; round < Rounds; round++)
        {
            PoolShares s = Shares(p);
            double leavers = s.PlaceHere + s.PlaceOutside + s.Salaried + s.ElsewhereHere + s.ElsewhereOutside;
            double locum = Ln((1 - leave) / leave) - Ln(s.Locum / leavers);
            double salaried = Ln(settings.SalariedShare / (1 - settings.SalariedShare)) - Ln(s.Salaried / (s.PlaceHere + s.PlaceOutside));
            double here = Step(settings.ElsewhereShareBornHere, s.ElsewhereHere, s.PlaceHere + s.SalariedHere);
            double outside = Step(settings.ElsewhereShareBornOutside, s.ElsewhereOutside, s.PlaceOutside + s.Salaried - s.SalariedHere);
            if (!(Math.Abs(p.Locum + locum) <= Most && Math.Abs(p.Salaried + salaried) <= Most && double.IsFinite(here + outside)))
            {
                break;
            }

            p = p with
            {
                Locum = p.Locum + locum,
                Salaried = p.Salaried + salaried,
                ElsewhereBornHere = p.ElsewhereBornHere + here,
                ElsewhereBornOutside = p.ElsewhereBornOutside + outside,
            };
            if (Math.Abs(locum) + Math.Abs(salaried) + Math.Abs(here) + Math.Abs(outside) < Precise)
            {
                break;
            }
        }

        return p;
    }

    private static double Step(double share, double elsewhere, double others) =>
        share == 0 || elsewhere == 0 ? 0 : Ln(share / (1 - share)) - Ln(elsewhere / others);

    private PoolShares Shares(Participation p)
    {
        PoolShares s = default;
        double lowest = _inclusive.Where(double.IsFinite).DefaultIfEmpty(0).Min(),
            highest = _inclusive.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        (double locum, double salaried) = (Elementary.Exp(p.Locum), Elementary.Exp(p.Salaried));
        foreach (bool isHere in (bool[])[true, false])
        {
            double elsewhere = Elementary.Exp(isHere ? p.ElsewhereBornHere : p.ElsewhereBornOutside), all = locum + salaried + elsewhere;
            _pool.Prepare(lowest - p.MeanInclusive, highest - p.MeanInclusive, all, locum / all);
            (double places, double others) = Follow(p, isHere);
            s.Locum += others * locum / all;
            s.Salaried += others * salaried / all;
            s.SalariedHere += isHere ? others * salaried / all : 0;
            s.PlaceHere += isHere ? places : 0;
            s.PlaceOutside += isHere ? 0 : places;
            s.ElsewhereHere += isHere ? others * elsewhere / all : 0;
            s.ElsewhereOutside += isHere ? 0 : others * elsewhere / all;
        }

        return s;
    }

    /// <summary>Places and opt-outs taken by those of the sample who were born here, or by the others.</summary>
    private (double Places, double Others) Follow(Participation p, bool isHere)
    {
        (double places, double others) = (0, 0);
        for (int n = 0; n < _sample.Count; n++)
        {
            if (_sample.BirthTerritory[n] >= 0 == isHere)
            {
                (_place[n], double other) = _pool.Follow(_inclusive[n] - p.MeanInclusive);
                places += _place[n];
                others += other;
            }
        }

        return (places, others);
    }

    /// <summary>Graduates a year over the years that fill the pool.</summary>
    private static double Graduates(RunState state)
    {
        PhysicianSettings settings = state.Scenario.Physicians;
        int years = Math.Max(1, settings.WarmUpYears);
        return Enumerable.Range(state.Year - years + 1, years).Average(settings.GraduatesOf);
    }

    /// <summary>Lowers the ration of forms that more want than there are free places; says whether any moved.</summary>
    private bool Ration()
    {
        double pool = Graduates(_state) / _sample.Count;
        var demand = new double[_ration.Length];
        for (int n = 0; n < _sample.Count; n++)
        {
            double all = Elementary.Exp(_scale[n] - _inclusive[n]) * _place[n] * pool;
            if (all > 0)
            {
                (int[] where, double[] weights, double[] shares) = _odds[n];
                for (int j = 0; j < weights.Length; j++)
                {
                    (int f, int k) = Math.DivRem(j, where.Length);
                    ref double wanted = ref demand[(f * _territories) + where[k]];
                    wanted = Math.FusedMultiplyAdd(weights[j], all * shares[k], wanted);
                }
            }
        }

        bool moved = false;
        for (int k = 0; k < demand.Length; k++)
        {
            int j = AlternativeTable.Of(k % _territories, (PracticeForm)(k / _territories));
            double wanted = demand[k] * _ration[k], free = _state.Places[j] - _state.Stock[j];
            if (wanted > 0 && _state.Places[j] != int.MaxValue)
            {
                moved |= Revise(k, Ln(wanted), Ln(free / wanted));
            }
        }

        return moved;
    }

    /// <summary>
    /// One step of a ration towards as many wanted as are free, in logarithms, as long as the form's demand answered to its ration in the
    /// step before: between τ, where the form is all that its territory has, and 1, where it is little of it.
    /// </summary>
    private bool Revise(int k, double wanted, double excess)
    {
        double before = Ln(_ration[k]), change = before - _before[k].Ration;
        double answer = change == 0 ? 1 : Math.Clamp((wanted - _before[k].Wanted) / change, _tau, 1);
        _before[k] = (before, wanted);
        _ration[k] = Math.Min(1, Elementary.Exp(before + (excess / answer)));
        return Math.Abs(excess) > Settled && (before < 0 || excess < 0);
    }

    /// <summary>Weighted sums over the sample.</summary>
    private struct PoolShares
    {
        public double Locum, Salaried, SalariedHere, PlaceHere, PlaceOutside, ElsewhereHere, ElsewhereOutside;
    }
}
