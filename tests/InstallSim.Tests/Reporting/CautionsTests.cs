using System.Net;
using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Reporting;

/// <summary>Page, brief and terminal say what titles and numbers do not.</summary>
public sealed class CautionsTests
{
    [TestCase("en", "Changed by --set: policies.grant.amount-keur=5; model!={} (titles and descriptions are those of the files).")]
    [TestCase("fr", "Modifié par --set\u00a0: policies.grant.amount-keur=5\u00a0; model!={} "
        + "(titres et descriptions sont ceux des fichiers).")]
    public void What_was_set_is_said_beside_titles_that_may_contradict_it(string language, string said)
    {
        RunResults results = With(m => m with
        {
            Plan = new RunPlan([], "baseline", ["policies.grant.amount-keur=5", "model!={}", "replications=4", "years=2025..2030"], []),
        });
        Assert.That(Texts(results, language), Has.All.Contains(Plain(said)).And.None.Contains("replications=4"));
        Assert.That(Texts(With(m => m with { Plan = new RunPlan([], "baseline", ["replications=4"], []) }), language),
            Has.None.Contains("--set"));
    }

    [TestCase("en", "estimated from simulated answers: nobody was asked")]
    [TestCase("fr", "estimées sur des réponses simulées : personne n’a été interrogé")]
    public void Preferences_from_simulated_answers_are_called_so(string language, string said)
    {
        RunResults From(string source) => With(m => m with
        {
            Settings = [.. m.Settings, new("preferences.coefficients.schools", "1", "k€/year", null, null, source)],
        });
        Assert.That(Texts(From("estimated in a.yaml from simulated answers, 95 %"), language), Has.All.Contains(said));
        Assert.That(Texts(From("estimated in a.yaml, 95 %"), language), Has.None.Contains(said));
    }

    [TestCase("en", "Preferences of “A grant” were estimated from simulated answers: nobody was asked")]
    [TestCase("fr", "Les préférences de « Une aide » sont estimées sur des réponses simulées")]
    public void Scenarios_whose_preferences_are_from_simulated_answers_are_named(string language, string said)
    {
        RunResults results = With(m => m with
        {
            Scenarios = [.. m.Scenarios.Select((s, k) => k == 0 ? s
                : s with { Title = "A grant", TitleFrench = "Une aide", HasSimulatedPreferences = true })],
        });
        Assert.That(results.Manifest.Scenarios, Has.Count.EqualTo(2));
        Assert.That(Texts(results, language), Has.All.Contains(said));
        RunResults all = results with
        {
            Manifest = results.Manifest with
            {
                Scenarios = [.. results.Manifest.Scenarios.Select(s => s with { HasSimulatedPreferences = true })],
            },
        };
        Assert.That(Texts(all, "en"), Has.All.Contains("Preferences were estimated from simulated answers"));
    }

    [Test]
    public void A_scenario_other_than_the_first_is_looked_at()
    {
        using var region = new MadeUpRegion();
        string[] compare = ["compare", region.Folder, "--replications", "1", "--out", region.Out, "--force"];
        Assert.That(CommandLine.Done(compare), Does.Not.Contain("simulated answers"));
        region.Replace("grant.yaml", "policies:", "preferences: { coefficients: { schools: { value: 1, source: a.yaml from simulated "
            + "answers } } }\npolicies:");
        Assert.That(CommandLine.Done(compare), Does.Contain("Preferences of “A grant” were estimated from simulated answers"));
    }

    [TestCase(2, "en", "Warning: a.yaml(2,1): implausible 2", "more warning")]
    [TestCase(6, "en", "Warning: a.yaml(4,1): implausible 4 2 more warnings on the page (report.html).", "implausible 5")]
    [TestCase(5, "fr", "Avertissement : a.yaml(4,1) : invraisemblable 4 1 autre avertissement dans report.html.", "invraisemblable 5")]
    public void The_brief_says_the_first_warnings_of_the_run(int count, string language, string said, string not)
    {
        RunResults results = With(m => m with
        {
            Warnings = [.. Enumerable.Range(1, count)
                .Select(k => new Remark($"a.yaml({k},1): implausible {k}", $"a.yaml({k},1)\u00a0: invraisemblable {k}"))],
        });
        string brief = Plain(string.Join(' ', Brief.Write(results, Stream.Null, language)[0]));
        Assert.That(brief, Does.Contain(said));
        Assert.That(brief[brief.IndexOf(said, StringComparison.Ordinal)..], Does.Not.Contain(not));
    }

    private static RunResults With(Func<Manifest, Manifest> change)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        return results with { Manifest = change(results.Manifest) };
    }

    /// <summary>Findings of the page, first page of the brief, and terminal; spaces all alike.</summary>
    private static string[] Texts(RunResults results, string language)
    {
        ReportText text = ReportText.For(language);
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, text);
        return
        [
            Plain(WebUtility.HtmlDecode(FindingsSection.Write(new FigureContext(new ResultIndex(results), text)).Text)),
            Plain(string.Join(' ', Brief.Write(results, Stream.Null, language)[0])), Plain(terminal.ToString()),
        ];
    }

    private static string Plain(string text) => string.Join(' ', text.Split([' ', '\u00a0', '\u202f', '\n'],
        StringSplitOptions.RemoveEmptyEntries));
}
