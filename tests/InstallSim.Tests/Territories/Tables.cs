using InstallSim.Choice.Draws;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

/// <summary>Territory tables of which only some columns matter; the others are empty.</summary>
internal static class Tables
{
    /// <summary>A table of places given in degrees.</summary>
    public static TerritoryTable At(params (double Latitude, double Longitude, AreaType Area)[] places) => Of(
        new double[places.Length], [.. places.Select(p => p.Latitude)], [.. places.Select(p => p.Longitude)],
        [.. places.Select(p => p.Area)]);

    /// <summary>A table of the columns given, each of one length or null.</summary>
    public static TerritoryTable Of(
        double[] population, double[]? latitude = null, double[]? longitude = null, AreaType[]? area = null, double[]? shareUnder25 = null,
        double[]? share65Plus = null, double[]? householdIncome = null)
    {
        double[] none = new double[population.Length];
        string[] code = [.. Enumerable.Range(0, population.Length).Select(i => $"T{i:00000}")];
        return new TerritoryTable
        {
            Code = code,
            Name = code,
            Latitude = latitude ?? none,
            Longitude = longitude ?? none,
            Population = population,
            ShareUnder25 = shareUnder25 ?? none,
            Share65Plus = share65Plus ?? none,
            Area = area ?? new AreaType[population.Length],
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
            HouseholdIncome = householdIncome,
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
