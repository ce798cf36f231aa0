using System.Net;
using InstallSim.Outputs;
using InstallSim.Policies;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

public sealed class CostsSectionTests
{
    [Test]
    public void Every_kind_of_act_has_words_in_both_languages()
    {
        RunResults results = SampleResults.Make([], places: 2, years: 2, replications: 2);
        foreach (ReportText text in ReportText.All)
        {
            var context = new FigureContext(new ResultIndex(results), text);
            string[] words = [.. Enum.GetNames<ActKind>().Select(InstallSim.Inputs.InputType.Kebab)
                .Select(act => CostsSection.Act(context, act))];
            Assert.That(words, Is.Unique.And.All.Contains(" ").Or.All.Contains("é"), "words, and not the name of the act");
        }
    }

    [Test]
    public void A_row_has_the_sum_over_the_run_and_the_last_year_and_a_scenario_of_several_acts_its_total()
    {
        RunResults results =
            SampleResults.Make([SampleResults.Policies[0], SampleResults.Policies[1]], places: 4, years: 5, replications: 4);
        results = results with
        {
            Costs =
            [
                new("msp-openings", "MSP", "opening", 2028, 1500, 1, 2), new("msp-openings", "MSP", "opening", 2029, 250, 1, 2),
                new("msp-openings", "Grant & <b>", "offer", 2027, -50, 1, 2), new("installation-grant", "g", "offer", 2026, 80, 1, 2),
            ],
        };
        string text = CostsSection.Write(new FigureContext(new ResultIndex(results), ReportText.English)).Text;
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Match(Row("MSP", "centres opened and run") + "<td>€1.75m <small></small></td><td>€250k</td>"));
            Assert.That(text, Does.Match(Row("Grant &amp; &lt;b&gt;", "money offered") + "<td>−€50k <small></small></td><td>–</td>"));
            Assert.That(text, Does.Match(Row("all", "all") + "<td>€1.70m <small>\\(€.* to €.*\\)</small></td><td>€250k</td>"));
            Assert.That(text.Split("<th scope=\"row\">all</th>"), Has.Length.EqualTo(2), "one act needs no total");
            Assert.That(text, Does.Contain("<th scope=\"colgroup\" colspan=\"4\">"), "a scenario heads its rows once");
        });

        static string Row(string policy, string act) => $"<th scope=\"row\">{policy}</th><td class=\"words\">{act}</td>";
    }

    [Test]
    public void Of_what_is_in_force_in_the_baseline_a_scenario_has_only_what_it_costs_more()
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, years: 5, replications: 4);
        string baseline = results.Manifest.Baseline!, policy = SampleResults.Policies[0].Name;
        results = results with
        {
            Costs =
            [
                new(baseline, "old", "offer", 2028, 1000, 1, 2), new(baseline, "old", "opening", 2028, 30, 1, 2),
                new(policy, "old", "offer", 2028, 1250, 1, 2), new(policy, "old", "opening", 2028, 30, 1, 2),
                new(policy, "new", "offer", 2028, 7, 1, 2),
            ],
        };
        var index = new ResultIndex(results);
        Assert.That(index.Costs(policy).Select(c => (c.Policy, c.Act, c.Mean)),
            Is.EqualTo(new[] { ("old", "offer", 250.0), ("new", "offer", 7.0) }));
        Assert.That(index.Costs(baseline).Select(c => c.Mean), Is.EqualTo(new[] { 1000.0, 30.0 }), "of the baseline in all");
    }

    [Test]
    public void A_scenario_is_told_by_what_it_adds_to_the_baseline()
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, years: 5, replications: 4);
        ScenarioInfo[] scenarios = [.. results.Manifest.Scenarios.Select(s => s with
        {
            Policies = ["In force, from 2020", .. s.Policies],
            PoliciesFrench = ["En vigueur, de 2020", .. s.Policies],
            Parameters = [new SettingInfo("policies.old.share", "1", "", null, null, ""), .. s.Parameters],
        })];
        int added = results.Manifest.Scenarios[1].Policies.Count;
        Assert.That(added, Is.GreaterThan(0));
        ScenarioInfo shown = new ResultIndex(results with { Manifest = results.Manifest with { Scenarios = scenarios } }).Policies.Single();
        Assert.That(shown.Policies, Has.Count.EqualTo(added).And.None.EqualTo("In force, from 2020"));
        Assert.That(shown.PoliciesFrench, Has.None.EqualTo("En vigueur, de 2020"));
        Assert.That(shown.Parameters.Select(p => p.Name), Has.None.EqualTo("policies.old.share"));
    }

    [TestCase("en", "Plan: my-plan, 2026 to 2027")]
    [TestCase("fr", "Plan\u00a0: my-plan, de 2026 à 2027")]
    public void A_policy_of_the_cost_table_has_its_years_in_both_languages(string language, string said)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        string policy = SampleResults.Policies[0].Name;
        results = results with
        {
            Costs = [new(policy, "my-plan", "offer", 2027, 7, 1, 2)],
            Manifest = results.Manifest with
            {
                Scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name == "baseline" ? s : s with
                {
                    Policies = ["Plan: my-plan, 2026 to 2027"],
                    PoliciesFrench = ["Plan\u00a0: my-plan, de 2026 à 2027"],
                    Parameters = [new SettingInfo("policies.my-plan.share", "1", "", null, null, "")],
                })],
            },
        };
        Assert.That(WebUtility.HtmlDecode(CostsSection.Write(new FigureContext(new ResultIndex(results), ReportText.For(language))).Text),
            Does.Contain(said));
    }

    [Test]
    public void The_page_tells_cost_by_act_in_both_languages()
    {
        var writer = new StringWriter();
        HtmlReport.Write(SampleResults.Make(places: 4, years: 3, replications: 4), writer);
        Assert.That(WebUtility.HtmlDecode(writer.ToString()), Does.Contain("What the policies cost").And
            .Contain("Ce que coûtent les mesures")
            .And.Contain(">money offered</td>").And.Contain(">aides financières</td>"));
    }

    [Test]
    public void Nothing_counted_is_said()
    {
        RunResults results = SampleResults.Make([], places: 2, years: 2, replications: 2);
        Assert.That(WebUtility.HtmlDecode(CostsSection.Write(new FigureContext(new ResultIndex(results), ReportText.French)).Text),
            Does.Contain("Aucune mesure n’a de coût compté.").And.Not.Contain("<table"));
    }
}
