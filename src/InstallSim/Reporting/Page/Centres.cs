using System.Globalization;
using InstallSim.Results;

namespace InstallSim.Reporting.Page;

/// <summary>What health centres (MSP) that a scenario announces wait for, in its own values, and where they open as far as known.</summary>
internal static class Centres
{
    private const string Room = ".residents-per-centre", Carriers = ".local-gps";

    /// <summary>Most places that are named.</summary>
    private const int MostNames = 3;

    /// <summary>
    /// A sentence for each thing that centres wait for, with the policies whose centres do where there are several, and where they open;
    /// empty where results hold no values.
    /// </summary>
    public static string Why(FigureContext context, ScenarioInfo scenario)
    {
        IReadOnlyList<SettingInfo> all = context.Results.Scenario(scenario.Name).Parameters;
        var policies = Policies(context, scenario);
        IEnumerable<string> waits = policies.GroupBy(policy => Why(context, all, policy)).Select(wait =>
            (policies.Count > 1 ? context.Join(wait.Select(policy => Named(context, scenario, policy))).ToUpperFirst()
                + context.Text.Colon : "") + wait.Key);
        return policies.Count == 0 ? "" : string.Join(' ', waits.Append(context.Say(
            "One a year opens in a territory, where accessibility is lowest first. Where some wait, announcing more opens no more.",
            "Une par an ouvre dans un territoire, d’abord là où l’accessibilité est la plus faible. Quand il en attend, en annoncer plus "
                + "n’en ouvre pas plus.")));
    }

    /// <summary>A policy by its title; as its line says it where it has none.</summary>
    private static string Named(FigureContext context, ScenarioInfo scenario, string policy) =>
        context.PolicyName(Label(policy)) is var title && title != Label(policy) ? title
            : CostsSection.Called(context, scenario, Label(policy));

    /// <summary>Who came to the centres, and where, in words; empty where results hold nobody.</summary>
    public static string Where(FigureContext context, ScenarioInfo scenario)
    {
        HashSet<string> labels = [.. Policies(context, scenario).Select(Label)];
        var places = context.Results.Moves(scenario.Name).Where(m => m.ToForm == "msp" && labels.Contains(m.Policy))
            .GroupBy(m => m.To).Select(g => (Code: g.Key, Often: g.Select(m => m.Replication).Distinct().Count()))
            .OrderByDescending(p => p.Often).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        if (places.Count == 0)
        {
            return "";
        }

        string count = context.Many(places.Count, "territory", "territories", "territoire", "territoires");
        string names = context.Text.List([.. places.Take(MostNames).Select((p, k) => Named(context, p.Code) + Often(context, p.Often, k))]);
        string over = context.Results.Manifest.IsOneReplication ? ""
            : context.Say($", counted over all {context.Replications} together", $", sur l’ensemble des {context.Replications}");
        return context.Say("Results do not hold the place of each opening, but where physicians who would otherwise have chosen something "
            + $"else took places in such centres: in {count}{over}, most often in {names}.",
            "Les résultats ne disent pas où chaque maison a ouvert, mais où des médecins qui auraient sinon choisi autrement ont pris des "
            + $"places dans de telles maisons\u00a0: dans {count}{over}, le plus souvent {names}.");
    }

    private static string Why(FigureContext context, IReadOnlyList<SettingInfo> all, string policy)
    {
        SettingInfo Of(string key) => all.First(s => s.Name == policy + key);
        string inhabitants = RestsOn.Written(context, Of(Room));
        int gps = int.Parse(Of(Carriers).Value, CultureInfo.InvariantCulture);
        string carriers = gps == 0 ? "" : context.Say($" and at least {context.Many(gps, "GP", "GPs", "", "")} to carry it",
            $" et au moins {context.Many(gps, "", "", "généraliste", "généralistes")} pour la porter");
        string project = !all.Any(s => s.Name == policy + ".project.from-above" && s.Value == "False") ? ""
            : context.Say(", and until a project ripens there", ", et qu’un projet y mûrisse");
        string budget = !all.Any(s => s.Name == policy + ".budget") ? ""
            : context.Say(", and until the budget can pay for it", ", et que le budget puisse la payer");
        return context.Say(
            $"A centre waits until a territory concerned has room (one centre for each {inhabitants} inhabitants, at least one)"
                + $"{carriers}{project}{budget}.",
            $"Une maison attend qu’un territoire concerné ait de la place (une maison pour {inhabitants} habitants, au moins une)"
                + $"{carriers}{project}{budget}.");
    }

    /// <summary>The policies that open centres and that the baseline has not, or not so: <c>policies.LABEL</c>.</summary>
    private static List<string> Policies(FigureContext context, ScenarioInfo scenario)
    {
        HashSet<string> names = [.. context.Results.Scenario(scenario.Name).Parameters.Select(s => s.Name)];
        return [.. scenario.Parameters.Select(RestsOn.PolicyOf).Distinct()
            .Where(policy => names.Contains(policy + Room) && names.Contains(policy + Carriers))];
    }

    private static string Label(string policy) => policy["policies.".Length..];

    private static string Named(FigureContext context, string code) =>
        PlaceNames.Short(context.Results.Results.Places.FirstOrDefault(p => p.Code == code)?.Name ?? code);

    /// <summary>In how many replications, the first time with their number; empty where one ran alone.</summary>
    private static string Often(FigureContext context, int often, int k) => context.Results.Manifest.IsOneReplication ? ""
        : k > 0 ? $" ({context.Text.Number(often, 0)})"
        : context.Say($" ({context.Text.Number(often, 0)} of {context.Replications})",
            $" ({context.Text.Number(often, 0)} sur {context.Replications})");
}
