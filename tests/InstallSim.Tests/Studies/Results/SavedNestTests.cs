using System.Globalization;
using InstallSim.Choice.Draws;
using InstallSim.Inputs;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Results;

/// <summary>What of nests and of classes of scale a scenario can hold.</summary>
public sealed class SavedNestTests
{
    private const string Yaml = """
        name: small
        title: Practices and none
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: practice, chosen: chosen }
        utility: [income, group-practice, { name: none, constant: true, alternatives: [none] }]
        draws: { number: 30, stability: false }
        save: { as: { none: leave-out } }

        """;

    private static readonly string Csv = Answers(120);

    [TestCase("{ nests: [{ name: work, alternatives: [A, B] }] }")]
    [TestCase("{ random: { group-practice: normal }, nests: [{ name: work, alternatives: [A, B] }] }")]
    public void Practices_of_one_nest_are_saved_at_the_scale_at_which_people_choose_among_them(string model)
    {
        StudyResult study = SmallStudy.Estimate($"{Yaml}model: {model}\n", Csv);
        string text = SavedPreferences.Write(study, "p.yaml");
        double lambda = study.Estimates["nest.work"], income = study.Estimates["income"];
        Assert.Multiple(() =>
        {
            Assert.That(Value(text, "utils-per-keur:"), Is.EqualTo(income / lambda).Within(1e-6).Percent);
            Assert.That(Value(text, "group-practice:"), Is.EqualTo(study.Estimates["group-practice"] / income).Within(1e-6).Percent);
            Assert.That(text, Does.Contain("divided by nest.work"));
        });
    }

    [Test]
    public void Practices_at_different_scales_are_refused_before_anything_is_fitted()
    {
        const string nests = "model: { nests: [{ name: work, alternatives: [A, none] }] }\n";
        using var folder = new InstallSim.Tests.Inputs.TemporaryFolder();
        folder.Write("small.csv", Csv);
        var source = InstallSim.Studies.Settings.StudyReader.Read(folder.Write("small.yaml", Yaml + nests));
        Assert.That(() => InstallSim.Studies.StudyEstimation.Run(source, isSaved: true), Throws.TypeOf<InputException>().With.Message
            .Contains("in nests of different scales (nest.work, 1)").And.Message.Contains("or estimate without 'nests'"));
    }

    [Test]
    public void Each_pair_of_a_taste_and_a_scale_becomes_a_class()
    {
        StudyResult study = SmallStudy.Estimate(
            $"{Yaml}model: {{ classes: 2, scale-classes: 2, class-starts: 1, shared: [income] }}\n", Csv);
        string text = SavedPreferences.Write(study, "p.yaml", force: true);
        Assert.That(text.Split("{ name: class-").Length - 1, Is.EqualTo(4));
        Assert.That(study.Model, Is.EqualTo("latent-class logit with 2 classes and 2 of scale"));
    }

    private static double Value(string text, string key) => double.Parse(
        text[text.IndexOf(key, StringComparison.Ordinal)..].Split("value: ")[1].Split('\n')[0], CultureInfo.InvariantCulture);

    /// <summary>Eight choices of each person between two practices in a nest of 0.5 and none of them.</summary>
    private static string Answers(int persons)
    {
        var text = new System.Text.StringBuilder("who,task,practice,income,group-practice,chosen\n");
        for (int person = 1; person <= persons; person++)
        {
            var key = new DrawKey(9, 0, 12, 0, (uint)person);
            int next = 0;
            for (int task = 1; task <= 8; task++)
            {
                double[] income = [70 + (15 * Math.Floor(3 * key.Uniform(next++))), 70 + (15 * Math.Floor(3 * key.Uniform(next++)))];
                double[] group = [Math.Floor(2 * key.Uniform(next++)), Math.Floor(2 * key.Uniform(next++))];
                double[] v = [.. income.Select((y, j) => ((0.03 * (y - 85)) + (0.5 * group[j])) / 0.5)];
                double inside = 0.5 * Math.Log(Math.Exp(v[0]) + Math.Exp(v[1]));
                int chosen = key.Uniform(next++) < 1 / (1 + Math.Exp(inside - 0.2)) ? 2
                    : key.Uniform(next++) < 1 / (1 + Math.Exp(v[1] - v[0])) ? 0 : 1;
                for (int j = 0; j < 3; j++)
                {
                    string[] row = j == 2 ? ["none", "0", "0"] : [j == 0 ? "A" : "B", $"{income[j]}", $"{group[j]}"];
                    text.Append(CultureInfo.InvariantCulture, $"{person},{task},{string.Join(',', row)},{(j == chosen ? 1 : 0)}\n");
                }
            }
        }

        return text.ToString();
    }
}
