using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Validation;

/// <summary>What a backtest found, in words and tables that terminal and page share.</summary>
internal sealed class BacktestText(BacktestResult result, ReportText text)
{

    private BacktestSource Source => result.Source;

    private int From => Source.Settings.Years.From;

    private int Until => Source.Settings.Years.Until;

    /// <summary>What was compared with what.</summary>
    public IEnumerable<string> Paragraphs()
    {
        (string compared, string all) = (text.Number(result.Territories.Count, 0), text.Number(Source.Table.Count, 0));
        (string start, string end) = (Sourced(Source.Settings.Start), Sourced(Source.Settings.End));
        double sum = result.Areas[0].Start, observed = result.Areas[0].Observed;
        string change = text.WithSign(100 * ((observed / sum) - 1), 1);
        yield return text.Say(
            $"The model starts in {From} from the physicians counted then and is compared in {Until} with those counted then, of which it "
                + $"knows nothing: {compared} of {all} territories have both counts. {Source.Settings.Replications} replications, of which "
                + $"two at a time share a draw of what is doubted. Start: {start}. End: {end}.",
            $"Le modèle part en {From} des médecins dénombrés alors et est comparé en {Until} à ceux dénombrés alors, dont il ne sait "
                + $"rien\u00a0: {compared} territoires sur {all} ont les deux dénombrements. {Source.Settings.Replications} réplications, "
                + $"qui partagent deux à deux un tirage de ce qui est incertain. Départ\u00a0: {start}. Fin\u00a0: {end}.");
        yield return Source.Settings.NationalChange is { } national
            ? text.Say(
                $"The two counts have different definitions. Those of {From} are multiplied by {text.Number(Source.Factor, 4)} "
                    + $"everywhere, so that both differ by {text.WithSign(100 * national.Value, 1)} % over these territories "
                    + $"({Said(national.Source)}): the total of {Until} is used for that, its distribution is not. The "
                    + "rule that is told the total does not depend on it; the model, the other rules and every bias do.",
                $"Les deux dénombrements ont des définitions différentes. Ceux de {From} sont multipliés partout par "
                    + $"{text.Number(Source.Factor, 4)}, pour que les deux diffèrent de "
                    + $"{text.WithSign(100 * national.Value, 1)}\u00a0% sur ces territoires ({Said(national.Source)})\u00a0: "
                    + $"le total de {Until} y sert, sa répartition non. La règle à qui l’on dit le total n’en "
                    + "dépend pas\u00a0; le modèle, les autres règles et tout biais, si.")
            : text.Say($"Counts are taken as they are: {change} % in all from {From} to {Until}.",
                $"Les dénombrements sont pris tels quels\u00a0: {change}\u00a0% en tout de {From} à {Until}.");
        yield return text.Say(
            $"The rules: *no change*; *share of the national change*, which is told the total of {Until}; *mean reversion*, which halves "
                + $"what a territory's density differs from the mean by in {text.Number(Source.Settings.HalfLifeYears, 0)} years, a speed "
                + "set beforehand (ASSUMPTION).",
            $"Les règles\u00a0: *aucun changement*\u00a0; *part de l’évolution nationale*, à qui l’on dit le total de {Until}\u00a0; "
                + $"*retour à la moyenne*, qui divise par deux en {text.Number(Source.Settings.HalfLifeYears, 0)} ans l’écart de densité "
                + "d’un territoire à la moyenne, vitesse fixée d’avance (HYPOTHÈSE).");
        yield return text.Say($"Known of a later year than {From} only, and used as of then: {Later()}.",
            $"Connu seulement d’une année postérieure à {From}, et pris comme d’alors\u00a0: {Later()}.");
    }

    /// <summary>Sums by kind of territory.</summary>
    public WrittenTable Areas() => new(
        [
            text.Say("territories", "territoires"), text.Say("number", "nombre"), $"{From}",
            text.Say($"{Until} observed", $"{Until} observé"),
            text.Say($"{Until} model", $"{Until} modèle"), text.Say("80 %", "80\u00a0%"), text.Say("90 %", "90\u00a0%"),
            .. result.Rules.Select(rule => text.Say(rule.English, rule.French)),
        ],
        [.. result.Areas.Select(area => (IReadOnlyList<string>)
        [
            AreaName(area.Area), text.Number(area.Territories, 0), text.Number(area.Start, 0), text.Number(area.Observed, 0),
            text.Number(area.Forecast, 0), Ends(area.Within80, 0), Ends(area.Within90, 0),
            .. area.Rules.Select(rule => text.Number(rule, 0)),
        ])]);

    /// <summary>Scores of the model and the rules in one scale.</summary>
    public WrittenTable ScoresIn(Scale scale) => new(
        [
            text.Say("territories, forecast", "territoires, prévision"),
            text.Say("mean absolute error (MAE)", "erreur absolue moyenne (MAE)"),
            text.Say("root mean square (RMSE)", "racine de l’erreur quadratique (RMSE)"), text.Say("bias", "biais"),
            text.Say("correlation of changes", "corrélation des évolutions"), "CRPS",
            text.Say("inside 80 %", "dans 80\u00a0%"), text.Say("inside 90 %", "dans 90\u00a0%"),
        ],
        [.. result.Scores.Where(s => s.Scale == scale).Select(s => (IReadOnlyList<string>)
        [
            $"{AreaName(s.Area)}, {ForecastName(s.Forecast)}", text.Number(s.MeanAbsolute, 2), text.Number(s.RootMeanSquare, 2),
            text.WithSign(s.Bias, 2), text.Number(s.Correlation, 2), text.Number(s.RankedProbability, 2), Share(s.Coverage80),
            Share(s.Coverage90),
        ])]);

    /// <summary>Skill of the model against each rule, with intervals, in one scale.</summary>
    public WrittenTable SkillsIn(Scale scale) => new(
        [
            text.Say("territories, against", "territoires, contre"), text.Say("mean absolute error (MAE)", "erreur absolue moyenne (MAE)"),
            text.Say("root mean square (RMSE)", "racine de l’erreur quadratique (RMSE)"), "CRPS",
        ],
        [.. result.Scores.Where(s => s.Scale == scale && s.Skills is not null).Select(s => (IReadOnlyList<string>)
        [
            $"{AreaName(s.Area)}, {ForecastName(s.Forecast)}",
            .. s.Skills!.Select(skill => $"{text.WithSign(skill.Value, 2)} [{Ends((skill.Lower, skill.Upper), 2)}]"),
        ])]);

    /// <summary>Where a rule that knows nothing does better; what must not be left out. A line a scale and kind of territory.</summary>
    public IReadOnlyList<string> Worse()
    {
        List<string> said = [];
        foreach (var rows in result.Scores.Where(s => s.Skills is not null).GroupBy(s => (s.Scale, s.Area)))
        {
            string clearly = Named(rows, skill => skill.Upper < 0), perhaps = Named(rows, skill => skill is { Value: < 0, Upper: >= 0 });
            string[] parts =
            [
                .. clearly.Length > 0 ? [text.Say($"worse than {clearly}", $"moins bon que {clearly}")] : Array.Empty<string>(),
                .. perhaps.Length > 0
                    ? [text.Say($"worse, within the interval, than {perhaps}", $"moins bon, dans l’intervalle, que {perhaps}")]
                    : Array.Empty<string>(),
            ];
            if (parts.Length > 0)
            {
                said.Add($"{ScaleName(rows.Key.Scale)}, {AreaName(rows.Key.Area)}{text.Say(": ", "\u00a0: ")}"
                    + string.Join(text.Say("; ", "\u00a0; "), parts));
            }
        }

        foreach (AreaSums area in result.Areas.Where(a => a.Observed < a.Within90.Lower || a.Observed > a.Within90.Upper))
        {
            said.Add(text.Say($"total, {AreaName(area.Area)}: observed outside the 90 % interval",
                $"total, {AreaName(area.Area)}\u00a0: observé hors de l’intervalle à 90\u00a0%"));
        }

        foreach (AreaSums area in result.Areas
            .Where(a => a.Observed60Plus < a.Within60Plus.Lower || a.Observed60Plus > a.Within60Plus.Upper))
        {
            said.Add(text.Say($"share of 60 or over, {AreaName(area.Area)}: observed outside the 90 % interval",
                $"part des 60 ans ou plus, {AreaName(area.Area)}\u00a0: observée hors de l’intervalle à 90\u00a0%"));
        }

        return said;
    }

    /// <summary>Share of 60 or over, observed and forecast; null where it was not observed.</summary>
    public WrittenTable? Ages() => !double.IsFinite(result.Areas[0].Observed60Plus) ? null : new(
        [
            text.Say("60 or over, territories", "60 ans ou plus, territoires"), text.Say($"{Until} observed", $"{Until} observé"),
            text.Say($"{Until} model", $"{Until} modèle"), text.Say("90 %", "90\u00a0%"),
        ],
        [.. result.Areas.Select(area => (IReadOnlyList<string>)
        [
            AreaName(area.Area), Share(area.Observed60Plus), Share(area.Forecast60Plus),
            $"{text.Number(100 * area.Within60Plus.Lower, 1)}–{text.Number(100 * area.Within60Plus.Upper, 1)}",
        ])]);

    /// <summary>A kind of territory.</summary>
    public string AreaName(string area) => area switch
    {
        BacktestResult.All => text.Say("all", "tous"),
        "urban" => text.Say("urban", "urbains"),
        "periurban" => text.Say("periurban", "périurbains"),
        _ => text.Say("rural", "ruraux"),
    };

    /// <summary>A scale.</summary>
    public string ScaleName(Scale scale) => scale == Scale.Count
        ? text.Say("physicians of a territory", "médecins d’un territoire")
        : text.Say("physicians for 100,000 inhabitants", "médecins pour 100\u202f000 habitants");

    private string ForecastName(string name) => result.Rules.FirstOrDefault(r => r.Name == name) is { } rule
        ? text.Say(rule.English, rule.French)
        : text.Say("model", "modèle");

    /// <summary>Rules and, behind each, by which scores.</summary>
    private string Named(IEnumerable<ScoreRow> rows, Func<Skill, bool> which) => text.List([.. rows
        .Where(row => row.Skills!.Any(which)).Select(row => $"{ForecastName(row.Forecast)} ({string.Join(", ", row.Skills!.Where(which)
            .Select(skill => skill.Score.ToUpperInvariant()))})")]);

    private string Sourced(ObservedColumn column) =>
        column.Source.Length == 0 ? $"`{column.Column}`" : $"`{column.Column}` ({Said(column.Source)})";

    private string Said(string source) => text.Say(source, FrenchSources.Find(source) ?? source);

    /// <summary>Variables of the territories whose vintage is after the first year; contours and codes are none of a forecast's.</summary>
    private string Later()
    {
        string[] passed = ["code", "name", "shapes", "latitude", "longitude"];
        IEnumerable<string> later = Source.Table.Provenance.Where(row => !passed.Contains(row.Variable)
            && int.TryParse(row.Vintage, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > From)
            .Select(row => $"{row.Variable} ({row.Vintage})");
        string settings = text.Say("and defaults of the model, ages of physicians among them",
            "ainsi que des valeurs par défaut du modèle, dont les âges des médecins");
        return string.Join(", ", later.Append(settings));
    }

    private string Share(double share) => double.IsFinite(share) ? text.Percent(share, 1) : "–";

    private string Ends((double Lower, double Upper) ends, int decimals) => double.IsNaN(ends.Lower) ? "–"
        : decimals == 0 ? $"{text.Number(ends.Lower, 0)}–{text.Number(ends.Upper, 0)}"
        : $"{text.WithSign(ends.Lower, decimals)}{text.Say(", ", "\u00a0; ")}{text.WithSign(ends.Upper, decimals)}";
}
