using System.Globalization;
using InstallSim.Calibration;
using InstallSim.Charts;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Calibration;

/// <summary>What a fit warns of, and where.</summary>
public sealed class FitWarningsTests
{
    private const string Birth = "preferences.coefficients.birth-distance", Salaried = "physicians.salaried-share";

    /// <summary>The scenario says −0.8 and 0.44 and meets both targets exactly; the range of the first does not reach it.</summary>
    [Test]
    public void A_fit_that_is_worse_than_the_scenario_and_a_range_without_its_value_are_warned_of_everywhere()
    {
        using var region = new MadeUpRegion();
        double[] met = Met(region);
        string file = Write(region, met), folder = region.Out;
        string said = CommandLine.Done("calibrate", file, "--out", folder);
        const string Worse = "what was found fits worse than the scenario's own values: sum of squared misses ",
            Outside = $"{Birth} is -0.8000 in the scenario, outside the range searched, -2.000 to -1.500";
        string shown = Outside.Replace("-", "\u2212", StringComparison.Ordinal).Replace("birth\u2212", "birth-", StringComparison.Ordinal);
        Assert.That(said, Does.Contain("Warning: " + Worse).And.Contain("Warning: " + shown + "\n").And.Not.Contain(Salaried + " is "));
        string page = File.ReadAllText(Path.Combine(folder, "calibration.html"));
        Assert.That(page, Does.Contain(">what was found fits worse than the scenario").And.Contain(">" + shown + "<"));
        string[] scenario = File.ReadAllLines(Path.Combine(folder, CalibrationFolder.ScenarioFile));
        Assert.That(scenario[1], Does.StartWith("# WARNING: fits worse than the scenario that it extends: sum of squared misses "));
        string ranges = File.ReadAllText(Path.Combine(folder, "figures", "plausible-ranges.svg"));
        Assert.That(ranges, Does.Contain("no hollow point: before lies outside the range").And.Contain("thick: not ruled out"));
    }

    [Test]
    public void A_figure_without_anything_left_says_so_as_the_text_does_and_draws_nothing_left()
    {
        using var region = new MadeUpRegion();
        LoadedCalibration loaded = CalibrationReader.Read(Write(region, [40, 110]), [], 2, isMeant: false);
        var wave = new WaveResult(1, 14, 14, 0, 0, 50_000, [], []);
        NumberRow[] numbers = [.. loaded.Space.Numbers.Select(n =>
            new NumberRow(n, n.Low, double.NaN, double.NaN, double.NaN, Holding.AtEnd))];
        var result = new CalibrationResult(loaded, [wave], [], numbers, new double[2, 2], [], [], 1, true, []);
        Chart chart = new RangesFigure().Draw(new CalibrationFigureContext(result, ReportText.English));
        Assert.That(chart.Title, Is.EqualTo("< 0.002 % of the space of 2 numbers is not ruled out"));
        Assert.That(CalibrationText.Waves(result, ReportText.English),
            Is.EqualTo(new[] { "Wave 1: 14 points, < 0.002 % of the space left" }));
        Assert.That(chart.Subtitle, Does.StartWith("Line: the range searched, all of it ruled out;").And.Not.Contain("thick"));
        Assert.That(chart.Panels[0].Marks.OfType<Mark<Segment>>().SelectMany(m => m.Rows), Has.All.Property("Thickness").EqualTo(1));
        Assert.That(chart.Panels[0].Marks.OfType<Mark<Dot>>().SelectMany(m => m.Rows).Count(d => d.IsHollow), Is.EqualTo(1));
    }

    /// <summary>What is no number, such as a share of nobody, is no miss of 0.</summary>
    [Test]
    public void A_target_without_a_value_has_no_point_where_others_are_met()
    {
        using var region = new MadeUpRegion();
        LoadedCalibration loaded = CalibrationReader.Read(Write(region, [40, 110]), [], 2, isMeant: false);
        var target = new Target("t", 0, 0.1, 0, 1, TargetLimit.None);
        FitRow[] fit = [new FitRow(target, 0.3, 0.1, 0, true), new FitRow(target with { Name = "none" }, double.NaN, 0.1, 0, true)];
        var result = new CalibrationResult(loaded, [], fit, [], new double[0, 0], [], [], 1, true, []);
        Chart Drawn(ReportText text) => new FitFigure().Draw(new CalibrationFigureContext(result, text));
        Assert.That(Drawn(ReportText.English).Panels[0].Marks.OfType<Mark<Dot>>().SelectMany(m => m.Rows).Select(d => d.Y),
            Is.EqualTo(new[] { 0, 0 }));
        Assert.That(Drawn(ReportText.English).Title, Does.StartWith("2 of 2 targets are met"));
        Assert.That(Drawn(ReportText.French).Title, Does.EndWith(", 0 avant"));
    }

    [TestCase(0.2, 0.1, true)]
    [TestCase(0.1, 0.2, false)]
    [TestCase(0.1, 0.1, false)]
    public void A_fit_is_worse_where_its_sum_of_squared_misses_is_greater(double after, double before, bool isWorse)
    {
        var row = new FitRow(new Target("t", 0, 0.1, 0, 1, TargetLimit.None), before, after, 0, true);
        Words[] said = [.. FitWarnings.Of([row], [], hasConverged: true, isFit: true)];
        Assert.That(said.Any(w => w.English.Contains("fits worse", StringComparison.Ordinal)), Is.EqualTo(isWorse));
        Assert.That(said.Any(w => w.French.Contains("s’ajuste moins bien", StringComparison.Ordinal)), Is.EqualTo(isWorse));
    }

    [TestCase(0.3, false)]
    [TestCase(0.4, false)]
    [TestCase(0.44, true)]
    public void A_value_outside_the_range_searched_is_named(double before, bool isOutside)
    {
        var number = new NumberRow(new CalibratedNumber("a", 0.3, 0.4, before), 0.35, 0.01, 0.3, 0.4, Holding.None);
        string[] said = [.. FitWarnings.Of([], [number], hasConverged: true, isFit: false).Select(w => w.French)];
        Assert.That(said, isOutside
            ? Is.EqualTo(new[] { "a vaut 0,4400 dans le scénario, hors de la plage cherchée, de 0,3000 à 0,4000" })
            : Is.Empty);
    }

    [Test]
    public void An_estimate_within_a_thousandth_of_an_end_is_at_the_end()
    {
        var number = new CalibratedNumber("a", 0.3, 0.4, 0.35);
        var fit = new LeastSquaresFit([number.PlaceOf(0.39998), number.PlaceOf(0.3998), number.PlaceOf(0.30002)], [0, 0, 0],
            new double[3, 3] { { 10, 0, 0 }, { 0, 10, 0 }, { 0, 0, 10 } }, 1, true);
        Target one = new("t", 0, 0.1, 0, 1, TargetLimit.None);
        (_, Holding[] held) = FitCovariance.Of(fit, [one, one, one], [0, 0, 0], [true, true, true]);
        Assert.That(held, Is.EqualTo(new[] { Holding.AtEnd, Holding.None, Holding.AtEnd }));
    }

    /// <summary>The moments at the scenario's own values, with the random numbers of the calibration.</summary>
    private static double[] Met(MadeUpRegion region)
    {
        LoadedCalibration loaded = CalibrationReader.Read(Write(region, [1, 1]), [], 2, isMeant: false);
        double[][] data = CalibrationRunner.Simulate(loaded, "before", [[-0.8, 0.44]], region.Beside("met"), RunWatch.None)[0];
        return [.. Enumerable.Range(0, 2).Select(t => data.Average(d => d[t]))];
    }

    private static string Write(MadeUpRegion region, double[] met) => region.Write("calibration.yaml", string.Create(
        CultureInfo.InvariantCulture, $$"""
        name: small
        scenario: baseline.yaml
        replications: 2
        seed: 3
        waves: 1
        points: 14
        fit: false
        candidates: 2000
        parameters:
          - { number: {{Birth}}, low: -2, high: -1.5 }
          - { number: {{Salaried}}, low: 0.05, high: 0.8 }
        targets:
          - { name: distance, indicator: distance-birth-median, years: 2026..2028, value: {{met[0]:R}}, se: 0.001, source: test }
          - { name: stock, indicator: stock, year: 2028, value: {{met[1]:R}}, se: 0.001, source: test }

        """));
}
