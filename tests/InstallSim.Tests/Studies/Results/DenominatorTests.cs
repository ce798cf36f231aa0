using System.Globalization;
using System.Text;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Studies.Results;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Results;

/// <summary>What is said of the coefficient that others are divided by, and of what the data do not tell.</summary>
public sealed class DenominatorTests
{
    [TestCase("model: { numeraire: price }", 0.0, "coefficient of 'price' is weak")]
    [TestCase("model: { numeraire: price }", 0.5, "a price that people like")]
    [TestCase("model: { numeraire: price }", -0.5, null)]
    [TestCase("model: { numeraire: price }\nwillingness-to-pay: { denominator: price }", 0.5, "a price that people like")]
    [TestCase("model: { numeraire: price }\nwillingness-to-pay: { denominator: price, income: true }", 0.5, null)]
    [TestCase("model: { numeraire: price }\nwillingness-to-pay: { denominator: price, income: true }", -0.5, "income that people dislike")]
    [TestCase("model: { numeraire: price, random: { price: { distribution: lognormal, sign: negative } } }\n"
        + "draws: { number: 20, stability: false }", -0.5, null)]
    [TestCase("willingness-to-pay: { denominator: price }", 0.0, "coefficient of 'price' is weak")]
    [TestCase("willingness-to-pay: { denominator: price }", 0.5, "a price that people like")]
    public void A_price_is_warned_of_alike_as_numeraire_and_as_denominator(string model, double price, string? warning)
    {
        using var folder = new TemporaryFolder();
        StudyResult study = WarningsTests.Estimate(folder, new Journeys(60) { Price = _ => price }.Csv(),
            $"{Journeys.Yaml.Replace("chosen: chosen", "chosen: chosen, weight: weight", StringComparison.Ordinal)}{model}\n");
        string[] said = [.. study.Warnings.Select(w => w.English)
            .Where(w => w.Contains("coefficient of 'price' is ", StringComparison.Ordinal))];
        Assert.That(said, warning is null ? Is.Empty : Has.Length.EqualTo(1).And.Some.Contains(warning));
    }

    /// <summary>Nobody has the other sign of a price that is held to one; those who do not heed it have no finite ratio.</summary>
    [Test]
    public void A_price_that_some_do_not_heed_is_said_to_be_0_for_them_and_no_mean_over_people_is_infinite()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = WarningsTests.Estimate(folder, new Journeys(120, 8) { Price = key => Math.Min(0, -0.4 + Normal(key)) }.Csv(),
            Journeys.Yaml + """
            model: { random: { price: { distribution: censored-normal, sign: negative } } }
            draws: { number: 100, stability: false }
            willingness-to-pay: { denominator: price }

            """);
        Assert.That(study.Warnings.Select(w => w.English), Has.Some.Match(@"'price' is censored-normal, and 0 for \d\d(\.\d)? % of people")
            .And.None.Contains("other sign"));
        object[][] rows = [.. study.Analyses.Tables.Concat(PayTables.Of(study)).First(t => t.Id == "willingness-to-pay-over-people").Rows];
        Assert.That(rows.Select(row => (double)row[2]), Is.All.NaN, "means");
        Assert.That(rows.Select(row => (double)row[6]), Has.Some.EqualTo(double.PositiveInfinity), "95 %");
        static double Normal(DrawKey key) => NormalQuantileKernel.Quantile(key.Uniform(900));
    }

    [Test]
    public void What_the_data_do_not_tell_has_no_error_by_bootstrap_either()
    {
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml[..SmallStudy.Yaml.IndexOf("  available", StringComparison.Ordinal)] + """
            utility: [{ name: price }, { name: out, constant: true, alternatives: [out] }]
            model: { nests: [{ name: n, alternatives: [a, b] }] }
            estimation: { standard-errors: bootstrap, bootstrap-samples: 40 }
            elasticities: [price]

            """, LeavesAtRandom());
        Assert.That(study.Estimates.Unidentified.SelectMany(found => found.Parameters).Distinct(),
            Is.EquivalentTo(new[] { "price", "nest.n" }));
        Assert.That(study.Estimates.Bootstrap!.Estimates, Has.Count.GreaterThan(10), "samples that do tell them");
        ParameterRow[] rows = [.. ParameterRow.Of(study.Estimates)];
        Assert.Multiple(() =>
        {
            foreach (ParameterRow row in rows)
            {
                Assert.That(double.IsFinite(row.StandardError) && double.IsFinite(row.Lower) && double.IsFinite(row.P),
                    Is.EqualTo(row.Name == "out"), row.Name);
            }

            var elasticities = study.Analyses.Tables.Single(t => t.Id == "elasticities");
            Assert.That(elasticities.Rows, Is.Empty);
            Assert.That(elasticities.Notes, Has.Some.StartsWith("Left out, for they hang on coefficients that the data do not tell"));
        });
    }

    /// <summary>People who stay out whatever is offered, and choose by price else: the dissimilarity wants to be 0.</summary>
    private static string LeavesAtRandom()
    {
        var csv = new StringBuilder("who,task,drink,price,chosen\n");
        for (int p = 0; p < 20; p++)
        {
            for (int t = 0; t < 5; t++)
            {
                double leaves = ((((p * 31) + (t * 51) + (p * p * 7) + 3) % 20) + 0.5) / 20,
                    by = ((((p * 13) + (t * 29) + (p * t * 3)) % 20) + 0.5) / 20;
                int a = 1 + (((p * 3) + (t * 2) + (p * t * 3)) % 6), b = 1 + (((p * 15) + (t * 7) + 2) % 6);
                string chosen = leaves < 0.5 ? "out" : by < 1 / (1 + Math.Exp(0.8 * (a - b))) ? "a" : "b";
                foreach ((string name, int price) in ((string, int)[])[("a", a), ("b", b), ("out", 0)])
                {
                    csv.Append(CultureInfo.InvariantCulture, $"{p},{p}-{t},{name},{price},{(name == chosen ? 1 : 0)}\n");
                }
            }
        }

        return csv.ToString();
    }
}
