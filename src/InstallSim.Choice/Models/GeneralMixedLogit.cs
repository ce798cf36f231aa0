using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// A mixed logit with scales of groups of situations and of people (the G-MNL), spreads that depend on the person, and nests.
/// V = exp(Σ γₘ·zₘ)·x′β(n), the scale as of revealed beside stated choices (Hensher and Bradley 1993; Brownstone, Bunch and Train 2000);
/// β(n) by <see cref="Models.RandomScale"/>; spreads by <see cref="RandomCoefficient.SpreadBy"/>; P a nested logit of V.
/// Parameters: those of <see cref="Tastes"/>; <c>scale.z</c>; <c>tau</c> and <c>gamma</c>; <c>sd-by.x.z</c>; those of the nests. Without
/// any of these it is the mixed logit with the same draws.
/// </summary>
public sealed class GeneralMixedLogit : IChoiceModel
{
    /// <summary>Describes the model.</summary>
    /// <param name="tastes">Coefficients, draws and units.</param>
    /// <param name="scale">Variables of the scale, the same for all alternatives of a situation; the scale is 1 where all are 0.</param>
    /// <param name="randomScale">A scale that varies over people; null: none. Its ε has the dimension of draws after the others'.</param>
    /// <param name="nests">Nests of alternatives; alternatives in none stand alone.</param>
    /// <exception cref="ArgumentException">A name is no variable, or parts do not go together.</exception>
    public GeneralMixedLogit(
        MixedLogit tastes, IReadOnlyList<string>? scale = null, RandomScale? randomScale = null, IReadOnlyList<Nest>? nests = null)
    {
        (Tastes, Scale, RandomScale, Nests) = (tastes, [.. scale ?? []], randomScale, [.. nests ?? []]);
        if (randomScale is not null)
        {
            Check(tastes, randomScale);
        }

        Split = randomScale is null ? [] : [.. tastes.Terms.Coefficients.Index().Where(c =>
            ScaledCoefficients.KindOf(tastes.Terms, randomScale, c.Index) == ScaledCoefficients.Kind.Split)
            .Select(c => tastes.Terms.Variables[c.Index])];
        HasGamma = randomScale is { Gamma: null } && Split.Count > 0;
        Parameters =
        [
            .. tastes.Parameters, .. Scale.Select(z => "scale." + z), .. randomScale is null ? [] : (string[])[Tau],
            .. HasGamma ? (string[])[Gamma] : [], .. SpreadsBy.Select(by => $"sd-by.{by.Variable}.{by.Covariate}"), .. Dissimilarities,
        ];
        if (Parameters.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"two parameters would be called '{twice.Key}': rename a variable or a nest", nameof(tastes));
        }
    }

    /// <summary>Coefficients, draws and units.</summary>
    public MixedLogit Tastes { get; }

    /// <summary>Variables of the scale.</summary>
    public IReadOnlyList<string> Scale { get; }

    /// <summary>A scale that varies over people; null: none.</summary>
    public RandomScale? RandomScale { get; }

    /// <summary>Nests of alternatives.</summary>
    public IReadOnlyList<Nest> Nests { get; }

    /// <summary>Whether γ is a parameter: not given, and a deviation is there that it could leave unscaled.</summary>
    public bool HasGamma { get; }

    /// <summary>Variables whose coefficients have deviations that γ could leave unscaled.</summary>
    internal IReadOnlyList<string> Split { get; }

    /// <summary>Names of the nests' parameters.</summary>
    public IReadOnlyList<string> Dissimilarities => [.. NestedLogit.Flatten(Nests).Select(nest => nest.Parameter).Distinct()];

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The spreads; τ.</summary>
    IReadOnlyList<IReadOnlyList<string>> IChoiceModel.Mirrored =>
        [.. ((IChoiceModel)Tastes).Mirrored, .. RandomScale is null ? [] : (string[][])[[Tau]]];

    /// <summary>Name of τ.</summary>
    internal const string Tau = "tau";

    /// <summary>Name of γ.</summary>
    internal const string Gamma = "gamma";

    /// <summary>Spreads and what they depend on.</summary>
    internal IEnumerable<(string Variable, string Covariate)> SpreadsBy =>
        Tastes.Random.SelectMany(r => r.SpreadBy.Select(z => (r.Variable, z)));

    /// <summary>The same model with another number of draws.</summary>
    public GeneralMixedLogit WithDraws(int count) => new(Tastes.WithDraws(count), Scale, RandomScale, Nests);

    /// <summary>The mixed logit alone, spreads the same for all.</summary>
    internal MixedLogit Plain() => new(
        Tastes.Variables, [.. Tastes.Random.Select(r => r with { SpreadBy = [] })], Tastes.Draws, Tastes.Correlated, Tastes.Numeraire,
        Tastes.NumeraireIsIncome, Tastes.InUtils)
    {
        Panel = Tastes.Panel,
    };

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new GeneralMixedLikelihood(this, data);

    private static void Check(MixedLogit tastes, RandomScale scale)
    {
        if (tastes.Numeraire is not null)
        {
            throw new ArgumentException(
                "in willingness-to-pay space the coefficient of the numeraire is the scale: let it vary instead of a random scale");
        }

        if (scale.Unscaled.FirstOrDefault(name => !tastes.Variables.Contains(name)) is { } unknown)
        {
            throw new ArgumentException(
                $"'{unknown}' is not to be scaled but is not among the variables: {string.Join(", ", tastes.Variables)}");
        }

        if (tastes.Variables.All(scale.Unscaled.Contains))
        {
            throw new ArgumentException("no coefficient is left for the random scale");
        }
    }
}
