using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Analysis;

/// <summary>Student's t, and where tests and intervals use it.</summary>
public sealed class StudentTTests
{
    [TestCase(1, 0.95, 12.706204736)] // tables of Student's t
    [TestCase(4, 0.95, 2.776445105)]
    [TestCase(29, 0.95, 2.045229642)]
    [TestCase(239, 0.95, 1.969939406)]
    [TestCase(9, 0.99, 3.249835542)]
    [TestCase(double.PositiveInfinity, 0.95, 1.959963985)]
    public void Quantiles_are_those_of_the_tables(double degrees, double level, double t)
    {
        Assert.That(StudentT.Quantile(level, degrees), Is.EqualTo(t).Within(1e-8));
        Assert.That(StudentT.TwoSided(-t, degrees), Is.EqualTo(1 - level).Within(1e-8));
    }

    [Test]
    public void With_two_degrees_the_tail_has_a_formula_that_holds_far_out()
    {
        const double t = 1e6;
        Assert.That(StudentT.TwoSided(t, 2), Is.EqualTo(1 - (t / Math.Sqrt(2 + (t * t)))).Within(0.1).Percent);
        Assert.That(StudentT.TwoSided(1e60, 2), Is.EqualTo(1e-120).Within(1e-6).Percent, "1/t²");
    }

    [TestCase(0.5)]
    [TestCase(2)]
    [TestCase(12)]
    public void Many_degrees_go_on_where_few_end(double t) =>
        Assert.That(StudentT.TwoSided(t, 2000.001), Is.EqualTo(StudentT.TwoSided(t, 2000)).Within(0.01).Percent);

    [Test]
    public void Clustered_standard_errors_of_people_with_several_choices_have_people_less_one_degrees()
    {
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), Panel(12, 5));
        var alone = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), Panel(60, 1));
        Interval delta = WillingnessToPay.Delta(fit, "x2", "x1");
        Assert.Multiple(() =>
        {
            Assert.That(fit.Degrees, Is.EqualTo(11));
            Assert.That(fit.Using(CovarianceKind.Hessian).Degrees, Is.EqualTo(double.PositiveInfinity));
            Assert.That(alone.Degrees, Is.EqualTo(double.PositiveInfinity), "one choice each: no clusters");
            Assert.That((delta.Upper - delta.Estimate) / delta.StandardError, Is.EqualTo(2.200985160).Within(1e-8), "t(11)");
        });
    }

    private static ChoiceData Panel(int persons, int situations) =>
        Simulated.Panel(persons, situations, 3, 2, _ => [-1, 0.8], equalSets: true, weighted: false);
}
