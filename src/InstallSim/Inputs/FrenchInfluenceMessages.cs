namespace InstallSim.Inputs;

/// <summary>Messages about plans of sensitivity analyses in French.</summary>
internal static class FrenchInfluenceMessages
{
    private static readonly Dictionary<string, string> InFrench = new(StringComparer.Ordinal)
    {
        ["{0} levels cannot be halved; an even number is expected"] =
            "{0} niveaux ne se partagent pas en deux\u00a0; un nombre pair est attendu",
        ["{0} points in {1} slices leave less than 2 in each; say more 'samples' or fewer 'slices'"] =
            "{0} points en {1} tranches en laissent moins de 2 à chacune\u00a0; donner plus de «\u00a0samples\u00a0» ou moins de " +
            "«\u00a0slices\u00a0»",
        ["sobol takes up to {0} numbers, found {1}; method morris sorts out those that do nothing"] =
            "sobol accepte jusqu’à {0} nombres, {1} trouvés\u00a0; la méthode morris écarte ceux qui ne font rien",
        ["the plan has {0} points and {1} runs; at most {2} points are possible: fewer 'samples' or 'numbers' make it smaller"] =
            "le plan a {0} points et {1} calculs\u00a0; {2} points au plus sont possibles\u00a0: moins de «\u00a0samples\u00a0» ou de " +
            "«\u00a0numbers\u00a0» le réduisent",
        ["{0} points × {1} scenarios × {2} replications are {3} runs; --yes says that this is meant, fewer 'samples', 'numbers' or " +
            "'replications' make it smaller"] =
            "{0} points × {1} scénarios × {2} réplications font {3} calculs\u00a0; --yes dit que c’est voulu, moins de " +
            "«\u00a0samples\u00a0», «\u00a0numbers\u00a0» ou «\u00a0replications\u00a0» le réduisent",
    };

    /// <summary>French by what is written around the values in English.</summary>
    public static IReadOnlyDictionary<string, string> All => InFrench;
}
