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
        string output = CommandLine.Done("estimate", Study("physician-dce.yaml"), "--out", results, "--save",
            preferences, "--set", "draws.number=100");
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
        string output = CommandLine.Done("estimate", Study("physician-dce.yaml"), "--set", $"data.file={answers}", "--set", "model={}",
            "--out", Path.Combine(folder.Path, "out"));
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
        string broken = folder.Write("broken.yaml",
            "extends: " + Study("mode-choice.yaml") + "\nname: broken\ndata: { chosen: choise }\nutility: []\n");
        Assert.That(CommandLine.Run("validate", broken).Error, Does.Contain("there is no column 'choise'"));
    }

    [Test]
    public void A_study_that_inherits_data_and_utility_is_validated_as_a_study()
    {
        using var folder = new TemporaryFolder();
        string child = folder.Write("child.yaml", "extends: " + Study("mode-choice.yaml") + "\nname: child\n");
        Assert.That(CommandLine.Done("validate", child), Does.Contain("child.yaml: right"));
        string wrong = folder.Write("wrong.yaml", "extends: child.yaml\nmodel: { random: { prize: normal } }\n");
        Assert.That(CommandLine.Run("validate", wrong).Error,
            Does.Contain("wrong.yaml(2,27): error: 'prize' is no variable of the utility"));
    }

    [Test]
    public void Estimate_says_that_it_replaces_its_former_results()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results");
        string[] estimate = ["estimate", Study("mode-choice.yaml"), "--out", results, "--quiet"];
        Assert.That(CommandLine.Run(estimate).Error, Does.Not.Contain("replaced"));
        Assert.That(CommandLine.Run(estimate).Error, Does.Contain($"{results}: replaced at the end: finished results of ")
            .And.Contain("mode-choice.yaml"));
    }

    [Test]
    public void Respond_replaces_no_answers_but_its_own()
    {
        using var folder = new TemporaryFolder();
        string answers = Path.Combine(folder.Path, "answers.csv");
        string[] respond = ["respond", Study("physician-dce.yaml"), "--out", answers, "--set", "respondents.number=6"],
            other = [.. respond, "--set", "respondents.seed=8"];
        CommandLine.Done(respond);
        string first = File.ReadAllText(answers);
        CommandLine.Done(respond);
        var refused = CommandLine.Run(other);
        Assert.Multiple(() =>
        {
            Assert.That(refused.Code, Is.EqualTo(2));
            Assert.That(refused.Error,
                Does.Contain("answers.csv: error: exists and holds something else").And.Contain("--force"));
            Assert.That(File.ReadAllText(answers), Is.EqualTo(first));
        });
        CommandLine.Done([.. other, "--force"]);
        Assert.That(File.ReadAllText(answers), Is.Not.EqualTo(first));
    }

    [Test]
    public void Report_says_where_the_figures_of_a_study_are()
    {
        using var folder = new TemporaryFolder();
        folder.Write("estimates.json", "{}");
        folder.Write("manifest.json", "{}");
        var refused = CommandLine.Run("report", folder.Path, "--format", "png");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error,
            Does.Contain("holds the results of a study, not of a simulation").And.Contain(Path.Combine(folder.Path, "figures")));
    }

    [Test]
    public void Names_under_save_are_checked_though_nothing_is_saved()
    {
        var refused = CommandLine.Run("validate", Study("physician-dce.yaml"), "--set", "save.income=incom", "--set",
            "save.as={ msp: msp-practice }");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error,
            Does.Contain("'incom' is no variable of the utility; did you mean 'income'?").And
                .Contain("'msp' is no variable of the utility").And.Contain("2 errors"));
    }

    [Test]
    public void Errors_that_share_a_line_are_counted()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv",
            Studies.SmallStudy.Csv + string.Concat(Enumerable.Range(7, 30).Select(t => $"4,{t},tea,,20,1,1\n4,{t},coffee,2,20,1,0\n")));
        var refused = CommandLine.Run("validate", folder.Write("small.yaml", Studies.SmallStudy.Yaml));
        Assert.That(refused.ErrorLines[^1], Is.EqualTo("installsim: 30 errors in 1 message; nothing was written"));
    }

    [Test, Platform("Linux")]
    public void A_place_that_cannot_be_written_is_named_as_it_was_said()
    {
        var refused = CommandLine.Run("estimate", Study("mode-choice.yaml"), "--out", "/proc/x");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.StartWith("/proc/x: error: cannot be written: ").And.Not.Contain("partial"));
    }
}
