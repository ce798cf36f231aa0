using InstallSim.Calibration;
using InstallSim.Experiments.Sweeps;
using InstallSim.Influence;
using InstallSim.Inputs;
using InstallSim.Readouts;
using InstallSim.Scenarios;
using InstallSim.Studies.Settings;
using InstallSim.Territories;
using InstallSim.Tests.Inputs;
using InstallSim.Validation;

namespace InstallSim.Tests.EndToEnd;

/// <summary>YAML of one kind where another is expected: one line says what it is, and which verb takes it.</summary>
public sealed class OtherFilesTests
{
    private const string Takers = "'installsim run' and 'installsim compare' take it";

    private static readonly (string Name, string Text)[] Files =
    [
        ("cal.yaml", "name: cal\nscenario: baseline.yaml\nparameters: []\ntargets: []\n"),
        ("sweep.yaml", "scenarios: [.]\nnumbers: [all]\noutcomes: [stock]\ndesign: { type: sobol, points: 4 }\n"),
        ("morris.yaml", "scenarios: [.]\nnumbers: [all]\noutcomes: [stock]\nmethod: morris\n"),
        ("study.yaml", "name: study\ntitle: A study\ndata: { file: choices.csv }\nutility: []\n"),
        ("past.yaml", "title: The past\nbacktest: { scenario: baseline.yaml }\n"),
        ("ann.yaml", "name: Ann\nage: 30\nbirth-place: outside\n"),
        ("part.yaml", "preferences:\n  utils-per-keur: 0.02\n"),
        ("manifest.yaml", "name: results\nscenarios: [baseline]\nresult_hash: 0a\n"),
        ("compose.yaml", "services: { web: { image: nginx } }\n"),
    ];

    private static IEnumerable<string[]> Commands() =>
    [
        ["run", "cal.yaml", "cal.yaml: error: is a calibration, no scenario: 'installsim calibrate' takes it"],
        ["compare", "sweep.yaml", "sweep.yaml: error: is a plan of a sweep, no scenario: 'installsim sweep' takes it"],
        ["run", "territories.yaml", "territories.yaml: error: is a table of territories, no scenario: 'territories:' of a scen"],
        ["run", "manifest.yaml", "manifest.yaml: error: is a manifest of results, no scenario: 'installsim reproduce' takes it"],
        ["run", "compose.yaml", "compose.yaml: error: is no scenario: it has none of its keys, such as name, title, "],
        ["sweep", "baseline.yaml", $"baseline.yaml: error: is a scenario, no plan of a sweep: {Takers}"],
        ["sweep", "morris.yaml", "morris.yaml: error: is a plan of a sensitivity analysis, no plan of a sweep: 'installsim sensitivity'"],
        ["sensitivity", "sweep.yaml", "sweep.yaml: error: is a plan of a sweep, no plan of a sensitivity analysis: 'installsim sweep'"],
        ["sensitivity", "cal.yaml", "cal.yaml: error: is a calibration, no plan of a sensitivity analysis: "],
        ["access", "grant.yaml", $"grant.yaml: error: is a scenario, no table of territories: {Takers}"],
        ["calibrate", "study.yaml", "study.yaml: error: is a study, no calibration: 'installsim estimate' fits its model"],
        ["estimate", "cal.yaml", "cal.yaml: error: is a calibration, no study: "],
        ["table", "past.yaml", "past.yaml: error: is a file of validation, no study: 'installsim backtest' takes it"],
        ["design", "baseline.yaml", "baseline.yaml: error: is a scenario, no study: "],
        ["uptake", "territories.yaml", "territories.yaml: error: is a table of territories, no study: "],
        ["respond", "compose.yaml", "compose.yaml: error: is no study: it has none of its keys, such as name, title, data"],
        ["backtest", "ann.yaml", "ann.yaml: error: is a described physician, no file of validation: 'installsim explain' takes it"],
        ["validate", "compose.yaml", "compose.yaml: error: is no scenario: it has none of its keys, such as name, title, "],
    ];

    /// <summary>What it extends is not there, so that its own keys alone tell what it is.</summary>
    [Test]
    public void Each_key_that_a_study_alone_has_tells_one()
    {
        Type[] others =
        [
            typeof(Scenario), typeof(TerritoriesFile), typeof(CalibrationSettings), typeof(SweepSettings), typeof(SensitivitySettings),
            typeof(ValidationFile), typeof(PhysicianProfile),
        ];
        string[] own = [.. KeysOf(typeof(Study)).Except(others.SelectMany(KeysOf))];
        using var folder = new TemporaryFolder();
        Assert.That(own, Has.Length.GreaterThan(20));
        Assert.That(own.Where(key => SeenFile.Of(folder.Write("a.yaml", $"extends: none.yaml\n{key}: x\n")).Kind != FileKind.Study),
            Is.Empty);
        CommandLine.Outcome said = CommandLine.Run(
            "validate", folder.Write("b.yaml", "extends: none.yaml\nname: b\nestimation: { tol: 1 }\n"));
        Assert.That((said.Code, said.Error), Is.EqualTo((2, said.Error)));
        Assert.That(said.Error, Does.Contain("none.yaml' does not exist").And.Contain("unknown key 'tol'").And.Not.Contain("'estimation'"));

        static IEnumerable<string> KeysOf(Type type) => InputKey.Of(type).Select(key => key.Name);
    }

    /// <summary>A file of which no key that tells its kind is spelt right is taken for what its other keys nearly say.</summary>
    [TestCase("name: A\nage: 30\nsex: man\nbirthplace: outside\ntraining-plce: outside\npartner: none\n", "described physician")]
    [TestCase("scenario: baseline.yaml\nparameters: []\ntarget: []\n", "calibration")]
    [TestCase("scenario: [.]\nnumber: [all]\noutcome: [stock]\ndesign: { type: sobol, points: 4 }\n", "plan of a sweep")]
    [TestCase("scenario: [.]\nnumber: [all]\noutcome: [stock]\nmethod: morris\n", "plan of a sensitivity analysis")]
    [TestCase("table: t.csv\ncolums: { code: code }\n", "table of territories")]
    [TestCase("extends: none.yaml\nage: 30\nsex: man\n", null)]
    [TestCase("version: 2\nmodels: []\nservices: {}\n", null)]
    [TestCase("name: x\ntitle: X\nyears: 2025..2030\nseed: 1\nterritories: t.yaml\n", null)]
    public void A_kind_is_guessed_by_keys_that_are_misspelt(string text, string? kind)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.yaml", text);
        Assert.That(SeenFile.Of(path).Kind?.Noun.English, Is.EqualTo(kind));
    }

    [Test]
    public void A_misspelt_physician_is_read_as_one()
    {
        using MadeUpRegion region = Region();
        region.Write("ben.yaml", "name: Ben\nage: 30\nsex: man\nbirthplace: outside\ntraining-plce: outside\npartner: none\n");
        RefusalAssert.Refused(region, ["validate", region.PathOf("ben.yaml")],
            "ben.yaml(4,1): error: unknown key 'birthplace'; did you mean 'birth-place'?",
            "ben.yaml(5,1): error: unknown key 'training-plce'; did you mean 'training-place'?");
    }

    [TestCaseSource(nameof(Commands))]
    public void A_file_of_another_kind_is_refused_in_one_line(string verb, string file, string expected)
    {
        using MadeUpRegion region = Region();
        RefusalAssert.Refused(region, [verb, region.PathOf(file)], expected);
    }

    [Test]
    public void The_line_is_said_in_French()
    {
        using MadeUpRegion region = Region();
        string said = CommandLine.Run("run", region.PathOf("cal.yaml"), "--lang", "fr").Error;
        Assert.That(said, Does.Contain("est un fichier de calage, et non un scénario\u00a0: «\u00a0installsim calibrate\u00a0» le prend"));
        Assert.That(CommandLine.Run("run", region.PathOf("compose.yaml"), "--lang", "fr").Error,
            Does.Contain("n’est pas un scénario\u00a0: il n’en a aucune clé, comme name, title, "));
    }

    [Test]
    public void A_folder_of_scenarios_leaves_other_files_out_and_says_so()
    {
        using MadeUpRegion region = Region();
        CommandLine.Outcome done = CommandLine.Run("compare", region.Folder, "--out", region.Out, "--years", "2025..2026");
        Assert.That(done.Code, Is.Zero, done.Error);
        Assert.That(done.Output, Does.Contain("2 scenarios × 3 replications"));
        string[] notes = [.. done.ErrorLines.Where(line => line.Contains(": note: left out: "))];
        Assert.That(notes, Has.Length.EqualTo(Files.Length));
        foreach ((string name, _) in Files)
        {
            Assert.That(notes, Has.Exactly(1).Contains($"{name}: note: left out: is "));
        }
    }

    [Test]
    public void Validate_reads_each_file_of_a_folder_and_of_those_in_it_as_what_it_is()
    {
        using MadeUpRegion region = Region();
        Directory.CreateDirectory(region.PathOf("plans"));
        File.Move(region.PathOf("sweep.yaml"), region.PathOf("plans/sweep.yaml"));
        CommandLine.Outcome refused = CommandLine.Run("validate", region.Folder);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Output, Does.Contain("baseline.yaml: right").And.Contain("grant.yaml: right").And.Not.Contain("part.yaml"));
        Assert.That(refused.Error, Does.Contain("cal.yaml(4,10): error: at least one target is needed"));
        Assert.That(refused.Error, Does.Match(@"plans.sweep\.yaml\(1,\d+\): error: "));
        Assert.That(refused.Error, Does.Contain("compose.yaml: note: left out: is no file of this program"));
    }

    /// <summary>Keys that tell a kind are keys of it, so that renaming one cannot go unseen.</summary>
    [Test]
    public void Every_shipped_file_is_known_as_what_it_is()
    {
        (string File, FileKind Kind, Type Settings)[] shipped =
        [
            ("centre-val-de-loire/msp-opening.yaml", FileKind.Scenario, typeof(Scenario)),
            ("centre-val-de-loire/territories.yaml", FileKind.Territories, typeof(TerritoriesFile)),
            ("studies/physician-dce.yaml", FileKind.Study, typeof(Study)),
            ("calibrations/france.yaml", FileKind.Calibration, typeof(CalibrationSettings)),
            ("plans/sweep.yaml", FileKind.Sweep, typeof(SweepSettings)),
            ("plans/sensitivity.yaml", FileKind.Sensitivity, typeof(SensitivitySettings)),
            ("validation/france.yaml", FileKind.Validation, typeof(ValidationFile)),
            ("physicians/claire.yaml", FileKind.Physician, typeof(PhysicianProfile)),
        ];
        foreach ((string file, FileKind kind, Type settings) in shipped)
        {
            var seen = SeenFile.Of(Repository.PathOf(["scenarios", .. file.Split('/')]));
            Assert.That(seen.Kind, Is.SameAs(kind), file);
            Assert.That(shipped.Where(other => other.Kind != kind).Select(other => seen.Other(other.Kind, other.Settings)),
                Is.All.Not.Null, file);
            Assert.That(seen.Other(kind, settings), Is.Null, file);
        }

        Assert.That(SeenFile.Of(Repository.PathOf("scenarios", "defaults.yaml")).IsPart, Is.True);
    }

    private static MadeUpRegion Region()
    {
        var region = new MadeUpRegion();
        foreach ((string name, string text) in Files)
        {
            region.Write(name, text);
        }

        return region;
    }
}
