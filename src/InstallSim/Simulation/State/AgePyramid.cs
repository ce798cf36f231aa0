using InstallSim.Scenarios;

namespace InstallSim.Simulation.State;

/// <summary>
/// Ages of the initial stock. A territory's share of 60 and over is its table's; the share under 40 is the settings', lowered where more
/// are old. Within a band ages are flat, but from 60 on they are what survives of equal cohorts:
/// weight(60) = 1, weight(a) = weight(a − 1)·(1 − retirement(a))·(1 − leaving) up to the age before the last.
/// </summary>
internal sealed class AgePyramid
{
    /// <summary>First age of the old.</summary>
    public const int Old = 60;

    private const int Youngest = 30, Middle = 40;

    // Liberal GPs aged 60 and over in metropolitan France in 2024: 16,548 of 53,499 (Carsat/CNAM, evidence B1).
    private const double MeanShare60Plus = 0.309;

    private readonly double _under40;
    private readonly double[] _old;

    public AgePyramid(PhysicianSettings settings)
    {
        _under40 = settings.StockUnder40Share / (1 - MeanShare60Plus);
        _old = PreparedScenario.Cumulated(Survival(settings));
    }

    /// <summary>Of those installed at the end of the year in which they turn 60, the share still installed at each age: [0] is 1.</summary>
    /// <param name="settings">Retirement by age, last age, leaving probability.</param>
    /// <returns>Shares at ages 60, 61, … up to the age before the last, but at least one.</returns>
    public static double[] Survival(PhysicianSettings settings)
    {
        var share = new double[Math.Max(1, settings.LastAge - Old)];
        share[0] = 1;
        for (int k = 1; k < share.Length; k++)
        {
            share[k] = share[k - 1] * settings.StayingAt(Old + k);
        }

        return share;
    }

    /// <summary>Age of a physician.</summary>
    /// <param name="share60Plus">Share of the territory's physicians aged 60 and over.</param>
    /// <param name="band">Uniform draw of the band: 60 and over, under 40, between.</param>
    /// <param name="within">Uniform draw within the band.</param>
    public int AgeOf(double share60Plus, double band, double within)
    {
        if (band < share60Plus)
        {
            return Old + PreparedScenario.Draw(_old, within);
        }

        return band < share60Plus + (_under40 * (1 - share60Plus))
            ? Youngest + (int)((Middle - Youngest) * within)
            : Middle + (int)((Old - Middle) * within);
    }
}
