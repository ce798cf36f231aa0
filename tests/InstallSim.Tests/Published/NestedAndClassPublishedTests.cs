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

    /// <summary>
    /// mlogit 1.1-3, vignette e2.nlogit: −178.12 with one inclusive value, 0.6299 the test of two; 0.60 and 0.45; −180.26 with three nests.
    /// </summary>
    [Test]
    public void Heating_and_cooling_with_other_nests_has_the_figures_of_the_vignette()
    {
        var data = Datasets.HeatingAndCooling();
        var one = MaximumLikelihood.Estimate(new NestedLogit(data.Names, [new Nest("iv", [0, 1, 2, 3]), new Nest("iv", [4, 5, 6])]), data);
        var two = MaximumLikelihood.Estimate(
            new NestedLogit(data.Names, [new Nest("iv.cooling", [0, 1, 2, 3]), new Nest("iv.other", [4, 5, 6])]), data);
        var three = MaximumLikelihood.Estimate(
            new NestedLogit(data.Names, [new Nest("iv", [0, 1, 2]), new Nest("iv", [3]), new Nest("iv", [4, 5, 6])]), data);
        Assert.That(2 * (two.LogLikelihood - one.LogLikelihood), Is.EqualTo(0.6299).Within(1e-4));
        new Printed(two, null).Check(null, "iv.cooling 0.60\niv.other 0.45");
        _ = new Printed(three, "-180.26");
    }

    /// <summary>mlogit 1.1-3, vignette c4.relaxiid: an inclusive value for each country, those with one region or two held at 1.</summary>
    [Test]
    public void Location_of_Japanese_plants_with_an_inclusive_value_for_each_country_agrees_with_mlogit()
    {
        var data = Datasets.JapaneseFdi(out string[] countries);
        int[] codes = [.. Enumerable.Range(0, data.Rows).Select(data.Alternative).Distinct()];
        Nest[] nests = [.. countries.Select((name, c) => new Nest("iv." + name, [.. codes.Where(a => a / 100 == c)]))];
        var held = new EstimationOptions { Fixed = new Dictionary<string, double> { ["iv.PT"] = 1, ["iv.IE"] = 1 } };
        new Printed(MaximumLikelihood.Estimate(new NestedLogit(data.Names, nests), data, held), null).Check(null, """
            log(wage) 0.766
            unemp -6.953
            elig -0.185
            log(area) 0.146
            scrate -0.875
            ctaxrate -2.351
            iv.BE 0.485
            iv.DE 0.523
            iv.ES 0.766
            iv.FR 0.672
            """);
    }

    [Test]
    public void Location_of_Japanese_plants_nested_by_country_agrees_with_mlogit()
    {
        var data = Datasets.JapaneseFdi(out string[] countries);
        int[] codes = [.. Enumerable.Range(0, data.Rows).Select(data.Alternative).Distinct()];
        Nest[] nests = [.. Enumerable.Range(0, countries.Length).Select(c => new Nest("iv", [.. codes.Where(a => a / 100 == c)]))];
        Reference.Mlogit("JapaneseFDI nested by country one iv")
            .Check(MaximumLikelihood.Estimate(new NestedLogit(data.Names, nests), data), CovarianceKind.OuterProduct);
    }

    [Test]
    public void Two_classes_of_electricity_agree_with_gmnl()
    {
        var result = MaximumLikelihood.Estimate(new LatentClass(2, ["pf", "cl", "loc", "wk", "tod", "seas"]), Datasets.Electricity());
        var reference = Reference.Mlogit("Electricity latent class Q=2 (gmnl)");
        Assert.That(result.Converged, Is.True, result.Ending);
        // gmnl stopped a little earlier
        Assert.That(result.LogLikelihood, Is.InRange(reference.LogLikelihood - 1e-7, reference.LogLikelihood + 1e-3));
        double shortfall = Math.Sqrt(2 * (result.LogLikelihood - reference.LogLikelihood));
        bool isTurned = result["class1.pf"] < result["class2.pf"]; // the classes have no order
        foreach (var (name, estimate, _, _) in reference.Parameters)
        {
            bool isMembership = name == "(class)2", isFirst = name.StartsWith("class.1", StringComparison.Ordinal);
            int k = result.IndexOf(isMembership ? "member2" : $"class{(isFirst == isTurned ? 2 : 1)}.{name[8..]}");
            double ours = isMembership && isTurned ? -result.Estimates[k] : result.Estimates[k];
            Assert.That(ours,
                Is.EqualTo(estimate)
                    .Within(1e-4 * Math.Abs(estimate) + shortfall * result.StandardErrors(CovarianceKind.Hessian)[k]), name);
        }
    }
}
