namespace InstallSim.World;

/// <summary>
/// Travel times by distance: minutes(i, j) = 60 · detour · km(i, j) / speed(i, j), where the speed of a pair is the mean of the
/// speeds of its two kinds of territory and km is the great-circle distance of the centroids. Time within a territory is a setting.
/// Every step is made of IEEE operations in a fixed order, so all machines get the same minutes.
/// </summary>
public static class TravelTimesBuilder
{
    /// <summary>All pairs within the catchment.</summary>
    /// <param name="table">The territories.</param>
    /// <param name="settings">Detour, speeds and own minutes.</param>
    /// <param name="catchment">Longest time kept, minutes, inclusive. A territory always reaches itself, at most at this time.</param>
    /// <returns>Rows in the order of the table; within a row rising by index.</returns>
    /// <remarks>
    /// Territories are swept in order of latitude and compared by their straight distance through the Earth, so that 35,000 communes
    /// take about a second; an angle is worked out only for pairs within reach at the highest speed.
    /// </remarks>
    public static TravelTimes Build(TerritoryTable table, TravelTimeSettings settings, double catchment)
    {
        var sweep = new Sweep(table, settings, catchment);
        var rows = new List<(int To, double Minutes)>[table.Count];
        for (int position = 0; position < table.Count; position++)
        {
            List<(int To, double Minutes)> row = sweep.RowAt(position, out int territory);
            row.Sort((a, b) => a.To.CompareTo(b.To));
            rows[territory] = row;
        }

        return Pack(rows);
    }

    /// <summary>Puts rows one after another.</summary>
    internal static TravelTimes Pack(IReadOnlyList<List<(int To, double Minutes)>> rows)
    {
        var start = new int[rows.Count + 1];
        for (int i = 0; i < rows.Count; i++)
            start[i + 1] = start[i] + rows[i].Count;
        var to = new int[start[^1]];
        var minutes = new double[start[^1]];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int k = 0; k < rows[i].Count; k++)
                (to[start[i] + k], minutes[start[i] + k]) = rows[i][k];
        }

        return new TravelTimes(start, to, minutes);
    }

    /// <summary>The territories in order of latitude, as points of the unit sphere.</summary>
    private sealed class Sweep
    {
        private readonly TravelTimeSettings _settings;
        private readonly double _catchment;
        private readonly int[] _order;
        private readonly (double X, double Y, double Z)[] _place;
        private readonly double[] _speed;
        private readonly double _squaredReach;

        public Sweep(TerritoryTable table, TravelTimeSettings settings, double catchment)
        {
            _settings = settings;
            _catchment = catchment;
            _order = [.. Enumerable.Range(0, table.Count).OrderBy(i => table.Latitude[i]).ThenBy(i => i)];
            _place = [.. _order.Select(i => Geography.OnUnitSphere(table.Latitude[i], table.Longitude[i]))];
            _speed = [.. _order.Select(i => settings.Speed.Of(table.Area[i]))];
            double reach = catchment / 60 * _speed.DefaultIfEmpty(0).Max() / settings.Detour;
            _squaredReach = Geography.ChordOfKilometres(reach) * (1 + 1e-9);
        }

        /// <summary>Whom the territory at a position of the order reaches, itself first, then southward and northward.</summary>
        public List<(int To, double Minutes)> RowAt(int position, out int territory)
        {
            territory = _order[position];
            var row = new List<(int To, double Minutes)> { (territory, Math.Min(_settings.OwnMinutes, _catchment)) };
            for (int other = position - 1; other >= 0 && AddIfNear(position, other, row); other--) { }
            for (int other = position + 1; other < _order.Length && AddIfNear(position, other, row); other++) { }
            return row;
        }

        /// <summary>Adds a territory if it is within the catchment; false when it and all beyond it are too far by latitude alone.</summary>
        private bool AddIfNear(int position, int other, List<(int To, double Minutes)> row)
        {
            (double x, double y, double z) = _place[position];
            (double u, double v, double w) = _place[other];
            double squared = (z - w) * (z - w);
            if (squared > _squaredReach)
                return false;

            squared = ((x - u) * (x - u)) + ((y - v) * (y - v)) + squared;
            if (squared > _squaredReach)
                return true;

            double kilometresPerHour = (_speed[position] + _speed[other]) / 2;
            double minutes = 60 * _settings.Detour * Geography.KilometresOfChord(squared) / kilometresPerHour;
            if (minutes <= _catchment)
                row.Add((_order[other], minutes));
            return true;
        }
    }
}
