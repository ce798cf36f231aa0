using System.Text.RegularExpressions;

namespace InstallSim.Studies.Settings;

/// <summary>The words of tables about formulas, next choices and levels in French, beside <see cref="StudyWords"/>.</summary>
internal static class FormulaWords
{
    /// <summary>Whole texts.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        ["logit with a formula"] = "logit à formule",
        ["mixed logit with a formula"] = "logit mixte à formule",
        ["panel mixed logit with a formula"] = "logit mixte de panel à formule",
        ["In utils with the scale of each person: what is the same for all but for the scale varies too."] =
            "En utils, avec l’échelle de chaque personne\u00a0: ce qui est le même pour tous à l’échelle près varie aussi.",
        ["In utils at the scale of 1, of those whose scale variables are 0."] =
            "En utils à l’échelle 1, celle de ceux dont les variables d’échelle valent 0.",
        ["over rows"] = "sur les lignes",
        ["willingness to pay: the ratio of the derivatives of the utility, the mean over the rows of alternatives where it differs between "
            + "them"] =
            "consentement à payer\u00a0: le rapport des dérivées de l’utilité, en moyenne sur les lignes des options là où il diffère de "
                + "l’une à l’autre",
        ["in brackets: over the rows on that side of a point where the slope changes, as gains and losses about a reference; rows at "
            + "the point are on neither"] =
            "entre parenthèses\u00a0: sur les lignes de ce côté d’un point où la pente change, comme gains et pertes autour d’une "
                + "référence\u00a0; "
                + "les lignes au point ne sont d’aucun côté",
        ["fit on the last choices of each person"] = "ajustement sur les derniers choix de chaque personne",
        ["coefficients of all levels"] = "coefficients de tous les niveaux",
        ["Base levels of effects coding: each person's own minus the sum of the others, whose mean is minus the sum of their means, unlike "
            + "medians and percentiles."] =
            "Niveaux de base d’un codage d’effets\u00a0: pour chaque personne l’opposé de la somme des autres, dont la moyenne est "
                + "l’opposé de "
                + "la somme des moyennes, au contraire des médianes et centiles.",
        ["level"] = "niveau",
        ["The first level of each has no parameter. With dummies it is 0 and the others are against it; with effects coding it is "
            + "minus the sum of the others, and all are against their mean. A level that is fixed has no error."] =
            "Le premier niveau de chacun n’a pas de paramètre. Avec des indicatrices il vaut 0 et les autres se lisent par rapport à "
                + "lui\u00a0; "
                + "en codage d’effets il est l’opposé de la somme des autres, et tous se lisent par rapport à leur moyenne. Un niveau fixé "
                + "n’a pas d’erreur.",
        ["predicted"] = "prédits",
        ["each by itself"] = "chacun seul",
        ["given earlier choices"] = "selon les choix précédents",
    };

    /// <summary>Texts with numbers and names in them.</summary>
    public static IReadOnlyList<(Regex English, string French)> Patterns { get; } =
    [
        (new(@"^(.+) has (.+) in another unit \((.+) times as much\): another coefficient, the same fit\.$"),
            "$1 a $2 dans une autre unité ($3 fois autant)\u00a0: un autre coefficient, le même ajustement."),
        (new(@"^(.+)\.\*: against the mean of all levels \(effects coding\), here and in money; (.+) is minus the sum of the others$"),
            "$1.*\u00a0: par rapport à la moyenne des niveaux (codage d’effets), ici et en argent\u00a0; $2 est l’opposé de la somme des "
                + "autres"),
        (new(@"^(.+) has no line in money: not all of the other levels have one, whose sum it is minus$"),
            "$1 n’a pas de ligne en argent\u00a0: les autres niveaux, dont il est l’opposé de la somme, n’en ont pas tous une"),
        (new(@"^(.+) is in no table of levels: its parameters are not means of coefficients$"),
            "$1 n’est dans aucun tableau de niveaux\u00a0: ses paramètres ne sont pas des moyennes de coefficients"),
        (new(@"^willingness to pay: by the slope of the utility in (.+), which is in (.+) too, the mean over the rows of alternatives "
            + @"where it differs between them; none is given for (.+), made of it$"),
            "consentement à payer\u00a0: par la pente de l’utilité selon $1, qui entre aussi dans $2, en moyenne sur les lignes des "
                + "options là "
                + "où il diffère de l’une à l’autre\u00a0; aucun pour $3, qui en est fait"),
        (new(@"^utility: (.+)$"), "utilité\u00a0: $1"),
        (new(@"^utility of (.+?): (.+)$"), "utilité de $1\u00a0: $2"),
        (new(@"^The last choices \((\d+) each\) of (\d+) people, in the order of the data\. The model takes a person's choices as "
            + @"independent, so that earlier ones tell nothing\.$"),
            "Les derniers choix ($1 chacun) de $2 personnes, dans l’ordre des données. Le modèle tient les choix d’une personne pour "
                + "indépendants, si bien que les précédents ne disent rien."),
        (new(@"^The last choices \((\d+) each\) of (\d+) people, in the order of the data\. Given earlier choices: draws and classes "
            + @"weigh by the probability that they give to these\.$"),
            "Les derniers choix ($1 chacun) de $2 personnes, dans l’ordre des données. Selon les choix précédents\u00a0: tirages et "
                + "classes "
                + "pèsent selon la probabilité qu’ils leur donnent."),
    ];
}
