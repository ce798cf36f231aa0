using InstallSim.Choice;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>Rankings of six platforms by 91 people; targets: mlogit's vignette "Miscellaneous models".</summary>
public sealed class RankingPublishedTests
{
    [Test]
    public void Ranked_game_platforms()
    {
        var csv = CsvText.Read(Repository.SharedData("choice", "game2_ranked_long.csv"));
        string[] platforms = ["PC", "GameBoy", "GameCube", "PlayStation", "PSPortable", "Xbox"];
        string[] names = ["own", .. platforms[1..].Select(p => "(Intercept):" + p), .. platforms[1..].Select(p => "hours:" + p), .. platforms[1..].Select(p => "age:" + p)];
        var table = new LongTable(names);
        var rank = new List<int>();
        for (int r = 0; r < csv.Rows.Length; r++)
        {
            int j = Array.IndexOf(platforms, csv.Text(r, "platform")), id = (int)csv.Number(r, "chid");
            double[] One(double value) => [.. Enumerable.Range(1, 5).Select(i => i == j ? value : 0)];
            table.Add(id, id, j, false, [csv.Number(r, "own"), .. One(1), .. One(csv.Number(r, "hours")), .. One(csv.Number(r, "age"))]);
            rank.Add((int)csv.Number(r, "ch"));
        }

        var data = RankedChoices.Explode(table.Table(), rank);
        Assert.That(data.Situations, Is.EqualTo(91 * 5));
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(names), data);
        Assert.That(fit.Converged, Is.True, fit.Ending);
        Assert.That(fit.LogLikelihood, Is.EqualTo(-516.55).Within(0.005));
        Assert.That(fit["own"], Is.EqualTo(0.963367).Within(1e-6));
        Assert.That(fit.StandardErrors(CovarianceKind.Hessian)[0], Is.EqualTo(0.190396).Within(1e-6));
    }
}
