using InstallSim.Studies.Uptakes;

namespace InstallSim.Tests.Studies.Uptakes;

/// <content>Uptake of some of the people: classes and subgroups.</content>
public sealed partial class UptakeTests
{
    [Test]
    public void Uptake_by_class_has_the_mean_of_all_weighted_by_shares()
    {
        var two = new Journeys(400)
        {
            Stay = 0,
            Price = key => key.Uniform(900) < 0.6 ? -1.2 : -0.1,
            Comfort = key => key.Uniform(900) < 0.6 ? 0.1 : 1.2,
        };
        UptakeResult result = Run(Yaml("model: { classes: 2 }\n"), two.Csv()).Result;
        UptakeRow[] classes = [Row(result, "cheap", "class 1"), Row(result, "cheap", "class 2")];
        Assert.Multiple(() =>
        {
            Assert.That(classes.Sum(c => c.People.Share), Is.EqualTo(1).Within(1e-12));
            Assert.That(classes.Sum(c => c.People.Share * c.Probability.Estimate),
                Is.EqualTo(Row(result, "cheap").Probability.Estimate).Within(1e-12));
            Assert.That(classes.Max(c => c.Change.Estimate) / classes.Min(c => c.Change.Estimate), Is.GreaterThan(2));
        });
    }

    [Test]
    public void Uptake_by_subgroup_follows_what_people_are()
    {
        string yaml = Yaml().Replace("{ name: comfort },", "{ name: comfort }, { name: price-old, column: price, times: old },",
            StringComparison.Ordinal).Replace("  income: price\n", "  by: [old]\n", StringComparison.Ordinal)
            .Replace("  improvements: [comfortable]\n", "", StringComparison.Ordinal);
        yaml = yaml[..yaml.IndexOf("  map:", StringComparison.Ordinal)];
        var (result, study) = Run(yaml, WithAge(Stayers.Csv()));
        double P(int old) => 1 / (1 + Math.Exp(study.Estimates["stay"]
            - (2 * (study.Estimates["price"] + (old * study.Estimates["price-old"]))) - study.Estimates["comfort"]));
        UptakeRow young = Row(result, "cheap", "old = 0"), aged = Row(result, "cheap", "old = 1");
        Assert.Multiple(() =>
        {
            Assert.That(young.Probability.Estimate, Is.EqualTo(P(0)).Within(1e-12));
            Assert.That(aged.Probability.Estimate, Is.EqualTo(P(1)).Within(1e-12));
            Assert.That(Row(result, "cheap").Probability.Estimate,
                Is.EqualTo((young.People.Share * P(0)) + (aged.People.Share * P(1))).Within(1e-12));
        });
    }

    [Test]
    public void A_mean_that_depends_on_the_person_is_that_of_each_subgroup()
    {
        string yaml = Yaml("model: { random: { comfort: { distribution: normal, mean-by: [old] } } }\n")
            .Replace("  income: price\n", "  by: [old]\n  draws: 20000\n", StringComparison.Ordinal)
            .Replace("  improvements: [comfortable]\n", "", StringComparison.Ordinal);
        yaml = yaml[..yaml.IndexOf("  map:", StringComparison.Ordinal)];
        var (result, study) = Run(yaml, WithAge(Stayers.Csv()));
        double stay = study.Estimates["stay"], price = study.Estimates["price"], sd = Math.Abs(study.Estimates["sd.comfort"]);
        double ByHand(int old)
        {
            double mean = study.Estimates["comfort"] + (old * study.Estimates["comfort.old"]), sum = 0, mass = 0;
            for (double z = -8; z <= 8; z += 0.001)
            {
                double density = Math.Exp(-z * z / 2);
                sum += density / (1 + Math.Exp(stay - (3 * price) - (3 * (mean + (sd * z)))));
                mass += density;
            }

            return sum / mass;
        }

        Assert.Multiple(() =>
        {
            Assert.That(Row(result, "comfortable", "old = 0").Probability.Estimate, Is.EqualTo(ByHand(0)).Within(5e-5));
            Assert.That(Row(result, "comfortable", "old = 1").Probability.Estimate, Is.EqualTo(ByHand(1)).Within(5e-5));
            Assert.That(ByHand(0), Is.Not.EqualTo(ByHand(1)).Within(1e-4), "else the test could not fail");
        });
    }

    /// <summary>The answers with a column that says whether the person is old: every other one.</summary>
    private static string WithAge(string csv) => string.Join('\n',
        csv.TrimEnd().Split('\n').Select((line, i) => i == 0 ? line + ",old" : line + "," + (line[1] % 2 == 0 ? 1 : 0))) + "\n";
}
