using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Studies.Settings;

/// <summary>
/// The words of study tables in French: whole texts first, then texts with numbers and names in them. What is not listed, such as names of
/// variables and warnings of the library, stays as it is.
/// </summary>
internal static class StudyWords
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Parameter"] = "Paramètre",
        ["Coefficient"] = "Coefficient",
        ["Std. error"] = "Erreur type",
        ["std. error"] = "erreur type",
        ["95 % interval"] = "Intervalle à 95\u00a0%",
        ["tested against"] = "testé contre",
        ["fixed"] = "fixé",
        ["Fit"] = "Ajustement",
        ["Figures"] = "Figures",
        ["Variable"] = "Variable",
        ["Estimate"] = "Estimation",
        ["Coefficients"] = "Coefficients",
        ["Ratios"] = "Rapports",
        ["multinomial logit"] = "logit multinomial",
        ["mixed logit"] = "logit mixte",
        ["panel mixed logit"] = "logit mixte de panel",
        ["nested logit"] = "logit emboîté",
        ["cross-nested logit"] = "logit emboîté croisé",
        ["rank-ordered (exploded) logit"] = "logit de rangs (éclaté)",
        ["correlated mixed logit"] = "logit mixte corrélé",
        ["panel correlated mixed logit"] = "logit mixte corrélé de panel",
        ["panel multinomial logit"] = "logit multinomial de panel",
        ["logit with scale"] = "logit à échelle",
        ["Box–Cox logit"] = "logit de Box-Cox",
        ["Shares of the classes"] = "Parts des classes",
        ["Scales of the classes of scale"] = "Échelles des classes d’échelle",
        ["Shares of the classes of scale"] = "Parts des classes d’échelle",
        ["scale-class*: logarithm of the scale of a class of scale against class 1, whose scale is 1; scale-member*: utility of belonging "
            + "to it against class 1"] =
            "scale-class*\u00a0: logarithme de l’échelle d’une classe d’échelle par rapport à la classe 1, d’échelle 1\u00a0; "
                + "scale-member*\u00a0: "
                + "utilité d’en être plutôt que de la classe 1",
        ["Shares of the classes, mean"] = "Parts moyennes des classes",
        ["member*: utility of belonging to the class against class 1, of which the shares are the logit"] =
            "member*\u00a0: utilité d’appartenir à la classe plutôt qu’à la classe 1, dont les parts sont le logit",
        ["standard deviations and correlations over people"] = "écarts types et corrélations entre personnes",
        ["estimate"] = "estimation",
        ["By the delta method from the Cholesky factor; of lognormal coefficients those of the logarithm."] = "Par la méthode delta, du "
            + "facteur de Cholesky\u00a0; pour les log-normaux, ceux du logarithme.",
        ["Choice situations"] = "Situations de choix",
        ["People"] = "Personnes",
        ["Parameters estimated"] = "Paramètres estimés",
        ["Draws"] = "Tirages",
        ["Log-likelihood, null"] = "Log-vraisemblance, nulle",
        ["Log-likelihood, constants"] = "Log-vraisemblance, constantes",
        ["Log-likelihood, start"] = "Log-vraisemblance, départ",
        ["Log-likelihood, estimates"] = "Log-vraisemblance, estimations",
        ["LR test against null"] = "Rapport de vraisemblance, contre nulle",
        ["LR test against constants"] = "Rapport de vraisemblance, contre constantes",
        ["McFadden's ρ²"] = "ρ² de McFadden",
        ["ρ² adjusted"] = "ρ² ajusté",
        ["* p < 0.05, ** p < 0.01, *** p < 0.001 (two-sided, normal)"] = "* p < 0,05, ** p < 0,01, *** p < 0,001 (bilatéral, normale)",
        [Results.ParameterRow.ClusteredStarsNote] = "* p < 0,05, ** p < 0,01, *** p < 0,001 (bilatéral, t de Student)",
        [Results.ParameterRow.MixedStarsNote] = "* p < 0,05, ** p < 0,01, *** p < 0,001 (bilatéral\u00a0; t de Student au nombre de "
            + "personnes "
            + "moins un degrés de liberté où les erreurs types sont groupées, sinon normale)",
        ["scale.*: logarithm of the scale against that where the column is 0; 0 means the same scale"] = "scale.*\u00a0: logarithme de "
            + "l’échelle par rapport à celle où la colonne vaut 0\u00a0; 0\u00a0: même échelle",
        ["sd.*: standard deviation over people (half the width of uniform and triangular), shown without its sign, which no data can tell; "
            + "chol.*: element of the Cholesky factor, its diagonal without sign, the columns with it"] =
            "sd.*\u00a0: écart type entre personnes (demi-largeur pour uniforme et triangulaire), sans son signe, qu’aucune donnée ne "
                + "révèle\u00a0; "
                + "chol.*\u00a0: élément du facteur de Cholesky, la diagonale sans signe, les colonnes avec elle",
        ["Standard errors from the Hessian: right when the model is."] = "Erreurs types tirées de la hessienne\u00a0: "
            + "justes si le modèle l’est.",
        ["Standard errors from the outer product of the scores (BHHH)."] = "Erreurs types tirées du produit des scores (BHHH).",
        ["Standard errors robust (sandwich) over the independent units of the likelihood."] = "Erreurs types robustes (sandwich) sur les "
            + "unités indépendantes de la vraisemblance.",
        ["Standard errors robust (sandwich); each choice situation counts as a person of its own."] = "Erreurs types robustes "
            + "(sandwich)\u00a0; "
            + "chaque situation compte pour une personne.",
        ["Standard errors robust, clustered by person (sandwich)."] = "Erreurs types robustes, groupées par personne (sandwich).",
        ["elasticities of expected shares over the sample"] = "élasticités des parts attendues sur l’échantillon",
        ["of"] = "de",
        ["change"] = "variation",
        ["share of"] = "part de",
        ["elasticity"] = "élasticité",
        ["lower 95 %"] = "borne basse 95\u00a0%",
        ["upper 95 %"] = "borne haute 95\u00a0%",
        ["own"] = "directe",
        ["cross"] = "croisée",
        ["the person's"] = "de la personne",
        ["the person"] = "la personne",
        ["Of the person: the variable is the same for all alternatives of a choice; it changes for the person, "
            + "and each line is what that does to the share of one alternative."] =
            "De la personne\u00a0: la variable est la même pour toutes les options d’un choix\u00a0; elle change pour la personne, et "
                + "chaque ligne "
                + "est ce que cela fait à la part d’une option.",
        ["point"] = "ponctuelle",
        ["variable"] = "variable",
        ["Own: of the alternative whose variable changes; cross: of the others. Point: for a very small change; else ln(share "
            + "after/share before)/ln(1 + change)."] =
            "Directe\u00a0: de l’option dont la variable change\u00a0; croisée\u00a0: des autres. Ponctuelle\u00a0: pour une très petite "
                + "variation\u00a0; sinon "
                + "ln(part après/part avant)/ln(1 + variation).",
        ["95 % intervals by the delta method."] = "Intervalles à 95\u00a0% par la méthode delta.",
        ["95 % intervals by simulating the estimates (Krinsky–Robb) where asked, else by the delta method."] = "Intervalles à 95\u00a0% "
            + "par "
            + "simulation des estimations (Krinsky-Robb) où demandé, sinon par la méthode delta.",
        ["coefficients of each person, over people"] = "coefficients de chaque personne, sur l’ensemble",
        ["coefficient"] = "coefficient",
        ["mean"] = "moyenne",
        ["std. dev."] = "écart type",
        ["smallest"] = "minimum",
        ["largest"] = "maximum",
        ["share > 0"] = "part > 0",
        ["share clear of 0"] = "part distincte de 0",
        ["Posterior means (Revelt and Train 2000): they vary less than the coefficients themselves, for a person's few choices tell "
            + "little. Clear of 0: 0 lies outside the person's 95 % interval. All in individual-coefficients.csv."] =
            "Moyennes a posteriori (Revelt et Train 2000)\u00a0: elles varient moins que les coefficients, car peu de choix en disent peu. "
                + "Distincte de 0\u00a0: 0 est hors de l’intervalle à 95\u00a0% de la personne. Le tout dans individual-coefficients.csv.",
        ["fit on people held out"] = "ajustement sur des personnes mises de côté",
        ["cross-validation: each fold of the people held out once"] = "validation croisée\u00a0: chaque partie des "
            + "personnes mise de côté une fois",
        ["people held out"] = "personnes mises de côté",
        ["choices to fit"] = "choix pour estimer",
        ["LL a choice"] = "LV par choix",
        ["held out"] = "mis de côté",
        ["LL held out"] = "LV, mis de côté",
        ["LL a choice, held out"] = "LV par choix, mis de côté",
        ["ρ² held out"] = "ρ², mis de côté",
        ["mean probability"] = "probabilité moyenne",
        ["hit rate"] = "taux de réussite",
        ["all folds"] = "ensemble",
        ["Not every fit reached its maximum."] = "Toutes les estimations n’ont pas atteint leur maximum.",
        ["tests"] = "tests",
        ["test"] = "test",
        ["hypothesis"] = "hypothèse",
        ["likelihood ratio"] = "rapport de vraisemblance",
        ["Hausman–McFadden"] = "Hausman-McFadden",
        ["rejected at 5 %"] = "rejetée à 5\u00a0%",
        ["not rejected at 5 %"] = "non rejetée à 5\u00a0%",
        ["no test"] = "pas de test",
        ["Hausman–McFadden, by person"] = "Hausman-McFadden, par personne",
        ["No test: the difference of the covariances is not positive semi-definite."] =
            "Pas de test\u00a0: la différence des covariances n’est pas semi-définie positive.",
        ["Weighted by"] = "Pondéré par",
        ["over people"] = "entre personnes",
        ["same for all"] = "commun à tous",
        ["median"] = "médiane",
        ["delta, 95 %"] = "delta, 95\u00a0%",
        ["Krinsky–Robb, 95 %"] = "Krinsky-Robb, 95\u00a0%",
        ["Fieller, 95 %"] = "Fieller, 95\u00a0%",
        ["bootstrap, 95 %"] = "bootstrap, 95\u00a0%",
        ["willingness to pay over people"] = "consentement à payer entre personnes",
        ["worth in income over people"] = "valeur en revenu entre personnes",
        ["from"] = "selon",
        ["estimates"] = "estimations",
        ["choices"] = "choix",
        ["5 %"] = "5\u00a0%",
        ["95 %"] = "95\u00a0%",
        ["Estimates: the distribution over all people that the estimates describe; no mean or standard deviation is shown that does not "
            + "exist. Choices: the median of each person given the choices made (Revelt and Train 2000), which varies less."] =
            "Estimations\u00a0: la distribution, entre toutes les personnes, que décrivent les estimations\u00a0; une moyenne ou un écart "
                + "type qui "
                + "n’existe pas n’est pas montré. Choix\u00a0: la médiane de chaque personne d’après ses choix (Revelt et Train 2000), qui "
                + "varie moins.",
        ["other draws, no special case, or a maximum missed"] = "autres tirages, pas un cas particulier, ou maximum manqué",
        ["not nested as far as names tell"] = "non emboîté, à en croire les noms",
        ["no special case, or a maximum missed"] = "pas un cas particulier, ou maximum manqué",
        ["Hausman–McFadden: of the multinomial logit with the study's variables; degrees of freedom: the rank of the difference of the "
            + "covariances. By person: with the covariance of the difference itself, from scores summed over each person's choices; it "
            + "holds where these are related, the other does not."] =
            "Hausman-McFadden\u00a0: pour le logit multinomial des mêmes variables\u00a0; degrés de liberté\u00a0: le rang de la "
                + "différence des "
                + "covariances. Par personne\u00a0: avec la covariance de la différence même, tirée des scores sommés sur les choix de "
                + "chaque "
                + "personne\u00a0; il vaut quand ceux-ci sont liés, l’autre non.",
        ["Standard deviations of 0 lie at the edge of what is possible: the p-value is too large, so that a "
            + "rejection holds all the more."] =
            "Un écart type de 0 est au bord du possible\u00a0: la valeur p est trop grande, un rejet n’en vaut que plus.",
        ["With fewer classes some parameters mean nothing, so that the p-value does not hold; compare AIC and BIC."] =
            "Avec moins de classes, des paramètres perdent leur sens et la valeur p ne vaut pas\u00a0; comparer AIC et BIC.",
    };

    private static readonly (Regex English, string French)[] Patterns =
    [
        (new(@"^latent-class (mixed )?logit with (\d+) classes$"), "logit à $2 classes latentes"),
        (new(@"^latent-class (mixed )?logit with (\d+) classes and scale$"), "logit à $2 classes latentes et à échelle"),
        (new(@"^latent-class (mixed )?logit with (\d+) class(?:es)? and (\d+) of scale$"), "logit à $2 classes latentes et $3 d’échelle"),
        (new(@"^latent-class (mixed )?logit with (\d+) class(?:es)? and (\d+) of scale and scale$"),
            "logit à $2 classes latentes et $3 d’échelle, et à échelle"),
        (new(@"^(.+) in willingness-to-pay space \(unit of (.+)\)$"), "$1 en espace de consentement à payer (unité\u00a0: $2)"),
        (new(@"^(.+) \(each situation its own\)$"), "$1 (chaque situation la sienne)"),
        (new(@"^(.+) \(each answer its own\)$"), "$1 (chaque réponse la sienne)"),
        (new(@"^(.+) \(made of the answers\)$"), "$1 (tirées des réponses)"),
        (new(@"^all but (.+) in units of (.+): what income a unit more of the variable is worth$"),
            "tous sauf $1 en unités de $2\u00a0: le revenu que vaut une unité de plus de la variable"),
        (new(@"^all but (.+) in units of (.+): what people would pay for a unit more of the variable$"),
            "tous sauf $1 en unités de $2\u00a0: ce que l’on paierait pour une unité de plus de la variable"),
        (new(@"^coefficient of (.+): (.+), z standard normal; median (\S+), nine people in ten between (\S+) and (\S+)$"),
            "coefficient de $1\u00a0: $2, z normale centrée réduite\u00a0; médiane $3, neuf personnes sur dix entre $4 et $5"),
        (
            new(@"^Standard errors robust, clustered by person \(sandwich\); p-values and intervals by Student's t with (\d+) degrees of "
                + @"freedom, people less one\.$"),
            "Erreurs types robustes, groupées par personne (sandwich)\u00a0; valeurs p et intervalles par la loi t de Student à $1 degrés "
                + "de "
                + "liberté, personnes moins une."),
        (new(@"^(\S+) \(not counted, at their bound: (.+)\)$"), "$1 (non comptés, à leur borne\u00a0: $2)"),
        (new(@"^(.+) \(equal chances\)$"), "$1 (chances égales)"),
        (new(@"^(.+) \(shares alone\)$"), "$1 (parts seules)"),
        (new(@"^Halton, (\d+) a person, first (\d+) dropped"), "Halton, $1 par personne, $2 premiers écartés"),
        (new(@"^z and p of (.+) test against 1 \((no nesting|not bent)\), those of the others against 0$"),
            "z et p de $1\u00a0: test contre 1\u00a0; des autres\u00a0: contre 0"),
        (new(@"^NOT converged \(there is no maximum at finite values\) in (.+) (iterations?), (.+) (evaluations?); gradient norm (\S+), "
                + @"condition number (\S+)\.$"),
            "PAS de convergence (aucun maximum pour des valeurs finies) en $1 $2, $3 $4\u00a0; norme du gradient $5, conditionnement $6."),
        (new(@"^NOT converged \((\d+) iterations were not enough\) in .+; gradient norm (\S+), condition number (\S+)\.$"),
            "PAS de convergence\u00a0: $1 itérations n’ont pas suffi\u00a0; norme du gradient $2, conditionnement $3."),
        (new(@"^NOT converged \(1 iteration was not enough\) in .+; gradient norm (\S+), condition number (\S+)\.$"),
            "PAS de convergence\u00a0: 1 itération n’a pas suffi\u00a0; norme du gradient $1, conditionnement $2."),
        (new(@"^NOT converged \((.+)\) in (\d+) (iterations?), (\d+) (evaluations?); gradient norm (\S+), condition number (\S+)\.$"),
            "PAS de convergence ($1) en $2 $3, $4 $5\u00a0; norme du gradient $6, conditionnement $7."),
        (new(@"^Converged( to rounding)? in (\d+) (iterations?), (\d+) (evaluations?); gradient norm (\S+), condition number (\S+)\.$"),
            "Convergence en $2 $3, $4 $5\u00a0; norme du gradient $6, conditionnement $7."),
        (new(@"^Nothing to estimate in (\d+) (iterations?), (\d+) (evaluations?); gradient norm (\S+), condition number (\S+)\.$"),
            "Rien à estimer en $1 $2, $3 $4\u00a0; norme du gradient $5, conditionnement $6."),
        (new(@"^The best of (\d+) starts; (\d+) ended there\.$"), "Le meilleur de $1 départs\u00a0; $2 y aboutissent."),
        (new(@"^fold (\d+)$"), "partie $1"),
        (new(@"^(.+), sum ([\d.,]+)$"), "$1, somme $2"),
        (
            new(@"^Standard errors by bootstrap, people drawn with replacement: (\d+) of (\d+) samples; intervals are percentiles\.$"),
            "Erreurs types par bootstrap, personnes tirées avec remise\u00a0: $1 échantillons sur $2\u00a0; les intervalles sont des "
                + "percentiles."),
        (new(@"^In units of (.+)\.$"), "En unités de $1."),
        (new(@"^In utils, not in units of (.+), for the coefficient of .+ varies over people\.$"),
            "En utils, non en unités de $1, car le coefficient de $1 varie entre personnes."),
        (new(@"^(.+) takes values below and above 0: .+$"),
            "$1 prend des valeurs de part et d’autre de 0\u00a0: un pour cent en est plus pour les uns et moins pour les autres, et ses "
                + "élasticités disent peu\u00a0; le mesurer depuis un vrai 0."),
        (new(@"^Left out, for they hang on coefficients that the data do not tell \((.+)\): (\d+) elasticities\.$"),
            "Élasticités laissées de côté, car elles tiennent à des coefficients dont les données ne disent rien ($1)\u00a0: $2."),
        (new(@"^(.+) is enough$"), "$1 suffit"),
        (new(@"^independent of (.+)$"), "indépendance de $1"),
        (
            new(@"^Mean probability: predicted for the alternative chosen, each choice by itself\. Hit rate: how often that was the "
                + @"likeliest one\. Guessing gives (\S+) of both\.$"),
            "Probabilité moyenne\u00a0: prédite pour l’option choisie, chaque choix pour lui-même. Taux de réussite\u00a0: part des choix "
                + "où elle "
                + "était la plus probable. Deviner donne $1 des deux."),
        (new(@"^(.+) has other draws than this study \((.+)\): the statistic takes in the difference of the draws; say the same draws in "
                + @"both\.$"),
            "$1 a d’autres tirages que cette étude ($2)\u00a0: la statistique comprend l’écart entre tirages\u00a0; dire les mêmes dans "
                + "les deux."),
        (new(@"^(.+) has parameters that this study has not \((.+)\); the test holds if it is a special case all the same\.$"),
            "$1 a des paramètres absents ici ($2)\u00a0; le test vaut si c’est tout de même un cas particulier."),
    ];

    /// <summary>A text of a table in both languages.</summary>
    public static Words Both(string english) => new(english, ReportText.French.In(english));

    /// <summary>A text of a table in a language.</summary>
    public static string In(this ReportText language, string english)
    {
        if (!language.IsFrench)
        {
            return english;
        }

        if (Texts.TryGetValue(english, out string? french) || ModelWords.Texts.TryGetValue(english, out french)
            || EffectWords.Texts.TryGetValue(english, out french)
            || FormulaWords.Texts.TryGetValue(english, out french))
        {
            return french;
        }

        if (GeneralModelWords.In(english) is { } model)
        {
            return model;
        }

        foreach ((Regex pattern, string words) in Patterns.Concat(ModelWords.Patterns).Concat(FormulaWords.Patterns))
        {
            if (pattern.Match(english) is { Success: true } match)
            {
                return match.Result(words).Replace("multinomial logit", "logit multinomial", StringComparison.Ordinal)
                    .Replace("iteration", "itération", StringComparison.Ordinal)
                    .Replace("evaluation", "évaluation", StringComparison.Ordinal);
            }
        }

        return english;
    }
}
