namespace InstallSim.Tests.Studies.Data;

/// <summary>Values of attributes in the data against the levels of the design.</summary>
public sealed class DesignLevelTests
{
    private static string[] Warned(string levels, string csv = SmallStudy.Csv) =>
    [
        .. SmallStudy.Estimate(SmallStudy.Yaml
            + $"\ndesign: {{ alternatives: [tea, coffee], tasks: 4, attributes: [{{ name: price, levels: [{levels}] }}] }}\n", csv)
            .Warnings.Select(w => w.English).Where(w => w.Contains("under 'design'", StringComparison.Ordinal)),
    ];

    [Test]
    public void Values_that_are_levels_are_not_warned_of() => Assert.That(Warned("1, 2, 3, 4, 5.0"), Is.Empty);

    [Test]
    public void Values_in_another_unit_are_warned_of_once_with_their_number() =>
        Assert.That(Warned("1000, 2000, 3000"), Is.EqualTo(new[]
        {
            "column 'price': 12 rows of alternatives have values that are none of its levels under 'design', such as '2'; levels: 1000, "
                + "2000, 3000",
        }));

    [Test]
    public void A_value_mistyped_is_warned_of() =>
        Assert.That(Warned("1, 2, 3, 4, 5", SmallStudy.Broken(SmallStudy.Csv, "2,4,tea,1,", "2,4,tea,11,")).Single(),
            Does.StartWith("column 'price': 1 row of an alternative has a value that is none of")
                .And.EndWith("such as '11'; levels: 1, 2, 3, 4, 5"));

    /// <summary>Said where each number is a level times one power of ten; a typing error among levels is none.</summary>
    [TestCase("1000, 2000, 3000, 4000, 5000", "0.001")]
    [TestCase("0.001, 0.002, 0.003, 0.004, 0.005", "1000")]
    [TestCase("10, 20, 30, 40", "")]
    [TestCase("1, 20, 30, 40, 50", "")]
    public void Levels_in_another_unit_are_told_with_the_factor(string levels, string factor) =>
        Assert.That(Warned(levels).Single(), factor.Length == 0 ? Does.Not.Contain("another unit")
            : Does.EndWith($"; each is {factor} times a level: in another unit? 'divide-by: {factor}' on the variable under utility makes "
                + "them levels"));

    /// <summary>A value that no variable made of the column knows would count as the base.</summary>
    [TestCase("derived: [{ name: dear, recipe: dummy, of: [price], values: [4, 5] }]", true)]
    [TestCase("derived: [{ name: dear, recipe: dummy, of: [price], values: [4, 5, 33] }]", false)]
    [TestCase("derived: [{ name: dear, recipe: effects, of: [price], values: [5, 1] }]", true)]
    [TestCase("derived: [{ name: dear, recipe: log, of: [price] }]", false)]
    public void A_value_that_would_count_as_the_base_is_refused(string derived, bool isRefused)
    {
        string yaml = $"{SmallStudy.Yaml}\n{derived}\ndesign: {{ alternatives: [tea, coffee], tasks: 4, attributes: [{{ name: price, "
            + "levels: [1, 2, 3, 4, 5] }] }\n", csv = SmallStudy.Broken(SmallStudy.Csv, "2,4,coffee,2,", "2,4,coffee,33,");
        if (isRefused)
        {
            Assert.That(SmallStudy.Faults(yaml, csv), Is.EqualTo(new[]
            {
                "small.csv(9,4): column 'price': '33' is none of its levels under 'design', and no variable made of it knows the value: "
                    + "all would be 0; levels: 1, 2, 3, 4, 5",
            }));
        }
        else
        {
            Assert.That(SmallStudy.Estimate(yaml, csv).Warnings.Select(w => w.English), Has.Some.Contains("such as '33'"));
        }
    }

    [TestCase("30000", "k€ a year", true)]
    [TestCase("30000", "€ a year", false)]
    [TestCase("300", "k€ a year", false)]
    public void An_income_in_euros_is_warned_of_where_it_is_told_in_thousands(string value, string unit, bool isWarned)
    {
        string yaml = $"{SmallStudy.Yaml}\nwillingness-to-pay: {{ denominator: price, income: true, unit: {unit} }}\n",
            csv = SmallStudy.Broken(SmallStudy.Csv, "2,4,coffee,2,", $"2,4,coffee,{value},");
        Assert.That(SmallStudy.Estimate(yaml, csv).Warnings.Select(w => w.English), isWarned
            ? Has.Some.EqualTo($"'price' goes up to {value} and its unit is {unit}: if these are euros, 'divide-by: 1000' on the variable "
                + "under utility makes them k€")
            : Has.None.Contains("euros"));
    }
}
