using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>
/// Biogeme's cross-nested logits of Swissmetro: the train both among existing modes and in public transport; its μ is 1/λ, its α ours.
/// </summary>
public sealed class CrossNestedPublishedTests
{
    private const string Nests = """
        model:
          nests:
            - { name: existing, alternatives: [TRAIN, CAR] }
            - { name: public, alternatives: [TRAIN, SM] }
        """;

    [Test]
    public void Swissmetro_with_generic_time_and_cost() => Check("b11c_cnl_sparse", SwissmetroStudy.Generic);

    [Test]
    public void Swissmetro_with_time_by_mode_headways_and_season_tickets() => Check("b11a_cnl", """
        constants-against: SM
        utility:
          - { name: time, column: "*_TT", divide-by: 100, by-alternative: true }
          - { name: cost, column: "*_COST", divide-by: 100 }
          - { name: headway, column: "*_HE", by-alternative: true, alternatives: [TRAIN, SM] }
          - { name: ga, column: GA, by-alternative: true, alternatives: [TRAIN, SM] }

        """);

    private static void Check(string model, string utility)
    {
        var result = SwissmetroStudy.Run(utility + Nests).Estimates;
        Assert.That(result.Model, Is.TypeOf<CrossNestedLogit>());
        Reference.Biogeme(model).Check(result, CovarianceKind.Hessian, Name, name =>
        {
            double lambda = name.EndsWith("_nest_parameter", StringComparison.Ordinal) ? result[Name(name)] : double.NaN;
            return double.IsNaN(lambda) ? null : (Name(name), 1 / lambda, 1 / (lambda * lambda));
        });
    }

    private static string Name(string reference) => reference switch
    {
        "existing_nest_parameter" => "nest.existing",
        "public_nest_parameter" => "nest.public",
        "alpha_existing" => "alpha.TRAIN.existing",
        _ when reference.StartsWith("b_time_", StringComparison.Ordinal) || reference.StartsWith("b_headway_", StringComparison.Ordinal)
            || reference.StartsWith("ga_", StringComparison.Ordinal) =>
            reference.Replace("b_", "", StringComparison.Ordinal).Replace("_train", ".TRAIN", StringComparison.Ordinal)
                .Replace("_swissmetro", ".SM", StringComparison.Ordinal).Replace("_car", ".CAR", StringComparison.Ordinal),
        _ => SwissmetroStudy.Name(reference),
    };
}
