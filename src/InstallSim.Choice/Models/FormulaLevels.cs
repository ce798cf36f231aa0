using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Where the utility of a formula is level in a parameter, so that no choice tells it, and where it has a kink: the log-likelihood then
/// has no slope, and may have its maximum there.
/// </summary>
internal sealed class FormulaLevels(FormulaLikelihood likelihood, FormulaLogit model, ChoiceData data)
{
    /// <summary>Outer product of the scores by curvature, equal in expectation, below which a score is nothing.</summary>
    private const double NoScore = 1e-7;

    /// <summary>By what starts are moved to look for values that choices depend on.</summary>
    private static readonly double[] Moves =
        [.. new[] { 1.0, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 1e4, 0.5, 0.1, 0.01 }.SelectMany(d => new[] { d, -d })];

    private readonly IReadOnlyList<string> _names = likelihood.Parameters;

    /// <summary>Parameters in conditions alone: V jumps where one passes a value of the data, and is level elsewhere.</summary>
    public IEnumerable<int> Jumping => Enumerable.Range(0, _names.Count).Where(k =>
        Array.TrueForAll(model.Formulas, formula => formula.Derivative(Formulas.Formula.Parameter(_names[k])).IsZero));

    /// <summary>Parameters whose score is 0 for everybody at θ, or that V has no finite slope in there.</summary>
    public int[] Stuck(double[] theta)
    {
        Evaluation at = likelihood.Evaluate(theta, Derivatives.OuterProduct);
        return [.. model.Terms.Value.Moving.Where(k => Product(at, k) == 0 || !double.IsFinite(Product(at, k)))];
    }

    /// <summary>Parameters that choices depend on neither at the start nor beside it; where to start instead, if that is found.</summary>
    public IEnumerable<Undetermined> AboutStart(double[] beside)
    {
        double[] start = [.. model.Start];
        int[] level = [.. model.Terms.Value.Moving];
        bool isSeen = false;
        foreach (double[] theta in (double[][])[start, beside])
        {
            Evaluation at = likelihood.Evaluate(theta, Derivatives.OuterProduct);
            if (double.IsFinite(at.LogLikelihood))
            {
                (isSeen, level) = (true, [.. level.Where(k => Product(at, k) == 0)]);
            }
        }

        return !isSeen ? [] : level.Select(k => new Undetermined(_names[k], start[k], Undetermined.NoChoice)
        {
            Start = level.SelectMany(other => Moves.Select(move => (Other: other, Value: start[other] + move)))
                .Where(p => Product(likelihood.Evaluate([.. beside.Select((b, i) => i == p.Other ? p.Value : b)],
                    Derivatives.OuterProduct), k) is > 0 and < double.PositiveInfinity)
                .Select(p => ((string, double)?)(_names[p.Other], p.Value)).FirstOrDefault(),
        });
    }

    /// <summary>What a search that ended at θ cannot tell: parameters that V is level in, and those at a kink.</summary>
    public IReadOnlyList<Unidentified> At(double[] theta)
    {
        Evaluation at = likelihood.Evaluate(theta, Derivatives.OuterProduct | Derivatives.Hessian);
        IReadOnlyList<Undetermined> kinks = KinksAt(theta);
        return
        [
            .. model.Terms.Value.Moving.Where(k => IsLevel(at, k) && kinks.All(kink => kink.Parameter != _names[k]))
                .Select(k => new Unidentified([_names[k]], Product(at, k) == 0 ? Unidentified.Level : Unidentified.NoSlope)),
            .. kinks.Select(kink => new Unidentified([kink.Parameter], Unidentified.Kink)),
        ];
    }

    /// <summary>
    /// Parameters that a search left at a kink, from which the log-likelihood falls on both sides: its slope changes sign there, and does
    /// not go to 0 the nearer one looks. Each with the value of the kink.
    /// </summary>
    public IReadOnlyList<Undetermined> KinksAt(double[] theta) => [.. model.Terms.Value.Moving.Where(k => IsKink(theta, k))
        .Select(k => new Undetermined(_names[k], Rounded(theta, k), Undetermined.AtKink))];

    /// <summary>The number with the fewest decimals that the search ended beside, if the log-likelihood is no lower there.</summary>
    private double Rounded(double[] theta, int k)
    {
        double At(double value) =>
            likelihood.Evaluate([.. theta.Select((own, i) => i == k ? value : own)], Derivatives.None).LogLikelihood;
        double highest = At(theta[k]), near = 1e-6 * (1 + Math.Abs(theta[k]));
        return Enumerable.Range(0, 9).Select(digits => Math.Round(theta[k], digits) + 0.0)
            .Where(value => Math.Abs(value - theta[k]) <= near && At(value) >= highest)
            .Append(Math.Round(theta[k], 9) + 0.0).First();
    }

    private bool IsKink(double[] theta, int k)
    {
        Evaluation Moved(double move) => likelihood.Evaluate(
            [.. theta.Select((value, i) => i == k ? value + move : value)], Derivatives.OuterProduct);
        double beside = Product(Moved(1e-6 * (1 + Math.Abs(theta[k]))), k);
        if (!(beside > 0 && double.IsFinite(beside)))
        {
            return false;
        }

        double far = 1e-3 / Math.Sqrt(beside), near = far / 100, below = Moved(-near).Gradient[k], above = Moved(near).Gradient[k];
        return below > 0 && above < 0 && below > Moved(-far).Gradient[k] / 2 && above < Moved(far).Gradient[k] / 2;
    }

    private bool IsLevel(Evaluation at, int k)
    {
        double weight = Enumerable.Range(0, data.Situations).Sum(data.Weight) / data.Situations;
        return Product(at, k) <= NoScore * weight * Math.Abs(at.Hessian[(k * _names.Count) + k]);
    }

    private double Product(Evaluation at, int k) => at.OuterProduct[(k * _names.Count) + k];
}
