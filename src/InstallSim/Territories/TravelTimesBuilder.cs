using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Travel times by distance: minutes(i, j) = 60 · detour · km(i, j) / speed(i, j), where the speed of a pair is the mean of the
/// speeds of its two kinds of territory and km is the great-circle distance of the centroids. Time within a territory is a setting.
/// Every step is made of IEEE operations in a fixed order, so all machines get the same minutes.
/// </summary>
public static class TravelTimesBuilder
{
    /// <summary>All pairs within the catchment.</summary>
    /// <param name="table">The territories; 35,000 communes take a second or two.</param>
    /// <param name="settings">Detour, speeds and own minutes.</param>
    /// <param name="catchment">Longest time kept, minutes, inclusive. A territory always reaches itself, at most at this time.</param>
    /// <returns>Rows in the order of the table; within a row rising by index.</returns>
    public static TravelTimes Build(TerritoryTable table, TravelTimeSettings settings, double catchment)
    {
        var sweep = new PlaceSweep(table.Latitude, table.Longitude);
        double[] speed = [.. table.Area.Select(settings.Speed.Of)];
        double reach = catchment / 60 * speed.DefaultIfEmpty(0).Max() / settings.Detour;
        var rows = new List<(int To, double Minutes)>[table.Count];
        for (int position = 0; position < table.Count; position++)
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
        }

        return Pack(rows);
    }

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
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].Sort((a, b) => a.To.CompareTo(b.To));
            for (int k = 0; k < rows[i].Count; k++)
            {
                (to[start[i] + k], minutes[start[i] + k]) = rows[i][k];
            }
        }

        return new TravelTimes(start, to, minutes);
    }
}
