using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>mlogit's standard errors of nested logits are those of the outer product of scores; Biogeme's are of the Hessian.</summary>
public sealed class NestedAndClassPublishedTests
{
    [Test]
    public void Heating_and_cooling_nested_agrees_with_mlogit()
    {
        var data = Datasets.HeatingAndCooling();
        var cooling = new NestedLogit(data.Names, [new Nest("iv", [0, 1, 2, 3]), new Nest("iv", [4, 5, 6])]);
        Reference.Mlogit("HC nested cooling/other one iv").Check(MaximumLikelihood.Estimate(cooling, data), CovarianceKind.OuterProduct);
        var central = new NestedLogit(data.Names, [new Nest("iv", [1, 5, 4, 0, 3]), new Nest("iv", [6, 2])]);
        Reference.Mlogit("HC nested central/room one iv").Check(MaximumLikelihood.Estimate(central, data), CovarianceKind.OuterProduct);
    }

    [Test]
    public void Location_of_Japanese_plants_nested_by_country_agrees_with_mlogit()
    {
        var data = Datasets.JapaneseFdi(out string[] countries);
        int[] codes = [.. Enumerable.Range(0, data.Rows).Select(data.Alternative).Distinct()];
        Nest[] nests = [.. Enumerable.Range(0, countries.Length).Select(c => new Nest("iv", [.. codes.Where(a => a / 100 == c)]))];
        Reference.Mlogit("JapaneseFDI nested by country one iv").Check(MaximumLikelihood.Estimate(new NestedLogit(data.Names, nests), data), CovarianceKind.OuterProduct);
    }

    [Test]
    public void Swissmetro_nested_agrees_with_Biogeme()
    {
        var data = Datasets.Swissmetro();
        var result = MaximumLikelihood.Estimate(new NestedLogit(data.Names, [new Nest("existing", [1, 3])]), data);
        var reference = Reference.Biogeme("b09_nested");
        Assert.That(result.LogLikelihood, Is.EqualTo(reference.LogLikelihood).Within(1e-5));
        var (_, mu, se, robust) = reference.Parameters.Single(p => p.Name == "nest_parameter");
        double lambda = result["existing"];
        Assert.That(1 / lambda, Is.EqualTo(mu).Within(1e-4 * mu));
        Assert.That(result.StandardErrors(CovarianceKind.Hessian)[^1] / (lambda * lambda), Is.EqualTo(se).Within(0.1).Percent);
        Assert.That(result.StandardErrors(CovarianceKind.Robust)[^1] / (lambda * lambda), Is.EqualTo(robust).Within(0.1).Percent);
    }

    [Test]
    public void Swissmetro_with_a_bent_time_agrees_with_Biogeme()
    {
        var result = MaximumLikelihood.Estimate(new ScaledLogit(["asc_train", "asc_car", "time", "cost"], [], ["time"]), Datasets.Swissmetro());
        Reference.Biogeme("b08_boxcox").Check(
            result, CovarianceKind.Hessian, name => name == "boxcox_parameter" ? "boxcox.time" : name.Replace("b_", "", StringComparison.Ordinal));
    }

    [Test]
    public void Two_classes_of_electricity_agree_with_gmnl()
    {
        var result = MaximumLikelihood.Estimate(new LatentClass(2, ["pf", "cl", "loc", "wk", "tod", "seas"]), Datasets.Electricity());
        var reference = Reference.Mlogit("Electricity latent class Q=2 (gmnl)");
        TestContext.Out.WriteLine($"{result.LogLikelihood:F6} {result.Iterations} {string.Join(" ", result.Parameters.Select((p, k) => $"{p}={result.Estimates[k]:F4}"))}");
        Assert.That(result.Converged, Is.True, result.Ending);
        Assert.That(result.LogLikelihood, Is.GreaterThan(reference.LogLikelihood - 1e-4));
    }
}
