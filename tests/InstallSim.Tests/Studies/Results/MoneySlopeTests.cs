using InstallSim.Choice.Estimation;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Results;

/// <summary>Willingness to pay where the price is in several variables of a sum.</summary>
public sealed class MoneySlopeTests
{
    private static readonly string Csv = WithAge(new Journeys(150) { Stay = 0.4 }.Csv());

    private static readonly string Yaml = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal)
        .Replace("{ name: comfort }]", "{ name: comfort }, { name: stay, constant: true, alternatives: [none] }, MORE]",
            StringComparison.Ordinal) + "willingness-to-pay: { denominator: price }\n";

    private static string WithAge(string csv) => string.Join('\n',
        csv.TrimEnd().Split('\n').Select((line, i) =>
            i == 0 ? line + ",old,one" : line + (line[1] is '1' or '2' ? ",1,1" : ",0,1"))) + "\n";

    private static StudyResult Estimate(string variable, string more = "") =>
        SmallStudy.Estimate(Yaml.Replace("MORE", variable, StringComparison.Ordinal) + more, Csv);

    /// <summary>The mean of a number over rows of the file, with its standard error by differences of the estimates.</summary>
    private static (double Value, double Error) ByHand(
        StudyResult study, Func<Func<string, double>, double[], double> ratio)
    {
        double[][] rows = [.. Csv.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(','))
            .Select(cell => (double[])[Number(cell[3]), Number(cell[4]), Number(cell[7])])];
        EstimationResult fit = study.Estimates;
        double Mean(double[] theta) => rows.Average(row => ratio(name => theta[fit.IndexOf(name)], row));
        double[] slope = [.. fit.Parameters.Select((_, k) =>
        {
            double[] up = [.. fit.Estimates], down = [.. fit.Estimates];
            (up[k], down[k]) = (up[k] + 1e-5, down[k] - 1e-5);
            return (Mean(up) - Mean(down)) / 2e-5;
        })];
        double[,] v = fit.Covariance();
        return (Mean([.. fit.Estimates]),
            Math.Sqrt(slope.Select((a, i) => slope.Select((b, j) => a * b * v[i, j]).Sum()).Sum()));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void IsByHand(
        StudyResult study, string name, Func<Func<string, double>, double[], double> ratio)
    {
        WillingnessToPayRow row = study.WillingnessToPay.Single(r => r.Name == name);
        var (value, error) = ByHand(study, ratio);
        Assert.That(row.Estimate, Is.EqualTo(value).Within(1e-9));
        Assert.That(row.StandardError, Is.EqualTo(error).Within(1e-4 * error));
        Assert.That(row.KrinskyRobb!.Lower, Is.LessThan(value));
        Assert.That(row.Fieller, Is.Null);
    }

    [TestCase("{ name: price-old, column: price, times: old }", "")]
    [TestCase("{ name: price-old }", "derived: [{ name: price-old, recipe: product, of: [old, price] }]\n")]
    public void A_price_that_weighs_by_the_person_is_the_mean_over_rows(string variable, string more)
    {
        StudyResult study = Estimate(variable, more);
        Assert.That(study.WillingnessToPay.Select(r => r.Name), Is.EqualTo(new[] { "comfort", "stay" }));
        IsByHand(study, "comfort", (b, x) => -b("comfort") / (b("price") + (x[2] * b("price-old"))));
        Assert.That(study.WillingnessToPay[0].Kind, Is.EqualTo(WorthKind.Mean));
    }

    [Test]
    public void A_price_and_its_square_are_one_slope_and_the_square_is_worth_nothing_of_its_own()
    {
        StudyResult study = Estimate("{ name: price2 }", "derived: [{ name: price2, recipe: product, of: [price, price] }]\n");
        IsByHand(study, "comfort", (b, x) => -b("comfort") / (b("price") + (2 * x[0] * b("price2"))));
        Assert.That(study.WillingnessToPay.Select(r => r.Name), Has.None.EqualTo("price2"));
    }

    [Test]
    public void What_is_multiplied_by_the_price_is_worth_its_whole_slope()
    {
        StudyResult study = Estimate("{ name: both, column: price, times: comfort }");
        IsByHand(study, "comfort",
            (b, x) => -(b("comfort") + (x[0] * b("both"))) / (b("price") + (x[1] * b("both"))));
    }

    [Test]
    public void A_logarithm_of_the_price_has_its_slope_too()
    {
        StudyResult study = Estimate("{ name: log-price, alternatives: [a, b] }",
            "derived: [{ name: more, recipe: sum, of: [price, one] }, { name: log-price, recipe: log, of: [more] }]\n");
        IsByHand(study, "comfort", (b, x) => -b("comfort") / (b("price") + (x[0] == 0 ? 0 : b("log-price") / (x[0] + 1))));
    }

    [Test]
    public void The_table_says_what_it_is_and_one_price_alone_stays_a_ratio()
    {
        StudyResult study = Estimate("{ name: price-old, column: price, times: old }");
        Assert.That(InstallSim.Studies.Tables.ResultLines.TableNotes(study),
            Has.Some.StartsWith("willingness to pay: by the slope of the utility in price, which is in price-old too"));
        StudyResult alone = Estimate("{ name: comfort-old, column: comfort, times: old }");
        Assert.That(alone.WillingnessToPay.Select(r => r.Name), Is.EqualTo(new[] { "comfort", "stay", "comfort-old" }));
        Assert.That(alone.WillingnessToPay.All(r => r is { Kind: WorthKind.Ratio, Fieller: not null }));
        Assert.That(alone.WillingnessToPay[2].Estimate,
            Is.EqualTo(-alone.Estimates["comfort-old"] / alone.Estimates["price"]).Within(1e-12));
    }

    [Test]
    public void Each_class_has_its_own_slope()
    {
        StudyResult study = Estimate("{ name: price-old, column: price, times: old }", "model: { classes: 2, class-starts: 2 }\n");
        IsByHand(study, "class2.comfort",
            (b, x) => -b("class2.comfort") / (b("class2.price") + (x[2] * b("class2.price-old"))));
    }

    [Test]
    public void A_price_that_varies_over_people_and_is_in_another_variable_has_none()
    {
        StudyResult study = Estimate("{ name: price-old, column: price, times: old }",
            "model: { random: { price: normal } }\ndraws: { number: 50, stability: false }\n");
        Assert.That(study.WillingnessToPay, Is.Empty);
        Assert.That(study.Warnings.Select(w => w.English),
            Has.Some.StartsWith("no willingness to pay: 'price' is in price-old too, and one of their coefficients varies"));
    }

    [Test]
    public void Coefficients_in_units_of_a_price_that_is_in_another_variable_are_warned_of()
    {
        StudyResult study = Estimate("{ name: price-old, column: price, times: old }",
            "model: { numeraire: price, random: { comfort: normal } }\ndraws: { number: 50, stability: false }\n");
        Assert.That(study.Warnings.Select(w => w.English), Has.Some.StartsWith("'price' is in price-old too: coefficients are in units"));
    }
}
