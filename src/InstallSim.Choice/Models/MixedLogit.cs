using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// The mixed logit: a logit whose coefficients vary over people (McFadden and Train 2000), estimated by simulated likelihood.
/// Parameters: the means in the order of the variables, each followed by the slopes <c>x.z</c> of what it depends on; then the spreads,
/// <c>sd.x</c>, or for correlated coefficients the Cholesky factor row by row,
/// <c>chol.x.y</c> (x ∈ variables, y ≤ x). The sign of a standard deviation means nothing.
/// </summary>
public sealed class MixedLogit : IChoiceModel
{
    private readonly CoefficientTerms _terms;

    /// <summary>Describes the model.</summary>
    /// <param name="variables">All variables of the utility.</param>
    /// <param name="random">Which of them have varying coefficients; dimension d of the draws belongs to the d-th.</param>
    /// <param name="draws">Draws for each person.</param>
    /// <exception cref="ArgumentException">A random coefficient is not a variable, is named twice, or has impossible settings.</exception>
    public MixedLogit(IReadOnlyList<string> variables, IReadOnlyList<RandomCoefficient> random, DrawSequence draws)
        : this(variables, random, draws, [], null)
    {
    }

    /// <summary>Describes the model, with groups of correlated coefficients.</summary>
    /// <param name="variables">All variables of the utility.</param>
    /// <param name="random">Which of them have varying coefficients; dimension d of the draws belongs to the d-th.</param>
    /// <param name="draws">Draws for each person.</param>
    /// <param name="correlated">Groups of variables whose random coefficients are correlated; a variable is in at most one.</param>
    /// <param name="numeraire">
    /// Variable (a price) in whose units the others' coefficients are estimated: V = βₚ·p − βₚ·Σ ωₖ·xₖ, the parameters of x being those
    /// of the willingness to pay ω (Train and Weeks 2005); null: preference space.
    /// </param>
    /// <param name="isIncome">Whether the numeraire is an income instead, of which more is better: V = βₚ·p + βₚ·Σ ωₖ·xₖ.</param>
    /// <param name="inUtils">
    /// Variables u whose coefficients stay in utils beside a numeraire, as constants of alternatives may: V = Σ γᵤ·u + βₚ·p − βₚ·Σ ωₖ·xₖ.
    /// </param>
    /// <exception cref="ArgumentException">A random coefficient is not a variable, is named twice, or has impossible settings.</exception>
    public MixedLogit(
        IReadOnlyList<string> variables, IReadOnlyList<RandomCoefficient> random, DrawSequence draws,
        IReadOnlyList<IReadOnlyList<string>> correlated,
        string? numeraire = null, bool isIncome = false, IReadOnlyList<string>? inUtils = null)
    {
        _terms = new CoefficientTerms(variables, random, correlated, numeraire, isIncome, inUtils);
        (Numeraire, NumeraireIsIncome) = (numeraire, isIncome);
        (Variables, Random, Draws, Correlated) = ([.. variables], [.. random], draws, correlated);
    }

    /// <summary>All variables of the utility.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The coefficients that vary.</summary>
    public IReadOnlyList<RandomCoefficient> Random { get; }

    /// <summary>Groups of correlated coefficients.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Correlated { get; }

    /// <summary>Draws for each person.</summary>
    public DrawSequence Draws { get; }

    /// <summary>Variable in whose units the others' coefficients are; null: preference space.</summary>
    public string? Numeraire { get; }

    /// <summary>Variables whose coefficients are in utils beside a numeraire.</summary>
    public IReadOnlyList<string> InUtils => _terms.InUtils;

    /// <summary>Whether the numeraire is an income, of which more is better, and not a price.</summary>
    public bool NumeraireIsIncome { get; }

    /// <summary>Whether a person keeps the same coefficients in all situations; otherwise each situation draws anew.</summary>
    public bool Panel { get; init; } = true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Parameters => _terms.Parameters;

    /// <summary>The variable in whose units the coefficient of a variable is; null: in utils.</summary>
    /// <param name="variable">The variable.</param>
    public string? UnitOf(string variable) => variable == Numeraire || InUtils.Contains(variable) ? null : Numeraire;

    internal CoefficientTerms Terms => _terms;

    /// <summary>Each standard deviation; each column of a Cholesky factor.</summary>
    IReadOnlyList<IReadOnlyList<string>> IChoiceModel.Mirrored => [.. Random
        .Where(r => r.Distribution != Distribution.TruncatedNormal)
        .Select(r => Parameters.Where(p => p == $"sd.{r.Variable}" || Correlated.Any(group =>
            group.Contains(r.Variable) && group.Any(x => p == $"chol.{x}.{r.Variable}"))).ToArray())
        .Where(group => group.Length > 0)];

    /// <summary>The same model with another number of draws.</summary>
    public MixedLogit WithDraws(int count) =>
        new(Variables, Random, Draws.WithCount(count), Correlated, Numeraire, NumeraireIsIncome, InUtils) { Panel = Panel };

    /// <inheritdoc/>
    public Likelihood Bind(ChoiceData data)
    {
        if (Random.FirstOrDefault(r => r.SpreadBy.Count > 0) is { } spread)
        {
            throw new ArgumentException(
                $"the spread of '{spread.Variable}' depends on {string.Join(", ", spread.SpreadBy)}: a general mixed logit has such");
        }

        var panel = new PanelDifferences(data, _terms.Variables, _terms.Varies, Panel, _terms.Covariates);
        return new MixedLikelihood(_terms, Draws, panel, new MixedStart(this, data).Candidates,
            new(() => SpreadIdentification.Of(this, data)), options => SpreadIdentification.Choices(this, data, options));
    }
}
