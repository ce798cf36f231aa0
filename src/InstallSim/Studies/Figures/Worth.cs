using System.Text.Json.Nodes;

namespace InstallSim.Studies.Figures;

/// <summary>Willingness to pay, or worth in income, with intervals.</summary>
internal sealed class Worth : IStudyFigure
{
    /// <inheritdoc/>
    public string Id => "willingness-to-pay";

    /// <inheritdoc/>
    public bool Applies(StudyResult study) => Rows(study).Count > 0;

    /// <inheritdoc/>
    public string Title(StudyResult study)
    {
        var most = Rows(study)[0];
        string unit = study.Study.WillingnessToPay!.Unit is { Length: > 0 } said ? said : $"units of {study.Study.WillingnessToPay.Denominator}";
        return $"{most.Name} is worth {ParameterRow.Brief(most.Estimate)} {unit}, 95 % interval {ParameterRow.Brief(most.Lower)} to {ParameterRow.Brief(most.Upper)}";
    }

    /// <inheritdoc/>
    public string Subtitle(StudyResult study) => FormattableString.Invariant(
        $"One unit of each variable, {WillingnessToPayRow.Title(study.Study)}; {study.Estimates.Situations} choices of {study.Estimates.Persons} people; 95 % intervals; hollow: zero lies within");

    /// <inheritdoc/>
    public string Description(StudyResult study) =>
        "Points with intervals, one a variable: " + string.Join("; ", Rows(study).Select(r => $"{r.Name} {ParameterRow.Text(r.Estimate)} [{ParameterRow.Text(r.Lower)}, {ParameterRow.Text(r.Upper)}]")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(StudyResult study) => StudyFigureCatalog.Intervals(Rows(study), WillingnessToPayRow.Title(study.Study));

    /// <summary>Largest first; intervals without an end are left out.</summary>
    private static List<(string Name, double Estimate, double Lower, double Upper)> Rows(StudyResult study) =>
        [.. study.WillingnessToPay.Where(w => double.IsFinite(w.Lower) && double.IsFinite(w.Upper))
            .OrderByDescending(w => Math.Abs(w.Estimate)).Select(w => (w.Name, w.Estimate, w.Lower, w.Upper))];
}
