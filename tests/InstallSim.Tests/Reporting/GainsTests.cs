using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>What is clearly better is said wherever the number of GPs is not, on the page and on the terminal.</summary>
public sealed class GainsTests
{
    /// <summary>Nothing is clear but the outcomes named: better ones where the sign is 1.</summary>
    private static FigureContext Clear(int sign, ReportText text, params string[] indicators)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        return new FigureContext(new ResultIndex(all with
        {
            Comparisons = [.. all.Comparisons.Select(c => c.Indicator == "policy-cost-cumulative" ? c
                : c with { Difference = sign * 2, Lower = indicators.Contains(c.Indicator) ? sign < 0 ? -3 : 1 : -1,
                    Upper = indicators.Contains(c.Indicator) ? sign < 0 ? -1 : 3 : 3 })],
        }), text);
    }

    private static (string Cost, string? Gains, string Terminal) Said(FigureContext context)
    {
        ScenarioInfo policy = context.Results.Policies[0];
        var terminal = new StringWriter();
        OutcomeTable.Write(context.Results.Results, terminal, context.Text);
        string[] lines = [.. Findings.FirstLines(context, policy)];
        return (lines.Single(l => l.StartsWith("Co", StringComparison.Ordinal)),
            lines.FirstOrDefault(l => l == Gains.Beside(context, policy, isBesidePeople: true)), terminal.ToString());
    }

    [TestCase("accessibility-mean", "it raises mean accessibility.")]
    [TestCase("stock", "it raises the total number of GPs.")]
    [TestCase("gps-in-covered", "it raises the number of GPs where the policy acts.")]
    [TestCase("gp-years-under-dense", "it raises GP-years in under-dense territories.")]
    public void A_clear_gain_beside_the_main_outcome_is_named(string indicator, string said)
    {
        var (cost, gains, terminal) = Said(Clear(1, ReportText.English, indicator));
        Assert.That(cost, Does.EndWith("for no clear gain in GPs in today’s under-dense territories."));
        Assert.That(gains, Is.EqualTo("Clear gains: " + said));
        Assert.That(terminal, Does.Contain(gains));
    }

    [Test]
    public void Less_is_a_gain_of_what_is_better_low()
    {
        FigureContext context = Clear(-1, ReportText.French, "share-under-threshold", "accessibility-gini", "accessibility-mean");
        var (cost, gains, terminal) = Said(context);
        Assert.That(cost, Does.EndWith("sans gain établi de généralistes en territoire aujourd’hui sous-dense."));
        Assert.That(gains, Is.EqualTo("Gains établis\u00a0: la mesure fait baisser l’inégalité d’accessibilité."));
        Assert.That(terminal, Does.Contain("Gains établis\u00a0: la mesure fait baisser la part de la population en territoire sous-dense "
            + "et l’inégalité d’accessibilité."));
    }

    [Test]
    public void Without_any_clear_gain_there_is_none()
    {
        var (cost, gains, terminal) = Said(Clear(1, ReportText.English));
        Assert.That((cost.EndsWith("for no clear gain.", StringComparison.Ordinal), gains), Is.EqualTo((true, (string?)null)));
        Assert.That(terminal, Does.Not.Contain("Clear gains"));
    }

    /// <summary>The terminal names all that the card has, in its headline or a line, and where GPs are lost besides.</summary>
    [Test]
    public void A_clear_loss_is_named_in_the_terminal_as_on_the_card()
    {
        string[] lost = ["accessibility-mean", "stock", "gps-elsewhere"];
        foreach ((ReportText text, string said, string[] nouns) in new[]
        {
            (ReportText.English, "Clear losses: it lowers mean accessibility, the total number of GPs and the number of GPs in all other "
                + "territories.", new[] { "mean accessibility", "the total number of GPs", "the number of GPs in all other territories" }),
            (ReportText.French, "Pertes établies\u00a0: la mesure fait baisser l’accessibilité moyenne, le nombre total de généralistes et "
                + "le nombre de généralistes dans tous les autres territoires.",
                ["l’accessibilité moyenne", "le nombre total de généralistes", "le nombre de généralistes dans tous les autres"]),
        })
        {
            FigureContext context = Clear(-1, text, lost);
            Assert.That(Said(context).Terminal, Does.Contain(said));
            ScenarioInfo policy = context.Results.Policies[0];
            string card = string.Join('\n', [Findings.Headline(context, policy), .. Findings.FirstLines(context, policy)]);
            Assert.That(nouns.Select(noun => card.Split(noun).Length - 1), Is.All.EqualTo(1), card);
        }

        Assert.That(Said(Clear(-1, ReportText.English, "stock-under-dense", "stock")).Terminal,
            Does.Contain("Other clear losses: it lowers the total number of GPs."));
        Assert.That(Said(Clear(1, ReportText.English, "share-under-threshold", "accessibility-gini")).Terminal, Does.Contain(
            "Clear losses: it raises the share of people in under-dense territories and inequality of accessibility."));
        Assert.That(Said(Clear(-1, ReportText.English)).Terminal, Does.Not.Contain("losses"));
    }

    /// <summary>The share of people has a line of its own, whether it is lost or gained; so has the worst other loss.</summary>
    [TestCase(1, "a part de la population en territoire sous-dense", "’inégalité d’accessibilité")]
    [TestCase(-1, "a part de la population en territoire sous-dense", "’inégalité d’accessibilité")]
    public void A_card_says_each_change_once(int sign, params string[] nouns)
    {
        FigureContext context = Clear(sign, ReportText.French, "share-under-threshold", "accessibility-gini");
        ScenarioInfo policy = context.Results.Policies[0];
        string card = string.Join('\n', [Findings.Headline(context, policy), .. Findings.FirstLines(context, policy)]);
        Assert.That(nouns.Select(noun => card.Split(noun).Length - 1), Is.All.EqualTo(1), card);
    }

    /// <summary>A loss that has no line stands in the headline.</summary>
    [Test]
    public void A_headline_names_the_losses_that_the_lines_leave_out()
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        Comparison Lost(Comparison c) => c.Indicator switch
        {
            "accessibility-mean" => c with { Difference = -0.6, Lower = -0.7, Upper = -0.5 },
            "accessibility-gini" => c with { Difference = 0.2, Lower = 0.1, Upper = 0.3 },
            _ => c with { Difference = 9, Lower = -5, Upper = 12 },
        };
        var context = new FigureContext(
            new ResultIndex(all with { Comparisons = [.. all.Comparisons.Select(Lost)] }), ReportText.English);
        ScenarioInfo policy = context.Results.Policies[0];
        Assert.That(Findings.Headline(context, policy), Does.EndWith(", but clearly raises inequality of accessibility."));
        Assert.That(Findings.FirstLines(context, policy)[0], Does.StartWith("But mean accessibility is 0.60"));
    }

    /// <summary>A policy has no fewer good points for being better; the headline and the line about people are not repeated.</summary>
    [Test]
    public void Where_the_main_outcome_gains_the_others_are_named_beside_it()
    {
        FigureContext context = Clear(1, ReportText.English, "stock-under-dense", "accessibility-mean", "gp-years-under-dense");
        var (_, gains, terminal) = Said(context);
        Assert.That(gains, Is.EqualTo(
            "Other clear gains: it raises mean accessibility and GP-years in under-dense territories."));
        Assert.That(terminal, Does.Contain(gains));
        Assert.That(Said(Clear(1, ReportText.English, "stock-under-dense")).Gains, Is.Null);
    }
}
