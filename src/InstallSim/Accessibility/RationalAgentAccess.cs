using InstallSim.Inputs;
using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// RAAM, Saxon and Snow (2020): people go where crowding and travel together cost them least, c = (D_l / S_l) / ρ + t / τ, D_l who goes
/// to place l, S_l its full-time equivalents, ρ all people over all full-time equivalents; nobody could do better elsewhere (Wardrop).
/// Shown as 100,000 / (ρ·c): the full-time equivalents for 100,000 inhabitants that would cost as much without travel.
/// </summary>
[Called("Rational agent access model (RAAM)", "Modèle d’accès d’agents rationnels (RAAM)")]
internal sealed record RationalAgentAccess : AccessibilityMetric
{
    [Key("catchment-minutes", "Travel time beyond which nobody goes.", Unit = "min", Min = 0, Max = 600,
        Source = "ASSUMPTION: so far that people rarely wish to go further")]
    [French("Temps de trajet au-delà duquel personne ne va.")]
    public double Limit { get; init; } = 60;

    [Key("travel-minutes", "τ: minutes of travel that weigh as much as the mean crowding, people for a full-time equivalent.", Unit = "min",
        Min = 1, Max = 100_000, Source = "Saxon and Snow (2020), as in PySAL access 133434e7")]
    [French("τ\u00a0: minutes de trajet qui pèsent autant que l’affluence moyenne, habitants par équivalent temps plein.")]
    public double TravelMinutes { get; init; } = 60;

    public override string Unit => "FTE/100,000 inhabitants";

    public override double CatchmentMinutes => Limit;

    public override PreparedMetric Prepare(TerritoryTable territories, TravelTimes times)
    {
        ArgumentNullException.ThrowIfNull(territories);
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count != territories.Count)
        {
            throw new ArgumentException($"travel times between {times.Count} territories for {territories.Count} territories");
        }

        var rowStart = new int[times.Count + 1];
        var to = new List<int>(times.To.Length);
        var travel = new List<double>(times.To.Length);
        for (int i = 0; i < times.Count; i++)
        {
            for (int e = times.RowStart[i]; e < times.RowStart[i + 1]; e++)
            {
                if (times.Minutes[e] <= Limit)
                {
                    to.Add(times.To[e]);
                    travel.Add(times.Minutes[e] / TravelMinutes);
                }
            }

            rowStart[i + 1] = to.Count;
        }

        return new PreparedAgents(this, rowStart, [.. to], [.. travel], [.. territories.Population]);
    }
}
