using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Second derivatives of single situations from moments of their rows.</summary>
public sealed class SituationRoomTests
{
    private const int Many = 10;
    private static readonly string[] Variables = [.. Enumerable.Range(1, Many).Select(k => $"x{k}")];

    private static IEnumerable<MixedLogit> Served =>
    [
        new MixedLogit(Variables, [new("x1"), new("x2")], new HaltonDraws(40)) { Panel = false },
        new MixedLogit(Variables, [new("x1"), new("x4"), new("x7")], new HaltonDraws(20), [["x1", "x4"]]) { Panel = false },
        new MixedLogit(Variables, [new("x3", Distribution.ZeroBoundedTriangular), new("x5", Distribution.Uniform)], new HaltonDraws(40))
            { Panel = false },
        new MixedLogit(Variables, [new("x2") { IsErrorComponent = true }], new HaltonDraws(150)) { Panel = false },
    ];

    [TestCaseSource(nameof(Served))]
    public void Derivatives_equal_finite_differences(MixedLogit model)
    {
        ChoiceData data = Data(3);
        Assert.That(IsServed(model, data), Is.True, "the test is of the moments");
        LikelihoodChecks.Verify(model.Bind(data), [.. model.Parameters.Select((_, k) => 0.4 - (0.1 * k))], points: 2);
    }

    [Test]
    public void Transformed_coefficients_panels_and_large_sets_are_taken_draw_by_draw()
    {
        var lognormal = new MixedLogit(Variables, [new("x1", Distribution.Lognormal)], new HaltonDraws(10)) { Panel = false };
        var panel = new MixedLogit(Variables, [new("x1")], new HaltonDraws(10));
        Assert.That((IsServed(lognormal, Data(3)), IsServed(panel, Data(3)), IsServed(Served.First(), Data(20))),
            Is.EqualTo((false, false, false)));
    }

    /// <summary>Utilities that overflow, where the sums are left for logarithms.</summary>
    [TestCase(1)]
    [TestCase(2000)]
    public void Log_likelihoods_are_those_of_the_formula(double size)
    {
        ChoiceData data = Data(3);
        var model = new MixedLogit(["x1", "x2"], [new("x1")], new HaltonDraws(24)) { Panel = false };
        double[] theta = [0.7 * size, -0.4 * size, 0.6 * size];
        double expected = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            double[] u = new double[24];
            model.Draws.Fill(n, 0, u);
            double[] logs = [.. u.Select(one => -LogSum([.. Enumerable.Range(data.Start(n), data.Alternatives(n)).Select(row =>
                Difference("x1", row) * (theta[0] + (theta[2] * NormalQuantileKernel.Quantile(one)))
                    + (Difference("x2", row) * theta[1]))]))];
            expected += data.Weight(n) * (LogSum(logs) - Math.Log(24));
            double Difference(string name, int row) => data.Column(name)[row] - data.Column(name)[data.Start(n) + data.Chosen(n)];
        }

        Assert.That(model.Bind(data).Evaluate(theta, Derivatives.None).LogLikelihood, Is.EqualTo(expected).Within(1e-10 * size));
    }

    private static double LogSum(double[] values) => values.Max() + Math.Log(values.Sum(v => Math.Exp(v - values.Max())));

    private static bool IsServed(MixedLogit model, ChoiceData data) =>
        SituationRoom.Serves(model.Terms,
            new PanelDifferences(data, model.Terms.Variables, model.Terms.Varies, model.Panel, model.Terms.Covariates), hessian: true);

    private static ChoiceData Data(int most) => Simulated.Panel(30, 2, most, Many, _ => [.. Enumerable.Repeat(0.3, Many)]);
}
