using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>Biogeme's cross-nested logits of Swissmetro: the train both among existing modes and in public transport; its μ is 1/λ, its α ours.</summary>
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
        var reference = Reference.Biogeme(model);
        Assert.That(result.Model, Is.TypeOf<CrossNestedLogit>());
        Assert.That(result.Converged, Is.True, result.Ending);
        TestContext.Out.WriteLine($"{result.LogLikelihood:F9} {result.Iterations} {result.Evaluations} {string.Join(" ", result.Parameters.Select((p, k) => $"{p}={result.Estimates[k]:F6}"))}");
        Assert.That(result.LogLikelihood, Is.EqualTo(reference.LogLikelihood).Within(1e-6));
        double[] hessian = result.StandardErrors(CovarianceKind.Hessian), sandwich = result.StandardErrors(CovarianceKind.Robust);
        foreach (var (name, estimate, se, robust) in reference.Parameters)
        {
            bool isMu = name.EndsWith("_nest_parameter", StringComparison.Ordinal);
            int k = result.IndexOf(Name(name));
            double ours = result.Estimates[k], slope = isMu ? 1 / (ours * ours) : 1;
            Assert.That(isMu ? 1 / ours : ours, Is.EqualTo(estimate).Within(1e-4 * Math.Abs(estimate)), name);
            Assert.That(slope * hessian[k], Is.EqualTo(se).Within(0.1).Percent, "se of " + name);
            Assert.That(slope * sandwich[k], Is.EqualTo(robust).Within(0.1).Percent, "robust se of " + name);
        }
    }

    private static string Name(string reference) => reference switch
    {
        "existing_nest_parameter" => "nest.existing",
        "public_nest_parameter" => "nest.public",
        "alpha_existing" => "alpha.TRAIN.existing",
        _ when reference.StartsWith("b_time_", StringComparison.Ordinal) || reference.StartsWith("b_headway_", StringComparison.Ordinal) || reference.StartsWith("ga_", StringComparison.Ordinal) =>
            reference.Replace("b_", "", StringComparison.Ordinal).Replace("_train", ".TRAIN", StringComparison.Ordinal)
                .Replace("_swissmetro", ".SM", StringComparison.Ordinal).Replace("_car", ".CAR", StringComparison.Ordinal),
        _ => SwissmetroStudy.Name(reference),
    };
}
