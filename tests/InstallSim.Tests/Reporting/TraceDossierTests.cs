using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Reporting;

/// <summary>The TRACE document of a results folder.</summary>
public sealed class TraceDossierTests
{
    private MadeUpRegion _region = null!;

    [OneTimeSetUp]
    public void Compare()
    {
        _region = new MadeUpRegion();
        CommandLine.Done("compare", _region.Folder, "--out", _region.Out, "--quiet", "--replications", "4");
        CommandLine.Done("trace", _region.Out);
    }

    [OneTimeTearDown]
    public void Remove() => _region.Dispose();

    [Test]
    public void A_folder_that_is_not_there_is_no_place_for_it_while_one_of_nearly_its_name_is()
    {
        string wrong = _region.Out[..^1], name = Path.GetFileName(_region.Out);
        CommandLine.Outcome english = CommandLine.Run("trace", _region.Out, "--out", Path.Combine(wrong, "trace.md"), "--force"),
            french = CommandLine.Run("trace", _region.Out, "--out", Path.Combine(wrong, "trace.md"), "--lang", "fr");
        Assert.That((english.Code, french.Code, Directory.Exists(wrong)), Is.EqualTo((2, 2, false)), english.Error);
        Assert.That(english.Error, Does.Contain($"there is no folder {wrong}; did you mean '{name}'?"));
        Assert.That(french.Error, Does.Contain($"il n’y a pas de dossier {wrong}\u00a0; vouliez-vous dire «\u00a0{name}\u00a0»\u00a0?"));
    }

    private string Page => File.ReadAllText(Path.Combine(_region.Out, "trace.md"));

    [Test]
    public void It_has_the_eight_parts_of_TRACE_in_their_order() => Assert.That(
        Page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "## 1. Problem formulation", "## 2. Model description", "## 3. Data evaluation", "## 4. Conceptual model evaluation",
            "## 5. Implementation verification", "## 6. Model output verification", "## 7. Model analysis",
            "## 8. Model output corroboration",
        }));

    [Test]
    public void It_replaces_no_file_but_a_TRACE_document()
    {
        string manifest = Path.Combine(_region.Out, "manifest.json");
        CommandLine.Outcome refused = CommandLine.Run("trace", _region.Out, "--out", manifest);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("is no TRACE document"));
        refused = CommandLine.Run("trace", _region.Out, "--out", manifest, "--force");
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)), "nor any of the results, by force");
        Assert.That(refused.Error, Does.Contain($"{manifest}: error: is read, and would be replaced by what is written"));
        string file = _region.Beside("trace.md");
        CommandLine.Done("trace", _region.Out, "--out", file);
        CommandLine.Done("trace", _region.Out, "--out", file);
    }

    [Test]
    public void Every_setting_stands_with_its_source_and_assumptions_are_counted()
    {
        Manifest m = ResultsFolder.ReadManifest(_region.Out);
        SettingInfo[] all =
            [.. m.Settings.Concat(m.Scenarios.SelectMany(s => s.Parameters)).DistinctBy(s => (s.Name, s.Value, s.Low, s.High))];
        string[] rows = [.. Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        Assert.That(all, Has.Length.GreaterThan(50));
        Assert.That(all.Where(s => !rows.Any(row => row.StartsWith($"| `{s.Name}`", StringComparison.Ordinal)
            && row.Contains(s.Source.Replace("<", "&lt;")))).Select(s => s.Name), Is.Empty);
        int assumed = all.Count(s => s.Source.Contains("ASSUMPTION", StringComparison.OrdinalIgnoreCase));
        Assert.That(Page, Does.Contain($"{all.Length} settings, of which {assumed} rest on an assumption"));
        Assert.That(Page, Does.Contain($"{m.Drawn.Count} are drawn anew"));
    }

    [Test]
    public void It_names_data_hashes_versions_and_the_commands_that_make_the_results_again()
    {
        Manifest m = ResultsFolder.ReadManifest(_region.Out);
        IEnumerable<string> parts = m.Files.Concat(m.Tables).SelectMany(f => (string[])[f.Path, f.Sha256])
            .Concat([m.ResultHash, m.Identity, m.Program.Version]).Concat(m.Territories.Select(p => p.Variable));
        Assert.That(parts.Where(part => !Page.Contains(part)), Is.Empty);
        Assert.That(Page, Does.Contain($"installsim compare {_region.Folder} --baseline baseline --set replications=4 --out {_region.Out}\n"
            + $"installsim reproduce {_region.Out}\n"));
    }

    [Test]
    public void What_the_results_do_not_hold_is_said_to_be_absent_and_what_they_hold_is_not()
    {
        Assert.That(Page, Does.Contain("*Not in these results:* sensitivity to single settings"));
        Assert.That(Page, Does.Contain("*Not in these results:* a comparison with observations that were not used"));
        Assert.That(Page, Does.Contain("*Not in these results:* who decides what"));
        string varied = _region.Beside("varied");
        CommandLine.Done("compare", _region.Folder, "--out", varied, "--quiet", "--replications", "1", "--sensitivity",
            "preferences.coefficients.group-practice");
        CommandLine.Done("trace", varied);
        string page = File.ReadAllText(Path.Combine(varied, "trace.md"));
        Assert.That(page, Does.Not.Contain("sensitivity to single settings")
            .And.Contain("| `grant` | `preferences.coefficients.group-practice` | 10 | 46 |"));
    }

    [Test]
    public void A_validation_that_is_given_stands_under_corroboration_unless_it_was_changed()
    {
        string checks = _region.Beside("checks"), file = _region.Beside("with.md");
        _region.Write("../check.yaml", """
            title: Beside the survey
            published:
              scenario: region/baseline.yaml
              replications: 1
              years: [2025]
              figures: [{ label: GPs, show: [stock], published: "100", source: nobody }]

            """);
        CommandLine.Done("backtest", _region.Beside("check.yaml"), "--out", checks, "--quiet");
        CommandLine.Done("trace", _region.Out, "--out", file, "--validation", checks);
        string page = File.ReadAllText(file);
        Assert.That(page[page.IndexOf("## 8.", StringComparison.Ordinal)..],
            Does.Contain("### Beside the survey").And.Contain("| GPs | 100 |"));
        Assert.That(page, Does.Not.Contain("a comparison with observations"));
        File.AppendAllText(Path.Combine(checks, "validation.md"), "all is well\n");
        CommandLine.Outcome outcome = CommandLine.Run("trace", _region.Out, "--out", file, "--validation", checks);
        Assert.That((outcome.Code, outcome.Error), Is.EqualTo((2, outcome.Error)));
        Assert.That(outcome.Error, Does.Contain("was changed after it was written"));
        Assert.That(CommandLine.Run("trace", _region.Out, "--validation", _region.Folder).Error, Does.Contain("holds no validation.md"));
    }

    [Test]
    public void It_is_told_in_French()
    {
        string file = _region.Beside("fr.md");
        CommandLine.Done("trace", _region.Out, "--out", file, "--lang", "fr");
        string page = File.ReadAllText(file);
        Assert.That(page, Does.Contain("## 3. Évaluation des données").And.Contain("*Pas dans ces résultats\u00a0:*"));
        Assert.That(page, Does.Not.Contain("Not in these").And.Not.Match(@"\b(settings|which|of the|drawn)\b(?![^`]*`)"));
    }

    [Test]
    public void Results_that_were_changed_are_refused_as_report_refuses_them()
    {
        string changed = _region.Beside("changed");
        CommandLine.Done("run", _region.PathOf("baseline.yaml"), "--out", changed, "--quiet", "--replications", "1");
        File.AppendAllText(Path.Combine(changed, "observations.csv"), "baseline,0,2025,stock,7\n");
        CommandLine.Outcome traced = CommandLine.Run("trace", changed), reported = CommandLine.Run("report", changed);
        Assert.That(traced.Code, Is.EqualTo(2));
        Assert.That(traced.Error, Is.EqualTo(reported.Error).And.Contain("observations.csv"));
        Assert.That(Path.Combine(changed, "trace.md"), Does.Not.Exist);
    }

    [Test]
    public void It_does_not_stop_results_from_being_read_again_and_replaces_nothing_of_others()
    {
        CommandLine.Done("report", _region.Out, "--out", _region.Beside("again"));
        CommandLine.Done("trace", _region.Out);
        string own = _region.Beside("own.md");
        File.WriteAllText(own, "mine\n");
        Assert.That(CommandLine.Run("trace", _region.Out, "--out", own).Code, Is.EqualTo(2));
        Assert.That(File.ReadAllText(own), Is.EqualTo("mine\n"));
    }
}
