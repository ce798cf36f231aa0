using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>How long it takes from territory to territory: by a user's matrix, or by distance, detour and speed.</summary>
public sealed record TravelTimeSettings : MarkedTableFormat
{
    [Key("file", "Table of travel times, CSV or a workbook, one pair of territories a row; a pair that it lacks is out of reach.",
        IsPath = true)]
    public string? File { get; init; }

    [Key("from", "Column with the code of the territory where people live.")]
    public string From { get; init; } = "from";

    [Key("to", "Column with the code of the territory that they travel to.")]
    public string To { get; init; } = "to";

    [Key("minutes", "Column with the travel time, minutes.")]
    public string Minutes { get; init; } = "minutes";

    [Key("detour", "Road distance over great-circle distance.", Min = 1, Max = 5, Source = "ASSUMPTION")]
    public double Detour { get; init; } = 1.3;

    [Key("speed-kmh", "Mean speed of a car by kind of territory; between two kinds their mean.", Unit = "km/h")]
    public SpeedSettings Speed { get; init; } = new();

    [Key("own-minutes", "Time to a practice of one's own territory, where no matrix says it.", Unit = "minutes", Min = 0, Max = 60,
        Source = "ASSUMPTION; from 0 to 10 minutes it hardly matters for EPCI (correlation of E2SFCA with APL 2023 is 0.84)")]
    public double OwnMinutes { get; init; }
}

/// <summary>Mean speed of a car, door to door, by kind of territory.</summary>
public sealed class SpeedSettings
{
    [Key("urban", "Speed in urban territories.", Unit = "km/h", Min = 1, Max = 130, Source = "ASSUMPTION")]
    public double Urban { get; init; } = 30;

    [Key("periurban", "Speed in periurban territories.", Unit = "km/h", Min = 1, Max = 130, Source = "ASSUMPTION")]
    public double Periurban { get; init; } = 45;

    [Key("rural", "Speed in rural territories.", Unit = "km/h", Min = 1, Max = 130, Source = "ASSUMPTION")]
    public double Rural { get; init; } = 60;

    /// <summary>Speed in a kind of territory, km/h.</summary>
    public double Of(AreaType area) => area switch
    {
        AreaType.Urban => Urban,
        AreaType.Periurban => Periurban,
        _ => Rural,
    };
}
