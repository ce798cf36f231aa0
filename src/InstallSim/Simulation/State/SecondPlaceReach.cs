using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation.State;

/// <summary>
/// Territories concerned that are within reach of each, with what a second place there brings in, less the road, k€: worked out for
/// those where somebody practises.
/// </summary>
internal sealed class SecondPlaceReach(PreparedScenario prepared, OpenSecondPlace act)
{
    private readonly double _money = prepared.Annuity.Of(act.Keur, 1);
    private readonly Offered?[] _known = new Offered?[prepared.TravelTimes.Count];

    /// <summary>Whether another act offers the same.</summary>
    public bool IsOf(OpenSecondPlace other) => act with { Where = other.Where } == other && act.Where.AsSpan().SequenceEqual(other.Where);

    public Offered Of(int territory) => _known[territory] ??= From(territory);

    private Offered From(int territory)
    {
        TravelTimes times = prepared.TravelTimes;
        var entries = new List<(int To, double Keur)>();
        for (int e = times.RowStart[territory]; e < times.RowStart[territory + 1]; e++)
        {
            if (times.To[e] != territory && act.Where[times.To[e]] && times.Minutes[e] <= act.MaxMinutes)
            {
                // There and back on each day of the week that the share makes, five days being the whole.
                double hours = 2 * times.Minutes[e] / 60 * 5 * act.Share;
                entries.Add((times.To[e], _money - (act.KeurPerHour * hours)));
            }
        }

        return new Offered([.. entries]);
    }

    /// <summary>What is within reach of one territory.</summary>
    internal sealed class Offered
    {
        /// <summary>Errors drawn at a time: whole vectors.</summary>
        public const int Some = 32;

        private readonly double _least, _most;
        private readonly int[] _indices;

        public Offered((int To, double Keur)[] places)
        {
            Places = places;
            (_least, _most) = places.Length == 0 ? (0, 0) : (places.Min(o => o.Keur), places.Max(o => o.Keur));
            _indices = [.. places.Select(o => o.To)];
        }

        /// <summary>Each with its worth, k€.</summary>
        public (int To, double Keur)[] Places { get; }

        /// <summary>The territory chosen; −1 for none.</summary>
        /// <param name="key">Names the errors.</param>
        /// <param name="none">Draw of the error of none.</param>
        /// <param name="constant">c, utils.</param>
        /// <param name="lambda">λ of the physician, utils a k€.</param>
        /// <param name="scratch">Room for <see cref="Some"/>.</param>
        /// <remarks>
        /// A place wins over none only if −ln u &lt; −ln u₀·exp(c + λ·k€), and −ln u ≥ 1 − u, −ln u₀ ≤ (1 − u₀)/u₀: what 1 − u must be
        /// below, with room for rounding. Most need no logarithm.
        /// </remarks>
        public int Choose(in DrawKey key, double none, double constant, double lambda, Span<double> scratch)
        {
            double highest = constant + (lambda * (lambda < 0 ? _least : _most));
            double most = (1 + 1e-9) * Elementary.Exp(highest) * (1 - none) / none;
            (double best, int chosen) = (double.NaN, -1);
            for (int from = 0; from < _indices.Length; from += Some)
            {
                int count = Math.Min(Some, _indices.Length - from);
                AgentDraws.AtLeast(key, _indices.AsSpan(from, count), scratch[..count]);
                for (int i = 0; i < count; i++)
                {
                    if (1 - (scratch[i] + AgentDraws.Step32) < most)
                    {
                        (int to, double keur) = Places[from + i];
                        best = double.IsNaN(best) ? Elementary.Gumbel(none) : best;
                        double v = constant + (lambda * keur) + Elementary.Gumbel(key.Uniform(to));
                        (best, chosen) = v > best ? (v, to) : (best, chosen);
                    }
                }
            }

            return chosen;
        }
    }
}
