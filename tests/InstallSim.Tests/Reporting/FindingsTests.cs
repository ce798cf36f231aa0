using System.Net;
using InstallSim.Cli;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Sentences say what the intervals carry and no more.</summary>
public sealed class FindingsTests
{
    private static readonly Indicator Main = IndicatorCatalog.Find("stock-under-dense")!;

    [TestCase(5, 2, 8, Verdict.Up)]
    [TestCase(-5, -8, -2, Verdict.Down)]
    [TestCase(5, -0.1, 8, Verdict.Unclear)]
    [TestCase(5, 0, 8, Verdict.Unclear)]
    [TestCase(0, 0, 0, Verdict.Unclear)]
    [TestCase(5, double.NaN, double.NaN, Verdict.Unknown)]
    [TestCase(5, 2, double.PositiveInfinity, Verdict.Unknown)]
    public void A_verdict_is_clear_only_when_the_interval_leaves_out_zero(double difference, double lower, double upper, Verdict verdict) =>
        Assert.That(Verdicts.Of(new Comparison("a", "b", 2045, Main.Name, difference, 1, lower, upper, 10)), Is.EqualTo(verdict));

    [Test]
    public void A_difference_that_is_the_same_in_all_of_few_replications_is_not_clear() => Assert.That(
        Verdicts.Of(new Comparison("a", "b", 2045, Main.Name, 1, 0, double.NaN, double.NaN, 5)), Is.EqualTo(Verdict.Unclear));

    [Test]
    public void Less_is_a_gain_where_less_is_better()
    {
        var share = IndicatorCatalog.Find("share-under-threshold")!;
        Assert.That(Verdicts.IsGain(Verdict.Down, share) && Verdicts.IsLoss(Verdict.Up, share), Is.True);
        Assert.That(Verdicts.IsGain(Verdict.Unclear, share) || Verdicts.IsLoss(Verdict.Unclear, share), Is.False);
    }

    [TestCase(33.2, 30.1, 36.3, "33 more GPs in today’s under-dense territories (95% interval 30\u00a0to\u00a036).")]
    [TestCase(-4.04, -5.1, -3.0, "4.0 fewer GPs in today’s under-dense territories (95% interval 3.0\u00a0to\u00a05.1).")]
    [TestCase(0.4, -0.2, 1.0,
        "No clear difference in the number of GPs in today’s under-dense territories (+0.4, 95% interval \u22120.2 to +1.0).")]
    [TestCase(7, double.NaN, double.NaN,
        "+7.0 GPs in today’s under-dense territories; without an interval nobody can say how sure that is.")]
    [TestCase(double.NaN, double.NaN, double.NaN, "Not compared with a situation without the policy.")]
    public void The_headline_follows_the_interval(double difference, double lower, double upper, string headline)
    {
        var context = new FigureContext(
            new ResultIndex(With(c => c with { Difference = difference, Lower = lower, Upper = upper })), ReportText.English);
        Assert.That(Findings.Headline(context, context.Results.Policies[0]), Is.EqualTo(headline));
    }

    [Test]
    public void A_policy_that_does_not_clearly_gain_has_no_cost_for_each_gained()
    {
        var context = new FigureContext(new ResultIndex(With(c => c with { Difference = 1, Lower = -1, Upper = 3 })), ReportText.French);
        Assert.That(Findings.Details(context, context.Results.Policies[0]),
            Has.Some.StartsWith("Coût\u00a0: ").And.Some.Contains(", sans gain établi de ")
                .And.None.Contains("par généraliste supplémentaire"));
    }

    /// <summary>Card, table of all outcomes and terminal say the same of a cost without an interval.</summary>
    [TestCase(double.NaN, "not determined")]
    [TestCase(2, "€5k for each additional GP in today’s under-dense territories (95% interval €2k\u00a0to\u00a0€8k).")]
    public void A_cost_for_each_gained_is_said_with_its_interval_or_not_at_all(double lower, string said)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        results = results with
        {
            Comparisons = [.. results.Comparisons
                .Where(c => !IndicatorCatalog.Compared.Any(i => i.Name == c.Indicator))
                .Select(c => c.Indicator == Main.Name ? c with { Difference = 5, Lower = 2, Upper = 8 } : c),
                new Comparison(SampleResults.Policies[0].Name, "baseline", 2045, "cost-per-additional-gp", 5, 1, lower, lower + 6, 4)],
        };
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(Findings.FirstLines(context, context.Results.Policies[0]), Has.One.Contains(said));
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, ReportText.English);
        string table = TablesSection.Write(context).ToString();
        Assert.That(terminal.ToString().Split("determined").Length > 1, Is.EqualTo(double.IsNaN(lower)), terminal.ToString());
        Assert.That(table.Contains("not determined", StringComparison.Ordinal), Is.EqualTo(double.IsNaN(lower)), table);
    }

    [TestCase(-9, -12, -6, "and it loses GPs: none is additional.")]
    [TestCase(-1, -3, 1, "for no clear gain in GPs in today’s under-dense territories.")]
    public void A_policy_that_loses_physicians_has_no_cost_for_each(double difference, double lower, double upper, string end)
    {
        var context = new FigureContext(
            new ResultIndex(With(c => c with { Difference = difference, Lower = lower, Upper = upper })), ReportText.English);
        Assert.That(Findings.Details(context, context.Results.Policies[0]), Has.Some.StartsWith("Cost: €").And.Some.EndsWith(end));
        Assert.That(Findings.Details(context, context.Results.Policies[0]), Has.None.Contains("for each additional GP"));
    }

    [Test]
    public void A_policy_without_a_counted_cost_has_none_anywhere()
    {
        var results =
            SampleResults.Make([new SamplePolicy("limit", "A limit", 12, 0, 0), SampleResults.Policies[0]], places: 4, replications: 4);
        results = Copy(results,
            c => c is { Scenario: "limit" } && c.Indicator.StartsWith("cost-per", StringComparison.Ordinal)
                ? c with { Difference = double.NaN }
                : c);
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(Findings.Details(context, context.Results.Policies[0]),
            Has.Some.EqualTo("Cost: none is counted.").And.None.Contains("€"));
        Assert.That(TablesSection.Write(context).Text, Does.Contain("<td>– <small>no cost counted</small></td>").And.Not.Contain("€0"));
        Assert.That(CostsSection.Write(context).Text, Does.Contain("No cost is counted for “A limit”."));
    }

    [Test]
    public void A_table_says_why_there_is_no_price_of_each_gained_or_lifted()
    {
        var results = SampleResults.Make([SampleResults.Policies[0], SampleResults.Policies[1]], places: 4, replications: 4);
        results = Copy(results, c => (c.Scenario, c.Indicator) switch
        {
            ("msp-openings", "stock-under-dense") => c with { Difference = -3, Lower = -4, Upper = 2 },
            ("msp-openings", "cost-per-additional-gp" or "cost-per-gp-year" or "cost-per-resident-lifted") =>
                c with { Difference = double.NaN },
            _ => c,
        });
        string table = WebUtility.HtmlDecode(TablesSection.Write(new FigureContext(new ResultIndex(results), ReportText.French)).Text);
        Assert.That(table.Split("<td>– <small>aucun gain en moyenne</small></td>"), Has.Length.EqualTo(3), "two prices");
        Assert.That(table.Split("<td>– <small>aucun n’en sort en moyenne</small></td>"), Has.Length.EqualTo(2), "of residents");
    }

    [Test]
    public void What_a_policy_worsens_is_said_beside_what_it_gains()
    {
        var results = SampleResults.Make([SampleResults.Policies[0], SampleResults.Policies[1]], places: 6, years: 3, replications: 6);
        var worse = Copy(results,
            c => c is { Scenario: "msp-openings", Indicator: "accessibility-mean" }
                ? c with { Difference = -0.6, Lower = -0.7, Upper = -0.5 }
                : c);
        var context = new FigureContext(new ResultIndex(worse), ReportText.English);

        Assert.That(Findings.Overall(context), Does.EndWith("but clearly lowers mean accessibility."));
        Assert.That(Findings.Details(context, context.Results.Policies[0]),
            Has.Some.EqualTo(
                "But mean accessibility is 0.60 consultations per inhabitant per year lower (95% interval 0.50\u00a0to\u00a00.70)."));
        Assert.That(Findings.Details(context with { Text = ReportText.French }, context.Results.Policies[0]),
            Has.Some.Contains("recule de 0,60 consultation par habitant et par an"));
        Assert.That(context.Scenario.Name, Is.EqualTo("installation-grant"), "figures of one policy begin with one that worsens nothing");
    }

    [Test]
    public void Policies_are_ranked_by_more_than_one_outcome()
    {
        // In order: a gain that lowers mean accessibility, a gain, a gain, nothing; the last is made to lose physicians.
        var results = Copy(SampleResults.Make(places: 6, years: 3, replications: 6), c => c switch
        {
            { Scenario: "msp-openings", Indicator: "accessibility-mean" } => c with { Difference = -0.6, Lower = -0.7, Upper = -0.5 },
            { Indicator: "stock-under-dense" } when c.Scenario is "msp-openings" => c with { Difference = 34, Lower = 30, Upper = 38 },
            { Indicator: "stock-under-dense", Scenario: "installation-grant" } => c with { Difference = 15, Lower = 12, Upper = 18 },
            { Indicator: "stock-under-dense", Scenario: "rural-training" } => c with { Difference = 2, Lower = -1, Upper = 5 },
            { Indicator: "stock-under-dense", Scenario: "accompaniment" } => c with { Difference = -4, Lower = -6, Upper = -2 },
            { Scenario: "rural-training" } => c with { Difference = 0, Lower = -1, Upper = 1 },
            _ => c,
        });
        var context = new FigureContext(new ResultIndex(results), ReportText.English);

        var ranked = Standings.Ranked(context.Results).Select(p => (p.Name, Standings.Of(context.Results, p)));

        Assert.That(ranked, Is.EqualTo(new[]
        {
            ("installation-grant", Standing.Gain), ("msp-openings", Standing.Mixed), ("rural-training", Standing.Unclear),
            ("accompaniment", Standing.Loss),
        }));
        Assert.That(Findings.Headline(context, context.Results.Scenario("msp-openings")),
            Does.EndWith("(95% interval 30\u00a0to\u00a038)."), "its lines say the loss");
        Assert.That(FindingsSection.Write(context).Text, Does.Match("(?s)card gain.*card mixed.*card unclear.*card loss"));
    }

    [Test]
    public void A_card_says_few_lines_and_nothing_twice()
    {
        var context = new FigureContext(new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 6)), ReportText.French);
        foreach (var policy in context.Results.Policies)
        {
            var said = Findings.FirstLines(context, policy);
            Assert.That(said, Has.Count.InRange(2, 6).And.Unique);
            string card = WebUtility.HtmlDecode(FindingsSection.Write(context).Text);
            Assert.That(Findings.Details(context, policy).Except(said),
                Is.Not.Empty.And.All.Matches<string>(d => card.Contains($"<li>{d}</li>", StringComparison.Ordinal)));
        }
    }

    [Test]
    public void A_card_names_the_worst_loss_of_physicians_wherever_it_is()
    {
        var results = Copy(SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4),
            c => c with { Difference = 9, Lower = 5, Upper = 12 });
        results = results with
        {
            Observations = [.. results.Observations.Select(o => o.Indicator == "newcomers-elsewhere" ? o with { Value = 7 } : o)],
        };
        Comparison Of(string indicator, double difference, double upper) =>
            new("msp-openings", "baseline", 2045, indicator, difference, 1, 2 * difference, upper, 4);
        IReadOnlyList<string> Said(params Comparison[] losses)
        {
            var others = results.Comparisons.Where(c => !losses.Any(l => l.Indicator == c.Indicator && c.Year == 2045));
            var context = new FigureContext(new ResultIndex(results with { Comparisons = [.. others, .. losses] }), ReportText.English);
            return Findings.FirstLines(context, context.Results.Policies[0]);
        }

        var both = Said(Of("gps-elsewhere", -31, -2), Of("rest-of-country", -44, -3), Of("stock", -20, -1));
        Assert.That(both[0], Does.StartWith("But the number of GPs in the rest of the country is 44 lower (95% interval 3"));
        Assert.That(Said(Of("gps-elsewhere", -31, -2), Of("rest-of-country", -44, 3))[0],
            Does.StartWith("But the number of GPs in all other territories is 31 lower"));
        Assert.That(Said(Of("gps-elsewhere", -31, 2), Of("rest-of-country", -44, 3)), Has.None.StartsWith("But the number"));
    }

    [Test]
    public void A_card_holds_the_values_that_it_rests_on_with_range_and_source()
    {
        SettingInfo[] values =
        [
            new("policies.msp-openings.where.accessibility-below", "2.5", "consultations/inhabitant/year", null, null,
                "set in msp.yaml(7,3)") { Label = "Where", LabelFrench = "Où" },
            new("policies.msp-openings.opening-cost-keur", "600.5", "k€", 300, 1100, "ASSUMPTION from five cases (evidence H4)")
            {
                Label = "Cost",
                LabelFrench = "Coût",
            },
        ];
        var results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        var manifest = results.Manifest with
        {
            Drawn = ["policies.msp-openings.opening-cost-keur"],
            Scenarios = [.. results.Manifest.Scenarios.Select(s => s.Name == "baseline" ? s : s with { Parameters = values })],
        };
        var french = new FigureContext(new ResultIndex(results with { Manifest = manifest }), ReportText.French);
        var chance = new FigureContext(new ResultIndex(results with { Manifest = manifest with { Drawn = [] } }), ReportText.English);

        string card = WebUtility.HtmlDecode(FindingsSection.Write(french).Text);

        Assert.That(Findings.FirstLines(french, french.Results.Policies[0]), Has.Some.EqualTo(
            "Repose sur 2 valeurs de la mesure, dont 1 hypothèse, 1 tirée dans une plage. Son intervalle contient "
                + "l’incertitude et le hasard."));
        Assert.That(Findings.FirstLines(chance, chance.Results.Policies[0]),
            Has.Some.EqualTo("Rests on 2 values of the policy, 1 assumed. Its interval holds chance only."));
        Assert.That(card, Does.Contain("<strong>600,5\u00a0k€</strong> (300 à 1\u202f100, valeur tirée au sort)"));
        Assert.That(card, Does.Contain("""<span class="flag assumption">hypothèse</span> tirée de cinq cas (réf. H4)"""));
        Assert.That(card, Does.Contain("choix de la mesure").And.Not.Contain("msp.yaml"));
    }

    [Test]
    public void Scenarios_of_one_title_are_told_apart_by_their_names()
    {
        var results = SampleResults.Make(
            [new SamplePolicy("a", "A grant", 20, 900, 0), new SamplePolicy("b", "A grant ", 15, 900, 0),
                new SamplePolicy("c", "Another", 1, 9, 0)], places: 4, years: 3, replications: 6);
        var shown = new ResultIndex(results).Policies;
        Assert.That(shown.Select(s => s.ShownTitle(ReportText.English)), Is.EqualTo(new[] { "A grant (a)", "A grant (b)", "Another" }));
        Assert.That(shown.Select(s => s.ShownTitle(ReportText.French)), Is.Unique);
    }

    [TestCase(0.4)]
    [TestCase(0.04)]
    [TestCase(0.0004)]
    public void A_clear_interval_never_ends_at_a_written_zero(double nearer)
    {
        var results = Copy(SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4),
            c => c is { Indicator: "share-under-threshold", Year: 2045 }
                ? c with { Difference = -0.0071, Lower = -0.0138, Upper = -nearer / 100 } : c);
        var context = new FigureContext(new ResultIndex(results), ReportText.English);

        string people = Findings.Details(context, context.Results.Policies[0])
            .First(d => d.Contains("share of people", StringComparison.Ordinal));

        Assert.That(people,
            Does.Contain("lower (95% interval").And.Not.Contain("interval 0.0\u00a0to").And.Not.Contain("interval 0\u00a0to"));
    }

    [Test]
    public void A_title_from_right_to_left_leaves_the_sentence_around_it_alone()
    {
        var results = SampleResults.Make([new SamplePolicy("a", "إعانة \u202e", 20, 900, 0)], places: 4, years: 3, replications: 6);
        string title = Findings.Overall(new FigureContext(new ResultIndex(results), ReportText.English));
        Assert.That(title, Does.StartWith("By 2027, “\u2068إعانة").And.Contain("\u2069” leads to clearly more"));
    }

    private static RunResults With(Func<Comparison, Comparison> change) => Copy(
        SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4),
        c => c.Indicator == Main.Name && c.Year == 2045 ? change(c) : c);

    private static RunResults Copy(RunResults results, Func<Comparison, Comparison> change) =>
        results with { Comparisons = [.. results.Comparisons.Select(change)] };
}
