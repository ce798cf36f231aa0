using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>A scenario that ran alone may have new policies: nothing says that it has none, and they are named.</summary>
public sealed class AloneTests
{
    private const string Grant = "Grant of 30 k€, from 2026", GrantFrench = "Aide de 30 k€, à partir de 2026";

    private static readonly string[] Denials =
        ["without new policy", "no new policy", "sans nouvelle mesure", "absence de nouvelle mesure", "tireté", "dashed"];

    private static RunResults Alone()
    {
        RunResults results = SampleResults.Make([], places: 9, years: 4, replications: 3);
        return results with
        {
            Manifest = results.Manifest with
            {
                Scenarios = [results.Manifest.Scenarios[0] with
                {
                    Title = "30 k€ grant", TitleFrench = "Aide de 30 k€", Policies = [Grant], PoliciesFrench = [GrantFrench],
                }],
            },
        };
    }

    private static FigureContext Context(RunResults results, string language) => new(new ResultIndex(results), ReportText.For(language));

    [Test]
    public void No_figure_says_that_it_is_without_new_policy([Values("en", "fr")] string language)
    {
        var context = Context(Alone(), language);
        string[] said = [.. FigureCatalog.All.Where(f => f.Applies(context)).Select(f => f.Draw(context))
            .SelectMany(c => (string[])[c.Title, c.Subtitle, c.Description])];
        Assert.That(said, Has.Length.GreaterThan(15), "figures are drawn of it");
        foreach (string denial in Denials)
        {
            Assert.That(said, Has.None.Contains(denial).IgnoreCase);
        }
    }

    [TestCase("en", "The number of GPs in territories under-dense at the start goes from ", "Policies of the scenario", Grant)]
    [TestCase("fr", "Le nombre de généralistes ", "Mesures du scénario", GrantFrench)]
    public void Page_and_brief_tell_its_course_and_its_policies(string language, string course, string heading, string policy)
    {
        var context = Context(Alone(), language);
        string findings = System.Net.WebUtility.HtmlDecode(FindingsSection.Write(context).Text);
        string brief = string.Join(' ', Brief.Write(Alone(), Stream.Null, language).SelectMany(page => page));
        Assert.That(Findings.Course(context), Does.StartWith(course));
        Assert.That(findings, Does.Contain(heading).And.Contain(policy));
        Assert.That(brief, Does.Contain(policy).And.Contain(Findings.Course(context)));
        foreach (string denial in Denials)
        {
            Assert.That(findings + brief, Does.Not.Contain(denial).IgnoreCase);
        }
    }

    [Test]
    public void Nor_does_the_page_where_the_pointer_is_on_a_map()
    {
        var page = new StringWriter();
        HtmlReport.Write(Alone(), page);
        Assert.That(page.ToString(), Does.Contain("30 k€ grant")
            .And.Not.Contain("Without new policy").And.Not.Contain("Sans nouvelle mesure"));
    }

    [Test]
    public void A_baseline_is_still_without_new_policy()
    {
        var context = Context(SampleResults.Make(places: 9, years: 4, replications: 3), "en");
        Assert.That(Findings.Course(context), Does.StartWith("Without new policy, the number of GPs "));
        Assert.That(FigureCatalog.Find("trajectories")!.Draw(context).Title, Does.Contain(" without new policy"));
    }
}
