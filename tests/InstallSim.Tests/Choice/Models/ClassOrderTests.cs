using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>The order of latent classes where parameters are fixed or equal.</summary>
public sealed class ClassOrderTests
{
    private static readonly LatentClass Three = new(3, ["x"]);

    private static readonly double[] Theta = [1, 2, 3, 0.5, 1.5]; // class1.x to class3.x, member2, member3: shares rise

    private static double[] Ordered(EstimationOptions options, params double[] theta)
    {
        double[] at = theta.Length > 0 ? theta : Theta, v = [0, at[3], at[4]];
        return ClassOrder.Of(Three, at, [.. v.Select(u => Math.Exp(u) / v.Sum(Math.Exp))], options);
    }

    [Test]
    public void The_largest_comes_first_where_nothing_is_bound() =>
        Assert.That(Ordered(new()), Is.EqualTo(new[] { 3, 2, 1, -1, -1.5 }));

    [Test]
    public void What_is_bound_alike_in_all_classes_does_not_bind_their_order()
    {
        Assert.That(Ordered(new() { Equal = [["class1.x", "class2.x", "class3.x"]] }, 2, 2, 2, 0.5, 1.5),
            Is.EqualTo(new[] { 2, 2, 2, -1, -1.5 }));
        Assert.That(Ordered(new() { Fixed = new Dictionary<string, double> { ["class1.x"] = 2, ["class2.x"] = 2, ["class3.x"] = 2 } },
            2, 2, 2, 0.5, 1.5), Is.EqualTo(new[] { 2, 2, 2, -1, -1.5 }));
    }

    [Test]
    public void A_class_that_is_bound_stays_and_the_others_are_in_order_around_it()
    {
        var bound = new EstimationOptions { Fixed = new Dictionary<string, double> { ["class1.x"] = 1 } };
        Assert.That(Ordered(bound), Is.EqualTo(new[] { 1, 3, 2, 1.5, 0.5 }));
        var pair = new EstimationOptions { Equal = [["class1.x", "class2.x"]] };
        Assert.That(Ordered(pair, 2, 2, 3, 0.5, 1.5), Is.EqualTo(new[] { 2, 2, 3, -0.5, 1 }));
    }

    [Test]
    public void A_share_that_is_fixed_binds_its_class()
    {
        var bound = new EstimationOptions { Fixed = new Dictionary<string, double> { ["member2"] = 0.5 } };
        Assert.That(Ordered(bound), Is.EqualTo(Theta));
    }

    [Test]
    public void Equal_coefficients_leave_the_larger_class_first_in_whatever_order_people_stand()
    {
        static ChoiceData Data(bool isTurned) => Simulated.Panel(120, 6, 4, 3,
            key => (key.Uniform(2_000_000) < 0.35) == isTurned ? [1, 0, 0.5] : [-1, 0.8, 0.5]);
        foreach (ChoiceData data in new[] { Data(true), Data(false) })
        {
            var fit = MaximumLikelihood.Estimate(new LatentClass(2, ["x1", "x2", "x3"]) { Starts = 2 }, data,
                new() { Equal = [["class1.x3", "class2.x3"]] });
            double[] shares = ((LatentClass)fit.Model).Shares(data, fit.Estimates);
            Assert.That(shares[0], Is.GreaterThan(shares[1]));
            Assert.That(fit["class1.x3"], Is.EqualTo(fit["class2.x3"]));
            Assert.That(fit.IsSound);
        }
    }
}
