using InstallSim.Inputs;

namespace InstallSim.Experiments.Points;

/// <summary>
/// What every plan of many points says: scenarios, numbers with ranges, and the outcomes that are looked at. Plans of a kind (a
/// sensitivity analysis, a sweep) derive from it and add how the points are laid.
/// </summary>
public abstract record PlanSettings
{
    [Key("scenarios", "Scenario files, or one folder of them.", IsPath = true, Required = true)]
    [French("Fichiers de scénarios, ou un dossier de scénarios.")]
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    [Key("baseline", "Name of the scenario that others are compared with.")]
    [French("Nom du scénario auquel les autres sont comparés.")]
    public string Baseline { get; init; } = "baseline";

    [Key("numbers", "Numbers that vary: dotted keys of the scenarios, or all for every number with a range.", Required = true)]
    [French("Nombres qui varient\u00a0: clés pointées des scénarios, ou all pour tous ceux qui ont une plage.")]
    public IReadOnlyList<NumberSettings> Numbers { get; init; } = [];

    [Key("outcomes", "What is looked at.", Required = true)]
    [French("Ce qui est regardé.")]
    public IReadOnlyList<OutcomeSettings> Outcomes { get; init; } = [];

    [Key("replications", "Runs of each scenario at each point.", Min = 1, Max = 65535)]
    [French("Calculs de chaque scénario en chaque point.")]
    public int? Replications { get; init; }

    [Key("seed", "Names the random numbers of the runs.")]
    [French("Nomme les nombres aléatoires des calculs.")]
    public uint? Seed { get; init; }

    [Key("years", "First and last year, such as 2025..2045; the scenarios' own when not said.")]
    [French("Première et dernière année, comme 2025..2045\u00a0; celles des scénarios si rien n’est dit.")]
    public YearRange? Years { get; init; }

    [Key("territories", "Another territories.yaml.", IsPath = true)]
    [French("Un autre territories.yaml.")]
    public string? Territories { get; init; }

    [Key("set", "Values changed in all scenarios, by their dotted keys: texts such as uncertainty=none.")]
    [French("Valeurs changées dans tous les scénarios, par leurs clés pointées\u00a0: textes comme uncertainty=none.")]
    public IReadOnlyList<string> Set { get; init; } = [];
}

/// <summary>A number that varies.</summary>
[Shorthand("number")]
public sealed record NumberSettings
{
    [Key("number", "Its dotted key, such as policies.msp-opening.places, or all.", Required = true)]
    [French("Sa clé pointée, comme policies.msp-opening.places, ou all.")]
    public string Number { get; init; } = "";

    [Key("low", "Low end; its own range's when not said.")]
    [French("Bas de la plage\u00a0; celui de sa propre plage si rien n’est dit.")]
    public double? Low { get; init; }

    [Key("high", "High end; its own range's when not said.")]
    [French("Haut de la plage\u00a0; celui de sa propre plage si rien n’est dit.")]
    public double? High { get; init; }
}

/// <summary>Something looked at: an indicator in a year.</summary>
[Shorthand("indicator")]
public sealed record OutcomeSettings
{
    [Key("indicator", "One of 'installsim list indicators'.", Required = true)]
    [French("Un de «\u00a0installsim list indicators\u00a0».")]
    public string Indicator { get; init; } = "";

    [Key("year", "Year; the last when not said.", Min = YearRange.Earliest, Max = YearRange.Latest)]
    [French("Année\u00a0; la dernière si rien n’est dit.")]
    public int? Year { get; init; }

    [Key("scenario", "Scenario looked at; all but the baseline when not said.")]
    [French("Scénario regardé\u00a0; tous sauf celui de référence si rien n’est dit.")]
    public string? Scenario { get; init; }

    [Key("of", "The difference from the baseline, or the level; the level where there is one scenario alone.")]
    [French("L’écart au scénario de référence, ou le niveau\u00a0; le niveau quand il n’y a qu’un scénario.")]
    public OutcomeOf? Of { get; init; }
}

/// <summary>What of an indicator is looked at.</summary>
public enum OutcomeOf : byte
{
    /// <summary>Scenario − baseline.</summary>
    Difference,
    /// <summary>The scenario's own.</summary>
    Level,
}
