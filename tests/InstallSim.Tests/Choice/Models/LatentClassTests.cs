using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

public sealed class LatentClassTests
{
    [Test]
    public void Derivatives_equal_finite_differences()
    {
        var model = new LatentClass(3, ["x1", "x2", "x3"], ["z"], ["x3"]);
        Assert.That(model.Parameters, Is.EqualTo(new[]
        {
            "x3", "class1.x1", "class1.x2", "class2.x1", "class2.x2", "class3.x1", "class3.x2", "member2",
            "member2.z", "member3", "member3.z",
        }));
        LikelihoodChecks.Verify(model.Bind(Data(25)), [0.2, 0.5, -0.5, 1, 1, -1, 0.3, 0.2, -0.4, 0.1, 0.3]);
    }

    /// <summary>Some always take what has the least of x2, whatever x1; others like it. In the class of the first it runs off.</summary>
    [Test]
    public void A_coefficient_that_runs_off_within_a_class_is_told_and_has_no_error()
    {
        ChoiceData data = Simulated.Panel(300, 6, 3, 2,
            key => key.Uniform(1_000_000) < 0.5 ? [0.6, -200] : [0.6, 2], equalSets: true, weighted: false);
        EstimationResult fit = MaximumLikelihood.Estimate(new LatentClass(2, ["x1", "x2"]), data);
        string lost = Math.Abs(fit["class1.x2"]) > Math.Abs(fit["class2.x2"]) ? "class1.x2" : "class2.x2";
        Assert.Multiple(() =>
        {
            Assert.That(fit.Converged, Is.False);
            Assert.That(fit.Unidentified.Select(u => (u.Parameters.Single(), u.Reason)),
                Is.EqualTo(new[] { (lost, Unidentified.Unbounded) }));
            Assert.That(fit.Estimated, Is.EqualTo(4));
            Assert.That(fit.StandardErrors()[fit.IndexOf(lost)], Is.NaN);
            Assert.That(fit.StandardErrors().Where((_, k) => k != fit.IndexOf(lost)), Is.All.InRange(0.01, 1));
        });
    }

    [Test]
    public void Derivatives_of_mixed_classes_equal_finite_differences()
    {
        var one = new MixedLogit(["x1", "x2"], [new("x1")], new HaltonDraws(24));
        var two = new MixedLogit(["x1", "x2"], [new("x2", Distribution.Lognormal) { Sign = -1 }], new HaltonDraws(24));
        LikelihoodChecks.Verify(new LatentClass([one, two]).Bind(Data(20)), [0.5, -0.5, 0.6, 1, -0.4, 0.5, 0.3]);
    }

    [Test]
    public void Shares_are_the_mean_probabilities_of_membership()
    {
        var data = Data(60);
        var model = new LatentClass(2, ["x1"], ["z"]);
        double[] theta = [0.3, -0.2, 0.4, -0.7];
        double expected = Enumerable.Range(0, data.Persons)
            .Average(p => 1 / (1 + Math.Exp(-0.4 + 0.7 * data.Column("z")[data.Start(data.FirstSituation(p))])));
        Assert.That(model.Shares(data, theta), Is.EqualTo(new[] { 1 - expected, expected }).Within(1e-12));
    }

    [Test]
    public void Known_classes_are_recovered_within_four_standard_errors()
    {
        var result = MaximumLikelihood.Estimate(new LatentClass(2, ["x1", "x2", "x3"], ["z"]), Data(800));
        Assert.That(result.Converged, Is.True, result.Ending);
        bool swapped = result["class1.x1"] > 0;
        string first = swapped ? "class2" : "class1", second = swapped ? "class1" : "class2";
        (string Name, double Value)[] truth =
        [
            (first + ".x1", -1), (first + ".x2", 0.8), (first + ".x3", 0.5), (second + ".x1", 1),
            (second + ".x2", 0), (second + ".x3", 0.5),
            ("member2.z", swapped ? -1 : 1),
        ];
        foreach (var (name, value) in truth)
        {
            Assert.That((result[name] - value) / result.StandardErrors()[result.IndexOf(name)], Is.InRange(-4, 4), name);
        }
    }

    [Test]
    public void A_variable_of_membership_must_be_of_the_person() =>
        Assert.That(() => new LatentClass(2, ["x1"], ["x2"]).Bind(Data(10)), Throws.ArgumentException.With.Message.Contains("'x2'"));

    /// <summary>Two classes; the odds of the second are exp(z).</summary>
    private static ChoiceData Data(int persons)
    {
        static double Z(int person) => person % 3 - 1;
        var data = Simulated.Panel(persons, 6, 4, 3,
            key => key.Uniform(2_000_000) < 1 / (1 + Math.Exp(Z((int)key.Agent))) ? [-1, 0.8, 0.5] : [1, 0, 0.5]);
        double[] z = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            z.AsSpan(data.Start(n), data.Alternatives(n)).Fill(Z(data.Person(n)));
        }

        return data.With(("z", z));
    }
}
