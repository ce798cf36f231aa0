using System.Runtime.Intrinsics;
using InstallSim.Choice.Kernels;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// What draws to a territory beyond all that is observed of it (the sea, a known town, a good name), told by who came there before: the
/// constants ξ that make the choices of graduates fall on territories as those GPs do who practise there at the start and are under 60,
/// in a market in which every place has as many lists to take over as it has GPs (<see cref="Market.LevelVacancies"/>), so that those of
/// the year draw beyond that. Shrunk where numbers are small: of territory i, y such GPs are there where observed variables alone would
/// put E; with y ~ Poisson(E·θ) and θ of mean 1 and variance 1/α, θ̂ = (y + α) / (E + α), and 1/α = max(0, (Σ (y − E)² / E − I) / Σ y)
/// by moments (Clayton and Kaldor 1987). ξ is such that the expected share of i is that of E·θ̂ (Berry, Levinsohn and Pakes 1995).
/// </summary>
internal sealed class PlaceEffects
{
    private const int SampleSize = 512, MostRounds = 1000, Piece = 2048;
    private const double Precise = 0.005;

    private readonly RunState _state;
    private readonly PhysicianTable _sample;
    private readonly double[][] _odds;
    private readonly double[] _scale, _inclusive, _all, _considered, _not;

    private PlaceEffects(RunState state, PhysicianTable sample)
    {
        (_state, _sample) = (state, sample);
        _considered = state.Consideration;
        _not = [.. _considered.Select(c => 1 - c)];
        _odds = [.. Enumerable.Range(0, sample.Count).Select(_ => new double[_not.Length])];
        (_scale, _inclusive, _all) = (new double[sample.Count], new double[sample.Count], new double[sample.Count]);
        Fill();
    }

    /// <summary>
    /// Solves for the constants at the start, before any policy, and prepares the newcomers' prospects with them: ξ in utils, of mean 0
    /// over graduates; 0 everywhere where nobody practises.
    /// </summary>
    /// <param name="state">A run at its start, without place effects.</param>
    public static void Find(RunState state)
    {
        double[] vacancies = [.. state.Vacancies];
        Market.LevelVacancies(state);
        state.Newcomers.Prepare(state);
        new PlaceEffects(state, Graduates.Spread(state.Prepared, SampleSize)).Solve().CopyTo(state.PlaceEffects, 0);
        vacancies.CopyTo(state.Vacancies, 0);
        state.Newcomers.Prepare(state);
    }

    private double[] Solve()
    {
        var effects = new double[_not.Length];
        double[] target = Shrunk(Shares(effects), Under60());
        double worst = double.PositiveInfinity;
        for (int round = 0; round < MostRounds && worst > Precise; round++)
        {
            double[] now = Shares(effects);
            worst = 0;
            for (int i = 0; i < effects.Length; i++)
            {
                double step = now[i] > 0 && target[i] > 0 ? Elementary.Log(target[i] / now[i]) : 0;
                effects[i] += step;
                worst = Math.Max(worst, Math.Abs(step));
            }
        }

        double mean = ColumnKernel.Dot(effects, target);
        return [.. effects.Select(xi => xi - mean)];
    }

    /// <summary>y: GPs under 60 by territory, by the shares of the table.</summary>
    private double[] Under60() => [.. Enumerable.Range(0, _not.Length).Select(i =>
        Practices.Physicians(_state, i) * (1 - _state.Prepared.Territories.SharePhysicians60Plus[i]))];

    /// <summary>Shares proportional to E·θ̂, E being what shares put there of all.</summary>
    private static double[] Shrunk(double[] shares, double[] there)
    {
        double all = there.Sum();
        if (all == 0)
        {
            return shares;
        }

        double excess = shares.Zip(there, (m, y) => m > 0 ? ((y - (all * m)) * (y - (all * m)) / (all * m)) - 1 : 0).Sum();
        double variance = Math.Max(0, excess / all);
        double[] shrunk = [.. shares.Zip(there, (m, y) => m * ((y * variance) + 1) / ((all * m * variance) + 1))];
        double total = shrunk.Sum();
        return [.. shrunk.Select(s => s / total)];
    }

    /// <summary>S_ni = (Σ_f e^((V − c) / τ))^τ of each of the sample, and the c that is taken out.</summary>
    private void Fill() => Parallel.For(0, _sample.Count, _state.Threads.Options,
        () => (Decider: new Decider(_state, _sample), Nests: new PlaceShares(_not.Length, _state.Scenario.Preferences.FormScale),
            V: new double[_state.Stock.Length]),
        (n, _, room) =>
        {
            _scale[n] = room.Decider.FillSystematic(n, room.V, isEverywhereConsidered: true);
            room.Nests.FillNests(room.V, _odds[n]);
            return room;
        }, _ => { });

    /// <summary>
    /// The probability w_n that each of the sample ends at a place, under the effects: P(place) / (1 − P(locum)), by the inclusive value of
    /// all places, each as often considered as it is.
    /// </summary>
    private double[] Places(double[] factor)
    {
        Parallel.For(0, _odds.Length, _state.Threads.Options, () => new double[factor.Length], (n, _, own) =>
        {
            ColumnKernel.Multiply(_odds[n], factor, own);
            _all[n] = ColumnKernel.Dot(_considered, own);
            _inclusive[n] = _scale[n] + Elementary.Log(_all[n]);
            return own;
        }, _ => { });
        Participation market = ParticipationSolver.OfMeanMarket(_state.Scenario.Physicians) with
        {
            MeanInclusive = _inclusive.Where(double.IsFinite).DefaultIfEmpty(0).Average(),
        };
        var optOuts = new double[Enum.GetValues<OptOut>().Length];
        return [.. _inclusive.Select((inclusive, n) => double.IsNegativeInfinity(inclusive) ? 0
            : market.Probabilities(inclusive, _sample.BirthTerritory[n] >= 0, optOuts) / (1 - optOuts[(int)OptOut.Locum]))];
    }

    /// <summary>
    /// m_i ∝ Σ_n w_n·c_i·S_ni·e^ξ_i / (S_ni·e^ξ_i + Σ_{k ≠ i} c_k·S_nk·e^ξ_k): who considers i finds the others considered as often as
    /// all do.
    /// </summary>
    private double[] Shares(double[] effects)
    {
        double[] factor = new double[effects.Length], shares = new double[effects.Length];
        Elementary.Exp(effects, factor);
        double[] place = Places(factor);
        Parallel.For(0, (shares.Length + Piece - 1) / Piece, _state.Threads.Options, piece =>
        {
            int from = piece * Piece, until = Math.Min(from + Piece, shares.Length);
            for (int n = 0; n < _odds.Length; n++)
            {
                if (_all[n] > 0)
                {
                    Add(n, place[n], factor, shares, from, until);
                }
            }
        });
        double total = shares.Sum();
        return total > 0 ? [.. shares.Select(s => s / total)] : shares;
    }

    /// <summary>
    /// share_i += w·c_i·own_i / (all + (1 − c_i)·own_i) of some territories, own_i = S_ni·e^ξ_i, the same bits whatever the width of the
    /// vector.
    /// </summary>
    private void Add(int n, double place, double[] factor, double[] shares, int from, int until)
    {
        (int i, int width, double[] odds, double all) = (from, Vector512<double>.Count, _odds[n], _all[n]);
        for (; i <= until - width; i += width)
        {
            Vector512<double> own = Vector512.Create(odds, i) * Vector512.Create(factor, i);
            (Vector512.Create(shares, i) + (place * Vector512.Create(_considered, i) * own / (Vector512.Create(all)
                + (Vector512.Create(_not, i) * own)))).CopyTo(shares, i);
        }

        for (; i < until; i++)
        {
            double own = odds[i] * factor[i];
            shares[i] += place * _considered[i] * own / (all + (_not[i] * own));
        }
    }
}
