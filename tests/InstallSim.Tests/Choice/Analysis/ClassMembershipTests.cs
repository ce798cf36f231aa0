using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Analysis;

/// <summary>Whom the choices say to be in which class.</summary>
public sealed class ClassMembershipTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    private static readonly double[] Theta = [2, -1, -1.5, 0.5, 0.4];

    private static bool IsSecond(DrawKey key) => key.Uniform(3_000_000) < 0.4;

    private static ChoiceData Data(int persons) =>
        Simulated.Panel(persons, 8, 4, 2, key => IsSecond(key) ? [-1.5, 0.5] : [2, -1], weighted: false);

    [Test]
    public void Probability_is_that_of_Bayes()
    {
        ChoiceData data = Data(6);
        var members = new ClassMembership(new LatentClass(2, Variables), data, Theta);
        double second = Math.Exp(0.4) / (1 + Math.Exp(0.4));
        for (int person = 0; person < data.Persons; person++)
        {
            double one = (1 - second) * Choices(data, person, [2, -1]), two = second * Choices(data, person, [-1.5, 0.5]);
            Assert.That(members.Probability[person][1], Is.EqualTo(two / (one + two)).Within(1e-12));
        }
    }

    [Test]
    public void People_are_found_in_the_class_that_they_were_made_of_and_profiles_tell_them_apart()
    {
        ChoiceData data = Data(400);
        EstimationResult result = MaximumLikelihood.Estimate(new LatentClass(2, Variables), data);
        var members = new ClassMembership((LatentClass)result.Model, data, result.Estimates);
        double[] truth = [.. Enumerable.Range(0, 400).Select(n => IsSecond(new DrawKey(1, 0, 7, 0, (uint)n)) ? 1.0 : 0)];
        Assert.Multiple(() =>
        {
            Assert.That(truth.Index().Count(t => members.Likeliest(t.Index) == (int)t.Item), Is.GreaterThan(385));
            Assert.That(members.Mean(1, truth), Is.GreaterThan(0.9));
            Assert.That(members.Mean(0, truth), Is.LessThan(0.1));
            Assert.That(members.Entropy, Is.InRange(0.85, 1));
            Assert.That(members.Share(0) + members.Share(1), Is.EqualTo(1).Within(1e-12));
            Assert.That(members.Share(1), Is.EqualTo(((LatentClass)result.Model).Shares(data, result.Estimates)[1]).Within(1e-5),
                "at the maximum both shares are the same");
        });
    }

    [Test]
    public void Classes_that_are_alike_have_no_entropy_to_tell_and_a_missing_value_does_not_count()
    {
        ChoiceData data = Data(10);
        var members = new ClassMembership(new LatentClass(2, Variables), data, [1, 1, 1, 1, 0]);
        Assert.That(members.Entropy, Is.Zero.Within(1e-12));
        Assert.That(members.Mean(0, [double.NaN, 4, 2, .. Enumerable.Repeat(double.NaN, 7)]), Is.EqualTo(3).Within(1e-12));
        Assert.That(members.Assigned(0), Is.EqualTo(1));
    }

    private static double Choices(ChoiceData data, int person, double[] beta)
    {
        double product = 1;
        for (int n = data.FirstSituation(person); n < data.FirstSituation(person + 1); n++)
        {
            double[] e = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))
                .Select(r => Math.Exp((beta[0] * data.Column("x1")[r]) + (beta[1] * data.Column("x2")[r])))];
            product *= e[data.Chosen(n)] / e.Sum();
        }

        return product;
    }
}
