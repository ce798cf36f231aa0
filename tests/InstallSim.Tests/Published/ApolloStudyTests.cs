using InstallSim.Choice.Estimation;

namespace InstallSim.Tests.Published;

/// <summary>
/// Models in the manner of Apollo's examples on its data, to see that a study can say them. Apollo's own outputs were not at hand (but for
/// one, see <see cref="PeerStudyTests"/>): checked are convergence, and that a model that contains another fits no worse.
/// </summary>
public sealed class ApolloStudyTests
{
    private const string Modes = """
        name: modes
        title: Modes between cities
        data:
          file: FILE
          layout: wide
          person: ID
          alternatives: [{ name: car, code: 1, available: av_car }, { name: bus, code: 2, available: av_bus }, { name: air, code: 3, available: av_air }, { name: rail, code: 4, available: av_rail }]
          chosen: choice
          WHERE
        constants-against: car

        """;

    private const string Level = """
        utility:
          - { name: time, column: "time_*", by-alternative: true }
          - { name: access, columns: { bus: access_bus, air: access_air, rail: access_rail } }
          - { name: cost, column: "cost_*" }

        """;

    private const string Service = """
        derived:
          - { name: air_wifi, recipe: dummy, of: [service_air], values: [2] }
          - { name: air_food, recipe: dummy, of: [service_air], values: [3] }
          - { name: rail_wifi, recipe: dummy, of: [service_rail], values: [2] }
          - { name: rail_food, recipe: dummy, of: [service_rail], values: [3] }
        utility:
          - { name: time, column: "time_*", by-alternative: true }
          - { name: access, columns: { bus: access_bus, air: access_air, rail: access_rail } }
          - { name: cost, column: "cost_*" }
          - { name: wifi, columns: { air: air_wifi, rail: rail_wifi } }
          - { name: food, columns: { air: air_food, rail: rail_food } }
          - { name: female, by-alternative: true, alternatives: [bus, air, rail] }
          - { name: business-time, column: "time_*", times: business }
          - { name: business-cost, column: "cost_*", times: business }

        """;

    private const string Routes = """
        name: routes
        title: Routes in Switzerland
        data: { file: FILE, layout: wide, person: ID, alternatives: ["1", "2"], chosen: choice }
        constants-against: "2"
        utility: [{ name: tt, column: "tt*" }, { name: tc, column: "tc*" }, { name: hw, column: "hw*" }, { name: ch, column: "ch*" }]

        """;

    private const string Drugs = """
        name: drugs
        title: Medicines against headache
        data: { file: FILE, layout: wide, person: ID, alternatives: ["1", "2", "3", "4"], ANSWER }
        derived:
          - { name: "artemis*", recipe: dummy, of: ["brand_*"], values: [Artemis] }
          - { name: "novum*", recipe: dummy, of: ["brand_*"], values: [Novum] }
          - { name: "switzerland*", recipe: dummy, of: ["country_*"], values: [Switzerland] }
          - { name: "denmark*", recipe: dummy, of: ["country_*"], values: [Denmark] }
          - { name: "usa*", recipe: dummy, of: ["country_*"], values: [USA] }
          - { name: "fast*", recipe: dummy, of: ["char_*"], values: [fast acting] }
          - { name: "double*", recipe: dummy, of: ["char_*"], values: [double strength] }
        utility:
          - { name: artemis, column: "artemis*" }
          - { name: novum, column: "novum*" }
          - { name: switzerland, column: "switzerland*" }
          - { name: denmark, column: "denmark*" }
          - { name: usa, column: "usa*" }
          - { name: fast, column: "fast*" }
          - { name: double, column: "double*" }
          - { name: side-effects, column: "side_effects_*", divide-by: 1000 }
          - { name: price, column: "price_*" }

        """;

    [Test]
    public void Revealed_modes() => Fit("apollo_modeChoiceData.csv", Of(Modes, "WHERE", "where: [{ column: RP, equals: 1 }]") + Level);

    [Test]
    public void Stated_modes_with_covariates_nested_and_cross_nested()
    {
        string stated = Of(Modes, "WHERE", "where: [{ column: SP, equals: 1 }]") + Service;
        double plain = Fit("apollo_modeChoiceData.csv", stated).LogLikelihood;
        double nested = Fit("apollo_modeChoiceData.csv",
            stated + "model: { nests: [{ name: pt, alternatives: [bus, rail] }] }\n").LogLikelihood;
        double deeper = Fit("apollo_modeChoiceData.csv",
            stated + "model: { nests: [{ name: public, alternatives: [air], nests: [{ name: pt, "
                + "alternatives: [bus, rail] }] }] }\n").LogLikelihood;
        double crossed = Fit("apollo_modeChoiceData.csv",
            stated + "model: { nests: [{ name: fast, alternatives: [air, rail] }, { name: pt, "
                + "alternatives: [bus, rail] }] }\n").LogLikelihood;
        Assert.That(nested, Is.GreaterThan(plain));
        Assert.That(deeper, Is.GreaterThan(nested - 1e-6));
        Assert.That(crossed, Is.GreaterThan(plain));
    }

    [Test]
    public void Revealed_and_stated_modes_together_with_a_scale_of_their_own()
    {
        string both = Of(Modes, "WHERE", "missing: refuse") + Level;
        double one = Fit("apollo_modeChoiceData.csv", both).LogLikelihood;
        Assert.That(Fit("apollo_modeChoiceData.csv", both + "model: { scale: [SP] }\n").LogLikelihood, Is.GreaterThan(one));
    }

    [Test]
    public void Routes_with_lognormals_classes_and_in_willingness_to_pay_space()
    {
        double plain = Fit("apollo_swissRouteChoiceData.csv", Routes).LogLikelihood;
        const string negative = "{ distribution: lognormal, sign: negative }";
        var mixed = Fit("apollo_swissRouteChoiceData.csv",
            Routes + $"model: {{ random: {{ tt: {negative}, tc: {negative}, hw: {negative}, ch: {negative} }} }}\n"
                + $"draws: {{ number: 100, stability: false }}\n");
        double classes = Fit("apollo_swissRouteChoiceData.csv", Routes + "model: { classes: 2 }\n").LogLikelihood;
        double member = Fit("apollo_swissRouteChoiceData.csv",
            Routes + "model: { classes: 2, membership: [commute, car_availability] }\n").LogLikelihood;
        var pay = Fit("apollo_swissRouteChoiceData.csv",
            Routes + $"model: {{ numeraire: tc, random: {{ tt: {negative}, tc: {negative}, hw: {negative}, ch: {negative} }} }}\n"
                + $"draws: {{ number: 100, stability: false }}\n");
        Assert.That(new[] { mixed.LogLikelihood, classes, member, pay.LogLikelihood }, Has.All.GreaterThan(plain + 50));
        Assert.That(member, Is.GreaterThan(classes));
    }

    [Test]
    public void Rankings_of_medicines_exploded_and_best_and_worst()
    {
        double best = Fit("apollo_drugChoiceData.csv", Of(Drugs, "ANSWER", "chosen: best")).LogLikelihood;
        var ranked = Fit("apollo_drugChoiceData.csv", Of(Drugs, "ANSWER", "ranking: [best, second_pref, third_pref, worst]"));
        var ends = Fit("apollo_drugChoiceData.csv", Of(Drugs, "ANSWER", "best: best, worst: worst, best-worst: sequential"));
        Assert.That(ranked.Situations, Is.EqualTo(30_000));
        Assert.That(ends.Situations, Is.EqualTo(20_000));
        Assert.That(ranked.LogLikelihood, Is.LessThan(best));
    }

    private static string Of(string text, string part, string instead) => text.Replace(part, instead, StringComparison.Ordinal);

    private static EstimationResult Fit(string file, string yaml)
    {
        var result = StudyText.Run(file, yaml).Estimates;
        TestContext.Out.WriteLine($"{result.LogLikelihood:F4} {result.Ending} "
            + $"{string.Join(" ", result.Parameters.Select((p, k) => $"{p}={result.Estimates[k]:F4}"))}");
        Assert.That(result.Converged, Is.True, result.Ending);
        return result;
    }
}
