using InstallSim.Preferences;

namespace InstallSim.Tests.Policies;

public sealed class AnnuityTests
{
    private static readonly Annuity TenYears = new(10, 0.04);

    [Test]
    public void Fifty_thousand_euros_are_worth_6_16_a_year_for_ten_years_at_four_per_cent() =>
        Assert.That(TenYears.Of(50, 1), Is.EqualTo(6.1645).Within(0.0001));

    [Test]
    public void The_present_value_is_the_sum_of_the_discounted_payments([Values(0, 1, 3, 10, 40)] int years)
    {
        double sum = Enumerable.Range(1, years).Sum(y => Math.Pow(1.04, -y));
        Assert.That(TenYears.PresentValue(years), Is.EqualTo(sum).Within(1e-12));
    }

    [Test]
    public void Payments_as_long_as_the_horizon_are_worth_themselves([Values(10, 11, 50)] int years) =>
        Assert.That(TenYears.Of(20, years), Is.EqualTo(20).Within(1e-12));

    [Test]
    public void Payments_of_three_years_are_worth_their_present_value_paid_at_once() =>
        Assert.That(TenYears.Of(20, 3), Is.EqualTo(TenYears.Of(20 * TenYears.PresentValue(3), 1)).Within(1e-12));

    [Test]
    public void Without_discounting_a_payment_is_spread_evenly() => Assert.That(new Annuity(10, 0).Of(50, 1), Is.EqualTo(5).Within(1e-12));

    [Test]
    public void The_shorter_the_horizon_the_more_a_payment_is_worth() =>
        Assert.That(new[] { 15.0, 10, 3, 1.5 }.Select(h => new Annuity(h, 0.04).Of(50, 1)), Is.Ordered);

    [Test]
    public void Nothing_is_worth_nothing() => Assert.That(new[] { TenYears.Of(0, 1), TenYears.Of(0, 3) }, Is.All.Zero);
}
