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
            Assert.That(text, Does.Match("<td>MSP</td><td>centres opened and run</td><td>€1.75m <small></small></td><td>€250k</td>"));
            Assert.That(text, Does.Match("<td>Grant &amp; &lt;b&gt;</td><td>money offered</td><td>−€50k <small></small></td><td>–</td>"));
            Assert.That(text, Does.Match("<td>all</td><td>all</td><td>€1.70m <small>\\(€.* to €.*\\)</small></td><td>€250k</td>"));
            Assert.That(text.Split("<td>all</td><td>all</td>"), Has.Length.EqualTo(2), "one act needs no total");
        });
    }

    [Test]
    public void The_page_tells_cost_by_act_in_both_languages()
    {
        var writer = new StringWriter();
        HtmlReport.Write(SampleResults.Make(places: 4, years: 3, replications: 4), writer);
        Assert.That(WebUtility.HtmlDecode(writer.ToString()), Does.Contain("What the policies cost").And
            .Contain("Ce que coûtent les mesures")
            .And.Contain("<td>money offered</td>").And.Contain("<td>aides financières</td>"));
    }

    [Test]
    public void Nothing_counted_is_said()
    {
        RunResults results = SampleResults.Make([], places: 2, years: 2, replications: 2);
        Assert.That(WebUtility.HtmlDecode(CostsSection.Write(new FigureContext(new ResultIndex(results), ReportText.French)).Text),
            Does.Contain("Aucune mesure n’a de coût compté.").And.Not.Contain("<table"));
    }
}
