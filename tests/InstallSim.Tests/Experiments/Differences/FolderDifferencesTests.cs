using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Experiments;
using InstallSim.Experiments.Differences;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Differences;

public sealed class FolderDifferencesTests
{
    private readonly MadeUpRegion _region = new();
    private string _four = "", _other = "", _seed = "", _few = "";

    [OneTimeSetUp]
    public void Make()
    {
        (_four, _other) = (Make("four"), Make("other", "policies.0.amount-keur=1"));
        (_seed, _few) = (Make("seed", "seed=8"), Make("few", "replications=2"));

        string Make(string name, string change = "replications=4")
        {
            string[] overrides = change.StartsWith("policies", StringComparison.Ordinal) ? [] : [change];
            if (overrides.Length == 0)
            {
                _region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: 1");
            }

            LoadedExperiment loaded = ExperimentReader.Read([_region.Folder], "baseline", ["replications=4", .. overrides], 1);
            RunResults results = ExperimentRunner.Run(loaded, _region.Beside(name), RunWatch.None);
            using AtomicFolder folder = AtomicFolder.Create(_region.Beside(name));
            ResultsFolder.Write(results, folder, (_, _, _) => { });
            ExperimentRunner.Forget(_region.Beside(name));
            File.WriteAllText(_region.PathOf("grant.yaml"), MadeUpRegion.Grant);
            return _region.Beside(name);
        }
    }

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [Test]
    public void Differences_of_one_seed_are_paired_by_replication()
    {
        ResultsPair pair = ResultsPair.Read(_four, _other);
        FolderDifference cost = Row(pair, "grant", DifferenceOf.Level, "policy-cost-cumulative");
        double[] a = Values(pair.A, "grant"), b = Values(pair.B, "grant");
        Interval expected = DoubtIntervals.OfNext([.. a.Zip(b, (x, y) => y - x)]);
        Assert.That(pair.IsPaired, Is.True);
        Assert.That((cost.A, cost.B), Is.EqualTo((a.Average(), b.Average())));
        Assert.That(cost.Interval, Is.EqualTo(expected));
        Assert.That(cost.Interval.Mean, Is.LessThan(0), "a smaller grant costs less");
        FolderDifference baseline = Row(pair, "baseline", DifferenceOf.Level, "stock");
        Assert.That((baseline.Interval.Mean, baseline.Interval.Upper), Is.EqualTo((0.0, 0.0)), "the same random numbers");
        FolderDifference effect = Row(pair, "grant", DifferenceOf.Effect, "stock"), level = Row(pair, "grant", DifferenceOf.Level, "stock");
        Assert.That(effect.Interval.Mean, Is.EqualTo(level.Interval.Mean).Within(1e-9), "the baselines are the same");
        Assert.That(effect.A, Is.Not.EqualTo(level.A));
    }

    [Test]
    public void Other_seeds_or_replications_are_told_and_not_paired()
    {
        ResultsPair seed = ResultsPair.Read(_four, _seed), few = ResultsPair.Read(_four, _few);
        Assert.That(seed.Warned[0].English, Does.Contain("their seeds are 7 and 8"));
        Assert.That(few.Warned[0].English, Does.Contain("they have 4 and 2 replications"));
        FolderDifference row = Row(seed, "baseline", DifferenceOf.Level, "stock");
        Assert.That(row.Interval, Is.EqualTo(UnpairedInterval.Of(
            Values(seed.A, "baseline", "stock"), Values(seed.B, "baseline", "stock"), holdsDoubt: true)));
        Assert.That(ResultsPair.Read(_four, _four).Warned.Select(w => w.English), Has.Some.Contains("of the same run")
            .And.Some.Contains("fewer than 78 replications"));
    }

    /// <summary>s² = 1 and 4, n = 3: error √(5/3), ν = (5/3)² / ((1/9)/2 + (16/9)/2) = 2.941; t is 3.182 at 3.</summary>
    [Test]
    public void Unpaired_intervals_are_those_of_Welch()
    {
        Interval i = UnpairedInterval.Of([1, 2, 3], [4, 6, 8], holdsDoubt: false);
        Assert.That((i.Mean, i.StandardError), Is.EqualTo((4.0, Math.Sqrt(5.0 / 3))));
        Assert.That((i.Upper - 4) / i.StandardError, Is.InRange(3.182, 3.25));
        Assert.That(UnpairedInterval.Of([1, 2, 3, 4], [4, 6, 8, 9], holdsDoubt: true).Upper, Is.GreaterThan(i.Upper));
        Assert.That(UnpairedInterval.Of([1], [4, 6, 8], holdsDoubt: false).Lower, Is.NaN);
        Assert.That(UnpairedInterval.Of([2, 2], [5, 5], holdsDoubt: false).IsTied, Is.True, "two of each do not tell");
        double[] same = [.. Enumerable.Repeat(2.0, 39)], more = [.. same.Select(v => v + 3)];
        Assert.That(UnpairedInterval.Of(same, more, holdsDoubt: false).Lower, Is.EqualTo(3));
        Assert.That(UnpairedInterval.Of(same, same, holdsDoubt: true).Lower, Is.Zero);
    }

    [Test]
    public void What_cannot_be_compared_is_refused_with_all_reasons()
    {
        ResultsPair pair = ResultsPair.Read(_four, _other);
        Side changed = pair.B with
        {
            Results = pair.B.Results with
            {
                Manifest = pair.B.Manifest with { LastYear = 2040, UnderDenseBelow = 4 },
                Places = [.. pair.B.Results.Places.Skip(1)],
                Observations = [.. pair.B.Results.Observations.Where(o => o.Indicator != "stock")],
            },
        };
        var errors = new InputErrors();
        Comparability.Check(pair.A, changed, errors);
        string said = string.Join('\n', errors.All);
        Assert.That(errors.All, Has.Count.EqualTo(4));
        Assert.That(said, Does.Contain("its years are 2025..2040, there 2025..2028").And.Contain("its under-dense line is 4, there 2.5"));
        Assert.That(said, Does.Contain("its territories are others (11, there 12; 1 are in one of them only, such as T00)"));
        Assert.That(said, Does.Contain("such as stock)"));
    }

    [Test]
    public void The_command_writes_a_table_and_takes_results_alone()
    {
        string target = _region.Beside("difference");
        string said = CommandLine.Done("compare", _four, _seed, "--out", target, "--lang", "fr");
        Assert.That(said, Does.Contain("non appariés (4 et 4 réplications)")
            .And.Contain("A grant, effet par rapport à «\u00a0Nothing new\u00a0»\u00a0:").And.Not.Contain("\u22120,000"));
        Assert.That(said.Split('\n').Where(line => line.StartsWith("  Médecins généralistes installés", StringComparison.Ordinal))
            .Select(line => Regex.Matches(line.Split(" → ")[1].Split("  ")[1], @"\d+(,\d+)?").Where(n => n.Value != "0")
                .Select(n => n.Groups[1].Length).Distinct().Count()), Is.All.EqualTo(1), "a difference has the decimals of its interval");
        string[][] rows = ResultsFiles.Rows(target, FolderComparison.TableFile);
        string[] stock = rows.Single(r => r[0] == "grant" && r[2] == "level" && r[3] == "2028" && r[4] == "stock");
        Assert.That(double.Parse(stock[5], CultureInfo.InvariantCulture),
            Is.EqualTo(Values(ResultsPair.Read(_four, _seed).A, "grant", "stock").Average()));
        string described = File.ReadAllText(Path.Combine(target, FolderComparison.DescriptionFile));
        Assert.That(described, Does.Contain("\"paired_by_replication\": false"));
        CommandLine.Outcome mixed = CommandLine.Run("compare", _four, _region.Folder, "--out", _region.Beside("x"), "--replications", "3");
        Assert.That((mixed.Code, Directory.Exists(_region.Beside("x"))), Is.EqualTo((2, false)));
        Assert.That(mixed.Error, Does.Contain("is no results folder").And.Contain("--replications: error: goes with scenarios"));
        Assert.That(CommandLine.Run("compare", _four, _four, _seed).Error, Does.Contain("3 results folders; two are compared"));
    }

    /// <summary>What the folders keep of their scenarios and tables tells; rows that are the same are counted, not shown.</summary>
    [Test]
    public void Settings_and_tables_that_differ_are_named_and_rows_that_do_not_are_left_out()
    {
        ResultsPair pair = ResultsPair.Read(_four, _other);
        ScenarioDifference one = ScenarioDifferences.Of(pair)!.Single();
        Assert.That((one.Key, one.A, one.B), Is.EqualTo(("policies.installation-grant.amount-keur", "100", "1")));
        Assert.That(one.Scenarios, Is.EqualTo(new[] { "grant" }));
        Assert.That(ScenarioDifferences.Of(ResultsPair.Read(_four, _four)), Is.Empty);
        string target = _region.Beside("settings");
        string said = CommandLine.Done("compare", _four, _other, "--out", target);
        Assert.That(said, Does.Contain("policies.installation-grant.amount-keur  100 → 1  (grant)").And.Contain("Left out: ")
            .And.Not.Contain("Nothing new:"));
        Assert.That(File.ReadAllText(Path.Combine(target, FolderComparison.DescriptionFile)), Does.Contain("\"scenarios\": ["));
        Assert.That(CommandLine.Done("compare", _four, _seed, "--out", _region.Beside("seeds"), "--lang", "fr"),
            Does.Contain("Réglages qui diffèrent\u00a0:").And.Contain("  seed  7 → 8"));

        IReadOnlyList<FileInfoRow> files = pair.A.Manifest.Files;
        FileInfoRow table = files.First(f => f.Path.EndsWith(".csv", StringComparison.Ordinal));
        Side edited = pair.A with
        {
            Results = pair.A.Results with
            {
                Manifest = pair.A.Manifest with { Files = [.. files.Select(f => f == table ? f with { Sha256 = "other" } : f)] },
            },
        };
        Assert.That(ScenarioDifferences.Of(pair with { B = edited })!.Select(d => (d.Key, d.IsFile)),
            Is.EqualTo(new[] { (table.Path, true) }));
    }

    /// <summary>Means of equal numbers differ by their last digits when they are added up.</summary>
    [Test]
    public void What_rounding_alone_leaves_is_no_difference()
    {
        double third = 0.1 + 0.2;
        Assert.That((Interval.Difference(third, 0.3), Interval.Difference(2, 1.5)), Is.EqualTo((0.0, 0.5)));
        Interval noise = new Interval(7e-16, 2e-16, -1e-15, 1e-15, 5).WithoutRounding(0.8);
        Assert.That(noise, Is.EqualTo(new Interval(0, 0, 0, 0, 5)));
        Assert.That(new Interval(7e-16, 2, -5, 5, 5).WithoutRounding(10), Is.EqualTo(new Interval(0, 2, -5, 5, 5)));
        Assert.That(Effect(0.1 + 1e-9), Is.Zero, "rounding of the levels that effects are taken from");
        Assert.That(Effect(0.1 + 1e-4), Is.EqualTo(1e-4).Within(1e-8));
        var same = ResultsPair.Read(_four, _four) with { Unpaired = new InstallSim.Inputs.Words("made up", "inventé") };
        Assert.That(FolderDifferences.Of(same).Where(r => double.IsFinite(r.Interval.Mean)).Select(r => r.Interval.Mean), Is.All.Zero);
    }

    /// <summary>Effects on levels of 675,000 hold their rounding, 1e-10, which is more than rounding of effects.</summary>
    [Test]
    public void Effects_that_differ_by_the_same_but_for_the_rounding_of_levels_have_no_interval() =>
        Assert.That(EffectOf(0.1 + 1e-4).IsTied, Is.True);

    private double Effect(double other) => EffectOf(other).Mean;

    /// <summary>The difference between an effect of 0.1 and another one, both on about 675,000.</summary>
    private Interval EffectOf(double other)
    {
        ResultsPair pair = ResultsPair.Read(_four, _four);
        string name = pair.A.Manifest.Baseline!, scenario = pair.Scenarios.First(s => s.A != name).A;
        Side Of(Side side, double effect) => side with
        {
            Results = side.Results with
            {
                Observations = [.. side.Results.Observations.Select(o => o with
                {
                    Value = 675_000 + (0.1 * o.Replication) + (o.Scenario == name ? 0 : effect),
                })],
            },
        };
        return Row(pair with { A = Of(pair.A, 0.1), B = Of(pair.B, other) }, scenario, DifferenceOf.Effect, "stock").Interval;
    }

    private static FolderDifference Row(ResultsPair pair, string scenario, DifferenceOf of, string indicator) => FolderDifferences.Of(pair)
        .Single(r => r.ScenarioA == scenario && r.Of == of && r.Indicator == indicator && r.Year == 2028);

    private static double[] Values(Side side, string scenario, string indicator = "policy-cost-cumulative") =>
        [.. side.Results.Observations.Where(o => o.Scenario == scenario && o.Indicator == indicator && o.Year == 2028)
            .OrderBy(o => o.Replication).Select(o => o.Value)];
}
