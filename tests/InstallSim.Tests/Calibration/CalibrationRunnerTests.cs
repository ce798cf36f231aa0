using InstallSim.Calibration;
using InstallSim.Experiments;
using InstallSim.Inputs;
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
        points: 16
        fit-points: 30
        candidates: 4000
        parameters:
          - { number: preferences.coefficients.birth-distance, low: -2, high: -0.2 }
          - { number: physicians.salaried-share, low: 0.05, high: 0.8 }
        targets:
          - { name: distance, indicator: distance-birth-median, years: 2026..2028, value: DISTANCE, se: DSE, source: test }
          - { name: stock, indicator: stock, year: 2028, value: STOCK, se: SSE, source: test }

        """;

    /// <summary>Truth −1.3 and 0.2, simulated with other random numbers; the scenario itself says −0.8 and the default.</summary>
    [Test]
    public void Numbers_that_made_the_data_are_found_within_two_standard_errors()
    {
        using var region = new MadeUpRegion();
        string truth = region.Beside("truth");
        CommandLine.Done("run", region.PathOf("baseline.yaml"), "--out", truth, "--quiet", "--replications", "40", "--seed", "99",
            "--set", "uncertainty=none", "--set", Birth + ".value=-1.3", "--set", Salaried + "=0.2");
        var observed = Results.ResultsFolder.Read(truth).Observations;
        (double distance, double distanceError) = Mean("distance-birth-median", 2026, 2028);
        (double stock, double stockError) = Mean("stock", 2028, 2028);
        string file = Write(region, (distance, distanceError), (stock, stockError));
        CommandLine.Done("calibrate", file, "--out", region.Out, "--quiet", "--threads", "2");

        string[][] rows = [.. File.ReadAllLines(Path.Combine(region.Out, "parameters.csv")).Skip(1).Select(line => line.Split(','))];
        double[] estimates = [.. rows.Select(r => Number(r[2]))], errors = [.. rows.Select(r => Number(r[3]))];
        Assert.That(Math.Abs(estimates[0] + 1.3), Is.LessThanOrEqualTo(2 * errors[0]), $"{estimates[0]} ± {errors[0]}");
        Assert.That(Math.Abs(estimates[1] - 0.2), Is.LessThanOrEqualTo(2 * errors[1]), $"{estimates[1]} ± {errors[1]}");
        Assert.That(errors[0], Is.LessThan(0.6), "and so tell something");
        Assert.That(rows.Select((r, k) => Number(r[4]) <= (k == 0 ? -1.3 : 0.2) && Number(r[5]) >= (k == 0 ? -1.3 : 0.2)), Is.All.True);

        (double Mean, double Error) Mean(string indicator, int from, int until)
        {
            double[] values = [.. observed.Where(o => o.Indicator == indicator && o.Year >= from && o.Year <= until)
                .GroupBy(o => o.Replication).Select(g => g.Select(o => o.Value).Where(double.IsFinite).Average())];
            double mean = values.Average();
            return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length));
        }
    }

    [Test]
    public void The_scenario_that_is_written_has_the_numbers_found_and_can_be_run()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("calibrate", Write(region, (30, 3), (100, 3)), "--out", region.Out, "--quiet", "--threads", "1");
        string calibrated = Path.Combine(region.Out, CalibrationFolder.ScenarioFile);
        var errors = new InputErrors();
        Scenario scenario = ScenarioReader.Read(calibrated, errors)!.Scenario;
        Assert.That(errors.All, Is.Empty);
        string[][] rows = [.. File.ReadAllLines(Path.Combine(region.Out, "parameters.csv")).Skip(1).Select(line => line.Split(','))];
        DoubtfulNumber[] numbers = [.. rows.Select(row => DoubtfulNumbers.In(scenario).Single(n => n.Path == row[0]))];
        Assert.That(numbers.Select(n => n.Number.Value), Is.EqualTo(rows.Select(r => Number(r[2]))).Within(1e-4));
        Assert.That(numbers.Select(n => n.Number.Source), Is.All.StartsWith("calibrated to distance, stock"));
        CommandLine.Done("run", calibrated, "--out", region.Beside("run"), "--quiet");
    }

    [Test]
    public void A_calibration_that_was_stopped_goes_on_to_the_same_results_whatever_the_threads()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (30, 3), (100, 3)), resumed = region.Beside("resumed");
        CommandLine.Done("calibrate", file, "--out", region.Out, "--quiet", "--threads", "1");
        LoadedCalibration loaded = CalibrationReader.Read(file, [], 2, isMeant: false);
        using var stop = new CancellationTokenSource();
        int finished = 0;
        var watch = RunWatch.None with
        {
            Progress = _ =>
            {
                if (Interlocked.Increment(ref finished) == 22)
                {
                    stop.Cancel();
                }
            },
            Stop = stop.Token,
        };
        Assert.That(() => CalibrationRunner.Run(loaded, resumed, _ => { }, watch), Throws.InstanceOf<OperationCanceledException>());
        CommandLine.Outcome anew = CommandLine.Run("calibrate", file, "--out", resumed, "--threads", "2");
        Assert.That((anew.Code, anew.Error.Contains("--resume", StringComparison.Ordinal)), Is.EqualTo((2, true)), anew.Error);
        CommandLine.Done("calibrate", file, "--out", resumed, "--quiet", "--threads", "2", "--resume");
        foreach (string name in (string[])["fit.csv", "parameters.csv", "covariance.csv", "plausible.csv", "waves.csv", "calibrated.yaml"])
        {
            Assert.That(File.ReadAllText(Path.Combine(resumed, name)), Is.EqualTo(File.ReadAllText(Path.Combine(region.Out, name))), name);
        }

        Assert.That(Directory.Exists(resumed + ".unfinished"), Is.False);
        Assert.That(File.Exists(Path.Combine(resumed, "figures", "fit.svg")) && File.Exists(Path.Combine(resumed, "figures", "plausible-ranges.svg")),
            Is.True);
    }

    [Test]
    public void What_it_found_is_told_in_both_languages()
    {
        using var region = new MadeUpRegion();
        string file = Write(region, (30, 3), (250, 3));
        string english = CommandLine.Done("calibrate", file, "--out", region.Out, "--threads", "1", "--replications", "2"),
            french = CommandLine.Done("calibrate", file, "--out", region.Out, "--threads", "1", "--replications", "2", "--lang", "fr");
        Assert.That(english, Does.Contain("missed by more than two standard deviations: stock"));
        Assert.That(english, Does.Contain("of the space left"));
        Assert.That(french, Does.Contain("manquées de plus de deux écarts-types\u00a0: stock"));
    }

    private static string Write(MadeUpRegion region, (double Value, double Error) distance, (double Value, double Error) stock) =>
        region.Write("calibration.yaml", Small.Replace("DISTANCE", Text(distance.Value)).Replace("DSE", Text(distance.Error))
            .Replace("STOCK", Text(stock.Value)).Replace("SSE", Text(stock.Error)));

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
