namespace InstallSim.Cli;

/// <summary>The French help of what checks the model and documents results: <c>backtest</c>, <c>trace</c>.</summary>
internal static class FrenchHelpOfChecks
{
    private static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["Compares the model with what was observed: a forecast from counts of a past year with counts of a later one that it has not"] =
            "Compare le modèle à ce qui a été observé\u00a0: une prévision à partir des dénombrements d’une année passée aux " +
            "dénombrements d’une année postérieure qu’il n’a pas",
        ["seen, beside three naive rules; figures of a scenario beside published ones. Writes tables, figures and validation.md."] =
            "vus, à côté de trois règles naïves\u00a0; les chiffres d’un scénario à côté de chiffres publiés. Écrit tableaux, figures et " +
            "validation.md.",
        ["A validation file (see 'installsim schema validation')."] =
            "Un fichier de validation (voir «\u00a0installsim schema validation\u00a0»).",
        ["Folder of the results (default: out/NAME-validation)."] =
            "Dossier des résultats (par défaut\u00a0: out/NOM-validation).",
        ["Writes how results were made, checked and compared as a TRACE document (Grimm et al. 2014), in Markdown: every setting with"] =
            "Écrit comment des résultats ont été faits, vérifiés et comparés, en document TRACE (Grimm et al. 2014), en Markdown\u00a0: " +
            "chaque réglage avec",
        ["its source, data with licence and hash, intervals, sensitivities. What the results do not hold is said to be absent."] =
            "sa source, les données avec licence et empreinte, intervalles, sensibilités. Ce que les résultats n’ont pas est dit absent.",
        ["File to write (default: trace.md in RESULTS)."] = "Fichier à écrire (par défaut\u00a0: trace.md dans RÉSULTATS).",
        ["A folder that 'installsim backtest' wrote, to stand under corroboration."] =
            "Un dossier écrit par «\u00a0installsim backtest\u00a0», à mettre sous la corroboration.",
        ["Replaces a file of that name that this program did not write, or that was changed."] =
            "Remplace un fichier de ce nom que ce programme n’a pas écrit, ou qui a été modifié.",
    };

    /// <summary>French by the line in English.</summary>
    public static IReadOnlyDictionary<string, string> Lines => All;
}
