using InstallSim.Charts.Files;
using InstallSim.Experiments.Points;
using InstallSim.Outputs;

namespace InstallSim.Influence;

/// <summary>A sensitivity analysis as one HTML file that opens with no server and no network.</summary>
internal static class SensitivityPage
{
    /// <summary>The page.</summary>
    /// <param name="context">What was found, and the language.</param>
    /// <param name="figures">The figures.</param>
    public static string Write(SensitivityFigureContext context, Markup figures)
    {
        SensitivityResult result = context.Result;
        string title = context.Say("Which numbers outcomes hang on", "De quels nombres dépendent les résultats");
        return FilePage.Page(title, context.Text, Html.Of($"""
            <h1>{title}</h1>
            <p>{Explained(context)}</p>
            {Html.Join(result.Plan.Outcomes.Select((outcome, y) => Html.Of($"<h2>{context.Called(outcome)}</h2>\n") + Outcome(context, y)))}
            <h2>{context.Say("Figures", "Figures")}</h2>
            {figures}
            <h2>{context.Say("Ranges of the numbers", "Plages des nombres")}</h2>
            {Ranges(context)}
            """));
    }

    private static Markup Outcome(SensitivityFigureContext context, int outcome)
    {
        string[][] lines = [.. SensitivityTable.Lines(context, outcome, context.Called)];
        return FilePage.Table(lines[0], lines.Skip(1))
            + Html.Join(SensitivityTable.Notes(context, outcome).Prepend(context.Sample(outcome)).Select(FilePage.Note));
    }

    private static string Explained(SensitivityFigureContext context)
    {
        string drawn = context.Result.Plan.Settings.Distribution == SampleDistribution.Uniform
            ? context.Say("evenly over their ranges", "uniformément sur leurs plages")
            : context.Say("over their ranges, most often near their values", "sur leurs plages, le plus souvent près de leurs valeurs");
        return context.Result.Plan.Settings.Method switch
        {
            SensitivityMethod.Morris => context.Say(
                $"All numbers below vary together, {drawn}. μ* is the mean size of what a number does over its range (Morris), μ the same "
                    + "with its sign, σ how much it differs from place to place, all in the unit of the outcome; in "
                    + "brackets 95 % intervals.",
                $"Tous les nombres ci-dessous varient ensemble, {drawn}. μ* est la taille moyenne de l’effet d’un nombre sur sa plage "
                    + "(Morris), μ la même avec son signe, σ sa variation d’un point à l’autre, dans l’unité du résultat\u00a0; entre "
                    + "crochets, l’intervalle à 95\u00a0%."),
            SensitivityMethod.Sobol => context.Say(
                $"All numbers below vary together, {drawn}. An index is a share, 0 to 1, of the variance of the outcome (Sobol’): "
                    + "alone, what a number does by itself; total, with all others too; in brackets 95 % intervals.",
                $"Tous les nombres ci-dessous varient ensemble, {drawn}. Un indice est une part, de 0 à 1, de la variance du "
                    + "résultat (Sobol’)\u00a0: seul, ce qu’un nombre fait par "
                    + "lui-même\u00a0; total, avec tous les autres\u00a0; entre crochets, l’intervalle à "
                    + "95\u00a0%."),
            _ => context.Say(
                $"All numbers below vary together, {drawn}. An index is how far the distribution of the outcome moves when a number stays "
                    + "in one slice of its range (PAWN), from 0 to 1; in brackets 95 % intervals.",
                $"Tous les nombres ci-dessous varient ensemble, {drawn}. Un indice dit de combien la distribution du résultat se déplace "
                    + "quand un nombre reste dans une tranche de sa plage (PAWN), de 0 à 1\u00a0; entre crochets, l’intervalle à "
                    + "95\u00a0%."),
        };
    }

    private static Markup Ranges(SensitivityFigureContext context) => FilePage.Table(
        [
            context.Say("Number", "Nombre"), context.Say("Key", "Clé"), context.Say("Unit", "Unité"), context.Say("Value", "Valeur"),
            context.Say("Low", "Bas"),             context.Say("High", "Haut"),
        ],
        context.Result.Plan.Numbers.Select(n =>
            (string[])
            [
                context.Called(n.Name), n.Name, context.Result.Captions.Unit(n.Name, context.Text), context.Brief(n.Value),
                context.Brief(n.Low), context.Brief(n.High),
            ]), words: 3);
}
