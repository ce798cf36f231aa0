using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>
/// Odds of the places of one person, of those alone that have any: half of a country is not considered, and what has none adds nothing.
/// </summary>
/// <param name="Where">The territories, rising.</param>
/// <param name="Weights">e^((V − c) / τ) of each form there, shape [F, where].</param>
/// <param name="Shares">Room for what a form's share rests on, shape [where].</param>
internal sealed record PlaceOdds(int[] Where, double[] Weights, double[] Shares)
{
    /// <summary>Leaves out what has no odds in any form.</summary>
    /// <param name="weights">e^((V − c) / τ), shape [F, I].</param>
    /// <param name="territories">I.</param>
    public static PlaceOdds Of(ReadOnlySpan<double> weights, int territories)
    {
        var where = new List<int>();
        for (int i = 0; i < territories; i++)
        {
            bool isAny = false;
            for (int k = i; k < weights.Length; k += territories)
            {
                isAny |= weights[k] > 0;
            }

            if (isAny)
            {
                where.Add(i);
            }
        }

        var kept = new double[AlternativeTable.Forms * where.Count];
        for (int j = 0; j < kept.Length; j++)
        {
            (int form, int k) = Math.DivRem(j, where.Count);
            kept[j] = weights[(form * territories) + where[k]];
        }

        return new PlaceOdds([.. where], kept, new double[where.Count]);
    }
}
