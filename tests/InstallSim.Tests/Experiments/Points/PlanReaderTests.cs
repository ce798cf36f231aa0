using InstallSim.Experiments.Points;
using InstallSim.Inputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Points;

public sealed class PlanReaderTests
{
    private const string Lambda = "preferences.utils-per-keur", Amount = "policies.installation-grant.amount-keur";

    [Test]
    public void A_number_has_its_own_range_or_that_of_the_plan()
    {
        using var region = new MadeUpRegion();
        LoadedPlan<PlainPlan> plan = PlanFile.Read(region,
            $"numbers: [preferences.coefficients.group-practice, {{ number: {Amount}, low: 10, high: 90 }}]\noutcomes: [stock]");
        Assert.That(plan.Numbers.Select(n => (n.Name, n.Low, n.High)), Is.EqualTo(new[]
        {
            ("preferences.coefficients.group-practice", 10d, 46d), (Amount, 10d, 90d),
        }));
        Assert.That(plan.Outcomes.Select(o => o.Name), Is.EqualTo(new[] { "grant stock 2028 difference" }));
        Assert.That(plan.RunsOf(1e9), Is.EqualTo(4e9));
    }

    [Test]
    public void All_means_every_number_with_a_range_once()
    {
        using var region = new MadeUpRegion();
        LoadedPlan<PlainPlan> plan = PlanFile.Read(region, "numbers: [preferences.coefficients.group-practice, all]\noutcomes: [stock]");
        string[] names = [.. plan.Numbers.Select(n => n.Name)];
        Assert.That(names, Is.Unique);
        Assert.That(names, Does.Contain("preferences.coefficients.group-practice").And.Contain("preferences.form-scale"));
        Assert.That(plan.Numbers.Where(n => n.Low >= n.High), Is.Empty);
    }

    [Test]
    public void All_that_is_wrong_is_said_at_once_where_it_stands()
    {
        using var region = new MadeUpRegion();
        string path = PlanFile.Write(region, $$"""
            numbers:
              - preferences.coefficients.group-practise
              - { number: {{Lambda}}, low: 0.05, high: 0.01 }
              - { number: {{Amount}}, low: -5, high: 10 }
              - { number: all, low: 1 }
            outcomes:
              - stok
              - { indicator: stock, year: 2060 }
              - { indicator: stock, scenario: grannt }
              - { indicator: stock, scenario: baseline, of: difference }
              - cost-per-gp-year
            """);
        InputException refused = Assert.Throws<InputException>(() => PlanReader.Read<PlainPlan>(path, FileKind.Sensitivity, [], 1))!;
        Assert.Multiple(() =>
        {
            string[] expected =
            [
                "plan.yaml(4,5): error: 'preferences.coefficients.group-practise' is no number of the scenarios that can vary; did you "
                    + "mean 'preferences.coefficients.group-practice'?",
                "plan.yaml(5,15): error: the range of 'preferences.utils-per-keur' goes from 0.05 to 0.01",
                $"plan.yaml(6,61): error: -5 is out of the bounds of '{Amount}'",
                "plan.yaml(7,15): error: 'all' takes the range of each number",
                "plan.yaml(9,5): error: 'stok' is no indicator; did you mean 'stock'?",
                "plan.yaml(10,31): error: 2060 is no year of the runs; expected 2025 to 2028",
                "plan.yaml(11,35): error: 'grannt' is no scenario of the plan; did you mean 'grant'?",
                "plan.yaml(12,49): error: 'baseline' is the baseline, and does not differ from itself",
                "plan.yaml(13,5): error: 'cost-per-gp-year' is told of all replications together",
            ];
            Array.ForEach(expected, line => Assert.That(refused.Message, Does.Contain(line)));
            Assert.That(refused.Errors, Has.Count.EqualTo(expected.Length));
        });
    }

    [Test]
    public void A_value_that_cannot_be_set_or_years_that_are_none_hide_no_wrong_name_and_make_none()
    {
        using var region = new MadeUpRegion();
        string path = PlanFile.Write(region, $$"""
            years: 2025-2060
            set: [seed=7, preferences.utils-per-keurs=1]
            numbers: [{{Lambda}}s]
            outcomes: [stok, { indicator: stock, year: 2060 }]
            """);
        InputException refused = Assert.Throws<InputException>(() => PlanReader.Read<PlainPlan>(path, FileKind.Sensitivity, [], 1))!;
        Assert.That(refused.Message, Does.Contain("plan.yaml(3,8): error: 'years'")
            .And.Contain("plan.yaml(4,15): error: unknown key 'utils-per-keurs'")
            .And.Contain($"plan.yaml(5,11): error: '{Lambda}s' is no number of the scenarios")
            .And.Contain("plan.yaml(6,12): error: 'stok' is no indicator"));
        Assert.That(refused.Errors, Has.Count.EqualTo(4));
    }

    [Test]
    public void A_scenario_that_is_not_there_hides_no_wrong_indicator()
    {
        using var region = new MadeUpRegion();
        string path = region.Write("plan.yaml", "scenarios: [bseline.yaml]\nnumbers: [all]\noutcomes: [stok]");
        InputException refused = Assert.Throws<InputException>(() => PlanReader.Read<PlainPlan>(path, FileKind.Sensitivity, [], 1))!;
        Assert.That(refused.Message, Does.Contain("plan.yaml(1,13)").And.Contain("'stok' is no indicator"));
    }

    [Test]
    public void Faults_of_a_scenario_are_told_with_those_of_the_plan()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "years:", "yeers:");
        string path = PlanFile.Write(region, "nombers: [all]\noutcomes: [stock]");
        InputException refused = Assert.Throws<InputException>(() => PlanReader.Read<PlainPlan>(path, FileKind.Sensitivity, [], 1))!;
        Assert.That(refused.Message, Does.Contain("unknown key 'nombers'; did you mean 'numbers'?").And.Contain("unknown key 'yeers'"));
    }
}
