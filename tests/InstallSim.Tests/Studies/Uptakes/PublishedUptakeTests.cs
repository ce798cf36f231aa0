using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Uptakes;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Uptakes;

/// <summary>
/// Studies inspired by published ones: at the published coefficients uptake gives the published figures, and estimated from simulated
/// answers these lie within four standard errors.
/// </summary>
public sealed class PublishedUptakeTests
{
    private static readonly Dictionary<string, (UptakeResult Estimated, UptakeResult Published, StudyResult Study)> Done = [];

    /// <summary>Income that makes up for a package, as printed, and to how much that is rounded.</summary>
    private static IEnumerable<object[]> Incomes =>
    [
        ["scott-2013", "mid-town", 37.0, 1.0], ["scott-2013", "small-town", 64.0, 1.0], ["scott-2013", "worst-job", 130.0, 1.0],
        ["scott-2013", "attractive-rural", -8.6, 1.0],
        ["pedersen-2014", "three-or-four", 50.0, 1e-6], ["pedersen-2014", "five-hours", 200.0, 1e-6],
        ["guenther-2010", "rural", 9.044, 1e-6],
        ["laos-nurses", "housing", -34.0, 0.5], ["laos-nurses", "transport", -0.973 / 0.023, 1e-6],
        ["laos-nurses", "permanent", -0.805 / 0.023, 1e-6],
        ["bangladesh-doctors", "community", -18.6, 1e-6], ["bangladesh-doctors", "security", -13.4, 1e-6],
        ["bangladesh-doctors", "points", -15.4, 1e-6], ["bangladesh-doctors", "sanction", 12.6, 1e-6],
    ];

    /// <summary>Probability of a package against the base, as printed or by hand, and to how much that holds.</summary>
    private static IEnumerable<object[]> Shares =>
    [
        ["aspe-two-location", "base", 0.177, 0.010], ["aspe-two-location", "loan-repaid", 0.329, 0.010],
        ["aspe-two-location", "base", 0.1750, 0.002], ["aspe-two-location", "loan-repaid", 0.3202, 0.002],
        ["bangladesh-doctors", "community", 1 / (1 + Math.Exp(-0.93)), 1e-12],
        ["bangladesh-doctors", "money", 1 / (1 + Math.Exp(-1.5)), 1e-12],
        ["pedersen-2014", "paid-hours", 0.5, 1e-9], ["guenther-2010", "paid", 0.5, 1e-9],
    ];

    [TestCaseSource(nameof(Incomes))]
    public void Income_that_makes_up_is_the_one_published(string study, string package, double published, double within)
    {
        var (estimated, at, _) = Run(study);
        CompensatingIncome Of(UptakeResult result) => result.Incomes.Single(i => i.Package.Name == package && i.Improvements.Count == 0);
        Assert.Multiple(() =>
        {
            Assert.That(Of(at).Income.Estimate, Is.EqualTo(published).Within(within), "at the published coefficients");
            Assert.That(Of(estimated).Income.Estimate, Is.EqualTo(published).Within(4 * Of(estimated).Income.StandardError), "estimated");
        });
    }

    [TestCaseSource(nameof(Shares))]
    public void Uptake_is_the_one_published(string study, string package, double published, double within)
    {
        var (estimated, at, _) = Run(study);
        UptakeRow Of(UptakeResult result) => result.OfAll.Single(r => r.Name == package);
        Assert.Multiple(() =>
        {
            Assert.That(Of(at).Probability.Estimate, Is.EqualTo(published).Within(within), "at the published coefficients");
            Assert.That(Of(estimated).Probability.Estimate, Is.EqualTo(published).Within(4 * Of(estimated).Probability.StandardError),
                "estimated");
        });
    }

    /// <summary>The nurses' column of the table of Laos (evidence I9, row 1): housing provided is 23 % of the base salary.</summary>
    [Test]
    public void The_nurses_of_Laos_give_the_willingness_to_pay_of_their_column()
    {
        double[] nurses = [0.335, 0.790, 0.376, 0.410, 0.512, 0.670, 0.803, 0.858, 0.514, 0.029, 0.024];
        StudyResult study = Run("laos-nurses").Study;
        using var folder = new TemporaryFolder();
        UptakeResult result = At(study, nurses, folder);
        double Of(string package) =>
            result.Incomes.Single(i => i.Package.Name == package && i.Improvements.Count == 0).Income.Estimate;
        Assert.Multiple(() =>
        {
            Assert.That(Of("housing"), Is.EqualTo(-23).Within(0.5));
            Assert.That(Of("transport"), Is.EqualTo(-0.858 / 0.029).Within(1e-6));
            Assert.That(Of("permanent"), Is.EqualTo(-0.790 / 0.029).Within(1e-6));
        });
    }

    [TestCase("scott-2013")]
    [TestCase("pedersen-2014")]
    [TestCase("guenther-2010")]
    [TestCase("laos-nurses")]
    [TestCase("bangladesh-doctors")]
    [TestCase("aspe-two-location")]
    public void Published_coefficients_are_recovered_from_simulated_answers(string name)
    {
        StudyResult study = Run(name).Study;
        double[] se = study.Estimates.StandardErrors();
        Assert.Multiple(() =>
        {
            foreach ((string parameter, double truth) in study.Study.Respondents!.Coefficients)
            {
                Assert.That(study.Estimates[parameter], Is.EqualTo(truth).Within(4 * se[study.Estimates.IndexOf(parameter)]), parameter);
            }
        });
    }

    private static (UptakeResult Estimated, UptakeResult Published, StudyResult Study) Run(string name)
    {
        lock (Done)
        {
            if (!Done.TryGetValue(name, out var done))
            {
                Done[name] = done = Make(name);
            }

            return done;
        }
    }

    private static (UptakeResult, UptakeResult, StudyResult) Make(string name)
    {
        using var folder = new TemporaryFolder();
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", name + ".yaml")));
        RespondentSettings truth = study.Study.Respondents!;
        double[] theta = [.. study.Estimates.Parameters.Select(p =>
            p.StartsWith("sd.", StringComparison.Ordinal) ? truth.Spreads[p[3..]] : truth.Coefficients[p])];
        return (At(study, null, folder), At(study, theta, folder), study);
    }

    /// <summary>Uptake at the estimates, or with others in their place.</summary>
    private static UptakeResult At(StudyResult study, double[]? instead, TemporaryFolder folder)
    {
        string at = Path.Combine(folder.Path, "out"), json = Path.Combine(at, "estimates.json");
        using (AtomicFolder target = AtomicFolder.Create(at))
        {
            StudyFolder.Write(study, target);
        }

        JsonObject told = JsonNode.Parse(File.ReadAllText(json))!.AsObject();
        if (instead is not null)
        {
            told["estimates"] = new JsonArray([.. instead.Select(x => (JsonNode)x)]);
        }

        return StudyUptake.Run(study.Source, folder.Write("taken.json", told.ToJsonString()));
    }
}
