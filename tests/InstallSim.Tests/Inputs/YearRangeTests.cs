using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class YearRangeTests
{
    [Test]
    public void A_range_is_read_as_it_is_written()
    {
        Assert.That(YearRange.TryRead("2025..2045", out YearRange years), Is.Null);
        Assert.That(years, Is.EqualTo(new YearRange(2025, 2045)));
        Assert.That(years.Count, Is.EqualTo(21));
        Assert.That(years.ToString(), Is.EqualTo("2025..2045"));
    }

    [TestCase("2025", "expected years from..until, such as 2025..2045")]
    [TestCase("2025...2045", "expected years from..until, such as 2025..2045")]
    [TestCase("2025..", "expected years from..until, such as 2025..2045")]
    [TestCase("1025..2045", "expected years from 1900 to 2200")]
    [TestCase("2045..2025", "the last year 2025 is before the first year 2045")]
    public void A_wrong_range_is_refused(string text, string expected) =>
        Assert.That(YearRange.TryRead(text, out _)?.English, Is.EqualTo(expected));
}
