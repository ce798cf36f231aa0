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
    public void Two_classes_of_electricity_agree_with_gmnl()
    {
        var result = MaximumLikelihood.Estimate(new LatentClass(2, ["pf", "cl", "loc", "wk", "tod", "seas"]), Datasets.Electricity());
        var reference = Reference.Mlogit("Electricity latent class Q=2 (gmnl)");
        Assert.That(result.Converged, Is.True, result.Ending);
        Assert.That(result.LogLikelihood, Is.InRange(reference.LogLikelihood - 1e-7, reference.LogLikelihood + 1e-3)); // gmnl stopped a little earlier
        double shortfall = Math.Sqrt(2 * (result.LogLikelihood - reference.LogLikelihood));
        bool isTurned = result["class1.pf"] < result["class2.pf"]; // the classes have no order
        foreach (var (name, estimate, _, _) in reference.Parameters)
        {
            bool isMembership = name == "(class)2", isFirst = name.StartsWith("class.1", StringComparison.Ordinal);
            int k = result.IndexOf(isMembership ? "member2" : $"class{(isFirst == isTurned ? 2 : 1)}.{name[8..]}");
            double ours = isMembership && isTurned ? -result.Estimates[k] : result.Estimates[k];
            Assert.That(ours, Is.EqualTo(estimate).Within(1e-4 * Math.Abs(estimate) + shortfall * result.StandardErrors(CovarianceKind.Hessian)[k]), name);
        }
    }
}
