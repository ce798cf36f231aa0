using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>
/// Rankings of six platforms by 91 people with constants only; targets: mlogit's output printed in stats.stackexchange.com question
/// 189336. Its optimiser stopped at g'(−H)⁻¹g = 0.000575, so that its figures are within 0.024 standard errors of the maximum.
/// </summary>
public sealed class RankingPublishedTests
{
    private static readonly (string Platform, double Estimate, double StandardError)[] Printed =
    [
        ("GameCube", 0.058678, 0.182572),
        ("PC", 1.275749, 0.194292),
        ("PlayStation", 1.273903, 0.191226),
        ("PSPortable", 0.622355, 0.181645),
        ("Xbox", 1.401230, 0.189758),
    ];

    [Test]
    public void Ranked_game_platforms()
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "game2_ranked_long.csv"));
        string[] names = [.. Printed.Select(p => p.Platform)];
        var table = new LongTable(names);
        var rank = new List<int>();
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            string platform = csv.Text(r, "platform");
            int id = (int)csv.Number(r, "chid");
            table.Add(id, id, Array.IndexOf(names, platform) + 1, false, [.. names.Select(name => name == platform ? 1.0 : 0)]);
            rank.Add((int)csv.Number(r, "ch"));
        }

        var data = RankedChoices.Explode(table.Table(), rank);
        Assert.That(data.Situations, Is.EqualTo(91 * 5));
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(names), data);
        Assert.That(fit.Converged, Is.True, fit.Ending);
        for (int k = 0; k < Printed.Length; k++)
        {
            Assert.That(fit[names[k]], Is.EqualTo(Printed[k].Estimate).Within(0.024 * Printed[k].StandardError), names[k]);
            Assert.That(fit.StandardErrors(CovarianceKind.Hessian)[k], Is.EqualTo(Printed[k].StandardError).Within(1e-3), names[k]);
        }
    }
}
