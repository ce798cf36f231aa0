using System.Net;
using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

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

    private static RunResults With(Func<Manifest, Manifest> change) =>
        SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4) is var results
            ? results with { Manifest = change(results.Manifest) } : null!;

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
