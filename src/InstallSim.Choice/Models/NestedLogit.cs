using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// The nested logit with any number of levels: the value of a branch is λ·ln Σ exp(v/λ) over its children, of an alternative
/// Σ βₖ·xₖ; ln P is the sum of (v(child) − v(branch))/λ(branch) down the tree, λ = 1 at the root (McFadden 1978). Alternatives in
/// no nest hang from the root. Parameters: β by the variables' names, then the dissimilarities. <see cref="IsUnscaled"/>: values are not
/// divided by λ, so that the step is v(child) − v(branch)/λ.
/// </summary>
public sealed class NestedLogit : IChoiceModel
{
    /// <summary>Describes the model.</summary>
    /// <param name="variables">Variables of the utility.</param>
    /// <param name="nests">Branches from the root.</param>
    /// <exception cref="ArgumentException">An alternative is in two branches, or a branch is empty.</exception>
    public NestedLogit(IReadOnlyList<string> variables, IReadOnlyList<Nest> nests)
    {
        (Variables, Nests) = ([.. variables], [.. nests]);
        var all = Flatten(nests).ToList();
        foreach (int twice in all.SelectMany(n => n.Alternatives).GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            throw new ArgumentException($"alternative {twice} is in more than one nest", nameof(nests));
        }

        if (all.Find(n => n.Alternatives.Count + n.Branches.Count == 0) is { } empty)
        {
            throw new ArgumentException($"nest '{empty.Parameter}' is empty", nameof(nests));
        }

        Parameters = [.. variables, .. all.Select(n => n.Parameter).Distinct()];
    }

    /// <summary>Variables of the utility.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Branches from the root.</summary>
    public IReadOnlyList<Nest> Nests { get; }

    /// <summary>
    /// Whether utilities are not divided by λ within a nest (<c>unscaled</c> in R's mlogit): P(j in nest) is a logit of V itself. It does
    /// not maximise a utility unless all λ are equal, but tells the λ of a nest of one alternative.
    /// </summary>
    public bool IsUnscaled { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new NestedLikelihood(this, data, new Lazy<double[]>(() =>
    [
        .. MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data).Estimates,
        .. Enumerable.Repeat(1.0, Parameters.Count - Variables.Count),
    ]));

    internal static IEnumerable<Nest> Flatten(IEnumerable<Nest> nests) => nests.SelectMany(n => Flatten(n.Branches).Prepend(n));
}
