using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;
using InstallSim.World;

namespace InstallSim.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Test]
    public void Everything_not_said_is_the_baseline_s()
    {
        using var region = new MadeUpRegion();
        Scenario baseline = Read(region.PathOf("baseline.yaml")), grant = Read(region.PathOf("grant.yaml"));
        Assert.That((grant.Name, grant.Title), Is.EqualTo(("grant", "A grant")));
        Assert.That((grant.Years, grant.Seed, grant.Replications, grant.Territories),
            Is.EqualTo((baseline.Years, baseline.Seed, baseline.Replications, baseline.Territories)));
        Assert.That(grant.Territories, Is.EqualTo(region.PathOf("territories.yaml")), "a path is meant from the file that says it");
        var policy = (InstallationGrant)grant.Policies.Single();
        Assert.That((policy.AmountKeur, policy.From, policy.Until, policy.Where.AccessibilityBelow),
            Is.EqualTo(((Quantity)100, 2026, (int?)null, (double?)2.5)));
    }

    [Test]
    public void Policies_are_appended_unless_they_replace()
    {
        using var region = new MadeUpRegion();
        const string more = "name: more\ntitle: More\npolicies: [{ type: accompaniment, from: 2027, where: { zoning: [zip, zac] } }]\n";
        Scenario appended = Read(region.Write("more.yaml", "extends: grant.yaml\n" + more));
        Scenario replaced = Read(region.Write("other.yaml", "extends: grant.yaml\n" + more.Replace("policies:", "policies!:")));
        Assert.That(appended.Policies.Select(p => p.Type), Is.EqualTo(new[] { "installation-grant", "accompaniment" }));
        Assert.That(replaced.Policies.Select(p => p.Type), Is.EqualTo(new[] { "accompaniment" }));
        Assert.That(replaced.Policies[0].Where.Zoning, Is.EqualTo(new[] { Zone.Zip, Zone.Zac }));
    }

    [Test]
    public void An_override_changes_one_value_of_one_policy()
    {
        using var region = new MadeUpRegion();
        Scenario scenario = Read(region.PathOf("grant.yaml"), "policies.installation-grant.amount-keur=25", "seed=99", "years=2025..2030");
        Assert.That(((InstallationGrant)scenario.Policies[0]).AmountKeur.Value, Is.EqualTo(25));
        Assert.That((scenario.Seed, scenario.Years.Until), Is.EqualTo((99u, 2030)));
    }

    [TestCase("",
        "'uncertainty: estimates' needs the 'covariance' of the coefficients, as 'installsim estimate STUDY --save FILE' writes it")]
    [TestCase("preferences.covariance={ grup-practice: { grup-practice: 4 } }",
        "'covariance' names 'grup-practice', which is no coefficient of the scenario; did you mean 'group-practice'?")]
    [TestCase("preferences.covariance={ group-practice: { group-practice: -4 } }",
        "'covariance' is none: each name needs its own variance, at least 0")]
    public void Doubt_without_a_covariance_is_refused(string covariance, string message)
    {
        var errors = new InputErrors();
        ScenarioReader.Read(Repository.PathOf("scenarios", "centre-val-de-loire", "baseline.yaml"), errors,
            ["uncertainty=estimates", .. covariance.Length > 0 ? [covariance] : Array.Empty<string>()]);
        Assert.That(errors.All.Select(e => e.Message), Has.Some.StartsWith(message));
    }

    [TestCase("10000", null)]
    [TestCase("10001", "'sd': 10001 is out of range; expected a number from 0 to 10000")]
    public void Tastes_that_differ_by_more_than_anything_is_worth_are_refused(string sd, string? message)
    {
        var errors = new InputErrors();
        ScenarioReader.Read(Repository.PathOf("scenarios", "centre-val-de-loire", "baseline.yaml"), errors,
            [$"preferences.coefficients.schools.sd={sd}"]);
        Assert.That(errors.All.Select(e => e.Message), message is null ? Is.Empty : Has.One.StartsWith(message));
    }

    [Test]
    public void A_count_of_graduates_holds_until_the_next_year_named()
    {
        var settings = new PhysicianSettings
        {
            Graduates = [new YearCount { From = 2020, Count = 100 }, new YearCount { From = 2028, Count = 75 }],
            GraduatesShare = 0.1,
        };
        Assert.That(new[] { 2019, 2020, 2027, 2028, 2099 }.Select(settings.GraduatesOf), Is.EqualTo(new[] { 0, 10, 10, 8, 8 }));
    }

    [Test]
    public void A_probability_of_retirement_holds_until_the_next_age_named()
    {
        var settings = new PhysicianSettings
        {
            Retirement = [new AgeHazard { FromAge = 62, Probability = 0.1 }, new AgeHazard { FromAge = 67, Probability = 0.3 }],
            LastAge = 75,
        };
        Assert.That(new[] { 61, 62, 66, 67, 74, 75, 90 }.Select(settings.RetirementAt), Is.EqualTo(new[] { 0, 0.1, 0.1, 0.3, 0.3, 1, 1 }));
    }

    [Test]
    public void More_graduates_than_can_be_named_are_refused()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "count: 12", "count: 1000000");
        region.Replace("baseline.yaml", "women-share: 0.64", "women-share: 0.64\n  graduates-share: 2");
        RefusalAssert.Refused(region, "baseline.yaml(16,15): error: 2000000 graduates a year: at most 1048575 can be named");
    }

    private static Scenario Read(string path, params string[] overrides)
    {
        var errors = new InputErrors();
        ScenarioSource? source = ScenarioReader.Read(path, errors, overrides);
        Assert.That(errors.All, Is.Empty);
        return source!.Scenario;
    }
}
