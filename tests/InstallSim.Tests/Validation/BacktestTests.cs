using System.Text.Json;
using InstallSim.Inputs;
using InstallSim.Tests.EndToEnd;
using InstallSim.Validation;

namespace InstallSim.Tests.Validation;

/// <summary>The verb <c>backtest</c> on a small made-up region.</summary>
public sealed class BacktestTests
{
    private const string Check = """
        title: Check
        title-fr: Contrôle
        backtest:
          scenario: baseline.yaml
          years: 2025..2027
          table: counts.csv
          code: id
          start: { column: before, source: a survey }
          end: after
          end-60-plus: old
          replications: 18
          resamples: 100
        published:
          scenario: baseline.yaml
          set: [uncertainty=none]
          replications: 1
          years: [2025, 2028]
          figures:
            - { label: GPs, label-fr: médecins, show: [stock], published: "100", source: nobody }
            - { label: solo / group, show: [stock-solo/stock, stock-group/stock], as: percent, published: none, source: nobody }
            - { label: lowest, show: [stock], as: lowest, published: none, source: nobody }
        variants:
          - title: Hours
            scenario: baseline.yaml
            replications: 1
            variants:
              - { label: default }
              - { label: half as many, set: ["physicians.graduates.0.count=6"] }
            figures:
              - { label: GPs, show: [stock], decimals: 1, year: 2028 }
        remarks:
          - A hand-written remark.

        """;

    private MadeUpRegion _region = null!;

    [OneTimeSetUp]
    public void Write()
    {
        _region = new MadeUpRegion();
        _region.Write("check.yaml", Check);
        _region.Write("counts.csv", Counts(seen: 1));
        CommandLine.Done("backtest", _region.PathOf("check.yaml"), "--out", _region.Out, "--threads", "2");
    }

    [OneTimeTearDown]
    public void Remove() => _region.Dispose();

    [Test]
    public void It_starts_from_the_counts_and_compares_only_what_both_hold()
    {
        string[][] rows = ResultsFiles.Rows(_region.Out, "territories.csv");
        Assert.That(rows.Select(r => r[0]), Is.EqualTo(Enumerable.Range(0, 11).Select(i => $"T{i:D2}")), "T11 has no count at the end");
        Assert.That(rows[0][4], Is.EqualTo("40"), "35 in the table of territories");
        double forecast = double.Parse(rows[0][6], System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(forecast, Is.InRange(30, 50), "two years later");
        Assert.That(rows.Select(r => r[9]), Is.All.Empty, "18 replications have an 80 % interval and none of 90 %");
        Assert.That(rows.Select(r => r[7]), Has.None.Empty);
        Assert.That(ResultsFiles.Rows(_region.Out, "by-area.csv").Select(r => r[0]), Is.EqualTo(
            new[] { "all", "urban", "periurban", "rural" }));
        Assert.That(ResultsFiles.Rows(_region.Out, "scores.csv"), Has.Length.EqualTo(2 * 4 * 4));
        foreach (string picture in (string[])["backtest-changes.svg", "backtest-coverage.svg"])
        {
            Assert.That(File.ReadAllText(Path.Combine(_region.Out, "figures", picture)), Does.StartWith("<").And.Contain("svg"));
        }
    }

    /// <summary>Another end changes scores and not a forecast: the model has not seen it.</summary>
    [Test]
    public void The_forecast_does_not_depend_on_the_end_nor_on_threads()
    {
        _region.Write("counts.csv", Counts(seen: 2));
        string other = _region.Beside("other");
        CommandLine.Done("backtest", _region.PathOf("check.yaml"), "--out", other, "--threads", "1", "--quiet");
        _region.Write("counts.csv", Counts(seen: 1));
        string[][] then = ResultsFiles.Rows(_region.Out, "territories.csv"), now = ResultsFiles.Rows(other, "territories.csv");
        Assert.That(now.Select(r => (r[4], r[6], r[7], r[8])), Is.EqualTo(then.Select(r => (r[4], r[6], r[7], r[8]))));
        Assert.That(now.Select(r => r[5]), Is.Not.EqualTo(then.Select(r => r[5])));
    }

    [Test]
    public void A_national_change_makes_the_counts_differ_by_it_in_all()
    {
        _region.Write("aligned.yaml", Check.Replace("  resamples: 100", "  resamples: 100\n  national-change: -0.1"));
        string aligned = _region.Beside("aligned");
        CommandLine.Done("backtest", _region.PathOf("aligned.yaml"), "--out", aligned, "--quiet");
        double[] all = [.. ResultsFiles.Rows(aligned, "by-area.csv")[0].Skip(2).Take(2)
            .Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.That(all[1] / all[0], Is.EqualTo(0.9).Within(1e-12));
    }

    [Test]
    public void The_page_holds_every_table_and_remark_in_the_language_asked_for()
    {
        string page = File.ReadAllText(Path.Combine(_region.Out, "validation.md"));
        Assert.That(page, Does.StartWith("# Check\n").And.Contain("**Where the model is worse**").And.Contain("- A hand-written remark.")
            .And.Contain("11 of 12 territories").And.Contain("(a survey)").And.Contain("figures/backtest-changes.svg"));
        Assert.That(page, Does.Match(@"\| GPs \| 100 \| \d+ \| 100 \(nobody\) \|"), "the start is the region's 100 GPs");
        Assert.That(page, Does.Match(@"\| solo / group \| \d+ / \d+ % \|").And.Match(@"\| lowest \| \d+ in 20\d\d \|  \|"));
        Assert.That(page, Does.Match(@"\| GPs, 2028 \| [\d.]+ \| [\d.]+ \|"));
        string french = _region.Beside("french");
        CommandLine.Done("backtest", _region.PathOf("check.yaml"), "--out", french, "--quiet", "--lang", "fr");
        Assert.That(File.ReadAllText(Path.Combine(french, "validation.md")),
            Does.StartWith("# Contrôle\n").And.Contain("**Où le modèle est moins bon**").And.Contain("| médecins |")
                .And.Not.Contain("mean absolute"));
    }

    [Test]
    public void All_that_is_wrong_is_told_at_once_and_nothing_is_written()
    {
        _region.Write("bad.yaml", Check.Replace("start: { column: before", "start: { column: befor")
            .Replace("[stock-solo/stock, stock-group/stock]", "[stok, stock/fte/fte]").Replace("year: 2028", "year: 2050"));
        RefusalAssert.Refused(_region, ["backtest", _region.PathOf("bad.yaml"), "--out", _region.Beside("never")],
            "bad.yaml(8,", "bad.yaml(20,", "bad.yaml(20,", "bad.yaml(30,");
    }

    [Test]
    public void A_missing_parent_hides_no_fault_of_the_file_and_makes_none()
    {
        _region.Write("orphan.yaml", """
            extends: bse.yaml
            backtest: { scenario: nowhere.yaml, years: 2025..2025, table: counts.csv, start: { column: befor }, resample: 9 }
            published: { scenario: baseline.yaml, years: [1999], figures: [{ label: GPs, show: [stok], published: 100, source: nobody }] }
            variants:
              - title: Pay
                scenario: baseline.yaml
                variants: [{ label: as it is }]
                figures: [{ label: GPs, show: [stock], year: 2050 }]

            """);
        RefusalAssert.Refused(_region, ["backtest", _region.PathOf("orphan.yaml"), "--out", _region.Beside("never")],
            "orphan.yaml(1,10): error: file ", "orphan.yaml(2,44): error: the last year",
            "orphan.yaml(2,101): error: unknown key 'resample'", "orphan.yaml(3,85): error: 'stok'", "orphan.yaml(8,",
            "nowhere.yaml: error: file ");
    }

    [TestCase("  scenario: baseline.yaml\n  years", "  scenario: nowhere.yaml\n  years", "nowhere.yaml")]
    [TestCase("code: id", "code: other", "have both counts, at least 3 are needed")]
    [TestCase("years: 2025..2027", "years: 2025..2025", "nothing is forecast within a year")]
    [TestCase("years: [2025, 2028]", "years: []", "no year is named")]
    [TestCase("replications: 18", "replications: 1", "expected a whole number from 2")]
    [TestCase("remarks:", "remark:", "did you mean 'remarks'?")]
    public void A_file_that_cannot_be_right_is_refused(string part, string instead, string said)
    {
        Assert.That(Check.Contains(part, StringComparison.Ordinal), Is.True);
        _region.Write("wrong.yaml", Check.Replace(part, instead));
        CommandLine.Outcome outcome = CommandLine.Run("backtest", _region.PathOf("wrong.yaml"), "--out", _region.Beside("never"));
        Assert.That(outcome.Code, Is.EqualTo(2), outcome.Error);
        Assert.That(outcome.Error, Does.Contain(said).And.Not.Contain("   at "));
        Assert.That(Directory.Exists(_region.Beside("never")), Is.False);
    }

    /// <summary>At the years of the file, once, whether one policy starts later or several; what else is wrong is told too.</summary>
    [TestCase(1)]
    [TestCase(3)]
    public void Policies_that_start_after_the_forecast_are_told_at_its_years(int policies)
    {
        _region.Write("later.yaml", "extends: baseline.yaml\nname: later\nzoning: { under-dense-below: x }\npolicies:\n" + string.Concat(
            Enumerable.Range(0, policies)
                .Select(k => $"  - {{ type: installation-grant, name: g{k}, from: {2028 + k}, amount-keur: 9 }}\n")));
        _region.Write("wrong.yaml", Check.Replace("  scenario: baseline.yaml\n  years", "  scenario: later.yaml\n  years"));
        string[] errors = [.. CommandLine.Run("backtest", _region.PathOf("wrong.yaml"), "--out", _region.Beside("never")).Error.Split('\n')
            .Where(line => line.Contains(": error: "))];
        Assert.Multiple(() =>
        {
            Assert.That(errors, Has.Length.EqualTo(2));
            Assert.That(errors, Has.One.EndsWith("wrong.yaml(5,10): error: the forecast ends in 2027, before policies of later.yaml "
                + $"start: {policies} of them, from 2028 to {2027 + policies}; name a scenario of what was in force then, such as one that "
                + "extends later.yaml with 'policies!: []' (docs/results.md)"));
            Assert.That(errors, Has.One.Contains("later.yaml(3,"));
        });
    }

    [Test]
    public void A_file_that_asks_for_nothing_is_refused_and_the_schema_knows_what_can_be_asked()
    {
        _region.Write("empty.yaml", "title: Nothing\n");
        Assert.That(CommandLine.Run("backtest", _region.PathOf("empty.yaml")).Error, Does.Contain("asks for nothing"));
        using JsonDocument schema = JsonDocument.Parse(CommandLine.Done("schema", "validation"));
        Assert.That(schema.RootElement.GetProperty("properties").TryGetProperty("backtest", out _), Is.True);
    }

    private static (ValidationFile File, Binder Binder) France()
    {
        var errors = new InputErrors();
        YamlDocument document = YamlInheritance.Read(Repository.PathOf("scenarios", "validation", "france.yaml"), errors)!;
        var binder = new Binder(errors, inherits: true);
        ValidationFile file = binder.Bind<ValidationFile>(document.Root)!;
        Assert.That(errors.All, Is.Empty);
        return (file, binder);
    }

    /// <summary>Its run takes minutes and is not made here: a page that was not written again after the file changed is found.</summary>
    [Test]
    public void The_page_on_validation_holds_what_its_file_says()
    {
        ValidationFile file = France().File;
        string page = File.ReadAllText(Repository.PathOf("docs", "validation.md"));
        Assert.That(page, Does.StartWith($"# {file.Title}\n")
            .And.Contain("Written by `installsim backtest scenarios/validation/france.yaml`"));
        IEnumerable<string> told = file.Remarks.Select(r => $"- {r.Trim()}")
            .Concat(file.Published!.Figures.Select(f => $"{f.Published} ({f.Source})"))
            .Concat(file.Variants.Select(v => $"## {v.Title}\n"));
        Assert.That(told.Where(part => !page.Contains(part)), Is.Empty);
    }

    [Test]
    public void The_backtest_of_france_starts_from_2016_and_knows_no_count_of_2024()
    {
        Repository.SharedData("territories", "france_epci.csv");
        (ValidationFile file, Binder binder) = France();
        var errors = new InputErrors();
        BacktestSource source = BacktestReader.Read(file.Backtest!, binder, 1, errors)!;
        Assert.That(errors.All, Is.Empty);
        Assert.That(source.Compared, Has.Length.EqualTo(1246), "Paris has no count of 2016");
        Assert.That(source.Factor, Is.EqualTo(51396 / 0.961 / 58034).Within(1e-12));
        Assert.That(source.Compared.Sum(i => source.Table.Physicians[i]), Is.EqualTo(51396 / 0.961).Within(1e-6));
        string mapping = File.ReadAllText(file.Backtest!.Territories!);
        Assert.That(mapping, Does.Not.Contain("gp_2024").And.Not.Contain("gp_60plus_2024").And.Not.Contain("apl_2023"));
    }

    /// <summary>A row more than the territories, and one without a count at the end.</summary>
    private static string Counts(int seen) => "id,other,before,after,old\n" + string.Concat(Enumerable.Range(0, 12).Select(i =>
        $"T{i:D2},X{i},{(i % 7 == 0 ? 40 : 4)},{(i == 11 ? "" : $"{(i % 7 == 0 ? 38 : 3) + (seen * (i % 3))}")},1\n")) + "T99,X99,1,1,1\n";
}
