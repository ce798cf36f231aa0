using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// A mixed logit whose utility is any formula: some of its parameters vary over people, b = mean + sd·z or b = ±exp(mean + sd·z), z
/// standard normal. Parameters: those of the formulas, of varying ones the mean (of the logarithm, where it is lognormal), then
/// <c>sd.b</c>. Of a formula that is straight in its parameters it is the <see cref="MixedLogit"/> with the same draws. The gradient is
/// exact.
/// </summary>
public sealed class FormulaMixedLogit : IChoiceModel
{
    /// <summary>Describes the model.</summary>
    /// <param name="formulas">The utility, with the values to start from: of the coefficients themselves, lognormal ones too.</param>
    /// <param name="random">Parameters that vary: normal or lognormal, the dimensions of the draws in this order.</param>
    /// <param name="draws">Draws of each person.</param>
    /// <exception cref="ArgumentException">A name is no parameter, is there twice, or a distribution is another.</exception>
    public FormulaMixedLogit(FormulaLogit formulas, IReadOnlyList<RandomCoefficient> random, DrawSequence draws)
    {
        (Formulas, Random, Draws) = (formulas, random, draws);
        foreach (RandomCoefficient r in random)
        {
            if (!formulas.Parameters.Contains(r.Variable) || random.Count(other => other.Variable == r.Variable) > 1)
            {
                throw new ArgumentException(
                    $"'{r.Variable}' is to vary once, as one of the parameters: {string.Join(", ", formulas.Parameters)}", nameof(random));
            }

            if (r.Distribution is not (Distribution.Normal or Distribution.Lognormal) || r.MeanBy.Count + r.SpreadBy.Count > 0
                || r.IsErrorComponent)
            {
                throw new ArgumentException($"'{r.Variable}' is to be normal or lognormal, its mean and spread the same for all",
                    nameof(random));
            }
        }

        Parameters = [.. formulas.Parameters, .. random.Select(r => "sd." + r.Variable)];
        if (Parameters.Distinct().Count() < Parameters.Count)
        {
            throw new ArgumentException("two parameters would have one name: rename those that begin with 'sd.'", nameof(random));
        }
    }

    /// <summary>The utility, of whose parameters all are the same for all.</summary>
    public FormulaLogit Formulas { get; }

    /// <summary>Parameters that vary.</summary>
    public IReadOnlyList<RandomCoefficient> Random { get; }

    /// <summary>Draws of each unit.</summary>
    public DrawSequence Draws { get; }

    /// <summary>Whether a unit is a person with all choices; otherwise each choice has draws of its own.</summary>
    public bool Panel { get; init; } = true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters { get; }

    /// <inheritdoc/>
    IReadOnlyList<IReadOnlyList<string>> IChoiceModel.Mirrored => [.. Random.Select(r => (string[])["sd." + r.Variable])];

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data) => new FormulaMixedLikelihood(this, data);
}
