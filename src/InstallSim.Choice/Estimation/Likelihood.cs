using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Estimation;

/// <summary>
/// The log-likelihood of a model on given choices: a sum over independent units (situations, or persons of a panel). Units are
/// summed in a fixed number of slots and the slots in order, so that the result is the same for any number of threads.
/// </summary>
public abstract class Likelihood
{
    private const int MostSlots = 64;

    /// <summary>Binds names and units.</summary>
    /// <param name="parameters">Names of the parameters, the order of θ.</param>
    /// <param name="units">Number of independent units.</param>
    protected Likelihood(IReadOnlyList<string> parameters, int units) => (Parameters, Units) = (parameters, units);

    /// <summary>Names of the parameters, the order of θ.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Number of independent units, each with one score.</summary>
    public int Units { get; }

    /// <summary>Whether second derivatives are computed analytically; otherwise by differences of the analytic gradient.</summary>
    public virtual bool HasHessian => true;

    /// <summary>Whether the log-likelihood is concave in θ, so that Newton's steps are safe from anywhere.</summary>
    public virtual bool IsConcave => false;

    /// <summary>
    /// The same integrated with fewer draws, near whose maximum its own is, so that a search comes near sooner; null: nothing is gained.
    /// </summary>
    internal virtual Likelihood? Coarse => null;

    /// <summary>Values to start from, shape [K].</summary>
    public abstract double[] Start { get; }

    /// <summary>
    /// Parameters that no choice of these data depends on whatever their values: named, held at a value that says nothing, not counted.
    /// </summary>
    public virtual IReadOnlyList<Undetermined> Undetermined => [];

    /// <summary>The same with what is fixed and equal: constraints can make parts of a model alike, so that others mean nothing.</summary>
    /// <param name="options">What is given.</param>
    public virtual IReadOnlyList<Undetermined> UndeterminedUnder(EstimationOptions options) => Undetermined;

    /// <summary>
    /// What to hold where <see cref="UndeterminedUnder"/> is one choice of several: all of them, that one first; the one of the highest
    /// log-likelihood counts. Fewer than two: there is no choice.
    /// </summary>
    /// <param name="options">What is given.</param>
    public virtual IReadOnlyList<IReadOnlyList<Undetermined>> HeldInTurn(EstimationOptions options) => [];

    /// <summary>Parameters that mean nothing once spreads have ended at 0, their bound.</summary>
    /// <param name="options">What is given.</param>
    /// <param name="atBound">The spreads.</param>
    public virtual IReadOnlyList<Undetermined> UndeterminedAt(EstimationOptions options, IReadOnlyList<string> atBound) => [];

    /// <summary>Parameters that a search left at a kink from which the log-likelihood falls on both sides, with the value there.</summary>
    /// <param name="theta">θ where it ended, shape [K].</param>
    public virtual IReadOnlyList<Undetermined> Kinks(double[] theta) => [];

    /// <summary>Whether a parameter has a range whose ends belong to it.</summary>
    /// <param name="parameter">Place in θ.</param>
    internal virtual bool HasEnds(int parameter) => false;

    /// <summary>The ends of the range of a parameter, with the others where they are.</summary>
    /// <param name="parameter">Place in θ, one that has ends.</param>
    /// <param name="theta">θ, shape [K].</param>
    internal virtual (double Lower, double Upper) Range(int parameter, double[] theta) => default;

    /// <summary>How the start was sought; null: it was not.</summary>
    public virtual StartSearch? Search => null;

    /// <summary>Values to start from with what is given in place, shape [K]; a search for a start holds it throughout.</summary>
    /// <param name="options">What is given.</param>
    public virtual double[] StartFor(EstimationOptions options) => options.Place(Parameters, Start);

    /// <summary>The same maximum in the order that the model prescribes, where parts of it can change places; else θ itself.</summary>
    /// <param name="theta">θ at a maximum, shape [K].</param>
    /// <param name="options">What is given; it holds in the order too.</param>
    public virtual double[] InOrder(double[] theta, EstimationOptions options) => theta;

    /// <summary>Probability of every row at θ, whatever was chosen, in one pass; null: the model has no formula for it.</summary>
    /// <param name="theta">θ, shape [K].</param>
    public virtual double[]? Probabilities(double[] theta) => null;

    /// <summary>Expected shares with their derivatives, in one pass; null: the model has no formula for them.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="weight">Weight of each situation.</param>
    internal virtual ShareSlopes? Shares(double[] theta, Func<int, double> weight) => null;

    /// <summary>What the estimates show not to be told apart, beyond flat directions.</summary>
    /// <param name="theta">θ at the maximum, shape [K].</param>
    public virtual IReadOnlyList<Unidentified> Doubts(double[] theta) => [];

    /// <summary>Person of a unit, from 0, for standard errors clustered by person.</summary>
    public abstract int PersonOf(int unit);

    /// <summary>The log-likelihood and the derivatives wanted at θ.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="wanted">What to compute beside the value.</param>
    /// <param name="threads">Most threads; 0: one a processor. It does not change the result.</param>
    /// <param name="factors">Multiplies the weight of each unit, as resampling and latent classes need, shape [units]; null: 1.</param>
    /// <exception cref="ArgumentException">θ has not K values.</exception>
    public Evaluation Evaluate(ReadOnlySpan<double> theta, Derivatives wanted, int threads = 0, double[]? factors = null)
    {
        if (theta.Length != Parameters.Count)
        {
            throw new ArgumentException($"θ has {theta.Length} values for {Parameters.Count} parameters", nameof(theta));
        }

        bool numeric = wanted.HasFlag(Derivatives.Hessian) && !HasHessian;
        var analytic = numeric ? wanted & ~Derivatives.Hessian | Derivatives.OuterProduct : wanted;
        var total = new Evaluation(theta.Length, Units, wanted | analytic);
        Sum(theta.ToArray(), analytic, threads, factors, total);
        if (numeric)
        {
            NumericHessian.Fill(this, theta.ToArray(), total.OuterProduct, total.Hessian, threads, factors);
        }

        return total;
    }

    /// <summary>Adds <paramref name="count"/> units to <paramref name="sum"/>, in order.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="first">First unit.</param>
    /// <param name="count">How many units.</param>
    /// <param name="sum">Where to add.</param>
    protected abstract void AddUnits(double[] theta, int first, int count, UnitSum sum);

    /// <summary>Number of slots.</summary>
    private protected int Slots => Math.Min(Units, MostSlots);

    /// <summary>First unit of a slot.</summary>
    private protected int FirstOfSlot(int slot) => (int)((long)Units * slot / Slots);

    /// <summary>What all units share at θ, computed before them; the result is given to each call of <see cref="AddUnits"/>.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="wanted">What is computed beside the value.</param>
    /// <param name="threads">Most threads; 0: one a processor.</param>
    /// <param name="factors">Multiplies the weight of each unit; null: 1.</param>
    protected virtual object? Prepare(double[] theta, Derivatives wanted, int threads, double[]? factors) => null;

    private void Sum(double[] theta, Derivatives wanted, int threads, double[]? factors, Evaluation total)
    {
        object? shared = Prepare(theta, wanted, threads, factors);
        var sums = new UnitSum[Slots];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads <= 0 ? Environment.ProcessorCount : threads };
        Parallel.For(0, Slots, options, slot =>
        {
            sums[slot] = new UnitSum(theta.Length, wanted, total, factors, shared);
            int first = FirstOfSlot(slot);
            AddUnits(theta, first, FirstOfSlot(slot + 1) - first, sums[slot]);
        });
        foreach (var sum in sums)
        {
            total.LogLikelihood += sum.LogLikelihood;
            ColumnKernel.AddScaled(1, sum.Gradient, total.Gradient);
            ColumnKernel.AddScaled(1, sum.OuterProduct, total.OuterProduct);
            if (sum.Hessian.Length > 0)
            {
                ColumnKernel.AddScaled(1, sum.Hessian, total.Hessian);
            }
        }

        SymmetricMatrix.MirrorLower(total.OuterProduct, theta.Length);
        SymmetricMatrix.MirrorLower(total.Hessian, theta.Length);
    }
}
