using System.Text;
using System.Text.Json.Nodes;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Data;

namespace InstallSim.Studies.Tables;

/// <summary>What the data of a study hold, as a terminal, a page and programs show it before the model.</summary>
public static class DescriptionTable
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    /// <param name="data">The description.</param>
    /// <param name="language">The language; English when null.</param>
    public static string Write(DataDescription data, ReportText? language = null)
    {
        ReportText t = language ?? ReportText.English;
        var text = new StringBuilder();
        text.Append(Size(data, t)).Append('\n');
        ConsoleTable.Columns(text, ["", t.Say("offered", "proposée"), t.Say("chosen", "choisie"), t.Say("share", "part")],
            data.Alternatives.Select(a => (string[])
            [
                Name(a, t), t.Number(a.Offered, 0), t.Number(a.Chosen, 0), a.Offered == 0 ? "–" : t.Percent(a.Chosen / (double)a.Offered),
            ]));
        if (data.Variables.Count > 0)
        {
            ConsoleTable.Columns(text,
                ["", t.Say("least", "minimum"), t.Say("mean", "moyenne"), t.Say("most", "maximum"),
                    t.Say("levels: rows, share chosen", "niveaux\u00a0: lignes, part choisie")],
                data.Variables.Select(v => (string[])[v.Name, Value(v.Least, t), t.Number(v.Mean), Value(v.Most, t), Levels(v, t)]),
                [true, false, false, false, true]);
        }

        foreach (string line in Lines(data, t))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same as a part of a page.</summary>
    internal static Markup ToHtml(DataDescription data, ReportText t) =>
        Html.Of($"<h2>{t.Say("Data", "Données")}</h2>\n<pre>{Write(data, t)}</pre>\n");

    /// <summary>The same for programs.</summary>
    internal static JsonObject ToJson(DataDescription data) => new()
    {
        ["people"] = data.People,
        ["situations"] = data.Situations,
        ["rows"] = data.Rows,
        ["fewest_situations"] = data.People is null ? null : data.PerPerson.Fewest,
        ["most_situations"] = data.People is null ? null : data.PerPerson.Most,
        ["alternatives"] = new JsonArray([.. data.Alternatives.Select(a => (JsonNode)new JsonObject
        {
            ["name"] = a.Name, ["offered"] = a.Offered, ["chosen"] = a.Chosen, ["opt_out"] = a.IsOptOut,
        })]),
        ["variables"] = new JsonArray([.. data.Variables.Select(v => (JsonNode)new JsonObject
        {
            ["name"] = v.Name,
            ["least"] = v.Least,
            ["mean"] = v.Mean,
            ["most"] = v.Most,
            ["levels"] = new JsonArray([.. v.Levels.Select(l => (JsonNode)new JsonObject
            {
                ["value"] = l.Value, ["rows"] = l.Seen, ["chosen"] = l.Chosen,
            })]),
        })]),
        ["always_the_same"] = data.Patterns is not { } p ? null : new JsonObject
        {
            ["people"] = p.People,
            ["by_chance"] = p.ByChance,
            ["alternatives"] = new JsonArray([.. p.Always.Select(a => (JsonNode)new JsonObject
            {
                ["name"] = a.Alternative.Name, ["people"] = a.People,
            })]),
        },
        ["dominated"] = data.Dominated is not { } d ? null : new JsonObject
        {
            ["situations"] = d.Situations,
            ["chosen"] = d.Chosen,
            ["people"] = d.People,
        },
    };

    private static string Size(DataDescription data, ReportText t)
    {
        string situations = t.Number(data.Situations, 0), rows = t.Number(data.Rows, 0);
        if (data.People is not { } people)
        {
            return t.Say($"Data: {situations} choice situations, {rows} rows of alternatives",
                $"Données\u00a0: {situations} situations de choix, {rows} lignes d’options");
        }

        (int fewest, int most) = data.PerPerson;
        string each = fewest == most ? t.Number(most, 0) : t.Say($"{fewest} to {most}", $"{fewest} à {most}");
        return t.Say($"Data: {t.Number(people, 0)} people, {situations} choice situations ({each} each), {rows} rows of alternatives",
            $"Données\u00a0: {t.Number(people, 0)} personnes, {situations} situations de choix ({each} chacune), {rows} lignes d’options");
    }

    private static string Name(AlternativeSeen alternative, ReportText t) =>
        alternative.Name + (alternative.IsOptOut ? t.Say(" (opt-out)", " (aucune)") : "");

    private static string Levels(VariableSeen v, ReportText t) => v.Levels.Count == 0
        ? t.Say($"more than {DataDescription.MostLevels}", $"plus de {DataDescription.MostLevels}")
        : string.Join(t.Semicolon, v.Levels.Select(l =>
            $"{Value(l.Value, t)}{t.Colon}{t.Number(l.Seen, 0)}, {t.Percent(l.Chosen / (double)l.Seen, 0)}"));

    private static string Value(double value, ReportText t) => t.Digits(InputScalars.Plain(Math.Round(value, 6)));

    private static IEnumerable<string> Lines(DataDescription data, ReportText t)
    {
        if (data.Patterns is { People: > 0 } p)
        {
            string all = t.Number(p.Always.Sum(a => a.People), 0), of = t.Number(p.People, 0), chance = t.Number(p.ByChance, 1);
            string list = string.Join(", ", p.Always.Select(a => $"{Name(a.Alternative, t)}{t.Colon}{a.People}")),
                who = list.Length == 0 ? "" : $" ({list})";
            int least = DataDescription.FewestAnswers;
            yield return t.Say(
                $"Always the same alternative: {all} of {of} people with {least} choices or more{who}; about {chance} by chance.",
                $"Toujours la même option\u00a0: {all} des {of} personnes de {least} choix ou plus{who}\u00a0; environ {chance} par "
                    + "hasard.");
        }

        if (data.Dominated is { } d)
        {
            string situations = t.Number(d.Situations, 0), chosen = t.Number(d.Chosen, 0),
                people = d.People is { } n
                    ? t.Say($" by {t.Number(n, 0)} {(n == 1 ? "person" : "people")}", $" par {t.Number(n, 0)} personne{(n < 2 ? "" : "s")}")
                    : "";
            (string one, string une) = (d.Situations == 1 ? "" : "s", d.Situations < 2 ? "" : "s");
            yield return t.Say(
                $"Beaten in everything by another, going by the priors: an alternative of {situations} situation{one}; chosen in "
                    + $"{chosen}{people}.",
                $"Battue en tout par une autre, selon les a priori\u00a0: une option dans {situations} situation{une}\u00a0; choisie dans "
                    + $"{chosen}{people}.");
        }
    }
}
