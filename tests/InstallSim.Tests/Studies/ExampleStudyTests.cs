using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Studies;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies;

/// <summary>The studies that ship run, and say what they should.</summary>
public sealed class ExampleStudyTests
{
    private static string PathOf(string file) => Repository.PathOf("scenarios", "studies", file);

    private static IEnumerable<string> Studies =>
        Directory.EnumerateFiles(Repository.PathOf("scenarios", "studies"), "*.yaml").Select(Path.GetFileName).OfType<string>()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Simulated => Studies.Where(file => StudyReader.Read(PathOf(file)).Study.Respondents is not null);

    [TestCaseSource(nameof(Studies))]
    public void A_study_that_ships_converges_without_a_warning(string file)
    {
        StudyResult result = StudyEstimation.Run(StudyReader.Read(PathOf(file)));
        Assert.That(result.Warnings, Is.Empty);
        Assert.That(result.Estimates.Converged, Is.True);
    }

    /// <summary>
    /// Figures of this program, so that a change is noticed; no printed table of this model could be read to compare with.
    /// </summary>
    [Test]
    public void Mode_choice_keeps_its_figures()
    {
        StudyResult result = StudyEstimation.Run(StudyReader.Read(PathOf("mode-choice.yaml")));
        Assert.Multiple(() =>
        {
            Assert.That(result.Estimates.LogLikelihood, Is.EqualTo(-199.1284).Within(5e-5));
            Assert.That(result.Estimates["cost"], Is.EqualTo(-0.015501).Within(1e-6));
            Assert.That(result.Estimates["waiting-time"], Is.EqualTo(-0.09612).Within(1e-5));
            Assert.That(result.Estimates["income-air"], Is.EqualTo(0.01329).Within(1e-5));
            Assert.That(result.Estimates["constant.air"], Is.EqualTo(5.2074).Within(1e-4));
        });
    }

    [TestCaseSource(nameof(Simulated))]
    public void Simulated_people_answer_as_the_shipped_table_says(string file)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "answers.csv");
        StudySource source = StudyReader.Read(PathOf(file));
        Respondents.Write(source, path);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(path), Is.EqualTo(File.ReadAllText(source.Study.Data.File)));
            Assert.That(source.Study.Description, Does.Contain("SIMULATED"));
            Assert.That(source.Study.DescriptionFr, Does.Contain("SIMULÉES"));
        });
    }

    [Test]
    public void The_coefficients_of_simulated_physicians_are_recovered()
    {
        StudyResult result = StudyEstimation.Run(StudyReader.Read(PathOf("physician-dce.yaml")));
        double[] se = result.Estimates.StandardErrors();
        Assert.Multiple(() =>
        {
            foreach ((string name, double truth) in result.Study.Respondents!.Coefficients)
            {
                Assert.That(result.Estimates[name], Is.EqualTo(truth).Within(4 * se[result.Estimates.IndexOf(name)]), name);
            }

            foreach ((string name, double truth) in result.Study.Respondents.Spreads)
            {
                Assert.That(Math.Abs(result.Estimates["sd." + name]),
                    Is.EqualTo(truth).Within(4 * se[result.Estimates.IndexOf("sd." + name)]), "sd." + name);
            }
        });
    }

    [Test]
    public void Estimated_preferences_run_in_a_scenario()
    {
        using var folder = new TemporaryFolder();
        StudyResult result = StudyEstimation.Run(StudyReader.Read(PathOf("physician-dce.yaml")));
        string preferences = Path.Combine(folder.Path, "preferences.yaml");
        folder.Write("preferences.yaml", SavedPreferences.Write(result, preferences));
        string scenario = folder.Write("estimated.yaml",
            "name: estimated\ntitle: With the preferences of a study\nextends: preferences.yaml\nyears: 2025..2026\nreplications: 1\n");
        LoadedExperiment loaded = ExperimentReader.Read([scenario], null, [], 1);
        var read = loaded.Sources[0].Scenario.Preferences;
        Assert.Multiple(() =>
        {
            Assert.That(read.UtilsPerKeur.Value, Is.EqualTo(result.Estimates["income"]).Within(1e-9));
            Assert.That(read.Coefficients["group-practice"].Value,
                Is.EqualTo(result.Estimates["group-practice"] / result.Estimates["income"]).Within(1e-6));
            Assert.That(read.Coefficients["group-practice"].StandardDeviation,
                Is.EqualTo(Math.Abs(result.Estimates["sd.group-practice"]) / result.Estimates["income"]).Within(1e-6));
            Assert.That(read.Coefficients["birth-distance"].Value, Is.EqualTo(-0.75), "what the study does not have stays");
            Assert.That(read.Covariance["group-practice"]["group-practice"],
                Is.EqualTo(Square(result.WillingnessToPay.Single(w => w.Name == "group-practice").StandardError)).Within(1e-6));
        });
        var run = ExperimentRunner.Run(loaded, Path.Combine(folder.Path, "out"), RunWatch.None);
        Assert.That(run.Observations.Where(o => o.Indicator == "stock" && o.Year == 2026).Select(o => o.Value), Is.All.GreaterThan(0));
    }

    [Test]
    public void The_doubt_of_estimates_reaches_the_intervals_of_a_comparison()
    {
        using var folder = new TemporaryFolder();
        StudyResult result =
            StudyEstimation.Run(StudyReader.Read(PathOf("physician-dce.yaml"), ["draws={ number: 100, stability: false }"]));
        string preferences = Path.Combine(folder.Path, "preferences.yaml");
        folder.Write("preferences.yaml", SavedPreferences.Write(result, preferences));
        string mine = folder.Write("mine.yaml", "name: mine\ntitle: Mine\nextends: preferences.yaml\nyears: 2025..2028\nreplications: 6\n");
        string paid = folder.Write("paid.yaml",
            "name: paid\ntitle: Paid\nextends: mine.yaml\npolicies: [{ type: income-supplement, from: 2026, keur-per-year: 30, where: { "
                + "accessibility-below: 2.5 } }]\n");
        RunResults Run(IReadOnlyList<string> said) =>
            ExperimentRunner.Run(ExperimentReader.Read([mine, paid], "mine", said, 2),
                Path.Combine(folder.Path, Guid.NewGuid().ToString()), RunWatch.None);
        RunResults sure = Run(["uncertainty=none"]), unsure = Run(["uncertainty=estimates"]), all = Run([]);
        Comparison Of(RunResults results) => results.Comparisons.Single(c => c.Indicator == "stock-under-dense" && c.Year == 2028);
        Assert.Multiple(() =>
        {
            Assert.That(unsure.Manifest.HoldsDoubt, Is.True);
            Assert.That(sure.Manifest.HoldsDoubt, Is.False);
            Assert.That(unsure.Manifest.Drawn,
                Does.Contain("preferences.utils-per-keur").And.Contain("preferences.coefficients.group-practice"));
            Assert.That(all.Manifest.Drawn, Is.SupersetOf(unsure.Manifest.Drawn).And.Contain("preferences.consideration").And.Unique);
            Assert.That(Of(unsure).Upper - Of(unsure).Lower, Is.GreaterThan(1.5 * (Of(sure).Upper - Of(sure).Lower)));
            Assert.That(
                () => ExperimentReader.Read(
                    [mine, folder.Write("odd.yaml", "name: odd\ntitle: Odd\nextends: mine.yaml\nuncertainty: none\n")], "mine", [], 1),
                Throws.TypeOf<InputException>().With.Message.Contains("the baseline says 'uncertainty: all'"));
        });
    }

    [Test]
    public void A_study_without_an_income_cannot_become_preferences()
    {
        StudyResult result = StudyEstimation.Run(StudyReader.Read(PathOf("mode-choice.yaml")));
        Assert.That(() => SavedPreferences.Write(result, "p.yaml"),
            Throws.TypeOf<InputException>().With.Message.Contains("'income' is no coefficient of the study; did you mean 'income-air'?"));
    }

    private static double Square(double x) => x * x;
}
