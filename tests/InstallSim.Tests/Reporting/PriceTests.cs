using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>A cost for each GP beside the cost and the gain that it is made of.</summary>
public sealed class PriceTests
{
    private static readonly double[] Cost = [400, 450, 500, 500, 550, 550, 600, 600, 650, 700];
    private static readonly double[] Gain = [10, 9, 14, 10, 11, 30, 10, 12, 11, 25];

    /// <summary>Results of ten replications that draw, of which cost, gain and price have the intervals of these values.</summary>
    private static RunResults Results(int sign = 1)
    {
        double[] cost = [.. Cost.Select(keur => sign * keur)];
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, years: 3, replications: 10);
        return all with
        {
            Manifest = all.Manifest with { Drawn = ["a"] },
            Payers = [],
            Comparisons = [.. all.Comparisons.Select(c => c.Year != all.Manifest.LastYear ? c : c.Indicator switch
            {
                "stock-under-dense" => With(c, DoubtIntervals.OfNext(Gain)),
                "policy-cost-cumulative" => With(c, DoubtIntervals.OfNext(cost)),
                "cost-per-additional-gp" or "cost-per-gp-year" => With(c, DoubtIntervals.OfRatio(cost, Gain)),
                _ => c,
            })],
        };

        static Comparison With(Comparison c, Interval i) => c with { Difference = i.Mean, Lower = i.Lower, Upper = i.Upper };
    }

    [Test]
    public void Few_replications_set_an_end_of_a_price_to_zero_though_cost_and_gain_are_clear()
    {
        Assert.That(DoubtIntervals.OfNext(Cost).Lower, Is.GreaterThan(200));
        Assert.That(DoubtIntervals.OfNext(Gain).Lower, Is.GreaterThan(5));
        Assert.That(DoubtIntervals.OfRatio(Cost, Gain).Lower, Is.Zero);
    }

    [TestCase("en", 1, "€39k for each additional GP in today’s under-dense territories (95% interval up\u00a0to\u00a0€71k).")]
    [TestCase("fr", 1, "39\u00a0k€ par généraliste supplémentaire en territoire aujourd’hui sous-dense (intervalle à "
        + "95\u00a0%\u00a0: jusqu’à\u00a071\u00a0k€).")]
    [TestCase("en", -1, "; a saving of €39k for each additional GP in today’s under-dense territories (95% interval up\u00a0to\u00a0a "
        + "saving of €71k).")]
    public void An_end_that_was_set_to_zero_is_no_amount(string language, int sign, string said)
    {
        RunResults results = Results(sign);
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language));
        ScenarioInfo policy = context.Results.Policies[0];
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, context.Text);
        string page = FindingsSection.Write(context).Text + TablesSection.Write(context).Text;
        Assert.That(CostText.Of(context, policy), Does.EndWith(said));
        Assert.That(page + terminal, Does.Not.Match(@"€0\b|\b0.k€|\[0.? "));
        Assert.That(terminal.ToString(), Does.Contain(context.Say("up to", "jusqu’à")));
        Assert.That(page, Does.Contain(context.Say("“up to” an amount has no other end", "un montant n’a pas d’autre borne")));
    }

    /// <summary>What measures in force pay more or less beside a policy, and what it costs in all: nobody pays a negative amount.</summary>
    [TestCase("en", 500, -153, 400, 600, "Cost: €347k by 2027 (95% interval €400k\u00a0to\u00a0€600k), after €153k saved on measures "
        + "already in force")]
    [TestCase("fr", 500, -153, 400, 600, "Coût\u00a0: 347\u00a0k€ d’ici 2027 (intervalle à 95\u00a0%\u00a0: 400\u00a0k€\u00a0à\u00a0"
        + "600\u00a0k€), après 153\u00a0k€ d’économies sur les mesures déjà en vigueur")]
    [TestCase("en", 500, 100, 400, 600, ", of which €100k through measures already in force")]
    [TestCase("en", 0, -153, -600, -100, "Cost: a saving of €153k by 2027 (95% interval a saving of €100k\u00a0to\u00a0€600k), all of it "
        + "through measures already in force")]
    [TestCase("en", 500, -653, -600, 100, "Cost: a saving of €153k by 2027 (95% interval a saving of €600k to a cost of €100k), after "
        + "€653k saved on measures already in force")]
    [TestCase("en", -500, 100, -600, -100, ", with €100k more paid through measures already in force")]
    [TestCase("fr", 0, -153, -600, 100, "Coût\u00a0: une économie de 153\u00a0k€ d’ici 2027 (intervalle à 95\u00a0%\u00a0: d’une économie "
        + "de 600\u00a0k€ à un coût de 100\u00a0k€), en totalité par les mesures déjà en vigueur")]
    public void Less_paid_is_a_saving(string language, double own, double inForce, double lower, double upper, string said)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, years: 3, replications: 80);
        string policy = SampleResults.Policies[0].Name;
        RunResults results = all with
        {
            Costs =
            [
                new("baseline", "aids", "offer", 2027, 1000, 900, 1100), new(policy, "aids", "offer", 2027, 1000 + inForce, 1, 2),
                .. own == 0 ? (PolicyCost[])[] : [new(policy, "own", "offer", 2027, own, 1, 2)],
            ],
            Observations = [.. all.Observations.Select(o => o.Indicator != "policy-cost-cumulative" ? o
                : o with { Value = o.Scenario == "baseline" ? 1000 : 1000 + own + inForce })],
            Comparisons = [.. all.Comparisons.Select(c => c.Indicator == "policy-cost-cumulative"
                ? c with { Difference = own + inForce, Lower = lower, Upper = upper } : c)],
        };
        var context = new FigureContext(new ResultIndex(results), ReportText.For(language));
        Assert.That(CostText.Of(context, context.Results.Policies[0]), Does.Contain(said).And.Not.Contain("\u2212"));
    }

    /// <summary>Where the cost's own interval leaves out 0, so does what the figure says of the price.</summary>
    [Test]
    public void The_figure_does_not_call_a_price_untold_from_zero_whose_cost_is_told()
    {
        RunResults all = Results(), results = all with
        {
            Observations = [.. all.Observations.Select(o => o.Scenario == "baseline" && o.Indicator is "stock-under-dense"
                or "policy-cost-cumulative" ? o with { Value = 100 }
                : o.Indicator == "stock-under-dense" ? o with { Value = 100 + Gain[o.Replication] }
                : o.Indicator == "policy-cost-cumulative" ? o with { Value = 100 + Cost[o.Replication] } : o)],
        };
        string title = FigureCatalog.Find("cost-effect")!.Draw(new FigureContext(new ResultIndex(results), ReportText.English)).Title;
        Assert.That(title, Does.StartWith("A GP more in today’s under-dense territories costs €39k (95% interval up\u00a0to\u00a0€71k)"));
    }
}
