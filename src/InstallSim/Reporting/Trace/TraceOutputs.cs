using System.Globalization;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Trace;

/// <summary>How results were checked, what hangs on what, and what they were compared with.</summary>
internal static class TraceOutputs
{
    /// <summary>Program, hashes, and the commands that make the results and check them.</summary>
    public static IEnumerable<string> Implementation(FigureContext context, string folder)
    {
        Manifest m = context.Results.Manifest;
        yield return context.Say(
            $"Program: `{m.Program}`. Identity of the run: `{m.Identity}`. Seed {m.Seed}. {m.Machine}. {Ended(context, m)}",
            $"Programme\u00a0: `{m.Program}`. Identité du calcul\u00a0: `{m.Identity}`. Graine {m.Seed}. {m.Machine}. {Ended(context, m)}");
        yield return context.Say(
            "Made by the first of these commands, in the folder from which the files above are named; the second runs it again and "
                + "compares every table byte by byte:",
            "Fait par la première de ces commandes, dans le dossier d’où les fichiers ci-dessus sont nommés\u00a0; la seconde refait le "
                + "calcul et compare chaque tableau octet par octet\u00a0:");
        yield return $"```\n{Command(m, folder)}\ninstallsim reproduce {Quoted(folder)}\n```";
        yield return new WrittenTable([context.Say("table", "tableau"), "SHA-256"],
            [.. m.Tables.Select(t => (IReadOnlyList<string>)[$"`{t.Path}`", $"`{t.Sha256}`"])]).Markdown();
        yield return context.Say(
            "These hashes were checked when this document was written. The program's tests stand in its repository.",
            "Ces empreintes ont été vérifiées à l’écriture de ce document. Les tests du programme sont dans son dépôt.");
        yield return TraceDossier.Absent(context, "which tests of the program were run on this machine",
            "quels tests du programme ont été faits sur cette machine");
    }

    /// <summary>What the start reproduces, and how stable outcomes are.</summary>
    public static IEnumerable<string> Verification(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        yield return context.Say(
            $"{context.Finished()}. "
                + (!m.HasIntervals ? $"{context.FewReplications()}: there are no intervals."
                    : m.HoldsDoubt ? $"With fewer than {DoubtIntervals.Enough} intervals are rough." : "Intervals hold chance alone."),
            $"{context.Finished()}. "
                + (!m.HasIntervals ? $"{context.FewReplications()}\u00a0: il n’y a pas d’intervalles."
                    : m.HoldsDoubt ? $"À moins de {DoubtIntervals.Enough}, les intervalles sont grossiers."
                    : "Les intervalles ne contiennent que le hasard."));
        yield return new WrittenTable(
            [context.Say("outcome", "indicateur"), $"{m.FirstYear}", $"{m.LastYear}"],
            [.. Shown(context).Select(i => (IReadOnlyList<string>)
                [context.Text.Label(i), Level(context, i, m.FirstYear), Level(context, i, m.LastYear)])]).Markdown();
        yield return m.IsOneReplication
            ? context.Say($"Levels of `{context.Results.Reference.Name}`, one replication.",
                $"Niveaux de `{context.Results.Reference.Name}`, une réplication.")
            : context.Say($"Levels of `{context.Results.Reference.Name}`, means over replications.",
                $"Niveaux de `{context.Results.Reference.Name}`, moyennes des réplications.");
        yield return TraceDossier.Absent(context,
            "the observations that settings were fitted to; a setting that was fitted says so in its source",
            "les observations auxquelles des réglages ont été ajustés\u00a0; un réglage ajusté le dit dans sa source");
    }

    /// <summary>Effects with their intervals, what chance has in them, what hangs on which range.</summary>
    public static IEnumerable<string> Analysis(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        if (context.Results.Policies.Count == 0)
        {
            yield return TraceDossier.Absent(context, "differences between scenarios: one ran alone", "d’écarts entre scénarios\u00a0: un "
                + "seul a été simulé");
        }
        else
        {
            yield return !m.HasIntervals
                ? context.Say($"Differences from `{m.Baseline}` in {m.LastYear} ({context.NoInterval()}):",
                    $"Écarts par rapport à `{m.Baseline}` en {m.LastYear} ({context.NoInterval()})\u00a0:")
                : context.Say(
                    $"Differences from `{m.Baseline}` in {m.LastYear}, 95 % intervals ({context.IntervalHolds()}), and the share that "
                        + "chance has in their variance:",
                    $"Écarts par rapport à `{m.Baseline}` en {m.LastYear}, intervalles à 95\u00a0% ({context.IntervalHolds()}), et part "
                        + "du hasard dans leur variance\u00a0:");
            yield return Effects(context).Markdown();
        }

        IReadOnlyList<Sensitivity> sensitivities = context.Results.Results.Sensitivities;
        if (sensitivities.Count == 0)
        {
            yield return TraceDossier.Absent(context, "sensitivity to single settings ('installsim compare … --sensitivity all' adds it)",
                "la sensibilité à un réglage («\u00a0installsim compare … --sensitivity all\u00a0» l’ajoute)");
            yield break;
        }

        Indicator main = context.Results.Main;
        yield return context.Say($"{context.Text.Label(main)}, at the ends of ranges, one setting at a time:",
            $"{context.Text.Label(main)}, aux bouts des plages, un réglage à la fois\u00a0:");
        yield return new WrittenTable(
            [
                context.Say("scenario", "scénario"), context.Say("setting", "réglage"), context.Say("low", "bas"),
                context.Say("high", "haut"), context.Say("outcome", "indicateur"), context.Say("at low", "au bas"),
                context.Say("at high", "au haut"),
            ],
            [.. sensitivities.Where(s => s.Indicator == main.Name).OrderByDescending(s => Math.Abs(s.AtHigh - s.AtLow))
                .Select(s => (IReadOnlyList<string>)
            [
                $"`{s.Scenario}`", $"`{s.Setting}`", s.Low, s.High, context.Text.Difference(main, s.Reference),
                context.Text.Difference(main, s.AtLow), context.Text.Difference(main, s.AtHigh),
            ])]).Markdown();
    }

    /// <summary>The validation that was given; what is not known where none was.</summary>
    public static IEnumerable<string> Corroboration(FigureContext context, string? validation)
    {
        yield return validation ?? TraceDossier.Absent(context,
            "a comparison with observations that were not used ('installsim backtest FILE' makes one, --validation DIR puts it here)",
            "une comparaison à des observations non utilisées («\u00a0installsim backtest FICHIER\u00a0» en fait une, --validation DOSSIER "
                + "la met ici)");
    }

    private static IEnumerable<Indicator> Shown(FigureContext context) =>
        ((string[])["stock", "accessibility-mean", "share-under-threshold", "accessibility-gini", "policy-cost-cumulative"])
            .Select(name => IndicatorCatalog.Find(name)!).Prepend(context.Results.Main).DistinctBy(i => i.Name);

    private static string Level(FigureContext context, Indicator indicator, int year) =>
        context.Text.Value(indicator, context.Results.Spread(context.Results.Reference.Name, indicator.Name, year).Mean);

    private static WrittenTable Effects(FigureContext context) => new(
        [
            context.Say("scenario, outcome", "scénario, indicateur"), context.Say("difference", "écart"),
            context.Say("interval", "intervalle"), context.Say("chance", "hasard"),
        ],
        [.. context.Results.Policies.SelectMany(policy => Shown(context).Select(indicator => (policy, indicator)))
            .Select(pair => (pair.policy, pair.indicator,
                Row: context.Results.Difference(pair.policy.Name, pair.indicator.Name, context.LastYear)))
            .Where(pair => pair.Row is not null).Select(pair => (IReadOnlyList<string>)
            [
                $"{pair.policy.ShownTitle(context.Text)}, {context.Text.Label(pair.indicator).ToLowerFirst()}",
                context.Text.Difference(pair.indicator, pair.Row!.Value),
                double.IsFinite(pair.Row.Value.Lower) || pair.Row.Value.IsTied
                    ? context.Text.Interval(pair.indicator, pair.Row.Value)
                    : context.Results.Manifest.HasIntervals ? context.Text.NotDetermined() : "–",
                double.IsFinite(pair.Row.Value.ChanceShare) ? context.Text.Percent(pair.Row.Value.ChanceShare, 0) : "–",
            ])]);

    private static string Ended(FigureContext context, Manifest m) => m.Finished.Length == 0
        ? context.Say("When it ended is not in these results.", "Sa date n’est pas dans ces résultats.")
        : $"{context.Say("Ended", "Fini")} {m.Finished}, {context.Text.Number(m.Seconds)} s.";

    /// <summary>The call that made the results.</summary>
    private static string Command(Manifest m, string folder)
    {
        string[] baseline = m.Plan.Baseline is { } name ? ["--baseline", Quoted(name)] : [];
        string[] varied = m.Plan.Varied.Count > 0 ? ["--sensitivity", Quoted(string.Join(',', m.Plan.Varied))] : [];
        string[] title = m.Plan.Title is { } said ? ["--title", Quoted(said)] : [];
        string[] replications = m.Plan.Overrides.Any(o => o.StartsWith("replications=", StringComparison.Ordinal)) ? []
            : ["--replications", m.ReplicationsAsked.ToString(CultureInfo.InvariantCulture)];
        return string.Join(' ', (string[])
        [
            "installsim", m.Plan.Baseline is null ? "run" : "compare", .. m.Plan.Paths.Select(Quoted), .. baseline,
            .. m.Plan.Overrides.SelectMany(o => (string[])["--set", Quoted(o)]), .. replications, .. varied, .. title,
            "--out", Quoted(folder),
        ]);
    }

    /// <summary>A word as a shell reads it.</summary>
    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '/' or '-' or '_' or ',' or '=')
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
