using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// LL = Σ w·ln (1/R)·Σᵣ Πₜ P(choice t | draw r), over persons (panel) or situations, P the logit of a formula in which the parameters that
/// vary have the values of the draw. The score of a unit is the average over draws with weights proportional to the draw's probability.
/// </summary>
internal sealed class FormulaMixedLikelihood : Likelihood
{
    private static readonly double[] RelativeSpreads = [0.1, 0.3, 1];
    private readonly FormulaMixedLogit _model;
    private readonly ChoiceData _data;
    private readonly int[] _firstSituation;
    private readonly FormulaDraws _formulas;
    private readonly DrawCache _draws;
    private readonly Likelihood _plain;

    public FormulaMixedLikelihood(FormulaMixedLogit model, ChoiceData data)
        : base(model.Parameters, model.Panel ? data.Persons : data.Situations)
    {
        (_model, _data) = (model, data);
        if (model.Panel)
        {
            data.RequireOneWeightPerPerson();
        }

        _firstSituation = [.. Enumerable.Range(0, Units + 1).Select(u => model.Panel ? data.FirstSituation(u) : u)];
        _formulas = new FormulaDraws(model, data);
        int units = Enumerable.Range(0, Units).Max(DrawsOf) + 1;
        _draws = new DrawCache(model.Draws, [.. model.Random.Select(_ => BaseDraw.Normal)], units);
        _plain = model.Formulas.Bind(data);
    }

    public override bool HasHessian => false;

    public override double[] Start => StartFor(new EstimationOptions());

    /// <summary>Parameters of the formula that do not vary and that no choice depends on.</summary>
    public override IReadOnlyList<Undetermined> Undetermined =>
        [.. _plain.Undetermined.Where(u => _model.Random.All(r => r.Variable != u.Parameter))];

    public override int PersonOf(int unit) => _data.Person(_firstSituation[unit]);

    /// <summary>The logit of the formula, with small spreads or such as are in proportion to the coefficients: the best.</summary>
    public override double[] StartFor(EstimationOptions options)
    {
        bool IsPlain(string name) => _plain.Parameters.Contains(name) && _model.Random.All(r => r.Variable != name);
        double[] plain = [.. MaximumLikelihood.Estimate(_model.Formulas, _data, new EstimationOptions
        {
            Threads = options.Threads,
            Cancellation = options.Cancellation,
            Fixed = options.Fixed.Where(f => IsPlain(f.Key)).ToDictionary(),
            Start = options.Start.Where(s => IsPlain(s.Key)).ToDictionary(),
            Equal = [.. options.Equal.Where(group => group.All(IsPlain))],
        }).Estimates];
        double[][] starts = [.. RelativeSpreads.Select(share => options.Place(Parameters, Point(plain, share)))];
        return starts.MaxBy(theta => Evaluate(theta, Derivatives.None, options.Threads).LogLikelihood is double value
            and not double.NaN ? value : double.NegativeInfinity)!;
    }

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        var room = new FormulaDrawsRoom();
        double[] own = [], score = new double[theta.Length];
        for (int unit = first; unit < first + count; unit++)
        {
            int from = _firstSituation[unit], end = _firstSituation[unit + 1], draws = _model.Draws.Count;
            _formulas.Fill(theta, _draws.Of(DrawsOf(unit), ref own), _draws.Stride, (_data.Start(from), _data.Start(end)), room);
            var logP = new double[draws];
            for (int n = from; n < end; n++)
            {
                room.AddSituation(_data.Start(n) - _data.Start(from), _data.Alternatives(n), _data.Chosen(n), logP);
            }

            double largest = logP.Max(), total = 0;
            var weight = new double[draws];
            for (int r = 0; r < draws; r++)
            {
                total += weight[r] = Elementary.Exp(logP[r] - largest);
            }

            double w = _data.Weight(from) * sum.Factor(unit);
            Array.Clear(score);
            for (int k = 0; k < score.Length && sum.WantsGradient; k++)
            {
                score[k] = w * ColumnKernel.Dot(weight, room.Slopes(k)) / total;
            }

            sum.Add(unit, w * (largest + Elementary.Log(total / draws)), score);
        }
    }

    private int DrawsOf(int unit) => _data.DrawsOf(_firstSituation[unit], unit);

    private double[] Point(double[] plain, double share)
    {
        double[] point = [.. plain, .. _model.Random.Select(_ => share)];
        foreach ((int d, RandomCoefficient random) in _model.Random.Index())
        {
            int k = _plain.Parameters.ToList().IndexOf(random.Variable);
            if (random.Distribution == Distribution.Lognormal)
            {
                point[k] = Elementary.Log(Math.Max(random.Sign * plain[k], (0.05 * Math.Abs(plain[k])) + 1e-6));
            }
            else
            {
                point[plain.Length + d] = share * Math.Max(Math.Abs(plain[k]), 1e-3);
            }
        }

        return point;
    }
}
