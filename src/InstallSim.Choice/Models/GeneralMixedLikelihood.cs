using System.Collections.Concurrent;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// LL = Σ w·ln (1/R)·Σᵣ Πₜ P(choice t | draw r), over persons (panel) or situations; P a logit or a nested logit of V = λ(t)·x′β(r). The
/// score of a unit is the average over draws with weights proportional to the draw's probability.
/// </summary>
internal sealed class GeneralMixedLikelihood : Likelihood
{
    private const double SmallestSum = 1e-200, LeastLambda = 1e-3;
    private readonly GeneralMixedLogit _model;
    private readonly ChoiceData _data;
    private readonly GeneralMixedUnits _units;
    private readonly DrawCache _draws;
    private readonly ConcurrentDictionary<bool, ConcurrentBag<GeneralMixedRoom>> _rooms = [];
    private readonly Lazy<double[]> _start;
    private readonly Lazy<IReadOnlyList<Undetermined>> _undetermined;

    public GeneralMixedLikelihood(GeneralMixedLogit model, ChoiceData data)
        : base(model.Parameters, model.Tastes.Panel ? data.Persons : data.Situations)
    {
        (_model, _data) = (model, data);
        _units = new GeneralMixedUnits(model, data);
        BaseDraw[] dimensions = [.. model.Tastes.Terms.Dimensions, .. model.RandomScale is null ? [] : (BaseDraw[])[BaseDraw.Normal]];
        _draws = new DrawCache(model.Tastes.Draws, dimensions, _units.Panel.DrawnUnits);
        _start = new(() => StartFor(new EstimationOptions()));
        _undetermined = new(() =>
        [
            .. SpreadIdentification.Of(model.Tastes, data), .. ScaleIdentification.Of(data, model.Scale),
            .. NestIdentification.Of(data, NestedLogit.Flatten(model.Nests).Select(NestedLikelihood.Members)),
        ]);
    }

    public override bool HasHessian => false;

    public override double[] Start => _start.Value;

    public override IReadOnlyList<Undetermined> Undetermined => _undetermined.Value;

    public override IReadOnlyList<Undetermined> UndeterminedUnder(EstimationOptions options) =>
        [.. Undetermined, .. UndeterminedAt(options, [])];

    public override IReadOnlyList<IReadOnlyList<Undetermined>> HeldInTurn(EstimationOptions options)
    {
        var sets = SpreadIdentification.Choices(_model.Tastes, _data, options);
        string[] spreads = [.. sets.SelectMany(set => set).Select(u => u.Parameter).Distinct()];
        return [.. sets.Select(set => (IReadOnlyList<Undetermined>)
        [
            .. set, .. Undetermined.Where(u => !spreads.Contains(u.Parameter)), .. UndeterminedAt(options.Holding(set), []),
        ])];
    }

    /// <summary>γ, where the scale is the same for all, or no deviation is left that it could leave unscaled.</summary>
    public override IReadOnlyList<Undetermined> UndeterminedAt(EstimationOptions options, IReadOnlyList<string> atBound)
    {
        string[] none = [.. atBound, .. options.Fixed.Where(f => f.Value == 0).Select(f => f.Key),
            .. Undetermined.Where(u => u.Value == 0 && u.IsLeftBy(options)).Select(u => u.Parameter)];
        if (!_model.HasGamma)
        {
            return [];
        }

        string? reason = none.Contains(GeneralMixedLogit.Tau) ? "without a scale that varies (tau is 0) it means nothing"
            : _model.Split.All(x => none.Contains($"sd.{x}")) ? "without coefficients that vary (their spreads are 0) it means nothing"
            : null;
        return reason is null ? [] : [new Undetermined(GeneralMixedLogit.Gamma, 0, reason)];
    }

    /// <summary>The highest of the points that <see cref="GeneralMixedStart"/> has.</summary>
    public override double[] StartFor(EstimationOptions options)
    {
        double[][] starts = [.. GeneralMixedStart.Candidates(_model, _data, options).Select(start => options.Place(Parameters, start))];
        return starts.MaxBy(theta => Evaluate(theta, Derivatives.None, options.Threads).LogLikelihood is double value
            and not double.NaN ? value : double.NegativeInfinity)!;
    }

    /// <summary>Dissimilarities that ran to the end of their range; truncated normals in their tail.</summary>
    public override IReadOnlyList<Unidentified> Doubts(double[] theta) =>
    [
        .. TruncatedTail.Of(_units.Terms, theta),
        .. _model.Dissimilarities.Where(name => theta[Parameters.ToList().IndexOf(name)] < LeastLambda).Select(name =>
            new Unidentified([name],
                "it goes to 0, the end of its range: within the nest the best alternative is certain, and coefficients shrink with it")),
    ];

    public override int PersonOf(int unit) => _units.Panel.Person[unit];

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        var rooms = _rooms.GetOrAdd(sum.WantsGradient, _ => []);
        if (!rooms.TryTake(out var room))
        {
            room = new GeneralMixedRoom(_units, _draws.Stride, sum.WantsGradient);
        }

        if (!room.Begin(theta))
        {
            sum.Add(first, double.NaN, new double[theta.Length]);
            return;
        }

        int draws = _model.Tastes.Draws.Count;
        for (int unit = first; unit < first + count; unit++)
        {
            room.Begin(unit, _draws);
            double shift = 0, total = room.Pass(draws, shift);
            if (!(total > SmallestSum && double.IsFinite(total)))
            {
                shift = -room.LargestLogProbability(draws);
                total = room.Pass(draws, shift);
            }

            double weight = _units.Panel.Weight[unit] * sum.Factor(unit);
            room.End(total, weight);
            sum.Add(unit, weight * (Elementary.Log(total) - shift), room.Score);
        }

        rooms.Add(room);
    }
}
