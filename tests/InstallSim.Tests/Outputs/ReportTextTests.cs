using InstallSim.Outputs;

namespace InstallSim.Tests.Outputs;

/// <summary>Numbers and words as each language writes them. Narrow and common no-break spaces are written out: \u202f, \u00a0.</summary>
public sealed class ReportTextTests
{
    [TestCase(1234567.0, 0, "1,234,567", "1\u202f234\u202f567")]
    [TestCase(-1234.5, 1, "\u22121,234.5", "\u22121\u202f234,5")]
    [TestCase(-0.004, 2, "0.00", "0,00")]
    [TestCase(double.NaN, 2, "–", "–")]
    public void Numbers_follow_the_language(double value, int decimals, string english, string french)
    {
        Assert.That(ReportText.English.Number(value, decimals), Is.EqualTo(english));
        Assert.That(ReportText.French.Number(value, decimals), Is.EqualTo(french));
    }

    [TestCase(0.4, "€400", "400\u00a0€")]
    [TestCase(999.4, "€999k", "999\u00a0k€")]
    [TestCase(999.6, "€1.00m", "1,00\u00a0M€")]
    [TestCase(1234.0, "€1.23m", "1,23\u00a0M€")]
    [TestCase(45_600.0, "€46m", "46\u00a0M€")]
    [TestCase(2_500_000.0, "€2.5bn", "2,5\u00a0Md€")]
    [TestCase(-1500.0, "\u2212€1.50m", "\u22121,50\u00a0M€")]
    [TestCase(0.0, "€0", "0\u00a0€")]
    [TestCase(double.PositiveInfinity, "–", "–")]
    public void Money_takes_the_unit_that_reads_best(double thousands, string english, string french)
    {
        Assert.That(ReportText.English.Money(thousands), Is.EqualTo(english));
        Assert.That(ReportText.French.Money(thousands), Is.EqualTo(french));
    }

    [TestCase("€0.0m €0.9m €16.2m", 0, 900, 16_200)]
    [TestCase("€0k −€5k", 0, -5)]
    [TestCase("€0 €400", 0, 0.4)]
    public void Money_of_a_column_has_one_unit_and_one_number_of_decimals(string said, params double[] thousands) =>
        Assert.That(string.Join(' ', ReportText.English.MoneyTogether(thousands)), Is.EqualTo(said));

    [TestCase(4.26, 1, "+4.3", "+4,3")]
    [TestCase(-1234.5, 0, "\u22121,234", "\u22121\u202f234")]
    [TestCase(-0.04, 1, "0.0", "0,0")]
    [TestCase(double.NaN, 1, "–", "–")]
    public void A_difference_has_a_sign_unless_it_is_written_as_zero(double value, int decimals, string english, string french)
    {
        Assert.That(ReportText.English.WithSign(value, decimals), Is.EqualTo(english));
        Assert.That(ReportText.French.WithSign(value, decimals), Is.EqualTo(french));
    }

    [TestCase(30, 36, 0)]
    [TestCase(13.2, 15.9, 1)]
    [TestCase(0.04, 0.05, 3)]
    [TestCase(double.NaN, 1, 1)]
    public void An_interval_decides_how_many_decimals_are_known(double lower, double upper, int decimals) =>
        Assert.That(ReportText.DecimalsFor(lower, upper), Is.EqualTo(decimals));

    [TestCase(-0.145, -0.396, -0.085, 1, 2)]
    [TestCase(33.2, 30.1, 36.3, 0, 0)]
    [TestCase(2, 2, 3, 0, 0)]
    [TestCase(2, double.NaN, double.NaN, 1, 1)]
    [TestCase(2, 2.0000000001, 3, 0, 6)]
    public void More_decimals_keep_a_value_and_an_end_apart(double value, double lower, double upper, int decimals, int apart) =>
        Assert.That(ReportText.DecimalsApart(value, lower, upper, decimals), Is.EqualTo(apart));

    [Test]
    public void An_unknown_language_is_refused() =>
        Assert.That(() => ReportText.For("de"), Throws.ArgumentException.With.Message.Contains("en or fr"));
}
