namespace InstallSim.Territories;

/// <summary>
/// Puts places in the order of a Hilbert curve through them, so that places near in the order are near on the map. Choosing works on
/// blocks of neighbours: the closer they lie together, the tighter the bound on what the block can offer.
/// Hilbert (1891), "Über die stetige Abbildung einer Linie auf ein Flächenstück".
/// </summary>
public static class HilbertOrder
{
    private const int Bits = 16;

    /// <summary>
    /// Indices of the places along the curve; places in the same cell of about 300 m stand in ordinal order of their code.
    /// </summary>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <param name="code">Codes, unique.</param>
    public static int[] Of(double[] latitude, double[] longitude, string[] code)
    {
        uint[] distance = [.. latitude.Select((lat, i) => Distance(Cell((longitude[i] + 180) / 360), Cell((lat + 90) / 180)))];
        return [.. Enumerable.Range(0, code.Length).OrderBy(i => distance[i]).ThenBy(i => code[i], StringComparer.Ordinal)];
    }

    private static uint Cell(double share) => (uint)Math.Clamp(Math.Floor(share * (1 << Bits)), 0, (1 << Bits) - 1);

    /// <summary>Steps along the curve from the origin to cell (x, y).</summary>
    private static uint Distance(uint x, uint y)
    {
        uint distance = 0;
        for (uint side = 1u << (Bits - 1); side > 0; side >>= 1)
        {
            uint right = (x & side) > 0 ? 1u : 0, up = (y & side) > 0 ? 1u : 0;
            distance += side * side * ((3 * right) ^ up);
            if (up == 0)
            {
                if (right == 1)
                {
                    (x, y) = ((1u << Bits) - 1 - x, (1u << Bits) - 1 - y);
                }

                (x, y) = (y, x);
            }
        }

        return distance;
    }
}
