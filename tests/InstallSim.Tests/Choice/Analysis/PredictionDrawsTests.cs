using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Analysis;

/// <summary>Predictions and elasticities draw people as the estimation did.</summary>
public sealed class PredictionDrawsTests
{
    private static readonly double[] Theta = [0.5, -0.4, 0.8, 0.6];

    [TestCase(true)]
    [TestCase(false)]
    public void One_choice_is_as_probable_as_the_likelihood_says(bool isPanel)
    {
        ChoiceData data = Simulated.Panel(20, 3, 3, 2, _ => [0.5, -0.4], weighted: false);
        var model = Model(isPanel);
        double[] probability = Prediction.Probabilities(model, data, Theta);
        int person = 7, n = data.FirstSituation(person);
        ChoiceData one = data.Take([n], [.. Enumerable.Range(data.Start(n), data.Alternatives(n))]).DrawnAs([isPanel ? person : n]);
        double ll = model.Bind(one).Evaluate(Theta, default).LogLikelihood;
        Assert.That(probability[data.Start(n) + data.Chosen(n)], Is.EqualTo(Math.Exp(ll)).Within(1e-14));
    }

    [Test]
    public void The_same_sets_of_one_person_are_predicted_alike_and_those_of_another_are_not()
    {
        ChoiceData data = Same(4, 3);
        double[] probability = Prediction.Probabilities(Model(true), data, Theta);
        double[] first = [.. Enumerable.Range(0, data.Situations).Select(n => probability[data.Start(n)])];
        Assert.That(first.Chunk(3).Select(own => own.Distinct().Count()), Is.All.EqualTo(1));
        Assert.That(first.Distinct().Count(), Is.EqualTo(4));
    }

    [Test]
    public void Elasticities_are_those_of_the_shares_predicted()
    {
        ChoiceData data = Simulated.Panel(20, 3, 3, 2, _ => [0.5, -0.4], weighted: false);
        ChoiceData more = data.With(("x1", [.. data.Column("x1").ToArray().Select((x, r) => data.Alternative(r) == 0 ? 1.1 * x : x)]));
        double Share(ChoiceData of) => Prediction.Probabilities(Model(true), of, Theta).Where((_, r) => of.Alternative(r) == 1).Sum();
        Assert.That(Elasticities.Arc(Model(true), Theta, data, "x1", 0, 0.1)[1],
            Is.EqualTo(Math.Log(Share(more) / Share(data)) / Math.Log(1.1)).Within(1e-12));
    }

    private static MixedLogit Model(bool isPanel) => new(["x1", "x2"], [new("x1"), new("x2")], new HaltonDraws(40)) { Panel = isPanel };

    /// <summary>People who are shown one set again and again.</summary>
    private static ChoiceData Same(int people, int times)
    {
        var table = new Published.LongTable("x1", "x2");
        for (int n = 0; n < people * times; n++)
        {
            table.Add(n, n / times, 0, true, 0.5, 1);
            table.Add(n, n / times, 1, false, 1, 0.25);
        }

        return table.Data();
    }
}
