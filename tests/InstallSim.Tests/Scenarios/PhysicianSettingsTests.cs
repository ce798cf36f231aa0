using InstallSim.Inputs;
using InstallSim.Scenarios;

namespace InstallSim.Tests.Scenarios;

public sealed class PhysicianSettingsTests
{
    private static readonly string[] Shares =
        [
            "leaving-locum-share", "salaried-share", "elsewhere-share-born-here", "elsewhere-share-born-outside",
            "participation-elasticity", "spell-hazard",
        ];

    [TestCase("leaving-locum-share=0", "'leaving-locum-share': 0 is out of range; expected a number from 0.001 to 0.999")]
    [TestCase("leaving-locum-share=1", "'leaving-locum-share': 1 is out of range")]
    [TestCase("salaried-share=1.2", "'salaried-share': 1.2 is out of range")]
    [TestCase("elsewhere-share-born-here=1", "'elsewhere-share-born-here': 1 is out of range")]
    [TestCase("elsewhere-share-born-outside=-0.1", "'elsewhere-share-born-outside': -0.1 is out of range")]
    [TestCase("participation-elasticity=1.01", "'participation-elasticity': 1.01 is out of range; expected a number from 0 to 1")]
    [TestCase("spell-hazard={ value: 0.05, low: -1, high: 0.1 }", "'low': -1 is out of range; expected a number from 0 to 1")]
    [TestCase("couples.share=2", "'share': 2 is out of range; expected a number from 0 to 1")]
    [TestCase("couples.minutes=-5", "'minutes': -5 is out of range; expected a number from 0 to 240")]
    [TestCase("working-time.beside-pension=1.2", "'beside-pension': 1.2 is out of range")]
    [TestCase("working-time.woman=0", "'woman': 0 is out of range")]
    [TestCase("working-time.by-birth=[{ born: 1980, times: 1, source: x }, { born: 1980, times: 1, source: x }]",
        "born 1980 does not come after 1980")]
    [TestCase("moving-cost=-1", "'moving-cost': -1 is out of range")]
    [TestCase("moving-cost={ value: 6, low: 1, high: 5 }", "'moving-cost': 6 lies outside its own range, 1 to 5")]
    [TestCase("moving-cost.value=0", "'moving-cost': 0 lies outside its own range, 1.5 to 5; physicians.moving-cost=0 takes it as certain")]
    public void A_share_that_cannot_be_is_refused(string setting, string message)
    {
        Assert.That(Errors(setting), Has.Exactly(1).StartsWith(message));
    }

    [Test]
    public void What_is_wrong_is_shown_where_it_is_written()
    {
        var errors = new InputErrors();
        using var region = new EndToEnd.MadeUpRegion();
        region.Replace("baseline.yaml", "  last-age: 80\n", "  salaried-share: { value: 0.3, low: 0.2, high: 7 }\n");
        ScenarioReader.Read(region.PathOf("baseline.yaml"), errors);
        Assert.That(errors.All.Single().ToString(), Does.Contain("baseline.yaml(22,").And.Contain("'high': 7 is out of range"));
        string line = File.ReadAllLines(region.PathOf("baseline.yaml"))[21];
        Assert.That(errors.All.Single().ToString(), Does.Contain($"(22,{line.IndexOf('7', StringComparison.Ordinal) + 1})"));
    }

    [Test]
    public void A_bare_number_has_no_doubt_though_the_default_has()
    {
        PhysicianSettings settings = Read("france", "spell-hazard=0.5", "moving-cost=0");
        Assert.That((settings.SpellHazard.Value, settings.SpellHazard.IsDoubtful, settings.SpellHazard.Low),
            Is.EqualTo((0.5, false, (double?)null)));
        Assert.That((settings.MovingCost.Value, settings.MovingCost.IsDoubtful), Is.EqualTo((0.0, false)));
    }

    [Test]
    public void What_the_shipped_files_say_is_what_the_defaults_say()
    {
        PhysicianSettings shipped = Read(), defaults = new();
        foreach (InputKey key in InputKey.Of(typeof(PhysicianSettings)))
        {
            if (key.Property.GetValue(defaults) is Quantity expected && key.Property.GetValue(shipped) is Quantity said)
            {
                Assert.That((said.Value, said.Low, said.High), Is.EqualTo((expected.Value, expected.Low, expected.High)), key.Name);
            }
        }

        Assert.That(shipped.LeavingProbability, Is.EqualTo(defaults.LeavingProbability));
    }

    [Test]
    public void Every_doubtful_setting_of_the_shipped_files_says_where_it_comes_from(
        [Values("france", "centre-val-de-loire")] string folder)
    {
        PhysicianSettings settings = Read(folder);
        foreach (InputKey key in InputKey.Of(typeof(PhysicianSettings)).Where(k => Shares.Contains(k.Name)))
        {
            var quantity = (Quantity)key.Property.GetValue(settings)!;
            Assert.That(quantity.Source.Length > 0 || (quantity.Value == 0 && !quantity.IsDoubtful), key.Name);
        }
    }

    [Test]
    public void In_a_whole_country_there_is_no_other_region_and_in_a_region_there_is()
    {
        PhysicianSettings country = Read(), region = Read("centre-val-de-loire");
        Assert.That((country.ElsewhereShareBornHere.Value, country.ElsewhereShareBornOutside.Value), Is.EqualTo((0.0, 0.0)));
        Assert.That((country.BornHereShare, country.StockBornHereShare, country.TrainedHereShareBornHere), Is.EqualTo((1.0, 1.0, 1.0)));
        Assert.That(region.ElsewhereShareBornHere.Value, Is.LessThan(region.ElsewhereShareBornOutside.Value));
    }

    [TestCase(0, 0, 1)]
    [TestCase(0.2, 0.5, 0.4)]
    [TestCase(1, 0, 0)]
    [TestCase(0, 1, 0)]
    public void Who_neither_retires_nor_leaves_stays(double retirement, double leaving, double expected)
    {
        var settings = new PhysicianSettings
        {
            Retirement = [new AgeHazard { FromAge = 60, Probability = retirement }],
            LeavingProbability = leaving,
        };
        Assert.That(settings.StayingAt(65), Is.EqualTo(expected).Within(1e-15));
        Assert.That(settings.StayingAt(settings.LastAge), Is.Zero);
    }

    [Test]
    public void Shares_of_opt_outs_need_not_be_said()
    {
        using var region = new EndToEnd.MadeUpRegion();
        var errors = new InputErrors();
        ScenarioReader.Read(region.PathOf("baseline.yaml"), errors);
        Assert.That(errors.All, Is.Empty);
    }

    private static PhysicianSettings Read(string folder = "france", params string[] settings)
    {
        var errors = new InputErrors();
        ScenarioSource? source = ScenarioReader.Read(Baseline(folder), errors, [.. settings.Select(s => "physicians." + s)]);
        Assert.That(errors.All, Is.Empty);
        return source!.Scenario.Physicians;
    }

    private static string[] Errors(string setting)
    {
        var errors = new InputErrors();
        ScenarioReader.Read(Baseline("france"), errors, ["physicians." + setting]);
        return [.. errors.All.Select(e => e.Message)];
    }

    private static string Baseline(string folder) => Repository.PathOf("scenarios", folder, "baseline.yaml");
}
