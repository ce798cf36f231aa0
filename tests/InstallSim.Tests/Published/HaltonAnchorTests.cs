using System.Text.Json;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Published;

/// <summary>With the same Halton draws, the simulated log-likelihood and its gradient are those of xlogit.</summary>
public sealed class HaltonAnchorTests
{
    [TestCase(100)]
    [TestCase(600)]
    [TestCase(2000)]
    public void Electricity_with_six_normals(int draws)
    {
        var data = Datasets.Electricity();
        Check("anchor_electricity", draws,
            new MixedLogit(data.Names, [.. data.Names.Select(n => new RandomCoefficient(n))], new HaltonDraws(draws)), data);
    }

    [Test]
    public void Synthetic_choices_with_three_normals()
    {
        var data = Synthetic.Data();
        Check("anchor_synthetic", 500, new MixedLogit(data.Names, [new("x1"), new("x2"), new("x3")], new HaltonDraws(500)), data);
    }

    private static void Check(string name, int draws, MixedLogit model, ChoiceData data)
    {
        string path = Repository.SharedData("..", "peers", "dce", "xlogit_fixed_point_anchors.jsonl");
        foreach (string line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("case").GetString() != name || json.RootElement.GetProperty("draws").GetInt32() != draws)
            {
                continue;
            }

            double[] theta = [.. json.RootElement.GetProperty("beta").EnumerateArray().Select(b => b.GetDouble())];
            double[] gradient = [.. json.RootElement.GetProperty("grad").EnumerateArray().Select(g => g.GetDouble())];
            var at = model.Bind(data).Evaluate(theta, Derivatives.Gradient);
            Assert.That(at.LogLikelihood, Is.EqualTo(json.RootElement.GetProperty("loglik").GetDouble()).Within(1e-8));
            Assert.That(at.Gradient, Is.EqualTo(gradient).Within(1e-8));
            return;
        }

        Assert.Fail($"no anchor {name} of {draws} draws");
    }
}
