using InstallSim.Choice.Estimation;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Published;

/// <summary>
/// The logit of Apollo's second example on its mode choices (Hess and Palma 2019): coefficients that shift with purpose and sex, and a cost
/// coefficient that falls with income by an elasticity that is estimated. Apollo's output was not at hand; what is checked against was
/// computed apart, by Newton's method in plain Python with derivatives written by hand.
/// </summary>
public sealed class FormulaPublishedTests
{
    private const string Modes = """
        name: modes
        title: Modes between cities
        data:
          file: FILE
          layout: wide
          person: ID
          alternatives:
            - { name: car, code: 1, available: av_car }
            - { name: bus, code: 2, available: av_bus }
            - { name: air, code: 3, available: av_air }
            - { name: rail, code: 4, available: av_rail }
          chosen: choice
          where: [{ column: SP, equals: 1 }]
        formulas:
          car: >-
            (tt_car + tt_business * business) * time_car
            + (b_cost + b_cost_business * business) * (income / 44748.27) ^ elasticity * [cost_*]
          bus: >-
            asc_bus + bus_female * female + (tt_bus + tt_business * business) * time_bus + access * access_bus
            + (b_cost + b_cost_business * business) * (income / 44748.27) ^ elasticity * [cost_*]
          air: >-
            asc_air + air_female * female + (tt_air + tt_business * business) * time_air + access * access_air
            + (b_cost + b_cost_business * business) * (income / 44748.27) ^ elasticity * [cost_*]
            + wifi * (service_air == 2) + food * (service_air == 3)
          rail: >-
            asc_rail + rail_female * female + (tt_rail + tt_business * business) * time_rail + access * access_rail
            + (b_cost + b_cost_business * business) * (income / 44748.27) ^ elasticity * [cost_*]
            + wifi * (service_rail == 2) + food * (service_rail == 3)
        parameters:
          { asc_bus: 0, asc_air: 0, asc_rail: 0, bus_female: 0, air_female: 0, rail_female: 0, tt_car: 0, tt_bus: 0, tt_air: 0, tt_rail: 0,
            tt_business: 0, access: 0, b_cost: 0, b_cost_business: 0, elasticity: 0, wifi: 0, food: 0 }

        """;

    /// <summary>Estimate, standard error from the Hessian, and by person without a factor for few people.</summary>
    private static readonly Dictionary<string, (double Estimate, double Hessian, double Clustered)> Apart = new()
    {
        ["tt_car"] = (-0.013107301919, 0.000734403935, 0.000766988268),
        ["tt_business"] = (-0.006233935544, 0.000600735687, 0.000590192863),
        ["b_cost"] = (-0.076187540002, 0.002097075507, 0.002093136106),
        ["b_cost_business"] = (0.033379425141, 0.002739458462, 0.002569309332),
        ["elasticity"] = (-0.613820736983, 0.030093620641, 0.030574360108),
        ["asc_bus"] = (0.286355566729, 0.582952087870, 0.548963528556),
        ["asc_air"] = (-0.903377213886, 0.373537253820, 0.361208361063),
        ["tt_air"] = (-0.016578012797, 0.002773622548, 0.002668013861),
        ["wifi"] = (1.026711389271, 0.056142194307, 0.057756733201),
        ["asc_rail"] = (-2.092700539417, 0.353359858884, 0.350740292443),
        ["rail_female"] = (0.189612508558, 0.073758767099, 0.078090171135),
        ["tt_rail"] = (-0.007050879270, 0.001811216565, 0.001762779814),
    };

    [Test]
    public void A_cost_that_weighs_less_with_income_is_estimated_as_apart()
    {
        StudyResult study = StudyText.Run("apollo_modeChoiceData.csv", Modes);
        EstimationResult result = study.Estimates;
        double[] hessian = result.StandardErrors(CovarianceKind.Hessian), clustered = result.StandardErrors(CovarianceKind.Clustered);
        Assert.Multiple(() =>
        {
            Assert.That(result.IsSound, Is.True, result.Ending);
            Assert.That(result.LogLikelihood, Is.EqualTo(-4830.944738344171).Within(1e-7));
            Assert.That(result.Estimated, Is.EqualTo(17));
            foreach ((string name, var apart) in Apart)
            {
                int k = result.IndexOf(name);
                Assert.That(result.Estimates[k], Is.EqualTo(apart.Estimate).Within(2e-5 * apart.Hessian), name);
                Assert.That(hessian[k], Is.EqualTo(apart.Hessian).Within(1e-4).Percent, name);
                Assert.That(clustered[k] / Math.Sqrt(500.0 / 499), Is.EqualTo(apart.Clustered).Within(1e-2).Percent, name);
            }
        });
    }
}
