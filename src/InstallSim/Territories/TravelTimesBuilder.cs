using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Travel times by distance: minutes(i, j) = 60 · detour · km(i, j) / speed(i, j), where the speed of a pair is the mean of the
/// speeds of its two kinds of territory and km is the great-circle distance of the centroids. Time within a territory is a setting.
/// Every step is made of IEEE operations in a fixed order, so all machines get the same minutes.
/// </summary>
public static class TravelTimesBuilder
{
    /// <summary>
    /// Most pairs that are held: about 30 bytes each while they are sorted. ASSUMPTION: 3 GB are enough.
    /// </summary>
    public const double MostPairs = 1e8;

    /// <summary>Places looked at to tell how many pairs there will be.</summary>
    private const int Sample = 500;

    /// <summary>About how many pairs are within reach of one another, from a sample; 0 where they are too few to matter.</summary>
    /// <param name="table">The territories.</param>
    /// <param name="settings">Detour and speeds.</param>
    /// <param name="catchment">Longest time kept, minutes.</param>
    public static double Pairs(TerritoryTable table, TravelTimeSettings settings, double catchment)
    {
        if (table.Count < Math.Sqrt(MostPairs))
        {
            return 0;
        }

        var sweep = new PlaceSweep(table.Latitude, table.Longitude);
        double reach = Reach(table, settings, catchment);
        long found = 0;
        for (int k = 0; k < Sample; k++)
        {
            sweep.VisitNear((int)((k + 0.5) / Sample * table.Count), reach, (_, _) => found++);
        }

        return table.Count * (1 + (double)found / Sample);
    }

    /// <summary>All pairs within the catchment.</summary>
    /// <param name="table">The territories; 35,000 communes take a second or two.</param>
    /// <param name="settings">Detour, speeds and own minutes.</param>
    /// <param name="catchment">Longest time kept, minutes, inclusive. A territory always reaches itself, at most at this time.</param>
    /// <returns>Rows in the order of the table; within a row rising by index.</returns>
    public static TravelTimes Build(TerritoryTable table, TravelTimeSettings settings, double catchment)
    {
        var sweep = new PlaceSweep(table.Latitude, table.Longitude);
        double[] speed = [.. table.Area.Select(settings.Speed.Of)];
        double reach = Reach(table, settings, catchment);
        var rows = new List<(int To, double Minutes)>[table.Count];
        Parallel.For(0, table.Count, position =>
        {
            int i = sweep.Order[position];
            List<(int To, double Minutes)> row = [(i, Math.Min(settings.OwnMinutes, catchment))];
            sweep.VisitNear(position, reach, (j, squaredChord) =>
            {
                double minutes = 60 * settings.Detour * Geography.KilometresOfChord(squaredChord) / ((speed[i] + speed[j]) / 2);
                if (minutes <= catchment)
                {
                    row.Add((j, minutes));
                }
            });
            rows[i] = row;
        });

        return Pack(rows);
    }

    /// <summary>Longest distance within a catchment at the highest speed, km.</summary>
    private static double Reach(TerritoryTable table, TravelTimeSettings settings, double catchment) =>
        catchment / 60 * table.Area.Select(settings.Speed.Of).DefaultIfEmpty(0).Max() / settings.Detour;

    /// <summary>Puts rows one after another, each sorted by territory.</summary>
    internal static TravelTimes Pack(List<(int To, double Minutes)>[] rows)
    {
        var start = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++)
        {
            start[i + 1] = start[i] + rows[i].Count;
        }

        var to = new int[start[^1]];
        var minutes = new double[start[^1]];
        Parallel.For(0, rows.Length, i =>
        {
            rows[i].Sort((a, b) => a.To.CompareTo(b.To));
            for (int k = 0; k < rows[i].Count; k++)
            {
                (to[start[i] + k], minutes[start[i] + k]) = rows[i][k];
            }
        });

        return new TravelTimes(start, to, minutes);
    }
}
