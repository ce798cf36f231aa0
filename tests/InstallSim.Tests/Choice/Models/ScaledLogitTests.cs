using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

public sealed class ScaledLogitTests
{
    [Test]
    public void Derivatives_equal_finite_differences() =>
        LikelihoodChecks.Verify(new ScaledLogit(["x1", "x2", "positive"], ["group"], ["positive"])
            .Bind(Data(30)), [0.5, -0.5, 0.4, 0.3, 0.7]);

    [Test]
    public void Near_a_box_cox_exponent_of_zero_the_derivatives_hold() =>
        LikelihoodChecks.Verify(new ScaledLogit(["x1", "positive"], [], ["positive"]).Bind(Data(30)), [0.5, 0.4, 0], 1e-4, 1);

    [Test]
    public void A_scale_by_group_is_recovered_within_four_standard_errors()
    {
        var data = Data(1500);
        var result = MaximumLikelihood.Estimate(new ScaledLogit(["x1", "x2"], ["group"]), data);
        Assert.That(result.Converged, Is.True, result.Ending);
        Assert.That((result["scale.group"] - Math.Log(2)) / result.StandardErrors()[2], Is.InRange(-4, 4));
    }

    [Test]
    public void A_bent_variable_must_be_positive() =>
        Assert.That(() => new ScaledLogit(["x1"], [], ["x1"]).Bind(Data(10)),
            Throws.ArgumentException.With.Message.Contains("must be positive"));

    /// <summary>People of odd number have twice the scale.</summary>
    private static ChoiceData Data(int persons)
    {
        var data = Simulated.Panel(persons, 4, 4, 2, key => key.Agent % 2 == 1 ? [1.4, -1] : [0.7, -0.5]);
        double[] group = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            group.AsSpan(data.Start(n), data.Alternatives(n)).Fill(data.Person(n) % 2);
        }

        return data.With(("group", group), ("positive", [.. data.Column("x1").ToArray().Select((x, r) => 1.5 + x + 0.1 * (r % 7))]));
    }
}
