using InstallSim.Choice.Kernels;

namespace InstallSim.Preferences;

/// <summary>
/// What a payment that does not last is worth as income a year, so that it can stand beside income: its present value spread evenly over a
/// horizon. Paid at the end of each year at rate r, 1 k€ a year for n years is worth a(n) = (1 − (1 + r)⁻ⁿ) / r now, n at r = 0.
/// </summary>
/// <param name="HorizonYears">Horizon h, years, above 0; need not be whole.</param>
/// <param name="Rate">Rate r, at least 0.</param>
public readonly record struct Annuity(double HorizonYears, double Rate)
{
    /// <summary>
    /// Income over the horizon, k€/year, that equals a payment of k€/year for some years, at most the horizon: k·a(min(n, h)) / a(h).
    /// </summary>
    /// <param name="keurPerYear">Payment a year, k€.</param>
    /// <param name="years">Years paid; up to 1 is a payment at once, worth k / a(h).</param>
    public double Of(double keurPerYear, int years) =>
        keurPerYear * (years <= 1 ? 1 : PresentValue(Math.Min(years, HorizonYears))) / PresentValue(HorizonYears);

    /// <summary>a(n).</summary>
    public double PresentValue(double years) => Rate == 0 ? years : (1 - Elementary.Exp(-years * Elementary.Log(1 + Rate))) / Rate;
}
