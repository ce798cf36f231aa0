namespace InstallSim.Studies.Settings;

/// <summary>What tables of marginal effects and elasticities say, in French.</summary>
internal static class EffectWords
{
    /// <summary>French by English.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["mean change of probabilities when a variable goes from 0 to 1"] =
            "variation moyenne des probabilités quand une variable passe de 0 à 1",
        ["effect"] = "effet",
        ["probability of"] = "probabilité de",
        ["Mean, by weight, of the probability with 1 less that with 0, all else as in the data, but that other dummies of the same "
            + "column are 0: against the base level; over the choice situations that offer both alternatives. 0.05 is five points."] =
            "Moyenne, pondérée, de la probabilité avec 1 moins celle avec 0, le reste comme dans les données, sauf que les autres "
                + "indicatrices de la même colonne valent 0\u00a0: par rapport au niveau de base\u00a0; sur les situations de choix qui "
                + "offrent les "
                + "deux options. 0,05\u00a0: cinq points.",
        ["95 % intervals by simulating the estimates (Krinsky–Robb) where asked, else percentiles over the bootstrap samples, whose "
            + "standard deviation is the standard error."] =
            "Intervalles à 95\u00a0% par simulation des estimations (Krinsky-Robb) où demandé, sinon percentiles des échantillons de "
                + "bootstrap, dont l’écart type est l’erreur type.",
        ["95 % intervals are percentiles over the bootstrap samples, whose standard deviation is the standard error."] =
            "Les intervalles à 95\u00a0% sont des percentiles des échantillons de bootstrap, dont l’écart type est l’erreur type.",
    };
}
