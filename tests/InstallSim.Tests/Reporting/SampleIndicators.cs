namespace InstallSim.Tests.Reporting;

/// <summary>Made-up courses of the indicators.</summary>
internal static class SampleIndicators
{
    /// <summary>Value of an indicator at a share of the time, with noise shared by the scenarios and what a policy adds.</summary>
    public static double Value(string indicator, double t, double noise, double added)
    {
        double dip = Math.Sin(Math.PI * Math.Min(1, 1.1 * t));
        double stock = 1_900 - (190 * dip) + (60 * t) + (14 * noise * t) + (0.9 * added);
        double underDense = 412 - (75 * dip) + (8 * t) + (7 * noise * t) + added;
        return indicator switch
        {
            "stock" => Math.Round(stock),
            "fte" => stock * (0.93 - (0.04 * t)),
            "stock-under-dense" => Math.Round(underDense),
            "locums" => Math.Round(150 + (40 * t) + (3 * noise) - (0.2 * added)),
            "installations" => Math.Round(62 + (30 * t) + (3 * noise) + (0.06 * added)),
            "installations-rural" => Math.Round(12 + (6 * t) + noise + (0.05 * added)),
            "installations-periurban" => Math.Round(18 + (9 * t) + noise),
            "installations-urban" => Math.Round(32 + (15 * t) + noise - (0.02 * added)),
            "installations-msp" => Math.Round(22 + (25 * t) + noise + (0.08 * added)),
            "installations-group" => Math.Round(28 + (5 * t) + noise),
            "installations-solo" => Math.Round(Math.Max(0, 8 - (6 * t) + (0.5 * noise))),
            "installations-health-centre" => Math.Round(5 + (5 * t) + (0.6 * noise)),
            "moves" => Math.Round(41 + (2 * noise)),
            "retirements" => Math.Round(88 - (45 * t) + (3 * noise)),
            "departures" => Math.Round(96 - (42 * t) + (3 * noise)),
            "stock-rural" => Math.Round(330 - (60 * dip) + (5 * noise * t) + (0.6 * added)),
            "stock-periurban" => Math.Round(560 - (60 * dip) + (20 * t) + (6 * noise * t) + (0.3 * added)),
            "stock-urban" => Math.Round(1_010 - (70 * dip) + (40 * t) + (8 * noise * t) - (0.05 * added)),
            "stock-msp" => Math.Round(310 + (330 * t) + (6 * noise) + (1.2 * added)),
            "stock-group" => Math.Round(870 - (20 * t) + (6 * noise)),
            "stock-solo" => Math.Round(640 - (430 * t) + (6 * noise)),
            "stock-health-centre" => Math.Round(80 + (140 * t) + (3 * noise)),
            "accessibility-mean" => 2.81 - (0.3 * dip) + (0.12 * t) + (0.02 * noise * t) + (0.0021 * added),
            "accessibility-gini" => 0.196 + (0.012 * dip) + (0.002 * noise * t) - (0.0004 * added),
            "accessibility-drees-ratio" => 3.6 + (0.4 * dip) + (0.05 * noise * t) - (0.006 * added),
            "share-under-threshold" => 0.38 + (0.12 * dip) - (0.02 * t) + (0.006 * noise * t) - (0.0016 * added),
            "share-under-1-5" => 0.07 + (0.05 * dip) + (0.004 * noise * t) - (0.0006 * added),
            "under-40-share" => 0.19 + (0.16 * t) + (0.004 * noise),
            "women-share" => 0.47 + (0.15 * t) + (0.003 * noise),
            "distance-birth-median" => 84 + (2 * noise),
            "distance-training-median" => 46 + (1.5 * noise) + (0.05 * added),
            "msp-places" => 420 + (380 * t) + (1.3 * added),
            "msp-fill-rate" => 0.74 + (0.06 * t) + (0.01 * noise),
            "msp-empty" => Math.Max(0, Math.Round(4 + (3 * t) + noise)),
            "age-under-35" => Math.Round(150 + (170 * t) + (4 * noise) + (0.3 * added)),
            "age-35-44" => Math.Round(330 + (240 * t) + (5 * noise) + (0.3 * added)),
            "age-45-54" => Math.Round(390 + (60 * t) + (5 * noise) + (0.2 * added)),
            "age-55-64" => Math.Round(650 - (330 * t) + (6 * noise)),
            "age-65-plus" => Math.Round(380 - (210 * t) + (4 * noise)),
            _ => double.NaN,
        };
    }
}
