using InstallSim.Choice.Analysis;
using InstallSim.Choice.Models;
using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>Willingness to pay as people read it: the intervals of all methods side by side.</summary>
internal static class PayColumns
{
    /// <summary>Headings; the first names the unit.</summary>
    public static string[] Header(StudyResult study, ReportText t) =>
    [
        WillingnessToPayRow.Title(study.Study, t), .. HasKinds(study) ? [t.In(Over(study))] : Array.Empty<string>(),
        t.In("estimate"), t.In("std. error"), t.In("delta, 95 %"),
        .. Has(study, row => row.KrinskyRobb) ? [t.In("Krinsky–Robb, 95 %")] : Array.Empty<string>(),
        .. Has(study, row => row.Fieller) ? [t.In("Fieller, 95 %")] : Array.Empty<string>(),
        .. Has(study, row => row.Bootstrap) ? [t.In("bootstrap, 95 %")] : Array.Empty<string>(),
    ];

    /// <summary>Cells of each variable.</summary>
    /// <param name="study">What was found.</param>
    /// <param name="t">The language.</param>
    /// <param name="named">What variables are called; by their names when null.</param>
    public static IEnumerable<string[]> Rows(StudyResult study, ReportText t, Func<string, string>? named = null) =>
        study.WillingnessToPay.Select(row => (string[])
    [
        named?.Invoke(row.Name) ?? row.Name, .. HasKinds(study) ? [t.In(Kind(row.Kind))] : Array.Empty<string>(),
        Number(row.Estimate, t), Number(row.StandardError, t), Range(row.Delta, t),
        .. Has(study, r => r.KrinskyRobb) ? [Range(row.KrinskyRobb, t)] : Array.Empty<string>(),
        .. Has(study, r => r.Fieller) ? [Range(row.Fieller, t)] : Array.Empty<string>(),
        .. Has(study, r => r.Bootstrap) ? [Range(row.Bootstrap, t)] : Array.Empty<string>(),
    ]);

    /// <summary>Why some rows have no interval of a method that others could have; null where none is left out.</summary>
    public static string? WhyLeftOut(StudyResult study, ReportText t) =>
        study.WillingnessToPay.Any(row => row is { Kind: WorthKind.Mean or WorthKind.Median, Fieller: null })
            ? t.Say(
                "Left out: Fieller's set where a mean or median over people is no ratio of two estimates; Krinsky and Robb's interval "
                    + "where it has no formula to draw estimates through, as a median or a mean of Johnson S_B coefficients.",
                "Laissés de côté\u00a0: l’ensemble de Fieller quand la moyenne ou la médiane entre personnes n’est pas le rapport de deux "
                    + "estimations\u00a0; l’intervalle de Krinsky et Robb quand elle n’a pas de formule où tirer les estimations, comme "
                    + "une médiane ou la moyenne de coefficients SB de Johnson.")
            : null;

    private static string Over(StudyResult study) =>
        study.Estimates.Model is FormulaLogit || study.WillingnessToPay.Any(row => row.Slope is not null) ? "over rows" : "over people";

    private static bool HasKinds(StudyResult study) => study.WillingnessToPay.Any(row => row.Kind != WorthKind.Ratio);

    private static bool Has(StudyResult study, Func<WillingnessToPayRow, object?> part) =>
        study.WillingnessToPay.Any(row => part(row) is not null);

    private static string Kind(WorthKind kind) => kind switch
    {
        WorthKind.Mean => "mean",
        WorthKind.Median => "median",
        _ => "same for all",
    };

    private static string Number(double value, ReportText t) => t.Digits(PaperNumber.Text(value));

    private static string Range(Interval? i, ReportText t) => i is null || double.IsNaN(i.Lower) ? "–" : Range(i.Lower, i.Upper, t);

    private static string Range(FiellerSet? set, ReportText t) => set?.Kind switch
    {
        null => "–",
        FiellerKind.Interval => Range(set.Lower, set.Upper, t),
        FiellerKind.Outside => t.Say(
            $"up to {Number(set.Lower, t)} or from {Number(set.Upper, t)}",
            $"jusqu’à {Number(set.Lower, t)} ou dès {Number(set.Upper, t)}"),
        _ => t.Say("any number", "tout nombre"),
    };

    private static string Range(double lower, double upper, ReportText t) =>
        $"{Number(lower, t)} {t.Say("to", "à")} {Number(upper, t)}";
}
