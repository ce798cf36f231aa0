using InstallSim.Studies.Results;
using InstallSim.Studies.Uptakes;

namespace InstallSim.Tests.Studies.Uptakes;

/// <content>Income that makes up where the income is multiplied by a column of the person.</content>
public sealed partial class UptakeTests
{
    private const string ByAge = "{ name: price-old, column: price, times: old }";
    private const string Derived = "derived: [{ name: price-old, recipe: product, of: [price, old] }]\n";

    private static UptakeResult WithIncome(string variable, string model = "") => WithIncome(variable, model, out _);

    private static UptakeResult WithIncome(string variable, string model, out StudyResult study)
    {
        string yaml = Yaml(model).Replace("{ name: comfort },", $"{{ name: comfort }}, {variable},", StringComparison.Ordinal);
        yaml = yaml[..yaml.IndexOf("  improvements:", StringComparison.Ordinal)];
        (UptakeResult result, study) = Run(yaml, WithAge(Stayers.Csv()), "uptake.interval-draws=100");
        return result;
    }

    /// <summary>A price of 2 against one of 3 in the base: one more, for whomever and in whatever term.</summary>
    [TestCase(ByAge, "")]
    [TestCase("{ name: price-old }", Derived)]
    [TestCase(ByAge, "model: { classes: 2, class-starts: 1 }\n")]
    [TestCase("{ name: price-comfort, column: price, times: comfort }", "")]
    public void Income_that_makes_up_for_income_is_its_difference(string variable, string more)
    {
        CompensatingIncome cheap = WithIncome(variable, more).Incomes.Single(i => i.Package.Name == "cheap");
        Assert.Multiple(() =>
        {
            Assert.That(cheap.Income.Estimate, Is.EqualTo(1).Within(1e-9));
            Assert.That(cheap.Income.Lower, Is.EqualTo(1).Within(1e-9));
            Assert.That(cheap.Income.Upper, Is.EqualTo(1).Within(1e-9));
        });
    }

    [Test]
    public void Income_that_makes_up_for_comfort_is_what_the_formula_by_hand_gives()
    {
        UptakeResult result = WithIncome(ByAge, "", out StudyResult study);
        double price = study.Estimates["price"], old = study.Estimates["price-old"], comfort = study.Estimates["comfort"],
            stay = study.Estimates["stay"];
        double[] ages = [.. Enumerable.Range(0, Stayers.People).Select(who => $"{who}"[0] % 2 == 0 ? 1.0 : 0)]; // as WithAge makes them
        double P(double p, double c) => ages.Average(age => 1 / (1 + Math.Exp(stay - ((price + (age * old)) * p) - (comfort * c))));
        double low = 0, high = 20, target = P(3, 1);
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = P(3 + middle, 3) > target ? (middle, high) : (low, middle);
        }

        Assert.That(result.Incomes.Single(i => i.Package.Name == "comfortable").Income.Estimate, Is.EqualTo(low).Within(1e-9));
    }
}
