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
            Does.StartWith("column 'price': 1 rows of alternatives").And.Contain("such as '11'"));
}
