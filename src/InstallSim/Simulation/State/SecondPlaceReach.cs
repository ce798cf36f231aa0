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
        private readonly double _least, _most;

        public Offered((int To, double Keur)[] places)
        {
            Places = places;
            (_least, _most) = places.Length == 0 ? (0, 0) : (places.Min(o => o.Keur), places.Max(o => o.Keur));
        }

        /// <summary>Each with its worth, k€.</summary>
        public (int To, double Keur)[] Places { get; }

        /// <summary>What 1 − u of a place must be below to win over none, whatever the place, with room for rounding.</summary>
        /// <param name="none">Draw u₀ of the error of none.</param>
        /// <param name="constant">c, utils.</param>
        /// <param name="lambda">λ of the physician, utils a k€.</param>
        /// <remarks>
        /// A place wins only if −ln u &lt; −ln u₀·exp(c + λ·k€), and −ln u ≥ 1 − u, −ln u₀ ≤ (1 − u₀)/u₀: most need no logarithm.
        /// </remarks>
        public double Below(double none, double constant, double lambda) =>
            (1 + 1e-9) * Elementary.Exp(constant + (lambda * (lambda < 0 ? _least : _most))) * (1 - none) / none;
    }
}
