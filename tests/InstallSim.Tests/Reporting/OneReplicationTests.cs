using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Reporting.Trace;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>One replication has no intervals, and a policy may change nothing in it: page, brief and terminal say so.</summary>
public sealed class OneReplicationTests
{
    private static RunResults Results(double difference, int replications = 1, double end = double.NaN)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, years: 3, replications: replications);
        return all with
        {
            Manifest = all.Manifest with { Drawn = ["a"] },
            Comparisons = [.. all.Comparisons.Select(c => c.Indicator == "stock-under-dense"
                ? c with { Difference = difference, Lower = end, Upper = end } : c)],
        };
    }

    private static FigureContext Context(RunResults results, string language = "en") =>
        new(new ResultIndex(results), ReportText.For(language));

    [TestCase("en", "By 2027, no policy changes the number of GPs in today’s under-dense territories in the one replication.")]
    [TestCase("fr", "D’ici 2027, aucune mesure ne change le nombre de généralistes en territoire aujourd’hui sous-dense dans "
        + "l’unique réplication.")]
    public void No_change_in_it_is_no_gain(string language, string said)
    {
        var context = Context(Results(0), language);
        Assert.That(Findings.Overall(context), Is.EqualTo(said));
        Assert.That(Findings.Headline(context, context.Results.Policies[0]),
            Does.StartWith(language == "fr" ? "Nombre de généralistes" : "No change in the number of GPs"));
    }

    [Test]
    public void No_change_in_any_replication_is_said_and_an_unclear_one_is_not_called_so()
    {
        Assert.That(Findings.Overall(Context(Results(0, 6, 0))),
            Is.EqualTo("By 2027, no policy changes the number of GPs in today’s under-dense territories in any of 6 replications, "
                + "too few to rule a change out."));
        Assert.That(Findings.Overall(Context(Results(0, 6, 0), "fr")), Does.EndWith("aujourd’hui sous-dense dans aucune des "
            + "6 réplications, trop peu pour exclure un changement."));
        Assert.That(Findings.Overall(Context(Results(0, 100, 0))),
            Is.EqualTo("By 2027, no policy changes the number of GPs in today’s under-dense territories."));
        RunResults unclear = Results(0, 6, 0);
        unclear = unclear with { Comparisons = [.. unclear.Comparisons.Select(c => c with { Difference = 0, Lower = -1, Upper = 1 })] };
        Assert.That(Findings.Overall(Context(unclear)), Does.Contain("no policy leads to clearly more GPs"));
    }

    [TestCase(3, "“Six health centres (MSP) a year in under-dense territories” adds most GPs")]
    [TestCase(-3, "By 2027, no policy adds GPs in today’s under-dense territories (“Six")]
    public void A_loss_is_no_gain_without_intervals_either(double difference, string said) => Assert.That(
        Findings.Overall(Context(Results(difference))), Does.StartWith(said).And.EndWith("nobody can say how sure that is."));

    [TestCase("en", "(no interval: one replication)", "doubt and chance")]
    [TestCase("fr", "(sans intervalle\u00a0: une seule réplication)", "incertitude et hasard")]
    public void Page_and_brief_speak_of_no_interval(string language, string said, string not)
    {
        var context = Context(Results(2), language);
        string brief = string.Join(' ', Brief.Write(Results(2), Stream.Null, language).SelectMany(page => page));
        Assert.That(Findings.Against(context), Does.Contain(said));
        Assert.That(Findings.Against(Context(Results(2, 6), language)), Does.Contain(not));
        Assert.That(TablesSection.Write(context).Text + CostsSection.Write(context).Text + brief, Does.Not.Contain(not));
    }

    /// <summary>Two draws are needed where replications draw: three replications have no intervals either.</summary>
    [TestCase(1, true, "one replication", false)]
    [TestCase(3, true, "fewer than 4 replications that draw", false)]
    [TestCase(4, true, "", true)]
    [TestCase(1, false, "one replication", false)]
    [TestCase(2, false, "", true)]
    public void Intervals_are_spoken_of_where_there_are_any(int replications, bool draws, string why, bool has)
    {
        RunResults results = Results(2, replications);
        results = results with
        {
            Manifest = results.Manifest with { Drawn = draws ? ["a"] : [] },
            Comparisons = [.. results.Comparisons.Select(c => has ? c : c with { Lower = double.NaN, Upper = double.NaN })],
        };
        FigureContext context = Context(results);
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, context.Text);
        string page = Findings.Against(context) + FindingsSection.Sure(context) + CostsSection.Write(context).Text
            + TablesSection.Write(context).Text + string.Join(' ', MethodSection.Paragraphs(context)),
            trace = TraceDossier.Write(results, "out/a", context.Text), effects = FigureCatalog.Find("effects")!.Draw(context).Subtitle;
        Assert.Multiple(() =>
        {
            Assert.That(results.Manifest.HasIntervals, Is.EqualTo(has));
            foreach (string text in (string[])[page, trace, effects, terminal.ToString()])
            {
                Assert.That(System.Text.RegularExpressions.Regex.IsMatch(text, "95 ?% interval|95% of them|[Ii]ntervals (hold|are)"),
                    Is.EqualTo(has), text);
            }

            Assert.That(page, Does.Contain($"(no interval: {why})").Or.Matches(has ? "." : "$^"));
            Assert.That(page + trace, Does.Not.Contain(" 1 times").And.Not.Contain("1 scenarios").And.Not.Contain("1 replications"));
        });
    }

    [TestCase("en", "[Mm]eans? (of \\d|over replications)")]
    [TestCase("fr", "[Mm]oyennes? (de|des|par territoire de) (\\d|réplications)")]
    public void No_figure_and_no_trace_calls_it_a_mean(string language, string mean)
    {
        FigureContext one = Context(Results(2), language), many = Context(Results(2, 6), language);
        Assert.Multiple(() =>
        {
            foreach (IResultFigure figure in FigureCatalog.For(one))
            {
                Assert.That(figure.Draw(one).Subtitle, Does.Not.Match(mean), figure.Id);
            }

            Assert.That(TraceDossier.Write(Results(2), "out/a", one.Text), Does.Not.Match(mean));
            Assert.That(FigureCatalog.Find("distribution")!.Draw(many).Subtitle, Does.Match(mean));
            Assert.That(TraceDossier.Write(Results(2, 6), "out/a", many.Text), Does.Match(mean));
        });
    }

    [TestCase("en", "in 2027 (no interval: one replication)", "1 replications", "rough")]
    [TestCase("fr", "en 2027 (sans intervalle\u00a0: une seule réplication)", "1 réplications", "grossiers")]
    public void The_terminal_speaks_of_no_interval(string language, string said, string plural, string rough)
    {
        string Terminal(int replications)
        {
            var terminal = new StringWriter();
            OutcomeTable.Write(Results(2, replications), terminal, ReportText.For(language));
            return terminal.ToString();
        }

        Assert.That(Terminal(1), Does.Contain(said).And.Not.Contain(plural).And.Not.Contain(rough));
        Assert.That(Terminal(6), Does.Contain(rough).And.Contain(language == "fr" ? "6 réplications" : "6 replications"));
    }
}
