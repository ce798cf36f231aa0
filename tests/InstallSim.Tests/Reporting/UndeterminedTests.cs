using System.Net;
using InstallSim.Charts;
using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Reporting.Trace;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>A cost without an interval has its true reason beside it.</summary>
public sealed class UndeterminedTests
{
    /// <summary>Terminal and table of payers: a gain that is not clear has no price, though every replication may gain.</summary>
    [TestCase(0, "the interval of the gain still holds 0", "l’intervalle du gain contient encore 0")]
    [TestCase(1, "some replications gain none", "des réplications n’ont pas de gain")]
    [TestCase(double.NaN, "too few replications gain the same", "trop peu de réplications, toutes de même gain")]
    public void Why_a_cost_for_each_gained_is_not_determined_is_told_by_the_gain(double lower, string english, string french)
    {
        string policy = SampleResults.Policies[0].Name;
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        results = results with
        {
            Comparisons = [.. results.Comparisons.Where(c => c.Indicator is not ("cost-per-additional-gp" or "gp-years-under-dense"))
                .Select(c => c.Indicator == "stock-under-dense" ? Gain(c) : c),
                new(policy, "baseline", 2045, "cost-per-additional-gp", 5, 1, double.NaN, double.NaN, 4),
                Gain(new(policy, "baseline", 2045, "gp-years-under-dense", 50, 1, lower, 80, 4))],
            Payers = [new(policy, "state", 900, 800, 1000, 10, 18, double.NaN, double.NaN)],
        };
        Comparison Gain(Comparison c) => double.IsNaN(lower)
            ? c with { Difference = 5, StandardError = 0, Lower = lower, Upper = lower }
            : c with { Difference = 5, Lower = lower, Upper = 8 };
        foreach ((ReportText text, string said, string colon) in new[] { (ReportText.English, english, ": "),
            (ReportText.French, french, "\u00a0: ") })
        {
            var terminal = new StringWriter();
            OutcomeTable.Write(results, terminal, text);
            Assert.That(terminal.ToString(), Does.Contain(text.NotDetermined() + colon + said + "\n"));
            Assert.That(WebUtility.HtmlDecode(CostsSection.Write(new FigureContext(new ResultIndex(results), text)).Text),
                Does.Contain($">{text.NotDetermined().ToUpperFirst()}{colon}{said}.<"));
        }
    }

    /// <summary>Five replications with one GP more each were told as clearly better, [1, 1].</summary>
    [Test]
    public void A_gain_that_is_the_same_in_all_of_few_replications_is_not_clear_and_says_so([Values] bool holdsDoubt)
    {
        RunResults results = Tied(SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 5), "stock-under-dense", 1);
        results = results with { Manifest = results.Manifest with { Drawn = holdsDoubt ? ["a"] : [] } };
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(Findings.Headline(context, context.Results.Policies[0]), Is.EqualTo(
            "No clear difference in the number of GPs in today’s under-dense territories (+1.00 in each of "
            + "5 replications, too few to call it clear)."));
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, ReportText.English);
        string enough = holdsDoubt ? "78" : "39";
        Assert.That(terminal.ToString(), Does.Contain("[same in all]").And.Contain(
            $"with fewer than {enough} of them one more may differ"));
        Assert.That(FindingsSection.Sure(context), Does.Contain($"fewer than {enough} of them one more may differ"));
        Assert.That(Standings.Of(context.Results, context.Results.Policies[0]), Is.AnyOf(Standing.Unclear, Standing.Loss));
    }

    /// <summary>They had "(– to –)", a solid point as what is clear, and "its interval holds chance".</summary>
    [TestCase("en", "+1.00 (none: the same in all replications, too few to tell)", "holds zero or replications all agree but are too few",
        "No interval: the same in all replications.")]
    [TestCase("fr", "+1,00 (aucun\u00a0: le même dans toutes les réplications, trop peu nombreuses)",
        "contient zéro ou les réplications concordent toutes, mais sont trop peu nombreuses",
        "Sans intervalle\u00a0: le même effet dans toutes les réplications.")]
    public void Figures_cards_and_trace_say_that_a_gain_has_no_interval_and_why(string lang, string gain, string hollow, string rests)
    {
        RunResults results = Tied(SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 5), "stock-under-dense", 1);
        ReportText text = ReportText.For(lang);
        var context = new FigureContext(new ResultIndex(results), text);
        Chart years = FigureCatalog.Find("trajectories")!.Draw(context);
        Assert.That(years.Description, Does.Contain(gain));
        Assert.That(years.Panels.SelectMany(p => p.Marks.OfType<Mark<Dot>>()).SelectMany(m => m.Rows).Count(d => d.IsHollow),
            Is.EqualTo(1), "as in the figure of effects");
        Assert.That(years.Subtitle, Does.Contain(hollow));
        Assert.That(FigureCatalog.Find("effects")!.Draw(context).Subtitle, Does.Contain(hollow));
        Assert.That(RestsOn.Line(context, context.Results.Policies[0]), Does.EndWith(rests));
        Assert.That(TraceDossier.Write(results, "out/a", text), Does.Contain($"| +1{(lang == "fr" ? ',' : '.')}00 | {gain[7..^1]} |"));
    }

    /// <summary>It was left out without a word.</summary>
    [Test]
    public void The_figure_of_convergence_names_policies_that_have_no_interval()
    {
        RunResults untied = SampleResults.Make(places: 4, replications: 5), results = Tied(untied, "stock-under-dense", 1);
        string tied = untied.Manifest.Scenarios[^1].Name, baseline = untied.Manifest.Baseline!;
        double Before(int replication) => untied.Observations.Single(o => o.Scenario == baseline && o.Replication == replication
            && o.Year == untied.Manifest.LastYear && o.Indicator == "stock-under-dense").Value;
        results = results with
        {
            Comparisons = [.. results.Comparisons.Select((c, i) => c.Scenario == tied ? c : untied.Comparisons[i])],
            Observations = [.. untied.Observations.Select(o => o.Scenario == tied && o.Year == untied.Manifest.LastYear
                && o.Indicator == "stock-under-dense" ? o with { Value = Before(o.Replication) + 1 } : o)],
        };
        IResultFigure figure = FigureCatalog.Find("convergence")!;
        Chart drawn = figure.Draw(new FigureContext(new ResultIndex(results), ReportText.English));
        Assert.That(drawn.Panels, Has.Count.EqualTo(untied.Manifest.Scenarios.Count - 2), "all policies but one");
        Assert.That(drawn.Subtitle, Does.EndWith($"No interval, for all replications agree: {untied.Manifest.Scenarios[^1].Title}"));
        Assert.That(figure.Draw(new FigureContext(new ResultIndex(untied), ReportText.English)).Subtitle, Does.Not.Contain("agree"));
    }

    /// <summary>The column of intervals was empty, in the brief a cell.</summary>
    [Test]
    public void A_cost_that_is_the_same_in_all_says_so_in_its_table()
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 5);
        string Interval(RunResults of)
        {
            var context = new FigureContext(new ResultIndex(of), ReportText.English);
            return CostsSection.Amounts(context, context.Results.Policies[0], "policy-cost-cumulative", []).Interval;
        }

        Assert.That(Interval(results), Does.Contain(" to "));
        Assert.That(Interval(Tied(results, "policy-cost-cumulative", 20)), Is.EqualTo("(the same in all replications)"));
    }

    [Test]
    public void Figures_say_nothing_of_replications_that_agree_where_none_do()
    {
        var context = new FigureContext(new ResultIndex(SampleResults.Make(places: 4)), ReportText.English);
        Assert.That(FigureCatalog.Find("effects")!.Draw(context).Subtitle, Does.Contain("holds zero, no clear difference"));
        Assert.That(FigureCatalog.Find("trajectories")!.Draw(context).Subtitle, Does.Contain("holds zero").And.Not.Contain("agree"));
    }

    /// <summary>It was <c>+0.0 [same in all]</c>, though what is 0 in all has an interval.</summary>
    [Test]
    public void A_small_cost_that_is_the_same_in_all_is_no_0_on_the_terminal()
    {
        var terminal = new StringWriter();
        OutcomeTable.Write(Tied(SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 5), "policy-cost-cumulative", 20),
            terminal, ReportText.English);
        Assert.That(terminal.ToString(), Does.Contain("+0.02 ").And.Contain("[same in all]"));
    }

    [Test]
    public void What_a_package_is_more_in_all_of_few_replications_is_not_determined_and_says_why()
    {
        RunResults results = SampleResults.Make([.. SampleResults.Policies.Take(3)], places: 4, replications: 5);
        string[] names = [.. SampleResults.Policies.Take(3).Select(p => p.Name)];
        results = results with
        {
            Packages = [new(names[0], $"{names[1]} + {names[2]}", 2045, "stock-under-dense", 3, 1, 0, double.NaN, double.NaN, 5)],
        };
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(PackagesText.Of(context, context.Results.Policies[0]), Does.Contain(": not determined. ").And.EndWith(
            "together they differ from that by +1.00 in each of 5 replications, too few to call it clear."));
    }

    private static RunResults Tied(RunResults results, string indicator, double difference) => results with
    {
        Comparisons = [.. results.Comparisons.Select(c => c.Indicator != indicator ? c
            : c with { Difference = difference, StandardError = 0, Lower = double.NaN, Upper = double.NaN })],
    };
}
