using System.Text.Json;
using InstallSim.Choice.Estimation;

namespace InstallSim.Tests.Published;

/// <summary>Estimates that other programs gave, and the comparison with ours.</summary>
/// <param name="LogLikelihood">Final log-likelihood.</param>
/// <param name="Parameters">Name, estimate, standard error and robust standard error; NaN where the reference has none.</param>
internal sealed record Reference(double LogLikelihood, IReadOnlyList<(string Name, double Estimate, double Se, double RobustSe)> Parameters)
{
    public static Reference Mlogit(string model)
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "mlogit_gmnl_reference.csv"));
        int[] rows = [.. Enumerable.Range(0, csv.Rows.Length).Where(r => csv.Text(r, "model") == model)];
        return new Reference(
            csv.Number(rows[0], "loglik"),
            [.. rows.Select(r => (csv.Text(r, "param"), csv.Number(r, "est"), csv.Number(r, "se"), double.NaN))]);
    }

    public static Reference Biogeme(string model)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.SharedData("choice", "biogeme_swissmetro_reference.json")));
        var m = json.RootElement.EnumerateArray().First(e => e.GetProperty("model").GetString() == model);
        static double Number(JsonElement e) => e.ValueKind == JsonValueKind.Number ? e.GetDouble() : double.NaN;
        return new Reference(
            m.GetProperty("loglik").GetDouble(),
            [.. m.GetProperty("params").EnumerateArray().Select(p => (
                p.GetProperty("name").GetString()!, Number(p.GetProperty("est")), Number(p.GetProperty("se")),
                Number(p.GetProperty("robust_se"))))]);
    }

    /// <summary>
    /// Log-likelihood to 1e-9, estimates to 1e-4, standard errors to 1e-3, all relative. A reference that stopped below the maximum by d
    /// in log-likelihood may be √(2·d) standard errors from it: so much is allowed besides.
    /// </summary>
    /// <param name="result">Our fit.</param>
    /// <param name="kind">What the reference's standard errors are; null: not compared.</param>
    /// <param name="rename">Our name of a parameter of the reference; null: the same.</param>
    /// <param name="transform">
    /// By the reference's name, our value of a parameter that is a function of ours, with the slope by which its standard error
    /// is ours; null: the parameter is the same.
    /// </param>
    public void Check(
        EstimationResult result, CovarianceKind? kind, Func<string, string>? rename = null,
        Func<string, (string Ours, double Value, double Slope)?>? transform = null)
    {
        Assert.That(result.Converged, Is.True, result.Ending);
        Assert.That(result.LogLikelihood, Is.EqualTo(LogLikelihood).Within(1e-6 * Math.Abs(LogLikelihood) / 1000));
        double shortfall = Math.Sqrt(2 * Math.Max(0, result.LogLikelihood - LogLikelihood));
        double[] unit = result.StandardErrors(CovarianceKind.Hessian);
        Assert.Multiple(() =>
        {
            foreach (var (name, estimate, se, robust) in Parameters)
            {
                var other = transform?.Invoke(name);
                int k = result.IndexOf(other?.Ours ?? rename?.Invoke(name) ?? name);
                double slope = other?.Slope ?? 1;
                Assert.That(other?.Value ?? result.Estimates[k],
                    Is.EqualTo(estimate).Within(1e-4 * Math.Abs(estimate) + shortfall * slope * unit[k]), name);
                if (kind is { } which && double.IsFinite(se))
                {
                    Assert.That(slope * result.StandardErrors(which)[k], Is.EqualTo(se).Within(0.1).Percent, "se of " + name);
                }

                if (kind is not null && double.IsFinite(robust))
                {
                    Assert.That(slope * result.StandardErrors(CovarianceKind.Robust)[k],
                        Is.EqualTo(robust).Within(0.1).Percent, "robust se of " + name);
                }
            }
        });
    }
}
