using InstallSim.Calibration;
using InstallSim.Inputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Calibration;

/// <summary>Calibration files: what is right, and each kind of what is wrong.</summary>
public sealed class CalibrationReaderTests
{
    private static string Right { get; } = """
        name: small
        scenario: baseline.yaml
        replications: 2
        points: 12
        parameters:
          - preferences.coefficients.group-practice
          - { number: physicians.salaried-share, low: 0.1, high: 0.6 }
        targets:
          - { name: stock, indicator: stock, years: 2026..2028, relative-to: 2025, value: 1, se: 0.02, source: test }
          - { name: towns, indicator: installations, year: 2027, of: { area-type: [urban] }, over: installations, value: 0.4, se: 0.1,
              source: test }

        """;

    [Test]
    public void A_calibration_is_read_with_its_scenario()
    {
        using var region = new MadeUpRegion();
        LoadedCalibration loaded = CalibrationReader.Read(region.Write("calibration.yaml", Right), ["replications=3"], 1, isMeant: false);
        Assert.Multiple(() =>
        {
            Assert.That(loaded.Space.Numbers[0],
                Is.EqualTo(new CalibratedNumber("preferences.coefficients.group-practice", 10, 46, 20)), "its own range");
            Assert.That(loaded.Space.Numbers[1].IsLogarithmic, Is.True);
            Assert.That(loaded.Settings.Replications, Is.EqualTo(3), "the command line has the last word");
            Assert.That(loaded.Moments[0], Is.EqualTo(new Moment("stock", 1, 3, null, null, 0)));
            Assert.That(loaded.Moments[1].Territories, Has.Length.EqualTo(2));
        });
    }

    [TestCase("indicator: stock,", "", "key 'indicator' is missing")]
    [TestCase("indicator: stock,", "indicator: stok,", "did you mean 'stock'?")]
    [TestCase("year: 2027,", "", "the target 'towns' needs a year: one of 'year' and 'years'")]
    [TestCase("year: 2027,", "year: 2027, years: 2026..2027,", "the target 'towns' needs a year")]
    [TestCase("year: 2027,", "year: 2040,", "'year': the years simulated are 2025..2028")]
    [TestCase("relative-to: 2025", "relative-to: 2020", "'relative-to': the years simulated are 2025..2028")]
    [TestCase("relative-to: 2025", "relative-to: 2025, over: stock", "'over' and 'relative-to' both divide; one of the two")]
    [TestCase("se: 0.02", "se: 0", "'se' and 'discrepancy' are both 0")]
    [TestCase("name: towns, indicator: installations", "name: towns, indicator: moves", "'moves' is not known by territory")]
    [TestCase("area-type: [urban]", "departement: [Z]", "no territory")]
    [TestCase("name: towns", "name: stock", "another target is named 'stock' too")]
    [TestCase("group-practice", "group-practise", "did you mean 'preferences.coefficients.group-practice'?")]
    [TestCase("preferences.coefficients.group-practice", "preferences.classes.all.share", "stands in a list")]
    [TestCase("preferences.coefficients.group-practice", "preferences.utils-per-keur", "has no range of its own: say 'low' and 'high'")]
    [TestCase("high: 0.6", "high: 1.6", "the range 0.1 to 1.6 leaves the bounds of 'physicians.salaried-share', 0.001 to 0.999")]
    [TestCase("low: 0.1", "low: 0.7", "'low': 0.7 is not below 'high', 0.6")]
    [TestCase("points: 12", "points: 1000000000", "the plan runs the scenario 6000000402 times, more than 20000")]
    [TestCase("points: 12", "points: 12\nwave: 2", "did you mean 'waves'?")]
    [TestCase("replications: 2", "replications: 1", "1 is out of range")]
    [TestCase("{ number: physicians.salaried-share, low: 0.1, high: 0.6 }", "preferences.coefficients.group-practice", "is named twice")]
    [TestCase("baseline.yaml", "bseline.yaml", "does not exist")]
    [TestCase("name: small", "name: Small one", "is no kebab-case name")]
    public void What_is_wrong_is_refused_and_says_why(string part, string instead, string message)
    {
        using var region = new MadeUpRegion();
        Assert.That(Right, Does.Contain(part));
        CommandLine.Outcome outcome = CommandLine.Run(
            "calibrate", region.Write("calibration.yaml", Right.Replace(part, instead)), "--out", region.Out);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain(message).And.Contain("calibration.yaml("));
        Assert.That(Directory.Exists(region.Out), Is.False);
    }

    [Test]
    public void Years_and_values_that_are_refused_hide_no_wrong_name_and_make_no_fault()
    {
        using var region = new MadeUpRegion();
        string file = region.Write("calibration.yaml", Right.Replace("points: 12", "points: 12\nyears: 2025-2060")
            .Replace("year: 2027,", "year: 2050,").Replace("group-practice", "group-practise"));
        CommandLine.Outcome outcome = CommandLine.Run("calibrate", file, "--out", region.Out, "--set", "physicians.salaried=1");
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("expected years from..until").And.Contain("unknown key 'salaried'")
            .And.Contain("did you mean 'preferences.coefficients.group-practice'?").And.Not.Contain("the years simulated are"));
    }

    [Test]
    public void A_missing_parent_hides_no_fault_of_the_calibration_and_makes_none()
    {
        using var region = new MadeUpRegion();
        string file = region.Write("calibration.yaml", """
            extends: bse.yaml
            name: Small one
            scenario: baseline.yaml
            parameters: [a, b, c, d, preferences.coefficients.group-practise]
            targets:
              - { name: stock, indicator: stock, years: 2026..2050, value: 1, se: 0, source: test }
              - { name: towns, indicator: moves, of: { departement: [Z] }, value: 0.4, se: 0.1, source: test }
            wavs: 3

            """);
        InputException refused = Assert.Throws<InputException>(() => CalibrationReader.Read(file, [], 1, isMeant: false))!;
        AssertSaid(refused, "bse.yaml' does not exist", "'Small one' is no kebab-case name", "'a' is no number", "'b' is no number",
            "'c' is no number", "'d' is no number", "did you mean 'preferences.coefficients.group-practice'?", "'se' and 'discrepancy'",
            "the target 'towns' needs a year", "'moves' is not known by territory", "did you mean 'waves'?");

        // The territories may stand in the parent.
        region.Replace("baseline.yaml", "territories: territories.yaml\n", "");
        region.Write("calibration.yaml", "extends: bse.yaml\nname: small\nscenario: baseline.yaml\nsead: 7\n");
        AssertSaid(Assert.Throws<InputException>(() => CalibrationReader.Read(file, [], 1, isMeant: false))!,
            "bse.yaml' does not exist", "did you mean 'seed'?");
        region.Write("calibration.yaml", "extends: bse.yaml\nname: small\nscenario: bseline.yaml\n");
        AssertSaid(Assert.Throws<InputException>(() => CalibrationReader.Read(file, [], 1, isMeant: false))!,
            "bse.yaml' does not exist", "bseline.yaml' does not exist");

        static void AssertSaid(InputException refused, params string[] expected)
        {
            Array.ForEach(expected, part => Assert.That(refused.Message, Does.Contain(part)));
            Assert.That(refused.Errors, Has.Count.EqualTo(expected.Length), refused.Message);
        }
    }

    [Test]
    public void All_faults_are_said_at_once_also_those_of_the_scenario()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "women-share: 0.64", "women-share: 6.4");
        string file = region.Write("calibration.yaml", Right.Replace("se: 0.02", "se: -1").Replace("points: 12", "points: 1"));
        InputException refused = Assert.Throws<InputException>(() => CalibrationReader.Read(file, [], 1, isMeant: false))!;
        Assert.That(refused.Errors, Has.Count.EqualTo(3));
        Assert.That(refused.Errors.Select(e => e.French), Has.None.Contains("expected"));
    }

    [Test]
    public void A_large_plan_is_taken_when_it_is_meant()
    {
        using var region = new MadeUpRegion();
        string file = region.Write("calibration.yaml", Right.Replace("points: 12", "points: 9000"));
        Assert.That(CalibrationReader.Read(file, [], 1, isMeant: true).Settings.Evaluations, Is.EqualTo(2 * (27_000 + 200 + 1)));
    }

    [Test]
    public void Validate_checks_it()
    {
        using var region = new MadeUpRegion();
        string file = region.Write("calibration.yaml", Right);
        Assert.That(CommandLine.Done("validate", file), Does.EndWith("calibration.yaml: right\n"));
        Assert.That(CommandLine.Run("validate", region.Write("calibration.yaml", Right.Replace("se: 0.02", "se: 0"))).Error,
            Does.Contain("'se' and 'discrepancy' are both 0"));
    }
}
