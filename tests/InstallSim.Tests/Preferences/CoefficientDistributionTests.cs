using InstallSim.Choice.Draws;
using InstallSim.Preferences;

namespace InstallSim.Tests.Preferences;

public sealed class CoefficientDistributionTests
{
    private static PreferenceSettings Settings(params (string A, string B, double Value)[] covariance) => new()
    {
        UtilsPerKeur = new Coefficient { Value = 0.02, Source = "test" },
        Coefficients = new Dictionary<string, Coefficient>
        {
            ["group-practice"] = new() { Value = 20, StandardDeviation = 3, Source = "test" },
            ["poorly-equipped"] = new() { Value = -10, Source = "test" },
        },
        Covariance = covariance.GroupBy(c => c.A)
            .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, double>)g.ToDictionary(c => c.B, c => c.Value)),
    };

    private static readonly (string, string, double)[] Usual =
    [
        ("utils-per-keur", "utils-per-keur", 1e-5), ("group-practice", "utils-per-keur", -0.01), ("group-practice", "group-practice", 16),
        ("poorly-equipped", "poorly-equipped", 4),
    ];

    private static DrawKey Key(int replication) => new(7, (ushort)replication, 11, 0, 0);

    [Test]
    public void Draws_have_the_mean_and_the_covariance_that_are_said()
    {
        CoefficientDistribution distribution = CoefficientDistribution.Of(Settings(Usual))!;
        double[][] draws = [.. Enumerable.Range(0, 20_000).Select(r => distribution.Draw(Key(r)))
            .Select(p => new[] { p.UtilsPerKeur.Value, p.Coefficients["group-practice"].Value, p.Coefficients["poorly-equipped"].Value })];
        double[] mean = [.. Enumerable.Range(0, 3).Select(k => draws.Average(d => d[k]))];
        double Covariance(int a, int b) => draws.Average(d => (d[a] - mean[a]) * (d[b] - mean[b]));
        Assert.Multiple(() =>
        {
            Assert.That(mean, Is.EqualTo(new[] { 0.02, 20, -10 }).Within(0.5).Percent);
            Assert.That(Covariance(0, 0), Is.EqualTo(1e-5).Within(5).Percent);
            Assert.That(Covariance(1, 1), Is.EqualTo(16).Within(5).Percent);
            Assert.That(Covariance(1, 0), Is.EqualTo(-0.01).Within(5).Percent);
            Assert.That(Covariance(2, 1), Is.EqualTo(0).Within(0.25));
        });
    }

    [Test]
    public void A_draw_is_the_name_s_own_whatever_else_is_uncertain()
    {
        PreferenceSettings all = CoefficientDistribution.Of(Settings(Usual))!.Draw(Key(3));
        PreferenceSettings one = CoefficientDistribution.Of(Settings(("poorly-equipped", "poorly-equipped", 4)))!.Draw(Key(3));
        Assert.Multiple(() =>
        {
            Assert.That(one.Coefficients["poorly-equipped"].Value, Is.EqualTo(all.Coefficients["poorly-equipped"].Value));
            Assert.That(one.Coefficients["group-practice"], Is.EqualTo(Settings().Coefficients["group-practice"]), "certain, so unchanged");
            Assert.That(all.Coefficients["group-practice"].StandardDeviation, Is.EqualTo(3));
        });
    }

    [Test]
    public void Income_never_repels()
    {
        CoefficientDistribution distribution = CoefficientDistribution.Of(Settings(("utils-per-keur", "utils-per-keur", 1)))!;
        Assert.That(Enumerable.Range(0, 500).Select(r => distribution.Draw(Key(r)).UtilsPerKeur.Value), Is.All.GreaterThan(0));
    }

    [Test]
    public void A_value_that_follows_from_another_is_drawn_with_it()
    {
        CoefficientDistribution distribution = CoefficientDistribution.Of(Settings(
            ("group-practice", "group-practice", 16), ("poorly-equipped", "group-practice", -8),
            ("poorly-equipped", "poorly-equipped", 4)))!;
        PreferenceSettings drawn = distribution.Draw(Key(1));
        Assert.That(drawn.Coefficients["poorly-equipped"].Value + 10,
            Is.EqualTo((drawn.Coefficients["group-practice"].Value - 20) / -2).Within(1e-9));
    }

    [Test]
    public void A_matrix_that_is_no_covariance_is_none()
    {
        Assert.Multiple(() =>
        {
            Assert.That(CoefficientDistribution.Of(Settings(("group-practice", "group-practice", -1))), Is.Null, "a negative variance");
            Assert.That(CoefficientDistribution.Of(Settings(("group-practice", "poorly-equipped", 1))), Is.Null, "no variances");
            Assert.That(CoefficientDistribution.Of(Settings(("group-practice", "group-practice", 1),
                ("poorly-equipped", "poorly-equipped", 1), ("poorly-equipped", "group-practice", 2))), Is.Null, "a correlation of 2");
        });
    }
}
