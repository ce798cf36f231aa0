using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// With sq the score of a class (its own and its membership's) and h the posterior of the classes: s = Σ hq·sq and
/// H = Σ hq·(sq·sq′ + Hq) − s·s′. Classes are evaluated one after another, each over all people.
/// </summary>
internal sealed class LatentClassLikelihood : Likelihood
{
    private readonly LatentClass _model;
    private readonly ChoiceData _data;
    private readonly Likelihood[] _classes, _cells; // of tastes; of tastes and scales, the classes of the first scale first
    private readonly int[][] _places; // in θ, of the parameters of each cell
    private readonly Membership _membership;
    private readonly double[] _weight;
    private StartSearch? _search;

    public LatentClassLikelihood(LatentClass model, ChoiceData data)
        : base(model.Parameters, data.Persons)
    {
        (_model, _data) = (model, data);
        _classes =
        [
            .. model.Classes.Select(c => model.Scale.Count > 0 ? new GeneralMixedLogit(c, model.Scale).Bind(data)
                : IsLogit(c) ? new MultinomialLikelihood(c.Parameters, data, true)
                : c.Bind(data)),
        ];
        _cells = [.. _classes, .. Enumerable.Range(1, model.ScaleClasses - 1).SelectMany(_ => Scaled(model, data))];
        _places = [.. Enumerable.Range(0, _cells.Length).Select(cell => cell < _classes.Length ? model.Places[cell]
            : [.. model.Places[cell % _classes.Length], model.FirstScaleClass + (cell / _classes.Length) - 1])];
        _weight = [.. Enumerable.Range(0, data.Persons).Select(p => data.Weight(data.FirstSituation(p)))];
        _membership = new Membership(model, data);
    }

    public override bool HasHessian => _cells.All(c => c.HasHessian);

    public override IReadOnlyList<Undetermined> Undetermined => ScaleIdentification.Of(_data, _model.Scale);

    public override double[] Start => StartFor(new EstimationOptions());

    public override StartSearch? Search => _search;

    public override double[] StartFor(EstimationOptions options)
    {
        (double[] theta, _search) = new LatentClassStart(this, _model, options).Find();
        return theta;
    }

    /// <summary>Classes by share, the largest first; they stay where a parameter of one is fixed or equal to another.</summary>
    public override double[] InOrder(double[] theta, EstimationOptions options) =>
        new ScaleClassOrder(_model).InOrder(TastesInOrder(theta, options), options);

    private double[] TastesInOrder(double[] theta, EstimationOptions options)
    {
        double[] shares = _model.Shares(_data, theta);
        return ClassOrder.Of(_model, theta, shares, options);
    }

    public override IReadOnlyList<Undetermined> UndeterminedUnder(EstimationOptions options) =>
        [.. new ClassIdentification(_model, Units).Held(options), .. new ClassHeld(_model, _classes).First()];

    public override IReadOnlyList<IReadOnlyList<Undetermined>> HeldInTurn(EstimationOptions options) =>
        [.. new ClassHeld(_model, _classes).InTurn(options)
            .Select(set => (IReadOnlyList<Undetermined>)[.. new ClassIdentification(_model, Units).Held(options), .. set])];

    public override IReadOnlyList<Unidentified> Doubts(double[] theta) =>
    [
        .. new ClassIdentification(_model, Units).Doubts(theta, _model.Shares(_data, theta)),
        .. new ScaleClassOrder(_model).Doubts(theta, Units),
        .. _classes.SelectMany((one, q) => one.Doubts([.. _model.Places[q].Select(i => theta[i])]).Select(doubt => doubt with
        {
            Parameters = [.. doubt.Parameters.Select(name => _model.Parameters[_model.Places[q][one.Parameters.ToList().IndexOf(name)]])],
        })),
        .. ClassSeparation.Of(_model, _classes, Posterior(theta, 0), theta),
    ];

    public override double[]? Probabilities(double[] theta) => Mixture(theta).Probabilities();

    internal override ShareSlopes? Shares(double[] theta, Func<int, double> weight) => Mixture(theta).Shares(weight);

    private ClassShares Mixture(double[] theta) =>
        new(_data, _cells.Length > _classes.Length ? [] : _classes, _places, _membership, theta);

    internal IReadOnlyList<Likelihood> Classes => _classes;

    public override int PersonOf(int unit) => unit;

    /// <summary>Posterior probability of each class of tastes for each person at θ, shape [persons][Q].</summary>
    internal double[][] Posterior(double[] theta, int threads)
    {
        var state = new State(this, theta, Derivatives.None, threads, null);
        return [.. Enumerable.Range(0, Units).Select(state.PosteriorOf).Select(h => _classes.Select((_, q) =>
            Enumerable.Range(0, _model.ScaleClasses).Sum(s => h[(s * _classes.Length) + q])).ToArray())];
    }

    /// <summary>The classes of tastes with a scale of their own, whose logarithm is one more parameter.</summary>
    private static IEnumerable<Likelihood> Scaled(LatentClass model, ChoiceData data)
    {
        const string one = "scale class"; // no name of a study's column, which has no blank
        ChoiceData with = data.With((one, [.. Enumerable.Repeat(1.0, data.Rows)]));
        return model.Classes.Select(c => new GeneralMixedLogit(c, [.. model.Scale, one]).Bind(with));
    }

    protected override object? Prepare(double[] theta, Derivatives wanted, int threads, double[]? factors) =>
        new State(this, theta, wanted, threads, factors);

    protected override void AddUnits(double[] theta, int first, int count, UnitSum sum)
    {
        var state = (State)sum.Shared!;
        int k = theta.Length, q = _cells.Length;
        double[] score = new double[k], own = new double[k];
        for (int i = 0; i < state.Hessian.Length && first == 0; i++)
        {
            sum.Hessian[i] += state.Hessian[i];
        }

        for (int person = first; person < first + count; person++)
        {
            double weight = _weight[person] * sum.Factor(person);
            double[] h = state.PosteriorOf(person), prior = state.Tastes(person);
            Array.Clear(score);
            for (int c = 0; c < q && sum.WantsGradient; c++)
            {
                if (h[c] == 0)
                {
                    continue; // where a class has a likelihood of 0 it has no score
                }

                state.ClassScore(person, c, prior, own);
                ColumnKernel.AddScaled(h[c], own, score);
                for (int i = 0; i < k && sum.WantsHessian; i++)
                {
                    ColumnKernel.AddScaled(weight * h[c] * own[i], own.AsSpan(0, i + 1), sum.Hessian.AsSpan(i * k, i + 1));
                }
            }

            if (sum.WantsHessian)
            {
                AddRest(person, score, prior, weight, sum.Hessian);
            }

            for (int i = 0; i < k; i++)
            {
                score[i] *= weight;
            }

            sum.Add(person, weight * state.LogLikelihood(person), score);
        }

        void AddRest(int person, double[] s, double[] prior, double weight, double[] hessian)
        {
            for (int i = 0; i < k; i++)
            {
                ColumnKernel.AddScaled(-weight * s[i], s.AsSpan(0, i + 1), hessian.AsSpan(i * k, i + 1));
            }

            state.AddMembershipCurvature(person, prior, weight, hessian);
        }
    }

    internal static bool IsLogit(MixedLogit model) => model.Random.Count == 0 && model.Numeraire is null;

    /// <summary>The classes' log-likelihoods and scores at θ, and the membership.</summary>
    private sealed class State
    {
        private readonly LatentClassLikelihood _owner;
        private readonly Evaluation[] _at;
        private readonly double[] _theta, _scaleShares;

        public State(LatentClassLikelihood owner, double[] theta, Derivatives wanted, int threads, double[]? factors)
        {
            (_owner, _theta, _scaleShares) = (owner, theta, owner._model.ScalesOf(theta).Shares);
            _at = [.. owner._cells.Select((c, q) => c.Evaluate(Part(q), Derivatives.Scores, threads))];
            int k = theta.Length;
            Hessian = wanted.HasFlag(Derivatives.Hessian) ? new double[k * k] : [];
            for (int q = 0; q < _at.Length && Hessian.Length > 0; q++)
            {
                double[] posterior = [.. Enumerable.Range(0, owner.Units).Select(p => PosteriorOf(p)[q] * (factors?[p] ?? 1))];
                double[] part = owner._cells[q].Evaluate(Part(q), Derivatives.Hessian, threads, posterior).Hessian;
                int[] places = owner._places[q];
                for (int i = 0; i < part.Length; i++)
                {
                    int a = places[i / places.Length], b = places[i % places.Length];
                    if (b <= a)
                    {
                        Hessian[a * k + b] += part[i];
                    }
                }
            }
        }

        /// <summary>Σ over people of hq·Hq, lower triangle.</summary>
        public double[] Hessian { get; }

        /// <summary>Probabilities of the classes of tastes before the choices are known.</summary>
        public double[] Tastes(int person) => _owner._membership.Of(_theta, person);

        public double[] PosteriorOf(int person)
        {
            double[] joint = Joint(person);
            SoftmaxKernel.ProbabilitiesOrNone(joint);
            return joint;
        }

        /// <summary>NaN where a class has none.</summary>
        public double LogLikelihood(int person) => SoftmaxKernel.ProbabilitiesOrNone(Joint(person));

        /// <summary>The score of a class and of being in it.</summary>
        public void ClassScore(int person, int q, double[] prior, double[] score)
        {
            Array.Clear(score);
            int[] places = _owner._places[q];
            double weight = _owner._weight[person];
            for (int i = 0; i < places.Length && weight > 0; i++)
            {
                score[places[i]] += _at[q].Scores[person * places.Length + i] / weight;
            }

            for (int c = 1; c < prior.Length; c++)
            {
                for (int m = 0; m < Z.Length; m++)
                {
                    score[Member(c, m)] = ((c == q % prior.Length ? 1 : 0) - prior[c]) * Z[m][person];
                }
            }

            for (int s = 1; s < _scaleShares.Length; s++)
            {
                score[ScaleMember(s)] = (s == q / prior.Length ? 1 : 0) - _scaleShares[s];
            }
        }

        /// <summary>Second derivatives of ln πq, the same for every class: −(πc·1[c = d] − πc·πd)·z·z′.</summary>
        public void AddMembershipCurvature(int person, double[] prior, double weight, double[] hessian)
        {
            int k = _theta.Length;
            for (int a = 0; a < (prior.Length - 1) * Z.Length; a++)
            {
                for (int b = 0; b <= a; b++)
                {
                    int c = 1 + a / Z.Length, d = 1 + b / Z.Length;
                    double z = Z[a % Z.Length][person] * Z[b % Z.Length][person];
                    hessian[Member(1, a) * k + Member(1, b)] -= weight * ((c == d ? prior[c] : 0) - prior[c] * prior[d]) * z;
                }
            }
        }

        private int ScaleMember(int s) => _owner._model.FirstScaleClass + _scaleShares.Length - 2 + s;

        private double[][] Z => _owner._membership.Variables;

        private int Member(int q, int m) => _owner._membership.Place(q, m);

        private double[] Part(int q) => [.. _owner._places[q].Select(i => _theta[i])];

        private double[] Joint(int person)
        {
            double[] tastes = Tastes(person), joint = new double[_at.Length];
            double weight = _owner._weight[person];
            for (int q = 0; q < joint.Length; q++)
            {
                joint[q] = Elementary.Log(tastes[q % tastes.Length] * _scaleShares[q / tastes.Length])
                    + (weight > 0 ? _at[q].UnitLogLikelihood[person] / weight : 0);
            }

            return joint;
        }
    }
}
