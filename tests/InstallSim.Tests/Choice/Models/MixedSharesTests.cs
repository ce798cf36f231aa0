using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Shares of mixed logits and latent classes in one pass are those of each alternative as if it were chosen.</summary>
public sealed class MixedSharesTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    private static readonly RandomCoefficient Normal = new("x1", Distribution.Normal),
        Lognormal = new("x2", Distribution.Lognormal) { Sign = -1 }, Truncated = new("x1", Distribution.TruncatedNormal);

    private static IEnumerable<TestCaseData> Models =>
    [
        Case("one normal", [0.7, -0.4, 0.5], Mixed([Normal])),
        Case("correlated", [0.7, -0.4, 0.5, 0.2, 0.3], Mixed([Normal, Lognormal], [["x1", "x2"]])),
        Case("truncated", [0.7, -0.4, 0.5], Mixed([Truncated])),
        Case("each situation anew", [0.7, -0.4, 0.5], Mixed([Normal], panel: false)),
        Case("in units of x2", [0.7, -0.4, 0.5, 0.3],
            new MixedLogit(Variables, [Normal, Lognormal], Halton, [], "x2")),
        Case("two classes", [0.7, -0.4, -0.3, 0.9, 0.6], new LatentClass([Plain, Plain])),
        Case("a class of random coefficients", [0.7, -0.4, 0.5, -0.3, 0.9, 0.6], new LatentClass([Mixed([Normal]), Plain])),
    ];

    private static DrawSequence Halton => new HaltonDraws(150);

    private static MixedLogit Plain => Mixed([]);

    [TestCaseSource(nameof(Models))]
    public void Shares_and_slopes_are_those_of_each_alternative_as_if_chosen(IChoiceModel model, double[] theta)
    {
        ChoiceData data = Simulated.Panel(20, 3, 5, 2, _ => [0.5, 0.5]); // sets of 2 to 5
        double[] probability = Prediction.Probabilities(Prediction.Asked(model, data), data, theta, 1, out double[] gradient);
        Likelihood likelihood = model.Bind(data.AsIfChosen(new int[data.Situations], Prediction.IsByPerson(model)));
        Assert.That(likelihood.Probabilities(theta), Is.EqualTo(probability).Within(1e-13));

        ShareSlopes found = likelihood.Shares(theta, n => 1 + n)!;
        int codes = found.Shares.Length;
        double[] shares = new double[codes], slopes = new double[codes * theta.Length];
        for (int n = 0; n < data.Situations; n++)
        {
            for (int row = data.Start(n); row < data.Start(n + 1); row++)
            {
                shares[data.Alternative(row)] += (1 + n) * probability[row];
                for (int k = 0; k < theta.Length; k++)
                {
                    slopes[(k * codes) + data.Alternative(row)] += (1 + n) * gradient[(row * theta.Length) + k];
                }
            }
        }

        Assert.That(found.Shares, Is.EqualTo(shares).Within(1e-10));
        Assert.That(found.Slopes, Is.EqualTo(slopes).Within(1e-9));
    }

    private static MixedLogit Mixed(RandomCoefficient[] random, string[][]? correlated = null, bool panel = true) =>
        new(Variables, random, Halton, correlated ?? []) { Panel = panel };

    private static TestCaseData Case(string name, double[] theta, IChoiceModel model) =>
        new TestCaseData(model, theta).SetArgDisplayNames(name);
}
