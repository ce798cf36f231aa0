using InstallSim.Charts;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Figures;

/// <summary>Willingness to pay, or worth in income, with intervals.</summary>
internal sealed class Worth : IFigure<StudyFigureContext>
{
    public string Id => "willingness-to-pay";

    public (string English, string French) Shows => (
        "What one unit of each variable is worth, in the unit of the denominator, with 95% intervals.",
        "Ce que vaut une unité de chaque variable, dans l’unité du dénominateur, avec intervalles à 95\u00a0%.");

    public bool Applies(StudyFigureContext context) => Rows(context).Count > 0;

    public Chart Draw(StudyFigureContext context)
    {
        var rows = Rows(context);
        WillingnessToPaySettings settings = context.Study.Study.WillingnessToPay!;
        string unit = settings.ShownUnit(context.Text) is { Length: > 0 } said ? said : context.Named(settings.Denominator);
        string axis = settings.Income
            ? context.Say($"worth in income ({unit})", $"valeur en revenu ({unit})")
            : context.Say($"willingness to pay ({unit})", $"consentement à payer ({unit})");
        if (context.Study.WillingnessToPay.Any(w => w.Kind == WorthKind.Median))
        {
            axis += context.Say(", median over people", ", médiane entre personnes");
        }

        string subtitle = context.Say(
            $"One unit of each variable; {context.Sample}; 95 % intervals",
            $"Une unité de chaque variable\u00a0; {context.Sample}\u00a0; intervalles à 95\u00a0%");
        subtitle += IntervalChart.Hollow(context, rows);
        return new Chart(
            Title(context, rows[0], unit), subtitle, IntervalChart.Words(context, rows), context.Width,
            [IntervalChart.Panel(context, rows, axis)]);
    }

    private static string Title(StudyFigureContext context, IntervalRow most, string unit) => context.Say(
        $"{most.Name} is worth {context.Brief(most.Estimate)} {Times(unit)}, 95 % interval {context.Brief(most.Lower)} to "
            + $"{context.Brief(most.Upper)}",
        $"{most.Name}\u00a0: {context.Brief(most.Estimate)} {Times(unit)}, intervalle à 95\u00a0% de {context.Brief(most.Lower)} à "
            + $"{context.Brief(most.Upper)}");

    /// <summary>A unit that begins with a number, such as 100 € a month, is not to be read as one with the number before it.</summary>
    private static string Times(string unit) => unit.Length > 0 && char.IsAsciiDigit(unit[0]) ? "× " + unit : unit;

    /// <summary>Largest first; intervals without an end are left out.</summary>
    private static List<IntervalRow> Rows(StudyFigureContext context) =>
        [.. context.Study.WillingnessToPay.Where(w => double.IsFinite(w.Lower) && double.IsFinite(w.Upper))
            .OrderByDescending(w => Math.Abs(w.Estimate))
            .Select(w => new IntervalRow(context.Named(w.Name), w.Estimate, w.Lower, w.Upper))];
}
