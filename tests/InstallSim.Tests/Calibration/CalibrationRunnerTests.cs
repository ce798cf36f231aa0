using System.Globalization;
using InstallSim.Calibration;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Calibration;

/// <summary>Calibration of a small world by the world itself.</summary>
public sealed class CalibrationRunnerTests
{
    private const string Birth = "preferences.coefficients.birth-distance", Salaried = "physicians.salaried-share";

    private const string Small = """
        name: small
        scenario: baseline.yaml
        replications: 4
        seed: 3
        waves: 2
        points: 14
        fit-points: 24
        candidates: 2000
        parameters:
          - { number: preferences.coefficients.birth-distance, low: -2, high: -0.2 }
          - { number: physicians.salaried-share, low: 0.05, high: 0.8 }
        targets:
          - { name: distance, indicator: distance-birth-median, years: 2026..2028, value: DISTANCE, se: DSE, source: test }
          - { name: stock, indicator: stock, year: 2028, value: STOCK, se: SSE, source: test }

        """;

    /// <summary>
    /// Truth −1.3 and 0.4, simulated with other random numbers; the scenario itself says −0.8 and 0.33. The errors are smaller than the
    /// standard deviation of a number of which nothing is known but its range.
    /// </summary>
    [Test]
    public void Numbers_that_made_the_data_are_found_within_two_standard_errors()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "count: 12", "count: 60");
        double[] truth = [-1.3, 0.4];
        LoadedCalibration loaded = CalibrationReader.Read(Write(region, (1, 1), (1, 1)), ["replications=24", "seed=99"], 2, isMeant: false);
        double[][] data = CalibrationRunner.Simulate(loaded, "truth", [truth], region.Beside("truth"), RunWatch.None)[0];
        (double Mean, double Error)[] observed = [.. Enumerable.Range(0, 2).Select(t => Moments([.. data.Select(d => d[t])]))];

        loaded = CalibrationReader.Read(Write(region, observed[0], observed[1]), [], 2, isMeant: false);
        CalibrationResult result = CalibrationRunner.Run(loaded, region.Out, _ => { }, part => part(RunWatch.None));
        for (int k = 0; k < 2; k++)
        {
            NumberRow row = result.Numbers[k];
            Assert.That(Math.Abs(row.Estimate - truth[k]), Is.LessThanOrEqualTo(2 * row.StandardError), $"{row}");
            Assert.That(row.StandardError, Is.LessThan((row.Number.High - row.Number.Low) / Math.Sqrt(12)), $"{row}");
            Assert.That(truth[k], Is.InRange(row.PlausibleLow, row.PlausibleHigh));
        }

        Assert.That(result.Waves[^1].Share, Is.LessThan(0.5));
        Assert.That(result.SumAfter, Is.LessThan(result.SumBefore));
    }

    [Test]
    public void A_calibration_that_is_refused_after_a_wave_leaves_nothing_that_is_in_the_way_of_the_next()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (40, 3), (110, 3), isBrief: true);
        string good = File.ReadAllText(file);
        File.WriteAllText(file, good.Replace(Birth, "practices.msp.back-office-share").Replace("low: -2, high: -0.2", "low: 0.1, high: 0.2")
            .Replace(Salaried, "practices.msp.multi-site-share").Replace("low: 0.05, high: 0.8", "low: 0.1, high: 0.2"));
        CommandLine.Outcome refused = CommandLine.Run("calibrate", file, "--out", region.Out, "--quiet");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("calibration.yaml(12,1): error: no number moves any target"));
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(region.Out)!), Is.EqualTo(new[] { region.Folder }));
        File.WriteAllText(file, good);
        CommandLine.Done("calibrate", file, "--out", region.Out, "--quiet");
    }

    [Test]
    public void A_smaller_calibration_does_not_replace_a_larger_one()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (40, 30), (110, 30), isBrief: true);
        string[] calibrate = ["calibrate", file, "--out", region.Out, "--quiet"];
        CommandLine.Done(calibrate);
        long runs = CalibrationReader.Read(file, [], 1, isMeant: false).Settings.Evaluations;
        File.AppendAllText(file, "fit: false\n");
        long fewer = CalibrationReader.Read(file, [], 1, isMeant: false).Settings.Evaluations;
        RefusalAssert.Refused(region, calibrate,
            $"{region.Out}: error: holds a finished calibration of up to {runs} runs, more than {fewer}; name another --out, or --force");
        Assert.That(CommandLine.Run([.. calibrate, "--lang", "fr"]).Error, Does.Contain(
            $"contient un calage terminé de {runs} calculs au plus, plus que {fewer}\u00a0; nommer un autre --out, "
                + "ou --force le remplace"));
        CommandLine.Done([.. calibrate, "--force"]);
        CommandLine.Done(calibrate);
    }

    [Test]
    public void A_calibration_of_other_values_is_replaced_with_a_word_and_not_gone_on_with()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (40, 30), (110, 30), isBrief: true);
        string[] calibrate = ["calibrate", file, "--out", region.Out, "--quiet"];
        CommandLine.Done(calibrate);
        Assert.That(MadeUpRegion.Told(CommandLine.Run(calibrate)), Is.Empty);
        region.Replace("calibration.yaml", "value: 40", "value: 41");
        region.Replace("baseline.yaml", "last-age: 80", "last-age: 79");
        RefusalAssert.Refused(region, [.. calibrate, "--resume"],
            $"{region.Out}: error: holds a finished calibration made otherwise: targets.distance.value (40 there, 41 here)");
        string[] told = MadeUpRegion.Told(CommandLine.Run(calibrate));
        Assert.That(told, Has.One.StartsWith($"{region.Out}: replaced at the end: a calibration made otherwise: targets."));
        Assert.That(told, Has.One.EndsWith("physicians.last-age (80 there, 79 here)"));
        Assert.That(CommandLine.Run([.. calibrate, "--set", "seed=9", "--lang", "fr"]).Error,
            Does.Contain("remplacé à la fin : un calage fait autrement : seed"));
    }

    /// <summary>Stopped in the second wave and taken up with other threads, all files are the same.</summary>
    [Test]
    public void A_calibration_that_was_stopped_goes_on_to_the_same_results_whatever_the_threads()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (40, 3), (110, 3), isBrief: true), resumed = region.Beside("resumed");
        string said = CommandLine.Done("calibrate", file, "--out", region.Out, "--threads", "1");
        Assert.That(said, Does.Contain("Wave 2: 14 points").And.Contain("runs of the scenario"));
        Assert.That(CommandLine.Run("calibrate", file, "--out", region.Beside("fr"), "--threads", "1", "--lang", "fr").ErrorLines,
            Has.One.EqualTo("avant\u00a0: 1 point").And.One.StartsWith("vague-1\u00a0: ").And.Some.StartsWith("ajustement-01\u00a0: ")
                .And.None.Contains("wave"));
        StopAfter(CalibrationReader.Read(file, [], 2, isMeant: false), resumed, points: 20);
        CommandLine.Outcome anew = CommandLine.Run("calibrate", file, "--out", resumed, "--threads", "2");
        Assert.That((anew.Code, anew.Error.Contains("--resume", StringComparison.Ordinal)), Is.EqualTo((2, true)), anew.Error);
        CommandLine.Done("calibrate", file, "--out", resumed, "--quiet", "--threads", "2", "--resume");
        foreach (string name in (string[])["fit.csv", "parameters.csv", "covariance.csv", "plausible.csv", "waves.csv", "calibrated.yaml"])
        {
            Assert.That(File.ReadAllText(Path.Combine(resumed, name)), Is.EqualTo(File.ReadAllText(Path.Combine(region.Out, name))), name);
        }

        Assert.That(Directory.Exists(resumed + ".unfinished"), Is.False);
        Assert.That(File.ReadAllText(Path.Combine(resumed, "calibration.html")), Does.Contain("<th scope=\"row\">stock</th>")
            .And.Contain("Wave 2: 14 points").And.Contain("data:image/svg+xml").And.Contain("Calibration “small”")
            .And.Contain("2 replications at each point").And.Contain("Distance d from the territory of birth, as the crow flies (utils)")
            .And.Contain("GPs in practice (GPs), 2028").And.Contain("wave 2: error of the surface").And.Contain(">test</td>"));
        Assert.That(Directory.GetFiles(Path.Combine(resumed, "figures"), "*.svg").Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "fit.svg", "plausible-ranges.svg" }));
        AssertIsInScenario(resumed);
    }

    /// <summary>Nothing of a fit: the best point simulated, without errors.</summary>
    [Test]
    public void Targets_out_of_reach_are_told_as_missed_in_both_languages()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (40, 30), (250, 3), isBrief: true);
        File.AppendAllText(file, "fit: false\n");
        LoadedCalibration loaded = CalibrationReader.Read(file, [], 1, isMeant: false);
        CalibrationResult result = CalibrationRunner.Run(loaded, region.Out, _ => { }, part => part(RunWatch.None));
        string english = CalibrationText.Write(result, ReportText.English), french = CalibrationText.Write(result, ReportText.French);
        Assert.Multiple(() =>
        {
            Assert.That(english, Does.Contain("Warning: missed by more than two standard deviations: stock\n"));
            Assert.That(english, Does.Contain("no point meets all targets; the closest misses stock"));
            Assert.That(french, Does.Contain("manquées de plus de deux écarts-types\u00a0: stock\n"));
            Assert.That(result.Numbers.Select(n => n.StandardError), Is.All.NaN);
        });
    }

    private static void AssertIsInScenario(string folder)
    {
        var errors = new InputErrors();
        Scenario scenario = ScenarioReader.Read(Path.Combine(folder, CalibrationFolder.ScenarioFile), errors)!.Scenario;
        Assert.That(errors.All, Is.Empty);
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder, "parameters.csv")).Skip(1).Select(line => line.Split(','))];
        DoubtfulNumber[] numbers = [.. rows.Select(row => DoubtfulNumbers.In(scenario).Single(n => n.Path == row[0]))];
        Assert.That(rows.Select(row => row[0]), Is.EqualTo(new[] { Birth, Salaried }));
        Assert.That(numbers.Select(n => n.Number.Value),
            Is.EqualTo(rows.Select(r => double.Parse(r[2], CultureInfo.InvariantCulture))).Within(1e-4));
        Assert.That(numbers.Select(n => n.Number.Source), Is.All.StartsWith("calibrated to distance, stock"));
        CommandLine.Done("validate", Path.Combine(folder, CalibrationFolder.ScenarioFile));
    }

    private static void StopAfter(LoadedCalibration loaded, string folder, int points)
    {
        using var stop = new CancellationTokenSource();
        int finished = 0;
        var watch = new RunWatch(default, Count, _ => { }, stop.Token);
        Assert.That(() => CalibrationRunner.Run(loaded, folder, _ => { }, part => part(watch)),
            Throws.InstanceOf<OperationCanceledException>());

        void Count(ExperimentProgress progress)
        {
            if (Interlocked.Increment(ref finished) == points)
            {
                stop.Cancel();
            }
        }
    }

    private static (double Mean, double Error) Moments(double[] values)
    {
        double mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length));
    }

    private static string Write(
        MadeUpRegion region, (double Value, double Error) distance, (double Value, double Error) stock, bool isBrief = false)
    {
        string text = Small.Replace("DISTANCE", Text(distance.Value)).Replace("DSE", Text(distance.Error))
            .Replace("STOCK", Text(stock.Value)).Replace("SSE", Text(stock.Error));
        return region.Write("calibration.yaml",
            isBrief ? text.Replace("replications: 4", "replications: 2").Replace("fit-points: 24", "fit-points: 10") : text);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
