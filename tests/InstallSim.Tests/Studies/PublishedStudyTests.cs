using InstallSim.Choice.Estimation;
using InstallSim.Studies;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Studies;

/// <summary>Study files on published data give the published estimates; tests are skipped where the data are absent.</summary>
public sealed class PublishedStudyTests
{
    [Test]
    public void Swissmetro_agrees_with_Biogeme()
    {
        EstimationResult result = SwissmetroStudy.Run(SwissmetroStudy.Generic).Estimates;
        Reference.Biogeme("b01a_logit").Check(result, CovarianceKind.Hessian, SwissmetroStudy.Name);
    }

    [Test]
    public void Electricity_with_six_normals_has_the_log_likelihood_of_xlogit()
    {
        EstimationResult result = Estimate("electricity_long.csv", """
            name: electricity
            title: Electricity
            data: { file: FILE, layout: long, situation: chid, person: id, alternative: alt, chosen: choice }
            utility: [{ name: pf }, { name: cl }, { name: loc }, { name: wk }, { name: tod }, { name: seas }]
            model: { random: { pf: normal, cl: normal, loc: normal, wk: normal, tod: normal, seas: normal } }
            draws: { type: halton, number: 600, drop: 100 }
            """);
        Assert.That(result.LogLikelihood, Is.EqualTo(-3888.46506999616).Within(1e-6));
    }

    [Test]
    public void Travel_in_Canada_agrees_with_mlogit()
    {
        EstimationResult result = Estimate("modecanada_long.csv", """
            name: mode-canada
            title: Travel in Canada
            data:
              file: FILE
              layout: long
              situation: case
              alternative: alt
              alternatives: [car, train, air]
              chosen: choice
              where: [{ column: noalt, equals: 4 }, { column: alt, none-of: [bus] }]
              no-choice: drop
            derived: [{ name: time, recipe: sum, of: [ivt, ovt] }]
            constants-against: car
            utility:
              - { name: cost }
              - { name: freq }
              - { name: income, by-alternative: true, alternatives: [train, air] }
              - { name: time, by-alternative: true }
            """);
        Reference.Mlogit("ModeCanada mnl c3 (cost+freq|income|time)").Check(result, CovarianceKind.Hessian, Name);
    }

    [Test]
    public void Heating_agrees_with_mlogit()
    {
        EstimationResult result = Estimate("heating_mlogit_wide.csv", """
            name: heating
            title: Heating systems
            data: { file: FILE, layout: wide, alternatives: [gc, gr, ec, er, hp], chosen: depvar }
            constants-against: hp
            utility: [{ name: ic, column: "ic.*" }, { name: oc, column: "oc.*" }]
            """);
        Reference.Mlogit("Heating mnl ic+oc + ASC ref hp").Check(result, CovarianceKind.Hessian, Name);
    }

    [Test]
    public void Fishing_agrees_with_mlogit()
    {
        EstimationResult result = Estimate("fishing_wide.csv", """
            name: fishing
            title: Fishing modes
            data: { file: FILE, layout: wide, alternatives: [beach, pier, boat, charter], chosen: mode }
            utility: [{ name: price, column: "price.*" }, { name: catch, column: "catch.*" }]
            """);
        Reference.Mlogit("Fishing mnl price+catch|0").Check(result, CovarianceKind.Hessian, Name);
    }

    [Test]
    public void Heating_and_cooling_nested_agrees_with_mlogit()
    {
        EstimationResult result = Estimate("hc_wide.csv", """
            name: heating-cooling
            title: Heating and cooling
            data: { file: FILE, layout: wide, alternatives: [gcc, ecc, erc, hpc, gc, ec, er], chosen: depvar }
            utility:
              - { name: ich, column: "ich.*" }
              - { name: och, column: "och.*" }
              - { name: icca, alternatives: [gcc, ecc, erc, hpc] }
              - { name: occa, alternatives: [gcc, ecc, erc, hpc] }
              - { name: inc.room, column: income, alternatives: [erc, er] }
              - { name: inc.cooling, column: income, alternatives: [gcc, ecc, erc, hpc] }
              - { name: int.cooling, constant: true, alternatives: [gcc, ecc, erc, hpc] }
            model:
              nests:
                - { name: cooling, alternatives: [gcc, ecc, erc, hpc], parameter: iv }
                - { name: other, alternatives: [gc, ec, er], parameter: iv }
            """);
        Reference.Mlogit("HC nested cooling/other one iv").Check(result, null, Name);
    }

    [Test]
    public void Latent_classes_of_electricity_reach_the_log_likelihood_of_gmnl()
    {
        EstimationResult result = Estimate("electricity_long.csv", """
            name: electricity-classes
            title: Electricity
            data: { file: FILE, layout: long, situation: chid, person: id, alternative: alt, chosen: choice }
            utility: [{ name: pf }, { name: cl }, { name: loc }, { name: wk }, { name: tod }, { name: seas }]
            model: { classes: 2 }
            """);
        Assert.That(result.LogLikelihood,
            Is.GreaterThanOrEqualTo(Reference.Mlogit("Electricity latent class Q=2 (gmnl)").LogLikelihood - 1e-4));
    }

    [Test]
    public void Rankings_of_game_platforms_are_read_from_ranks()
    {
        EstimationResult result = Estimate("game2_ranked_long.csv", """
            name: game
            title: Game platforms
            data: { file: FILE, layout: long, situation: chid, alternative: platform, rank: ch }
            constants-against: PC
            utility: [{ name: own }]
            """);
        Assert.That(result.Situations, Is.EqualTo(91 * 5));
        Assert.That(result.Converged, Is.True);
    }

    private static string Name(string reference) =>
        reference.Replace("(Intercept):", "constant.", StringComparison.Ordinal).Replace(':', '.');

    private static EstimationResult Estimate(string data, string yaml)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("study.yaml", yaml.Replace("FILE", Repository.SharedData("choice", data), StringComparison.Ordinal));
        return StudyEstimation.Run(StudyReader.Read(path)).Estimates;
    }
}
