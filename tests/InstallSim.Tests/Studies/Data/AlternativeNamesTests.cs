using InstallSim.Studies.Data;

namespace InstallSim.Tests.Studies.Data;

/// <summary>Alternatives and people that a typing error or a spreadsheet makes two of.</summary>
public sealed class AlternativeNamesTests
{
    private const string Design = "\ndesign: { alternatives: [tea, coffee], tasks: 4, "
        + "attributes: [{ name: price, levels: [1, 2, 3, 4, 5] }] }\n";

    private static string[] Warned(string yaml, string csv) => [.. SmallStudy.Estimate(yaml, csv).Warnings.Select(w => w.English)
        .Where(w => w.Contains("as two") || w.Contains("as one more"))];

    [TestCase("Tea", "'Tea' is none of the alternatives tea, coffee; did you mean 'tea'?")]
    [TestCase("cofee", "'cofee' is none of the alternatives tea, coffee; did you mean 'coffee'?")]
    public void A_name_that_is_nearly_one_of_the_design_is_refused_unless_it_is_listed(string name, string message)
    {
        string csv = SmallStudy.Broken(SmallStudy.Csv, "2,3,tea,", $"2,3,{name},"), all = $"alternatives: [tea, coffee, {name}]";
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml + Design, csv),
            Is.EqualTo(new[] { $"small.csv(6,3): {message}; if it is one more, list all under 'data': '{all}'" }));
        Assert.That(Warned(SmallStudy.Yaml.Replace("layout: long", $"layout: long\n  {all}") + Design, csv), Is.Empty);
    }

    [Test]
    public void Another_name_than_the_design_has_is_warned_of() =>
        Assert.That(Warned(SmallStudy.Yaml + Design, SmallStudy.Broken(SmallStudy.Csv, "2,3,tea,", "2,3,milk,")), Is.EqualTo(new[]
        {
            "'milk' is none of the alternatives of the design (tea, coffee) and is read as one more",
        }));

    /// <summary>A typing error leaves a set without the alternative that is meant.</summary>
    [Test]
    public void A_name_near_one_of_the_design_that_stands_beside_all_of_them_is_one_more()
    {
        string csv = SmallStudy.Csv.Replace("tea,", "Drink A,").Replace("coffee,", "Drink B,");
        csv = SmallStudy.Broken(csv, "2,3,Drink B,", "2,3,Drink C,3,41,1,0\n2,3,Drink B,");
        Assert.That(Warned((SmallStudy.Yaml + Design.Replace("tea, coffee", "Drink A, Drink B")).Replace("[coffee]", "[Drink B]"), csv),
            Is.EqualTo(new[] { "'Drink C' is none of the alternatives of the design (Drink A, Drink B) and is read as one more" }));
    }

    [TestCase("tea", "Tea", "'tea' and 'Tea' are read as two alternatives")]
    [TestCase("tea", "milk", null)]
    public void Without_a_design_names_that_are_nearly_the_same_are_warned_of(string name, string other, string? message) =>
        Assert.That(Warned(SmallStudy.Yaml, SmallStudy.Broken(SmallStudy.Csv, $"2,3,{name},", $"2,3,{other},")),
            message is null ? Is.Empty : Is.EqualTo(new[] { message }));

    [Test]
    public void Names_of_the_design_in_no_data_say_nothing() =>
        Assert.That(Warned(SmallStudy.Yaml + Design.Replace("[tea, coffee]", "[A, B]"), SmallStudy.Csv), Is.Empty);

    [TestCase("01", "column 'who': '1' and '01' are read as two people")]
    [TestCase("1.0", "column 'who': '1' and '1.0' are read as two people")]
    [TestCase("1.5", null)]
    [TestCase("1b", null)]
    public void A_person_whose_number_is_written_in_two_ways_is_warned_of(string number, string? message)
    {
        string csv = SmallStudy.Broken(SmallStudy.Broken(SmallStudy.Csv, "1,2,tea,", $"{number},2,tea,"), "1,2,coffee,",
            $"{number},2,coffee,");
        Assert.That(Warned(SmallStudy.Yaml, csv), message is null ? Is.Empty : Is.EqualTo(new[] { message }));
    }

    [TestCase("007", "7")]
    [TestCase("0", "0")]
    [TestCase("12,00", "12")]
    [TestCase("1.", "1")]
    [TestCase(".0", null)]
    [TestCase("-1", null)]
    [TestCase("", null)]
    public void Whole_numbers_are_known_however_they_are_written(string text, string? digits) =>
        Assert.That(AlternativeNames.WholeNumber(text), Is.EqualTo(digits));
}
