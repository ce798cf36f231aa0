using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>The estimates of the mixed logit within a general one, which describe its coefficients at the scale of 1.</summary>
public static class TasteEstimates
{
    /// <summary>The result with <see cref="GeneralMixedLogit.Tastes"/> as its model and the parameters of that alone.</summary>
    /// <param name="result">A fit of a general mixed logit; the fit is that of the whole model.</param>
    /// <exception cref="ArgumentException">The model is another.</exception>
    public static EstimationResult Of(EstimationResult result)
    {
        if (result.Model is not GeneralMixedLogit general)
        {
            throw new ArgumentException("only a general mixed logit has a mixed logit within it", nameof(result));
        }

        int count = general.Tastes.Parameters.Count;
        return new EstimationResult(general.Plain(), general.Tastes.Parameters, [.. result.Estimates.Take(count)],
            [.. result.IsFixed.Take(count)], result.Kinds.ToDictionary(kind => kind, kind => Corner(result.Covariance(kind), count)))
        {
            Situations = result.Situations,
            SumOfWeights = result.SumOfWeights,
            Persons = result.Persons,
            Estimated = result.Estimated,
            NullLogLikelihood = result.NullLogLikelihood,
            InitialLogLikelihood = result.InitialLogLikelihood,
            LogLikelihood = result.LogLikelihood,
            Converged = result.Converged,
            Ending = result.Ending,
            Iterations = result.Iterations,
            Evaluations = result.Evaluations,
            GradientNorm = result.GradientNorm,
            PossibleRise = result.PossibleRise,
            ConditionNumber = result.ConditionNumber,
            Undetermined = result.Undetermined,
            AtBound = [.. result.AtBound.Where(general.Tastes.Parameters.Contains)],
            Unidentified = result.Unidentified,
            DefaultCovariance = result.DefaultCovariance,
            Bootstrap = result.Bootstrap is { } samples
                ? samples with { Estimates = [.. samples.Estimates.Select(e => e[..count])] }
                : null,
        };
    }

    private static double[,] Corner(double[,] matrix, int count)
    {
        var corner = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                corner[i, j] = matrix[i, j];
            }
        }

        return corner;
    }
}
