using InstallSim.Policies;

namespace InstallSim.Tests.Policies;

public sealed class AnnuityTests
{
    [Test]
    public void Fifty_thousand_euros_are_worth_6_16_a_year_for_ten_years_at_four_per_cent() =>
        Assert.That(Annuity.OfGrant(50), Is.EqualTo(6.1645).Within(0.0001));

    [Test]
    public void The_present_value_is_the_sum_of_the_discounted_payments([Values(0, 1, 3, 10, 40)] int years)
    {
        double sum = Enumerable.Range(1, years).Sum(y => Math.Pow(1.04, -y));
        Assert.That(Annuity.PresentValue(years), Is.EqualTo(sum).Within(1e-12));
    }

    [Test]
    public void A_supplement_as_long_as_the_horizon_is_worth_itself([Values(10, 11, 50)] int years) =>
        Assert.That(Annuity.OfSupplement(20, years), Is.EqualTo(20).Within(1e-12));

    [Test]
    public void A_supplement_of_three_years_is_worth_the_grant_of_its_present_value() =>
        Assert.That(Annuity.OfSupplement(20, 3), Is.EqualTo(Annuity.OfGrant(20 * Annuity.PresentValue(3))).Within(1e-12));

    [Test]
    public void Nothing_is_worth_nothing()
    {
        Assert.That(Annuity.OfGrant(0), Is.Zero);
        Assert.That(Annuity.OfSupplement(0, 3), Is.Zero);
    }
}
