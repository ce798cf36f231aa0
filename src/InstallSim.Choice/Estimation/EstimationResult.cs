using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Estimation;

/// <summary>Estimates with everything needed to report them and to build on them.</summary>
public sealed class EstimationResult
{
    private readonly Dictionary<CovarianceKind, double[,]> _covariance;

    internal EstimationResult(
        IChoiceModel model, IReadOnlyList<string> parameters, double[] estimates, bool[] isFixed,
        Dictionary<CovarianceKind, double[,]> covariance)
    {
        (Model, Parameters, Estimates, _covariance) = (model, parameters, estimates, covariance);
        IsFixed = isFixed;
    }

    /// <summary>The model.</summary>
    public IChoiceModel Model { get; }

    /// <summary>Names of the parameters, shape [K].</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Estimates, shape [K].</summary>
    public IReadOnlyList<double> Estimates { get; }

    /// <summary>Whether each parameter was held fixed, shape [K].</summary>
    public IReadOnlyList<bool> IsFixed { get; }

    /// <summary>
    /// K, the parameters that are free at the maximum: equal ones count once; those that are fixed, held (<see cref="Undetermined"/>) or at
    /// their bound (<see cref="AtBound"/>) do not count, and of those that the data tell in combination alone only the combinations do.
    /// </summary>
    public required int Estimated { get; init; }

    /// <summary>K with what ended at its bound: what a likelihood ratio test is about.</summary>
    public int Sought => Estimated + AtBound.Count;

    /// <summary>Choice situations with a weight above 0.</summary>
    public required int Situations { get; init; }

    /// <summary>N: the sum of the weights of the choice situations; without weights, how many they are.</summary>
    public required double SumOfWeights { get; init; }

    /// <summary>Decision makers with a weight above 0.</summary>
    public required int Persons { get; init; }

    /// <summary>Log-likelihood when every available alternative is as likely as another.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Log-likelihood at the starting values.</summary>
    public required double InitialLogLikelihood { get; init; }

    /// <summary>Log-likelihood at the estimates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Whether a maximum was reached, at finite values. Whether it tells every parameter is another question.</summary>
    public required bool Converged { get; init; }

    /// <summary>How the maximisation ended, in words.</summary>
    public required string Ending { get; init; }

    /// <summary>Iterations of the maximisation.</summary>
    public required int Iterations { get; init; }

    /// <summary>Evaluations of the log-likelihood.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Euclidean length of the gradient over the parameters estimated.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>½·g′·H⁻¹·g: by how much the log-likelihood could still rise.</summary>
    public required double PossibleRise { get; init; }

    /// <summary>Largest by smallest eigenvalue of minus the Hessian, scaled to unit diagonal; ∞ when singular.</summary>
    public required double ConditionNumber { get; init; }

    /// <summary>Parameters that the data cannot tell, named, with why; their standard errors are NaN.</summary>
    public required IReadOnlyList<Unidentified> Unidentified { get; init; }

    /// <summary>Whether the data tell every parameter that was estimated.</summary>
    public bool IsIdentified => Unidentified.Count == 0;

    /// <summary>Whether a maximum was reached and the data tell every parameter: the estimates can be built on.</summary>
    public bool IsSound => Converged && IsIdentified;

    /// <summary>Parameters that no choice depends on: held at a value, not counted, named with why.</summary>
    public IReadOnlyList<Undetermined> Undetermined { get; init; } = [];

    /// <summary>
    /// Spreads that ended at 0, and others at an end of their range, the bound of what they can be: not counted, without a standard error;
    /// the covariance is that of the others with these where they are.
    /// </summary>
    public IReadOnlyList<string> AtBound { get; init; } = [];

    /// <summary>How a start was sought from several points, or the maximum; null: from one.</summary>
    public StartSearch? Search { get; init; }

    /// <summary>The kind of covariance that <see cref="StandardErrors()"/> uses: clustered by person.</summary>
    public CovarianceKind DefaultCovariance { get; init; } = CovarianceKind.Clustered;

    /// <summary>
    /// Degrees of freedom of Student's t for tests and intervals: G − 1 where the default covariance is clustered over G people, some with
    /// several choices; else ∞, the normal.
    /// </summary>
    public double Degrees =>
        DefaultCovariance == CovarianceKind.Clustered && Persons < Situations ? Math.Max(1, Persons - 1) : double.PositiveInfinity;

    /// <summary>Kinds of covariance that this result has.</summary>
    public IReadOnlyCollection<CovarianceKind> Kinds => _covariance.Keys;

    /// <summary>McFadden's ρ² = 1 − LL/LL(null).</summary>
    public double RhoSquared => 1 - LogLikelihood / NullLogLikelihood;

    /// <summary>ρ² adjusted: 1 − (LL − K)/LL(null).</summary>
    public double AdjustedRhoSquared => 1 - (LogLikelihood - Estimated) / NullLogLikelihood;

    /// <summary>Akaike's criterion 2·K − 2·LL.</summary>
    public double Aic => 2 * Estimated - 2 * LogLikelihood;

    /// <summary>Schwarz's criterion K·ln N − 2·LL, N the sum of the weights.</summary>
    public double Bic => Estimated * Elementary.Log(SumOfWeights) - 2 * LogLikelihood;

    /// <summary>The samples behind a bootstrap covariance; null where there is none.</summary>
    public BootstrapSamples? Bootstrap { get; init; }

    /// <summary>The estimate of a parameter.</summary>
    /// <exception cref="ArgumentException">There is no such parameter; the message lists those there are.</exception>
    public double this[string parameter] => Estimates[IndexOf(parameter)];

    /// <summary>Place of a parameter.</summary>
    /// <exception cref="ArgumentException">There is no such parameter; the message lists those there are.</exception>
    public int IndexOf(string parameter)
    {
        for (int k = 0; k < Parameters.Count; k++)
        {
            if (Parameters[k] == parameter)
            {
                return k;
            }
        }

        throw new ArgumentException($"no parameter '{parameter}' among: {string.Join(", ", Parameters)}", nameof(parameter));
    }

    /// <summary>
    /// Covariance of the estimates, shape [K, K]; 0 for fixed parameters and spreads at their bound, NaN for those the data cannot tell.
    /// </summary>
    /// <exception cref="ArgumentException">This result does not have that kind.</exception>
    public double[,] Covariance(CovarianceKind kind) => _covariance.TryGetValue(kind, out var matrix)
        ? matrix
        : throw new ArgumentException($"no {kind} covariance; there are: {string.Join(", ", Kinds)}", nameof(kind));

    /// <summary>Covariance of the estimates, of the default kind.</summary>
    public double[,] Covariance() => Covariance(DefaultCovariance);

    /// <summary>Standard errors, shape [K], of the default kind.</summary>
    public double[] StandardErrors() => StandardErrors(DefaultCovariance);

    /// <summary>Standard errors, shape [K]; NaN for spreads at their bound, and for what the data cannot tell.</summary>
    /// <exception cref="ArgumentException">This result does not have that kind.</exception>
    public double[] StandardErrors(CovarianceKind kind)
    {
        var matrix = Covariance(kind);
        return [.. Parameters.Select((name, k) => AtBound.Contains(name) ? double.NaN : Math.Sqrt(matrix[k, k]))];
    }

    /// <summary>The same result with another of its kinds of covariance as the default.</summary>
    /// <exception cref="ArgumentException">This result does not have that kind.</exception>
    public EstimationResult Using(CovarianceKind kind) => With(kind, Covariance(kind));

    /// <summary>The same result with one more kind of covariance, which becomes the default.</summary>
    internal EstimationResult With(CovarianceKind kind, double[,] covariance, BootstrapSamples? samples = null) =>
        Copy(kind, Search, samples ?? Bootstrap, new(_covariance) { [kind] = covariance });

    /// <summary>The same result, found from several starts.</summary>
    internal EstimationResult With(StartSearch search) => Copy(DefaultCovariance, search, Bootstrap, _covariance);

    /// <summary>The same result as that of a model with the same parameters.</summary>
    internal EstimationResult Of(IChoiceModel model) => Copy(DefaultCovariance, Search, Bootstrap, _covariance, model: model);

    /// <summary>
    /// The same result with one more parameter, a multiple of the sum of others, and what follows for covariances and bootstrap samples,
    /// exactly: it is straight in them.
    /// </summary>
    /// <param name="name">What it is called.</param>
    /// <param name="of">The others.</param>
    /// <param name="factor">By what their sum is multiplied: −1 for the base level of effects coding.</param>
    public EstimationResult WithSum(string name, IReadOnlyList<string> of, double factor)
    {
        int[] places = [.. of.Select(IndexOf)];
        double Sum(IReadOnlyList<double> theta) => factor * places.Sum(k => theta[k]);
        int count = Parameters.Count;
        double[,] Wider(double[,] v)
        {
            var wide = new double[count + 1, count + 1];
            for (int i = 0; i < count; i++)
            {
                for (int j = 0; j < count; j++)
                {
                    wide[i, j] = v[i, j];
                }

                wide[i, count] = wide[count, i] = factor * places.Sum(k => v[i, k]);
            }

            wide[count, count] = factor * places.Sum(k => wide[k, count]);
            return wide;
        }

        BootstrapSamples? samples = Bootstrap is { } b
            ? new BootstrapSamples([.. b.Estimates.Select(e => (double[])[.. e, Sum(e)])], b.Separated, b.Unconverged)
            : null;
        return Copy(DefaultCovariance, Search, samples, _covariance.ToDictionary(kind => kind.Key, kind => Wider(kind.Value)),
            [.. Parameters, name], [.. Estimates, Sum(Estimates)], [.. IsFixed, false]);
    }

    private EstimationResult Copy(
        CovarianceKind kind, StartSearch? search, BootstrapSamples? samples, Dictionary<CovarianceKind, double[,]> covariance,
        IReadOnlyList<string>? parameters = null, double[]? estimates = null, bool[]? isFixed = null,
        IChoiceModel? model = null) =>
        new(model ?? Model, parameters ?? Parameters, estimates ?? [.. Estimates], isFixed ?? [.. IsFixed], covariance)
        {
            Bootstrap = samples,
            Situations = Situations,
            SumOfWeights = SumOfWeights,
            Persons = Persons,
            Estimated = Estimated,
            NullLogLikelihood = NullLogLikelihood,
            InitialLogLikelihood = InitialLogLikelihood,
            LogLikelihood = LogLikelihood,
            Converged = Converged,
            Ending = Ending,
            Iterations = Iterations,
            Evaluations = Evaluations,
            GradientNorm = GradientNorm,
            PossibleRise = PossibleRise,
            ConditionNumber = ConditionNumber,
            Undetermined = Undetermined,
            AtBound = AtBound,
            Unidentified = Unidentified,
            Search = search,
            DefaultCovariance = kind,
        };
}

/// <summary>Parameters that the data cannot tell.</summary>
/// <param name="Parameters">Their names; more than one: only some combination of them can be told.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Unidentified(IReadOnlyList<string> Parameters, string Reason)
{
    /// <summary>The reason of parameters that ran off.</summary>
    internal const string Unbounded =
        "the log-likelihood keeps rising as it grows without bound: perfect prediction, or a sign forced against the data";

    /// <summary>The reason of parameters of which only a combination became flat.</summary>
    internal const string Apart = "the data do not tell them apart at the estimates";

    /// <summary>The reason of a parameter that a formula is flat in where it ended.</summary>
    internal const string Level = "no choice depends on it near the estimate: the data do not tell it";

    /// <summary>The reason of a parameter whose score vanishes where it ended, a² at 0, say.</summary>
    internal const string NoSlope = "its score is 0 for everybody at the estimate, whatever the data: the utility has no slope in it there";

    /// <summary>The reason of a parameter that a search cannot leave for a kink, and that is at no maximum there.</summary>
    internal const string Kink = "the search ended at a kink of the log-likelihood: start elsewhere, or hold it there ('fixed')";

    /// <summary>Whether this says that a parameter has no standard error for want of a slope, or of an end.</summary>
    internal bool HasNoSlope(string parameter) => Reason is Level or NoSlope or Kink or Unbounded && Parameters.Contains(parameter);

    /// <summary>
    /// The finding of a multinomial logit: with variables that tell parameters apart at the start, nothing but probabilities of 0 and 1
    /// makes a direction flat.
    /// </summary>
    /// <param name="found">What was found.</param>
    public static Unidentified OfConcave(Unidentified found) => found.Reason != Apart ? found : found with
    {
        Reason = "the log-likelihood keeps rising as they grow together without bound: perfect prediction, or they are all but collinear",
    };
}
