using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>How a policy stands at the last year by all headline outcomes together, best first.</summary>
public enum Standing
{
    /// <summary>The main outcome is clearly better, and no headline outcome clearly worse.</summary>
    Gain,
    /// <summary>The main outcome is clearly better, and another clearly worse.</summary>
    Mixed,
    /// <summary>No clear difference in the main outcome, none for the worse in another.</summary>
    Unclear,
    /// <summary>Something is clearly worse, and the main outcome not clearly better.</summary>
    Loss,
}

/// <summary>Ranks policies by more than one outcome.</summary>
public static class Standings
{
    /// <summary>How a policy stands.</summary>
    public static Standing Of(ResultIndex results, ScenarioInfo policy)
    {
        var main = Verdicts.Of(results.Difference(policy.Name, results.Main.Name, results.Manifest.LastYear));
        bool isWorse = results.Losses(policy.Name).Any() || Verdicts.IsLoss(main, results.Main);
        return (Verdicts.IsGain(main, results.Main), isWorse) switch
        {
            (true, false) => Standing.Gain,
            (true, true) => Standing.Mixed,
            (_, false) => Standing.Unclear,
            _ => Standing.Loss,
        };
    }

    /// <summary>The policies by standing, and by gain in the main outcome among those that stand alike.</summary>
    public static IReadOnlyList<ScenarioInfo> Ranked(ResultIndex results) => [.. results.PoliciesByGain.OrderBy(p => Of(results, p))];
}
