using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Latent classes of scale beside those of tastes.</summary>
public sealed class ScaleClassTests
{
    private static readonly string[] Variables = ["x1", "x2"];
    private static readonly double[] Theta = [0.8, -0.4, -0.3, 0.6, 0.2, -0.7, 0.4];

    [Test]
    public void The_log_likelihood_is_the_formula_worked_out_by_hand()
    {
        ChoiceData data = Data(9, 3);
        LatentClass model = Two();
        Assert.That(model.Parameters, Is.EqualTo(new[]
        {
            "class1.x1", "class1.x2", "class2.x1", "class2.x2", "member2", "scale-class2", "scale-member2",
        }));
        double[] taste = [1 / (1 + Math.Exp(0.2)), 1 / (1 + Math.Exp(-0.2))], share = [1 / (1 + Math.Exp(0.4)), 1 / (1 + Math.Exp(-0.4))];
        double[][] beta = [[0.8, -0.4], [-0.3, 0.6]];
        double[] scale = [1, Math.Exp(-0.7)];
        double sum = 0;
        for (int person = 0; person < data.Persons; person++)
        {
            double likelihood = 0;
            for (int q = 0; q < 2; q++)
            {
                for (int s = 0; s < 2; s++)
                {
                    likelihood += taste[q] * share[s] * Product(data, person, [.. beta[q].Select(b => b * scale[s])]);
                }
            }

            sum += data.Weight(data.FirstSituation(person)) * Math.Log(likelihood);
        }

        Assert.That(model.Bind(data).Evaluate(Theta, Derivatives.None).LogLikelihood, Is.EqualTo(sum).Within(1e-10));
    }

    [Test]
    public void Derivatives_equal_finite_differences([Values] bool mixed)
    {
        MixedLogit[] classes = [.. Enumerable.Range(0, 2)
            .Select(_ => new MixedLogit(Variables, mixed ? [new("x2")] : [], new HaltonDraws(mixed ? 15 : 1)))];
        var model = new LatentClass(classes, scaleClasses: 2);
        LikelihoodChecks.Verify(model.Bind(Data(12, 3)), [.. model.Parameters.Select((_, k) => 0.3 - (0.15 * (k % 3)))], 0.2, 2);
    }

    [Test]
    public void Known_tastes_and_scales_are_recovered_and_sets_are_valued_over_both()
    {
        ChoiceData data = Data(400, 8);
        var result = MaximumLikelihood.Estimate(Two(), data);
        var model = (LatentClass)result.Model;
        (double[] scales, double[] shares) = model.ScalesOf(result.Estimates);
        Assert.Multiple(() =>
        {
            Assert.That(result.IsSound, Is.True, result.Ending);
            Assert.That(shares[0], Is.GreaterThan(shares[1]), "the largest comes first");
            Assert.That(scales[0], Is.EqualTo(1));
        });
        GeneralMixedRecoveryTests.Recovered(result, new()
        {
            ["class1.x1"] = 1.5,
            ["class1.x2"] = -1,
            ["class2.x1"] = -1,
            ["class2.x2"] = 1.2,
            ["member2"] = Math.Log(0.4 / 0.6),
            ["scale-class2"] = Math.Log(0.25),
            ["scale-member2"] = Math.Log(0.35 / 0.65),
        });
        double hand = 0;
        for (int q = 0; q < 2; q++)
        {
            for (int s = 0; s < 2; s++)
            {
                double v = scales[s] * ((result[$"class{q + 1}.x1"] * 1) - result[$"class{q + 1}.x2"]);
                hand += model.Shares(data, result.Estimates)[q] * shares[s] / (1 + Math.Exp(-v));
            }
        }

        var people = new SetProbabilities(model, Variables, 8).At([.. result.Estimates]);
        Assert.That(people.OfFirst(new OfferedSet([0, 1], [[1, 0], [0, 1]])), Is.EqualTo(hand).Within(1e-12));
    }

    [Test]
    public void Classes_of_one_scale_of_nobody_and_of_chance_are_named()
    {
        Likelihood likelihood = Two().Bind(Data(20, 3));
        string Doubt(double scale, double share) =>
            string.Join('|', likelihood.Doubts([0.8, -0.4, -0.3, 0.6, 0.2, scale, share]).Select(d => d.Reason));
        Assert.Multiple(() =>
        {
            Assert.That(Doubt(1e-6, 0), Does.Contain("have the same scale"));
            Assert.That(Doubt(-1, -30), Does.Contain("nobody belongs"));
            Assert.That(Doubt(-40, 0), Does.Contain("choose at random"));
            Assert.That(Doubt(-1, 0), Is.Empty);
        });
    }

    [Test]
    public void Scales_alone_need_no_classes_of_tastes()
    {
        ChoiceData data = Simulated.Panel(200, 8, 3, 2,
            key => key.Uniform(1_000_000) < 0.75 ? [1.5, -1] : [0.3, -0.2], equalSets: true, weighted: false);
        var one = new LatentClass([new MixedLogit(Variables, [], new HaltonDraws(1))], scaleClasses: 2);
        var result = MaximumLikelihood.Estimate(one, data);
        Assert.That(result.IsSound, Is.True, result.Ending);
        GeneralMixedRecoveryTests.Recovered(result, new() { ["class1.x1"] = 1.5, ["scale-class2"] = Math.Log(0.2) });
    }

    private static LatentClass Two()
    {
        MixedLogit logit = new(Variables, [], new HaltonDraws(1));
        return new LatentClass([logit, logit], scaleClasses: 2) { Starts = 2 };
    }

    private static double Product(ChoiceData data, int person, double[] beta)
    {
        double product = 1;
        for (int n = data.FirstSituation(person); n < data.FirstSituation(person + 1); n++)
        {
            double[] v = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))
                .Select(row => Math.Exp((beta[0] * data.Column("x1")[row]) + (beta[1] * data.Column("x2")[row])))];
            product *= v[data.Chosen(n)] / v.Sum();
        }

        return product;
    }

    private static ChoiceData Data(int persons, int situations) => Simulated.Panel(persons, situations, 3, 2, key =>
    {
        double scale = key.Uniform(1_000_001) < 0.65 ? 1 : 0.25;
        double[] beta = key.Uniform(1_000_000) < 0.6 ? [1.5, -1] : [-1, 1.2];
        return [.. beta.Select(b => b * scale)];
    }, equalSets: true);
}
