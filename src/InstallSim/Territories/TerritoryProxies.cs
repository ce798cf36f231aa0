using InstallSim.Choice.Kernels;
using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Rules that stand in for variables that a table lacks, made of population and place alone: the rules of
/// <c>scenarios/make-territories/proxies.mjs</c>, with territories in place of communes. Its README says how well they agree
/// with real columns. Travel here is great-circle distance × 1.3 at 50 km/h (ASSUMPTION), among the territories of the table only.
/// </summary>
internal sealed class TerritoryProxies
{
    public const string AreaRule = "rule: urban with a main town of 30,000, or one of 5,000 that holds half of the people; "
        + "rural at 45 minutes from a town of 20,000 without one of 5,000; else periurban";
    public const string PoorlyEquippedRule = "rule: mean of two log scales, people within 45 minutes (300,000 → 0, 50,000 → 1) "
        + "and main town (8,000 → 0, 1,000 → 1)";
    public const string SchoolsRule = "rule: 1 in a town of 20,000, 0 an hour away";
    public const string PartnerJobsRule = "rule: log scale of the people within 45 minutes (2,000,000 → 0, 60,000 → 1)";

    private const double KilometresAMinute = 50 / 1.3 / 60;
    private readonly double[] _population;
    private readonly double[] _mainTown;
    private readonly bool _townsAreKnown;
    private readonly double[] _peopleNear;
    private readonly double[] _minutesToTown;

    /// <summary>Measures how many people are within 45 minutes and how far the nearest town of 20,000 is.</summary>
    /// <param name="latitude">Degrees north, shape [I].</param>
    /// <param name="longitude">Degrees east, shape [I].</param>
    /// <param name="population">Inhabitants, shape [I].</param>
    /// <param name="mainTown">Inhabitants of the main town, shape [I].</param>
    /// <param name="townsAreKnown">False when main towns are not known and the territory's population stands for theirs.</param>
    public TerritoryProxies(double[] latitude, double[] longitude, double[] population, double[] mainTown, bool townsAreKnown)
    {
        _population = population;
        _mainTown = mainTown;
        _townsAreKnown = townsAreKnown;
        _peopleNear = PeopleWithin(new PlaceSweep(latitude, longitude), 45 * KilometresAMinute);
        _minutesToTown =
            MinutesToNearest(latitude, longitude, [.. Enumerable.Range(0, population.Length).Where(i => mainTown[i] >= 20_000)]);
    }

    /// <summary>The value of a variable that has a rule, shape [I].</summary>
    /// <exception cref="ArgumentException">The variable has no rule.</exception>
    public double[] ValuesOf(string key) => key switch
    {
        TerritoryVariables.MainTownPopulation => _mainTown,
        TerritoryVariables.PoorlyEquipped =>
            Each(i => (LogScale(_peopleNear[i], 300_000, 50_000) + LogScale(_mainTown[i], 8_000, 1_000)) / 2),
        TerritoryVariables.Schools => Each(i => 1 - Math.Min(1, _minutesToTown[i] / 60)),
        TerritoryVariables.PartnerJobsLimited => Each(i => LogScale(_peopleNear[i], 2_000_000, 60_000)),
        _ => throw new ArgumentException($"{key} has no rule", nameof(key)),
    };

    /// <summary>The kind of each territory, shape [I].</summary>
    public AreaType[] Areas() => [.. Enumerable.Range(0, _population.Length).Select(i =>
    {
        bool isTown = _townsAreKnown && _mainTown[i] >= 5_000 && _mainTown[i] >= 0.5 * _population[i];
        if (_mainTown[i] >= 30_000 || isTown)
        {
            return AreaType.Urban;
        }

        return _minutesToTown[i] >= 45 && _mainTown[i] < 5_000 ? AreaType.Rural : AreaType.Periurban;
    })];

    /// <summary>0 at <paramref name="zero"/>, 1 at <paramref name="one"/>, straight in the logarithm between them, cut to 0–1.</summary>
    internal static double LogScale(double x, double zero, double one) =>
        Math.Clamp(Elementary.Log(Math.Max(x, double.Epsilon) / zero) / Elementary.Log(one / zero), 0, 1);

    /// <summary>Minutes to the nearest of some territories; +∞ when there are none.</summary>
    private static double[] MinutesToNearest(double[] latitude, double[] longitude, int[] towns)
    {
        var places = new (double X, double Y, double Z)[latitude.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Geography.OnUnitSphere(latitude[i], longitude[i]);
        }

        var minutes = new double[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            double least = double.PositiveInfinity;
            foreach (int town in towns)
            {
                double dx = places[i].X - places[town].X, dy = places[i].Y - places[town].Y, dz = places[i].Z - places[town].Z;
                least = Math.Min(least, (dx * dx) + (dy * dy) + (dz * dz));
            }

            minutes[i] = towns.Length == 0 ? least : Geography.KilometresOfChord(least) / KilometresAMinute;
        }

        return minutes;
    }

    private double[] PeopleWithin(PlaceSweep sweep, double kilometres)
    {
        double[] people = [.. _population];
        Parallel.For(0, people.Length, position =>
        {
            int i = sweep.Order[position];
            sweep.VisitNear(position, kilometres, (j, _) => people[i] += _population[j]);
        });

        return people;
    }

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, _population.Length).Select(value)];
}
