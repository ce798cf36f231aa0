using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Searches that begin with fewer draws.</summary>
public sealed class CoarseClimbTests
{
    private static readonly ChoiceData Data = Simulated.Panel(1000, 1, 6, 2,
        key => [1 + Simulated.Normal(key, 0), -1], equalSets: true, weighted: false);

    [Test]
    public void A_search_with_fewer_draws_first_ends_where_one_with_all_of_them_does()
    {
        MixedLogit model = Model(801);
        Assert.That(model.Bind(Data).Coarse, Is.Not.Null, "the test is of both searches");
        EstimationResult both = MaximumLikelihood.Estimate(model, Data);
        EstimationResult all = MaximumLikelihood.Estimate(model, Data, new EstimationOptions
        {
            Start = model.Parameters.ToDictionary(name => name, _ => 0.2),
        });
        Assert.That((both.Converged, all.Converged), Is.EqualTo((true, true)));
        Assert.That(both.LogLikelihood, Is.EqualTo(all.LogLikelihood).Within(1e-8));
        Assert.That(both.Estimates, Is.EqualTo(all.Estimates).Within(1e-5));
        Likelihood likelihood = model.Bind(Data);
        Assert.That(both.InitialLogLikelihood, Is.EqualTo(likelihood.Evaluate(likelihood.Start, Derivatives.None).LogLikelihood),
            "of all draws");
    }

    [Test]
    public void Few_draws_are_not_made_fewer() => Assert.That(Model(400).Bind(Data).Coarse, Is.Null);

    [Test]
    public void Fewer_draws_are_the_first_of_each_unit()
    {
        Likelihood coarse = Model(1024).Bind(Data).Coarse!, random = Model(128).Bind(Data);
        double[] theta = [0.8, -0.9, 0.7];
        Assert.That(coarse.Evaluate(theta, Derivatives.None).LogLikelihood,
            Is.EqualTo(random.Evaluate(theta, Derivatives.None).LogLikelihood));
    }

    private static MixedLogit Model(int draws) => new(["x1", "x2"], [new("x1")], new RandomDraws(draws, 3)) { Panel = false };
}
