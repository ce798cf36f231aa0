using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

public sealed class SavedEstimatesTests
{
    private static string Physicians => Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    private const string Few = "draws={ number: 50, stability: false }";

    [Test]
    public void Preferences_that_would_be_refused_are_before_anything_is_estimated()
    {
        using var folder = new TemporaryFolder();
        string saved = folder.Write("p.yaml", "name: mine\n"), results = Path.Combine(folder.Path, "out");
        string[] estimate = ["estimate", Physicians, "--set", Few, "--out", results, "--save", saved];
        CommandLine.Outcome refused = CommandLine.Run(estimate);
        Assert.That((refused.Code, refused.Output, File.ReadAllText(saved)), Is.EqualTo((2, "", "name: mine\n")));
        Assert.That(refused.Error, Does.Contain("p.yaml: error: exists and holds something else"));
        refused = CommandLine.Run([.. estimate[..^1], folder.Path, "--force"]);
        Assert.That((refused.Code, refused.Output, Directory.Exists(results)), Is.EqualTo((2, "", false)));
        Assert.That(refused.Error, Does.Contain("is a folder; a file is expected"));
        File.Delete(saved);
        CommandLine.Run(estimate);
        CommandLine.Run(estimate);
        string first = File.ReadAllText(saved);
        CommandLine.Outcome other = CommandLine.Run([.. estimate, "--set", "draws.seed=9"]);
        Assert.That((other.Code, other.Output, File.ReadAllText(saved)), Is.EqualTo((2, "", first)));
    }

    [Test]
    public void A_folder_that_is_not_there_is_made_unless_one_of_nearly_its_name_is()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "answers1"));
        string wrong = Path.Combine(folder.Path, "answrs1"), other = Path.Combine(folder.Path, "answers2", "a.csv");
        string[][] commands =
        [
            ["respond", Physicians, "--out", Path.Combine(wrong, "a.csv")],
            ["design", Physicians, "--out", Path.Combine(wrong, "deeper", "a.csv"), "--force"],
            ["estimate", Physicians, "--out", Path.Combine(folder.Path, "out"), "--save", Path.Combine(wrong, "p.yaml")],
        ];
        foreach (string[] command in commands)
        {
            CommandLine.Outcome english = CommandLine.Run(command), french = CommandLine.Run([.. command, "--lang", "fr"]);
            Assert.That((english.Code, french.Code), Is.EqualTo((2, 2)), english.Error);
            Assert.That(english.Error,
                Does.Contain($": error: there is no folder {wrong}; did you mean 'answers1'? Make the folder first if it is meant"));
            Assert.That(french.Error,
                Does.Contain($"il n’y a pas de dossier {wrong}\u00a0; vouliez-vous dire «\u00a0answers1\u00a0»\u00a0?"));
        }

        Assert.That(Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "answers1" }));
        CommandLine.Done("respond", Physicians, "--out", other, "--quiet");
        Assert.That(File.Exists(other));
    }

    /// <summary>With --force too: it is for results, not for what they are made from.</summary>
    [Test]
    public void A_study_its_tables_and_its_design_are_never_replaced_by_what_is_made_of_them()
    {
        using var folder = new TemporaryFolder();
        string Copy(string name) => folder.Write(name, File.ReadAllText(Physicians.Replace("physician-dce.yaml", name)));
        string study = Copy("physician-dce.yaml"), answers = Copy("physician-dce.csv"), design = Copy("physician-dce-design.csv");
        string before = File.ReadAllText(study), results = Path.Combine(folder.Path, "out");
        string[][] commands =
        [
            ["respond", study, "--out", design], ["respond", study, "--out", study], ["design", study, "--out", study],
            ["estimate", study, "--set", Few, "--out", results, "--save", study],
            ["estimate", study, "--set", Few, "--out", results, "--save", answers],
        ];
        foreach (string[] command in commands)
        {
            CommandLine.Outcome refused = CommandLine.Run([.. command, "--force"]);
            Assert.That(refused.Code, Is.EqualTo(2), string.Join(' ', command));
            Assert.That(refused.Error, Does.Contain(": error: is read, and would be replaced by what is written; name another file"));
        }

        Assert.That(File.ReadAllText(study), Is.EqualTo(before));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EquivalentTo((string[])[study, answers, design]));
    }

    [Test]
    public void Preferences_that_cannot_be_written_are_refused_before_anything_is_estimated()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("notes.md", "mine"), save = Path.Combine(file, "p.yaml");
        CommandLine.Outcome refused = CommandLine.Run("estimate", Physicians, "--set", Few, "--out", Path.Combine(folder.Path, "out", "e"),
            "--save", save);
        Assert.That((refused.Code, refused.Output), Is.EqualTo((2, "")));
        Assert.That(refused.ErrorLines, Is.EqualTo(new[]
        {
            $"{save}: error: cannot be written: {file} is a file", "installsim: 1 error; nothing was written",
        }));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo((string[])[file]));
    }

    [Test]
    public void What_did_not_converge_is_saved_by_force_alone_and_every_run_says_so()
    {
        using var folder = new TemporaryFolder();
        string preferences = Path.Combine(folder.Path, "preferences.yaml"), results = Path.Combine(folder.Path, "out");
        string[] estimate = ["estimate", Physicians, "--set", Few, "--set", "estimation.most-iterations=2", "--out", results, "--save",
            preferences];
        var refused = CommandLine.Run(estimate);
        Assert.Multiple(() =>
        {
            Assert.That(refused.Code, Is.EqualTo(1));
            Assert.That(refused.Error, Does.Contain("the estimates did not converge (2 iterations were not enough): nothing is saved"));
            Assert.That(refused.Output, Does.Not.Contain("preferences: "));
            Assert.That((File.Exists(preferences), File.Exists(Path.Combine(results, "estimates.json"))), Is.EqualTo((false, true)));
        });
        Assert.That(CommandLine.Run([.. estimate, "--force"]).Code, Is.EqualTo(1));
        string scenario = folder.Write("mine.yaml", "name: mine\ntitle: Mine\nextends: preferences.yaml\n");
        var valid = CommandLine.Run("validate", scenario);
        var french = CommandLine.Run("validate", scenario, "--lang", "fr");
        Assert.Multiple(() =>
        {
            Assert.That(valid.Code, Is.Zero);
            Assert.That(valid.Error, Does.Contain("preferences.yaml(").And
                .Contain("warning: the estimates of these preferences carry a warning: the maximum was not reached"));
            Assert.That(french.Error, Does.Contain("portent un avertissement\u00a0: le maximum n’est pas atteint"));
        });
    }

    [Test]
    public void Every_variable_without_a_counterpart_is_named_before_anything_is_estimated()
    {
        using var folder = new TemporaryFolder();
        string[] estimate = ["estimate", Physicians, "--set", Few, "--set", "model!={}", "--out", Path.Combine(folder.Path, "out"),
            "--save", Path.Combine(folder.Path, "p.yaml"), "--set",
            "utility=[{ name: income }, { name: msp-practise, column: msp-practice }, { name: hours, column: working-hours }]"];
        var refused = CommandLine.Run(estimate);
        Assert.Multiple(() =>
        {
            Assert.That(refused.Code, Is.EqualTo(2));
            Assert.That(refused.Error, Does
                .Contain("'msp-practise' has no counterpart in the simulation and cannot be saved; did you mean 'msp-practice'?").And
                .Contain("'hours' has no counterpart in the simulation").And.Contain("'as: { hours: leave-out }'").And.Contain("2 errors"));
            Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
        });
        CommandLine.Done([.. estimate, "--set", "save.as={ msp-practise: msp-practice, hours: leave-out }"]);
        string saved = File.ReadAllText(Path.Combine(folder.Path, "p.yaml"));
        Assert.That(saved,
            Does.Contain("    msp-practice:\n").And.Contain("# The study leaves out: hours.\n").And.Not.Contain("working-hours"));
    }

    [Test]
    public void A_scenario_to_extend_that_does_not_exist_is_refused_before_anything_is_estimated()
    {
        using var folder = new TemporaryFolder();
        var refused = CommandLine.Run("estimate", Physicians, "--set", Few, "--set", "model!={}", "--set", "save.extends=missing.yaml",
            "--out", Path.Combine(folder.Path, "out"), "--save", Path.Combine(folder.Path, "p.yaml"));
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
        Assert.That(refused.Error, Does.Contain("missing.yaml' that the preferences would extend does not exist"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public void A_counterpart_that_is_no_variable_of_the_simulation_is_refused_though_nothing_is_saved()
    {
        var refused = CommandLine.Run("validate", Physicians, "--set", "save.as={ msp-practice: mspp-practice }");
        Assert.That(refused.Error, Does.Contain("'mspp-practice' is no variable of the simulation; did you mean 'msp-practice'?"));
    }
}
