using System.Globalization;
using InstallSim.Choice.Estimation;

namespace InstallSim.Studies;

/// <summary>What a table says beside the coefficients: data, fit, convergence.</summary>
internal static class ResultLines
{
    /// <summary>Names and values of the fit, in the order in which papers print them.</summary>
    public static IEnumerable<(string Name, string Value)> Fit(StudyResult study)
    {
        EstimationResult r = study.Estimates;
        yield return ("Choice situations", Whole(r.Situations));
        yield return ("People", study.Study.Data.Person is null ? $"{Whole(r.Persons)} (each situation its own)" : Whole(r.Persons));
        yield return ("Parameters estimated", Whole(r.Estimated));
        yield return ("Log-likelihood, equal chances", Number(r.NullLogLikelihood, 3));
        yield return ("Log-likelihood, start", Number(r.InitialLogLikelihood, 3));
        yield return ("Log-likelihood, estimates", Number(r.LogLikelihood, 3));
        yield return ("McFadden's ρ²", Number(r.RhoSquared, 4));
        yield return ("ρ² adjusted", Number(r.AdjustedRhoSquared, 4));
        yield return ("AIC", Number(r.Aic, 2));
        yield return ("BIC", Number(r.Bic, 2));
    }

    /// <summary>What the standard errors are.</summary>
    public static string StandardErrors(StudyResult study) => study.Estimates.DefaultCovariance switch
    {
        CovarianceKind.Hessian => "Standard errors from the Hessian: right when the model is.",
        CovarianceKind.OuterProduct => "Standard errors from the outer product of the scores (BHHH).",
        CovarianceKind.Robust => "Standard errors robust (sandwich) over the independent units of the likelihood.",
        CovarianceKind.Bootstrap => "Standard errors by bootstrap: people drawn with replacement.",
        _ when study.Study.Data.Person is null => "Standard errors robust (sandwich); each choice situation counts as a person of its own.",
        _ => "Standard errors robust, clustered by person (sandwich).",
    };

    /// <summary>How the maximisation ended.</summary>
    public static string Convergence(StudyResult study)
    {
        EstimationResult r = study.Estimates;
        return string.Create(CultureInfo.InvariantCulture,
            $"{(r.Converged ? "Converged" : "NOT converged")} ({r.Ending}) in {r.Iterations} iterations, {r.Evaluations} evaluations; gradient norm {r.GradientNorm:0.0e+00}, condition number {r.ConditionNumber:0.0e+00}.");
    }

    private static string Whole(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    private static string Number(double value, int decimals) => value.ToString("F" + Whole(decimals), CultureInfo.InvariantCulture).Replace('-', '−');
}
