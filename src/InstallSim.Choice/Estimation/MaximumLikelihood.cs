using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Estimation;

/// <summary>Estimates choice models by maximum (simulated) likelihood.</summary>
public static class MaximumLikelihood
{
    private const int MostOfCoarse = 100; // iterations with fewer draws
    private const double CoarseTolerance = 1e5;

    /// <summary>Fits a model to choices, with its covariances.</summary>
    /// <exception cref="ArgumentException">
    /// A variable is not in the data; a parameter to fix, start or equal is not in the model; the likelihood is not a number at the start.
    /// </exception>
    public static EstimationResult Estimate(IChoiceModel model, ChoiceData data, EstimationOptions? options = null)
    {
        options ??= new EstimationOptions();
        var likelihood = model.Bind(data);
        var (found, undetermined) = HeldBest(model, likelihood, data, options);
        EstimationOptions held = options.Holding(undetermined);
        IReadOnlyList<Undetermined> kinks = likelihood.Kinks([.. found.Estimates]);
        Undetermined[] more = [.. likelihood.UndeterminedAt(held, found.AtBound).Concat(kinks)
            .Where(u => u.IsLeftBy(held) && !found.IsFixed[found.IndexOf(u.Parameter)])];
        if (more.Length == 0)
        {
            return found;
        }

        EstimationResult again = Estimate(model, likelihood, data, options with
        {
            Start = found.Parameters.Index().ToDictionary(p => p.Item, p => found.Estimates[p.Index]),
        }, [.. undetermined, .. more]);
        string[] still = [.. likelihood.UndeterminedAt(held, again.AtBound).Concat(likelihood.Kinks([.. again.Estimates]))
            .Select(u => u.Parameter)];
        return more.All(u => still.Contains(u.Parameter)) ? again : found;
    }

    /// <summary>
    /// The fit with what no choice depends on held; where one thing or another could be held, each in turn, as if it were fixed, and the
    /// fit of the highest log-likelihood is taken, of equals the first by name: neither the order of rows nor that of names decides.
    /// </summary>
    private static (EstimationResult Fit, Undetermined[] Held) HeldBest(
        IChoiceModel model, Likelihood likelihood, ChoiceData data, EstimationOptions options)
    {
        IReadOnlyList<IReadOnlyList<Undetermined>> turns = likelihood.HeldInTurn(options);
        Undetermined[][] sets = [.. (turns.Count > 1 ? turns : [likelihood.UndeterminedUnder(options)])
            .Select(set => set.Where(u => u.IsLeftBy(options)).ToArray())];
        (EstimationResult Fit, Undetermined[] Held)[] tried =
            [.. sets.Select(set => (Estimate(model, likelihood, data, options, set), set))];
        double highest = tried.Select(t => t.Fit.LogLikelihood).Where(double.IsFinite).DefaultIfEmpty(double.NegativeInfinity).Max();
        return tried.Length == 1 ? tried[0] : tried.Where(t => !(t.Fit.LogLikelihood < highest - SameLikelihood))
            .MinBy(t => string.Join(' ', t.Held.Select(u => u.Parameter).Order(StringComparer.Ordinal)), StringComparer.Ordinal);
    }

    /// <summary>By how much two log-likelihoods of the same may differ for where the searches ended.</summary>
    private const double SameLikelihood = 1e-4;

    private static EstimationResult Estimate(
        IChoiceModel model, Likelihood likelihood, ChoiceData data, EstimationOptions options, Undetermined[] undetermined)
    {
        EstimationOptions held = options.Holding(undetermined);
        var free = new FreeParameters(likelihood.Parameters, held);
        int[] counted = [.. Enumerable.Range(0, data.Situations).Where(n => data.Weight(n) > 0)];
        double sum = counted.Sum(data.Weight), meanWeight = sum > 0 ? sum / data.Situations : 1;
        held = held with { Tolerance = held.Tolerance * meanWeight }; // scores grow as the weights, their products as the squares
        double[] start = Start(likelihood, held);
        Maximum maximum = Maximise(likelihood, free, held, start);
        bool[] isFixed = [.. likelihood.Parameters.Select(held.Fixed.ContainsKey)];
        if (maximum.Ends.Count > 0)
        {
            (held, maximum) = AtEnds(likelihood, held, maximum);
            free = new FreeParameters(likelihood.Parameters, held);
        }

        var at = maximum.At.Hessian.Length > 0
            ? maximum.At
            : likelihood.Evaluate(maximum.Theta, Derivatives.OuterProduct | Derivatives.Hessian, options.Threads);
        double[] scores = likelihood.Units == data.Persons
            ? []
            : likelihood.Evaluate(maximum.Theta, Derivatives.Scores, options.Threads).Scores;
        int persons = counted.Select(data.Person).Distinct().Count();
        var parts = new CovarianceParts(likelihood, free, at, scores) { Clusters = persons };
        var identification = new Identification(free.Names, parts.Curvature, free.Sum(maximum.First.OuterProduct, 1 / meanWeight),
            [.. free.Members.Select(members => maximum.Theta[members[0]] - start[members[0]])],
            free.Sum(at.OuterProduct, 1 / meanWeight),
            new Surroundings(likelihood, free, maximum.Theta, at.LogLikelihood, parts.Curvature, options.Threads), maximum.Converged);
        bool[] isAtBound = maximum.Converged
            ? SpreadBounds.Of(model, likelihood, free, maximum.Theta, parts.Curvature, options.Threads)
            : new bool[free.Count];
        double[] gradient = free.Sum(at.Gradient);
        Unidentified[] doubts = [.. maximum.Converged ? likelihood.Doubts(maximum.Theta).Where(d => !d.Parameters.All(held.Binds)) : []];
        bool[] isFlat = [.. identification.IsFlat.Zip(free.Names, (flat, name) => flat || doubts.Any(d => d.HasNoSlope(name)))];
        string[] together = [.. identification.Found.SelectMany(found => found.Parameters)];
        int alone = free.Names.Count(name => doubts.Any(d => d.HasNoSlope(name)) && !together.Contains(name));
        return new EstimationResult(model, likelihood.Parameters, maximum.Theta, isFixed, parts.All(isFlat, isAtBound))
        {
            Situations = counted.Length,
            SumOfWeights = sum,
            Persons = persons,
            Estimated = free.Count - identification.FlatDirections - isAtBound.Where((at, i) => at && !isFlat[i]).Count() - alone,
            NullLogLikelihood = NullLogLikelihood(data),
            InitialLogLikelihood = maximum.First.LogLikelihood,
            LogLikelihood = at.LogLikelihood,
            Converged = maximum.Converged && !IsUnbounded(identification.Found, doubts),
            Ending = maximum.Reason,
            Iterations = maximum.Iterations,
            Evaluations = maximum.Evaluations,
            GradientNorm = Math.Sqrt(gradient.Sum(g => g * g)),
            PossibleRise = maximum.Rise,
            ConditionNumber = identification.ConditionNumber,
            Undetermined = undetermined,
            AtBound = [.. free.Names.Where((_, i) => isAtBound[i] && !isFlat[i]), .. maximum.Ends.Keys],
            Unidentified = WithReasons(doubts, identification.Found),
            Search = likelihood.Search,
        };
    }

    /// <summary>What ended at an end of its range is put at the very end and held there.</summary>
    private static (EstimationOptions Held, Maximum Maximum) AtEnds(Likelihood likelihood, EstimationOptions options, Maximum maximum)
    {
        EstimationOptions held = options with
        {
            Fixed = options.Fixed.Concat(maximum.Ends).ToDictionary(),
            Equal = [.. options.Equal.Where(group => !group.Any(maximum.Ends.ContainsKey))],
        };
        double[] theta = [.. maximum.Theta.Select((value, k) => maximum.Ends.GetValueOrDefault(likelihood.Parameters[k], value))];
        return (held, maximum with
        {
            Theta = theta,
            At = likelihood.Evaluate(theta, Derivatives.OuterProduct | Derivatives.Hessian, options.Threads),
        });
    }

    /// <summary>Whether a parameter ran off, other than on a level of the likelihood, or is stuck at a kink: there is no maximum.</summary>
    private static bool IsUnbounded(IReadOnlyList<Unidentified> flat, Unidentified[] doubts) =>
        doubts.Any(d => d.Reason is Unidentified.Kink or Unidentified.Unbounded) || flat.Any(found =>
        found.Reason == Unidentified.Unbounded
            && !doubts.Any(d => d.Reason == Unidentified.Level && found.Parameters.All(d.Parameters.Contains)));

    /// <summary>What is told by its reason is not told again as a direction that is flat because of it.</summary>
    private static IReadOnlyList<Unidentified> WithReasons(IEnumerable<Unidentified> doubts, IReadOnlyList<Unidentified> flat)
    {
        HashSet<string> said = [.. doubts.SelectMany(doubt => doubt.Parameters)];
        return [.. doubts, .. flat.Where(found => !found.Parameters.All(said.Contains))];
    }

    /// <summary>The maximum, its parts in the order that the model prescribes.</summary>
    private static Maximum Maximise(Likelihood likelihood, FreeParameters free, EstimationOptions options, double[] start)
    {
        if (free.Count == 0)
        {
            var at = likelihood.Evaluate(start, Derivatives.OuterProduct | Derivatives.Hessian, options.Threads);
            return new Maximum(start, at, at, true, 0, 1, 0, "nothing to estimate");
        }

        bool isSought = !likelihood.Parameters.All(options.Gives) && options.MostIterations > MostOfCoarse;
        Maximum maximum = Climb(likelihood, isSought ? likelihood.Coarse : null, free, options, start);
        double[] ordered = options.KeepsOrder ? maximum.Theta : likelihood.InOrder(maximum.Theta, options);
        return ordered.AsSpan().SequenceEqual(maximum.Theta)
            ? maximum
            : new TrustRegion(likelihood, free, options).Run(ordered) with
            {
                First = maximum.First,
                Iterations = maximum.Iterations,
                Evaluations = maximum.Evaluations,
            };
    }

    /// <summary>
    /// A maximum, from where a climb with fewer draws ends, whose curvature serves too; from the start where that ends nowhere, or lower.
    /// What the first climb finds is as uncertain as its integrals, so it is not found to the last digit.
    /// </summary>
    private static Maximum Climb(Likelihood likelihood, Likelihood? coarse, FreeParameters free, EstimationOptions options, double[] start)
    {
        if (coarse is null)
        {
            return new TrustRegion(likelihood, free, options).Run(start);
        }

        Maximum near = Climb(coarse, coarse.Coarse, free, options with
        {
            Tolerance = CoarseTolerance * options.Tolerance,
            MostIterations = MostOfCoarse,
            Progress = null,
        }, start);
        Evaluation first = likelihood.Evaluate(start, Derivatives.OuterProduct, options.Threads);
        if (!near.Converged)
        {
            return new TrustRegion(likelihood, free, options).Run(start);
        }

        Maximum found = new TrustRegion(likelihood, free, options).Run(near.Theta, near.Curvature);
        return found.At.LogLikelihood < first.LogLikelihood
            ? new TrustRegion(likelihood, free, options).Run(start)
            : found with
            {
                First = first,
                Iterations = near.Iterations + found.Iterations,
                Evaluations = near.Evaluations + found.Evaluations + 1,
            };
    }

    /// <summary>Σ w·ln(1/J): the log-likelihood when every available alternative is as likely as another.</summary>
    public static double NullLogLikelihood(ChoiceData data)
    {
        double sum = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            sum -= data.Weight(n) * Elementary.Log(data.Alternatives(n));
        }

        return sum;
    }

    /// <summary>Where to begin: at what is given when that is all, else where the model's own search ends with that in place.</summary>
    private static double[] Start(Likelihood likelihood, EstimationOptions options) =>
        likelihood.Parameters.All(options.Gives)
            ? options.Place(likelihood.Parameters, new double[likelihood.Parameters.Count])
            : likelihood.StartFor(options);
}
