using System.Text;
using InstallSim.Choice.Analysis;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Studies.Uptakes;

/// <summary>What packages would do as tables: for programs in English, for people in their language.</summary>
public static class UptakeTables
{
    private static readonly ResultColumn[] Ends = [new("std_error", ""), new("lower_95", ""), new("upper_95", "")];

    /// <summary>Uptake and its change, in shares of 1.</summary>
    internal static ResultTable Uptake(UptakeResult result) => new("uptake", "uptake",
        [
            new("package", ""), new("people", ""), new("share_of_people", ""), new("probability", ""), .. Ends,
            new("change", ""), new("change_std_error", ""), new("change_lower_95", ""), new("change_upper_95", ""), new("remarks", ""),
        ],
        [.. result.Rows.Select(r => (object[])
        [
            r.Name, r.People.Id, r.People.Share, .. Numbers(r.Probability), .. Numbers(r.Change), result.Remarks,
        ])], []);

    /// <summary>Incomes that make up, in units of the income's column.</summary>
    internal static ResultTable Incomes(UptakeResult result) => new("compensating-income", "compensating income",
        [
            new("package", ""), new("improvements", ""), new("income", ""), .. Ends, new("draws_without", ""), new("unit", ""),
            new("remarks", ""),
        ],
        [.. result.Incomes.Select(i => (object[])
        [
            i.Package.Name, string.Join(" + ", i.Improvements.Select(p => p.Name)), .. Numbers(i.Income), i.Unsolved,
            result.Settings.IncomeUnit, result.Remarks,
        ])], []);

    /// <summary>The map, one row a cell.</summary>
    internal static ResultTable Map(UptakeResult result) => new("uptake-map", "uptake by income",
        [new("income", ""), new("level", ""), new("probability", ""), new("remarks", "")],
        [.. result.Map.SelectMany((row, l) => row.Select((p, i) =>
            (object[])[result.Settings.Map!.Income[i], result.Settings.Map.Levels[l], p, result.Remarks]))], []);

    /// <summary>What people call a package.</summary>
    internal static string Named(PackageSettings? package, ReportText t) => package is null ? t.Say("(base)", "(base)")
        : t.IsFrench && package.TitleFr.Length > 0 ? package.TitleFr
        : package.Title.Length > 0 ? package.Title : package.Name;

    /// <summary>The unit of the income, after a space; empty when there is none.</summary>
    internal static string Unit(UptakeResult result, ReportText t)
    {
        UptakeSettings s = result.Settings;
        string unit = t.IsFrench && s.IncomeUnitFr.Length > 0 ? s.IncomeUnitFr : s.IncomeUnit;
        return unit.Length == 0 ? s.Income ?? "" : unit;
    }

    /// <summary>Headings and rows of uptake as people read them.</summary>
    internal static (string[] Header, string[][] Rows) Shown(UptakeResult result, ReportText t) => (
        [
            t.Say("package", "paquet"), t.Say("people", "personnes"), t.Say("uptake", "adhésion"),
            t.Say("95 % interval", "intervalle à 95\u00a0%"),
            t.Say("change, points", "écart, points"), t.Say("95 % interval", "intervalle à 95\u00a0%"),
        ],
        [.. result.Rows.Select(r => (string[])
        [
            Named(r.Package, t), People(r.People, t), t.Percent(r.Probability.Estimate, 1), Range(r.Probability, t, signed: false),
            r.Package is null ? "" : t.WithSign(100 * r.Change.Estimate, 1), r.Package is null ? "" : Range(r.Change, t, signed: true),
        ])]);

    /// <summary>Headings and rows of incomes as people read them.</summary>
    internal static (string[] Header, string[][] Rows) ShownIncomes(UptakeResult result, ReportText t) => (
        [
            t.Say("package", "paquet"), t.Say("with", "avec"),
            t.Say($"income that makes up ({Unit(result, t)})", $"revenu qui compense ({Unit(result, t)})"),
            t.Say("95 % interval", "intervalle à 95\u00a0%"),
        ],
        [.. result.Incomes.Select(i => (string[])
        [
            Named(i.Package, t),
            i.Improvements.Count == 0 ? "–" : string.Join(" + ", i.Improvements.Select(p => Named(p, t))),
            t.Digits(PaperNumber.Text(i.Income.Estimate)),
            double.IsFinite(i.Income.Lower)
                ? t.Say($"{PaperNumber.Text(i.Income.Lower)} to {PaperNumber.Text(i.Income.Upper)}",
                    t.Digits($"{PaperNumber.Text(i.Income.Lower)} à {PaperNumber.Text(i.Income.Upper)}"))
                : t.Say("none", "aucun"),
        ])]);

    /// <summary>What a reader must know.</summary>
    internal static IEnumerable<string> Notes(UptakeResult result, ReportText t)
    {
        UptakeSettings s = result.Settings;
        yield return t.Say(
            $"Intervals: percentiles of {t.Number(s.IntervalDraws, 0)} vectors of estimates drawn from their covariance (Krinsky and Robb "
                + $"1986), the same in base and package (seed {s.Seed}).",
            $"Intervalles\u00a0: percentiles de {t.Number(s.IntervalDraws, 0)} vecteurs d’estimations tirés de leur covariance "
                + $"(Krinsky et Robb 1986), les mêmes pour la base et le paquet (graine {s.Seed}).");
        if (result.Source.Study.Model.Random.Count > 0)
        {
            yield return t.Say(
                $"Means over people: {t.Number(s.Draws, 0)} draws of the random coefficients, the same for all packages.",
                $"Moyennes sur les personnes\u00a0: {t.Number(s.Draws, 0)} tirages des coefficients aléatoires, les mêmes pour tous les "
                    + "paquets.");
        }

        if (result.IsSimulated)
        {
            yield return t.In(SimulatedAnswers.Note);
        }
        else if (result.Source.Study.Respondents is not null)
        {
            yield return t.Say(
                "The study says under 'respondents' how answers are simulated: where they are, this shows a method, not what people want.",
                "L’étude dit sous «\u00a0respondents\u00a0» comment simuler des réponses\u00a0: si elles le sont, ceci montre une méthode, "
                    + "non ce que veulent les gens.");
        }

        foreach (UptakePeople people in result.Rows.Select(r => r.People).Where(p => p.Id != UptakePeople.All).Distinct())
        {
            yield return $"{People(people, t)}{t.Say(":", "\u00a0:")} {t.Percent(people.Share, 1)}";
        }
    }

    /// <summary>All as a terminal shows it.</summary>
    public static string Console(UptakeResult result, ReportText t)
    {
        var text = new StringBuilder();
        text.Append(Title(result, t)).Append("\n\n");
        (string[] header, string[][] rows) = Shown(result, t);
        ConsoleTable.Columns(text, header, rows, [true, true, false, false, false, false]);
        text.Append('\n');
        if (result.Incomes.Count > 0)
        {
            (header, rows) = ShownIncomes(result, t);
            ConsoleTable.Columns(text, header, rows, [true, true, false, false]);
            text.Append('\n');
        }

        foreach (string note in Notes(result, t))
        {
            text.Append(note).Append('\n');
        }

        foreach (Words warning in result.Warnings)
        {
            text.Append(t.Say("Warning: ", "Avertissement\u00a0: ")).Append(t.Say(warning.English, warning.French)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Title of page and table.</summary>
    internal static string Title(UptakeResult result, ReportText t) =>
        t.Say("Who would take what: ", "Qui prendrait quoi\u00a0: ") + result.Source.Study.ShownTitle(t);

    private static string People(UptakePeople people, ReportText t) => t.Say(people.Said.English, people.Said.French);

    private static string Range(Interval i, ReportText t, bool signed)
    {
        string Of(double x) => signed ? t.WithSign(100 * x, 1) : t.Number(100 * x, 1);
        return $"{Of(i.Lower)} {t.Say("to", "à")} {Of(i.Upper)}";
    }

    private static object[] Numbers(Interval i) => [i.Estimate, i.StandardError, i.Lower, i.Upper];
}
