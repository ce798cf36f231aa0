using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Tests.Reporting;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Packages, payers, zonings by rule and specialties as users write them, right and wrong.</summary>
public sealed class PlanTests
{
    private const string Grant = "  - type: installation-grant\n    from: 2026\n    amount-keur: 100\n"
        + "    where: { accessibility-below: 2.5 }\n";

    private const string Specialty = """
        extends: baseline.yaml
        name: grant
        title: Skin
        specialty:
          called: dermatologists
          called-one: dermatologist
          called-fr: dermatologues
          called-one-fr: dermatologue
          stock: skin.csv
          entries: [{ from: 2000, count: 3, source: test }]
          catchment: [{ minutes: 45, weight: 1 }]
          need: { under-25: 1, 25-64: 1, 65-plus: 1, consultations-per-fte: 4000, under-dense-below: 0.2 }

        """;

    [Test]
    public void A_package_gives_its_years_and_its_budget_to_policies_that_say_none()
    {
        using MadeUpRegion region = Plan("""
            budgets: { plan: { keur-per-year: 500 } }
            packages: { plan: { from: 2026, until: 2027, budget: plan, coordination-keur: 5 } }
            policies:
              - type: installation-grant
                package: plan
                amount-keur: 100
              - type: accompaniment
                package: plan
                from: 2027

            """);
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        RunResults results = ResultsFolder.Read(region.Out);
        Assert.That(results.Costs.Where(c => c.Policy == "accompaniment").Select(c => c.Year).Distinct(), Is.EqualTo(new[] { 2027 }));
        Assert.That(results.Costs.Where(c => c.Policy == "installation-grant").Select(c => c.Year).Distinct(),
            Is.SubsetOf(new[] { 2026, 2027 }));
        Assert.That(results.Costs.Where(c => c.Act == "coordination").Sum(c => c.Mean), Is.EqualTo(12 * 5).Within(1e-9),
            "both are at work in each of twelve territories in one year");
        Assert.That(results.Costs.GroupBy(c => c.Year).Select(y => y.Sum(c => c.Mean)), Is.All.LessThanOrEqualTo(500 + 1e-6));
    }

    [TestCase("", "    package: plan\n", "grant.yaml(10,14): error: 'plan' is no package; the scenario has no 'packages'")]
    [TestCase("packages: { plan: { from: 2026 } }", "", "grant.yaml(4,19): error: no policy is a part of the package 'plan'")]
    [TestCase("packages: { plan: { from: 2026, until: 2025 } }", "    package: plan\n",
        "grant.yaml(4,40): error: the package ends in 2025, before it starts in 2026")]
    [TestCase("packages: { plan: { from: 2026, budget: plam } }", "    package: plan\n", "grant.yaml(4,41): error: 'plam' is no budget")]
    [TestCase("packages: { plan: { from: 2027 } }", "    package: plan\n",
        "grant.yaml(7,11): error: the policy starts in 2026, before its package 'plan' in 2027")]
    [TestCase("packages: { plan: { from: 2026, until: 2027 } }", "    package: plan\n    until: 2028\n",
        "grant.yaml(11,12): error: the policy ends in 2028, after its package 'plan' in 2027")]
    [TestCase("packages: { plan: { from: 2026 } }", "    package: plan\n  - type: accompaniment\n    package: plam\n    from: 2026\n",
        "grant.yaml(12,14): error: 'plam' is no package; did you mean 'plan'?; packages: plan")]
    [TestCase("packages: { plan: { from: 2026 } }", "    package: plan\n  - type: accompaniment\n",
        "grant.yaml(11,5): error: key 'from' is missing; a whole number from 1900 to 2200 is required")]
    public void A_package_that_makes_no_sense_is_refused(string packages, string rest, string expected)
    {
        using MadeUpRegion region = Plan($"{packages}\npolicies:\n{Grant}{rest}");
        RefusalAssert.Refused(region, ["validate", region.PathOf("grant.yaml")], expected);
    }

    [TestCase("    share: -0.1\n", "    share: 0.1\n", true, "fee-uplift cuts fees that other of the same package raises")]
    [TestCase("    share: -0.1\n", "    share: 0.1\n", false, null)]
    [TestCase("    share: -0.3\n", "    share: -0.3\n", false, "fee-uplift and other together cut 132 % of the income")]
    [TestCase("    share: -0.3\n    where: { area-type: [rural] }\n", "    share: -0.3\n    where: { area-type: [urban] }\n", false, null)]
    [TestCase("    share: -0.3\n    where: { accessibility-below: 3 }\n",
        "    share: -0.3\n    where: { accessibility-at-least: 2 }\n", false, "together cut 132 %")]
    [TestCase("    share: -0.3\n    until: 2026\n", "    share: -0.3\n    from: 2027\n", false, null)]
    public void Fees_that_contradict_each_other_are_refused(string one, string other, bool isPackage, string? expected)
    {
        string package = isPackage ? "    package: plan\n" : "";
        string Fees(string keys, string name) => $"  - type: fee-uplift\n    name: {name}\n{package}{keys}"
            + (keys.Contains("from:", StringComparison.Ordinal) ? "" : "    from: 2026\n");
        using MadeUpRegion region = Plan(
            $"{(isPackage ? "packages: { plan: { from: 2026 } }\n" : "")}policies:\n{Fees(one, "fee-uplift")}{Fees(other, "other")}");
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.EqualTo(expected is null ? 0 : 2), outcome.Error);
        Assert.That(outcome.Error, Does.Contain(expected ?? ""));
    }

    [TestCase(2026, 2028, true)]
    [TestCase(2027, 2027, false)]
    public void Posts_that_close_where_others_of_the_package_open_are_refused(int until, int last, bool isRefused)
    {
        using MadeUpRegion region = Plan("packages: { plan: { from: 2026 } }\npolicies:\n"
            + $"  - {{ type: salaried-centre, package: plan, centres: 1, until: {until} }}\n"
            + $"  - {{ type: salaried-centre, name: second, package: plan, from: 2027, until: {last}, centres: 1 }}\n");
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.EqualTo(isRefused ? 2 : 0), outcome.Error);
        Assert.That(outcome.Error.Contains("closes in 2027 what second of the same package opens", StringComparison.Ordinal),
            Is.EqualTo(isRefused));
    }

    [Test]
    public void What_a_payer_pays_does_not_depend_on_the_order_of_policies()
    {
        string[] policies = [.. new[] { "33.3", "10.1", "7.7" }.Select((keur, k) =>
            $"  - {{ type: accompaniment, name: help-{k}, from: 2026, cost-keur-per-year: {keur}, "
                + "payers: { state: 0.3, region: 0.7 } }\n")];
        string[] tables = [.. new[] { policies, [.. policies.Reverse()] }.Select(order =>
        {
            using MadeUpRegion region = Plan("policies:\n" + string.Concat(order));
            CommandLine.Done("compare", region.Folder, "--replications", "3", "--out", region.Out, "--quiet");
            return File.ReadAllText(Path.Combine(region.Out, "payers.csv"));
        })];
        Assert.That(tables[1], Is.EqualTo(tables[0]).And.Contains("region"));
    }

    [TestCase("{ state: 0.5, region: 0.4 }", "the shares of the payers add up to 0.9, not to 1")]
    [TestCase("{ state: 1.5, region: -0.5 }", "is out of range")]
    public void Payers_who_do_not_pay_all_of_it_are_refused(string payers, string expected)
    {
        using MadeUpRegion region = Plan($"policies:\n{Grant}    payers: {payers}\n");
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain(expected));
    }

    [TestCase("{ flat: { columns: { qvp: { at-least: 1 } } } }", "'qvp' is no number of the territories; did you mean 'qpv'?")]
    [TestCase("{ flat: { by: region, population-share: 0.3 } }", "the zone counts by region, and Place 0 (T00) has none")]
    [TestCase("{ flat: { by: departement, shares: { C: 0.3 } } }", "'C' is no departement of the territories")]
    [TestCase("{ flat: { by: departement } }", "'by' needs 'population-share' or 'shares'")]
    [TestCase("{ flat: { population-share: 0.3, shares: { A: 0.3 } } }", "say 'by: region' or 'by: departement'")]
    [TestCase("{ flat: { every-years: 2 } }", "the zone has no rule")]
    [TestCase("{ flap: { accessibility-below: 2 } }", "'flat' is no zoning of 'zoning.rules'; did you mean 'flap'?; found: flap")]
    public void A_zoning_that_makes_no_sense_is_refused(string rules, string expected)
    {
        using MadeUpRegion region = Plan($"zoning: {{ rules: {rules} }}\npolicies:\n"
            + "  - { type: accompaniment, from: 2026, where: { zone: [flat] } }\n");
        region.Write("territories.yaml", MadeUpRegion.Mapping + "more-columns: { qpv: gps }\n");
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.EqualTo(2), outcome.Error);
        Assert.That(outcome.Error, Does.Contain(expected));
    }

    [Test]
    public void A_policy_follows_a_zoning_by_a_column_of_one_s_own()
    {
        using MadeUpRegion region = Plan("zoning: { rules: { towns: { columns: { seen: { at-least: 35 } } } } }\npolicies:\n"
            + "  - { type: accompaniment, from: 2026, until: 2026, cost-keur-per-year: 20, where: { zone: [towns] } }\n");
        region.Write("territories.yaml", MadeUpRegion.Mapping + "more-columns: { seen: { column: gps, source: test } }\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        Assert.That(ResultsFolder.Read(region.Out).Costs.Sum(c => c.Mean), Is.EqualTo(40), "two towns have 35 physicians each");
        Assert.That(ResultsFolder.ReadManifest(region.Out).Territories.Select(p => p.Variable), Does.Contain("seen"));
    }

    [Test]
    public void Days_within_departements_need_departements()
    {
        using MadeUpRegion region = Plan("policies:\n  - { type: solidarity-days, from: 2026, where: { area-type: [rural] } }\n");
        region.Write("territories.yaml", MadeUpRegion.Mapping.Replace("  departement: dep\n", ""));
        RefusalAssert.Refused(region, ["validate", region.PathOf("grant.yaml")],
            "grant.yaml(5,13): error: solidarity-days works within départements, and Place 0 (T00) has none");
    }

    [Test]
    public void A_specialty_has_its_own_stock_and_its_own_name_in_reports()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", Specialty);
        region.Write("skin.csv", "code,physicians\nT00,4\nT03,1\n");
        CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", region.Out, "--quiet");
        Assert.That(ResultsFiles.Values(region.Out, "stock")[("grant", 0, 2025)], Is.EqualTo(5));
        Assert.That(ResultsFolder.ReadManifest(region.Out).Specialty,
            Is.EqualTo(new Calling("dermatologists", "dermatologist", "dermatologues", "dermatologue")));
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "report.html")), Does.Contain("Where dermatologists install"));
    }

    [TestCase("  stock: skin.csv\n", "", "key 'stock' is missing")]
    [TestCase("  entries: [{ from: 2000, count: 3, source: test }]\n", "", "key 'entries' is missing")]
    [TestCase("  catchment: [{ minutes: 45, weight: 1 }]\n", "", "key 'catchment' is missing")]
    [TestCase("25-64: 1, ", "", "key '25-64' is missing")]
    [TestCase("entries: [{ from: 2000, count: 3, source: test }]", "entries: []", "there are no entries")]
    [TestCase("catchment: [{ minutes: 45, weight: 1 }]", "catchment: []", "at least one step is needed")]
    [TestCase("under-25: 1, 25-64: 1, 65-plus: 1", "under-25: 0, 25-64: 0, 65-plus: 0", "nobody needs the specialty")]
    [TestCase("stock: skin.csv", "stock: none.csv", "nobody of the specialty is installed")]
    [TestCase("stock: skin.csv", "stock: wrong.csv", "'T99' is no territory")]
    [TestCase("stock: skin.csv", "stock: blank.csv", "column 'code': expected a text, found nothing")]
    [TestCase("stock: skin.csv", "stock: absent.csv", "does not exist")]
    [TestCase("stock: skin.csv", "stock: headless.csv", "there is no column 'code'")]
    public void A_specialty_without_stock_entries_catchment_or_need_is_refused(string part, string replacement, string expected)
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", Specialty);
        region.Write("skin.csv", "code,physicians\nT00,4\n");
        region.Write("none.csv", "code,physicians\nT00,0\n");
        region.Write("wrong.csv", "code,physicians\nT99,4\n");
        region.Write("blank.csv", "code,physicians\nT00,4\n,2\n");
        region.Write("headless.csv", "where,physicians\nT00,4\nT03,1\n");
        region.Replace("grant.yaml", part, replacement);
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.EqualTo(2), outcome.Error);
        Assert.That(outcome.ErrorLines.Where(l => l.Contains(": error: ")).Single(), Does.Contain(expected));
    }

    [Test]
    public void What_the_page_lets_the_reader_choose_names_the_specialty()
    {
        RunResults made = SampleResults.Make(replications: 2);
        var called = new Calling("dermatologists", "dermatologist", "dermatologues", "dermatologue");
        var results = new ResultIndex(made with { Manifest = made.Manifest with { Specialty = called } });
        using var data = new MemoryStream();
        PageData.Write(results, ReportText.English, data);
        string[] labels = [.. JsonNode.Parse(data.ToArray())!["indicators"]!.AsArray()
            .SelectMany(i => new[] { $"{i!["en"]}", $"{i["fr"]}" })];
        Assert.That(labels, Does.Contain("Dermatologists in practice").And.Contain("Dermatologues installés"));
        Assert.That(labels.Where(l => System.Text.RegularExpressions.Regex.IsMatch(l, @"\bGPs?\b|[Gg]énéraliste")), Is.Empty);
    }

    [TestCase("from: 2026", "from: 2010\n    until: 2020",
        "grant.yaml(7,12): warning: installation-grant changes nothing in the years simulated, 2026 to 2028")]
    [TestCase("from: 2026", "from: 2010\n    until: 2025", "grant.yaml(7,12): warning: installation-grant changes nothing")]
    [TestCase("type: installation-grant\n    from: 2026\n    amount-keur: 100\n    where: { accessibility-below: 2.5 }",
        "type: further-graduates\n    from: 2026\n    per-year: 3",
        "grant.yaml(6,11): warning: further-graduates changes nothing in the years simulated")]
    [TestCase("type: installation-grant\n    from: 2026\n    amount-keur: 100\n    where: { accessibility-below: 2.5 }",
        "type: msp-opening\n    from: 1999\n    until: 2010\n    per-year: 10",
        "grant.yaml(7,12): warning: msp-opening changes nothing in the years simulated, 2026 to 2028")]
    [TestCase("type: installation-grant\n    from: 2026\n    amount-keur: 100\n    where: { accessibility-below: 2.5 }",
        "type: mobile-unit\n    from: 2020\n    until: 2025",
        "grant.yaml(7,12): warning: mobile-unit ends with the year of the start (2025): what it adds to capacity counts there and in the "
            + "choices of the year after, and costs nothing")]
    [TestCase("type: installation-grant\n    from: 2026\n    amount-keur: 100\n    where: { accessibility-below: 2.5 }",
        "type: mobile-unit\n    from: 2020\n    until: 2024",
        "grant.yaml(7,12): warning: mobile-unit changes nothing in the years simulated, 2026 to 2028")]
    [TestCase("type: installation-grant\n    from: 2026\n    amount-keur: 100\n    where: { accessibility-below: 2.5 }",
        "type: solidarity-days\n    from: 2026\n    where: { departement: [A] }",
        "warning: 'where' of solidarity-days takes the whole of each département that it touches")]
    public void A_policy_that_can_do_nothing_is_warned_about(string part, string replacement, string expected)
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", part, replacement);
        CommandLine.Outcome outcome = CommandLine.Run("validate", region.PathOf("grant.yaml"));
        Assert.That(outcome.Code, Is.Zero, outcome.Error);
        Assert.That(outcome.Error, Does.Contain(expected));
    }

    [Test]
    public void A_budget_that_came_with_a_package_is_shown_with_each_of_its_policies()
    {
        using MadeUpRegion region = Plan("""
            budgets: { plan: { keur-per-year: 500, rule: by-need } }
            packages: { plan: { from: 2026, budget: plan, coordination-keur: 5 } }
            policies:
              - type: installation-grant
                package: plan
                amount-keur: 100
              - type: accompaniment
                package: plan
                from: 2027

            """);
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        SettingInfo[] shown = [.. ResultsFolder.ReadManifest(region.Out).Scenarios.Single(s => s.Name == "grant").Parameters];
        foreach (string policy in new[] { "installation-grant", "accompaniment" })
        {
            string Value(string key) => shown.Single(s => s.Name == $"policies.{policy}.{key}").Value;
            Assert.That((Value("budget"), Value("budget-keur-per-year"), Value("budget-rule"), Value("package-coordination-keur")),
                Is.EqualTo(("plan", "500", "by-need", "5")));
        }

        Assert.That(shown.Select(s => s.Name), Is.Unique);
        Assert.That(shown.Where(s => s.Label is null).Select(s => s.Name), Is.Empty);
    }

    [Test]
    public void Two_specialties_cannot_be_compared()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", Specialty);
        region.Write("skin.csv", "code,physicians\nT00,4\n");
        RefusalAssert.Refused(region, ["compare", region.Folder, "--out", region.Out],
            "grant.yaml(5,3): error: specialty is dermatologists, but general practice in the baseline");
    }

    /// <summary>The region with a scenario of these lines beside the baseline, behind three lines of its own.</summary>
    private static MadeUpRegion Plan(string lines)
    {
        var region = new MadeUpRegion();
        region.Write("grant.yaml", $"extends: baseline.yaml\nname: grant\ntitle: A plan\n{lines}");
        return region;
    }
}
