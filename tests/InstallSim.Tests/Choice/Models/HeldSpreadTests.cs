using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Which of the error components that are one too many is held at 0.</summary>
public sealed class HeldSpreadTests
{
    /// <summary>One choice a person among three, with error components of 0, 3 and 3: the first is the smallest.</summary>
    private static readonly ChoiceData Data = Made();

    private static ChoiceData Made()
    {
        double[] spreads = [0, 3, 3];
        ChoiceData data = Simulated.Panel(700, 1, 3, 2, _ => [-1.5, 1], equalSets: true, weighted: false,
            errors: (key, _, gumbel) => [.. gumbel.Select((g, j) => g + (spreads[j] * Simulated.Normal(key, 40 + j)))]);
        return data.With([.. Enumerable.Range(0, 3).Select(j =>
            ($"is{j}", Enumerable.Range(0, data.Rows).Select(row => data.Alternative(row) == j ? 1.0 : 0).ToArray()))]);
    }

    private static EstimationResult Fit(string[] components, params string[] held) => MaximumLikelihood.Estimate(
        new MixedLogit(["x1", "x2", .. components], [.. components.Select(v => new RandomCoefficient(v) { IsErrorComponent = true })],
            new HaltonDraws(64)), Data, new() { Fixed = held.ToDictionary(name => name, _ => 0.0) });

    [TestCase("is0", "is1", "is2")]
    [TestCase("is2", "is1", "is0")]
    [TestCase("is1", "is0", "is2")]
    public void The_one_without_which_the_likelihood_is_highest_is_held_in_whatever_order_they_stand(params string[] components)
    {
        EstimationResult fit = Fit(components);
        var byHand = components.ToDictionary(name => name, name => Fit(components, "sd." + name).LogLikelihood);
        Undetermined held = fit.Undetermined.Single();
        Assert.Multiple(() =>
        {
            Assert.That(held.Parameter, Is.EqualTo("sd.is0"));
            Assert.That(held.Reason, Does.Contain("each was held at 0 in turn"));
            Assert.That(byHand.MaxBy(pair => pair.Value).Key, Is.EqualTo("is0"));
            Assert.That(fit.LogLikelihood, Is.EqualTo(byHand["is0"]).Within(1e-3));
            Assert.That(byHand["is0"] - byHand.Values.Min(), Is.GreaterThan(0.1), "or the order would decide nothing");
            Assert.That(fit.IsSound);
            Assert.That(fit.Estimated, Is.EqualTo(4));
        });
    }

    [Test]
    public void What_is_fixed_makes_the_choice() => Assert.That(Fit(["is0", "is1", "is2"], "sd.is1").Undetermined, Is.Empty);

    [TestCase("is0", "is1", "is2")]
    [TestCase("is2", "is1", "is0")]
    public void Within_latent_classes_each_is_held_in_turn_in_all_classes_at_once(params string[] components)
    {
        EstimationResult Of(params string[] held)
        {
            MixedLogit one = new(["x1", "x2", .. components],
                [.. components.Select(v => new RandomCoefficient(v) { IsErrorComponent = true })], new HaltonDraws(32));
            return MaximumLikelihood.Estimate(new LatentClass([one, one]) { Starts = 2 }, Data, new()
            {
                Fixed = held.SelectMany(name => new[] { "class1.sd." + name, "class2.sd." + name }).ToDictionary(name => name, _ => 0.0),
            });
        }

        EstimationResult fit = Of();
        var byHand = components.ToDictionary(name => name, name => Of(name).LogLikelihood);
        string best = byHand.MaxBy(pair => pair.Value).Key;
        Assert.Multiple(() =>
        {
            Assert.That(fit.LogLikelihood, Is.EqualTo(byHand[best]).Within(1e-3));
            Assert.That(fit.Undetermined.Select(u => u.Parameter), Is.EquivalentTo(new[] { "class1.sd." + best, "class2.sd." + best }));
            Assert.That(byHand[best] - byHand.Values.Min(), Is.GreaterThan(0.01), "or the order would decide nothing");
        });
    }
}
