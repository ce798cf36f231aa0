using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

public sealed class MultinomialLogitPublishedTests
{
    [Test]
    public void Swissmetro_agrees_with_Biogeme()
    {
        var result = Fit(Datasets.Swissmetro());
        Reference.Biogeme("b01a_logit").Check(result, CovarianceKind.Hessian, name => name.Replace("b_", "", StringComparison.Ordinal));
        Assert.That(result.NullLogLikelihood, Is.EqualTo(-6964.662979192191).Within(1e-8));
    }

    [Test]
    public void Electricity_agrees_with_mlogit() =>
        Reference.Mlogit("Electricity mnl").Check(Fit(Datasets.Electricity()), CovarianceKind.Hessian);

    [Test]
    public void Fishing_agrees_with_mlogit() =>
        Reference.Mlogit("Fishing mnl price+catch|0").Check(Fit(Datasets.Fishing(), "price", "catch"), CovarianceKind.Hessian);

    [Test]
    public void Heating_agrees_with_mlogit()
    {
        var data = Datasets.Heating();
        Reference.Mlogit("Heating mnl ic+oc|0").Check(Fit(data, "ic", "oc"), CovarianceKind.Hessian);
        var constants = Fit(data, "(Intercept):ec", "(Intercept):er", "(Intercept):gc", "(Intercept):gr", "ic", "oc");
        Reference.Mlogit("Heating mnl ic+oc + ASC ref hp").Check(constants, CovarianceKind.Hessian);
    }

    [Test]
    public void Heating_and_cooling_agrees_with_mlogit() =>
        Reference.Mlogit("HC mnl").Check(Fit(Datasets.HeatingAndCooling()), CovarianceKind.Hessian);

    [Test]
    public void Location_of_Japanese_plants_agrees_with_mlogit() =>
        Reference.Mlogit("JapaneseFDI mnl (location of 452 plants, 57 regions)")
            .Check(Fit(Datasets.JapaneseFdi(out _)), CovarianceKind.Hessian);

    [Test]
    public void Canadian_modes_agree_with_mlogit() =>
        Reference.Mlogit("ModeCanada mnl c3 (cost+freq|income|time)").Check(Fit(Datasets.ModeCanada()), CovarianceKind.Hessian);

    [Test]
    public void Train_agrees_with_mlogit() => Reference.Mlogit("Train mnl").Check(Fit(Datasets.Train()), CovarianceKind.Hessian);

    private static EstimationResult Fit(ChoiceData data, params string[] variables) =>
        MaximumLikelihood.Estimate(new MultinomialLogit(variables.Length == 0 ? data.Names : variables), data);
}
