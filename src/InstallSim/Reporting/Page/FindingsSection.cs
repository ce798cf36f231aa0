using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>
/// The findings as the page shows them: the course without policies, a card a policy, how sure it is. The
/// sentence of all stands over the first figure.
/// </summary>
internal static class FindingsSection
{
    /// <summary>The section's content in one language.</summary>
    public static Markup Write(FigureContext context)
    {
        var cards = Standings.Ranked(context.Results).Select(p => Card(context, p));
        return Html.Of($"""
            <p>{Findings.Course(context)} {Findings.WithoutUnderDense(context)}</p>
            {Html.Join(new[] { Findings.Territories(context) }.Where(said => said.Length > 0).Concat(Cautions.Of(context))
                .Select(said => Html.Of($"<p class=\"warning\">{said}</p>\n")))}
            <p class="note">{Findings.Against(context)}</p>
            {InForceList(context)}
            <div class="cards">{Html.Join(cards)}</div>
            {PackagesText.Section(context)}
            <p class="sure"><strong>{context.Say("How sure is this?", "À quel point est-ce sûr\u00a0?")}</strong> {Sure(context)}</p>
            """);
    }

    /// <summary>
    /// What is in force in every scenario, the baseline too, or in the one that ran alone; nothing where it has no policy.
    /// </summary>
    private static Markup InForceList(FigureContext context) =>
        context.Results.Reference.Policies.Count == 0 ? default : Html.Of($"""
            <details><summary>{(context.Results.Policies.Count == 0
                ? context.Say("Policies of the scenario", "Mesures du scénario")
                : context.Say("What is in force already, in every scenario",
                    "Ce qui est déjà en vigueur, dans tous les scénarios"))}</summary>
            {RestsOn.List(context, context.Results.Reference)}</details>
            """);

    private static Markup Card(FigureContext context, ScenarioInfo scenario)
    {
        string kind = Standings.Of(context.Results, scenario).ToString().ToLowerInvariant();
        var shown = Findings.FirstLines(context, scenario);
        var more = Findings.Details(context, scenario).Except(shown).ToList();
        Markup details = more.Count == 0
            ? default
            : Html.Of($"<details><summary>{context.Say("More", "Plus")}</summary><ul>{Items(more)}</ul></details>");
        return Html.Of($"""
            <article class="card {kind}" data-scenario="{scenario.Name}" data-colour="{context.Colour(scenario.Name)}">
            <h3 dir="auto">{scenario.ShownTitle(context.Text)}</h3>
            <p class="headline">{Findings.Headline(context, scenario)}</p>
            <ul>{Items(shown)}</ul>
            {details}
            {Contents(context, scenario)}
            </article>
            """);
    }

    private static Markup Items(IEnumerable<string> sentences) => Html.Join(sentences.Select(s => Html.Of($"<li>{s}</li>\n")));

    private static Markup Contents(FigureContext context, ScenarioInfo scenario) => scenario.Policies.Count == 0 ? default : Html.Of($"""
        <details><summary>{context.Say("What it rests on", "Sur quoi elle repose")}</summary>
        <p>{scenario.ShownDescription(context.Text)}</p>
        {RestsOn.List(context, scenario)}</details>
        """);

    /// <summary>What intervals hold, and how many inputs are not known as such.</summary>
    public static string Sure(FigureContext context)
    {
        var m = context.Results.Manifest;
        var (flagged, all) = MethodSection.Uncertain(m);
        string drawn = context.Many(
            m.Drawn.Count, "uncertain input", "uncertain inputs", "donnée incertaine", "données incertaines");
        string chance = !m.HasIntervals
            ? context.Say($"{context.FewReplications()}: nothing can be said about chance; run more. ",
                $"{context.FewReplications()}\u00a0: rien ne peut être dit du hasard\u00a0; il en faut davantage. ")
            : m.HoldsDoubt
            ? context.Say($"Intervals hold doubt (inputs drawn over their ranges) and chance (who retires, graduates and chooses "
                + "otherwise with the same inputs): 95 of 100 replications lie in them. Replications come in pairs, and each pair "
                + $"has its own draw of {drawn}, the same in all scenarios. ",
                $"Les intervalles contiennent l’incertitude (données tirées dans leur plage) et le hasard (départs, diplômes et choix "
                    + "qui diffèrent à données égales)\u00a0: 95 réplications sur 100 y tombent. Les réplications vont "
                    + $"par deux, et chaque paire a son tirage de {drawn}, le même dans tous les scénarios. ")
                + Rough(context) + context.ZeroEnds(_ => true) + ChanceShares(context) + DoubtText.All(context)
            : context.Say($"Intervals hold chance alone, over {context.Replications}, not doubt about how physicians choose; "
                + $"{context.MoreReplications()}. ",
                $"Les intervalles ne contiennent que le hasard, sur {context.Replications}, pas l’incertitude sur la façon dont "
                    + $"les médecins choisissent\u00a0; ils {context.MoreReplications()}. ");
        return chance + context.Ties(_ => true) + context.Say(
            $"{flagged} of {all} inputs are estimates, proxies or assumptions, flagged under “Method, assumptions and sources”.",
            $"{flagged} données d’entrée sur {all} sont des estimations, des approximations ou des hypothèses, signalées sous "
                + $"«\u00a0Méthode, hypothèses et sources\u00a0».");
    }

    /// <summary>Whether there are replications enough for intervals that follow the outcomes themselves.</summary>
    private static string Rough(FigureContext context) => context.MoreReplications().ToUpperFirst()
        + (context.Results.Manifest.Replications >= DoubtIntervals.Enough ? ". " : context.Say(
            ". Rough ones are wider than need be and may hold values that cannot be. ",
            ". Grossiers, ils sont plus larges que nécessaire et peuvent contenir des valeurs impossibles. "));

    /// <summary>What chance has of the spread of the main effects; empty where that is not known.</summary>
    private static string ChanceShares(FigureContext context)
    {
        double[] shares =
        [
            .. context.Results.Policies
                .Select(p => context.Results.Difference(p.Name, context.Results.Main.Name, context.LastYear)?.ChanceShare ?? double.NaN)
                .Where(double.IsFinite).Order(),
        ];
        if (shares.Length == 0)
        {
            return "";
        }

        string least = context.Text.Percent(shares[0], 0), most = context.Text.Percent(shares[^1], 0);
        return shares[0] > 0.995 ? context.Say("All of their variance is chance. ", "Toute leur variance tient au hasard. ")
            : least == most
            ? context.Say($"Chance has {least} of their variance, doubt the rest. ",
                $"Le hasard fait {least} de leur variance, l’incertitude le reste. ")
            : context.Say($"Chance has {least} to {most} of their variance, doubt the rest. ",
                $"Le hasard fait de {least} à {most} de leur variance, l’incertitude le reste. ");
    }
}
