using InstallSim.Outputs;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Reporting.Trace;

/// <summary>What was asked, with which model, from which data, and on what it rests.</summary>
internal static class TraceModel
{
    /// <summary>The scenarios, and what of the decision is not said anywhere.</summary>
    public static IEnumerable<string> Problem(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        string places = context.Territories(context.Results.Results.Places.Count);
        int compared = m.Scenarios.Count - 1;
        yield return m.Baseline is { } baseline
            ? context.Say(
                $"What {(compared == 1 ? "does" : "do")} {context.Many(compared, "scenario", "scenarios", "", "")} change, compared with "
                    + $"`{baseline}`, from {m.FirstYear} to {m.LastYear} in {places}?",
                $"{(compared == 1 ? "Que change" : "Que changent")} {context.Many(compared, "", "", "scénario", "scénarios")} par rapport "
                    + $"à `{baseline}`, de {m.FirstYear} à {m.LastYear}, dans {places}\u00a0?")
            : context.Say(
                $"What becomes of `{m.Scenarios[0].Name}` from {m.FirstYear} to {m.LastYear} in {places}?",
                $"Que devient `{m.Scenarios[0].Name}` de {m.FirstYear} à {m.LastYear} dans {places}\u00a0?");
        yield return string.Concat(m.Scenarios.Select(s => $"- `{s.Name}`{context.Say(": ", "\u00a0: ")}"
            + Markdown.Plain(s.ShownTitle(context.Text))
            + (s.ShownDescription(context.Text) is { Length: > 0 } about ? $" – {Markdown.Plain(about)}" : "") + "\n"));
        yield return TraceDossier.Absent(context, "who decides what on these results, and which accuracy that takes",
            "qui décide quoi avec ces résultats, et quelle exactitude il y faut");
    }

    /// <summary>What the model does and where it is described.</summary>
    public static IEnumerable<string> Description(FigureContext context)
    {
        foreach (string paragraph in MethodSection.Paragraphs(context))
        {
            yield return paragraph;
        }

        string version = context.Results.Manifest.Program.Version;
        yield return context.Say(
            $"docs/model.md of InstallSim {version} describes it in the order of ODD, docs/policies.md its policies; `manifest.json` holds "
                + "every scenario as it was run.",
            $"docs/model.md d’InstallSim {version} le décrit dans l’ordre d’ODD, docs/policies.md ses "
                + "mesures\u00a0; `manifest.json` contient chaque scénario tel que simulé.");
        ScenarioInfo reference = context.Results.Reference;
        foreach (ScenarioInfo scenario in context.Results.Manifest.Scenarios)
        {
            bool isOther = scenario.Name != reference.Name;
            IReadOnlyList<string> policies = (isOther ? scenario.Without(reference) : scenario).ShownPolicies(context.Text);
            yield return $"`{scenario.Name}`{(isOther ? context.Say($", beside what `{reference.Name}` has", $", outre ce qu’a "
                + $"`{reference.Name}`") : "")}{context.Say(": ", "\u00a0: ")}" + (policies.Count == 0
                ? context.Say("no policy", "aucune mesure")
                : string.Join(context.Say("; ", "\u00a0; "), policies.Select(Markdown.Plain)));
        }
    }

    /// <summary>Where each variable comes from, under which licence, and which files were read.</summary>
    public static IEnumerable<string> Data(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        var known = Enum.GetValues<Knowledge>().Select(k => (Known: k, Count: m.Territories.Count(p => p.Knowledge == k)));
        int all = m.Territories.Count;
        yield return string.Join(", ", known.Where(k => k.Count > 0).Select(k => $"{k.Count} {MethodSection.Known(context, k.Known)}"))
            + context.Say($": variables of the territories, {all} in all.", $"\u00a0: variables des territoires, {all} en tout.");
        yield return new WrittenTable(
            [
                context.Say("variable", "variable"), context.Say("known how", "nature"), context.Say("source", "source"),
                context.Say("year", "année"), context.Say("licence", "licence"),
            ],
            [.. m.Territories.Select(p => (IReadOnlyList<string>)
            [
                $"`{p.Variable}` {MethodSection.Label(context, p)}", MethodSection.Known(context, p.Knowledge),
                context.Text.ShownSource(p.Source, p.Knowledge == Knowledge.Assumption), Or(p.Vintage), Or(p.Licence),
            ])]).Markdown();
        int unlicensed = m.Territories.Count(p => p.Licence.Length == 0);
        if (unlicensed > 0)
        {
            yield return TraceDossier.Absent(context, $"the licence of {unlicensed} variables", $"la licence de {unlicensed} variables");
        }

        yield return new WrittenTable([context.Say("file read", "fichier lu"), "SHA-256"],
            [.. m.Files.Select(f => (IReadOnlyList<string>)[$"`{f.Path}`", $"`{f.Sha256}`"])]).Markdown();
        yield return m.Warnings.Count == 0
            ? context.Say("Nothing was warned of when the results were made.", "Aucun avertissement à la production des résultats.")
            : context.Say("Warned of when the results were made:\n\n", "Avertissements à la production des résultats\u00a0:\n\n")
                + string.Concat(m.Warnings.Select(w => $"- {Markdown.Plain(context.Say(w.English, w.French))}\n"));
    }

    /// <summary>Every setting with its range and source; what is assumed is counted.</summary>
    public static IEnumerable<string> Concept(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        SettingInfo[] all = [.. m.Settings.Concat(m.Scenarios.SelectMany(s => s.Parameters))
            .DistinctBy(s => (s.Name, s.Value, s.Low, s.High))];
        SettingInfo[] assumed = [.. all.Where(MethodSection.IsAssumption)];
        int ranged = all.Count(s => s.Low < s.High), drawn = m.Drawn.Count;
        yield return context.Say(
            $"{all.Length} settings, of which {assumed.Length} rest on an assumption in whole or in part (marked A), {ranged} have a range "
                + $"and {drawn} are drawn anew for every two replications (marked D).",
            $"{all.Length} réglages, dont {assumed.Length} reposent en tout ou partie sur une hypothèse (notés A), {ranged} ont une plage "
                + $"et {drawn} sont tirés à nouveau toutes les deux réplications (notés D).");
        yield return new WrittenTable(
            [
                context.Say("setting", "réglage"), context.Say("value", "valeur"), context.Say("range", "plage"),
                context.Say("unit", "unité"), "", context.Say("source", "source"),
            ],
            [.. all.Select(s => (IReadOnlyList<string>)
            [
                $"`{s.Name}` {s.ShownLabel(context.Text)}".TrimEnd(), RestsOn.Written(context, s), Or(RestsOn.Ends(context, s)),
                Or(context.Text.ShownUnit(s.Unit)), (assumed.Contains(s) ? "A" : "") + (m.Drawn.Contains(s.Name) ? "D" : ""),
                context.Text.ShownSource(s.Source),
            ])]).Markdown();
        yield return TraceDossier.Absent(context, "who reviewed these choices, and which other structures were tried",
            "qui a relu ces choix, et quelles autres structures ont été essayées");
    }

    private static string Or(string text) => text.Length == 0 ? "–" : text;
}
