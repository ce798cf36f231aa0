using InstallSim.Studies.Results;

namespace InstallSim.Tests.Published;

/// <summary>The Swissmetro studies of Biogeme's examples: common data, and what each model adds.</summary>
internal static class SwissmetroStudy
{
    /// <summary>Time and cost in hundreds, generic.</summary>
    public const string Generic = """
        constants-against: SM
        utility:
          - { name: time, column: "*_TT", divide-by: 100 }
          - { name: cost, column: "*_COST", divide-by: 100 }

        """;

    /// <summary>Estimates a model of the usual sample.</summary>
    /// <param name="rest">Utility and model.</param>
    public static StudyResult Run(string rest) => StudyText.Run("swissmetro.dat", """
        name: swissmetro
        title: Swissmetro
        data:
          file: FILE
          separator: tab
          layout: wide
          person: ID
          alternatives: [{ name: TRAIN, code: 1, available: TRAIN_AV }, { name: SM, code: 2, available: SM_AV }, { name: CAR, code: 3, available: CAR_AV }]
          chosen: CHOICE
          where: [{ column: PURPOSE, one-of: [1, 3] }, { column: CHOICE, none-of: [0] }]
        derived:
          - { name: pays, recipe: dummy, of: [GA], values: [0] }
          - { name: TRAIN_COST, recipe: product, of: [TRAIN_CO, pays] }
          - { name: SM_COST, recipe: product, of: [SM_CO, pays] }
          - { name: CAR_COST, recipe: scale, of: [CAR_CO] }

        """ + rest);

    /// <summary>Our name of a parameter of the generic models.</summary>
    public static string Name(string reference) => reference switch
    {
        "asc_train" => "constant.TRAIN",
        "asc_car" => "constant.CAR",
        "b_time" => "time",
        "b_time_s" => "sd.time",
        "b_cost" => "cost",
        _ => reference,
    };
}
