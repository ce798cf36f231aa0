using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Latent classes whose situations differ in scale by known groups.</summary>
public sealed class ScaledClassTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    [Test]
    public void Derivatives_equal_finite_differences([Values] bool mixed)
    {
        MixedLogit[] classes = [.. Enumerable.Range(0, 2)
            .Select(_ => new MixedLogit(Variables, mixed ? [new("x2")] : [], new HaltonDraws(mixed ? 15 : 1)))];
        var model = new LatentClass(classes, [], [], ["late"]);
        Assert.That(model.Parameters[0], Is.EqualTo("scale.late"));
        LikelihoodChecks.Verify(model.Bind(Data(12)), [.. model.Parameters.Select((_, k) => 0.3 - (0.15 * (k % 3)))], 0.2, 2);
    }

    [Test]
    public void Without_a_difference_it_is_the_model_of_classes()
    {
        var data = Data(30);
        double[] theta = [0.8, -0.4, -0.3, 0.6, 0.2];
        MixedLogit logit = new(Variables, [], new HaltonDraws(1));
        var plain = new LatentClass(2, Variables).Bind(data).Evaluate(theta, Derivatives.Gradient);
        var scaled = new LatentClass([logit, logit], [], [], ["late"]).Bind(data).Evaluate([0, .. theta], Derivatives.Gradient);
        Assert.That(scaled.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-10));
        Assert.That(scaled.Gradient.Skip(1), Is.EqualTo(plain.Gradient).Within(1e-8));
    }

    [Test]
    public void A_known_scale_is_recovered_and_sets_are_valued_at_theirs()
    {
        var data = Data(300);
        MixedLogit logit = new(Variables, [], new HaltonDraws(1));
        var model = new LatentClass([logit, logit], [], [], ["late"]) { Starts = 2 };
        var result = MaximumLikelihood.Estimate(model, data);
        GeneralMixedRecoveryTests.Recovered(result, new() { ["scale.late"] = 0.6 });
        double late = First(result, 1), early = First(result, 0);
        Assert.That(late, Is.EqualTo(Predicted(result, 1)).Within(1e-12));
        Assert.That(early, Is.EqualTo(Predicted(result, 0)).Within(1e-12).And.Not.EqualTo(late).Within(0.01));
    }

    [Test]
    public void A_scale_that_all_share_is_held_and_named()
    {
        var data = Data(10);
        MixedLogit logit = new(Variables, [], new HaltonDraws(1));
        data = data.With(("one", [.. Enumerable.Repeat(1.0, data.Rows)]));
        Assert.That(new LatentClass([logit, logit], [], [], ["one"]).Bind(data).Undetermined.Single().Parameter, Is.EqualTo("scale.one"));
    }

    private static double First(EstimationResult result, double late) =>
        new SetProbabilities(result.Model, ["x1", "x2", "late"], 8).At([.. result.Estimates])
            .OfFirst(new OfferedSet([0, 1], [[1, 0, late], [0, 0.5, late]]));

    private static double Predicted(EstimationResult result, double late) => new Prediction(result, ChoiceData.Unanswered(new ChoiceTable
    {
        Names = ["x1", "x2", "late"],
        Columns = [[1, 0], [0, 0.5], [late, late]],
        Situation = [0, 0],
        Alternative = [0, 1],
        Chosen = [],
    })).Probability[0];

    /// <summary>Two classes; every second situation has exp(0.6) times the scale.</summary>
    private static ChoiceData Data(int persons)
    {
        var data = Simulated.Panel(persons, 6, 3, 2, key => key.Uniform(1_000_000) < 0.6 ? [1.2, -0.8] : [-0.6, 1.4],
            scale: t => t % 2 == 1 ? Math.Exp(0.6) : 1);
        double[] late = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            late.AsSpan(data.Start(n), data.Alternatives(n)).Fill((n - data.FirstSituation(data.Person(n))) % 2);
        }

        return data.With(("late", late));
    }
}
