using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// The multinomial (conditional) logit: V = Σ βₖ·xₖ, P[j] = exp(V[j]) / Σ exp(V[i]). McFadden (1974). Constants, interactions
/// and alternative-specific coefficients are variables like any other.
/// </summary>
/// <param name="variables">Variables of the utility; the parameters bear their names.</param>
public sealed class MultinomialLogit(IReadOnlyList<string> variables) : IChoiceModel
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; } = [.. variables];

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new MultinomialLikelihood(Parameters, data);
}
