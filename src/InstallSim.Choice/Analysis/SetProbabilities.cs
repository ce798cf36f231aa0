using System.Globalization;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Choice probabilities of sets over the distribution of people: P(j) = ∫ P(j | β)·f(β | θ) dβ. Every set, and every θ, is valued with
/// the same draws, so that what two sets differ by is no noise of integration; a unit of choices has draws of its own
/// (<see cref="Prediction"/>).
/// </summary>
public sealed class SetProbabilities
{
    private readonly IChoiceModel _model;
    private readonly string[] _names;
    private readonly ClassDraws[] _classes;
    private readonly int[] _membership;

    /// <summary>Prepares the draws.</summary>
    /// <param name="model">Any model; mixed logits and latent classes are integrated here, others answer in closed form.</param>
    /// <param name="names">Names of the variables of the sets, in the order of <see cref="OfferedSet.Values"/>.</param>
    /// <param name="draws">Draws of the random coefficients, ≥ 1; rounded up to a multiple of eight.</param>
    /// <exception cref="ArgumentException">A variable of the model is not among the names.</exception>
    public SetProbabilities(IChoiceModel model, IReadOnlyList<string> names, int draws)
    {
        (_model, _names) = (model, [.. names]);
        int count = (draws + 7) & ~7;
        _classes = model switch
        {
            MixedLogit mixed => [new ClassDraws(mixed, [.. Enumerable.Range(0, mixed.Parameters.Count)], _names, count)],
            LatentClass latent => [.. latent.Classes.Select((c, q) => new ClassDraws(c, latent.Places[q], _names, count, latent.Scale))],
            GeneralMixedLogit { RandomScale: null, Nests.Count: 0 } general when general.Tastes.Random.All(r => r.SpreadBy.Count == 0) =>
                [new ClassDraws(general.Tastes, [.. Enumerable.Range(0, general.Parameters.Count)], _names, count, general.Scale)],
            MultinomialLogit logit =>
            [
                new ClassDraws(new MixedLogit(logit.Parameters, [], new Draws.HaltonDraws(1)),
                    [.. Enumerable.Range(0, logit.Parameters.Count)], _names, 1),
            ],
            _ => [],
        };
        _membership = model is LatentClass { Membership: var z } ? [.. z.Select(name => ClassDraws.IndexOf(_names, name))] : [];
    }

    /// <summary>Number of latent classes; 1 for other models.</summary>
    public int Classes => Math.Max(1, _classes.Length);

    /// <summary>People at θ: what they would choose of any set.</summary>
    /// <param name="theta">θ, shape [K].</param>
    public Population At(double[] theta) => new(this, theta);

    /// <summary>People whose coefficients are distributed as the model says at θ; for one thread.</summary>
    public sealed class Population
    {
        private readonly SetProbabilities _of;
        private readonly double[] _theta;
        private readonly Dictionary<(int Class, double Scale, string Covariates), double[]> _beta = [];

        internal Population(SetProbabilities of, double[] theta)
        {
            (_of, _theta) = (of, theta);
        }

        /// <summary>Probability that the first alternative of a set is chosen.</summary>
        /// <param name="set">The set.</param>
        public double OfFirst(OfferedSet set)
        {
            if (_of._classes.Length == 0)
            {
                return InClosedForm(set);
            }

            double[] share = Shares(set);
            double sum = 0;
            for (int q = 0; q < share.Length; q++)
            {
                sum += share[q] * OfFirst(set, q);
            }

            return sum;
        }

        /// <summary>The same within a class, from 0; over the classes of scale where there are such.</summary>
        public double OfFirst(OfferedSet set, int ofClass)
        {
            if (_of._model is not LatentClass { ScaleClasses: > 1 } latent)
            {
                return OfFirst(set, ofClass, 1);
            }

            (double[] scales, double[] shares) = latent.ScalesOf(_theta);
            double sum = 0;
            for (int s = 0; s < scales.Length; s++)
            {
                sum += shares[s] * OfFirst(set, ofClass, scales[s]);
            }

            return sum;
        }

        private double OfFirst(OfferedSet set, int ofClass, double scale)
        {
            ClassDraws draws = _of._classes[ofClass];
            double[] covariates = draws.Covariates(set);
            var key = (ofClass, scale, string.Join(' ', covariates.Select(x => x.ToString("R", CultureInfo.InvariantCulture))));
            if (!_beta.TryGetValue(key, out double[]? beta))
            {
                _beta[key] = beta = draws.Coefficients(_theta, covariates, scale);
            }

            return draws.OfFirst(beta, set);
        }

        /// <summary>Probability of each class for the person of a set, shape [Q].</summary>
        public double[] Shares(OfferedSet set)
        {
            if (_of._model is not LatentClass latent)
            {
                return [1];
            }

            int step = _of._membership.Length + 1;
            double[] v = new double[latent.Classes.Count];
            for (int q = 1; q < v.Length; q++)
            {
                int first = latent.FirstMembership + ((q - 1) * step);
                v[q] = _theta[first];
                for (int m = 1; m < step; m++)
                {
                    v[q] += _theta[first + m] * set.Values[0][_of._membership[m - 1]];
                }
            }

            Kernels.SoftmaxKernel.Probabilities(v, v);
            return v;
        }

        private double InClosedForm(OfferedSet set)
        {
            int count = set.Alternatives.Length;
            ChoiceData data = ChoiceData.Unanswered(new ChoiceTable
            {
                Names = _of._names,
                Columns = [.. _of._names.Select((_, k) => set.Values.Select(x => x[k]).ToArray())],
                Situation = new int[count],
                Alternative = set.Alternatives,
                Chosen = [],
            });
            double[] probability = Prediction.Probabilities(_of._model, data, _theta, threads: 1);
            return probability[Enumerable.Range(0, data.Rows).First(row => data.SourceRow(row) == 0)];
        }
    }

    /// <summary>The draws of one class, and where its parameters and variables stand.</summary>
    private sealed class ClassDraws
    {
        private readonly CoefficientTerms _terms;
        private readonly int[] _places, _columns, _covariates, _scale;
        private readonly double[] _z;
        private readonly int _count;

        public ClassDraws(MixedLogit model, int[] places, string[] names, int count, IReadOnlyList<string>? scale = null)
        {
            _scale = [.. (scale ?? []).Select(name => IndexOf(names, name))];
            (_terms, _places) = (model.Terms, places);
            _count = model.Random.Count == 0 ? 1 : count;
            _columns = [.. _terms.Variables.Select(name => IndexOf(names, name))];
            _covariates = [.. _terms.Covariates.Select(name => IndexOf(names, name))];
            var cache = new DrawCache(model.Draws.WithCount(Math.Max(8, _count)), _terms.Dimensions, 1);
            double[] own = [];
            _z = cache.Of(0, ref own);
        }

        public static int IndexOf(string[] names, string name) => Array.IndexOf(names, name) is var at and >= 0
            ? at
            : throw new ArgumentException($"'{name}' is not among the variables: {string.Join(", ", names)}", nameof(names));

        /// <summary>What the coefficients of the person of a set depend on.</summary>
        public double[] Covariates(OfferedSet set) => [.. _covariates.Concat(_scale).Select(column => set.Values[0][column])];

        /// <summary>β by draw, shape [coefficients, R].</summary>
        public double[] Coefficients(double[] theta, double[] covariates, double ofClass)
        {
            double[] own = [.. _places.Select(place => theta[place])], beta = new double[_columns.Length * _count];
            var map = new CoefficientMap(_terms, _count);
            map.Begin(covariates);
            map.Fill(own, _z, Math.Max(8, _count), 0, _count, beta, _columns.Length);
            if (_terms.Numeraire >= 0)
            {
                new PaySpace(_terms, _count).Fill(beta, _count);
            }

            double scale = ofClass * Kernels.Elementary.Exp(_scale.Index()
                .Sum(m => own[_terms.Parameters.Count + m.Index] * covariates[_covariates.Length + m.Index]));
            for (int i = 0; i < beta.Length && scale != 1; i++)
            {
                beta[i] *= scale;
            }

            return beta;
        }

        /// <summary>Mean over draws of 1/Σⱼ exp(Vⱼ − V₀).</summary>
        public double OfFirst(double[] beta, OfferedSet set)
        {
            double[] odds = new double[_count], v = new double[_count];
            double[] first = set.Values[0];
            for (int j = 1; j < set.Values.Length; j++)
            {
                Array.Clear(v);
                for (int k = 0; k < _columns.Length; k++)
                {
                    double difference = set.Values[j][_columns[k]] - first[_columns[k]];
                    if (difference != 0)
                    {
                        Kernels.ColumnKernel.AddScaled(difference, beta.AsSpan(k * _count, _count), v);
                    }
                }

                for (int r = 0; r < _count; r++)
                {
                    odds[r] += Kernels.Elementary.Exp(v[r]);
                }
            }

            double sum = 0;
            foreach (double o in odds)
            {
                sum += 1 / (1 + o);
            }

            return sum / _count;
        }
    }
}
