using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>
/// By how much a fit with some draws differs from one with all the draws there could be: bias and standard deviation of its
/// log-likelihood and of its estimates, over eight seeds. At our estimates each set of draws has a gradient g of its own, and would
/// move the estimates by (−H)⁻¹·g.
/// </summary>
internal sealed class SimulationNoise
{
    private const int Seeds = 8;
    private readonly double[] _bias, _deviation;

    /// <summary>Measures the noise about a fit with draws so many or so even that it stands for all of them.</summary>
    /// <param name="result">The fit; where it has no covariance, the noise of estimates is 0.</param>
    /// <param name="data">Its choices.</param>
    /// <param name="draws">Draws by seed.</param>
    /// <param name="times">How many times more draws the fit in question had: bias falls with their
    /// number, the deviation with its root.</param>
    public SimulationNoise(EstimationResult result, ChoiceData data, Func<uint, DrawSequence> draws, double times)
    {
        double[] theta = [.. result.Estimates];
        double[,] inverse = result.Covariance(CovarianceKind.Hessian);
        double[][] moves = [.. Enumerable.Range(0, theta.Length + 1).Select(_ => new double[Seeds])];
        for (uint seed = 0; seed < Seeds; seed++)
        {
            var at = With(result.Model, draws(100 + seed)).Bind(data).Evaluate(theta, Derivatives.Gradient);
            for (int k = 0; k < theta.Length; k++)
            {
                moves[k][seed] = Enumerable.Range(0, theta.Length).Sum(j => inverse[k, j] * at.Gradient[j]);
            }

            moves[^1][seed] = at.LogLikelihood - result.LogLikelihood;
        }

        _bias = [.. moves.Select(m => m.Average() / times)];
        _deviation = [.. moves.Select(m => Math.Sqrt(m.Sum(x => (x - m.Average()) * (x - m.Average())) / (Seeds - 1) / times))];
    }

    /// <summary>Expected log-likelihood less ours, and its standard deviation.</summary>
    public (double Bias, double Deviation) LogLikelihood => (_bias[^1], _deviation[^1]);

    /// <summary>Expected estimate of a parameter less ours, and its standard deviation.</summary>
    public (double Bias, double Deviation) Of(int parameter) => (_bias[parameter], _deviation[parameter]);

    private static IChoiceModel With(IChoiceModel model, DrawSequence draws) => model switch
    {
        MixedLogit mixed => With(mixed, draws),
        LatentClass classes =>
            new LatentClass([.. classes.Classes.Select(c => With(c, draws))], classes.Membership, classes.Shared) { Starts = 1 },
        _ => throw new ArgumentException($"{model} has no draws"),
    };

    private static MixedLogit With(MixedLogit model, DrawSequence draws) =>
        new(model.Variables, model.Random, draws, model.Correlated, model.Numeraire) { Panel = model.Panel };
}
