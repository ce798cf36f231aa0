using System.Collections.Concurrent;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// LL = Σ w·ln (1/R)·Σᵣ Πₜ P(choice t | βᵣ), over persons (panel) or situations. Score and Hessian of a unit are averages over
/// draws with weights proportional to the draw's probability: s = E[sᵣ], H = E[sᵣ·sᵣ′ + ∂sᵣ/∂θ] − s·s′.
/// </summary>
internal sealed class MixedLikelihood : Likelihood
{
    private const double SmallestSum = 1e-200;
    private const int FewerBy = 8, LeastFactor = 4; // a search first with an eighth of the draws, where that is at most a quarter
    private const long LeastTerms = 4_000_000; // rows times draws from which on that pays
    private readonly PanelDifferences _panel;
    private readonly CoefficientTerms _terms;
    private readonly DrawCache _draws;
    private readonly int _count;
    private readonly bool _isSummed, _isSummedTwice; // by moments of the rows: values and gradients, Hessians
    private readonly ConcurrentDictionary<(bool Gradient, bool Hessian), ConcurrentBag<MixedRoom>> _rooms = [];
    private readonly ConcurrentDictionary<(bool Gradient, bool Hessian), ConcurrentBag<SituationRoom>> _situations = [];

    private readonly Func<EstimationOptions, IReadOnlyList<double[]>> _starts;
    private readonly Lazy<MixedLikelihood?> _coarse;
    private readonly Lazy<double[]> _start;
    private readonly Lazy<IReadOnlyList<Undetermined>> _undetermined;
    private readonly Func<EstimationOptions, IReadOnlyList<IReadOnlyList<Undetermined>>> _held;

    /// <summary>Binds the model to choices.</summary>
    /// <param name="terms">Parameters, and how they make coefficients.</param>
    /// <param name="draws">Draws for each person.</param>
    /// <param name="panel">The choices.</param>
    /// <param name="undetermined">Spreads that the choices cannot tell.</param>
    /// <param name="held">Sets of such spreads to hold in place of each other.</param>
    /// <param name="starts">Points to start from; the one of the highest likelihood is taken, the first of equals.</param>
    public MixedLikelihood(
        CoefficientTerms terms, DrawSequence draws, PanelDifferences panel, Func<EstimationOptions, IReadOnlyList<double[]>> starts,
        Lazy<IReadOnlyList<Undetermined>> undetermined, Func<EstimationOptions, IReadOnlyList<IReadOnlyList<Undetermined>>> held)
        : base(terms.Parameters, panel.Units)
    {
        (_terms, _panel, _count) = (terms, panel, draws.Count);
        (_starts, _undetermined, _held) = (starts, undetermined, held);
        _start = new(() => Best(starts(new EstimationOptions())));
        (_isSummed, _isSummedTwice) = (SituationRoom.Serves(terms, panel, false), SituationRoom.Serves(terms, panel, true));
        _draws = new DrawCache(draws, terms.Dimensions, panel.DrawnUnits);
        _coarse = new(WithFewerDraws);
    }

    /// <summary>The same with the first of each unit's draws only.</summary>
    private MixedLikelihood(MixedLikelihood of, int count)
        : base(of.Parameters, of.Units)
    {
        (_terms, _panel, _draws, _count) = (of._terms, of._panel, of._draws, count);
        (_isSummed, _isSummedTwice) = (of._isSummed, of._isSummedTwice);
        (_starts, _start, _undetermined, _held) = (of._starts, of._start, of._undetermined, of._held);
        _coarse = new(WithFewerDraws);
    }

    public override bool HasHessian => _terms.Coefficients.All(c => c.Random?.Distribution != Distribution.TruncatedNormal);

    internal override Likelihood? Coarse => _coarse.Value;

    public override double[] Start => _start.Value;

    public override IReadOnlyList<Undetermined> Undetermined => _undetermined.Value;

    public override IReadOnlyList<IReadOnlyList<Undetermined>> HeldInTurn(EstimationOptions options) => _held(options);

    public override double[] StartFor(EstimationOptions options) =>
        Best([.. _starts(options).Select(start => options.Place(Parameters, start))]);

    public override IReadOnlyList<Unidentified> Doubts(double[] theta) => [.. TruncatedTail.Of(_terms, theta)];

    public override int PersonOf(int unit) => _panel.Person[unit];

    public override double[]? Probabilities(double[] theta)
    {
        if (!_panel.HasOneSituation)
        {
            return null;
        }

        var probability = new double[_panel.Data.Rows];
        EachSituation((room, _, n) => room.Add(
            theta, n, probability.AsSpan(_panel.Data.Start(n), _panel.Data.Alternatives(n)), []));
        return probability;
    }

    internal override ShareSlopes? Shares(double[] theta, Func<int, double> weight)
    {
        if (!_panel.HasOneSituation)
        {
            return null;
        }

        ChoiceData data = _panel.Data;
        int codes = data.Codes;
        ShareSlopes[] parts = [.. Enumerable.Range(0, Slots + 1).Select(_ => ShareSlopes.Zero(codes, theta.Length))];
        EachSituation((room, slot, n) =>
        {
            double[] probability = new double[data.Alternatives(n)];
            double[] slopes = new double[probability.Length * theta.Length];
            room.Add(theta, n, probability, slopes);
            parts[slot].Add(data, n, weight(n), probability, slopes);
        });
        for (int slot = 0; slot < Slots; slot++)
        {
            parts[^1].Add(parts[slot]);
        }

        return parts[^1];
    }

    private void EachSituation(Action<MixedShares, int, int> work) => Parallel.For(0, Slots,
        () => new MixedShares(_terms, _panel, _draws, _count),
        (slot, _, room) =>
        {
            for (int n = FirstOfSlot(slot); n < FirstOfSlot(slot + 1); n++)
            {
                work(room, slot, n);
            }

            return room;
        },
        _ => { });

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        if (!(sum.WantsHessian ? _isSummedTwice : _isSummed))
        {
            AddDrawByDraw(theta, first, count, sum);
            return;
        }

        var rooms = _situations.GetOrAdd((sum.WantsGradient, sum.WantsHessian), _ => []);
        if (!rooms.TryTake(out var room))
        {
            room = new SituationRoom(_terms, _panel, _count, _draws.Stride, sum.WantsGradient, sum.WantsHessian);
        }

        for (int unit = first; unit < first + count; unit++)
        {
            double total = room.Sum(theta, unit, _draws);
            if (!(total > SmallestSum))
            {
                AddDrawByDraw(theta, unit, 1, sum);
                continue;
            }

            double weight = _panel.Weight[unit] * sum.Factor(unit);
            room.End(total, weight, sum);
            sum.Add(unit, weight * Elementary.Log(total), room.Score);
        }

        rooms.Add(room);
    }

    private void AddDrawByDraw(double[] theta, int first, int count, UnitSum sum)
    {
        var rooms = _rooms.GetOrAdd((sum.WantsGradient, sum.WantsHessian), _ => []);
        if (!rooms.TryTake(out var room))
        {
            room = new MixedRoom(_terms, _panel, _draws.Stride, Used, sum.WantsGradient, sum.WantsHessian);
        }

        for (int unit = first; unit < first + count; unit++)
        {
            room.Begin(theta, unit, _draws);
            double shift = 0, total = Pass(theta, room, shift);
            if (!(total > SmallestSum && double.IsFinite(total)))
            {
                shift = -room.LargestLogProbability(theta, _count);
                total = Pass(theta, room, shift);
            }

            double weight = _panel.Weight[unit] * sum.Factor(unit);
            room.End(total, weight, sum);
            sum.Add(unit, weight * (Elementary.Log(total) - shift), room.Score);
        }

        rooms.Add(room);
    }

    /// <summary>R rounded up to a multiple of eight.</summary>
    private int Used => (_count + 7) & ~7;

    private MixedLikelihood? WithFewerDraws()
    {
        int fewer = (_count / FewerBy + MixedRoom.MostDraws - 1) / MixedRoom.MostDraws * MixedRoom.MostDraws;
        return fewer * LeastFactor <= _count && (long)_panel.FirstRow(Units) * _count >= LeastTerms ? new(this, fewer) : null;
    }

    private double[] Best(IReadOnlyList<double[]> starts) =>
        starts.Count == 1
            ? starts[0]
            : starts.MaxBy(theta => (Coarse ?? this).Evaluate(theta, Derivatives.None).LogLikelihood is double value and not double.NaN
                ? value
                : double.NegativeInfinity)!;

    private double Pass(double[] theta, MixedRoom room, double shift)
    {
        room.Clear();
        double total = 0;
        for (int from = 0; from < Used; from += MixedRoom.MostDraws)
        {
            total += room.Block(theta, from, _count, shift);
        }

        return total;
    }
}
