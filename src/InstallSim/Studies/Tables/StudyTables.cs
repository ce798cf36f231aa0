using InstallSim.Choice.Analysis;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>
/// The tables of a study for programs. Each row ends with <c>remarks</c>, by what choices are weighted and every warning (of
/// predictions without those of willingness to pay, of which they are not made): a comment line
/// would break readers and be lost by a filter or a sort, a column goes with each row wherever it is copied.
/// </summary>
internal static class StudyTables
{
    private const string Remarks = "remarks";

    /// <summary>Writes the coefficients.</summary>
    public static void WriteEstimates(StudyResult study, string path)
    {
        using var csv = new CsvWriter(path, "parameter", "estimate", "std_error", "z", "p", "lower_95",
            "upper_95", "tested_against", "fixed", Remarks);
        foreach (ParameterRow row in ParameterRow.Of(study.Estimates))
        {
            csv.Write(row.Name);
            Numbers(csv, row.Estimate, row.StandardError, row.Z, row.P, row.Lower, row.Upper, row.TestedAgainst);
            csv.Write(row.IsFixed ? 1 : 0);
            End(csv, study);
        }
    }

    /// <summary>Writes what variables are worth, with the intervals of all methods.</summary>
    public static void WriteWillingnessToPay(StudyResult study, string path)
    {
        using var csv = new CsvWriter(path, "variable", "estimate", "std_error", "lower_95", "upper_95", "denominator", "unit", "method",
            "statistic", "delta_lower_95", "delta_upper_95", "krinsky_robb_lower_95", "krinsky_robb_upper_95", "fieller_set",
            "fieller_lower_95", "fieller_upper_95", "bootstrap_lower_95", "bootstrap_upper_95", Remarks);
        WillingnessToPaySettings settings = study.Study.WillingnessToPay!;
        foreach (WillingnessToPayRow row in study.WillingnessToPay)
        {
            csv.Write(row.Name);
            Numbers(csv, row.Estimate, row.StandardError, row.Lower, row.Upper);
            csv.Write(settings.Denominator);
            csv.Write(settings.Unit);
            csv.Write(InputType.Kebab(settings.Method.ToString()));
            csv.Write(InputType.Kebab(row.Kind.ToString()));
            Ends(csv, row.Delta);
            Ends(csv, row.KrinskyRobb);
            csv.Write(row.Fieller is null ? "" : InputType.Kebab(row.Fieller.Kind.ToString()));
            Numbers(csv, row.Fieller?.Lower ?? double.NaN, row.Fieller?.Upper ?? double.NaN);
            Ends(csv, row.Bootstrap);
            End(csv, study);
        }
    }

    /// <summary>Writes predicted probabilities.</summary>
    public static void WritePredictions(StudyResult study, IReadOnlyList<PredictedChoice> predicted, string path)
    {
        using var csv = new CsvWriter(
            path, "situation", "alternative", "probability", "std_error", "lower_95", "upper_95", Remarks);
        string remarks = study.RemarksBesidePay;
        foreach (PredictedChoice choice in predicted)
        {
            csv.Write(choice.Situation);
            csv.Write(choice.Alternative);
            Interval p = choice.Probability;
            Numbers(csv, p.Estimate, p.StandardError, p.Lower, p.Upper);
            csv.Write(remarks);
            csv.EndRow();
        }
    }

    /// <summary>Writes the table of an analysis.</summary>
    public static void Write(StudyResult study, ResultTable table, string path)
    {
        ResultTable remarked = table with
        {
            Columns = [.. table.Columns, new ResultColumn(Remarks, "")],
            Rows = [.. table.Rows.Select(row => (object[])[.. row, study.Remarks])],
        };
        remarked.Write(path);
    }

    private static void Ends(CsvWriter csv, Interval? i) => Numbers(csv, i?.Lower ?? double.NaN, i?.Upper ?? double.NaN);

    private static void Numbers(CsvWriter csv, params ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            csv.Write(value);
        }
    }

    private static void End(CsvWriter csv, StudyResult study)
    {
        csv.Write(study.Remarks);
        csv.EndRow();
    }
}
