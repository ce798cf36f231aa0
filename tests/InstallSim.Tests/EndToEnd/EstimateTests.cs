using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

public sealed class EstimateTests
{
    private static string Study(string file) => Repository.PathOf("scenarios", "studies", file);

    [Test]
    public void Estimate_prints_a_table_writes_a_folder_and_saves_preferences()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "out"), preferences = Path.Combine(folder.Path, "preferences.yaml");
        string output = CommandLine.Done("estimate", Study("physician-dce.yaml"), "--out", results, "--save", preferences, "--set", "draws.number=100");
        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("Panel mixed logit").And.Contain("msp-practice").And.Contain("worth in income"));
            Assert.That(File.Exists(Path.Combine(results, "estimates.json")));
            Assert.That(File.ReadAllText(preferences), Does.Contain("utils-per-keur:"));
        });
        string scenario = folder.Write("mine.yaml", "name: mine\ntitle: Mine\nextends: preferences.yaml\n");
        Assert.That(CommandLine.Done("validate", scenario), Does.Contain("right"));
    }

    [Test]
    public void Answers_simulated_by_respond_can_be_estimated()
    {
        using var folder = new TemporaryFolder();
        string answers = Path.Combine(folder.Path, "answers.csv");
        CommandLine.Done("respond", Study("physician-dce.yaml"), "--out", answers, "--set", "respondents.number=60");
        string output = CommandLine.Done("estimate", Study("physician-dce.yaml"), "--set", $"data.file={answers}", "--set", "model={}", "--out", Path.Combine(folder.Path, "out"));
        Assert.That(output, Does.Contain("People                          60"));
    }

    [Test]
    public void A_broken_study_ends_with_exit_code_2_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "out");
        var outcome = CommandLine.Run("estimate", Study("mode-choice.yaml"), "--set", "data.chosen=choise", "--out", results);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(2));
            Assert.That(outcome.ErrorLines[0], Does.Contain("there is no column 'choise'").And.Contain("did you mean 'choice'?"));
            Assert.That(Directory.Exists(results), Is.False);
        });
    }

    [Test]
    public void Validate_checks_studies_and_their_data_too()
    {
        using var folder = new TemporaryFolder();
        Assert.That(CommandLine.Done("validate", Study("mode-choice.yaml")), Does.Contain("mode-choice.yaml: right"));
        string broken = folder.Write("broken.yaml", "extends: " + Study("mode-choice.yaml") + "\nname: broken\ndata: { chosen: choise }\nutility: []\n");
        Assert.That(CommandLine.Run("validate", broken).Error, Does.Contain("there is no column 'choise'"));
    }
}
