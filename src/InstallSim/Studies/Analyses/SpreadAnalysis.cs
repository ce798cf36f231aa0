using InstallSim.Choice.Analysis;
using InstallSim.Choice.Estimation;

namespace InstallSim.Studies.Analyses;

/// <summary>Standard deviations and correlations of correlated coefficients, which their Cholesky factor does not show.</summary>
internal static class SpreadAnalysis
{
    /// <summary>A table of them; none where no coefficients are correlated.</summary>
    public static IEnumerable<ResultTable> Tables(EstimationResult result)
    {
        IReadOnlyList<CorrelatedSpread> spreads = CorrelatedSpread.Of(result);
        if (spreads.Count == 0)
        {
            yield break;
        }

        yield return new ResultTable(
            "correlations", "standard deviations and correlations over people",
            [
                new("name", "of"), new("estimate", "estimate"), new("std_error", "std. error"), new("lower_95", "lower 95 %"),
                new("upper_95", "upper 95 %"),
            ],
            [.. spreads.OrderBy(s => s.First != s.Second)
                .Select(s => (object[])
                [
                    s.First == s.Second ? $"sd.{s.First}" : $"corr.{s.Second}.{s.First}", s.Value.Estimate, s.Value.StandardError,
                    s.Value.Lower, s.Value.Upper,
                ])],
            ["By the delta method from the Cholesky factor; of lognormal coefficients those of the logarithm."]);
    }
}
