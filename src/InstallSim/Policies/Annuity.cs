namespace InstallSim.Policies;

/// <summary>
/// What a payment that does not last is worth as income a year, so that it can stand beside income: its present value spread evenly
/// over a horizon. Horizon and rate are assumptions (evidence F: 10 years at 4 %).
/// </summary>
public static class Annuity
{
    /// <summary>Horizon over which a physician weighs a payment, years. ASSUMPTION.</summary>
    public const int HorizonYears = 10;

    /// <summary>Rate at which a physician discounts. ASSUMPTION.</summary>
    public const double Rate = 0.04;

    /// <summary>Present value of 1 a year for n years, paid at the end of each: (1 − (1 + r)⁻ⁿ) / r.</summary>
    public static double PresentValue(int years)
    {
        double discount = 1;
        for (int y = 0; y < years; y++)
        {
            discount /= 1 + Rate;
        }

        return (1 - discount) / Rate;
    }

    /// <summary>k€/year over the horizon that equal one payment now, k€: 50 k€ are 6.2 k€/year.</summary>
    public static double OfGrant(double keur) => keur / PresentValue(HorizonYears);

    /// <summary>k€/year over the horizon that equal a payment of k€/year for some years, at most the horizon.</summary>
    public static double OfSupplement(double keurPerYear, int years) =>
        keurPerYear * PresentValue(Math.Min(years, HorizonYears)) / PresentValue(HorizonYears);
}
