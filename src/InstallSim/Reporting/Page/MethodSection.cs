using System.Globalization;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Reporting.Page;

/// <summary>How the numbers were made, and where every input comes from.</summary>
internal static class MethodSection
{
    /// <summary>The section's content in one language.</summary>
    public static Markup Write(FigureContext context)
    {
        var manifest = context.Results.Manifest;
        return Html.Of($"""
            {Html.Join(Paragraphs(context).Select(p => Html.Of($"<p>{p}</p>\n")))}
            {Remarks(context)}
            <h3>{context.Say("Territories: where each variable comes from", "Territoires\u00a0: d’où vient chaque variable")}</h3>
            {Warning(context)}
            {PlaceEffects(context)}
            {Provenance(context)}
            <h3>{context.Say("Coefficients and settings", "Coefficients et réglages")}</h3>
            <p class="note">{context.Say("Keys such as “evidence B1” are explained in docs/references.md of InstallSim.",
                "Les clés telles que «\u00a0réf.\u00a0B1\u00a0» sont expliquées dans docs/references.md d’InstallSim.")}</p>
            {Settings(context)}
            <h3>{context.Say("Scenarios, as they were run", "Scénarios, tels que simulés")}</h3>
            {Html.Join(manifest.Scenarios.Select(s => Html.Of(
                $"<details><summary>{s.ShownTitle(context.Text)}</summary><pre>{s.Text}</pre></details>\n")))}
            <h3>{context.Say("To run it again", "Pour refaire la simulation")}</h3>
            {Files(context)}
            """);
    }

    /// <summary>What was warned of when the results were made; nothing where nothing was.</summary>
    private static Markup Remarks(FigureContext context)
    {
        IReadOnlyList<Remark> warnings = context.Results.Manifest.Warnings;
        return warnings.Count == 0 ? default : Html.Of($"""
            <h3>{context.Say("Warnings of this run", "Avertissements de cette simulation")}</h3>
            <ul class="warning">
            {Html.Join(warnings.Select(w => Html.Of($"<li>{context.Say(w.English, w.French)}</li>\n")))}</ul>
            """);
    }

    /// <summary>How many inputs are said not to be known as such.</summary>
    public static (int Flagged, int All) Uncertain(Manifest manifest) =>
        (manifest.Territories.Count(IsDoubtful) + manifest.Settings.Count(IsAssumption),
            manifest.Territories.Count + manifest.Settings.Count);

    /// <summary>What the model does, what an interval holds, how accessibility is measured.</summary>
    public static IEnumerable<string> Paragraphs(FigureContext context)
    {
        var m = context.Results.Manifest;
        yield return context.Say(
            $"InstallSim follows every general practitioner, year by year from {m.FirstYear} to {m.LastYear}: age and retirement, "
                + $"graduation, locum years, the choice of a place and form of practice, moves. Each choice weighs income, distance to "
                + $"birthplace and training place, team, services and the partner’s job; policies change what there is to choose.",
            $"InstallSim suit chaque médecin généraliste, année après année, de {m.FirstYear} à {m.LastYear}\u00a0: âge et retraite, "
                + $"diplôme, années de remplacement, choix d’un lieu et d’une forme d’exercice (primo-installation), changements de lieu. "
                + $"Chaque choix pèse le revenu, la distance au lieu de naissance et d’internat, l’équipe, les services et l’emploi du "
                + $"conjoint\u00a0; les mesures changent l’offre parmi laquelle on choisit.");
        yield return context.Say(
            $"Every scenario was run {context.Many(m.Replications, "time", "times", "", "")}. The same replication of two scenarios has "
                + $"the same physicians and the same chance, so that a difference comes from the policy alone.",
            $"Chaque scénario a été simulé {context.Text.Number(m.Replications, 0)} fois. La même réplication de deux scénarios a les "
                + $"mêmes médecins et le même hasard\u00a0: une différence ne vient que de la mesure.")
            + " " + (!m.HasIntervals ? context.Say(
                $"{context.FewReplications()}: there is no interval, and nothing here says how sure a number is.",
                $"{context.FewReplications()}\u00a0: il n’y a pas d’intervalle, et rien ici ne dit à quel point un nombre est sûr.")
            : m.HoldsDoubt ? Doubt(context)
            : context.Say(
                "A 95% interval says how far the mean difference could be from that of endless replications: chance alone. It does not "
                    + "hold doubt about the coefficients below: for that, see their ranges.",
                "Un intervalle à 95\u00a0% dit de combien la différence moyenne peut s’écarter de celle d’un nombre infini de "
                    + "réplications\u00a0: le hasard seul. Il ne contient pas l’incertitude des coefficients "
                    + "ci-dessous\u00a0: voir leurs plages."));
        yield return context.Say(
            $"Metric of accessibility: {m.AccessibilityMetric}, in {context.AccessibilityUnit()}; a territory is under-dense below "
                + $"{AccessibilityLevels.Threshold(context)}.",
            $"Indicateur d’accessibilité\u00a0: {m.AccessibilityMetric}, en {context.AccessibilityUnit()}\u00a0; un territoire est "
                + $"sous-dense en dessous de {AccessibilityLevels.Threshold(context)}.");
        if (!m.IsOneReplication)
        {
            yield return context.Say(
                "The share of people in under-dense territories is counted in each replication, then averaged. Maps and curves of "
                    + "inequality show each territory’s mean over the replications, and count people where that mean is below the line: "
                    + "another number, for a territory near the line is below it in some replications and not in others.",
                "La part de la population en territoire sous-dense est comptée dans chaque réplication, puis en moyenne. Cartes et courbes "
                    + "d’inégalité montrent la moyenne de chaque territoire sur les réplications, et comptent la population là où cette "
                    + "moyenne est sous le seuil\u00a0: c’est un autre nombre, car un territoire proche du seuil passe dessous dans "
                    + "certaines réplications et non dans d’autres.");
        }

        if (m.Replications < m.ReplicationsAsked)
        {
            yield return context.Say($"The run was stopped: {context.Finished()}.",
                $"La simulation a été interrompue\u00a0: {context.Finished()}.");
        }
    }

    private static string Doubt(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        return context.Say(
            $"Each draw of the uncertain inputs serves two replications and is the same in every scenario: triangular over the range of an "
                + $"input (low, value, high), normal where coefficients have a covariance of estimates. A 95% interval therefore holds "
                + $"what 95 of 100 histories would show, by doubt and by chance together. It does not hold doubt about inputs without a "
                + $"range. Drawn ({m.Drawn.Count}): {Drawn(context)}.",
            $"Chaque tirage des données incertaines sert à deux réplications, et il est le même dans tous les scénarios\u00a0: loi "
                + $"triangulaire sur la plage de la donnée (bas, valeur, haut), loi normale si les coefficients ont une covariance "
                + $"d’estimation. Un intervalle à 95\u00a0% contient donc ce que montreraient 95 histoires sur 100, par l’incertitude et "
                + $"par le hasard à la fois. Il ne contient pas l’incertitude des données sans plage. Tirées ({m.Drawn.Count})\u00a0: "
                + $"{Drawn(context)}.");
    }

    /// <summary>What is drawn, by label; with its key where a label is not the only one or is not known.</summary>
    private static string Drawn(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        var labels = m.Settings.Concat(m.Scenarios.SelectMany(s => s.Parameters)).DistinctBy(s => s.Name)
            .ToDictionary(s => s.Name, s => s.ShownLabel(context.Text).ToLowerFirst());
        var drawn = m.Drawn.Select(key => (Key: key, Label: labels.GetValueOrDefault(key, ""))).ToList();
        var often = drawn.CountBy(d => d.Label).Where(l => l.Value > 1).Select(l => l.Key).ToHashSet();
        return context.Join(drawn.Select(d => d.Label.Length == 0 ? d.Key : often.Contains(d.Label) ? $"{d.Label} ({d.Key})" : d.Label));
    }

    private static Markup Warning(FigureContext context)
    {
        var doubtful = context.Results.Manifest.Territories.Where(IsDoubtful)
            .Select(p => Label(context, p).ToLowerFirst()).ToList();
        int all = context.Results.Manifest.Territories.Count;
        string names = context.Join(doubtful);
        return doubtful.Count == 0 ? default : Html.Of($"""
            <p class="warning">{context.Say(
                $"{doubtful.Count} of {all} variables are not published for these territories: {names}. "
                    + "Read maps and territory figures with that in mind.",
                $"{doubtful.Count} variables sur {all} ne sont pas publiées pour ces territoires\u00a0: {names}. "
                    + "À garder en tête en lisant les cartes et les chiffres par territoire.")}</p>
            """);
    }

    /// <summary>What place effects tell where the physicians of the start are not counted place by place.</summary>
    private static Markup PlaceEffects(FigureContext context)
    {
        Manifest m = context.Results.Manifest;
        bool play = m.Settings.Any(s => s.Name == "preferences.coefficients.place-effect" && s.Value != "0");
        Provenance? physicians = m.Territories.FirstOrDefault(p => p.Variable == "physicians" && IsDoubtful(p));
        return !play || physicians is null ? default : Html.Of($"""
            <p class="warning">{context.Say(
                "What draws to places beyond their variables is told by the GPs who practise there at the start. They are not counted "
                    + "place "
                    + "by place here: that pull then holds how they were spread, and a territory’s own future must not be read off.",
                "Ce qui attire vers un lieu, au-delà de ses variables, est lu dans les effectifs de départ. Ils ne sont pas comptés lieu "
                    + "par "
                    + "lieu ici\u00a0: cet attrait reflète alors la façon dont ils ont été répartis, et l’avenir d’un territoire précis ne "
                    + "doit pas en être déduit.")}</p>
            """);
    }

    private static Markup Provenance(FigureContext context) => PageTable.Write(
        context.Say("Variables of the territories", "Variables des territoires"),
        [
            context.Say("Variable", "Variable"), context.Say("Known how", "Nature"), context.Say("Source", "Source"),
            context.Say("Year", "Année"), context.Say("Licence", "Licence"), context.Say("Unit", "Unité"),
        ],
        context.Results.Manifest.Territories.Select(p => new[]
        {
            Named(p.Variable, Label(context, p)), Flag(context, p.Knowledge),
            Html.Of($"{context.Text.ShownSource(p.Source, p.Knowledge == Knowledge.Assumption)}"),
            Html.Of($"{p.Vintage}"), Html.Of($"{p.Licence}"), Html.Of($"{context.Text.ShownUnit(p.Unit)}"),
        }));

    private static Markup Settings(FigureContext context) => PageTable.Write(
        context.Say("Coefficients and settings", "Coefficients et réglages"),
        [
            context.Say("Name", "Nom"), context.Say("Value", "Valeur"), context.Say("Range", "Plage"), context.Say("Unit", "Unité"),
            context.Say("Source", "Source"),
        ],
        context.Results.Manifest.Settings.Select(s => new[]
        {
            Named(s.Name, s.ShownLabel(context.Text)), Html.Of($"{RestsOn.Written(context, s)}"), Html.Of($"{RestsOn.Ends(context, s)}"),
            Html.Of($"{context.Text.ShownUnit(s.Unit)}"),
            (IsAssumption(s) ? Flag(context, Knowledge.Assumption) + Html.Of($" ") : default)
                + Html.Of($"{context.Text.ShownSource(s.Source, IsAssumption(s))}"),
        }));

    /// <summary>What a variable of the territories is; those that are no numbers have their words here.</summary>
    public static string Label(FigureContext context, Provenance p) => p.Variable switch
    {
        "code" => context.Say("Code of the territory", "Code du territoire"),
        "name" => context.Say("Name of the territory", "Nom du territoire"),
        "departement" => context.Say("Département", "Département"),
        "region" => context.Say("Region", "Région"),
        "area-type" => context.Say("Kind of territory", "Type de territoire"),
        "travel-times" => context.Say("Travel times", "Temps de trajet"),
        "shapes" => context.Say("Contours on maps", "Contours des cartes"),
        _ => context.Say(p.Label ?? p.Variable, p.LabelFrench ?? p.Variable),
    };

    /// <summary>A key and, below it, what it is.</summary>
    private static Markup Named(string key, string label) =>
        label.Length == 0 || label == key ? Html.Of($"{key}") : Html.Of($"""{key}<br><span class="note">{label}</span>""");

    /// <summary>Whether a variable is said to be something else than published for these territories.</summary>
    private static bool IsDoubtful(Provenance p) => p.Knowledge is not (Knowledge.Real or Knowledge.Unsaid);

    internal static bool IsAssumption(SettingInfo s) => s.Source.Contains("ASSUMPTION", StringComparison.OrdinalIgnoreCase);

    internal static Markup Flag(FigureContext context, Knowledge knowledge) => knowledge switch
    {
        Knowledge.Real => Html.Of($"""<span class="flag real">{Known(context, knowledge)}</span>"""),
        Knowledge.Estimated => Html.Of($"""<span class="flag estimated">{Known(context, knowledge)}</span>"""),
        Knowledge.Proxy => Html.Of($"""<span class="flag proxy">{Known(context, knowledge)}</span>"""),
        Knowledge.Unsaid => Html.Of($"""<span class="flag">{Known(context, knowledge)}</span>"""),
        _ => Html.Of($"""<span class="flag assumption">{Known(context, knowledge)}</span>"""),
    };

    /// <summary>How a variable is known, in a word.</summary>
    internal static string Known(FigureContext context, Knowledge knowledge) => knowledge switch
    {
        Knowledge.Real => context.Say("published", "publiée"),
        Knowledge.Estimated => context.Say("estimated", "estimée"),
        Knowledge.Proxy => context.Say("proxy", "approchée"),
        Knowledge.Unsaid => context.Say("not said", "non précisée"),
        _ => context.Say("assumption", "hypothèse"),
    };

    private static string Machine(FigureContext context) => context.Say(context.Results.Manifest.Machine,
        context.Results.Manifest.Machine.Replace(" processors", " processeurs", StringComparison.Ordinal));

    /// <summary>Which program and which run: what two results must share to stand in one table.</summary>
    private static Markup Identity(FigureContext context, Manifest m)
    {
        var modules = m.Program.Modules.Select(module => Html.Of($", {module.Name} <code class=\"hash\">{module.Id}</code>"));
        return Html.Of($"""
            <p>{context.Say("Program:", "Programme\u00a0:")} <code class="hash">{m.Program.Version}</code>{Html.Join(modules)}.
            {context.Say("Identity of the run:", "Identité du calcul\u00a0:")} <code class="hash">{m.Identity}</code>.
            {context.Say("'installsim reproduce' runs it again from the same files and compares every table.",
                "«\u00a0installsim reproduce\u00a0» le refait à partir des mêmes fichiers et compare chaque tableau.")}</p>
            """);
    }

    private static Markup Files(FigureContext context)
    {
        var m = context.Results.Manifest;
        var files = m.Files.Select(f => Html.Of($"<li><code>{f.Path}</code> <code class=\"hash\">{f.Sha256}</code></li>\n"));
        return Html.Of($"""
            <p>InstallSim {m.Version}, {context.Say("seed", "graine")} {m.Seed.ToString(CultureInfo.InvariantCulture)}, {context.Replications},
            {context.Text.Number(m.Seconds)} s{(m.Machine.Length > 0 ? $", {Machine(context)}" : "")}.
            {context.Say("Hash of the results:", "Empreinte des résultats\u00a0:")} <code class="hash">{context.Results.ResultHash.Value}</code></p>
            {Identity(context, m)}
            <details><summary>{context.Say("Files read", "Fichiers lus")}</summary><ul>{Html.Join(files)}</ul></details>
            """);
    }
}
