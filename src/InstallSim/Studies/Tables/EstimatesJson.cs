using System.Text.Json.Nodes;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>
/// All that a study found, as JSON for programs: standard deviations and diagonals of Cholesky factors are at least 0, the covariance goes
/// with them, and <c>turned</c> names the parameters that were found with the other sign.
/// </summary>
internal static class EstimatesJson
{
    /// <summary>The whole object.</summary>
    public static JsonObject Of(StudyResult study)
    {
        var json = new JsonObject
        {
            ["study"] = study.Study.Name,
            ["title"] = study.Study.Title,
            ["model"] = study.Model,
            ["draws"] = study.Draws.Length == 0 ? null : study.Draws,
            ["answers_simulated"] = study.IsSimulated,
        };
        json["estimated_from"] = study.MadeFrom.DeepClone();
        AddFit(json, study);
        AddParameters(json, study);
        if (study.WillingnessToPay.Count > 0)
        {
            json["willingness_to_pay"] = new JsonArray([.. study.WillingnessToPay.Select(w => (JsonNode)Worth(w))]);
        }

        foreach (ResultTable table in study.Analyses.Tables.Where(t => !t.IsLong))
        {
            json[table.Id.Replace('-', '_')] = table.ToJson();
        }

        return json;
    }

    private static JsonObject Worth(WillingnessToPayRow row)
    {
        var json = new JsonObject
        {
            ["variable"] = row.Name,
            ["statistic"] = InputType.Kebab(row.Kind.ToString()),
            ["estimate"] = Number(row.Estimate),
            ["standard_error"] = Number(row.StandardError),
            ["lower"] = Number(row.Lower),
            ["upper"] = Number(row.Upper),
            ["delta"] = Ends(row.Delta.Lower, row.Delta.Upper),
            ["krinsky_robb"] = row.KrinskyRobb is { } simulated ? Ends(simulated.Lower, simulated.Upper) : null,
            ["fieller"] = row.Fieller is { } fieller ? Ends(fieller.Lower, fieller.Upper) : null,
            ["fieller_set"] = row.Fieller is { } set ? InputType.Kebab(set.Kind.ToString()) : null,
            ["bootstrap"] = row.Bootstrap is { } resampled ? Ends(resampled.Lower, resampled.Upper) : null,
        };
        return json;
    }

    private static JsonArray Ends(double lower, double upper) => new(Number(lower), Number(upper));

    private static void AddFit(JsonObject json, StudyResult study)
    {
        EstimationResult r = study.Estimates;
        json["situations"] = r.Situations;
        json["persons"] = r.Persons;
        json["weighted_by"] = study.Study.Data.Weight;
        json["sum_of_weights"] = r.SumOfWeights;
        json["situations_dropped"] = study.Choices.Dropped;
        json["parameters_estimated"] = r.Estimated;
        json["log_likelihood_null"] = r.NullLogLikelihood;
        json["log_likelihood_constants"] = study.ConstantsOnly?.LogLikelihood;
        json["log_likelihood_initial"] = Number(r.InitialLogLikelihood);
        json["log_likelihood"] = r.LogLikelihood;
        json["rho_squared"] = r.RhoSquared;
        json["rho_squared_adjusted"] = r.AdjustedRhoSquared;
        json["aic"] = r.Aic;
        json["bic"] = r.Bic;
        json["converged"] = r.Converged;
        json["identified"] = r.IsIdentified;
        json["ending"] = r.Ending;
        json["starts"] = r.Search?.Tried;
        json["starts_agreeing"] = r.Search?.Agreeing;
        json["iterations"] = r.Iterations;
        json["gradient_norm"] = Number(r.GradientNorm);
        json["condition_number"] = Number(r.ConditionNumber);
    }

    private static void AddParameters(JsonObject json, StudyResult study)
    {
        EstimationResult r = study.Estimates;
        IReadOnlyList<ParameterRow> rows = ParameterRow.Of(r);
        int[] sign = [.. Enumerable.Range(0, rows.Count).Select(k => ParameterRow.Sign(r, k))];
        var kinds = new JsonObject();
        foreach (CovarianceKind kind in r.Kinds.Order())
        {
            kinds[InputType.Kebab(kind.ToString())] = Numbers(r.StandardErrors(kind));
        }

        json["warnings"] = new JsonArray([.. study.Warnings.Select(w => (JsonNode)w.English)]);
        json["warnings_fr"] = new JsonArray([.. study.Warnings.Select(w => (JsonNode)w.French)]);
        json["parameters"] = new JsonArray([.. r.Parameters.Select(p => (JsonNode)p)]);
        json["estimates"] = Numbers(rows.Select(row => row.Estimate));
        json["turned"] = new JsonArray([.. r.Parameters.Where((_, k) => sign[k] < 0).Select(p => (JsonNode)p)]);
        json["tested_against"] = Numbers(rows.Select(row => row.TestedAgainst));
        json["fixed"] = new JsonArray([.. r.IsFixed.Select(f => (JsonNode)f)]);
        json["status"] = new JsonArray([.. r.Parameters.Select((name, k) => (JsonNode)Status(r, name, k, study.Study))]);
        json["bootstrap_samples"] = r.Bootstrap is not { } samples ? null : new JsonObject
        {
            ["drawn"] = samples.Drawn,
            ["used"] = samples.Estimates.Count,
            ["separated"] = samples.Separated,
            ["unconverged"] = samples.Unconverged,
        };
        json["standard_error_kind"] = InputType.Kebab(r.DefaultCovariance.ToString());
        json["standard_errors"] = kinds;
        json["degrees_of_freedom"] = Number(r.Degrees);
        json["covariance"] =
            new JsonArray([.. rows.Select((_, i) => (JsonNode)Numbers(rows.Select((_, j) => sign[i] * sign[j] * r.Covariance()[i, j])))]);
    }

    /// <summary>
    /// How a value came about: untold (no choice depends on it; held, not counted), fixed, at-bound (a spread at 0, a part at 0 or 1),
    /// unidentified, equal (to another parameter), estimated.
    /// </summary>
    private static string Status(EstimationResult r, string name, int k, Study study) => r switch
    {
        _ when r.Undetermined.Any(u => u.Parameter == name) => "untold",
        _ when r.IsFixed[k] => "fixed",
        _ when r.AtBound.Contains(name) => "at-bound",
        _ when r.Unidentified.Any(u => u.Parameters.Contains(name)) => "unidentified",
        _ when study.Estimation.Equal.Any(group => group.Skip(1).Contains(name)) => "equal",
        _ => "estimated",
    };

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);
}
