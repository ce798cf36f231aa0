using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Derivatives of expected shares by formula.</summary>
public sealed class NestedSharesTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    private static IEnumerable<TestCaseData> Models =>
    [
        new TestCaseData(new MultinomialLogit(Variables), new[] { 0.7, -0.4 }).SetArgDisplayNames("no nests"),
        Nested("flat", false, [0.7, -0.4, 0.6, 0.9], new Nest("a", [0, 1, 2]), new Nest("b", [3])),
        Nested("one dissimilarity", false, [0.7, -0.4, 0.6], new Nest("a", [0, 1]), new Nest("a", [2, 3])),
        Nested("two levels", false, [0.7, -0.4, 0.9, 0.5, 0.7],
            new Nest("upper", [0]) { Branches = [new Nest("lower", [1, 2]), new Nest("other", [3, 4])] }),
        Nested("unscaled", true, [0.7, -0.4, 0.9, 0.5, 0.7],
            new Nest("upper", [0]) { Branches = [new Nest("lower", [1, 2])] }, new Nest("alone", [3])),
    ];

    [TestCaseSource(nameof(Models))]
    public void Slopes_of_shares_equal_finite_differences(IChoiceModel model, double[] theta)
    {
        ChoiceData data = Simulated.Panel(20, 2, 5, 2, _ => [0.5, 0.5]); // sets of 2 to 5: some nests are empty
        Likelihood likelihood = model.Bind(data);
        ShareSlopes found = likelihood.Shares(theta, data.Weight)!;
        double[] Shares(int k, double step)
        {
            double[] moved = [.. theta], sums = new double[found.Shares.Length];
            moved[k] += step;
            double[] probability = likelihood.Probabilities(moved)!;
            for (int n = 0; n < data.Situations; n++)
            {
                for (int row = data.Start(n); row < data.Start(n + 1); row++)
                {
                    sums[data.Alternative(row)] += data.Weight(n) * probability[row];
                }
            }

            return sums;
        }

        Assert.That(found.Shares, Is.EqualTo(Shares(0, 0)).Within(1e-12));
        for (int k = 0; k < theta.Length; k++)
        {
            double[] slopes = [.. Shares(k, 1e-5).Zip(Shares(k, -1e-5), (up, down) => (up - down) / 2e-5)];
            Assert.That(found.Slopes[(k * slopes.Length)..((k + 1) * slopes.Length)], Is.EqualTo(slopes).Within(1e-7),
                likelihood.Parameters[k]);
        }
    }

    private static TestCaseData Nested(string name, bool isUnscaled, double[] theta, params Nest[] nests) =>
        new TestCaseData(new NestedLogit(Variables, nests) { IsUnscaled = isUnscaled }, theta).SetArgDisplayNames(name);
}
