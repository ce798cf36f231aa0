using InstallSim.Experiments.Points;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Discovery;

/// <summary>What is read out of a sweep.</summary>
public sealed record DiscoverSettings
{
    [Key("boxes", "Ranges of the numbers in which an outcome is of interest: scenario discovery by PRIM.")]
    [French("Plages des nombres où un résultat intéresse\u00a0: découverte de scénarios par PRIM.")]
    public IReadOnlyList<BoxSettings> Boxes { get; init; } = [];

    [Key("fronts", "Which points give most effect for their cost: Pareto fronts.")]
    [French("Les points qui donnent le plus d’effet pour leur coût\u00a0: fronts de Pareto.")]
    public IReadOnlyList<FrontSettings> Fronts { get; init; } = [];
}

/// <summary>One outcome of interest.</summary>
public sealed record BoxSettings
{
    [Key("outcome", "One of the plan's outcomes: an indicator.", Required = true)]
    [French("Un des résultats du plan\u00a0: un indicateur.")]
    public string Outcome { get; init; } = "";

    [Key("above", "A point is of interest where the mean over its replications is above this, in the indicator's unit.")]
    [French("Un point intéresse si la moyenne de ses réplications dépasse ce seuil, dans l’unité de l’indicateur.")]
    public double? Above { get; init; }

    [Key("below", "A point is of interest where the mean over its replications is below this.")]
    [French("Un point intéresse si la moyenne de ses réplications est sous ce seuil.")]
    public double? Below { get; init; }

    [Key("year", "Year of the outcome; the only or the last one of the plan's when not said.", Min = YearRange.Earliest,
        Max = YearRange.Latest)]
    [French("Année du résultat\u00a0; la seule ou la dernière de celles du plan si rien n’est dit.")]
    public int? Year { get; init; }

    [Key("of", "The difference from the baseline, or the level.")]
    [French("L’écart au scénario de référence, ou le niveau.")]
    public OutcomeOf? Of { get; init; }

    [Key("scenario", "Scenario looked at; each by itself when not said.")]
    [French("Scénario regardé\u00a0; chacun pour lui-même si rien n’est dit.")]
    public string? Scenario { get; init; }

    [Key("peel", "Share of a box's points that one step takes off.", Min = 0.01, Max = 0.5, Source = "Friedman and Fisher (1999)")]
    [French("Part des points d’une boîte qu’une étape enlève.")]
    public double Peel { get; init; } = 0.05;

    [Key("mass", "Least share of all points in a box.", Min = 0, Max = 1, Source = "ASSUMPTION")]
    [French("Plus petite part de tous les points dans une boîte.")]
    public double Mass { get; init; } = 0.05;

    [Key("density", "Of all boxes on the way the widest with this share of points of interest; when not said, the one nearest to coverage "
        + "and density 1.", Min = 0, Max = 1)]
    [French("Parmi les boîtes du parcours, la plus large avec cette part de points intéressants\u00a0; si rien n’est dit, la plus proche "
        + "de couverture et densité 1.")]
    public double? Density { get; init; }
}

/// <summary>One cost against one effect.</summary>
public sealed record FrontSettings
{
    [Key("effect", "One of the plan's outcomes: an indicator.", Required = true)]
    [French("Un des résultats du plan\u00a0: un indicateur.")]
    public string Effect { get; init; } = "";

    [Key("cost", "One of the plan's outcomes: what is paid.")]
    [French("Un des résultats du plan\u00a0: ce qui est payé.")]
    public string Cost { get; init; } = "policy-cost-cumulative";

    [Key("better", "Which effect is better; the indicator's own way when not said.")]
    [French("Quel effet est meilleur\u00a0; le sens propre de l’indicateur si rien n’est dit.")]
    public BetterEffect? Better { get; init; }

    [Key("year", "Year of both; the last one of the plan's when not said.", Min = YearRange.Earliest, Max = YearRange.Latest)]
    [French("Année des deux\u00a0; la dernière de celles du plan si rien n’est dit.")]
    public int? Year { get; init; }

    [Key("of", "The difference from the baseline, or the level.")]
    [French("L’écart au scénario de référence, ou le niveau.")]
    public OutcomeOf? Of { get; init; }

    [Key("scenario", "Scenario looked at; all on one front when not said.")]
    [French("Scénario regardé\u00a0; tous sur un même front si rien n’est dit.")]
    public string? Scenario { get; init; }
}

/// <summary>Which effect is better.</summary>
public enum BetterEffect : byte
{
    /// <summary>More of it.</summary>
    Higher,
    /// <summary>Less of it.</summary>
    Lower,
}
