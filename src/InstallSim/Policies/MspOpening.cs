using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Opens multi-professional health centres (MSP) where people reach physicians worst.</summary>
public sealed record MspOpening : Policy
{
    /// <summary>Centres opened each year.</summary>
    [Key("per-year", "Centres opened each year: in the territories concerned that have no free MSP place, from the lowest accessibility upward.", Required = true, Unit = "MSP/year", Min = 0, Max = 10000)]
    public int PerYear { get; init; }

    /// <summary>Places for general practitioners in each.</summary>
    [Key("places", "Places for general practitioners in each centre.", Unit = "GPs", Min = 1, Max = 100, Source = "4.6 GPs a centre, computed from two published counts (evidence B4)")]
    public int Places { get; init; } = 5;

    /// <summary>Local physicians who found it.</summary>
    [Key("founders", "Local physicians at most who move into the centre when it opens.", Unit = "GPs", Min = 0, Max = 100, Source = "ASSUMPTION")]
    public int Founders { get; init; } = 2;

    /// <summary>Cost of opening one, k€.</summary>
    [Key("opening-cost-keur", "Public cost of opening one centre.", Unit = "k€", Min = 0, Max = 100000, Source = "ASSUMPTION: no published building cost was found (evidence B4)")]
    public double OpeningCostKeur { get; init; } = 1500;

    /// <summary>Cost of running one, k€/year.</summary>
    [Key("running-cost-keur-per-year", "Public cost of a centre each year (ACI payments).", Unit = "k€/year", Min = 0, Max = 10000, Source = "153.5 M€ in 2023 for 80 % of 2,251 centres (evidence B4)")]
    public double RunningCostKeurPerYear { get; init; } = 85;

    /// <inheritdoc/>
    public override PolicyReach Reach => PolicyReach.Centres;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Check() =>
        Founders > Places ? [.. base.Check(), ("founders", $"{Founders} founders do not fit in {Places} places")] : base.Check();

    /// <inheritdoc/>
    public override void OpenCentres(in YearView year, ReadOnlySpan<bool> where, Action<CentreOpening> open)
    {
        var candidates = new List<(double Accessibility, int Territory)>();
        for (int i = 0; i < where.Length; i++)
        {
            int centre = AlternativeTable.Of(i, PracticeForm.Msp);
            if (where[i] && year.Stock[centre] >= year.Places[centre])
            {
                candidates.Add((year.Accessibility[i], i));
            }
        }

        candidates.Sort();
        foreach ((_, int territory) in candidates.Take(PerYear))
        {
            open(new CentreOpening(territory, Places, Founders));
        }
    }

    /// <inheritdoc/>
    public override double RunningCost(in YearView year, ReadOnlySpan<bool> where, CentreCount centres, GraduateCount graduates) =>
        (centres.New * OpeningCostKeur) + (centres.Open * RunningCostKeurPerYear);
}
