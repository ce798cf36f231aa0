using System.Text.Json.Nodes;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Figures;

/// <summary>Willingness to pay, or worth in income, with intervals.</summary>
internal sealed class Worth : IStudyFigure
{
    /// <inheritdoc/>
    public string Id => "willingness-to-pay";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => Rows(study).Count > 0;

    /// <inheritdoc/>
    public string Title(StudyFigureContext context)
    {
        IntervalRow most = Rows(context.Study)[0];
        string unit = context.Study.Study.WillingnessToPay!.Unit is { Length: > 0 } said ? said : context.Study.Study.WillingnessToPay.Denominator;
        return context.Say(
            $"{most.Name} is worth {context.Brief(most.Estimate)} {unit}, 95 % interval {context.Brief(most.Lower)} to {context.Brief(most.Upper)}",
            $"{most.Name} vaut {context.Brief(most.Estimate)} {unit}, intervalle à 95 % de {context.Brief(most.Lower)} à {context.Brief(most.Upper)}");
    }

    /// <inheritdoc/>
    public string Subtitle(StudyFigureContext context) => context.Say(
        $"One unit of each variable; {context.Sample}; 95 % intervals", $"Une unité de chaque variable ; {context.Sample} ; intervalles à 95 %") + IntervalChart.Hollow(context, Rows(context.Study));

    /// <inheritdoc/>
    public string Description(StudyFigureContext context) =>
        context.Say("Points with intervals, one a variable: ", "Points et intervalles, un par variable : ") + IntervalChart.Words(context, Rows(context.Study));

    /// <inheritdoc/>
    public JsonObject Draw(StudyFigureContext context) => IntervalChart.Draw(context, Rows(context.Study), Axis(context));

    private static string Axis(StudyFigureContext context)
    {
        WillingnessToPaySettings settings = context.Study.Study.WillingnessToPay!;
        string unit = settings.Unit.Length > 0 ? settings.Unit : settings.Denominator;
        return settings.Income ? context.Say($"worth in income ({unit})", $"valeur en revenu ({unit})") : context.Say($"willingness to pay ({unit})", $"consentement à payer ({unit})");
    }

    /// <summary>Largest first; intervals without an end are left out.</summary>
    private static List<IntervalRow> Rows(StudyResult study) =>
        [.. study.WillingnessToPay.Where(w => double.IsFinite(w.Lower) && double.IsFinite(w.Upper))
            .OrderByDescending(w => Math.Abs(w.Estimate)).Select(w => new IntervalRow(w.Name, w.Estimate, w.Lower, w.Upper))];
}
