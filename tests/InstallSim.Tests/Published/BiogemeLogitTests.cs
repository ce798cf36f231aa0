using InstallSim.Choice.Estimation;

namespace InstallSim.Tests.Published;

/// <summary>
/// Biogeme's examples without simulation, b01 to b28, from the saved results of its repository. What they estimate is read from the
/// scripts of the same names; log-likelihoods agree to 1e-6, estimates to 1e-4, both kinds of standard error to 1e-3.
/// </summary>
public sealed class BiogemeLogitTests
{
    private const string Lines = """
          - { name: time, column: "*_TT", divide-by: 100 }
          - { name: cost, column: "*_COST", divide-by: 100 }

        """;

    private const string Bent = """
          - { name: TRAIN_TT100, recipe: scale, of: [TRAIN_TT], divide-by: 100 }
          - { name: SM_TT100, recipe: scale, of: [SM_TT], divide-by: 100 }
          - { name: CAR_TIME, recipe: scale, of: [CAR_TT], divide-by: 100 }
          - { name: TRAIN_TIME, recipe: log, of: [TRAIN_TT100] }
          - { name: SM_TIME, recipe: log, of: [SM_TT100] }
        constants-against: SM
        utility:
          - { name: time, column: "*_TIME" }
          - { name: cost, column: "*_COST", divide-by: 100 }

        """;

    private const string ByGender = """
          - { name: male, column: MALE, by-alternative: true, alternatives: [TRAIN, CAR] }

        """;

    [TestCase("b01a_logit")]
    [TestCase("b04_validation")]
    [TestCase("b20multiple_models_000001")]
    public void Generic(string model) => Check(model, SwissmetroStudy.Generic);

    [Test]
    public void Constants_by_gender_and_season_ticket() => Check("b01b_logit", SwissmetroStudy.Generic + ByGender + """
          - { name: ga, column: GA, by-alternative: true, alternatives: [TRAIN, CAR] }
        """);

    [Test]
    public void Constants_by_gender() => Check("b20multiple_models_000003", SwissmetroStudy.Generic + ByGender);

    [Test]
    public void Logarithm_of_time_but_for_the_car() => Check("b20multiple_models_000002", Bent);

    [Test]
    public void Logarithm_of_time_and_constants_by_gender() => Check("b20multiple_models_000000", Bent + ByGender);

    [Test]
    public void Cost_held_at_minus_one() => Check("b28_parameter_overrides", $$"""
        utility:
          - { name: constant.CAR, constant: true, alternatives: [CAR] }
        {{Lines}}
        estimation: { fixed: { cost: -1 } }
        """);

    [Test]
    public void Time_bent() => Check("b08_boxcox", SwissmetroStudy.Generic + "model: { box-cox: [time] }\n");

    [Test]
    public void Nested()
    {
        var result =
            SwissmetroStudy.Run(SwissmetroStudy.Generic + "model: { nests: [{ name: existing, alternatives: [TRAIN, CAR] }] }\n").Estimates;
        double lambda = result["nest.existing"];
        Reference.Biogeme("b09_nested")
            .Check(result, CovarianceKind.Hessian, SwissmetroStudy.Name,
                p => p == "nest_parameter" ? ("nest.existing", 1 / lambda, 1 / (lambda * lambda)) : null);
    }

    [Test]
    public void Train_against_car()
    {
        var result = StudyText.Run("swissmetro.dat", """
            name: binary
            title: Train or car, of those who did not choose Swissmetro
            data:
              file: FILE
              separator: tab
              layout: wide
              person: ID
              alternatives: [{ name: TRAIN, code: 1 }, { name: CAR, code: 3 }]
              chosen: CHOICE
              where: [{ column: PURPOSE, one-of: [1, 3] }, { column: CHOICE, one-of: [1, 3] }, { column: CAR_AV, equals: 1 }, { column: TRAIN_AV, equals: 1 }]
            derived:
              - { name: pays, recipe: dummy, of: [GA], values: [0] }
              - { name: TRAIN_COST, recipe: product, of: [TRAIN_CO, pays] }
              - { name: CAR_COST, recipe: scale, of: [CAR_CO] }
            constants-against: TRAIN
            utility:
              - { name: time, column: "*_TT", divide-by: 100, by-alternative: true }
              - { name: cost, column: "*_COST", divide-by: 100, by-alternative: true }
            """).Estimates;
        Assert.That(result.Situations, Is.EqualTo(2232));
        Reference.Biogeme("b23a_logit").Check(result, CovarianceKind.Hessian, Name);
    }

    private static void Check(string model, string rest)
    {
        var result = SwissmetroStudy.Run(rest).Estimates;
        Assert.That(result.Situations, Is.EqualTo(6768));
        Reference.Biogeme(model).Check(result, CovarianceKind.Hessian, Name);
    }

    private static string Name(string reference) => reference switch
    {
        "boxcox_parameter" => "boxcox.time",
        "asc_train_ref" or "asc_car_ref" => SwissmetroStudy.Name(reference[..^4]),
        "asc_train_diff_male" => "male.TRAIN",
        "asc_car_diff_male" => "male.CAR",
        "asc_train_diff_with_ga" => "ga.TRAIN",
        "asc_car_diff_with_ga" => "ga.CAR",
        _ when reference.EndsWith("_train", StringComparison.Ordinal) && reference[0] == 'b' => reference[2..^6] + ".TRAIN",
        _ when reference.EndsWith("_car", StringComparison.Ordinal) && reference[0] == 'b' => reference[2..^4] + ".CAR",
        _ => SwissmetroStudy.Name(reference),
    };
}
