using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// The cross-nested logit: an alternative is in several nests, in parts α that sum to 1. With S(m) = Σ (α(j, m)·exp V(j))^(1/λ(m)) over
/// the members of nest m, P(i) = Σ over m of S(m)^λ(m) / Σ S^λ × (α(i, m)·exp V(i))^(1/λ(m)) / S(m) (Vovsha 1997; Wen and Koppelman
/// 2001). Alternatives in no nest stand alone. With each alternative in one nest it is the nested logit. In Biogeme's notation μ(m) =
/// 1/λ(m), with the same α. Parameters: β by the variables' names, then the dissimilarities, then the parts.
/// </summary>
public sealed class CrossNestedLogit : IChoiceModel
{
    /// <summary>Where the dissimilarities start: at 1, where the model is the multinomial logit, the parts could not be told.</summary>
    private const double FirstDissimilarity = 0.7;

    /// <summary>Describes the model.</summary>
    /// <param name="variables">Variables of the utility.</param>
    /// <param name="nests">Nests; each alternative has exactly one part without a name, which takes what the others leave.</param>
    /// <exception cref="ArgumentException">A nest is empty or has an alternative twice, or an alternative has
    /// not one part without a name.</exception>
    public CrossNestedLogit(IReadOnlyList<string> variables, IReadOnlyList<CrossNest> nests)
    {
        (Variables, Nests) = ([.. variables], [.. nests]);
        foreach (var nest in nests)
        {
            if (nest.Members.Count == 0)
            {
                throw new ArgumentException($"nest '{nest.Parameter}' is empty", nameof(nests));
            }

            if (nest.Members.GroupBy(m => m.Alternative).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw new ArgumentException($"alternative {twice.Key} is in nest '{nest.Parameter}' {twice.Count()} times", nameof(nests));
            }
        }

        foreach (var parts in nests.SelectMany(n => n.Members).GroupBy(m => m.Alternative))
        {
            if (parts.Count(p => p.Share is null) is int rests and not 1)
            {
                throw new ArgumentException(
                    $"alternative {parts.Key} has {rests} parts without a name; exactly one takes what the others leave", nameof(nests));
            }
        }

        Dissimilarities = [.. nests.Select(n => n.Parameter).Distinct()];
        Shares = [.. nests.SelectMany(n => n.Members).Select(m => m.Share).OfType<string>().Distinct()];
        Parameters = [.. variables, .. Dissimilarities, .. Shares];
    }

    /// <summary>Variables of the utility.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Nests.</summary>
    public IReadOnlyList<CrossNest> Nests { get; }

    /// <summary>Names of the λ.</summary>
    public IReadOnlyList<string> Dissimilarities { get; }

    /// <summary>Names of the α.</summary>
    public IReadOnlyList<string> Shares { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new CrossNestedLikelihood(this, data, new Lazy<double[]>(() => Start(data)));

    private double[] Start(ChoiceData data)
    {
        double[] beta = [.. MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data).Estimates];
        var most = Nests.SelectMany(n => n.Members).GroupBy(m => m.Alternative).ToDictionary(g => g.Key, g => g.Count());
        double Even(string share) => 1.0 / Nests.SelectMany(n => n.Members).Where(m => m.Share == share).Max(m => most[m.Alternative]);
        return [.. beta, .. Dissimilarities.Select(_ => FirstDissimilarity), .. Shares.Select(Even)];
    }
}
