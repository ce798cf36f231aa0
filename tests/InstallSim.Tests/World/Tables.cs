using InstallSim.Choice.Draws;
using InstallSim.World;

namespace InstallSim.Tests.World;

/// <summary>Territory tables of which only the places matter.</summary>
internal static class Tables
{
    /// <summary>A table of places given in degrees.</summary>
    public static TerritoryTable At(params (double Latitude, double Longitude, AreaType Area)[] places)
    {
        double[] none = new double[places.Length];
        string[] code = [.. Enumerable.Range(0, places.Length).Select(i => $"T{i:00000}")];
        return new TerritoryTable
        {
            Code = code,
            Name = code,
            Latitude = [.. places.Select(p => p.Latitude)],
            Longitude = [.. places.Select(p => p.Longitude)],
            Population = none,
            ShareUnder25 = none,
            Share65Plus = none,
            Area = [.. places.Select(p => p.Area)],
            Departement = code,
            Region = code,
            Physicians = none,
            SharePhysicians60Plus = none,
            MspPlaces = none,
            HealthCentrePosts = none,
            MainTownPopulation = none,
            PoorlyEquipped = none,
            Schools = none,
            PartnerJobsLimited = none,
            Deprivation = none,
            IncomeIndex = none,
            ObservedAccessibility = none,
            Provenance = [],
        };
    }

    /// <summary>Places strewn over a rectangle as large as France, of all kinds.</summary>
    public static TerritoryTable Strewn(uint seed, int count) => At([.. Enumerable.Range(0, count).Select(i =>
    {
        var draw = new DrawKey(seed, 0, 1, 0, (uint)i);
        return (42 + (9 * draw.Uniform(0)), -5 + (13 * draw.Uniform(1)), (AreaType)(i % 3));
    })]);
}
