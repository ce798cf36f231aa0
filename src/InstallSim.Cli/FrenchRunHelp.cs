namespace InstallSim.Cli;

/// <summary>What <c>--help</c> says in French about adding replications, comparing results and sweeping plans.</summary>
internal static class FrenchRunHelp
{
    /// <summary>French by English, line by line.</summary>
    public static Dictionary<string, string> All { get; } = new(FrenchFarHelp.All, StringComparer.Ordinal)
    {
        ["Scenario files, or one folder of them; or two results folders, to say how they differ."] =
            "Fichiers de scénario, ou un dossier qui en contient\u00a0; ou deux dossiers de résultats, pour dire en quoi ils diffèrent.",
        ["Two finished results folders, as 'installsim compare demo' leaves one, are compared as they are: nothing is simulated."] =
            "Deux dossiers de résultats finis, comme en laisse «\u00a0installsim compare demo\u00a0», se comparent tels " +
            "quels\u00a0: rien n’est simulé.",
        ["A plan file: scenarios, numbers with ranges, a design, outcomes."] =
            "Un fichier de plan\u00a0: scénarios, nombres avec leurs plages, un plan d’expérience, des résultats.",
        ["Runs more than 20,000 simulations without asking again."] =
            "Lance plus de 20\u202f000 simulations sans redemander.",
        ["Goes on with a sweep that was stopped, and runs failed points again."] =
            "Reprend un balayage interrompu, et refait les points en échec.",
        ["Runs scenarios at many points: a grid, a Latin hypercube or Sobol' points over coefficients, settings and levers of policies,"] =
            "Simule des scénarios en de nombreux points\u00a0: une grille, un hypercube latin ou des points de Sobol’ sur des " +
            "coefficients, des réglages et des leviers des mesures,",
        ["and reads out of them what a plan asks: boxes (PRIM) and Pareto fronts. Each finished point is kept."] =
            "et y lit ce que demande le plan\u00a0: boîtes (PRIM) et fronts de Pareto. Chaque point terminé est gardé.",
        ["The results folder of a sweep."] = "Le dossier de résultats d’un balayage.",
        ["A plan whose 'discover:' is meant (default: that of the sweep)."] =
            "Un plan dont le «\u00a0discover:\u00a0» est visé (par défaut\u00a0: celui du balayage).",
        ["Folder of the results (default: RESULTS-discover)."] = "Dossier des résultats (par défaut\u00a0: RÉSULTATS-discover).",
        ["Reads out of a finished sweep where an outcome is of interest (boxes of ranges, by PRIM) and which points give most effect for"] =
            "Lit dans un balayage terminé où un résultat intéresse (boîtes de plages, par PRIM) et quels points donnent le plus d’effet " +
            "pour",
        ["their cost (Pareto front); nothing is simulated."] = "leur coût (front de Pareto)\u00a0; rien n’est simulé.",
        ["PLAN"] = "PLAN",
        ["Adds replications until an effect is known: half-width=X[,indicator=NAME][,year=Y], X in the indicator's unit or in per cent " +
            "(5%) of the effect; of every scenario; may be repeated. --replications is the most."] =
            "Ajoute des réplications jusqu’à ce qu’un effet soit connu\u00a0: half-width=X[,indicator=NOM][,year=A], X dans l’unité de " +
            "l’indicateur ou en pour cent (5%) de l’effet\u00a0; pour chaque scénario\u00a0; peut être répété. --replications est le plus.",
        ["With --until: adds no more replications after so many minutes."] =
            "Avec --until\u00a0: n’ajoute plus de réplications après tant de minutes.",
        ["half-width=X"] = "half-width=X",
        ["MINUTES"] = "MINUTES",
    };
}
