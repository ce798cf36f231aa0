using System.Globalization;
using InstallSim.Choice.Estimation;

namespace InstallSim.Tests.Published;

/// <summary>
/// Numbers as others printed them: ours must be within half of their last digit and 1e-4 of the estimate or of its
/// standard error, the larger. A program that stopped below the maximum by d in log-likelihood may be √(2·d) standard
/// errors from it; so much is allowed besides.
/// </summary>
internal sealed class Printed
{
    private readonly EstimationResult _result;
    private readonly double _shortfall;

    /// <summary>Checks the log-likelihood.</summary>
    /// <param name="result">Our fit.</param>
    /// <param name="logLikelihood">Theirs; null: not printed.</param>
    /// <param name="most">How much lower theirs may be, of one that stopped early.</param>
    public Printed(EstimationResult result, string? logLikelihood, double most = 0)
    {
        _result = result;
        Assert.That(result.Converged, Is.True, result.Ending);
        if (logLikelihood is null)
        {
            return;
        }

        double more = result.LogLikelihood - Number(logLikelihood);
        Assert.That(more, Is.InRange(-Digit(logLikelihood), most + Digit(logLikelihood)), $"log-likelihood {result.LogLikelihood}");
        _shortfall = Math.Sqrt(2 * Math.Max(0, more - Digit(logLikelihood)));
    }

    /// <summary>Checks estimates, and standard errors where a kind is given.</summary>
    /// <param name="kind">What the standard errors are; null: not compared.</param>
    /// <param name="rows">By line: our name of the parameter, the estimate, standard errors.</param>
    /// <param name="factor">By what their standard errors are ours.</param>
    /// <param name="column">Word of the line, from 0, that is the standard error.</param>
    public void Check(CovarianceKind? kind, string rows, double factor = 1, int column = 2)
    {
        double[] unit = _result.StandardErrors(CovarianceKind.Hessian);
        Assert.Multiple(() =>
        {
            foreach (string[] row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')))
            {
                int k = _result.IndexOf(row[0]);
                Assert.That(IsSpread(row[0]) ? Math.Abs(_result.Estimates[k]) : _result.Estimates[k],
                    Is.EqualTo(Number(row[1]))
                        .Within(Digit(row[1]) + 1e-4 * Math.Max(Math.Abs(_result.Estimates[k]), unit[k]) + _shortfall * unit[k]), row[0]);
                if (kind is { } which)
                {
                    Assert.That(factor * _result.StandardErrors(which)[k],
                        Is.EqualTo(Number(row[column])).Within(Digit(row[column]) + 1e-3 * unit[k]), "se of " + row[0]);
                }
            }
        });
    }

    private static bool IsSpread(string parameter) => parameter.StartsWith("sd.", StringComparison.Ordinal); // its sign means nothing

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Half a unit of the last digit printed, and a hundredth of it for rounding.</summary>
    private static double Digit(string text) =>
        0.505 * Math.Pow(10,
            -(text.Contains('.', StringComparison.Ordinal) ? text.Length - 1 - text.IndexOf('.', StringComparison.Ordinal) : 0));
}
